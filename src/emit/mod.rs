//! Back ends: what an [`Extension`](crate::extension::Extension) becomes on disk.
//!
//! Every back end only makes [`GeneratedFile`]s or text in memory, so it needs no file system to be
//! tested: [`o11`] the source tree of an OutSystems 11 extension, [`odc`] the project of an external library,
//! [`json`] and [`report`] the definition for tools and for people, [`sarif`] what was found for code hosts, [`dump`]
//! every fact of an assembly, [`deps`] what it needs, [`diff`] what changed. [`output`] writes a whole folder or
//! nothing; [`package`] packs one into an archive, by [`zip`].

pub mod csharp;
pub mod deps;
pub mod diff;
pub mod dump;
mod file;
mod html;
pub mod json;
mod lower;
pub mod o11;
pub mod odc;
pub mod output;
pub mod package;
mod parts;
pub mod report;
pub mod sarif;
mod xml;
pub mod zip;

pub use file::GeneratedFile;
use parts::Parts;
