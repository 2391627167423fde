//! Back ends: what an [`Extension`](crate::extension::Extension) becomes on disk.
//!
//! Every back end only makes [`GeneratedFile`]s or text in memory, so it needs no file system to be
//! tested. [`output`] is the one place that writes, and it writes a whole folder or nothing.

mod file;
pub mod json;
pub mod output;
pub mod report;

pub use file::GeneratedFile;
