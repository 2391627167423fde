//! The `dllift` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    dllift::cli::main()
}
