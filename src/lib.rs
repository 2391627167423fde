//! dllift

pub mod clr;
pub mod extension;
pub mod metadata;
pub mod pe;
