//! `dllift translate`: an extension that calls the inputs, on disk.

mod generate;
mod summary;

use super::args::{Format, Translate};
use super::problems::{self, Problem};
use super::response::Response;
use crate::clr::Library;
use crate::emit::o11;
use crate::emit::output::{self, WriteSummary};
use crate::extension::Extension;
use crate::translate::{Options, translate};
use serde::Serialize;
use std::fmt::Display;
use std::path::Path;

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    extension: &'a Extension,
    /// What was written; null with `--dry-run`.
    output: Option<Output<'a>>,
    problems: Vec<Problem>,
}

#[derive(Serialize)]
struct Output<'a> {
    folder: String,
    written: &'a [String],
    unchanged: &'a [String],
    removed: &'a [String],
    kept: &'a [String],
}

pub(super) fn run(arguments: &Translate) -> Response {
    let inputs = &arguments.inputs;
    let format = inputs.format;
    let store = inputs.open();
    problems::say_problems(&store);
    let library = Library::new(&store);
    if library.inputs().len() == 0 {
        return problems::no_input(&store, inputs);
    }
    let mut listed = problems::listed(&store);
    listed.extend(problems::documentation(&library));

    let options = Options {
        name: arguments.name.clone(),
        profile: arguments.profile.into(),
        ..Options::default()
    };
    let translation = translate(&library, &options);
    let extension = &translation.extension;
    let failure =
        |error: &dyn Display, help| Response::failure(&error.to_string(), help, &listed, format);
    let lowered = o11::lower(extension);
    let out = arguments.out.as_deref().filter(|_| !arguments.dry_run);
    let mut written = None;
    if let Some(out) = out {
        let files = match generate::files(&library, &translation, &lowered) {
            Ok(files) => files,
            Err(error) => return failure(&error, error.help()),
        };
        match output::write(out, &files, arguments.force) {
            Ok(summary) => written = Some((out, summary)),
            Err(error) => return failure(&error, error.help()),
        }
    }
    let exit = problems::exit(&store);
    match (format, written) {
        (Format::Json, written) => {
            let output = written
                .as_ref()
                .map(|(out, summary)| Output::new(out, summary));
            Response::json(
                &Document {
                    extension,
                    output,
                    problems: listed,
                },
                exit,
            )
        }
        (Format::Text, None) => Response::exact(generate::report(&lowered), exit),
        (Format::Text, Some((out, summary))) => {
            Response::styled(summary::summary(extension, out, &summary), exit)
        }
    }
}

impl<'a> Output<'a> {
    fn new(folder: &Path, summary: &'a WriteSummary) -> Self {
        Self {
            folder: folder.display().to_string(),
            written: &summary.written,
            unchanged: &summary.unchanged,
            removed: &summary.removed,
            kept: &summary.kept,
        }
    }
}
