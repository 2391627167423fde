use super::cursor::Cursor;
use super::error::{Error, ErrorKind, Result};
use super::limits;
use super::root::Stream;
use std::fmt;

/// A heap (II.24.2.3 to II.24.2.5): its bytes and where they are in the file.
#[derive(Clone, Copy, Debug)]
pub struct Heap<'a> {
    pub(crate) name: &'static str,
    pub(crate) bytes: &'a [u8],
    pub(crate) offset: u64,
    /// The bytes of `#Strings` as text, if they were checked and are UTF-8, as in every file that no
    /// obfuscator went over; else empty. To check the heap at once costs less than to check each name,
    /// since names are short and are read more than once.
    text: &'a str,
}

impl<'a> Heap<'a> {
    pub(crate) const fn empty(name: &'static str) -> Self {
        Self {
            name,
            bytes: &[],
            offset: 0,
            text: "",
        }
    }

    /// The heap with the contents of `stream`.
    pub(crate) fn of(self, stream: Stream<'a>) -> Self {
        Self {
            bytes: stream.bytes,
            offset: stream.offset,
            ..self
        }
    }

    /// The heap, checked to be text.
    pub(crate) fn checked(self) -> Self {
        let text = str::from_utf8(self.bytes).unwrap_or_default();
        Self { text, ..self }
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

    #[cold]
    fn bad(&self, index: u32, kind: ErrorKind) -> Error {
        Error::at(kind, self.offset.saturating_add(u64::from(index)))
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
        let start = usize::try_from(index).unwrap_or(usize::MAX);
        let text = self.text.get(start..).unwrap_or_default();
        let name = before_nul(text.as_bytes()).and_then(|name| text.get(..name.len()));
        name.map_or_else(|| self.unchecked_string(index), Ok)
    }

    /// The string at `index` of a heap that was not checked or is not UTF-8 throughout, or why there is
    /// none.
    fn unchecked_string(&self, index: u32) -> Result<&'a str> {
        let name = before_nul(self.from(index)?);
        let name = name.ok_or_else(|| self.bad(index, ErrorKind::UnterminatedString))?;
        str::from_utf8(name).map_err(|_| self.bad(index, ErrorKind::InvalidUtf8))
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

/// The bytes of a name, which end before the first zero byte.
#[inline]
fn before_nul(bytes: &[u8]) -> Option<&[u8]> {
    let bytes = bytes.get(..limits::NAME_BYTES).unwrap_or(bytes);
    bytes.get(..memchr::memchr(0, bytes)?)
}

/// The little-endian UTF-16 units of `bytes`; an odd last byte is left out.
pub(crate) fn utf16_units(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes
        .chunks_exact(2)
        .filter_map(|pair| pair.first_chunk().map(|pair| u16::from_le_bytes(*pair)))
}

/// The little-endian UTF-16 text in `cursor`.
pub(crate) fn utf16(cursor: Cursor<'_>) -> Result<String> {
    let units = utf16_units(cursor.rest());
    let text: std::result::Result<String, _> = char::decode_utf16(units).collect();
    text.map_err(|_| cursor.error(ErrorKind::InvalidUtf16))
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

#[cfg(test)]
mod tests {
    use super::{Heap, Stream};

    fn strings(bytes: &[u8]) -> Heap<'_> {
        let name = "#Strings";
        let offset = 0x200;
        Heap::empty(name).of(Stream {
            name,
            bytes,
            offset,
        })
    }

    #[test]
    fn checking_the_heap_changes_no_name_and_no_error() {
        let heaps: [&[u8]; 4] = [
            "\0Main\0Größe\0open".as_bytes(),
            b"\0Main\0\xff\xfe\0.ctor\0",
            b"\0",
            b"",
        ];
        for bytes in heaps {
            let heap = strings(bytes);
            for index in 0..20 {
                assert_eq!(heap.checked().string(index), heap.string(index), "{index}");
            }
        }
    }
}
