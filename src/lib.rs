//! dllift

pub mod clr;
pub mod extension;
pub mod translate;
