//! The `dllift` command: one file per subcommand.
//!
//! A subcommand turns its arguments into a `Response`: what goes to standard
//! output, unless it is so much that it went there already, and the exit code. Problems go to standard
//! error while it works. A bad input never stops the others; it changes the exit code.

mod args;
mod check;
mod configuration;
mod deps;
mod diagnostics;
mod diff;
mod dump;
mod explain;
mod init;
mod inspect;
mod pack;
mod problems;
mod progress;
mod publish;
mod response;
mod schema;
mod severity;
mod style;
mod table;
mod translate;

use args::{Arguments, Command};
use clap::Parser;
use response::Response;
use std::process::ExitCode;

/// Runs the command with the arguments of the process.
pub fn main() -> ExitCode {
    let response = match Arguments::try_parse() {
        Ok(arguments) => match arguments.command {
            Command::Check(arguments) => check::run(&arguments),
            Command::Deps(arguments) => deps::run(&arguments),
            Command::Diff(arguments) => diff::run(&arguments),
            Command::Dump(arguments) => dump::run(&arguments),
            Command::Explain(arguments) => explain::run(&arguments),
            Command::Init(arguments) => init::run(&arguments),
            Command::Inspect(arguments) => inspect::run(&arguments),
            Command::Pack(arguments) => pack::run(&arguments),
            Command::Publish(arguments) => publish::run(&arguments),
            Command::Schema(arguments) => schema::run(&arguments),
            Command::Translate(arguments) => translate::run(&arguments),
        },
        Err(error) => Response::usage(&error, args::ask_for_json(std::env::args_os())),
    };
    response.send()
}
