use std::fmt::{self, Write};
use std::iter;

/// Writes C# as Integration Studio lays it out: tabs, and the brace at the end of the line.
///
/// Line ends are `\n` here; [`GeneratedFile`](crate::emit::GeneratedFile) turns them into Windows ones.
#[derive(Debug, Default)]
pub struct CodeWriter {
    text: String,
    depth: usize,
}

impl CodeWriter {
    /// A writer at the left margin.
    pub fn new() -> Self {
        Self::default()
    }

    /// A writer `depth` tabs from the left margin.
    pub fn indented(depth: usize) -> Self {
        Self {
            depth,
            ..Self::default()
        }
    }

    /// Writes one line.
    pub fn line(&mut self, line: impl fmt::Display) {
        self.text.extend(iter::repeat_n('\t', self.depth));
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{line}");
    }

    /// Writes an empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// Writes every line of `text`, each further in by the present depth; empty lines stay empty.
    pub fn lines(&mut self, text: &str) {
        for line in text.lines() {
            if line.is_empty() {
                self.blank();
            } else {
                self.line(line);
            }
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
    pub fn finish(self) -> String {
        self.text
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
}
