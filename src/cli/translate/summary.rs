use crate::cli::diagnostics::diagnostics;
use crate::cli::style::{GOOD, LABEL, TITLE, WARNING, count, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::emit::output::{MethodChange, MethodFate, WriteSummary};
use crate::extension::Extension;
use anstyle::Style;
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
    text.push_str(&methods(&written.methods));
    text
}

/// What `--check` found: the files that differ, and what would happen to methods.
pub(super) fn comparison(out: &Path, found: &WriteSummary) -> String {
    let folder = plain(&out.display().to_string());
    if found.is_current() {
        return format!("{}: {}\n", paint(TITLE, &folder), paint(GOOD, "up to date"));
    }
    let mut files = Table::default();
    for (label, paths) in [("write", &found.written), ("remove", &found.removed)] {
        for path in paths {
            files.row([Cell::new(label).style(LABEL), Cell::new(path)]);
        }
    }
    let files = files.render("  ");
    let methods = methods(&found.methods);
    format!("{}\n{files}{methods}", paint(TITLE, &folder))
}

/// What happened to methods, by file.
fn methods(changes: &[MethodChange]) -> String {
    let mut text = String::new();
    for changes in changes.chunk_by(|one, other| one.file == other.file) {
        let mut rows = Table::default();
        for change in changes {
            let (style, label) = fate(change.change);
            rows.row([Cell::new(label).style(style), Cell::new(&change.method)]);
        }
        let file = changes.first().map_or("", |change| &change.file);
        let file = paint(TITLE, &plain(file));
        text.push_str(&format!("\n{file}\n{}", rows.render("  ")));
    }
    text
}

fn fate(fate: MethodFate) -> (Style, &'static str) {
    match fate {
        MethodFate::Added => (LABEL, "added"),
        MethodFate::Updated => (LABEL, "updated"),
        MethodFate::Removed => (LABEL, "removed"),
        MethodFate::Kept => (LABEL, "kept, since you edited it"),
        MethodFate::KeptOld => (
            WARNING,
            "kept as you edited it, but another one is generated now",
        ),
        MethodFate::KeptBody => (
            WARNING,
            "body kept under a new signature: see that it sets every output",
        ),
        MethodFate::KeptUnused => (WARNING, "kept as yours, though it is generated no more"),
    }
}
