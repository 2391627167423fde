use super::ResourceSet;
use crate::metadata::{Cursor, ErrorKind, Result, utf16};

/// An entry of a [`ResourceSet`].
#[derive(Clone, Copy, Debug)]
pub struct ResourceEntry<'r> {
    pub(super) set: &'r ResourceSet<'r>,
    /// Hash of the name, as the runtime looks it up.
    pub hash: u32,
    pub(super) name: Cursor<'r>,
    /// Everything up to the next value: the type and the value itself.
    pub(super) value: Cursor<'r>,
}

/// The value of an entry (`ResourceTypeCode`).
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "the names are those of the types")]
pub enum ResourceValue<'r> {
    Null,
    String(&'r str),
    Boolean(bool),
    Char(u16),
    Byte(u8),
    SByte(i8),
    Int16(i16),
    UInt16(u16),
    Int32(i32),
    UInt32(u32),
    Int64(i64),
    UInt64(u64),
    Single(f32),
    Double(f64),
    /// The four words of a `decimal`: low, middle, high, flags.
    Decimal([u32; 4]),
    /// `DateTime.ToBinary`.
    DateTime(i64),
    /// Ticks of 100 ns.
    TimeSpan(i64),
    ByteArray(&'r [u8]),
    Stream(&'r [u8]),
    /// An object of another class.
    Serialized {
        /// Serialised name of the class.
        class: &'r str,
        /// What its serialiser wrote.
        bytes: &'r [u8],
    },
}

/// `ResourceTypeCode.StartOfUserTypes`: from here on, numbers of the set's classes.
const USER_TYPES: u32 = 0x40;

/// The classes of `System` that version 1 writes like version 2, and the codes of the latter.
const PRIMITIVES: [(&str, u32); 16] = [
    ("String", 1),
    ("Boolean", 2),
    ("Char", 3),
    ("Byte", 4),
    ("SByte", 5),
    ("Int16", 6),
    ("UInt16", 7),
    ("Int32", 8),
    ("UInt32", 9),
    ("Int64", 10),
    ("UInt64", 11),
    ("Single", 12),
    ("Double", 13),
    ("Decimal", 14),
    ("DateTime", 15),
    ("TimeSpan", 16),
];

impl<'r> ResourceEntry<'r> {
    /// Its name.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidUtf16`].
    pub fn name(&self) -> Result<String> {
        utf16(self.name)
    }

    /// Its type and value, encoded: the bytes up to the next entry's.
    pub fn bytes(&self) -> &'r [u8] {
        self.value.rest()
    }

    /// Position of [`Self::bytes`] in the set.
    pub fn position(&self) -> u64 {
        self.value.offset()
    }

    /// Name of its type: `ResourceTypeCode.String` and the like, or the serialised name of a class.
    ///
    /// # Errors
    /// If the type is cut off or unknown.
    pub fn type_name(&self) -> Result<&'r str> {
        let mut cursor = self.value;
        let class = match self.class(&mut cursor)? {
            Class::Code(0) => "Null",
            Class::Code(0x20) => "ByteArray",
            Class::Code(0x21) => "Stream",
            Class::Code(code) => PRIMITIVES
                .iter()
                .find(|(_, known)| *known == code)
                .map(|(name, _)| *name)
                .ok_or_else(|| unknown(self.value, code))?,
            Class::Named(name) => name,
        };
        Ok(class)
    }

    /// Its value. A class of its own is not deserialised.
    ///
    /// # Errors
    /// If the value is cut off, or of an unknown type.
    pub fn value(&self) -> Result<ResourceValue<'r>> {
        let mut cursor = self.value;
        let cursor = &mut cursor;
        let code = match self.class(cursor)? {
            Class::Code(code) => code,
            Class::Named(class) => {
                let bytes = cursor.rest();
                return Ok(ResourceValue::Serialized { class, bytes });
            }
        };
        Ok(match code {
            0 => ResourceValue::Null,
            1 => ResourceValue::String(cursor.prefixed_str()?),
            2 => ResourceValue::Boolean(cursor.u8()? != 0),
            3 => ResourceValue::Char(cursor.u16()?),
            4 => ResourceValue::Byte(cursor.u8()?),
            5 => ResourceValue::SByte(cursor.u8()?.cast_signed()),
            6 => ResourceValue::Int16(cursor.u16()?.cast_signed()),
            7 => ResourceValue::UInt16(cursor.u16()?),
            8 => ResourceValue::Int32(cursor.u32()?.cast_signed()),
            9 => ResourceValue::UInt32(cursor.u32()?),
            10 => ResourceValue::Int64(cursor.u64()?.cast_signed()),
            11 => ResourceValue::UInt64(cursor.u64()?),
            12 => ResourceValue::Single(f32::from_bits(cursor.u32()?)),
            13 => ResourceValue::Double(f64::from_bits(cursor.u64()?)),
            14 => {
                ResourceValue::Decimal([cursor.u32()?, cursor.u32()?, cursor.u32()?, cursor.u32()?])
            }
            15 => ResourceValue::DateTime(cursor.u64()?.cast_signed()),
            16 => ResourceValue::TimeSpan(cursor.u64()?.cast_signed()),
            0x20 => ResourceValue::ByteArray(counted(cursor)?),
            0x21 => ResourceValue::Stream(counted(cursor)?),
            code => return Err(unknown(self.value, code)),
        })
    }

    fn class(&self, cursor: &mut Cursor<'r>) -> Result<Class<'r>> {
        let at = *cursor;
        let number = cursor.seven_bit_u32()?;
        let named = |number: u32| {
            let index = usize::try_from(number).ok();
            let name = index.and_then(|index| self.set.types().get(index));
            name.copied().ok_or_else(|| unknown(at, number))
        };
        if self.set.version > 1 {
            return Ok(match number.checked_sub(USER_TYPES) {
                Some(number) => Class::Named(named(number)?),
                None => Class::Code(number),
            });
        }
        // -1 is null.
        if number == u32::MAX {
            return Ok(Class::Code(0));
        }
        let name = named(number)?;
        let simple = name.split(',').next().unwrap_or(name);
        let simple = simple.strip_prefix("System.");
        let known = PRIMITIVES.iter().find(|(known, _)| Some(*known) == simple);
        Ok(known.map_or(Class::Named(name), |(_, code)| Class::Code(*code)))
    }
}

/// What an encoded value begins with.
enum Class<'r> {
    /// A `ResourceTypeCode`.
    Code(u32),
    /// A class by its serialised name.
    Named(&'r str),
}

fn counted<'r>(cursor: &mut Cursor<'r>) -> Result<&'r [u8]> {
    let length = usize::try_from(cursor.u32()?).unwrap_or(usize::MAX);
    cursor.take(length, "a byte array")
}

fn unknown(at: Cursor<'_>, value: u32) -> crate::metadata::Error {
    let what = "the type of a resource";
    at.error(ErrorKind::UnknownForm { what, value })
}
