//! Signatures (II.23.2): blobs that say what a method, field, property, local variable or type
//! specification looks like.
//!
//! Each kind has a function that reads a [`Cursor`](super::Cursor), as the `signature` columns return
//! it, and gives a small tree. Types stay as the blob names them: a [`TypeSig`] holds a
//! [`TypeDefOrRef`](super::TypeDefOrRef), which the layer above resolves. Nesting is limited to
//! [`limits::SIGNATURE_DEPTH`](super::limits::SIGNATURE_DEPTH), and no count is believed before the bytes
//! that are left could hold it.

mod budget;
mod member;
mod types;

pub use budget::Budget;
pub use member::{
    CallingConvention, LocalSig, MethodSig, PropertySig, field, locals, method, method_spec,
    property, type_spec,
};
pub use types::{ArrayShape, ElementType, Modifier, TypeSig};
