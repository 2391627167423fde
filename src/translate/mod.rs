//! From .NET words to OutSystems words: names, expression literals and descriptions.

mod describe;
pub mod literal;
mod names;
mod transliteration;

pub use describe::describe;
pub use names::{Names, fit, identifier, pascal_case};
