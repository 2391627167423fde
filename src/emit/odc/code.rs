//! The layout of C# that people outside of Integration Studio use: four spaces, and braces on lines of their own.

/// `code`, which is indented with tabs and has its braces at the ends of lines, in that layout.
pub(super) fn laid_out(code: &str) -> String {
    let mut text = String::with_capacity(code.len().saturating_mul(2));
    let mut line_of = |indent: usize, line: &str| {
        if !line.is_empty() {
            text.push_str(&"    ".repeat(indent));
            text.push_str(line);
        }
        text.push('\n');
    };
    for line in code.lines() {
        let content = line.trim_start_matches('\t');
        let indent = line.len().saturating_sub(content.len());
        let content = match content.strip_prefix("} else") {
            Some(rest) => {
                line_of(indent, "}");
                format!("else{rest}")
            }
            None => content.to_owned(),
        };
        match content.strip_suffix(" {") {
            Some(head) => {
                line_of(indent, head);
                line_of(indent, "{");
            }
            None => line_of(indent, &content),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::laid_out;

    #[test]
    fn braces_are_on_lines_of_their_own() {
        let code = "if (a) {\n\tb = new byte[] {};\n} else {\n\tc();\n}\n\nd = () => {\n};\n";
        let expected =
            "if (a)\n{\n    b = new byte[] {};\n}\nelse\n{\n    c();\n}\n\nd = () =>\n{\n};\n";
        assert_eq!(laid_out(code), expected);
    }
}
