use super::build;
use super::types::{Tree, TypeSig};
use crate::metadata::{Cursor, Result};

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
    pub(super) fn from_number(number: u8) -> Option<Self> {
        Some(match number {
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
pub struct MethodSig<T = TypeSig, L = Vec<T>> {
    /// Whether there is a `this`.
    pub has_this: bool,
    /// Whether `this` is the first of `parameters`.
    pub explicit_this: bool,
    /// How it is called.
    pub convention: CallingConvention,
    /// Number of generic parameters.
    pub generic_parameters: u32,
    /// Return type; `void` for none.
    pub return_type: T,
    /// Parameter types.
    pub parameters: L,
    /// How many of `parameters` stand before the sentinel of a vararg call.
    pub required_parameters: usize,
}

/// The signature of a property (II.23.2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PropertySig<T = TypeSig, L = Vec<T>> {
    /// Whether there is a `this`.
    pub has_this: bool,
    /// The property's type.
    pub property_type: T,
    /// Parameter types of an indexer.
    pub parameters: L,
}

/// The local variables of a method (II.23.2.6).
pub type LocalSig = Vec<TypeSig>;

/// Reads the signature of a method, by definition or by reference (II.23.2.1 to II.23.2.3).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn method(cursor: Cursor<'_>) -> Result<MethodSig> {
    build::method(cursor, &mut Tree)
}

/// Reads the type of a field (II.23.2.4).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn field(cursor: Cursor<'_>) -> Result<TypeSig> {
    build::field(cursor, &mut Tree)
}

/// Reads the signature of a property (II.23.2.5).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn property(cursor: Cursor<'_>) -> Result<PropertySig> {
    build::property(cursor, &mut Tree)
}

/// Reads the types of local variables (II.23.2.6).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn locals(cursor: Cursor<'_>) -> Result<LocalSig> {
    build::locals(cursor, &mut Tree)
}

/// Reads the type arguments of a method instance (II.23.2.15).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn method_spec(cursor: Cursor<'_>) -> Result<Vec<TypeSig>> {
    build::method_spec(cursor, &mut Tree)
}

/// Reads a type specification (II.23.2.14).
///
/// # Errors
/// A typed error with the offset of the byte that is wrong.
pub fn type_spec(cursor: Cursor<'_>) -> Result<TypeSig> {
    build::type_spec(cursor, &mut Tree)
}
