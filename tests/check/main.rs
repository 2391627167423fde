//! Every code of a package check, with packages that have the fault and packages that have not.

#![allow(dead_code, reason = "the helpers serve other tests, too")]

#[path = "../support/archive.rs"]
mod archive;
mod compiled;
#[path = "../support/fixture.rs"]
mod fixture;
mod layout;
#[path = "../support/shell.rs"]
mod shell;
#[path = "../support/mod.rs"]
mod support;
#[path = "../support/toolset.rs"]
mod toolset;
