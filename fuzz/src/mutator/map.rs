//! Where everything is in an image: enough of the formats to aim at one field.

use dllift::metadata::TableId;
use dllift::metadata::schema::ColumnKind;
use std::ops::Range;

/// A little-endian field of the file.
#[derive(Clone, Copy)]
pub struct Field {
    pub at: usize,
    pub width: usize,
}

impl Field {
    pub fn new(at: usize, width: usize) -> Self {
        Self { at, width }
    }

    /// Its value; 0 past the end of the file.
    pub fn get(self, data: &[u8]) -> u32 {
        let bytes = data.get(self.at..).unwrap_or_default();
        let bytes = bytes.iter().take(self.width.min(4)).rev();
        bytes.fold(0, |value, byte| value << 8 | u32::from(*byte))
    }

    pub fn set(self, data: &mut [u8], value: u32) {
        put(data, self.at, &value.to_le_bytes()[..self.width.min(4)]);
    }
}

/// Overwrites what is at `at`, as far as the file goes.
pub fn put(data: &mut [u8], at: usize, bytes: &[u8]) {
    let target = data.iter_mut().skip(at);
    target.zip(bytes).for_each(|(old, new)| *old = *new);
}

/// A stream header and the stream that it points to.
pub struct Stream {
    pub header: usize,
    pub name: String,
    pub range: Range<usize>,
}

impl Stream {
    pub fn offset(&self) -> Field {
        Field::new(self.header, 4)
    }

    pub fn size(&self) -> Field {
        Field::new(self.header + 4, 4)
    }

    /// The name with its padding.
    pub fn name_bytes(&self) -> Range<usize> {
        let start = self.header + 8;
        start..start + (self.name.len() / 4 + 1) * 4
    }
}

/// A table that has rows.
pub struct Table {
    pub id: TableId,
    pub count: Field,
    pub rows: usize,
    pub start: usize,
    pub row_size: usize,
    /// Position in the row, width and kind of each column.
    pub columns: Vec<(usize, usize, ColumnKind)>,
}

impl Table {
    /// A cell; rows count from 0.
    pub fn cell(&self, row: usize, column: usize) -> Field {
        let (offset, width, _) = self.columns[column];
        Field::new(self.start + row * self.row_size + offset, width)
    }

    pub fn row(&self, row: usize) -> Range<usize> {
        let start = self.start + row * self.row_size;
        start..start + self.row_size
    }
}

/// The places of an image.
pub struct Map {
    pub pe: usize,
    pub optional: usize,
    pub directories: usize,
    pub sections: Vec<usize>,
    pub cli: usize,
    pub metadata: Range<usize>,
    pub streams: Vec<Stream>,
    pub table_stream: usize,
    pub tables: Vec<Table>,
}

impl Map {
    /// The places of `data`; `None` where it is too odd to be aimed at.
    pub fn of(data: &[u8]) -> Option<Self> {
        let u32_at = |at: usize| Some(u32::from_le_bytes(*data.get(at..)?.first_chunk()?));
        let u16_at = |at: usize| Some(u16::from_le_bytes(*data.get(at..)?.first_chunk()?));
        let pe = u32_at(0x3c)? as usize;
        let optional = pe.checked_add(24)?;
        let directories = optional + if u16_at(optional)? == 0x20b { 112 } else { 96 };
        let first_section = optional + usize::from(u16_at(pe + 20)?);
        let count = usize::from(u16_at(pe + 6)?).min(96);
        let sections = (0..count).map(|at| first_section + at * 40);
        let sections = sections.take_while(|header| header + 40 <= data.len());
        let sections: Vec<usize> = sections.collect();
        let file_offset = |rva: u32| {
            sections.iter().find_map(|header| {
                let delta = rva.checked_sub(u32_at(header + 12)?)?;
                let inside = delta < u32_at(header + 16)?;
                inside.then_some(u32_at(header + 20)?.checked_add(delta)? as usize)
            })
        };
        let cli = file_offset(u32_at(directories + 14 * 8)?)?;
        let start = file_offset(u32_at(cli + 8)?)?;
        let end = start.checked_add(u32_at(cli + 12)? as usize)?;
        let mut map = Self {
            pe,
            optional,
            directories,
            cli,
            metadata: start..end.min(data.len()),
            streams: Vec::new(),
            table_stream: 0,
            tables: Vec::new(),
            sections,
        };
        map.read_streams(data)?;
        map.read_tables(data)?;
        Some(map)
    }

