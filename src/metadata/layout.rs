use super::schema::{ColumnKind, TableId};

/// The most columns that a table has.
const COLUMNS: usize = 9;

/// Number of possible tables: the bits of the `Valid` mask.
pub(crate) const TABLES: usize = 64;

/// Where a table's rows are, and where the columns are in a row (II.24.2.6).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout {
    /// Number of rows.
    pub(crate) rows: u32,
    /// Bytes of a row.
    pub(crate) row_size: usize,
    /// Position of the first row in the table stream.
    pub(crate) start: usize,
    offsets: [u8; COLUMNS],
    /// Bit `i` is set where column `i` has four bytes instead of two.
    wide: u16,
}

impl Layout {
    /// The layout of a table without rows.
    pub(crate) const EMPTY: Self = Self {
        rows: 0,
        row_size: 0,
        start: 0,
        offsets: [0; COLUMNS],
        wide: 0,
    };

    /// The layout of `table`'s rows under these index widths; `rows` and `start` are left to the caller.
    pub(crate) fn new(table: TableId, widths: &Widths<'_>) -> Self {
        let mut layout = Self::EMPTY;
        let mut offset = 0u8;
        for ((column, slot), bit) in table.columns().iter().zip(&mut layout.offsets).zip(0u32..) {
            *slot = offset;
            let wide = widths.is_wide(column);
            layout.wide |= u16::from(wide) << bit;
            offset = offset.saturating_add(if wide { 4 } else { 2 });
        }
        layout.row_size = usize::from(offset);
        layout
    }

    /// The unsigned number in column `column` of `row`. A row is cut to `row_size` bytes, so every column
    /// of the table is inside it.
    #[inline]
    pub(crate) fn number(&self, row: &[u8], column: usize) -> u32 {
        let offset = self.offsets.get(column).map_or(0, |o| usize::from(*o));
        let bytes = row.get(offset..).unwrap_or_default();
        if self.wide >> column & 1 == 1 {
            bytes.first_chunk().map_or(0, |b| u32::from_le_bytes(*b))
        } else {
            bytes
                .first_chunk()
                .map_or(0, |b| u32::from(u16::from_le_bytes(*b)))
        }
    }
}

/// What decides the width of index columns.
pub(crate) struct Widths<'r> {
    /// `HeapSizes` of the table stream (II.24.2.6).
    pub(crate) heap_sizes: u8,
    /// Rows of each table; in a portable PDB those of the module's tables, too.
    pub(crate) rows: &'r [u32; TABLES],
    /// Whether indices have four bytes whatever the row counts: a minimal delta of Edit and Continue,
    /// which says so by a stream `#JTD`.
    pub(crate) all_wide: bool,
}

impl Widths<'_> {
    fn is_wide(&self, column: &ColumnKind) -> bool {
        match column {
            ColumnKind::U16 => false,
            ColumnKind::U32 => true,
            ColumnKind::Str => self.heap_sizes & 0x01 != 0,
            ColumnKind::Guid => self.heap_sizes & 0x02 != 0,
            ColumnKind::Blob => self.heap_sizes & 0x04 != 0,
            ColumnKind::Index(_) | ColumnKind::Coded(_) if self.all_wide => true,
            ColumnKind::Index(table) => self.rows_of(*table) > 0xffff,
            ColumnKind::Coded(schema) => {
                let most = schema.tables.iter().flatten();
                let most = most.map(|table| self.rows_of(*table)).max();
                most.unwrap_or(0) > 0xffff >> schema.tag_bits
            }
        }
    }

    /// The rows that count for the width of an index into `table`. Where a Ptr table is present the list
    /// columns index that one, and it has as many rows.
    fn rows_of(&self, table: TableId) -> u32 {
        self.rows.get(table as usize).copied().unwrap_or(0)
    }
}
