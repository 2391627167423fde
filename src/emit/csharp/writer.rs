use std::fmt::{self, Write};
use std::iter;

/// Writes C# as Integration Studio lays it out: tabs, and the brace at the end of the line.
///
/// Line ends are `\n`, but for [files for Windows](CodeWriter::windows).
#[derive(Debug)]
pub struct CodeWriter {
    text: String,
    depth: usize,
    line_end: &'static str,
}

/// What the files of Integration Studio begin with.
pub(in crate::emit) const BYTE_ORDER_MARK: &str = "\u{feff}";

impl CodeWriter {
    /// A writer at the left margin.
    pub fn new() -> Self {
        Self::indented(0)
    }

    /// A writer at the left margin of a file for Windows, behind `mark`.
    pub fn windows(mark: &str) -> Self {
        Self {
            text: mark.to_owned(),
            line_end: "\r\n",
            ..Self::new()
        }
    }

    /// The writer with room for as many bytes: a text of megabytes that has to grow is moved again and again.
    pub fn with_room(mut self, room: usize) -> Self {
        self.text.reserve(room);
        self
    }

    /// A writer `depth` tabs from the left margin.
    pub fn indented(depth: usize) -> Self {
        Self {
            text: String::new(),
            depth,
            line_end: "\n",
        }
    }

    /// Writes one line.
    pub fn line(&mut self, line: impl fmt::Display) {
        self.begin();
        // Writing to a String cannot fail.
        let _ = write!(self.text, "{line}");
        self.blank();
    }

    fn begin(&mut self) {
        self.text.extend(iter::repeat_n("\t", self.depth));
    }

    /// Writes an empty line, or ends one.
    pub fn blank(&mut self) {
        self.text.push_str(self.line_end);
    }

    /// Writes every line of `text`, each further in by the present depth; empty lines stay empty.
    pub fn lines(&mut self, text: &str) {
        for line in text.lines() {
            if !line.is_empty() {
                self.begin();
                self.text.push_str(line);
            }
            self.blank();
        }
    }

    /// Writes a line that begins a block: `if (found) {`.
    pub fn open(&mut self, line: impl fmt::Display) {
        self.line(line);
        self.indent();
    }

    /// Goes one step in.
    pub fn indent(&mut self) {
        self.depth += 1;
    }

    /// Goes one step out.
    pub fn dedent(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Writes a line that ends a block and begins the next one: `} else {`.
    pub fn turn(&mut self, line: impl fmt::Display) {
        self.dedent();
        self.open(line);
    }

    /// Writes a line that ends a block: `}`.
    pub fn close(&mut self, line: impl fmt::Display) {
        self.dedent();
        self.line(line);
    }

    /// The text written so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All that was written.
    pub fn finish(self) -> String {
        self.text
    }
}

impl Default for CodeWriter {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_indented_with_tabs() {
        let mut w = CodeWriter::new();
        w.open("if (a) {");
        w.lines("b();\n\n\tc();");
        w.turn("} else {");
        w.line(format_args!("d({});", 1));
        w.close("}");
        assert_eq!(
            w.finish(),
            "if (a) {\n\tb();\n\n\t\tc();\n} else {\n\td(1);\n}\n"
        );
    }

    #[test]
    fn files_for_windows_have_its_line_ends() {
        let mut w = CodeWriter::windows(BYTE_ORDER_MARK);
        w.open("{");
        w.lines("a\n\nb\r\n");
        w.close("}");
        assert_eq!(w.finish(), "\u{feff}{\r\n\ta\r\n\r\n\tb\r\n}\r\n");
    }
}
