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

/// A C# documentation comment as it is written.
pub(in crate::emit) struct DocComment(String);

impl DocComment {
    pub(in crate::emit) fn new() -> Self {
        Self("/// ".to_owned())
    }

    /// Adds XML.
    pub(in crate::emit) fn xml(&mut self, xml: &str) {
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', xml.as_bytes()) {
            self.0.push_str(xml.get(start..=end).unwrap_or_default());
            self.0.push_str("/// ");
            start = end + 1;
        }
        self.0.push_str(xml.get(start..).unwrap_or_default());
    }

    /// Adds a text.
    pub(in crate::emit) fn text(&mut self, text: &str) {
        let is_plain = |byte| matches!(byte, b' '..=b'~') && !b"&<>\"'".contains(&byte);
        match text.bytes().all(is_plain) {
            true => self.0.push_str(text),
            false => self.xml(&xml_text(text)),
        }
    }

    /// The lines of the comment.
    pub(in crate::emit) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_comment() {
        let mut comment = DocComment::new();
        comment.xml("<summary>");
        comment.text("a\r\nb\u{2028}c\u{85}</summary>\0");
        comment.text(" & d");
        comment.text(" e");
        assert_eq!(
            comment.finish(),
            "/// <summary>a\n/// b c &lt;/summary&gt;  &amp; d e"
        );
    }
}
