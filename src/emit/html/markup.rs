use memchr::memchr2;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::io::{self, Write};
use std::mem;

/// HTML that is built piece by piece.
///
/// Only what is written in our own source can become a tag: [`Self::html`] takes nothing that was made
/// while the program runs.
#[derive(Default)]
pub(in crate::emit) struct Markup(String);

impl Markup {
    /// Nothing yet, with room for so many bytes.
    pub(in crate::emit) fn with_room(room: usize) -> Self {
        Self(String::with_capacity(room))
    }

    /// Adds HTML as it is.
    pub(in crate::emit) fn html(&mut self, html: &'static str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Adds text, in an element or in a quoted attribute.
    pub(in crate::emit) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // HTML has no control characters but white space.
                c if c.is_control() && !c.is_whitespace() => self.0.push('\u{fffd}'),
                c => self.0.push(c),
            }
        }
        self
    }

    /// Adds a foreign name or value, which is isolated: right-to-left characters in it change the
    /// order of nothing else.
    pub(in crate::emit) fn name(&mut self, name: &str) -> &mut Self {
        self.html("<code>").text(name).html("</code>")
    }

    /// Adds the content of a `<script type="application/json">`, which no content can end.
    pub(in crate::emit) fn json(&mut self, value: &impl Serialize) -> &mut Self {
        let mut html = mem::take(&mut self.0).into_bytes();
        // What is serialised are strings, numbers and lists of them: nothing that JSON lacks.
        let _ = value.serialize(&mut Serializer::with_formatter(&mut html, InScript));
        self.0 = String::from_utf8(html).unwrap_or_default();
        self
    }

    pub(in crate::emit) fn into_string(self) -> String {
        self.0
    }
}

/// JSON without what ends a script, or a line of one.
struct InScript;

/// What is escaped, and how.
const IN_SCRIPT: [(char, &str); 3] = [
    ('<', r"\u003c"),
    ('\u{2028}', r"\u2028"),
    ('\u{2029}', r"\u2029"),
];

impl Formatter for InScript {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        // The separators begin with the same byte.
        if memchr2(b'<', 0xe2, fragment.as_bytes()).is_none() {
            return writer.write_all(fragment.as_bytes());
        }
        for part in fragment.split_inclusive(IN_SCRIPT.map(|(c, _)| c)) {
            let special = |(c, escape): (char, _)| Some((part.strip_suffix(c)?, escape));
            let (plain, escape) = IN_SCRIPT
                .into_iter()
                .find_map(special)
                .unwrap_or((part, ""));
            writer.write_all(plain.as_bytes())?;
            writer.write_all(str::as_bytes(escape))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut page = Markup::default();
        page.text("<script>\"'&amp;\0\n");
        assert_eq!(
            page.into_string(),
            "&lt;script&gt;&quot;&#39;&amp;amp;\u{fffd}\n"
        );
    }

    #[test]
    fn json_cannot_end_its_element() {
        let mut page = Markup::default();
        page.json(&["</script><!--", "\u{2028}\u{2029}"]);
        assert_eq!(
            page.into_string(),
            r#"["\u003c/script>\u003c!--","\u2028\u2029"]"#
        );
    }
}
