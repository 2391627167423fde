use super::document::{Document, Table};
use super::escape::{code, text};
use super::findings::reasons;
use crate::emit::report::targets::Targets;
use crate::extension::Extension;

/// Writes what ODC has of the actions.
pub(super) fn write(document: &mut Document, extension: &Extension) {
    let Some(targets) = Targets::of(extension) else {
        return;
    };
    document.heading(2, "OutSystems 11 and ODC");
    document.paragraph(&targets.summary());
    if !targets.other.is_empty() {
        let each = || targets.other.iter();
        let maker = |maker: Option<&str>| maker.map(code).unwrap_or_default();
        document.table(
            &Table::default()
                .column("OutSystems 11", each().map(|of| text(of.o11)))
                .column("ODC", each().map(|of| text(of.odc)))
                .column("Makes its object with", each().map(|of| maker(of.maker))),
        );
    }
    for (title, names) in [
        ("A part of others in ODC", &targets.absorbed),
        ("Structures that are others in ODC", &targets.structures),
    ] {
        if !names.is_empty() {
            let names: Vec<String> = names.iter().map(|name| text(name)).collect();
            document.paragraph(&format!("{title}: {}", names.join(", ")));
        }
    }
    reasons(document, &targets.left_out);
}
