use super::attribute::string;
use super::error::Result;
use super::{Cursor, Row, table};

macro_rules! native_types {
    ($($(#[$doc:meta])* $number:literal $name:ident,)*) => {
        /// A native type (II.23.4, with the additions of the runtime's `corhdr.h`).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the names are those of the standard and of corhdr.h")]
        #[repr(u8)]
        pub enum NativeType {
            $( $(#[$doc])* $name = $number, )*
        }

        impl NativeType {
            /// The type with this number, or `None` for an unknown one.
            pub fn from_number(number: u32) -> Option<Self> {
                match number {
                    $( $number => Some(Self::$name), )*
                    _ => None,
                }
            }
        }
    };
}

native_types! {
    0x02 Boolean,
    0x03 I1,
    0x04 U1,
    0x05 I2,
    0x06 U2,
    0x07 I4,
    0x08 U4,
    0x09 I8,
    0x0a U8,
    0x0b R4,
    0x0c R8,
    0x0f Currency,
    0x13 BStr,
    0x14 LPStr,
    0x15 LPWStr,
    0x16 LPTStr,
    0x17 FixedSysString,
    0x19 IUnknown,
    0x1a IDispatch,
    0x1b Struct,
    0x1c Interface,
    0x1d SafeArray,
    0x1e FixedArray,
    0x1f Int,
    0x20 UInt,
    0x22 ByValStr,
    0x23 AnsiBStr,
    0x24 TBStr,
    0x25 VariantBool,
    0x26 Func,
    0x28 AsAny,
    0x2a Array,
    0x2b LPStruct,
    0x2c CustomMarshaler,
    0x2d Error,
    0x2e IInspectable,
    0x2f HString,
    0x30 LPUtf8Str,
}

/// A marshalling descriptor (II.23.4): how a field or parameter looks to native code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marshalling<'m> {
    /// A type that needs nothing else.
    Simple(NativeType),
    /// A number that neither the standard nor the runtime names.
    Unknown(u32),
    /// Characters inside the structure (`ByValTStr`).
    FixedString {
        /// Number of characters.
        length: u32,
    },
    /// Elements inside the structure (`ByValArray`).
    FixedArray {
        /// Number of elements.
        length: u32,
        /// Type of an element, where it is given.
        element: Option<NativeType>,
    },
    /// A `SAFEARRAY`.
    SafeArray {
        /// Type of an element as a `VARENUM`, where it is given.
        variant_type: Option<u32>,
        /// Name of the element's managed type, where it is given.
        user_type: Option<&'m str>,
    },
    /// A pointer to elements (`LPArray`).
    Array {
        /// Type of an element, where it is given.
        element: Option<NativeType>,
        /// Position, from 0, of the parameter with the number of elements.
        size_parameter: Option<u32>,
        /// Number of elements, to which that of the parameter is added.
        size: Option<u32>,
    },
    /// A COM interface.
    Interface {
        /// Which of [`NativeType::IUnknown`], [`NativeType::IDispatch`] and [`NativeType::Interface`].
        kind: NativeType,
        /// Position, from 0, of the parameter with the interface's id.
        iid_parameter: Option<u32>,
    },
    /// A class of the program that converts.
    Custom {
        /// Unused; a type library's id.
        guid: &'m str,
        /// Unused; name of the native type.
        native_type: &'m str,
        /// Serialised name of the class.
        marshaler: &'m str,
        /// What the class is given.
        cookie: &'m str,
    },
}

/// Stands for "no element type" (`NATIVE_TYPE_MAX`).
const NO_ELEMENT: u32 = 0x50;
/// Bit of an array's flags: the size parameter is meant (`ntaSizeParamIndexSpecified`).
const HAS_SIZE_PARAMETER: u32 = 0x1;

impl<'m> Marshalling<'m> {
    /// Reads a descriptor. What is missing at its end is left out, as the standard allows.
    ///
    /// # Errors
    /// [`CutOff`](super::ErrorKind::CutOff), [`InvalidUtf8`](super::ErrorKind::InvalidUtf8) and the like,
    /// with the offset.
    pub fn parse(mut cursor: Cursor<'m>) -> Result<Self> {
        let cursor = &mut cursor;
        let number = cursor.compressed_u32()?;
        let Some(native_type) = NativeType::from_number(number) else {
            return Ok(Self::Unknown(number));
        };
        Ok(match native_type {
            NativeType::FixedSysString => Self::FixedString {
                length: cursor.compressed_u32()?,
            },
            NativeType::FixedArray => Self::FixedArray {
                length: cursor.compressed_u32()?,
                element: element(cursor)?,
            },
            NativeType::SafeArray => Self::SafeArray {
                variant_type: optional(cursor)?,
                user_type: text(cursor)?,
            },
            NativeType::Array => {
                let element = element(cursor)?;
                let size_parameter = optional(cursor)?;
                let size = optional(cursor)?;
                let flags = optional(cursor)?.unwrap_or(HAS_SIZE_PARAMETER);
                Self::Array {
                    element,
                    size_parameter: size_parameter.filter(|_| flags & HAS_SIZE_PARAMETER != 0),
                    size,
                }
            }
            kind @ (NativeType::IUnknown | NativeType::IDispatch | NativeType::Interface) => {
                Self::Interface {
                    kind,
                    iid_parameter: optional(cursor)?,
                }
            }
            NativeType::CustomMarshaler => Self::Custom {
                guid: string(cursor)?.unwrap_or_default(),
                native_type: string(cursor)?.unwrap_or_default(),
                marshaler: string(cursor)?.unwrap_or_default(),
                cookie: string(cursor)?.unwrap_or_default(),
            },
            simple => Self::Simple(simple),
        })
    }
}

fn optional(cursor: &mut Cursor<'_>) -> Result<Option<u32>> {
    if cursor.is_empty() {
        return Ok(None);
    }
    cursor.compressed_u32().map(Some)
}

fn element(cursor: &mut Cursor<'_>) -> Result<Option<NativeType>> {
    let number = optional(cursor)?.filter(|number| *number != NO_ELEMENT);
    Ok(number.and_then(NativeType::from_number))
}

fn text<'m>(cursor: &mut Cursor<'m>) -> Result<Option<&'m str>> {
    if cursor.is_empty() {
        return Ok(None);
    }
    Ok(string(cursor)?.filter(|text| !text.is_empty()))
}

impl<'m> Row<'m, table::FieldMarshal> {
    /// [`native_type`](Self::native_type), decoded.
    ///
    /// # Errors
    /// Those of [`Marshalling::parse`].
    pub fn marshalling(self) -> Result<Marshalling<'m>> {
        Marshalling::parse(self.native_type()?)
    }
}

