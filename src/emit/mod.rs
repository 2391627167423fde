//! Back ends: what an [`Extension`](crate::extension::Extension) becomes on disk.
//!
//! Every back end only makes [`GeneratedFile`]s or text in memory, so it needs no file system to be
//! tested.

mod file;
pub mod json;

pub use file::GeneratedFile;
