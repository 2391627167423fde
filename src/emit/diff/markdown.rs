use super::Document;
use super::document::Row;
use crate::diff::{Bump, ChangeType, Impact, Level};
use crate::emit::report::markdown_text;
use std::fmt::Write;

/// `document` as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut text = match document.bump {
        Bump::None => String::from("No change for consumers.\n"),
        Bump::Patch => String::from("Only cosmetic changes: count up the patch version.\n"),
        Bump::Minor => String::from("Compatible changes: count up the minor version.\n"),
        Bump::Major => String::from("**Breaking changes: count up the major version.**\n"),
    };
    for (level, title) in [
        (Level::Extension, "The extension"),
        (Level::Net, "The .NET libraries"),
    ] {
        let rows = document.changes.iter().filter(|row| row.level == level);
        let rows: Vec<&Row> = rows.collect();
        if rows.is_empty() {
            continue;
        }
        // Writing to a string does not fail.
        let _ = write!(
            text,
            "\n## {title}\n\n| O11 | ODC | What | Why |\n|---|---|---|---|\n"
        );
        for row in rows {
            let (o11, odc) = (label(row.o11), label(row.odc));
            let message = markdown_text(&row.message);
            let _ = writeln!(text, "| {o11} | {odc} | {message} | {} |", row.why);
        }
    }
    let told = document.portal.iter();
    let told: Vec<_> = told
        .filter(|of| of.change != ChangeType::Unchanged)
        .collect();
    if !told.is_empty() {
        text.push_str(
            "\n## What the ODC portal will say\n\n| Element | Name | Change |\n|---|---|---|\n",
        );
        for of in told {
            let _ = writeln!(
                text,
                "| {} | {} | {:?} |",
                of.element,
                markdown_text(&of.name),
                of.change
            );
        }
    }
    text
}

fn label(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "**breaking**",
        Impact::Compatible => "compatible",
        Impact::Cosmetic => "cosmetic",
    }
}
