//! What a test says when it cannot run.

use std::env;
use std::io::{self, Write};

/// Says in one line that `test` did not run, which on a build server is a failure.
pub(crate) fn not_run(reason: &str, test: &str) {
    assert!(env::var_os("CI").is_none(), "{reason}, and {test} needs it");
    // Not by a macro: the output of those is hidden where a test passes.
    let _ = writeln!(io::stderr(), "not run: {reason} ({test})");
}
