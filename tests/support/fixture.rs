//! A .NET image put together row by row, with four bytes for every index.

use super::shell::Shell;

/// The rows and heaps of an image.
pub(crate) struct Fixture {
    rows: [Vec<Vec<u8>>; 64],
    strings: Vec<u8>,
    blobs: Vec<u8>,
    guids: Vec<u8>,
    /// Name of the table stream.
    pub(crate) tables_stream: &'static str,
    /// A number behind the row counts, which the flag 0x40 of the heap sizes announces.
    pub(crate) extra_data: Option<u32>,
    /// A table and the row count that the stream claims for it.
    pub(crate) claimed_rows: Option<(usize, u32)>,
}

/// A stream's name and bytes.
pub(crate) type Stream = (&'static str, Vec<u8>);

/// A column of a row.
#[derive(Clone, Copy)]
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
#[allow(dead_code, reason = "only what ships is tested with it")]
pub(crate) const MEMBER_REF: usize = 0x0a;
pub(crate) const CONSTANT: usize = 0x0b;
#[allow(dead_code, reason = "only what ships is tested with it")]
pub(crate) const CUSTOM_ATTRIBUTE: usize = 0x0c;
#[allow(dead_code, reason = "only the closure is tested with it")]
pub(crate) const MODULE_REF: usize = 0x1a;
pub(crate) const TYPE_SPEC: usize = 0x1b;
#[allow(dead_code, reason = "only the closure is tested with it")]
pub(crate) const IMPL_MAP: usize = 0x1c;
pub(crate) const ASSEMBLY: usize = 0x20;
pub(crate) const ASSEMBLY_REF: usize = 0x23;
pub(crate) const EXPORTED_TYPE: usize = 0x27;
pub(crate) const NESTED_CLASS: usize = 0x29;

impl Fixture {
    /// An image with a module and nothing else.
    pub(crate) fn new() -> Self {
        let mut fixture = Self {
            rows: std::array::from_fn(|_| Vec::new()),
            strings: vec![0],
            blobs: vec![0],
            guids: vec![0x11; 16],
            tables_stream: "#~",
            extra_data: None,
            claimed_rows: None,
        };
        let name = fixture.string("m");
        fixture.row(MODULE, &[Short(0), Wide(name), Wide(1), Wide(0), Wide(0)]);
        fixture
    }

    pub(crate) fn string(&mut self, text: impl AsRef<[u8]>) -> u32 {
        let at = self.strings.len() as u32;
        self.strings.extend_from_slice(text.as_ref());
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

    /// Adds bytes to the blob heap as they are, without a length.
    pub(crate) fn raw_blob(&mut self, bytes: &[u8]) -> u32 {
        let at = self.blobs.len() as u32;
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

    /// A public class without a base type.
    pub(crate) fn class(&mut self, name: &str, fields: u32, methods: u32) -> u32 {
        self.derived(name, 0, fields, methods)
    }

    /// A public class with a base type, a coded index.
    pub(crate) fn derived(&mut self, name: &str, base: u32, fields: u32, methods: u32) -> u32 {
        let name = self.string(name);
        let cells = [1, name, 0, base, fields, methods].map(Wide);
        self.row(TYPE_DEF, &cells)
    }

    /// A public static field.
    pub(crate) fn field(&mut self, name: impl AsRef<[u8]>, signature: &[u8]) -> u32 {
        let (name, signature) = (self.string(name), self.blob(signature));
        self.row(FIELD, &[Short(0x16), Wide(name), Wide(signature)])
    }

    pub(crate) fn type_spec(&mut self, signature: &[u8]) -> u32 {
        let signature = self.blob(signature);
        self.row(TYPE_SPEC, &[Wide(signature)])
    }

    pub(crate) fn type_ref(&mut self, scope: u32, name: &str) -> u32 {
        self.type_ref_in(scope, "", name)
    }

    pub(crate) fn type_ref_in(&mut self, scope: u32, namespace: &str, name: &str) -> u32 {
        let [name, namespace] = [name, namespace].map(|text| self.string(text));
        self.row(TYPE_REF, &[Wide(scope), Wide(name), Wide(namespace)])
    }

    pub(crate) fn exported_type(&mut self, name: &str, implementation: u32) -> u32 {
        let name = self.string(name);
        let cells = [0, 0, name, 0, implementation].map(Wide);
        self.row(EXPORTED_TYPE, &cells)
    }

    /// The manifest; without it the image is a netmodule.
    pub(crate) fn assembly(&mut self, name: &str) -> u32 {
        self.versioned(name, 1)
    }

    /// [`Self::assembly`] in a major version.
    pub(crate) fn versioned(&mut self, name: &str, major: u16) -> u32 {
        let name = self.string(name);
        let cells = [Wide(0x8004), Short(major), Short(0), Short(0), Short(0)];
        let more = [0, 0, name, 0].map(Wide);
        self.row(ASSEMBLY, &[&cells[..], &more].concat())
    }

    /// The attribute that says for which framework the assembly was built: `.NETCoreApp,Version=v8.0`.
    #[allow(dead_code, reason = "only what ships is tested with it")]
    pub(crate) fn target_framework(&mut self, framework: &str) {
        const STRING: u8 = 0x0e;
        let name = self.string("TargetFrameworkAttribute");
        let namespace = self.string("System.Runtime.Versioning");
        // In this module.
        let ty = self.row(TYPE_REF, &[1 << 2, name, namespace].map(Wide));
        let (name, signature) = (self.string(".ctor"), self.blob(&[0x20, 1, 1, STRING]));
        let constructor = self.row(MEMBER_REF, &[ty << 3 | 1, name, signature].map(Wide));
        let length = u8::try_from(framework.len()).unwrap();
        let value = [&[1, 0, length], framework.as_bytes(), &[0, 0]].concat();
        let value = self.blob(&value);
        let cells = [1 << 5 | 14, constructor << 3 | 3, value];
        self.row(CUSTOM_ATTRIBUTE, &cells.map(Wide));
    }

    pub(crate) fn assembly_ref(&mut self, name: &str) -> u32 {
        self.versioned_ref(name, 1, &[])
    }

    /// A reference to a major version of an assembly, perhaps with the token of a public key.
    pub(crate) fn versioned_ref(&mut self, name: &str, major: u16, token: &[u8]) -> u32 {
        let name = self.string(name);
        let token = if token.is_empty() {
            0
        } else {
            self.blob(token)
        };
        let version = [Short(major), Short(0), Short(0), Short(0)];
        let more = [0, token, name, 0, 0].map(Wide);
        self.row(ASSEMBLY_REF, &[&version[..], &more].concat())
    }

    fn tables(&self) -> Vec<u8> {
        let present = |table: &usize| !self.rows[*table].is_empty();
        let valid = (0..64)
            .filter(present)
            .fold(0u64, |mask, table| mask | 1 << table);
        let heap_sizes = if self.extra_data.is_some() { 0x47 } else { 7 };
        let mut stream = vec![0, 0, 0, 0, 2, 0, heap_sizes, 1];
        stream.extend_from_slice(&valid.to_le_bytes());
        stream.extend_from_slice(&[0; 8]);
        for table in (0..64).filter(present) {
            let claimed = self.claimed_rows.filter(|(claimed, _)| *claimed == table);
            let rows = claimed.map_or(self.rows[table].len() as u32, |(_, rows)| rows);
            stream.extend_from_slice(&rows.to_le_bytes());
        }
        stream.extend(self.extra_data.into_iter().flat_map(u32::to_le_bytes));
        stream.extend(self.rows.iter().flatten().flatten());
        stream
    }

    /// The streams; `#JTD` gives every index four bytes.
    pub(crate) fn streams(&self) -> Vec<Stream> {
        vec![
            (self.tables_stream, self.tables()),
            ("#Strings", self.strings.clone()),
            ("#Blob", self.blobs.clone()),
            ("#GUID", self.guids.clone()),
            ("#JTD", Vec::new()),
        ]
    }

    pub(crate) fn metadata(&self) -> Vec<u8> {
        root(&self.streams())
    }

    pub(crate) fn image(&self) -> Vec<u8> {
        Shell::default().around(&self.metadata())
    }
}

/// The metadata root of `streams`.
pub(crate) fn root(streams: &[Stream]) -> Vec<u8> {
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
    root.extend(streams.iter().flat_map(|(_, bytes)| bytes));
    root
}
