//! From the definition to the files of a target.
//!
//! [`o11`] writes the source tree of an OutSystems 11 extension. Nothing here touches the disk: a
//! generator returns [`GeneratedFile`]s, so the same bytes can be compared, packed or written.

mod file;
pub mod o11;

pub use file::GeneratedFile;
