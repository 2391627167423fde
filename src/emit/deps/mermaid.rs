use super::{arrows, pictured};
use crate::closure::{Closure, Place};
use std::fmt::Write;

/// `closure` as a Mermaid flowchart, which code hosts draw where it stands in Markdown.
pub fn mermaid(closure: &Closure<'_>) -> String {
    let mut text = String::from("flowchart LR\n");
    let mut has_missing = false;
    for node in pictured(closure) {
        let member = &closure.graph()[node];
        let is_missing = member.place == Place::Missing;
        has_missing |= is_missing;
        let class = if is_missing { ":::missing" } else { "" };
        let label = quoted(&member.to_string());
        // Writing to a string does not fail.
        let _ = writeln!(text, "  n{}[{label}]{class}", node.index());
    }
    for node in pictured(closure) {
        for (to, versions) in arrows(closure, node) {
            let label = quoted(&versions);
            let (from, to) = (node.index(), to.index());
            let _ = writeln!(text, "  n{from} -->|{label}| n{to}");
        }
    }
    if has_missing {
        text.push_str("  classDef missing stroke:#d33,stroke-dasharray:4 3\n");
    }
    text
}

/// A quoted string, in which Mermaid has character references and no other escapes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' => {
                let _ = write!(quoted, "#{};", u32::from(c));
            }
            c if c.is_control() => quoted.push(char::REPLACEMENT_CHARACTER),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn no_name_ends_its_quotes_or_is_markup() {
        assert_eq!(quoted("a\"<b>"), "\"a#34;#60;b#62;\"");
    }
}