#[cfg(test)]
mod tests {
    use super::{Marshalling, NativeType};
    use crate::metadata::{Cursor, ErrorKind, Result};

    fn parse(bytes: &[u8]) -> Result<Marshalling<'_>> {
        Marshalling::parse(Cursor::new(bytes, 0))
    }

    #[test]
    fn every_form_is_read() {
        let cases: &[(&[u8], Marshalling<'_>)] = &[
            (&[0x14], Marshalling::Simple(NativeType::LPStr)),
            (&[0x7f], Marshalling::Unknown(0x7f)),
            (
                &[0x17, 0x80, 0x80],
                Marshalling::FixedString { length: 128 },
            ),
            (
                &[0x1e, 4],
                Marshalling::FixedArray {
                    length: 4,
                    element: None,
                },
            ),
            (
                &[0x1e, 4, 0x05],
                Marshalling::FixedArray {
                    length: 4,
                    element: Some(NativeType::I2),
                },
            ),
            (
                &[0x1d, 9, 1, b'T'],
                Marshalling::SafeArray {
                    variant_type: Some(9),
                    user_type: Some("T"),
                },
            ),
            (
                &[0x1d],
                Marshalling::SafeArray {
                    variant_type: None,
                    user_type: None,
                },
            ),
            (
                &[0x2a, 0x50, 1, 2, 1],
                Marshalling::Array {
                    element: None,
                    size_parameter: Some(1),
                    size: Some(2),
                },
            ),
            (
                &[0x2a, 0x07, 0, 16, 0],
                Marshalling::Array {
                    element: Some(NativeType::I4),
                    size_parameter: None,
                    size: Some(16),
                },
            ),
            (
                &[0x1c, 2],
                Marshalling::Interface {
                    kind: NativeType::Interface,
                    iid_parameter: Some(2),
                },
            ),
            (
                &[0x2c, 0, 0, 2, b'M', b'N', 1, b'c'],
                Marshalling::Custom {
                    guid: "",
                    native_type: "",
                    marshaler: "MN",
                    cookie: "c",
                },
            ),
        ];
        for (bytes, expected) in cases {
            assert_eq!(parse(bytes).as_ref(), Ok(expected), "{bytes:x?}");
        }
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        for bytes in [&[][..], &[0x17], &[0x1e], &[0x2c, 0, 0], &[0x1d, 9, 5]] {
            assert!(parse(bytes).is_err(), "{bytes:x?}");
        }
        let error = parse(&[0x1d, 9, 1, 0xfe]).map_err(|error| error.kind().clone());
        assert_eq!(error, Err(ErrorKind::InvalidUtf8));
    }
}
