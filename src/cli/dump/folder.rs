use super::{Format, say_summary};
use crate::cli::progress::Progress;
use crate::clr::{Library, LibraryFile};
use crate::emit::dump::{self, Summary};
use crate::emit::output::{self, OutputError};
use foldhash::HashSet;
use rayon::prelude::*;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::Path;

/// Files that are named in a message.
const NAMED: usize = 3;

/// Writes a file for each input into `dir`, or none.
///
/// Only dumps are replaced, unless `force` lets other files be replaced, too.
pub(super) fn write(
    dir: &Path,
    library: &Library<'_>,
    format: Format,
    force: bool,
) -> Result<(), OutputError> {
    let files: Vec<_> = named(library.inputs(), format).collect();
    if files.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    if !force {
        refuse_foreign(dir, &names)?;
    }
    let summaries: Vec<Summary> = output::put(dir, &names, |folder| {
        let progress = Progress::new(files.len());
        let made = files.par_iter().map(|(name, file)| {
            let summary = write_file(library, *file, format, &folder.join(name));
            progress.step();
            summary.map_err(OutputError::io("write", &dir.join(name)))
        });
        made.collect()
    })?;
    for (summary, (_, file)) in summaries.into_iter().zip(&files) {
        say_summary(*file, summary);
    }
    Ok(())
}

/// The inputs with names that every file system takes and tells apart: the file's own name, a number where it is
/// taken, and the ending of the format.
fn named<'m>(
    inputs: impl Iterator<Item = LibraryFile<'m>>,
    format: Format,
) -> impl Iterator<Item = (String, LibraryFile<'m>)> {
    let ending = match format {
        Format::Json => "jsonl",
        _ => "txt",
    };
    let mut taken = HashSet::default();
    inputs.map(move |file| {
        let own = output::portable(&file.file_name());
        let mut name = format!("{own}.{ending}");
        let mut number = 1;
        while !taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{own}.{number}.{ending}");
        }
        (name, file)
    })
}

/// Fails where anything but a dump has one of the names.
fn refuse_foreign(dir: &Path, names: &[String]) -> Result<(), OutputError> {
    let mut foreign = Vec::new();
    for name in names {
        let path = dir.join(name);
        if !may_replace(&path).map_err(OutputError::io("read", &path))? {
            foreign.push(name.clone());
        }
    }
    if foreign.is_empty() {
        return Ok(());
    }
    let count = foreign.len();
    foreign.truncate(NAMED);
    Err(OutputError::ForeignFiles {
        dir: dir.to_path_buf(),
        files: foreign,
        count,
    })
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
