use crate::cli::severity::label;
use crate::cli::style::{LABEL, TITLE, count, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::emit::output::WriteSummary;
use crate::extension::{Diagnostic, Extension};
use std::collections::BTreeMap;
use std::path::Path;

/// What a person wants to know after a translation: how much, what was left out, and where it is.
pub(super) fn summary(extension: &Extension, out: &Path, written: &WriteSummary) -> String {
    let mut text = paint(
        TITLE,
        &plain(&format!("{}: {}", extension.name, extension.coverage)),
    );
    let actions = count(extension.actions.len(), "action");
    let structures = count(extension.structures.len(), "structure");
    text.push_str(&format!("\n{actions}, {structures}\n"));
    let diagnostics = diagnostics(&extension.diagnostics);
    if !diagnostics.is_empty() {
        text.push_str(&format!("\n{diagnostics}"));
    }
    let mut files = Table::default();
    for (label, paths) in [
        ("written", &written.written),
        ("unchanged", &written.unchanged),
        ("removed", &written.removed),
        ("kept, since you edited them", &written.kept),
    ] {
        if !paths.is_empty() {
            files.row([Cell::number(paths.len()), Cell::new(label).style(LABEL)]);
        }
    }
    let out = plain(&out.display().to_string());
    text.push_str(&format!("\n{}\n{}", paint(TITLE, &out), files.render("  ")));
    text
}

/// The diagnostics by code, the gravest first: how many there are, and what the first says.
fn diagnostics(diagnostics: &[Diagnostic]) -> String {
    let mut by_code = BTreeMap::<_, Vec<_>>::new();
    for diagnostic in diagnostics {
        let key = (
            std::cmp::Reverse(diagnostic.severity),
            diagnostic.code.as_str(),
        );
        by_code
            .entry(key)
            .or_default()
            .push(diagnostic.message.as_str());
    }
    let mut table = Table::default();
    for ((std::cmp::Reverse(severity), code), messages) in by_code {
        let (style, label) = label(severity);
        let [first, rest @ ..] = messages.as_slice() else {
            continue;
        };
        let more = match rest.len() {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        table.row([
            Cell::new(label).style(style),
            Cell::new(code),
            Cell::number(messages.len()),
            Cell::new(format!("{first}{more}")),
        ]);
    }
    table.render("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::Severity;

    #[test]
    fn diagnostics_are_grouped_by_code_the_gravest_first() {
        let diagnostic = |code: &str, severity, message: &str| Diagnostic {
            code: code.into(),
            severity,
            id: String::new(),
            message: message.into(),
            why: String::new(),
            help: String::new(),
        };
        let text = diagnostics(&[
            diagnostic("DL1001", Severity::Warning, "A is generic."),
            diagnostic("DL4001", Severity::Error, "B is missing."),
            diagnostic("DL1001", Severity::Warning, "C is generic."),
        ]);
        assert_eq!(
            anstream::adapter::strip_str(&text).to_string(),
            "error    DL4001  1  B is missing.\n\
             warning  DL1001  2  A is generic. (and 1 more)\n"
        );
    }
}
