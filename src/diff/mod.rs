//! What changed between two versions, and what it does to those who use them.
//!
//! There are two levels: the public [`surface`] of the .NET assemblies, and the [`definition`] of the extension that
//! they become. Each [`Change`] is of one of the [`KINDS`], a table that says for either platform whether a consumer
//! breaks, and why.
//!
//! ```
//! use dllift::clr::{FileStore, Library};
//! use dllift::diff;
//!
//! let store = FileStore::open(&["testdata/MortgageLib.dll".into()], &[]);
//! let library = Library::new(&store);
//! assert!(diff::surface(&library, &library).is_empty());
//! ```

mod change;
mod definition;
mod kinds;
mod pairs;
mod portal;
mod surface;

pub use change::{Bump, Change, Impact, Level, bump};
pub use definition::definition;
pub use kinds::{KINDS, Kind};
pub use portal::{ChangeType, Expected, portal};
pub use surface::surface;
