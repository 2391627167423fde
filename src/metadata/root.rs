use super::coded::Coded;
use super::error::{Error, ErrorKind, Result};
use super::heaps::Heap;
use super::index::Index;
use super::layout::{Layout, TABLES, Widths};
use super::list::Lists;
use super::lookup::Order;
use super::schema::{Table, TableId};
use super::{Cursor, limits};
use std::sync::OnceLock;

const SIGNATURE: u32 = 0x424a_5342;
/// Bytes of the `#Pdb` stream before its row counts: id, entry point and table mask.
const PDB_ID_SIZE: usize = 20;

/// The metadata of one module: streams and table layouts, read once (II.24.2).
///
/// It borrows everything from the bytes it was parsed from and is `Send` and `Sync`.
#[derive(Debug)]
pub struct Metadata<'a> {
    version: &'a str,
    streams: Vec<Stream<'a>>,
    tables: &'a [u8],
    tables_offset: u64,
    strings: Heap<'a>,
    user_strings: Heap<'a>,
    blobs: Heap<'a>,
    guids: Heap<'a>,
    layouts: [Layout; TABLES],
    /// Row counts that indices are checked against: those of `layouts`, and in a portable PDB those of
    /// the module that it belongs to.
    rows: [u32; TABLES],
    sorted: u64,
    pub(crate) orders: [OnceLock<Order>; TABLES],
    /// Per table, how the list column that refers to it divides it.
    pub(crate) lists: [OnceLock<Lists>; TABLES],
    /// The accessors, by method.
    pub(crate) semantics_by_method: OnceLock<Index>,
    /// The explicit overrides, by the method that implements.
    pub(crate) overrides_by_body: OnceLock<Index>,
}

/// A stream as the root lists it (II.24.2.2).
#[derive(Clone, Copy, Debug)]
pub struct Stream<'a> {
    /// Name, for instance `#Strings`.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// File offset of the first byte.
    pub offset: u64,
}

impl<'a> Metadata<'a> {
    /// Reads the root, the stream headers and the head of the table stream from `bytes`, which are at
    /// `offset` in the file.
    ///
    /// # Errors
    /// If one of these is cut off or contradicts the standard; see [`ErrorKind`]. What is in the rows and
    /// heaps is not looked at.
    pub fn parse(bytes: &'a [u8], offset: u64) -> Result<Self> {
        let mut root = Cursor::new(bytes, offset);
        let at = root;
        let signature = root.u32()?;
        if signature != SIGNATURE {
            return Err(at.error(ErrorKind::BadSignature(signature)));
        }
        root.take(8, "the metadata root")?;
        let length = usize::try_from(root.u32()?).unwrap_or(usize::MAX);
        let version = root.take(length, "the version")?;
        root.u16()?;
        let at = root;
        let count = root.u16()?;
        if count > limits::STREAMS {
            return Err(at.error(ErrorKind::TooManyStreams(count)));
        }
        let mut streams = Vec::new();
        for _ in 0..count {
            streams.push(Stream::parse(&mut root, bytes, offset)?);
        }

        let mut metadata = Self {
            version: text_before_nul(version),
            tables: &[],
            tables_offset: offset,
            strings: Heap::empty("#Strings"),
            user_strings: Heap::empty("#US"),
            blobs: Heap::empty("#Blob"),
            guids: Heap::empty("#GUID"),
            layouts: [Layout::EMPTY; TABLES],
            rows: [0; TABLES],
            sorted: 0,
            orders: [const { OnceLock::new() }; TABLES],
            lists: [const { OnceLock::new() }; TABLES],
            semantics_by_method: OnceLock::new(),
            overrides_by_body: OnceLock::new(),
            streams,
        };
        let mut tables = None;
        let mut pdb = None;
        for stream in &metadata.streams {
            // Of two streams of one name the runtime takes the first, with an exception for `#-`, which
            // wins over `#~` by being looked at later.
            let heap = match stream.name {
                "#Strings" => &mut metadata.strings,
                "#US" => &mut metadata.user_strings,
                "#Blob" => &mut metadata.blobs,
                "#GUID" => &mut metadata.guids,
                "#~" => {
                    tables.get_or_insert(*stream);
                    continue;
                }
                "#-" => {
                    tables = Some(*stream);
                    continue;
                }
                "#Pdb" => {
                    pdb.get_or_insert(*stream);
                    continue;
                }
                _ => continue,
            };
            if heap.bytes.is_empty() {
                *heap = heap.of(*stream);
            }
        }
        let tables = tables.ok_or_else(|| Error::at(ErrorKind::NoTables, offset))?;
        if let Some(pdb) = pdb {
            metadata.parse_pdb_rows(pdb)?;
        }
        metadata.parse_tables(tables)?;
        Ok(metadata)
    }

