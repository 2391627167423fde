use super::document::Document;
use super::escape::code;
use crate::extension::Extension;

/// What is left to do in Integration Studio, which alone can make the extension file.
pub(super) fn write(document: &mut Document, extension: &Extension, has_errors: bool) {
    document.heading(2, "Next steps in Integration Studio");
    document.numbered(steps(extension, has_errors));
}

fn steps(extension: &Extension, has_errors: bool) -> Vec<String> {
    let name = &extension.name;
    let source = code(&format!("Source/NET/{name}.cs"));
    let generated = code(&format!("o11/Source/NET/{name}.cs"));
    let mut steps = Vec::new();

    if has_errors {
        steps.push("Settle the errors above; the extension would not work with them.".into());
    }
    steps.push(format!(
        "Create an extension named {} in Integration Studio (Windows only).",
        code(name)
    ));
    if !extension.structures.is_empty() {
        steps.push(format!(
            "Define the structures in this order, in which each uses only earlier ones: {}.",
            names(extension.structures.iter().map(|structure| &structure.name))
        ));
    }
    if !extension.entities.is_empty() {
        steps.push(format!(
            "Connect to the tables of the entities: {}.",
            names(extension.entities.iter().map(|entity| &entity.table))
        ));
    }
    if !extension.actions.is_empty() {
        let functions = extension.actions.iter().filter(|action| action.function);
        let functions = names(functions.map(|action| &action.name));
        steps.push(format!(
            "Define the actions, each with its parameters in the order of its table.{}",
            if functions.is_empty() {
                String::new()
            } else {
                format!(" Set *Function* to Yes for {functions}.")
            }
        ));
    }
    if !extension.resources.is_empty() {
        steps.push("Add the resources, with the *Deploy Action* of the table.".into());
    }
    steps.push("Run *Update Source Code*, which writes the extension's project.".into());
    steps.push(format!(
        "Replace the project's {source} by the generated {generated}. Integration Studio writes the \
         other source files itself; in this one it keeps the bodies of the methods."
    ));
    steps.push(
        "Run *Verify*, which compiles. If it misses a type of a resource, add a reference to that \
         DLL to the project."
            .into(),
    );
    steps.push(
        "Run *1-Click Publish*, then refresh the extension in the modules that use it.".into(),
    );
    steps
}

fn names<'a>(names: impl Iterator<Item = &'a String>) -> String {
    names.map(|name| code(name)).collect::<Vec<_>>().join(", ")
}
