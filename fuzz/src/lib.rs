//! What the fuzz targets share with the tests: the mutator, and what is done with the bytes.

pub mod mutator;
pub mod targets;
