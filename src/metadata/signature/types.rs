use super::member::MethodSig;
use crate::metadata::error::{ErrorKind, Result};
use crate::metadata::{Cursor, TypeDefOrRef, limits};

/// A type in a signature (II.23.2.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeSig {
    /// A type that the element type alone names: `int32`, `string`, `object`, `void`, `typedref`, …
    Primitive(ElementType),
    /// A class or interface.
    Class(TypeDefOrRef),
    /// A value type.
    ValueType(TypeDefOrRef),
    /// An instance of a generic type.
    Generic {
        /// Whether the generic type is a value type.
        is_value_type: bool,
        /// The generic type.
        definition: TypeDefOrRef,
        /// Its arguments.
        arguments: Vec<TypeSig>,
    },
    /// Generic parameter of the type, from 0.
    Var(u32),
    /// Generic parameter of the method, from 0.
    MVar(u32),
    /// A vector: one dimension, from 0.
    SzArray(Box<TypeSig>),
    /// An array of any shape (II.23.2.13).
    Array(Box<TypeSig>, ArrayShape),
    /// An unmanaged pointer.
    Pointer(Box<TypeSig>),
    /// A managed pointer: by reference.
    ByRef(Box<TypeSig>),
    /// A function pointer.
    FunctionPointer(Box<MethodSig>),
    /// A type with a custom modifier (II.23.2.7).
    Modified(Modifier, Box<TypeSig>),
    /// A local variable that the collector must not move.
    Pinned(Box<TypeSig>),
}

impl TypeSig {
    /// The type without custom modifiers around it.
    pub fn unmodified(&self) -> &Self {
        let mut sig = self;
        while let Self::Modified(_, inner) = sig {
            sig = inner;
        }
        sig
    }
}

/// A custom modifier (II.23.2.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Modifier {
    /// `modreq` rather than `modopt`.
    pub required: bool,
    /// The modifying type.
    pub modifier: TypeDefOrRef,
}

/// The shape of an array (II.23.2.13).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrayShape {
    /// Number of dimensions.
    pub rank: u32,
    /// Sizes of the first dimensions.
    pub sizes: Vec<u32>,
    /// Lower bounds of the first dimensions.
    pub lower_bounds: Vec<i32>,
}

/// Element types that stand for a whole type (II.23.1.16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum ElementType {
    Void = 0x01,
    Boolean = 0x02,
    Char = 0x03,
    I1 = 0x04,
    U1 = 0x05,
    I2 = 0x06,
    U2 = 0x07,
    I4 = 0x08,
    U4 = 0x09,
    I8 = 0x0a,
    U8 = 0x0b,
    R4 = 0x0c,
    R8 = 0x0d,
    String = 0x0e,
    TypedByRef = 0x16,
    I = 0x18,
    U = 0x19,
    Object = 0x1c,
}

/// For each element type: its type's name in the namespace `System`, and the keyword of C#.
const NAMES: &[(ElementType, &str, &str)] = &[
    (ElementType::Void, "Void", "void"),
    (ElementType::Boolean, "Boolean", "bool"),
    (ElementType::Char, "Char", "char"),
    (ElementType::I1, "SByte", "sbyte"),
    (ElementType::U1, "Byte", "byte"),
    (ElementType::I2, "Int16", "short"),
    (ElementType::U2, "UInt16", "ushort"),
    (ElementType::I4, "Int32", "int"),
    (ElementType::U4, "UInt32", "uint"),
    (ElementType::I8, "Int64", "long"),
    (ElementType::U8, "UInt64", "ulong"),
    (ElementType::R4, "Single", "float"),
    (ElementType::R8, "Double", "double"),
    (ElementType::String, "String", "string"),
    (
        ElementType::TypedByRef,
        "TypedReference",
        "System.TypedReference",
    ),
    (ElementType::I, "IntPtr", "System.IntPtr"),
    (ElementType::U, "UIntPtr", "System.UIntPtr"),
    (ElementType::Object, "Object", "object"),
];

impl ElementType {
    /// The element type with this number, or `None` where the number needs more bytes to name a type.
    pub fn from_number(number: u8) -> Option<Self> {
        let row = NAMES.iter().find(|(element, ..)| *element as u8 == number);
        row.map(|(element, ..)| *element)
    }

    /// The element type of the type `System.<name>`.
    pub fn from_system_name(name: &str) -> Option<Self> {
        let row = NAMES.iter().find(|(_, system, _)| *system == name);
        row.map(|(element, ..)| *element)
    }

    fn names(self) -> (&'static str, &'static str) {
        let row = NAMES.iter().find(|(element, ..)| *element == self);
        row.map_or(("", ""), |(_, system, keyword)| (system, keyword))
    }

