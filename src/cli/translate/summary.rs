use crate::cli::diagnostics::diagnostics;
use crate::cli::style::{LABEL, TITLE, count, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::emit::output::WriteSummary;
use crate::extension::Extension;
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
