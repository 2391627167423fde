//! From paths to assemblies that know each other.
//!
//! A [`FileStore`] finds and opens files: the inputs that it is given, and what they reference, as far
//! as it is at hand. A [`Library`] borrows the store and is the [`AssemblySet`](super::AssemblySet) of
//! its files, with the way back from an assembly to its file and documentation. What cannot be opened
//! never stops the rest: it is a [`FileProblem`].
//!
//! ```no_run
//! use dllift::clr::{FileStore, Library};
//!
//! let store = FileStore::open(&["bin".into()], &[]);
//! for problem in store.problems() {
//!     eprintln!("{problem}");
//! }
//! let library = Library::new(&store);
//! for file in library.inputs() {
//!     println!("{}: {}", file.path().display(), file.assembly().name());
//! }
//! ```

mod contents;
mod folder;
mod found;
mod opener;
mod packages;
mod problem;
mod store;
mod view;

pub use found::Found;
pub use problem::{FileProblem, FileProblemKind};
pub use store::FileStore;
pub use view::{Library, LibraryFile};
