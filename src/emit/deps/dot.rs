use super::{arrows, pictured};
use crate::closure::{Closure, Place};
use std::fmt::Write;

/// `closure` in the language of Graphviz.
pub fn dot(closure: &Closure<'_>) -> String {
    let mut text = String::from(
        "digraph closure {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n",
    );
    for node in pictured(closure) {
        let member = &closure.graph()[node];
        let style = match member.place {
            Place::Missing => ", color=red, fontcolor=red, style=\"rounded,dashed\"",
            Place::Shipped | Place::Platform => "",
        };
        let label = quoted(&member.to_string());
        // Writing to a string does not fail.
        let _ = writeln!(text, "  n{} [label={label}{style}];", node.index());
    }
    for node in pictured(closure) {
        for (to, versions) in arrows(closure, node) {
            let label = quoted(&versions);
            let (from, to) = (node.index(), to.index());
            let _ = writeln!(text, "  n{from} -> n{to} [label={label}];");
        }
    }
    text.push_str("}\n");
    text
}

/// A quoted string of the language: a quote in it is escaped, and a backslash, which begins Graphviz' own escapes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
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
    fn no_name_ends_its_quotes() {
        assert_eq!(quoted("a\"\\\n"), "\"a\\\"\\\\\u{fffd}\"");
    }
}
