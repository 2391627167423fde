//! Writing a whole folder, or nothing.
//!
//! Users edit and commit what we generate, so [`write()`] promises two things. **All or nothing**: a
//! run that fails leaves the folder as it was. **Nobody's work is lost**: the folder holds a
//! [`MANIFEST`] with the SHA-256 of every file that we wrote, and a file that is not in it, or no
//! longer has that hash, is replaced only when the caller forces it. Files in which people
//! [edit methods](crate::emit::GeneratedFile::is_edited) are merged by method instead (`merge`): the manifest has the
//! hash of each method as it was generated, so what was edited is known, and stays. [`compare`] only looks.
//!
//! A run goes through four steps: the paths are checked (`paths`), the folder is compared with its
//! manifest (`manifest`, `plan`), the new files are written to a staging folder on the same file
//! system (`staging`), and from there they are renamed into place with an undo log (`transaction`).
//!
//! [`put`] keeps the first promise alone: its files say themselves what they are, as dumps do, and need no manifest.
//!
//! Two runs at once never leave a broken file, since a rename is atomic. Where the system can lock a folder, the second
//! waits for the first; elsewhere it may be refused as [busy](OutputError::Busy). The last one wins.

mod error;
mod manifest;
mod merge;
mod paths;
mod plan;
mod staging;
mod summary;
mod transaction;
mod write;

pub use error::OutputError;
pub use manifest::MANIFEST;
pub use merge::{MethodChange, MethodFate};
pub use paths::portable;
pub use summary::WriteSummary;
pub use write::{compare, put, write};