    /// Checks once that `#Strings` is UTF-8, so that its names need not be checked one by one.
    ///
    /// This reads the whole heap, which opening does not: it pays for those who read most of the names.
    /// The names and their errors are the same with it and without.
    #[must_use]
    pub fn with_names_checked(self) -> Self {
        Self {
            strings: self.strings.checked(),
            ..self
        }
    }

    /// Row counts of the module's tables, which a portable PDB's `#Pdb` stream repeats.
    fn parse_pdb_rows(&mut self, stream: Stream<'a>) -> Result<()> {
        let mut cursor = Cursor::new(stream.bytes, stream.offset);
        cursor.take(PDB_ID_SIZE.saturating_add(4), "the #Pdb stream")?;
        let referenced = cursor.u64()?;
        for (table, rows) in (0u32..).zip(&mut self.rows) {
            if referenced >> table & 1 == 1 {
                *rows = cursor.u32()?;
            }
        }
        Ok(())
    }

    fn parse_tables(&mut self, stream: Stream<'a>) -> Result<()> {
        let mut cursor = Cursor::new(stream.bytes, stream.offset);
        cursor.take(6, "the table stream")?;
        let heap_sizes = cursor.u8()?;
        cursor.u8()?;
        let valid = cursor.u64()?;
        self.sorted = cursor.u64()?;
        for (table, rows) in (0u8..).zip(&mut self.rows) {
            if valid >> table & 1 == 1 {
                *rows = cursor.u32()?;
            }
        }
        if heap_sizes & 0x40 != 0 {
            cursor.u32()?;
        }
        self.tables = cursor.rest();
        self.tables_offset = cursor.offset();

        let widths = Widths {
            heap_sizes,
            rows: &self.rows,
            all_wide: self.streams.iter().any(|stream| stream.name == "#JTD"),
        };
        let mut start = 0u32;
        let mut unknown = None;
        for ((number, layout), rows) in (0u8..).zip(&mut self.layouts).zip(&self.rows) {
            if valid >> number & 1 == 0 || *rows == 0 {
                continue;
            }
            let Some(table) = TableId::from_number(number) else {
                unknown.get_or_insert(number);
                continue;
            };
            if let Some(unknown) = unknown {
                return Err(cursor.error(ErrorKind::UnknownTable(unknown)));
            }
            *layout = Layout::new(table, &widths);
            layout.rows = *rows;
            layout.start = start;
            let size = u64::from(*rows).saturating_mul(u64::from(layout.row_size));
            cursor.take(usize::try_from(size).unwrap_or(usize::MAX), table.name())?;
            start = start.saturating_add(u32::try_from(size).unwrap_or(u32::MAX));
        }
        Ok(())
    }

