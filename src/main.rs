//! The `dllift` command.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A translation is millions of small texts: the allocator of the system takes a quarter of its time for them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    dllift::cli::main()
}
