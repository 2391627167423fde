//! dllift

pub mod extension;
pub mod metadata;
pub mod pe;
