use super::severity::label;
use super::table::{Cell, Table};
use crate::extension::Diagnostic;
use std::collections::BTreeMap;

/// The diagnostics by code, the gravest first: how many there are, and what the first says.
pub(super) fn diagnostics(diagnostics: &[Diagnostic]) -> String {
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
            target: None,
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
