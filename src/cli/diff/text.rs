use crate::cli::style::{ERROR, GOOD, LABEL, TITLE, count, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::diff::{Bump, ChangeType, Impact, Level};
use crate::emit::diff::Document;
use std::collections::BTreeMap;

/// Cosmetic changes beyond these are only counted.
const COSMETIC: usize = 3;

/// The changes for people: what breaks comes first.
pub(super) fn text(document: &Document) -> String {
    let mut text = String::new();
    for (level, title) in [
        (Level::Extension, "The extension"),
        (Level::Net, "The .NET libraries"),
    ] {
        let mut table = Table::default();
        let rows = document.changes.iter().filter(|row| row.level == level);
        let (cosmetic, others): (Vec<_>, Vec<_>) =
            rows.partition(|row| row.impact() == Impact::Cosmetic);
        let more = cosmetic.len().saturating_sub(COSMETIC);
        for row in others
            .into_iter()
            .chain(cosmetic.into_iter().take(COSMETIC))
        {
            let (style, label) = match row.impact() {
                Impact::Breaking => (ERROR, "breaking"),
                Impact::Compatible => (GOOD, "compatible"),
                Impact::Cosmetic => (LABEL, "cosmetic"),
            };
            let only = match (row.o11, row.odc) {
                (o11, odc) if o11 > odc => " (O11 only)",
                (o11, odc) if odc > o11 => " (ODC only)",
                _ => "",
            };
            table.row([
                Cell::new(format!("{label}{only}")).style(style),
                Cell::new(&row.message),
            ]);
        }
        let mut rows = table.render("  ");
        if more > 0 {
            let more = count(more, "more cosmetic change");
            rows.push_str(&format!("  {}\n", paint(LABEL, &more)));
        }
        if !rows.is_empty() {
            text.push_str(&format!("{}\n{rows}\n", paint(TITLE, title)));
        }
    }
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for expected in &document.portal {
        let label = match expected.change {
            ChangeType::Added => "added",
            ChangeType::Removed => "removed",
            ChangeType::Updated => "updated",
            ChangeType::Unchanged => continue,
        };
        *told.entry(label).or_default() += 1;
    }
    if !told.is_empty() {
        let told = told
            .iter()
            .map(|(label, number)| format!("{number} {label}"));
        let told: Vec<String> = told.collect();
        text.push_str(&format!("ODC portal: {}\n", plain(&told.join(", "))));
    }
    text.push_str(&match document.bump {
        Bump::None => "No change for consumers.\n".to_owned(),
        bump => {
            let part = match bump {
                Bump::Major => "major",
                Bump::Minor => "minor",
                Bump::Patch | Bump::None => "patch",
            };
            let changes = count(document.changes.len(), "change");
            format!("{changes}: count up the {part} version.\n")
        }
    });
    text
}
