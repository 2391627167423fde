//! dllift

pub mod extension;
