use std::iter;

/// A Markdown text, built block by block with a blank line between them.
#[derive(Default)]
pub(super) struct Document(String);

impl Document {
    /// An empty one that has room for as many bytes.
    pub(super) fn with_room(room: usize) -> Self {
        Self(String::with_capacity(room))
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        let marks = iter::repeat_n("#", level);
        self.block([marks.chain([" ", text]).collect::<String>()]);
    }

    /// A paragraph, or nothing where the text is empty.
    pub(super) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.block([text]);
        }
    }

    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        self.block(items.into_iter().map(|item| format!("- {item}")));
    }

    pub(super) fn numbered(&mut self, items: impl IntoIterator<Item = String>) {
        let items = items.into_iter().zip(1..);
        self.block(items.map(|(item, n)| format!("{n}. {item}")));
    }

    pub(super) fn table(&mut self, table: &Table) {
        self.separate();
        table.write(&mut self.0);
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }

    /// Adds the lines of a block, or nothing where there are none.
    fn block(&mut self, lines: impl IntoIterator<Item = impl AsRef<str>>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() {
            self.separate();
        }
        for line in lines {
            self.0.push_str(line.as_ref());
            self.0.push('\n');
        }
    }

    fn separate(&mut self) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
    }
}

/// A table whose columns are aligned in the source too.
#[derive(Default)]
pub(super) struct Table(Vec<Column>);

struct Column {
    title: &'static str,
    cells: Vec<String>,
    /// In characters; never less than the title's.
    width: usize,
}

impl Table {
    /// Adds a column of Markdown cells, unless all of them are empty.
    pub(super) fn column(
        mut self,
        title: &'static str,
        cells: impl IntoIterator<Item = String>,
    ) -> Self {
        let cells: Vec<_> = cells
            .into_iter()
            .map(|cell| match cell.contains('|') {
                true => cell.replace('|', r"\|"),
                false => cell,
            })
            .collect();
        let width = cells.iter().map(|cell| width(cell)).max().unwrap_or(0);
        if width > 0 {
            self.0.push(Column {
                title,
                cells,
                width: width.max(title.len()),
            });
        }
        self
    }

    fn write(&self, text: &mut String) {
        let rows = self.0.iter().map(|column| column.cells.len()).max();
        self.write_line(text, " ", |column| column.title);
        self.write_line(text, "-", |_| "");
        for row in 0..rows.unwrap_or(0) {
            self.write_line(text, " ", |column| {
                column.cells.get(row).map_or("", String::as_str)
            });
        }
    }

    /// A line of each column's `cell`, filled up to the column's width.
    fn write_line<'t>(
        &'t self,
        text: &mut String,
        fill: &str,
        cell: impl Fn(&'t Column) -> &'t str,
    ) {
        text.push('|');
        for (column, position) in self.0.iter().zip(1..) {
            // The last column holds long descriptions, which it would not help to pad.
            let full = match position == self.0.len() {
                true => column.title.len(),
                false => column.width,
            };
            let cell = cell(column);
            text.push(' ');
            text.push_str(cell);
            text.extend(iter::repeat_n(fill, full.saturating_sub(width(cell))));
            text.push_str(" |");
        }
        text.push('\n');
    }
}

fn width(text: &str) -> usize {
    match text.is_ascii() {
        true => text.len(),
        false => text.chars().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_aligned_and_leave_out_empty_columns() {
        let cells = |cells: [&str; 2]| cells.map(String::from);
        let table = Table::default()
            .column("Name", cells(["`a`", "`longer`"]))
            .column("Default", cells(["", ""]))
            .column("About", cells(["x | y", ""]));
        let mut text = String::new();
        table.write(&mut text);
        assert_eq!(
            text,
            "| Name     | About |\n\
             | -------- | ----- |\n\
             | `a`      | x \\| y |\n\
             | `longer` |       |\n"
        );
    }

    #[test]
    fn blocks_are_separated_and_empty_ones_left_out() {
        let mut document = Document::default();
        document.heading(1, "Title");
        document.paragraph("");
        document.list(["a".into(), "b".into()]);
        document.numbered(["c".into()]);
        assert_eq!(document.into_string(), "# Title\n\n- a\n- b\n\n1. c\n");
    }
}
