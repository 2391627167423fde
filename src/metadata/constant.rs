use super::error::{ErrorKind, Result};
use super::heaps::utf16_units;
use super::schema::table;
use super::{Cursor, Row};

/// The value of a `Constant` row (II.22.9).
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the variants are the element types")]
pub enum Constant {
    Boolean(bool),
    /// A UTF-16 unit, which need not be a character by itself.
    Char(u16),
    I1(i8),
    U1(u8),
    I2(i16),
    U2(u16),
    I4(i32),
    U4(u32),
    I8(i64),
    U8(u64),
    R4(f32),
    R8(f64),
    /// UTF-16 units, which need not be well formed.
    String(Vec<u16>),
    /// The null reference.
    Null,
}

impl Constant {
    /// The value of an integral constant (also `bool` and `char`), or `None`.
    pub fn as_integer(&self) -> Option<i128> {
        Some(match *self {
            Self::Boolean(value) => i128::from(value),
            Self::Char(value) => i128::from(value),
            Self::I1(value) => i128::from(value),
            Self::U1(value) => i128::from(value),
            Self::I2(value) => i128::from(value),
            Self::U2(value) => i128::from(value),
            Self::I4(value) => i128::from(value),
            Self::U4(value) => i128::from(value),
            Self::I8(value) => i128::from(value),
            Self::U8(value) => i128::from(value),
            _ => return None,
        })
    }
}

impl Row<'_, table::Constant> {
    /// Decodes the value.
    ///
    /// # Errors
    /// [`ErrorKind::BadConstant`], if the blob is too short for the type or the type is none of a constant's.
    pub fn decode(self) -> Result<Constant> {
        let element_type = self.element_type().to_le_bytes()[0];
        let mut cursor = self.value()?;
        let at = cursor;
        read(&mut cursor, element_type).map_err(|_| {
            at.error(ErrorKind::BadConstant {
                element_type,
                length: at.rest().len() as u64,
            })
        })
    }
}

fn read(cursor: &mut Cursor<'_>, element_type: u8) -> Result<Constant> {
    Ok(match element_type {
        0x02 => Constant::Boolean(cursor.u8()? != 0),
        0x03 => Constant::Char(cursor.u16()?),
        0x04 => Constant::I1(cursor.u8()?.cast_signed()),
        0x05 => Constant::U1(cursor.u8()?),
        0x06 => Constant::I2(cursor.u16()?.cast_signed()),
        0x07 => Constant::U2(cursor.u16()?),
        0x08 => Constant::I4(cursor.u32()?.cast_signed()),
        0x09 => Constant::U4(cursor.u32()?),
        0x0a => Constant::I8(cursor.u64()?.cast_signed()),
        0x0b => Constant::U8(cursor.u64()?),
        0x0c => Constant::R4(f32::from_bits(cursor.u32()?)),
        0x0d => Constant::R8(f64::from_bits(cursor.u64()?)),
        0x0e => Constant::String(utf16_units(cursor.rest()).collect()),
        // The standard wants CLASS; some compilers write OBJECT.
        0x12 | 0x1c => Constant::Null,
        other => return Err(cursor.error(ErrorKind::BadElementType(other))),
    })
}
