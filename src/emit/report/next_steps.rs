use super::spans::Span;
use crate::extension::Extension;

/// A step of what is left to do in Integration Studio, which alone can make the extension file.
pub(super) struct Step<'a> {
    pub(super) text: Vec<Span<'a>>,
    /// What is defined in this step, one after the other.
    pub(super) defines: Option<Elements>,
}

/// The elements of an extension that somebody defines by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Elements {
    Structures,
    Entities,
    Actions,
    Resources,
}

/// The steps in their order, in which each needs only earlier ones.
pub(super) fn steps(extension: &Extension, has_errors: bool) -> Vec<Step<'_>> {
    use Span::{Code, Label};
    let name = &extension.name;
    let mut steps = Vec::new();
    let mut step = |defines, text| steps.push(Step { text, defines });

    if has_errors {
        step(
            None,
            vec![text(
                "Settle the errors above; the extension would not work with them.",
            )],
        );
    }
    step(
        None,
        vec![
            text("Create an extension named "),
            Code(name.into()),
            text(" in Integration Studio (Windows only)."),
        ],
    );
    if !extension.structures.is_empty() {
        step(
            Some(Elements::Structures),
            vec![
                text(
                    "Define the structures in this order, in which each uses only earlier ones. \
                     Where a type is a structure, ",
                ),
                Label("Data Type"),
                text(" is "),
                Label("Record"),
                text(", or "),
                Label("Record List"),
                text(" for a list of it, and "),
                Label("Record Type"),
                text(" is the structure."),
            ],
        );
    }
    if !extension.entities.is_empty() {
        step(
            Some(Elements::Entities),
            vec![text("Connect to the tables of the entities.")],
        );
    }
    if !extension.actions.is_empty() {
        let mut sentence = vec![text(
            "Define the actions, each with its parameters in the order of its table.",
        )];
        if extension.actions.iter().any(|action| action.function) {
            sentence.extend([
                text(" Set "),
                Label("Function"),
                text(" to Yes for the functions."),
            ]);
        }
        step(Some(Elements::Actions), sentence);
    }
    if !extension.resources.is_empty() {
        step(
            Some(Elements::Resources),
            vec![
                text("Add the resources, each with its "),
                Label("Deploy Action"),
                text("."),
            ],
        );
    }
    step(
        None,
        vec![
            text("Run "),
            Label("Update Source Code"),
            text(", which writes the extension's project."),
        ],
    );
    step(
        None,
        vec![
            text("Replace the project's "),
            Code(format!("Source/NET/{name}.cs").into()),
            text(" by the generated "),
            Code(format!("o11/Source/NET/{name}.cs").into()),
            text(
                ". Integration Studio writes the other source files itself; in this one it keeps \
                 the bodies of the methods.",
            ),
        ],
    );
    step(
        None,
        vec![
            text("Run "),
            Label("Verify"),
            text(
                ", which compiles. If it misses a type of a resource, add a reference to that DLL \
                 to the project.",
            ),
        ],
    );
    step(
        None,
        vec![
            text("Run "),
            Label("1-Click Publish"),
            text(" (or save the "),
            Code(".xif".into()),
            text(
                " and publish it in Service Center, Factory, Extensions), then refresh the \
                 extension in the modules that use it.",
            ),
        ],
    );
    steps
}

fn text(text: &'static str) -> Span<'static> {
    Span::Text(text.into())
}
