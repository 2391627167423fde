use super::cursor::Cursor;
use super::error::{Error, ErrorKind, Result};
use super::limits;
use std::ffi::CStr;
use std::fmt;

/// A heap (II.24.2.3 to II.24.2.5): its bytes and where they are in the file.
#[derive(Clone, Copy, Debug)]
pub struct Heap<'a> {
    pub(crate) name: &'static str,
    pub(crate) bytes: &'a [u8],
    pub(crate) offset: u64,
}

impl<'a> Heap<'a> {
    pub(crate) const fn empty(name: &'static str) -> Self {
        Self {
            name,
            bytes: &[],
            offset: 0,
        }
    }

    /// The bytes of the whole heap.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    #[cold]
    fn past(&self, index: u32) -> Error {
        Error::new(ErrorKind::PastHeap {
            heap: self.name,
            index,
            size: self.bytes.len() as u64,
        })
    }

    fn from(&self, index: u32) -> Result<&'a [u8]> {
        let start = usize::try_from(index).unwrap_or(usize::MAX);
        match self.bytes.get(start..) {
            Some(bytes) if !bytes.is_empty() => Ok(bytes),
            _ => Err(self.past(index)),
        }
    }

    /// The zero-terminated UTF-8 string at `index` of `#Strings` (II.24.2.3); index 0 is the empty string.
    ///
    /// # Errors
    /// [`ErrorKind::PastHeap`], [`ErrorKind::UnterminatedString`] or [`ErrorKind::InvalidUtf8`].
    pub fn string(&self, index: u32) -> Result<&'a str> {
        if index == 0 {
            return Ok("");
        }
        let at = self.offset.saturating_add(u64::from(index));
        let bytes = self.from(index)?;
        let text = CStr::from_bytes_until_nul(bytes.get(..limits::NAME_BYTES).unwrap_or(bytes))
            .map_err(|_| Error::at(ErrorKind::UnterminatedString, at))?;
        text.to_str()
            .map_err(|_| Error::at(ErrorKind::InvalidUtf8, at))
    }

    /// The bytes of the blob at `index` of `#Blob` or `#US` (II.24.2.4), behind a cursor that knows their
    /// file offset; index 0 is the empty blob.
    ///
    /// # Errors
    /// [`ErrorKind::PastHeap`], [`ErrorKind::BadCompressedInteger`] or [`ErrorKind::CutOff`].
    pub fn blob(&self, index: u32) -> Result<Cursor<'a>> {
        let at = self.offset.saturating_add(u64::from(index));
        if index == 0 {
            return Ok(Cursor::new(&[], at));
        }
        let mut cursor = Cursor::new(self.from(index)?, at);
        let length = usize::try_from(cursor.compressed_u32()?).unwrap_or(usize::MAX);
        let offset = cursor.offset();
        let bytes = cursor.take(length, "the blob")?;
        Ok(Cursor::new(bytes, offset))
    }

    /// The UTF-16 string at `index` of `#US` (II.24.2.4), without its trailing flag byte.
    ///
    /// # Errors
    /// Those of [`Heap::blob`].
    pub fn user_string(&self, index: u32) -> Result<Vec<u16>> {
        let bytes = self.blob(index)?.rest();
        Ok(utf16_units(bytes).collect())
    }

    /// The GUID with the number `index`, from 1, of `#GUID` (II.24.2.5); `None` for 0.
    ///
    /// # Errors
    /// [`ErrorKind::PastHeap`].
    pub fn guid(&self, index: u32) -> Result<Option<Guid>> {
        let Some(position) = index.checked_sub(1) else {
            return Ok(None);
        };
        let start = usize::try_from(position)
            .unwrap_or(usize::MAX)
            .saturating_mul(16);
        let bytes = self.bytes.get(start..).and_then(<[u8]>::first_chunk);
        match bytes {
            Some(bytes) => Ok(Some(Guid(*bytes))),
            None => Err(self.past(index)),
        }
    }
}

/// The little-endian UTF-16 units of `bytes`; an odd last byte is left out.
pub(crate) fn utf16_units(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes
        .chunks_exact(2)
        .filter_map(|pair| pair.first_chunk().map(|pair| u16::from_le_bytes(*pair)))
}

/// A GUID as `#GUID` stores it; `Display` writes it in lower case with hyphens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Guid(pub [u8; 16]);

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a0, a1, a2, a3, b0, b1, c0, c1, d0, d1, rest @ ..] = self.0;
        let a = u32::from_le_bytes([a0, a1, a2, a3]);
        let b = u16::from_le_bytes([b0, b1]);
        let c = u16::from_le_bytes([c0, c1]);
        let d = u16::from_be_bytes([d0, d1]);
        write!(f, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-")?;
        rest.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