    /// The version string of the root, for instance `v4.0.30319`; empty if it is not UTF-8.
    pub fn version(&self) -> &'a str {
        self.version
    }

    /// The streams as listed.
    pub fn streams(&self) -> &[Stream<'a>] {
        &self.streams
    }

    /// The `#Strings` heap.
    pub fn strings(&self) -> Heap<'a> {
        self.strings
    }

    /// The `#US` heap.
    pub fn user_strings(&self) -> Heap<'a> {
        self.user_strings
    }

    /// The `#Blob` heap.
    pub fn blobs(&self) -> Heap<'a> {
        self.blobs
    }

    /// The `#GUID` heap.
    pub fn guids(&self) -> Heap<'a> {
        self.guids
    }

    /// The number of rows of `table`.
    pub fn row_count(&self, table: TableId) -> u32 {
        self.layout(table).rows
    }

    /// Whether the table stream says that `table` is sorted. It is only a claim; look-ups check it.
    pub fn claims_sorted(&self, table: TableId) -> bool {
        self.sorted >> table as u8 & 1 == 1
    }

    #[inline]
    pub(crate) fn layout(&self, table: TableId) -> &Layout {
        self.layouts.get(table as usize).unwrap_or(&Layout::EMPTY)
    }

    /// All bytes of `table`.
    pub(crate) fn table_bytes(&self, table: TableId) -> &'a [u8] {
        let layout = self.layout(table);
        let first = layout.range(1).unwrap_or_default();
        let last = layout.range(layout.rows).unwrap_or_default();
        self.tables.get(first.start..last.end).unwrap_or_default()
    }

    /// The bytes of row `row`, from 1, of `table`.
    #[inline]
    pub(crate) fn row_bytes(&self, table: TableId, row: u32) -> Option<&'a [u8]> {
        self.tables.get(self.layout(table).range(row)?)
    }

    /// Checks that `table` has a row `row`, or that `row` is 0, the null index.
    pub(crate) fn check(&self, table: TableId, row: u32) -> Result<()> {
        let rows = self.rows.get(table as usize).copied().unwrap_or(0);
        if row > rows {
            return Err(Error::new(ErrorKind::NoSuchRow { table, row, rows }));
        }
        Ok(())
    }

    /// Unpacks a coded index; `None` is null.
    pub(crate) fn decode<C: Coded>(&self, value: u32) -> Result<Option<C>> {
        let bits = C::SCHEMA.tag_bits;
        let row = value >> bits;
        let tag = value & !(u32::MAX << bits);
        let slot = usize::try_from(tag).unwrap_or(usize::MAX);
        match C::SCHEMA.tables.get(slot) {
            Some(Some(table)) => {
                self.check(*table, row)?;
                Ok(C::from_parts(tag, row))
            }
            _ if row == 0 => Ok(None),
            _ => Err(Error::new(ErrorKind::BadTag { value })),
        }
    }

    /// The single row of table `T`, for `Module` and `Assembly`.
    pub fn first<T: Table>(&self) -> Option<super::Row<'_, T>> {
        self.rows::<T>().next()
    }
}

impl<'a> Stream<'a> {
    /// Reads a stream header (II.24.2.2): offset and size from the start of the root, and a name that is
    /// padded with zeros to a multiple of four bytes.
    fn parse(root: &mut Cursor<'a>, bytes: &'a [u8], offset: u64) -> Result<Self> {
        let at = *root;
        let start = usize::try_from(root.u32()?).unwrap_or(usize::MAX);
        let size = usize::try_from(root.u32()?).unwrap_or(usize::MAX);
        let name = root.rest();
        let length = name.iter().take(32).position(|byte| *byte == 0);
        let length = length.ok_or_else(|| root.error(ErrorKind::BadStreamName))?;
        let padded = length.saturating_add(4) & !3;
        root.take(padded.min(name.len()), "a stream name")?;
        let rest = bytes.get(start..).unwrap_or_default();
        let bytes = rest.get(..size).ok_or_else(|| {
            at.error(ErrorKind::CutOff {
                what: "a stream",
                needs: size as u64,
                has: rest.len() as u64,
            })
        })?;
        Ok(Self {
            name: text_before_nul(name),
            bytes,
            offset: offset.saturating_add(start as u64),
        })
    }
}

/// The text before the first zero byte; empty if it is not UTF-8.
fn text_before_nul(bytes: &[u8]) -> &str {
    let text = bytes.split(|byte| *byte == 0).next().unwrap_or_default();
    std::str::from_utf8(text).unwrap_or_default()
}
