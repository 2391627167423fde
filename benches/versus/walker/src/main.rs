//! The nine-number listing by hand: no errors, no Ptr tables, no API, nothing but the numbers.
//!
//! It stands for what a programmer would write who needs these numbers and nothing else: offsets computed
//! once per file, columns read in place, CustomAttribute searched by bisection for each member, names
//! scanned byte by byte and checked to be UTF-8. `examples/listing.rs` says what the numbers are, and takes
//! the same arguments. A damaged file makes it panic.

use std::{env, fs, time::Instant};

/// Rows that a coded index can refer to, and the bits of its tag (II.24.2.6).
const TYPE_DEF_OR_REF: (&[usize], u32) = (&[0x02, 0x01, 0x1b], 2);
const HAS_CONSTANT: (&[usize], u32) = (&[0x04, 0x08, 0x17], 2);
const HAS_CUSTOM_ATTRIBUTE: (&[usize], u32) = (
    &[
        0x06, 0x04, 0x01, 0x02, 0x08, 0x09, 0x0a, 0x00, 0x0e, 0x17, 0x14, 0x11, 0x1a, 0x1b, 0x20,
        0x23, 0x26, 0x27, 0x28, 0x2a, 0x2c, 0x2b,
    ],
    5,
);
const HAS_FIELD_MARSHAL: (&[usize], u32) = (&[0x04, 0x08], 1);
const HAS_DECL_SECURITY: (&[usize], u32) = (&[0x02, 0x06, 0x20], 2);
const MEMBER_REF_PARENT: (&[usize], u32) = (&[0x02, 0x01, 0x1a, 0x06, 0x1b], 3);
const ATTRIBUTE_TYPE: (&[usize], u32) = (&[0x06, 0x0a], 3);
const RESOLUTION_SCOPE: (&[usize], u32) = (&[0x00, 0x1a, 0x23, 0x01], 2);

#[derive(Clone, Copy)]
enum Column {
    Fixed(usize),
    Str,
    Guid,
    Blob,
    Row(usize),
    Coded((&'static [usize], u32)),
}
use Column::{Blob, Coded, Fixed, Guid, Row, Str};

/// The tables up to PropertyMap and Property; those behind are not needed.
const TABLES: [&[Column]; 0x18] = [
    &[Fixed(2), Str, Guid, Guid, Guid],
    &[Coded(RESOLUTION_SCOPE), Str, Str],
    &[
        Fixed(4),
        Str,
        Str,
        Coded(TYPE_DEF_OR_REF),
        Row(0x04),
        Row(0x06),
    ],
    &[Row(0x04)],
    &[Fixed(2), Str, Blob],
    &[Row(0x06)],
    &[Fixed(4), Fixed(2), Fixed(2), Str, Blob, Row(0x08)],
    &[Row(0x08)],
    &[Fixed(2), Fixed(2), Str],
    &[Row(0x02), Coded(TYPE_DEF_OR_REF)],
    &[Coded(MEMBER_REF_PARENT), Str, Blob],
    &[Fixed(2), Coded(HAS_CONSTANT), Blob],
    &[Coded(HAS_CUSTOM_ATTRIBUTE), Coded(ATTRIBUTE_TYPE), Blob],
    &[Coded(HAS_FIELD_MARSHAL), Blob],
    &[Fixed(2), Coded(HAS_DECL_SECURITY), Blob],
    &[Fixed(2), Fixed(4), Row(0x02)],
    &[Fixed(4), Row(0x04)],
    &[Blob],
    &[Row(0x02), Row(0x14)],
    &[Row(0x14)],
    &[Fixed(2), Str, Coded(TYPE_DEF_OR_REF)],
    &[Row(0x02), Row(0x17)],
    &[Row(0x17)],
    &[Fixed(2), Str, Blob],
];

fn u16_at(bytes: &[u8], at: usize) -> usize {
    u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()).into()
}

fn u32_at(bytes: &[u8], at: usize) -> usize {
    u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

#[derive(Clone, Copy, Default)]
struct Table {
    rows: usize,
    start: usize,
    size: usize,
    /// Offset and width of each column.
    columns: [(usize, usize); 6],
}

struct Module<'a> {
    tables: [Table; 0x18],
    rows: &'a [u8],
    strings: &'a [u8],
    blobs: &'a [u8],
}

/// From the image to its metadata.
fn metadata(file: &[u8]) -> &[u8] {
    let pe = u32_at(file, 0x3c);
    let optional = pe + 24;
    let directories = optional
        + if u16_at(file, optional) == 0x20b {
            112
        } else {
            96
        };
    let sections = optional + u16_at(file, pe + 20);
    let offset_of = |rva: usize| {
        (0..u16_at(file, pe + 6))
            .map(|index| sections + index * 40)
            .find(|at| {
                (u32_at(file, at + 12)..u32_at(file, at + 12) + u32_at(file, at + 16))
                    .contains(&rva)
            })
            .map(|at| rva - u32_at(file, at + 12) + u32_at(file, at + 20))
            .unwrap()
    };
    let cli = offset_of(u32_at(file, directories + 14 * 8));
    let start = offset_of(u32_at(file, cli + 8));
    &file[start..start + u32_at(file, cli + 12)]
}

impl<'a> Module<'a> {
    fn open(root: &'a [u8]) -> Self {
        let mut at = 16 + u32_at(root, 12);
        let (mut heap, mut strings, mut blobs) = (&root[..0], &root[..0], &root[..0]);
        let count = u16_at(root, at + 2);
        at += 4;
        for _ in 0..count {
            let start = u32_at(root, at);
            let bytes = &root[start..start + u32_at(root, at + 4)];
            let length = root[at + 8..].iter().position(|byte| *byte == 0).unwrap();
            match &root[at + 8..at + 8 + length] {
                b"#~" | b"#-" => heap = bytes,
                b"#Strings" => strings = bytes,
                b"#Blob" => blobs = bytes,
                _ => {}
            }
            at += 8 + (length + 4 & !3);
        }
        let (sizes, valid) = (heap[6], u64::from_le_bytes(heap[8..16].try_into().unwrap()));
        let (mut rows, mut at) = ([0; 64], 24);
        for (table, slot) in rows.iter_mut().enumerate() {
            if valid >> table & 1 == 1 {
                *slot = u32_at(heap, at);
                at += 4;
            }
        }
        let wide = |wide: bool| if wide { 4 } else { 2 };
        let width = |column: Column| match column {
            Fixed(width) => width,
            Str => wide(sizes & 1 != 0),
            Guid => wide(sizes & 2 != 0),
            Blob => wide(sizes & 4 != 0),
            Row(table) => wide(rows[table] > 0xffff),
            Coded((tables, bits)) => wide(tables.iter().any(|table| rows[*table] > 0xffff >> bits)),
        };
        let mut tables = [Table::default(); 0x18];
        let mut start = 0;
        for (number, table) in tables.iter_mut().enumerate() {
            (table.rows, table.start) = (rows[number], start);
            for (column, slot) in TABLES[number].iter().zip(&mut table.columns) {
                *slot = (table.size, width(*column));
                table.size += slot.1;
            }
            start += table.size * table.rows;
        }
        Self {
            tables,
            rows: &heap[at..],
            strings,
            blobs,
        }
    }

