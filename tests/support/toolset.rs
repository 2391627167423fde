//! The C# compiler and .NET 8, which `toolset/setup.sh` downloads.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where every test finds them.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("toolset")
}

/// Writes a line to standard error itself, which the test harness does not capture.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Runs a script that downloads what a test needs to `folders`, or says why it failed.
pub(crate) fn set_up(script: &str, folders: &[&Path]) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let output = Command::new("bash").arg(script).args(folders).output();
    let output = output.map_err(|error| format!("bash: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().last().unwrap_or("its setup failed").to_owned())
}
