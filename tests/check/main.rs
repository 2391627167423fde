//! Every code of a package check, with packages that have the fault and packages that have not.

#[path = "../support/archive.rs"]
mod archive;
mod compiled;
mod layout;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/toolset.rs"]
mod toolset;
