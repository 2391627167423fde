//! What assemblies need to run on a platform: everything that they reference, directly or not, where each is, and
//! what stands in the way.
//!
//! A [`Closure`] is a petgraph graph, so that petgraph's algorithms are at hand. It ends at what the
//! [`Platform`] brings along. [`Closure::findings`] says what is wrong with it, as facts; what they mean for
//! people is in the [catalogue](crate::translate::CATALOGUE).
//!
//! ```
//! use dllift::clr::{FileStore, Library};
//! use dllift::closure::{Closure, Finding, Platform};
//!
//! let store = FileStore::open(&["testdata/Banking.dll".into()], &[]);
//! let library = Library::new(&store);
//! let closure = Closure::new(&library, Platform::O11);
//! let names: Vec<&str> = closure.shipped().map(|file| file.assembly().name()).collect();
//! assert_eq!(names, ["Banking", "Banking.Contracts"]);
//! assert!(!closure.findings().iter().any(|of| matches!(of, Finding::Missing { .. })));
//! ```

mod finding;
mod graph;
mod loading;
mod native;
mod platform;
mod users;

pub use finding::{Finding, Wanted};
pub use graph::{Closure, Member, Place, Requirement};
pub use loading::Unloadable;
pub use platform::{Platform, Support};
