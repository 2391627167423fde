//! What became of an extension of O11 in its library, for people.

use crate::translate::odc::{Fate, Migration};
use std::fmt::Write;

/// `report.md`: every action, and what is to be done by hand.
pub fn migration_report(migration: &Migration) -> String {
    let name = &migration.library.translation.extension.name;
    let mut text = format!("# {name} for ODC\n\n");
    let count = |wanted: fn(&Fate) -> bool| {
        let actions = migration.actions.iter();
        actions.filter(|action| wanted(&action.fate)).count()
    };
    let calls = count(|fate| matches!(fate, Fate::Implementation | Fate::Imported(_)));
    let by_hand = count(|fate| matches!(fate, Fate::ByHand(_)));
    let left_out = count(|fate| matches!(fate, Fate::LeftOut(_)));
    let all = migration.actions.len();
    let _ = writeln!(
        text,
        "{all} actions: {calls} call what they called, {by_hand} are to be written by hand, \
         {left_out} cannot be in ODC.\n"
    );
    text.push_str("| action | calls |\n|---|---|\n");
    for action in &migration.actions {
        let name = &action.name;
        let calls = match &action.fate {
            Fate::Implementation => format!("`Mss{name}` of the extension"),
            Fate::Imported(member) => format!("`{}`", member.replace('|', "\\|")),
            Fate::ByHand(_) => "nothing yet".to_owned(),
            Fate::LeftOut(_) => "left out".to_owned(),
        };
        let renamed = action.renamed.as_ref();
        let renamed = renamed.map(|renamed| format!(", in ODC `{renamed}`"));
        let renamed = renamed.unwrap_or_default();
        let _ = writeln!(text, "| `{name}`{renamed} | {calls} |");
    }
    text.push_str(&by_hand_list(migration));
    text
}

/// What is to be done by hand, as a section; empty where nothing is.
pub fn by_hand_list(migration: &Migration) -> String {
    let mut text = String::new();
    let mut section = |title: &str, said: &str, wanted: fn(&Fate) -> Option<&String>| {
        let actions = migration.actions.iter();
        let lines = actions.filter_map(|of| Some((&of.name, wanted(&of.fate)?)));
        let lines = lines.map(|(name, reason)| format!("- `{name}`: {reason}.\n"));
        let lines: String = lines.collect();
        if !lines.is_empty() {
            let _ = write!(text, "\n## {title}\n\n{said}\n\n{lines}");
        }
    };
    section(
        "To be written by hand",
        "These actions are in the library with their parameters. Until their bodies are written, calls of them \
         fail with this reason.",
        |fate| match fate {
            Fate::ByHand(reason) => Some(reason),
            _ => None,
        },
    );
    section(
        "Left out",
        "ODC has no such actions. What they are for needs another design, for instance one action that does all \
         that was done with an object.",
        |fate| match fate {
            Fate::LeftOut(reason) => Some(reason),
            _ => None,
        },
    );
    for (title, names) in [
        (
            "Entities, which ODC's libraries do not have",
            &migration.entities,
        ),
        ("Files that are not in the library", &migration.left_behind),
    ] {
        if !names.is_empty() {
            let names = names.iter().map(|name| format!("- `{name}`\n"));
            let _ = write!(text, "\n## {title}\n\n{}", names.collect::<String>());
        }
    }
    text
}
