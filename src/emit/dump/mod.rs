//! Every fact of an assembly as JSON lines, one record for each row that says something.
//!
//! [`json`] walks the tables in a fixed order: the assembly and its references, then each type with its
//! attributes, fields, methods, properties and events, then exports, resources and row counts. Types are
//! written in the notation of ILAsm. A record that cannot be read becomes a record of kind `error`, and the
//! dump goes on. One record is in memory at a time, so the size of the file does not matter.
//!
//! The format is that of the oracles that the tests compare with, which read the same facts with other
//! libraries: see `FORMAT.md` beside this module.

mod assembly;
mod attribute;
mod dumper;
mod line;
mod member;
mod signature;
mod types;

pub use dumper::{Summary, json};
