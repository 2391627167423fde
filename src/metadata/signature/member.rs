use super::types::{self, TypeSig};
use crate::metadata::error::{ErrorKind, Result};
use crate::metadata::{Cursor, limits};

const HAS_THIS: u8 = 0x20;
const EXPLICIT_THIS: u8 = 0x40;
const GENERIC: u8 = 0x10;
const KIND: u8 = 0x0f;
const FIELD: u8 = 0x06;
const LOCALS: u8 = 0x07;
const PROPERTY: u8 = 0x08;
const METHOD_SPEC: u8 = 0x0a;
const SENTINEL: u8 = 0x41;

/// How a method is called (II.23.2.1, II.23.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum CallingConvention {
    Default,
    C,
    StdCall,
    ThisCall,
    FastCall,
    VarArg,
    /// Unmanaged, with the details in modifiers of the return type.
    Unmanaged,
}

impl CallingConvention {
    fn from_number(number: u8) -> Option<Self> {
        Some(match number & KIND {
            0 => Self::Default,
            1 => Self::C,
            2 => Self::StdCall,
            3 => Self::ThisCall,
            4 => Self::FastCall,
            5 => Self::VarArg,
            9 => Self::Unmanaged,
            _ => return None,
        })
    }
}

/// The signature of a method: MethodDefSig, MethodRefSig or StandAloneMethodSig (II.23.2.1 to II.23.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodSig {
    /// Whether there is a `this`.
    pub has_this: bool,
    /// Whether `this` is the first of `parameters`.
    pub explicit_this: bool,
    /// How it is called.
    pub convention: CallingConvention,
    /// Number of generic parameters.
    pub generic_parameters: u32,
    /// Return type; `void` for none.
    pub return_type: TypeSig,
    /// Parameter types.
    pub parameters: Vec<TypeSig>,
    /// How many of `parameters` stand before the sentinel of a vararg call.
    pub required_parameters: usize,
}

impl MethodSig {
    pub(super) fn read(cursor: &mut Cursor<'_>, depth: u32) -> Result<Self> {
        let at = *cursor;
        let head = cursor.u8()?;
        let bad = || {
            at.error(ErrorKind::BadSignatureKind {
                what: "a method signature",
                value: head,
            })
        };
        let convention = CallingConvention::from_number(head).ok_or_else(bad)?;
        let generic_parameters = if head & GENERIC == 0 {
            0
        } else {
            cursor.compressed_u32()?
        };
        let count = cursor.count()?;
        let return_type = types::read(cursor, depth)?;
        let mut parameters = Vec::with_capacity(count.min(8));
        let mut required_parameters = count;
        for position in 0..count {
            if cursor.peek() == Some(SENTINEL) {
                cursor.u8()?;
                required_parameters = position;
            }
            parameters.push(types::read(cursor, depth)?);
        }
        Ok(Self {
            has_this: head & HAS_THIS != 0,
            explicit_this: head & EXPLICIT_THIS != 0,
            convention,
            generic_parameters,
            return_type,
            parameters,
            required_parameters,
        })
    }
}

/// The signature of a property (II.23.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertySig {
    /// Whether there is a `this`.
    pub has_this: bool,
    /// The property's type.
    pub property_type: TypeSig,
    /// Parameter types of an indexer.
    pub parameters: Vec<TypeSig>,
}

/// The local variables of a method (II.23.2.6).
pub type LocalSig = Vec<TypeSig>;

fn expect(cursor: &mut Cursor<'_>, kind: u8, what: &'static str) -> Result<u8> {
    let at = *cursor;
    let head = cursor.u8()?;
    if head & KIND != kind {
        return Err(at.error(ErrorKind::BadSignatureKind { what, value: head }));
    }
    Ok(head)
}

/// A signature in `cursor`, refused where no compiler would have written it: rows can share a blob, and
/// each reads it anew.
fn bounded(cursor: Cursor<'_>) -> Result<Cursor<'_>> {
    let length = cursor.rest().len();
    if length > limits::SIGNATURE_BYTES {
        return Err(cursor.error(ErrorKind::TooLong(length as u64)));
    }
    Ok(cursor)
}

/// Reads the signature of a method, by definition or by reference (II.23.2.1 to II.23.2.3).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn method(cursor: Cursor<'_>) -> Result<MethodSig> {
    let mut cursor = bounded(cursor)?;
    MethodSig::read(&mut cursor, limits::SIGNATURE_DEPTH)
}

/// Reads the type of a field (II.23.2.4).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn field(cursor: Cursor<'_>) -> Result<TypeSig> {
    let mut cursor = bounded(cursor)?;
    expect(&mut cursor, FIELD, "a field signature")?;
    types::read(&mut cursor, limits::SIGNATURE_DEPTH)
}

/// Reads the signature of a property (II.23.2.5).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn property(cursor: Cursor<'_>) -> Result<PropertySig> {
    let mut cursor = bounded(cursor)?;
    let head = expect(&mut cursor, PROPERTY, "a property signature")?;
    let count = cursor.count()?;
    let property_type = types::read(&mut cursor, limits::SIGNATURE_DEPTH)?;
    Ok(PropertySig {
        has_this: head & HAS_THIS != 0,
        property_type,
        parameters: types::list(&mut cursor, count, limits::SIGNATURE_DEPTH)?,
    })
}

/// Reads the types of local variables (II.23.2.6).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn locals(cursor: Cursor<'_>) -> Result<LocalSig> {
    let mut cursor = bounded(cursor)?;
    expect(&mut cursor, LOCALS, "a local-variable signature")?;
    let count = cursor.count()?;
    types::list(&mut cursor, count, limits::SIGNATURE_DEPTH)
}

/// Reads the type arguments of a method instance (II.23.2.15).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn method_spec(cursor: Cursor<'_>) -> Result<Vec<TypeSig>> {
    let mut cursor = bounded(cursor)?;
    expect(&mut cursor, METHOD_SPEC, "a method instance")?;
    let count = cursor.count()?;
    types::list(&mut cursor, count, limits::SIGNATURE_DEPTH)
}

/// Reads a type specification (II.23.2.14).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn type_spec(cursor: Cursor<'_>) -> Result<TypeSig> {
    let mut cursor = bounded(cursor)?;
    types::read(&mut cursor, limits::SIGNATURE_DEPTH)
}
