use super::ResourceEntry;
use crate::metadata::{Cursor, Error, ErrorKind, Result};
use std::sync::OnceLock;

const MAGIC: u32 = 0xbeef_cace;
/// Version of the head that names the reader's classes; a later one is skipped as a whole.
const HEADER_VERSION: u32 = 1;
/// Debug builds of `ResourceWriter` put this behind the version.
const DEBUG_MARK: &[u8] = b"\x0b***DEBUG***";
/// The name hashes begin at a multiple of so many bytes.
const ALIGNMENT: u64 = 8;

/// The entries of a `.resources` file, as `System.Resources.ResourceReader` reads them: versions 1 and 2.
///
/// Opening it reads the head and checks that the tables fit; an entry is read when it is asked for.
#[derive(Debug)]
pub struct ResourceSet<'a> {
    /// Version of the format: 1, where every value names its class, or 2.
    pub version: u32,
    /// Serialised names of the classes of values.
    types: Vec<&'a str>,
    /// For each entry four bytes: the hash of its name.
    hashes: &'a [u8],
    /// For each entry four bytes: where its name is in `names`. In the order of the hashes.
    positions: &'a [u8],
    names: Cursor<'a>,
    values: Cursor<'a>,
    /// Where values begin, sorted; a value ends where the next one begins.
    starts: OnceLock<Box<[u32]>>,
}

impl<'a> ResourceSet<'a> {
    /// Whether `data` begins like a `.resources` file. Manifest resources can be anything.
    pub fn is_in(data: &[u8]) -> bool {
        data.starts_with(&MAGIC.to_le_bytes())
    }

    /// Reads the head of `data`, the content of a `.resources` file. Offsets in errors count from its start.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownForm`], if it is no such file or one of another version;
    /// [`ErrorKind::CutOff`] and the like, where the head is damaged.
    pub fn parse(data: &'a [u8]) -> Result<Self> {
        let mut cursor = Cursor::new(data, 0);
        expect(&mut cursor, "the signature of the resources", &[MAGIC])?;
        let header_version = cursor.u32()?;
        let length = size(cursor.u32()?);
        // The names of the reader's and the set's classes; they do not change the format.
        cursor.take(length, "the head of the resources")?;
        if header_version < HEADER_VERSION {
            return Err(unknown(cursor, "the version of the head", header_version));
        }
        let version = expect(&mut cursor, "the version of the resources", &[1, 2])?;
        if cursor.rest().starts_with(DEBUG_MARK) {
            cursor.take(DEBUG_MARK.len(), "the debug mark")?;
        }
        let at = cursor;
        let count = cursor.u32()?;
        let type_count = cursor.u32()?;
        let bytes = u64::from(count).saturating_mul(8);
        let left = cursor.rest().len() as u64;
        if bytes.saturating_add(type_count.into()) > left {
            return Err(at.error(ErrorKind::BadCount { count, left }));
        }
        let mut types = Vec::new();
        for _ in 0..type_count {
            types.push(cursor.prefixed_str()?);
        }
        let padding = cursor.offset().wrapping_neg() & ALIGNMENT.saturating_sub(1);
        cursor.take(usize::try_from(padding).unwrap_or(0), "the padding")?;
        let length = size(count).saturating_mul(4);
        let hashes = cursor.take(length, "the hashes of the names")?;
        let positions = cursor.take(length, "the positions of the names")?;
        let at = cursor;
        let start = cursor.u32()?;
        let values = data.get(size(start)..).filter(|_| {
            // The names are between here and the values.
            u64::from(start) >= cursor.offset()
        });
        let Some(values) = values else {
            return Err(at.error(ErrorKind::OutOfRange {
                what: "the position of the values",
                value: start.into(),
            }));
        };
        let length = cursor.rest().len().saturating_sub(values.len());
        let offset = cursor.offset();
        let names = cursor.take(length, "the names")?;
        Ok(Self {
            version,
            types,
            hashes,
            positions,
            names: Cursor::new(names, offset),
            values: Cursor::new(values, start.into()),
            starts: OnceLock::new(),
        })
    }

    /// Serialised names of the classes that values have.
    pub fn types(&self) -> &[&'a str] {
        &self.types
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.positions.len() / 4
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// The entries, in the order of the hashes of their names; an error for each that is damaged.
    pub fn entries(&self) -> impl Iterator<Item = Result<ResourceEntry<'_>>> {
        let hashes = units(self.hashes);
        let entries = units(self.positions).zip(hashes);
        entries.map(|(position, hash)| self.entry(position, hash))
    }

    fn entry(&self, position: u32, hash: u32) -> Result<ResourceEntry<'_>> {
        let (name, start) = self.name(position)?;
        let mut value = self.values;
        value.take(size(start), "the values")?;
        let starts = self.starts.get_or_init(|| {
            let names = units(self.positions).map(|position| self.name(position));
            let mut starts: Box<[u32]> = names.filter_map(|name| Some(name.ok()?.1)).collect();
            starts.sort_unstable();
            starts
        });
        let next = starts.partition_point(|other| *other <= start);
        let length = match starts.get(next) {
            Some(end) => size(end.saturating_sub(start)).min(value.rest().len()),
            None => value.rest().len(),
        };
        let offset = value.offset();
        let bytes = value.take(length, "a value")?;
        Ok(ResourceEntry {
            set: self,
            hash,
            name,
            value: Cursor::new(bytes, offset),
        })
    }

    /// The name at `position` of the names, in UTF-16, and where its value begins.
    fn name(&self, position: u32) -> Result<(Cursor<'a>, u32)> {
        let mut cursor = self.names;
        cursor.take(size(position), "the names")?;
        let length = size(cursor.seven_bit_u32()?);
        let offset = cursor.offset();
        let name = cursor.take(length, "a name")?;
        Ok((Cursor::new(name, offset), cursor.u32()?))
    }
}

fn units(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let chunks = bytes.chunks_exact(4);
    chunks.filter_map(|bytes| Some(u32::from_le_bytes(*bytes.first_chunk()?)))
}

fn size(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

fn expect(cursor: &mut Cursor<'_>, what: &'static str, expected: &[u32]) -> Result<u32> {
    let at = *cursor;
    let value = cursor.u32()?;
    if expected.contains(&value) {
        Ok(value)
    } else {
        Err(unknown(at, what, value))
    }
}

fn unknown(at: Cursor<'_>, what: &'static str, value: u32) -> Error {
    at.error(ErrorKind::UnknownForm { what, value })
}
