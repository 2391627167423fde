//! `dllift init`: a configuration file to begin with.

use super::args::{Format, Init};
use super::configuration::beside;
use super::problems;
use super::response::Response;
use super::style::{count, plain};
use crate::clr::Library;
use crate::translate::config::template;
use crate::translate::{Options, translate};
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

pub(super) fn run(arguments: &Init) -> Response {
    let store = arguments.inputs.open();
    problems::say_problems(&store);
    let library = Library::new(&store);
    let first = arguments.inputs.paths.first();
    let usual = first.map(|first| beside(first));
    let path = arguments.out.clone().or(usual).unwrap_or_default();
    if library.inputs().len() == 0 {
        return problems::no_input(&store, Format::Text);
    }
    let extension = translate(&library, &Options::default()).extension;
    match write(&path, &template(&extension), arguments.force) {
        Ok(()) => {
            let members = count(extension.members.len(), "public member");
            let path = plain(&path.display().to_string());
            let text = format!("{path}: every option, and {members} to choose from\n");
            Response::styled(text, problems::exit(&store))
        }
        Err(error) => refused(&path, &error),
    }
}

/// Writes the file, which must not be there yet, unless `force` lets it be replaced.
fn write(path: &Path, text: &str, force: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    if !force {
        options.create_new(true);
    }
    options.open(path)?.write_all(text.as_bytes())
}

fn refused(path: &Path, error: &io::Error) -> Response {
    let path = path.display();
    let (problem, help) = match error.kind() {
        ErrorKind::AlreadyExists => (
            format!("{path} is there already"),
            "Use --force to replace it, or --out to write another file.",
        ),
        _ => (
            format!("{path} cannot be written: {error}"),
            "Choose another file with --out.",
        ),
    };
    Response::failure(&problem, help, &[], Format::Text)
}