    fn read_streams(&mut self, data: &[u8]) -> Option<()> {
        let root = self.metadata.start;
        let field = |at: usize, width: usize| Field::new(at, width).get(data) as usize;
        let count = root + 16 + field(root + 12, 4) + 2;
        let mut header = count + 2;
        for _ in 0..field(count, 2).min(64) {
            let name = data.get(header + 8..)?.split(|byte| *byte == 0).next()?;
            let name = String::from_utf8(name.get(..32).unwrap_or(name).to_vec()).ok()?;
            let start = root + field(header, 4);
            let range = start..start + field(header + 4, 4);
            self.streams.push(Stream {
                header,
                name,
                range,
            });
            header = self.streams.last()?.name_bytes().end;
        }
        Some(())
    }

    fn read_tables(&mut self, data: &[u8]) -> Option<()> {
        let stream = self.streams.iter().find(|stream| {
            let is_tables = stream.name == "#~" || stream.name == "#-";
            is_tables && stream.range.end <= data.len()
        })?;
        self.table_stream = stream.range.start;
        let heap_sizes = *data.get(self.table_stream + 6)?;
        let valid = data.get(self.table_stream + 8..)?.first_chunk()?;
        let valid = u64::from_le_bytes(*valid);
        let mut at = self.table_stream + 24;
        let mut counts = Vec::new();
        for number in (0u8..64).filter(|number| valid >> number & 1 == 1) {
            counts.push((TableId::from_number(number)?, Field::new(at, 4)));
            at += 4;
        }
        at += if heap_sizes & 0x40 != 0 { 4 } else { 0 };
        let all_wide = self.streams.iter().any(|stream| stream.name == "#JTD");
        let rows_of = |table: TableId| {
            let found = counts.iter().find(|(id, _)| *id == table);
            found.map_or(0, |(_, count)| count.get(data))
        };
        for (id, count) in &counts {
            let mut row_size = 0;
            let mut columns = Vec::new();
            for kind in id.columns() {
                let wide = match kind {
                    ColumnKind::U16 => false,
                    ColumnKind::U32 => true,
                    ColumnKind::Str => heap_sizes & 1 != 0,
                    ColumnKind::Guid => heap_sizes & 2 != 0,
                    ColumnKind::Blob => heap_sizes & 4 != 0,
                    ColumnKind::Index(table) => all_wide || rows_of(*table) > 0xffff,
                    ColumnKind::Coded(coded) => {
                        let most = coded.tables.iter().flatten().map(|table| rows_of(*table));
                        all_wide || most.max().unwrap_or(0) > 0xffff >> coded.tag_bits
                    }
                };
                let width = if wide { 4 } else { 2 };
                columns.push((row_size, width, *kind));
                row_size += width;
            }
            let rows = count.get(data) as usize;
            if rows > data.len() {
                return None;
            }
            let table = Table {
                id: *id,
                count: *count,
                rows,
                start: at,
                row_size,
                columns,
            };
            at += rows * row_size;
            if rows > 0 {
                self.tables.push(table);
            }
        }
        (at <= data.len()).then_some(())
    }

    pub fn stream(&self, name: &str) -> Option<&Stream> {
        self.streams.iter().find(|stream| stream.name == name)
    }

    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The bytes of the blob that `index` points to.
    pub fn blob(&self, data: &[u8], index: u32) -> Option<Range<usize>> {
        let heap = self.stream("#Blob")?.range.clone();
        let start = heap.start.checked_add(index as usize)?;
        let (head, length) = match *data.get(start..)? {
            [a @ 0..0x80, ..] => (1, u32::from(a)),
            [a @ 0x80..0xc0, b, ..] => (2, u32::from(a & 0x3f) << 8 | u32::from(b)),
            [a @ 0xc0..0xe0, b, c, d, ..] => (4, u32::from_be_bytes([a & 0x1f, b, c, d])),
            _ => return None,
        };
        let start = start + head;
        let end = start + length as usize;
        (index > 0 && end <= heap.end.min(data.len())).then_some(start..end)
    }
}
