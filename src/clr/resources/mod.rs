//! Manifest resources (II.22.24), and what is in those that `ResourceWriter` wrote.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use dllift::clr::{Assembly, ResourceLocation, ResourceSet};
//!
//! let bytes = std::fs::read("Some.dll")?;
//! let assembly = Assembly::parse(&bytes)?;
//! for resource in assembly.resources() {
//!     if let ResourceLocation::Embedded(content) = resource.location()?
//!         && ResourceSet::is_in(content)
//!     {
//!         for entry in ResourceSet::parse(content)?.entries() {
//!             let entry = entry?;
//!             println!("{}: {} bytes", entry.name()?, entry.bytes().len());
//!         }
//!     }
//! }
//! # Ok(()) }
//! ```
#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]

mod entry;
mod manifest;
mod set;

pub use entry::{ResourceEntry, ResourceValue};
pub use manifest::{ManifestResource, ResourceLocation};
pub use set::ResourceSet;
