//! `dllift translate`: an extension that calls the inputs, on disk.

mod extension;
mod generate;
mod summary;

use super::args::{Format, Target, Translate};
use super::configuration::Configuration;
use super::problems::{self, Problem};
use super::response::{Exit, Response};
use super::severity::say_strict;
use crate::closure::Platform;
use crate::clr::{FileProblemKind, FileStore, Library};
use crate::emit::output::{self, MethodChange, OutputError, WriteSummary};
use crate::emit::sarif::{self, Sources};
use crate::emit::{GeneratedFile, o11};
use crate::extension::{Extension, Profile, Severity};
use crate::translate::{Options, translate_builds};
use serde::Serialize;
use std::fmt::Display;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    extension: &'a Extension,
    /// What was written, or would be with `--check`; null with `--dry-run`.
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
    methods: &'a [MethodChange],
}

pub(super) fn run(arguments: &Translate) -> Response {
    if let [path] = arguments.inputs.paths.as_slice()
        && let Some(bytes) = extension::open(path)
    {
        return extension::run(arguments, path, &bytes);
    }
    let format = arguments.format;
    let (store, odc_store) = open(arguments);
    problems::say_problems(&store);
    let library = Library::new(&store);
    let odc = odc_store.as_ref().map(Library::new);
    let odc = odc.as_ref();
    if library.inputs().len() == 0 {
        return problems::no_input(&store, format);
    }
    let mut listed = problems::listed(&store);
    listed.extend(problems::documentation(&library));
    let failure =
        |error: &dyn Display, help| Response::failure(&error.to_string(), help, &listed, format);

    let Configuration {
        path,
        mut config,
        lock,
    } = match Configuration::read(
        arguments.inputs.paths.first().map(PathBuf::as_path),
        arguments.config.as_deref(),
        arguments.out.as_deref(),
        arguments.lock.as_deref(),
    ) {
        Ok(configuration) => configuration,
        Err(error) => return failure(&error, error.help()),
    };
    if let Some(profile) = arguments.profile {
        config.profile = profile.into();
    }
    if config.profile == Profile::Wizard && arguments.target == Target::Odc {
        let help = "Leave --target out, or translate with --profile structured.";
        return failure(&"the profile wizard is for OutSystems 11 only", help);
    }
    let options = Options {
        name: arguments.name.clone(),
        config,
        lock,
        targets: arguments.target.into(),
        ..Options::default()
    };
    // The process ends soon: freeing its many strings one by one would only take time.
    let translation = ManuallyDrop::new(translate_builds(&library, odc, &options));
    let extension = &translation.extension;
    let out = arguments.out.as_deref().filter(|_| !arguments.dry_run);
    let mut written = None;
    if let Some(out) = out {
        let files = match generate::files(&library, odc, &translation, options) {
            Ok(files) => files,
            Err(error) => return failure(&error, error.help()),
        };
        match put(arguments, out, &files) {
            Ok(summary) => written = Some((out, summary)),
            Err(error) => return failure(&error, error.help()),
        }
    }
    let is_outdated = arguments.check && written.as_ref().is_some_and(|(_, of)| !of.is_current());
    let is_warned = arguments.strict && has_warnings(extension, &listed);
    let exit = match is_outdated || is_warned {
        true => Exit::Failed,
        false => problems::exit(&store),
    };
    match (format, written) {
        (Format::Sarif, _) => {
            let sources = Sources::new(&library, path.as_deref());
            let notifications = listed.iter().map(Problem::notification).collect();
            let is_successful = problems::exit(&store) == Exit::Fine;
            let diagnostics = &extension.diagnostics;
            let log = sarif::log(diagnostics, &sources, notifications, is_successful);
            Response::json(&log, exit)
        }
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
        (Format::Text, None) => Response::exact(generate::report(&o11::lower(extension)), exit),
        (Format::Text, Some((out, summary))) if arguments.check => {
            Response::styled(summary::comparison(out, &summary), exit)
        }
        (Format::Text, Some((out, summary))) => {
            Response::styled(summary::summary(extension, out, &summary), exit)
        }
    }
}

/// Writes the files to `out`; with `--check`, only says what that would do.
fn put(
    arguments: &Translate,
    out: &Path,
    files: &[GeneratedFile],
) -> Result<WriteSummary, OutputError> {
    match arguments.check {
        true => output::compare(out, files),
        false => output::write(out, files, arguments.force),
    }
}

/// Opens the inputs; where they hold packages for both platforms, also as ODC gets them. What only one platform has
/// builds of, the other gets, too.
fn open(arguments: &Translate) -> (FileStore, Option<FileStore>) {
    let inputs = &arguments.inputs;
    if arguments.target == Target::Odc {
        return (inputs.open_on(Platform::Odc), None);
    }
    let store = inputs.open_on(Platform::O11);
    let is_chosen = inputs.framework.is_some() || !store.has_packages();
    if is_chosen || arguments.target == Target::O11 {
        return (store, None);
    }
    let odc = inputs.open_on(Platform::Odc);
    match (has_all(&store), has_all(&odc)) {
        (true, true) => (store, Some(odc)),
        (false, true) => (odc, None),
        (_, false) => (store, None),
    }
}

/// Whether every package has assemblies for the framework.
fn has_all(store: &FileStore) -> bool {
    let mut problems = store.problems().iter();
    problems.all(|problem| !matches!(problem.kind, FileProblemKind::NoFramework { .. }))
}

/// Whether anything deserves more than a note; tells people why the run fails then.
fn has_warnings(extension: &Extension, problems: &[Problem]) -> bool {
    let diagnostics = extension.diagnostics.iter();
    let grave = diagnostics.filter(|diagnostic| diagnostic.severity >= Severity::Warning);
    let warnings = grave.count() + problems.iter().filter(|of| of.is_warning()).count();
    if warnings > 0 {
        say_strict(warnings);
    }
    warnings > 0
}

impl<'a> Output<'a> {
    fn new(folder: &Path, summary: &'a WriteSummary) -> Self {
        Self {
            folder: folder.display().to_string(),
            written: &summary.written,
            unchanged: &summary.unchanged,
            removed: &summary.removed,
            kept: &summary.kept,
            methods: &summary.methods,
        }
    }
}
