use super::error::{Error, ErrorKind, Result};
use byteorder::{BigEndian as BE, ByteOrder, LittleEndian as LE};

/// A position in a blob, read from front to back; knows its file offset for errors.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'m> {
    rest: &'m [u8],
    /// File offset behind the last byte, which reading does not move.
    end: u64,
}

macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident -> $type:ty = $read:expr;)*) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// [`ErrorKind::CutOff`] at the end of the bytes.
        #[inline]
        pub fn $name(&mut self) -> Result<$type> {
            self.take(size_of::<$type>(), stringify!($type)).map($read)
        }
    )*};
}

impl<'m> Cursor<'m> {
    /// A cursor at the start of `bytes`, which are at `offset` in the file.
    #[inline]
    pub fn new(bytes: &'m [u8], offset: u64) -> Self {
        Self {
            rest: bytes,
            end: offset.saturating_add(bytes.len() as u64),
        }
    }

    /// The bytes not yet read.
    #[inline]
    pub fn rest(&self) -> &'m [u8] {
        self.rest
    }

    /// File offset of the next byte.
    #[inline]
    pub fn offset(&self) -> u64 {
        self.end.saturating_sub(self.rest.len() as u64)
    }

    /// Whether every byte was read.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next byte, not consumed.
    #[inline]
    pub fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    #[cold]
    pub(crate) fn error(&self, kind: ErrorKind) -> Error {
        Error::at(kind, self.offset())
    }

    #[cold]
    fn cut_off(&self, length: usize, what: &'static str) -> Error {
        self.error(ErrorKind::CutOff {
            what,
            needs: length as u64,
            has: self.rest.len() as u64,
        })
    }

    /// The next `length` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`], naming `what`.
    #[inline]
    pub fn take(&mut self, length: usize, what: &'static str) -> Result<&'m [u8]> {
        match self.rest.split_at_checked(length) {
            Some((taken, rest)) => {
                self.rest = rest;
                Ok(taken)
            }
            None => Err(self.cut_off(length, what)),
        }
    }

    /// One byte.
    ///
    /// # Errors
    /// [`ErrorKind::CutOff`] at the end of the bytes.
    #[inline]
    pub fn u8(&mut self) -> Result<u8> {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                Ok(*byte)
            }
            None => Err(self.cut_off(1, "u8")),
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
    #[inline]
    pub fn compressed_u32(&mut self) -> Result<u32> {
        match self.rest {
            [byte @ 0..0x80, rest @ ..] => {
                self.rest = rest;
                Ok(u32::from(*byte))
            }
            [high @ 0x80..0xc0, low, rest @ ..] => {
                self.rest = rest;
                Ok(u32::from(u16::from_be_bytes([*high & 0x3f, *low])))
            }
            _ => self.long_compressed_u32(),
        }
    }

    /// A compressed integer of four bytes, or none.
    #[cold]
    fn long_compressed_u32(&mut self) -> Result<u32> {
        match self.peek() {
            Some(first @ 0xe0..) => Err(self.error(ErrorKind::BadCompressedInteger(first))),
            None => Err(self.cut_off(1, "u8")),
            Some(first) => {
                let length = if first < 0xc0 { 2 } else { 4 };
                let bytes = self.take(length, "a compressed integer")?;
                Ok(BE::read_uint(bytes, length) as u32 & 0x1fff_ffff)
            }
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
    #[inline]
    pub fn count(&mut self) -> Result<usize> {
        let at = *self;
        let count = self.compressed_u32()?;
        match usize::try_from(count) {
            Ok(count) if count <= self.rest.len() => Ok(count),
            _ => Err(at.bad_count(count, self.rest.len())),
        }
    }

    #[cold]
    pub(crate) fn bad_count(&self, count: u32, left: usize) -> Error {
        self.error(ErrorKind::BadCount {
            count,
            left: left as u64,
        })
    }
}
