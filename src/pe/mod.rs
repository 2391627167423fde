//! The file around the metadata: PE headers, sections, the RVA map and the CLI header.
//!
//! [`Image::parse`] accepts any byte string. What is a .NET image becomes an [`Image`] that borrows
//! the bytes; what is not becomes a [`PeError`] that says what the file is instead
//! ([`FileKind`]). The only questions that the layers above ask are "where is the metadata"
//! ([`Image::metadata`]) and "which bytes are at this RVA" ([`Image::at_rva`]).
//!
//! goblin supplies the header and section structures and stays behind this module: its whole-file
//! parse is not used, because it refuses valid images over directories that .NET never reads.
//!
//! Files come in through [`FileBytes`], a read-only memory map where the platform allows one. What the
//! debug directory says of the program database is in [`Image::debug_entries`].
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod code;
mod debug;
mod error;
mod file;
mod image;
mod inflate;
mod kind;
mod section;

pub use code::CodeKind;
pub use debug::{CodeView, DebugData, DebugEntry, EmbeddedPdb, PdbChecksum};
pub use error::PeError;
pub use file::FileBytes;
pub use image::{CliFlags, CliHeader, Directory, Image, Machine};
pub use inflate::InflateError;
pub(crate) use inflate::{inflate, inflate_in_pieces, inflate_zlib};
pub use kind::FileKind;
pub use section::Section;
