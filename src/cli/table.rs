use super::style::{paint, plain};
use anstyle::Style;

/// Columns of text, aligned.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
}

/// A cell: its text, without control characters, and how it is shown.
pub(super) struct Cell {
    text: String,
    style: Style,
    to_the_right: bool,
}

impl Cell {
    pub(super) fn new(text: impl AsRef<str>) -> Self {
        Self {
            text: plain(text.as_ref()),
            style: Style::new(),
            to_the_right: false,
        }
    }

    pub(super) fn number(number: usize) -> Self {
        Self::new(number.to_string()).right()
    }

    pub(super) fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    pub(super) fn right(self) -> Self {
        Self {
            to_the_right: true,
            ..self
        }
    }

    fn width(&self) -> usize {
        self.text.chars().count()
    }
}

impl Table {
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The lines, each indented by `indent` and without spaces at its end.
    pub(super) fn render(&self, indent: &str) -> String {
        let widths = self.widths();
        let mut text = String::new();
        for row in &self.rows {
            text.push_str(indent);
            let mut owed = 0;
            for (cell, width) in row.iter().zip(&widths) {
                let padding = width.saturating_sub(cell.width());
                let (before, after) = if cell.to_the_right {
                    (padding, 0)
                } else {
                    (0, padding)
                };
                text.extend(std::iter::repeat_n(' ', owed + before));
                text.push_str(&paint(cell.style, &cell.text));
                owed = after + 2;
            }
            text.push('\n');
        }
        text
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = Vec::new();
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width().max(*width);
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Table};

    #[test]
    fn columns_are_aligned_and_lines_end_with_text() {
        let mut table = Table::default();
        table.row([Cell::new("a"), Cell::number(10), Cell::new("x")]);
        table.row([Cell::new("long\n"), Cell::number(9)]);
        assert_eq!(table.render(" "), " a      10  x\n long\u{fffd}   9\n");
    }
}