    #[inline]
    fn cell(&self, table: usize, row: usize, column: usize) -> usize {
        let table = &self.tables[table];
        let (offset, width) = table.columns[column];
        let at = table.start + (row - 1) * table.size + offset;
        if width == 2 {
            u16_at(self.rows, at)
        } else {
            u32_at(self.rows, at)
        }
    }

    fn name(&self, index: usize) -> u64 {
        let bytes = &self.strings[index..];
        let length = bytes.iter().position(|byte| *byte == 0).unwrap();
        std::str::from_utf8(&bytes[..length]).unwrap().len() as u64
    }

    fn blob(&self, index: usize) -> Blobs<'a> {
        let mut blob = Blobs(&self.blobs[index..]);
        let length = blob.compressed();
        Blobs(&blob.0[..length])
    }

    /// The rows of the list `column` of row `row`.
    fn list(&self, table: usize, row: usize, column: usize, of: usize) -> std::ops::Range<usize> {
        let end = if row == self.tables[table].rows {
            self.tables[of].rows + 1
        } else {
            self.cell(table, row + 1, column)
        };
        self.cell(table, row, column)..end
    }

    /// The first row of `table` whose first column is not below `key`.
    fn search(&self, table: usize, key: usize) -> usize {
        let (mut low, mut high) = (1, self.tables[table].rows + 1);
        while low < high {
            let middle = low.midpoint(high);
            if self.cell(table, middle, 0) < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }

    fn attributes(&self, tag: usize, row: usize) -> u64 {
        let key = row << 5 | tag;
        let rows = self.search(0x0c, key)..=self.tables[0x0c].rows;
        rows.take_while(|row| self.cell(0x0c, *row, 0) == key)
            .count() as u64
    }

    fn named(&self, token: usize) -> u64 {
        let (table, row) = ([0x02, 0x01, 0x1b][token & 3], token >> 2);
        if table == 0x1b {
            return 1;
        }
        self.name(self.cell(table, row, 2)) + self.name(self.cell(table, row, 1))
    }

    fn node(&self, blob: &mut Blobs) -> u64 {
        match blob.byte() {
            0x01..=0x0e | 0x16 | 0x18 | 0x19 | 0x1c => 1,
            0x0f | 0x10 | 0x1d => 1 + self.node(blob),
            0x11 | 0x12 => self.named(blob.compressed()),
            0x13 | 0x1e => {
                blob.compressed();
                1
            }
            0x14 => {
                let sum = 1 + self.node(blob);
                blob.compressed();
                for _ in 0..2 {
                    for _ in 0..blob.compressed() {
                        blob.compressed();
                    }
                }
                sum
            }
            0x15 => {
                blob.byte();
                let sum = 1 + self.named(blob.compressed());
                let count = blob.compressed();
                sum + (0..count).map(|_| self.node(blob)).sum::<u64>()
            }
            0x1b => {
                self.method(blob);
                1
            }
            0x1f | 0x20 => {
                blob.compressed();
                self.node(blob)
            }
            0x41 => self.node(blob),
            other => panic!("element type {other}"),
        }
    }

    fn method(&self, blob: &mut Blobs) -> u64 {
        if blob.byte() & 0x10 != 0 {
            blob.compressed();
        }
        let count = blob.compressed();
        (0..=count).map(|_| self.node(blob)).sum()
    }

    fn listing(&self) -> [u64; 9] {
        let [
            mut t,
            mut m,
            mut f,
            mut p,
            mut a,
            mut st,
            mut sm,
            mut sf,
            mut sp,
        ] = [0; 9];
        for ty in 1..=self.tables[0x02].rows {
            if !matches!(self.cell(0x02, ty, 0) & 7, 1 | 2) {
                continue;
            }
            t += 1;
            st += self.name(self.cell(0x02, ty, 2)) + self.name(self.cell(0x02, ty, 1));
            a += self.attributes(3, ty);
            for row in self
                .list(0x02, ty, 5, 0x06)
                .filter(|row| self.cell(0x06, *row, 2) & 7 == 6)
            {
                m += 1;
                sm += self.name(self.cell(0x06, row, 3));
                sm += self.method(&mut self.blob(self.cell(0x06, row, 4)));
                a += self.attributes(0, row);
            }
            for row in self
                .list(0x02, ty, 4, 0x04)
                .filter(|row| self.cell(0x04, *row, 0) & 7 == 6)
            {
                f += 1;
                let mut blob = self.blob(self.cell(0x04, row, 2));
                blob.byte();
                sf += self.name(self.cell(0x04, row, 1)) + self.node(&mut blob);
                a += self.attributes(1, row);
            }
            let map = self.search(0x15, ty);
            if map > self.tables[0x15].rows || self.cell(0x15, map, 0) != ty {
                continue;
            }
            for row in self.list(0x15, map, 1, 0x17) {
                p += 1;
                let mut blob = self.blob(self.cell(0x17, row, 2));
                blob.byte();
                blob.compressed();
                sp += self.name(self.cell(0x17, row, 1)) + self.node(&mut blob);
                a += self.attributes(9, row);
            }
        }
        [t, m, f, p, a, st, sm, sf, sp]
    }
}

struct Blobs<'a>(&'a [u8]);