    /// Simple name of its type in the namespace `System`, for instance `Int32`.
    pub fn system_name(self) -> &'static str {
        self.names().0
    }

    /// The type in C#, for instance `int`.
    pub fn csharp(self) -> &'static str {
        self.names().1
    }
}

const PTR: u8 = 0x0f;
const BYREF: u8 = 0x10;
const VALUETYPE: u8 = 0x11;
const CLASS: u8 = 0x12;
const VAR: u8 = 0x13;
const ARRAY: u8 = 0x14;
const GENERICINST: u8 = 0x15;
const FNPTR: u8 = 0x1b;
const SZARRAY: u8 = 0x1d;
const MVAR: u8 = 0x1e;
const CMOD_REQD: u8 = 0x1f;
const CMOD_OPT: u8 = 0x20;
const PINNED: u8 = 0x45;

/// Reads a type; `depth` is the number of levels that it may still nest.
pub(super) fn read(cursor: &mut Cursor<'_>, depth: u32) -> Result<TypeSig> {
    let Some(deeper) = depth.checked_sub(1) else {
        return Err(cursor.error(ErrorKind::TooDeep));
    };
    let at = *cursor;
    let number = cursor.u8()?;
    if let Some(element) = ElementType::from_number(number) {
        return Ok(TypeSig::Primitive(element));
    }
    let inner = |cursor: &mut Cursor<'_>| read(cursor, deeper).map(Box::new);
    Ok(match number {
        VALUETYPE => TypeSig::ValueType(type_def_or_ref(cursor)?),
        CLASS => TypeSig::Class(type_def_or_ref(cursor)?),
        SZARRAY => TypeSig::SzArray(inner(cursor)?),
        BYREF => TypeSig::ByRef(inner(cursor)?),
        PTR => TypeSig::Pointer(inner(cursor)?),
        PINNED => TypeSig::Pinned(inner(cursor)?),
        VAR => TypeSig::Var(cursor.compressed_u32()?),
        MVAR => TypeSig::MVar(cursor.compressed_u32()?),
        CMOD_REQD | CMOD_OPT => {
            let modifier = Modifier {
                required: number == CMOD_REQD,
                modifier: type_def_or_ref(cursor)?,
            };
            TypeSig::Modified(modifier, inner(cursor)?)
        }
        ARRAY => {
            let element = inner(cursor)?;
            TypeSig::Array(element, array_shape(cursor)?)
        }
        GENERICINST => {
            let at = *cursor;
            let is_value_type = match cursor.u8()? {
                VALUETYPE => true,
                CLASS => false,
                other => return Err(at.error(ErrorKind::BadElementType(other))),
            };
            let definition = type_def_or_ref(cursor)?;
            let count = cursor.count()?;
            let arguments = list(cursor, count, deeper)?;
            TypeSig::Generic {
                is_value_type,
                definition,
                arguments,
            }
        }
        FNPTR => TypeSig::FunctionPointer(Box::new(MethodSig::read(cursor, deeper)?)),
        other => return Err(at.error(ErrorKind::BadElementType(other))),
    })
}

/// Reads `count` types. Room is made for few of them: nested lists that each claim all bytes that are left
/// must not reserve them each.
pub(super) fn list(cursor: &mut Cursor<'_>, count: usize, depth: u32) -> Result<Vec<TypeSig>> {
    let mut types = Vec::with_capacity(count.min(8));
    for _ in 0..count {
        types.push(read(cursor, depth)?);
    }
    Ok(types)
}

/// A TypeDefOrRefOrSpecEncoded (II.23.2.8).
fn type_def_or_ref(cursor: &mut Cursor<'_>) -> Result<TypeDefOrRef> {
    let at = *cursor;
    let value = cursor.compressed_u32()?;
    TypeDefOrRef::from_encoded(value).ok_or_else(|| at.error(ErrorKind::BadTag { value }))
}

fn array_shape(cursor: &mut Cursor<'_>) -> Result<ArrayShape> {
    let at = *cursor;
    let rank = cursor.compressed_u32()?;
    if rank == 0 || rank > limits::ARRAY_RANK {
        return Err(at.error(ErrorKind::BadCount {
            count: rank,
            left: cursor.rest().len() as u64,
        }));
    }
    let mut shape = ArrayShape {
        rank,
        ..ArrayShape::default()
    };
    for _ in 0..cursor.count()? {
        shape.sizes.push(cursor.compressed_u32()?);
    }
    for _ in 0..cursor.count()? {
        shape.lower_bounds.push(cursor.compressed_i32()?);
    }
    Ok(shape)
}
