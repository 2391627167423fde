//! Colours. Text is always styled; where it is not for a terminal, `anstream` takes the styles out.

use anstyle::{AnsiColor, Style};

/// What a card is about.
pub(super) const TITLE: Style = Style::new().bold();
/// Names of fields and columns.
pub(super) const LABEL: Style = Style::new().dimmed();
/// What is as it should be.
pub(super) const GOOD: Style = AnsiColor::Green.on_default();
/// What deserves a look.
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// What failed.
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// What is good to know.
pub(super) const NOTE: Style = AnsiColor::Cyan.on_default().bold();

/// `text` in `style`.
pub(super) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// `text` without control characters: a name from a file must not command the terminal.
pub(super) fn plain(text: &str) -> String {
    let safe = |c: char| {
        if c.is_control() {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(safe).collect()
}

/// `1 action`, `2 actions`.
pub(super) fn count(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}
