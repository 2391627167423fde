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
//!
//! What needs a type, directly or not, is what leads to it:
//!
//! ```
//! use dllift::clr::{FileStore, Library};
//! use dllift::graph;
//! use petgraph::visit::{Dfs, Reversed};
//!
//! let store = FileStore::open(&["testdata/Banking.dll".into()], &[]);
//! let library = Library::new(&store);
//! let needs = graph::dependencies(library.set());
//! let is_money = |name: Result<&str, _>| name == Ok("Money");
//! let money = needs.node_indices().find(|node| is_money(needs[*node].name()));
//! let mut above = Dfs::new(Reversed(&needs), money.unwrap());
//! let mut names = Vec::new();
//! while let Some(node) = above.next(Reversed(&needs)) {
//!     names.push(needs[node].name()?);
//! }
//! assert!(names.contains(&"Account") && !names.contains(&"AccountKind"));
//! # Ok::<(), dllift::metadata::Error>(())
//! ```

mod assemblies;
mod types;

pub use assemblies::{AssemblyNode, assemblies};
pub use types::{dependencies, inheritance, nesting};