impl Blobs<'_> {
    fn byte(&mut self) -> u8 {
        let byte = self.0[0];
        self.0 = &self.0[1..];
        byte
    }

    fn compressed(&mut self) -> usize {
        let first = usize::from(self.byte());
        match first {
            0..0x80 => first,
            0x80..0xc0 => (first & 0x3f) << 8 | usize::from(self.byte()),
            _ => (0..3).fold(first & 0x1f, |value, _| {
                value << 8 | usize::from(self.byte())
            }),
        }
    }
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let list = fs::read_to_string(&arguments[1]).unwrap();
    let files: Vec<&str> = list.lines().filter(|line| !line.is_empty()).collect();
    let repetitions = arguments.get(2).map_or(1, |text| text.parse().unwrap());
    let map = env::var("SRC").map_or(true, |source| source != "read");
    for repetition in 0..repetitions {
        let start = Instant::now();
        let mut total = [0; 9];
        let mut table = String::new();
        for file in &files {
            let numbers = if map {
                // SAFETY: nobody writes to the files of an installation while they are measured.
                let bytes = unsafe { memmap2::Mmap::map(&fs::File::open(file).unwrap()).unwrap() };
                Module::open(metadata(&bytes)).listing()
            } else {
                Module::open(metadata(&fs::read(file).unwrap())).listing()
            };
            total
                .iter_mut()
                .zip(numbers)
                .for_each(|(sum, number)| *sum += number);
            if repetition == 0 && arguments.len() > 3 {
                let numbers = numbers.map(|number| number.to_string()).join("\t");
                table += &format!("{}\tok\t{numbers}\n", file.rsplit('/').next().unwrap());
            }
        }
        let milliseconds = start.elapsed().as_secs_f64() * 1e3;
        if repetition == 0 && arguments.len() > 3 {
            fs::write(&arguments[3], table).unwrap();
        }
        let [t, m, f, p, a, st, sm, sf, sp] = total;
        println!(
            "rep {repetition} ms {milliseconds:.1} files {} fail 0 panic 0 soft 0 T {t} M {m} F {f} P {p} A {a} ST {st} SM {sm} SF {sf} SP {sp}",
            files.len()
        );
    }
}
