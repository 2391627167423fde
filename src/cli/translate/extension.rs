//! `dllift translate X.xif --target odc`: the library of an extension that Integration Studio saved.

use super::summary::comparison;
use super::{Output, put};
use crate::cli::args::{Format, Target, Translate};
use crate::cli::configuration::Configuration;
use crate::cli::problems::{self, Problem};
use crate::cli::response::{Exit, Response};
use crate::emit::GeneratedFile;
use crate::emit::odc::{by_hand_list, library_files, migration_report};
use crate::pe::FileBytes;
use crate::translate::odc::{Fate, Migration, migrate};
use crate::translate::{LOCK, Lock, Options, Targets};
use crate::xif::Xif;
use serde::Serialize;
use std::path::Path;

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    library: &'a str,
    actions: Vec<ActionFate<'a>>,
    /// Entities of the extension, which the library does not have.
    entities: &'a [String],
    /// Files of the extension that are not in the library.
    left_behind: &'a [String],
    /// What was written, or would be with `--check`; null with `--dry-run`.
    output: Option<Output<'a>>,
}

#[derive(Serialize)]
struct ActionFate<'a> {
    action: &'a str,
    /// Its name in the library, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    renamed: Option<&'a str>,
    /// `implementation`, `imported`, `by hand` or `left out`.
    fate: &'static str,
    /// The imported member, or why there is nothing to call.
    detail: Option<&'a str>,
}

/// The bytes of the file at `path`, if it is likely to be a `.xif`.
pub(super) fn open(path: &Path) -> Option<FileBytes> {
    // What cannot be opened is told about as any input is.
    let bytes = FileBytes::open(path).ok()?;
    Xif::is_likely(&bytes).then_some(bytes)
}

pub(super) fn run(arguments: &Translate, path: &Path, bytes: &[u8]) -> Response {
    let format = arguments.format;
    let shown = path.display();
    if arguments.target != Target::Odc {
        let error =
            format!("{shown} is a zlib stream, as the extensions of OutSystems 11 (.xif) are");
        let help = "Add --target odc for the external library of an extension.";
        return Response::failure(&error, help, &[], format);
    }
    let Configuration { config, lock, .. } = match Configuration::read(
        Some(path),
        arguments.config.as_deref(),
        arguments.out.as_deref(),
        arguments.lock.as_deref(),
    ) {
        Ok(configuration) => configuration,
        Err(error) => return Response::failure(&error.to_string(), error.help(), &[], format),
    };
    let options = Options {
        name: arguments.name.clone(),
        config,
        lock,
        targets: Targets::Odc,
        ..Options::default()
    };
    let migration = Xif::parse(bytes).map_err(Into::into).and_then(|xif| {
        problems::say_notes(&shown.to_string(), &xif.notes);
        migrate(&xif, &options)
    });
    let migration = match migration {
        Ok(migration) => migration,
        Err(error) => {
            let help = "dllift inspect shows what can be read of it.";
            let problem = Problem::of(path, format!("{shown} {error}"), help, true);
            return Response::failure(&format!("{shown} {error}"), help, &[problem], format);
        }
    };
    for id in &migration.idle {
        problems::say_idle(id);
    }
    let mut summary = None;
    if let Some(out) = arguments.out.as_deref().filter(|_| !arguments.dry_run) {
        let files = files(&migration, options.lock);
        match put(arguments, out, &files) {
            Ok(written) => summary = Some((out, written)),
            Err(error) => return Response::failure(&error.to_string(), error.help(), &[], format),
        }
    }
    let is_whole = migration
        .actions
        .iter()
        .all(|action| is_called(&action.fate));
    let is_outdated = arguments.check && summary.as_ref().is_some_and(|(_, of)| !of.is_current());
    let exit = match is_outdated || (arguments.strict && !is_whole) {
        true => Exit::Failed,
        false => Exit::Fine,
    };
    if format == Format::Json {
        let output = summary
            .as_ref()
            .map(|(out, summary)| Output::new(out, summary));
        return Response::json(&document(&migration, output), exit);
    }
    match summary {
        Some((out, summary)) if arguments.check => {
            Response::styled(comparison(out, &summary), exit)
        }
        _ => Response::exact(migration_report(&migration), exit),
    }
}

fn is_called(fate: &Fate) -> bool {
    matches!(fate, Fate::Implementation | Fate::Imported(_))
}

fn document<'a>(migration: &'a Migration, output: Option<Output<'a>>) -> Document<'a> {
    let actions = migration.actions.iter().map(|action| {
        let (fate, detail) = match &action.fate {
            Fate::Implementation => ("implementation", None),
            Fate::Imported(member) => ("imported", Some(member.as_str())),
            Fate::ByHand(reason) => ("by hand", Some(reason.as_str())),
            Fate::LeftOut(reason) => ("left out", Some(reason.as_str())),
        };
        ActionFate {
            action: &action.name,
            renamed: action.renamed.as_deref(),
            fate,
            detail,
        }
    });
    Document {
        library: &migration.library.translation.extension.name,
        actions: actions.collect(),
        entities: &migration.entities,
        left_behind: &migration.left_behind,
        output,
    }
}

/// The project, with its assemblies in `lib/`, the report and the lock file.
fn files(migration: &Migration, lock: Lock) -> Vec<GeneratedFile> {
    let name = &migration.library.translation.extension.name;
    let mut files = library_files(&migration.library, &lock);
    if let Some(readme) = files.iter_mut().find(|file| file.path == "README.md") {
        readme.bytes.extend(by_hand_list(migration).into_bytes());
    }
    let assemblies = migration.assemblies.iter();
    files.extend(
        assemblies.map(|(file, content)| GeneratedFile::new(format!("lib/{file}"), &**content)),
    );
    for file in &mut files {
        file.path.insert_str(0, &format!("odc/{name}/"));
    }
    let report = migration_report(migration);
    files.push(GeneratedFile::new("report.md", report));
    let names = lock.with(&migration.library.translation).to_toml();
    files.push(GeneratedFile::new(LOCK, names));
    files
}
