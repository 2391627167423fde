use super::error::{Error, ErrorKind, Result};
use byteorder::{ByteOrder, LittleEndian as LE};

/// A position in a blob, read from front to back; knows its file offset for errors.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'m> {
    rest: &'m [u8],
    offset: u64,
}

macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident -> $type:ty = $read:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// [`ErrorKind::CutOff`] at the end of the bytes.
        pub fn $name(&mut self) -> Result<$type> {
            self.take(size_of::<$type>(), stringify!($type)).map($read)
        }
    )*};
}

impl<'m> Cursor<'m> {
    /// A cursor at the start of `bytes`, which are at `offset` in the file.
    pub fn new(bytes: &'m [u8], offset: u64) -> Self {
        Self {
            rest: bytes,
            offset,
        }
    }

    /// The bytes not yet read.
    pub fn rest(&self) -> &'m [u8] {
        self.rest
    }

    /// File offset of the next byte.
    pub fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether every byte was read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next byte, not consumed.
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    #[cold]
    pub(crate) fn error(&self, kind: ErrorKind) -> Error {
        Error::at(kind, self.offset)
    }

    /// The next `length` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`], naming `what`.
    pub fn take(&mut self, length: usize, what: &'static str) -> Result<&'m [u8]> {
        match self.rest.split_at_checked(length) {
            Some((taken, rest)) => {
                self.rest = rest;
                self.offset = self.offset.saturating_add(length as u64);
                Ok(taken)
            }
            None => Err(self.error(ErrorKind::CutOff {
                what,
                needs: length as u64,
                has: self.rest.len() as u64,
            })),
        }
    }

    /// One byte.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`] at the end of the bytes.
    pub fn u8(&mut self) -> Result<u8> {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                self.offset = self.offset.saturating_add(1);
                Ok(*byte)
            }
            None => self.take(1, "u8").map(|_| 0),
        }
    }

    fixed! {
        /// A little-endian `u16`.
        u16 -> u16 = LE::read_u16;
        /// A little-endian `u32`.
        u32 -> u32 = LE::read_u32;
        /// A little-endian `u64`.
        u64 -> u64 = LE::read_u64;
    }

    /// A compressed unsigned integer (II.23.2): at most 0x1FFF_FFFF.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`] or [`ErrorKind::BadCompressedInteger`].
    pub fn compressed_u32(&mut self) -> Result<u32> {
        let first = match self.peek() {
            Some(byte @ 0..0x80) => {
                self.u8()?;
                return Ok(u32::from(byte));
            }
            Some(first) => first,
            None => return self.u8().map(u32::from),
        };
        if first < 0xc0 {
            let bytes = self.take(2, "a compressed integer")?;
            Ok(u32::from(byteorder::BigEndian::read_u16(bytes) & 0x3fff))
        } else if first < 0xe0 {
            let bytes = self.take(4, "a compressed integer")?;
            Ok(byteorder::BigEndian::read_u32(bytes) & 0x1fff_ffff)
        } else {
            Err(self.error(ErrorKind::BadCompressedInteger(first)))
        }
    }

    /// A compressed signed integer (II.23.2): rotated left by one bit, in 7, 14 or 29 bits.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`] or [`ErrorKind::BadCompressedInteger`].
    pub fn compressed_i32(&mut self) -> Result<i32> {
        let sign_bits: i32 = match self.peek() {
            Some(0x80..0xc0) => -0x2000,
            Some(0xc0..) => -0x1000_0000,
            _ => -0x40,
        };
        let rotated = self.compressed_u32()?;
        let magnitude = (rotated >> 1).cast_signed();
        Ok(if rotated & 1 == 0 {
            magnitude
        } else {
            magnitude | sign_bits
        })
    }

    /// An integer as `BinaryWriter.Write7BitEncodedInt` writes it, seven bits a byte, the lowest first.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`]; [`ErrorKind::OutOfRange`] for more than 32 bits.
    pub fn seven_bit_u32(&mut self) -> Result<u32> {
        let at = *self;
        let mut value = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.u8()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                break;
            }
        }
        u32::try_from(value).map_err(|_| {
            at.error(ErrorKind::OutOfRange {
                what: "a 7-bit encoded integer",
                value: value.cast_signed(),
            })
        })
    }

    /// A string as `BinaryWriter.Write(string)` writes it: its length, 7-bit encoded, and UTF-8.
    ///
    /// # Errors
    /// Those of [`Cursor::seven_bit_u32`]; [`ErrorKind::CutOff`] or [`ErrorKind::InvalidUtf8`].
    pub fn prefixed_str(&mut self) -> Result<&'m str> {
        let length = usize::try_from(self.seven_bit_u32()?).unwrap_or(usize::MAX);
        let at = *self;
        let bytes = self.take(length, "a string")?;
        std::str::from_utf8(bytes).map_err(|_| at.error(ErrorKind::InvalidUtf8))
    }

    /// A count of things that take at least one byte each, checked against the bytes that are left.
    ///
    /// # Errors
    /// Those of [`Cursor::compressed_u32`], and [`ErrorKind::BadCount`].
    pub fn count(&mut self) -> Result<usize> {
        let at = *self;
        let count = self.compressed_u32()?;
        match usize::try_from(count) {
            Ok(count) if count <= self.rest.len() => Ok(count),
            _ => Err(at.error(ErrorKind::BadCount {
                count,
                left: self.rest.len() as u64,
            })),
        }
    }
}
