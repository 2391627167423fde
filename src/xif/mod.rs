//! Reads `.xif` files: extensions as Integration Studio saves them.
//!
//! A `.xif` is one zlib stream of XML, with the definition of the extension and, as base64, every file of
//! it: the sources, the implementation and what it refers to. There is no public description of the
//! format; what is read here was seen in published extensions. So what is not known is never an error: it
//! becomes one of the [`notes`](Xif::notes), and a type of no known name is kept as
//! [`XifType::Other`].
//!
//! ```no_run
//! use dllift::xif::Xif;
//!
//! let xif = Xif::parse(&std::fs::read("Loans.xif")?)?;
//! for action in &xif.actions {
//!     println!("{}: {}", action.name, action.description);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A `.xif` can come from anywhere. What it inflates to, its elements and their depth are bounded
//! ([`limits`](crate::limits)), no entity is expanded but the five that XML predefines, a document
//! type is refused, and nothing is decoded from base64 before somebody asks.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod cursor;
mod error;
mod model;
mod reader;
mod records;
mod types;

pub(crate) use cursor::shown;
pub use error::XifError;
pub use model::{
    Direction, ImportedMember, ImportedParameter, Xif, XifAction, XifAttribute, XifEntity, XifNote,
    XifParameter, XifResource, XifStructure,
};
pub use types::{OtherType, XifType};

use crate::pe::{FileBytes, FileKind, inflate_zlib};

impl Xif {
    /// Whether `bytes` begin like a `.xif`: like any zlib stream.
    pub fn is_likely(bytes: &[u8]) -> bool {
        FileKind::of(bytes) == FileKind::Zlib
    }

    /// Reads the `.xif` file in `bytes`.
    ///
    /// # Errors
    /// [`XifError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, XifError> {
        Self::parse_xml(inflate_zlib(bytes)?)
    }

    /// Reads what a `.xif` file inflates to.
    ///
    /// # Errors
    /// [`XifError`].
    pub fn parse_xml(xml: Vec<u8>) -> Result<Self, XifError> {
        reader::read(FileBytes::from(xml))
    }
}
