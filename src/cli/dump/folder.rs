use super::{Format, say_summary};
use crate::cli::progress::Progress;
use crate::cli::response::{Tone, say};
use crate::clr::{Library, LibraryFile};
use crate::emit::dump::{self, Summary};
use crate::emit::output::OutputError;
use rayon::prelude::*;
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::Path;

/// Not everything was written, and people were told why.
pub(super) struct Failed;

/// Files that are named in a message.
const NAMED: usize = 3;

/// Writes a file for each input into `dir`, each of them whole or not at all.
///
/// Only dumps are replaced, unless `force` lets other files be replaced, too.
pub(super) fn write(
    dir: &Path,
    library: &Library<'_>,
    format: Format,
    force: bool,
) -> Result<(), Failed> {
    let files: Vec<_> = named(library.inputs(), format).collect();
    if files.is_empty() {
        return Ok(());
    }
    let staging = prepare(dir, &files, force).map_err(|error| refuse(&error))?;
    let progress = Progress::new(files.len());
    let results: Vec<_> = files
        .par_iter()
        .map(|(name, file)| {
            let staged = staging.path().join(name);
            let result = write_file(library, *file, format, &staged)
                .and_then(|summary| fs::rename(&staged, dir.join(name)).map(|()| summary));
            progress.step();
            result.map_err(io_error("write", &dir.join(name)))
        })
        .collect();
    drop(progress);
    let mut outcome = Ok(());
    for (result, (_, file)) in results.into_iter().zip(&files) {
        match result {
            Ok(summary) => say_summary(*file, summary),
            Err(error) => outcome = Err(refuse(&error)),
        }
    }
    outcome
}

fn refuse(error: &OutputError) -> Failed {
    say(Tone::Error, &format!("{error}. {}", error.help()));
    Failed
}

/// The inputs with names that differ on every file system: the file's own name, a number where it is taken,
/// and the ending of the format.
fn named<'m>(
    inputs: impl Iterator<Item = LibraryFile<'m>>,
    format: Format,
) -> impl Iterator<Item = (String, LibraryFile<'m>)> {
    let ending = match format {
        Format::Json => "jsonl",
        _ => "txt",
    };
    let mut taken = HashSet::new();
    inputs.map(move |file| {
        let own = file.path().file_name().unwrap_or_default();
        let own = own.to_string_lossy();
        let mut name = format!("{own}.{ending}");
        let mut number = 1;
        while !taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{own}.{number}.{ending}");
        }
        (name, file)
    })
}

/// Makes `dir` and a folder in it for files in the making, unless a file is in the way.
fn prepare(
    dir: &Path,
    files: &[(String, LibraryFile<'_>)],
    force: bool,
) -> Result<tempfile::TempDir, OutputError> {
    let mut foreign = Vec::new();
    for (name, _) in files {
        let path = dir.join(name);
        if !force && !may_replace(&path).map_err(io_error("read", &path))? {
            foreign.push(name.clone());
        }
    }
    if !foreign.is_empty() {
        let count = foreign.len();
        foreign.truncate(NAMED);
        return Err(OutputError::ForeignFiles {
            dir: dir.to_path_buf(),
            files: foreign,
            count,
        });
    }
    fs::create_dir_all(dir).map_err(io_error("create", dir))?;
    tempfile::Builder::new()
        .prefix(".dllift-")
        .tempdir_in(dir)
        .map_err(io_error("create a folder in", dir))
}

/// Whether nothing is at `path`, or a dump.
fn may_replace(path: &Path) -> io::Result<bool> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    let mut beginning = Vec::new();
    file.take(dump::BEGINNING as u64)
        .read_to_end(&mut beginning)?;
    Ok(dump::is_dump(&beginning))
}

fn write_file(
    library: &Library<'_>,
    file: LibraryFile<'_>,
    format: Format,
    path: &Path,
) -> io::Result<Summary> {
    let mut out = BufWriter::new(File::create(path)?);
    let summary = super::write(library, file, format, &mut out)?;
    out.flush()?;
    Ok(summary)
}

/// For `map_err`: the failure of `action` at `path`.
fn io_error(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
    move |error| OutputError::Io {
        action,
        path: path.to_path_buf(),
        error,
    }
}
