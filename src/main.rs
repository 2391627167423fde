//! The `dllift` command.

fn main() {}
