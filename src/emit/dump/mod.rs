//! Every fact of an assembly, for programs and for people.
//!
//! [`json`] walks the tables in a fixed order: the assembly and its references, then each type with its
//! attributes, fields, methods, properties and events, then exports, resources and row counts, as JSON lines,
//! one record for each row that says something. Types are written in the notation of ILAsm. The format is
//! that of the oracles that the tests compare with, which read the same facts with other libraries: see
//! `FORMAT.md` beside this module. [`text`] writes the outline of the assembly in the words of C#.
//!
//! What cannot be read becomes a record of kind `error` or a comment, and the dump goes on. One record or
//! line is in memory at a time, so the size of the file does not matter.

mod assembly;
mod attribute;
mod dumper;
mod line;
mod member;
mod signature;
mod text;
mod types;

pub use dumper::{Summary, json};
pub use text::text;

/// Whether a file that begins with these bytes was written by [`json`] or [`text()`].
pub fn is_dump(beginning: &[u8]) -> bool {
    [line::BEGINNING, text::BEGINNING]
        .iter()
        .any(|ours| beginning.starts_with(ours.as_bytes()))
}

/// As many bytes of a file as [`is_dump`] needs.
pub const BEGINNING: usize = 16;
