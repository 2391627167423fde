//! dllift

pub mod emit;
pub mod extension;
