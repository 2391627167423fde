//! dllift

#[cfg(feature = "cli")]
pub mod cli;
pub mod clr;
pub mod emit;
pub mod extension;
pub mod graph;
pub mod metadata;
pub mod pe;
pub mod translate;
