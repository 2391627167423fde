//! dllift

pub mod clr;
pub mod extension;
