use std::fmt::{self, Display, Write as _};
use std::io;

/// One JSON object that becomes one line: a buffer that is used again for each record.
///
/// Values and keys separate themselves with commas. The text is ASCII; every other character is written
/// as `\uXXXX`, so that UTF-16 which is not well formed can be shown, too.
#[derive(Debug, Default)]
pub(super) struct Line {
    bytes: Vec<u8>,
}

const HEX: &[u8; 16] = b"0123456789abcdef";

impl Line {
    /// Forgets the line and begins an object of kind `kind`.
    pub(super) fn start(&mut self, kind: &str) {
        self.bytes.clear();
        self.begin('{');
        self.key("k").text(kind);
    }

    /// Ends the object and writes the line.
    pub(super) fn write_to<W: io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end('}');
        self.bytes.push(b'\n');
        out.write_all(&self.bytes)
    }

    /// Bytes so far.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The key of the value that follows.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.separate();
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(key.as_bytes());
        self.bytes.extend_from_slice(b"\":");
        self
    }

    /// Begins an object or array.
    pub(super) fn begin(&mut self, bracket: char) {
        self.separate();
        self.raw(bracket);
    }

    /// Ends it.
    pub(super) fn end(&mut self, bracket: char) {
        self.raw(bracket);
    }

    pub(super) fn null(&mut self) {
        self.separate();
        self.bytes.extend_from_slice(b"null");
    }

    pub(super) fn boolean(&mut self, value: bool) {
        self.separate();
        let text: &[u8] = if value { b"true" } else { b"false" };
        self.bytes.extend_from_slice(text);
    }

    pub(super) fn number(&mut self, value: impl Into<i128>) {
        self.separate();
        self.display(value.into());
    }

    /// A number, or null.
    pub(super) fn optional_number(&mut self, value: Option<impl Into<i128>>) {
        match value {
            Some(value) => self.number(value),
            None => self.null(),
        }
    }

    /// A string.
    pub(super) fn text(&mut self, text: &str) {
        self.begin_text();
        self.part(text);
        self.end_text();
    }

    /// A string, or null.
    pub(super) fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// What `value` displays, as a string.
    pub(super) fn text_of(&mut self, value: impl Display) {
        self.begin_text();
        self.display(value);
        self.end_text();
    }

    /// A string of UTF-16 units.
    pub(super) fn utf16(&mut self, units: &[u16]) {
        self.begin_text();
        units.iter().for_each(|unit| self.unit(*unit));
        self.end_text();
    }

    /// Bytes as a string of hexadecimal digits.
    pub(super) fn hex(&mut self, bytes: &[u8]) {
        self.begin_text();
        let digit = |value: u8| HEX.get(usize::from(value)).copied().unwrap_or_default();
        let digits = bytes
            .iter()
            .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
        self.bytes.extend(digits);
        self.end_text();
    }

    /// Begins a string that [`Line::part`] and [`Line::display`] fill.
    pub(super) fn begin_text(&mut self) {
        self.separate();
        self.bytes.push(b'"');
    }

    /// Ends the string.
    pub(super) fn end_text(&mut self) {
        self.bytes.push(b'"');
    }

    /// Adds text to the string.
    pub(super) fn part(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.bytes().position(needs_escape) {
            let (plain, tail) = rest.split_at(at);
            self.bytes.extend_from_slice(plain.as_bytes());
            let mut characters = tail.chars();
            if let Some(character) = characters.next() {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    self.unit(*unit);
                }
            }
            rest = characters.as_str();
        }
        self.bytes.extend_from_slice(rest.as_bytes());
    }

    /// Adds what `value` displays to the string.
    pub(super) fn display(&mut self, value: impl Display) {
        let written = write!(self, "{value}");
        debug_assert!(written.is_ok(), "a value that cannot be displayed");
    }

    fn unit(&mut self, unit: u16) {
        match u8::try_from(unit) {
            Ok(byte @ (b'"' | b'\\')) => self.bytes.extend_from_slice(&[b'\\', byte]),
            Ok(byte) if !needs_escape(byte) => self.bytes.push(byte),
            _ => {
                self.bytes.extend_from_slice(b"\\u");
                self.display(format_args!("{unit:04x}"));
            }
        }
    }

    fn raw(&mut self, bracket: char) {
        self.bytes.push(bracket as u8);
    }

    /// A comma, unless the next value is the first of its array or object or has just got its key. The last
    /// byte tells, because strings end with a quote.
    fn separate(&mut self) {
        if !matches!(self.bytes.last(), None | Some(b'{' | b'[' | b':')) {
            self.bytes.push(b',');
        }
    }
}

fn needs_escape(byte: u8) -> bool {
    !matches!(byte, 0x20..=0x7e) || byte == b'"' || byte == b'\\'
}

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.part(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fill: impl FnOnce(&mut Line)) -> String {
        let mut line = Line::default();
        line.start("x");
        fill(&mut line);
        let mut out = Vec::new();
        line.write_to(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn separates_keys_and_values() {
        let text = line(|line| {
            line.key("a").begin('[');
            line.number(1);
            line.begin('{');
            line.key("b").null();
            line.end('}');
            line.boolean(true);
            line.end(']');
            line.key("c").hex(&[0, 0xfe]);
        });
        assert_eq!(
            text,
            "{\"k\":\"x\",\"a\":[1,{\"b\":null},true],\"c\":\"00fe\"}\n"
        );
    }

    #[test]
    fn escapes_everything_but_printable_ascii() {
        let text = line(|line| line.key("a").text("q\"b\\n\n\u{e9}\u{1f600}:"));
        assert_eq!(
            text,
            "{\"k\":\"x\",\"a\":\"q\\\"b\\\\n\\u000a\\u00e9\\ud83d\\ude00:\"}\n"
        );
        let text = line(|line| line.key("a").utf16(&[0xd800, 0x41]));
        assert_eq!(text, "{\"k\":\"x\",\"a\":\"\\ud800A\"}\n");
    }
}
