use crate::metadata::{Error, ErrorKind, Result, limits};
use std::fmt::{self, Display, Write as _};
use std::io;

/// Where the comments to the right begin, unless the line is longer.
const COMMENT: usize = 88;
const INDENT: usize = 4;

/// A line in the making: a buffer that is used again for each line.
///
/// Control characters are written as C# escapes them: a name from a file must not command the terminal,
/// nor break the line.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    comment: String,
}

impl Line {
    /// Forgets the line and begins another.
    pub(super) fn start(&mut self, indent: usize) {
        self.text.clear();
        self.comment.clear();
        let indent = indent.saturating_mul(INDENT);
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    /// Adds what `value` displays.
    ///
    /// # Errors
    /// If the line is getting too long: rows can share names, and a short signature could stand for an
    /// endless line.
    pub(super) fn put(&mut self, value: impl Display) -> Result<()> {
        write!(self, "{value}").map_err(|fmt::Error| Error::new(ErrorKind::TooLong(self.len())))
    }

    /// Takes `end` away from the end.
    pub(super) fn drop_end(&mut self, end: &str) {
        if self.text.ends_with(end) {
            self.text
                .truncate(self.text.len().saturating_sub(end.len()));
        }
    }

    /// Adds what `value` displays to the comment to the right.
    pub(super) fn comment(&mut self, value: impl Display) {
        let gap = if self.comment.is_empty() { "" } else { "  " };
        let written = write!(self.comment, "{gap}{value}");
        debug_assert!(written.is_ok(), "a value that cannot be displayed");
    }

    /// Bytes so far.
    pub(super) fn len(&self) -> u64 {
        self.text.len().saturating_add(self.comment.len()) as u64
    }

    /// Writes the line.
    pub(super) fn write_to<W: io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        if !self.comment.is_empty() {
            let gap = COMMENT.saturating_sub(self.text.chars().count()).max(2);
            self.text.extend(std::iter::repeat_n(' ', gap));
            self.text.push_str("// ");
            self.text.push_str(&self.comment);
        }
        self.text.push('\n');
        out.write_all(self.text.as_bytes())
    }
}

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.text.len().saturating_add(text.len()) > limits::DUMP_LINE {
            return Err(fmt::Error);
        }
        let mut rest = text;
        while let Some((at, control)) = rest.char_indices().find(|(_, c)| c.is_control()) {
            let (before, after) = rest.split_at(at);
            self.text.push_str(before);
            write!(self.text, "\\u{:04x}", u32::from(control))?;
            rest = after.get(control.len_utf8()..).unwrap_or_default();
        }
        self.text.push_str(rest);
        Ok(())
    }
}
