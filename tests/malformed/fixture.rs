//! A .NET image put together row by row, with four bytes for every index.

/// The rows and heaps of an image.
pub(crate) struct Fixture {
    rows: [Vec<Vec<u8>>; 64],
    strings: Vec<u8>,
    blobs: Vec<u8>,
    /// Name of the table stream.
    pub(crate) tables_stream: &'static str,
}

/// A column of a row.
pub(crate) enum Cell {
    Short(u16),
    Wide(u32),
}
pub(crate) use Cell::{Short, Wide};

pub(crate) const MODULE: usize = 0x00;
pub(crate) const TYPE_REF: usize = 0x01;
pub(crate) const TYPE_DEF: usize = 0x02;
pub(crate) const FIELD: usize = 0x04;
pub(crate) const METHOD: usize = 0x06;
pub(crate) const TYPE_SPEC: usize = 0x1b;
pub(crate) const EXPORTED_TYPE: usize = 0x27;
pub(crate) const NESTED_CLASS: usize = 0x29;

impl Fixture {
    /// An image with a module and nothing else.
    pub(crate) fn new() -> Self {
        let mut fixture = Self {
            rows: std::array::from_fn(|_| Vec::new()),
            strings: vec![0],
            blobs: vec![0],
            tables_stream: "#~",
        };
        let name = fixture.string("m");
        fixture.row(MODULE, &[Short(0), Wide(name), Wide(0), Wide(0), Wide(0)]);
        fixture
    }

    pub(crate) fn string(&mut self, text: &str) -> u32 {
        let at = self.strings.len() as u32;
        self.strings.extend_from_slice(text.as_bytes());
        self.strings.push(0);
        at
    }

    pub(crate) fn blob(&mut self, bytes: &[u8]) -> u32 {
        let at = self.blobs.len() as u32;
        let length = bytes.len() as u32 | 0xc000_0000;
        self.blobs.extend_from_slice(&length.to_be_bytes());
        self.blobs.extend_from_slice(bytes);
        at
    }

    /// Adds a row and returns its number.
    pub(crate) fn row(&mut self, table: usize, cells: &[Cell]) -> u32 {
        let mut bytes = Vec::new();
        for cell in cells {
            match cell {
                Short(value) => bytes.extend_from_slice(&value.to_le_bytes()),
                Wide(value) => bytes.extend_from_slice(&value.to_le_bytes()),
            }
        }
        self.rows[table].push(bytes);
        self.rows[table].len() as u32
    }

    /// A class without a base type.
    pub(crate) fn class(&mut self, name: &str, fields: u32, methods: u32) -> u32 {
        let name = self.string(name);
        let cells = [
            Wide(1),
            Wide(name),
            Wide(0),
            Wide(0),
            Wide(fields),
            Wide(methods),
        ];
        self.row(TYPE_DEF, &cells)
    }

    pub(crate) fn field(&mut self, name: &str, signature: &[u8]) -> u32 {
        let (name, signature) = (self.string(name), self.blob(signature));
        self.row(FIELD, &[Short(0x16), Wide(name), Wide(signature)])
    }

    pub(crate) fn type_spec(&mut self, signature: &[u8]) -> u32 {
        let signature = self.blob(signature);
        self.row(TYPE_SPEC, &[Wide(signature)])
    }

    fn tables(&self) -> Vec<u8> {
        let present = |table: &usize| !self.rows[*table].is_empty();
        let valid = (0..64)
            .filter(present)
            .fold(0u64, |mask, table| mask | 1 << table);
        let mut stream = vec![0, 0, 0, 0, 2, 0, 7, 1];
        stream.extend_from_slice(&valid.to_le_bytes());
        stream.extend_from_slice(&[0; 8]);
        for table in (0..64).filter(present) {
            stream.extend_from_slice(&(self.rows[table].len() as u32).to_le_bytes());
        }
        stream.extend(self.rows.iter().flatten().flatten());
        stream
    }

    pub(crate) fn metadata(&self) -> Vec<u8> {
        let tables = self.tables();
        let streams: [(&str, &[u8]); 4] = [
            (self.tables_stream, &tables),
            ("#Strings", &self.strings),
            ("#Blob", &self.blobs),
            ("#JTD", &[]),
        ];
        let padded = |name: &str| (name.len() / 4 + 1) * 4;
        let mut root = b"BSJB\x01\0\x01\0\0\0\0\0\x04\0\0\0v4\0\0\0\0".to_vec();
        root.extend_from_slice(&(streams.len() as u16).to_le_bytes());
        let headers: usize = streams.iter().map(|(name, _)| 8 + padded(name)).sum();
        let mut at = root.len() + headers;
        for (name, bytes) in streams {
            root.extend_from_slice(&(at as u32).to_le_bytes());
            root.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            root.extend_from_slice(name.as_bytes());
            root.resize(root.len() + padded(name) - name.len(), 0);
            at += bytes.len();
        }
        root.extend(streams.iter().flat_map(|(_, bytes)| *bytes));
        root
    }

    /// The whole file: headers of 0x200 bytes and one section with the CLI header and the metadata.
    pub(crate) fn image(&self) -> Vec<u8> {
        const START: u32 = 0x200;
        const RVA: u32 = 0x2000;
        const CLI_HEADER: u32 = 0x48;
        let metadata = self.metadata();
        let size = CLI_HEADER + metadata.len() as u32;
        let mut file = vec![0; START as usize];
        let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, b"MZ");
        put(0x3c, &0x40u32.to_le_bytes());
        put(0x40, b"PE\0\0\x4c\x01\x01\0");
        put(0x54, &[0xe0, 0, 0x02, 0x20]);
        put(0x58, &[0x0b, 0x01]);
        put(0x58 + 60, &START.to_le_bytes());
        put(0x58 + 92, &16u32.to_le_bytes());
        put(0x58 + 96 + 14 * 8, &RVA.to_le_bytes());
        put(0x58 + 96 + 14 * 8 + 4, &CLI_HEADER.to_le_bytes());
        for (at, value) in [(8, size), (12, RVA), (16, size), (20, START)] {
            put(0x58 + 0xe0 + at, &value.to_le_bytes());
        }
        let mut header = [0; CLI_HEADER as usize];
        header[..4].copy_from_slice(&CLI_HEADER.to_le_bytes());
        header[8..12].copy_from_slice(&(RVA + CLI_HEADER).to_le_bytes());
        header[12..16].copy_from_slice(&(metadata.len() as u32).to_le_bytes());
        file.extend_from_slice(&header);
        file.extend_from_slice(&metadata);
        file
    }
}
