//! The physical and logical metadata of ECMA-335, partition II: streams, tables, rows, signatures.
//!
//! [`Metadata::parse`] reads the root (II.24.2.1) and computes the layout of each table (II.24.2.6) once;
//! everything after that is a read at an offset. A row is a [`Row`], a `Copy` view whose methods are the
//! table's columns, named as in II.22 and generated from one list, [`schema`]. Nothing is decoded
//! before it is asked for, and nothing is copied: names and blobs are borrowed from the heaps.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use dllift::{metadata::{Metadata, table}, pe::Image};
//!
//! let bytes = std::fs::read("Some.dll")?;
//! let image = Image::parse(&bytes)?;
//! let (offset, bytes) = image.metadata()?;
//! let metadata = Metadata::parse(bytes, offset)?;
//! for row in metadata.rows::<table::TypeDef>() {
//!     println!("{} {}.{}", row.id(), row.namespace()?, row.name()?);
//! }
//! # Ok(()) }
//! ```
//!
//! A column that refers to a heap or a table is checked when it is read, so a bad row is an [`Error`] of
//! that row and never of its neighbours. No function of this module panics, whatever the bytes.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

pub mod attribute;
pub mod body;
mod coded;
mod constant;
mod cursor;
mod error;
mod heaps;
mod id;
pub mod il;
mod index;
mod layout;
pub use crate::limits;
mod list;
mod lookup;
mod marshal;
pub mod pdb;
mod permission_set;
mod pinvoke;
mod root;
mod row;
pub mod schema;
pub mod signature;

pub use coded::{
    Coded, CustomAttributeType, HasConstant, HasCustomAttribute, HasCustomDebugInformation,
    HasDeclSecurity, HasFieldMarshal, HasSemantics, Implementation, MemberForwarded,
    MemberRefParent, MethodDefOrRef, ResolutionScope, TypeDefOrRef, TypeOrMethodDef,
};
pub use constant::Constant;
pub use cursor::Cursor;
pub use error::{Error, ErrorKind, Result};
pub(crate) use heaps::utf16;
pub use heaps::{Guid, Heap};
pub use id::{Id, Token};
pub use list::List;
pub use lookup::{Keyed, Matches};
pub use marshal::{Marshalling, NativeType};
pub use permission_set::{PermissionSet, SecurityAttribute};
pub use pinvoke::{CharSet, ImportConvention, PInvokeFlags};
pub use root::{Metadata, Stream};
pub use row::{Row, Rows};
pub use schema::{Table, TableId, table};
