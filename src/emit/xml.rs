//! Text in XML files and in documentation comments.

/// `text` as XML text, escaped as the platform does, with `\n` line ends.
pub(in crate::emit) fn xml_text(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\n' => xml.push('\n'),
            '\r' => {}
            // XML allows no control characters, and C# ends a comment at every Unicode line separator.
            c if c.is_whitespace() || c.is_control() => xml.push(' '),
            c => xml.push(c),
        }
    }
    xml
}

/// A C# documentation comment that holds `xml`.
pub(in crate::emit) fn doc_comment(xml: &str) -> String {
    format!("/// {}", xml.replace('\n', "\n/// "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_comment() {
        let xml = xml_text("a\r\nb\u{2028}c\u{85}</summary>\0");
        assert_eq!(doc_comment(&xml), "/// a\n/// b c &lt;/summary&gt; ");
    }
}
