//! Back ends: what an [`Extension`](crate::extension::Extension) becomes on disk.
//!
//! Every back end only makes [`GeneratedFile`]s or text in memory, so it needs no file system to be
//! tested: [`o11`] the source tree of an OutSystems 11 extension, [`json`] and [`report`] the definition
//! for tools and for people, [`sarif`] what was found for code hosts, [`dump`] every fact of an assembly,
//! [`deps`] what it needs.
//! [`output`] is the one place that writes, and it writes a whole folder or nothing.

pub mod csharp;
pub mod deps;
pub mod dump;
mod file;
pub mod json;
mod lower;
pub mod o11;
pub mod output;
pub mod report;
pub mod sarif;

pub use file::GeneratedFile;
