use super::document::Document;
use super::escape::{code, spans};
use crate::emit::report::findings::Findings;
use crate::emit::report::next_steps::{Elements, steps};
use crate::extension::Extension;

pub(super) fn write(document: &mut Document, extension: &Extension, findings: &Findings<'_>) {
    document.heading(2, "Next steps in Integration Studio");
    let steps = steps(extension, !findings.errors.is_empty());
    document.numbered(steps.iter().map(|step| {
        let names = step.defines.map(|defines| names(extension, defines));
        format!("{}{}", spans(&step.text), names.unwrap_or_default())
    }));
}

/// The names of what is defined, where they are not in a table above in the same order.
fn names(extension: &Extension, defines: Elements) -> String {
    let list = |title, names: &mut dyn Iterator<Item = &String>| {
        let names: Vec<_> = names.map(|name| code(name)).collect();
        match names.is_empty() {
            true => String::new(),
            false => format!(" {title}: {}.", names.join(", ")),
        }
    };
    match defines {
        Elements::Structures => list(
            "The structures",
            &mut extension.structures.iter().map(|s| &s.name),
        ),
        Elements::Entities => list(
            "The tables",
            &mut extension.entities.iter().map(|e| &e.table),
        ),
        Elements::Actions => {
            let functions = extension.actions.iter().filter(|action| action.function);
            list("The functions", &mut functions.map(|action| &action.name))
        }
        Elements::Resources => String::new(),
    }
}
