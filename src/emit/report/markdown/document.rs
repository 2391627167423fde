/// A Markdown text, built block by block with a blank line between them.
#[derive(Default)]
pub(super) struct Document(String);

impl Document {
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(level)));
    }

    /// A paragraph, or nothing where the text is empty.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.block(text);
    }

    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = items.into_iter().map(|item| format!("- {item}")).collect();
        self.block(&lines.join("\n"));
    }

    pub(super) fn numbered(&mut self, items: impl IntoIterator<Item = String>) {
        let items = items.into_iter().zip(1..);
        let lines: Vec<_> = items.map(|(item, n)| format!("{n}. {item}")).collect();
        self.block(&lines.join("\n"));
    }

    pub(super) fn table(&mut self, table: &Table) {
        self.block(&table.to_markdown());
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }

    fn block(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(text);
        self.0.push('\n');
    }
}

/// A table whose columns are aligned in the source too.
#[derive(Default)]
pub(super) struct Table(Vec<Column>);

struct Column {
    title: &'static str,
    cells: Vec<String>,
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
            .map(|cell| cell.replace('|', r"\|"))
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.0.push(Column { title, cells });
        }
        self
    }

    fn to_markdown(&self) -> String {
        let rows = self.0.iter().map(|column| column.cells.len()).max();
        let mut lines = vec![
            self.line(|column, _| column.title.to_owned()),
            self.line(|_, width| "-".repeat(width)),
        ];
        for row in 0..rows.unwrap_or(0) {
            lines.push(self.line(|column, _| column.cells.get(row).cloned().unwrap_or_default()));
        }
        lines.join("\n")
    }

    /// A line of what `cell` makes of each column and its width.
    fn line(&self, cell: impl Fn(&Column, usize) -> String) -> String {
        let mut line = String::from("|");
        let mut columns = self.0.iter().peekable();
        while let Some(column) = columns.next() {
            // The last column holds long descriptions, which it would not help to pad.
            let is_last = columns.peek().is_none();
            let width = if is_last {
                column.title.len()
            } else {
                column.width()
            };
            line.push_str(&format!(" {:width$} |", cell(column, width)));
        }
        line
    }
}

impl Column {
    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| cell.chars().count());
        cells.max().unwrap_or(0).max(self.title.len())
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
        assert_eq!(
            table.to_markdown(),
            "| Name     | About |\n\
             | -------- | ----- |\n\
             | `a`      | x \\| y |\n\
             | `longer` |       |"
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
