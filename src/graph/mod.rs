//! Graphs of assemblies and types, on petgraph, so that its algorithms (cycles, orders, shortest chains)
//! and its DOT writer are at hand.
//!
//! ```
//! use dllift::clr::{FileStore, Library};
//! use dllift::graph;
//!
//! let store = FileStore::open(&["testdata/Banking.dll".into()], &[]);
//! let library = Library::new(&store);
//! let references = graph::assemblies(library.set());
//! let banking = references.node_indices().find(|node| references[*node].name == "Banking");
//! let names: Vec<_> = references
//!     .neighbors(banking.unwrap())
//!     .map(|node| references[node].name)
//!     .collect();
//! assert!(names.contains(&"Banking.Contracts"));
//! ```

mod assemblies;
mod types;

pub use assemblies::{AssemblyNode, assemblies};
pub use types::{dependencies, inheritance, nesting};
