//! `dllift dump`: every fact of the inputs, as text or as JSON lines.

mod folder;

use super::args::{Dump, Format};
use super::problems;
use super::response::{Exit, Response, Tone, say};
use crate::clr::{FileStore, Library, LibraryFile};
use crate::emit::dump::{self, Summary};
use std::io::{self, BufWriter, Write};

pub(super) fn run(arguments: &Dump) -> Response {
    let inputs = &arguments.inputs;
    let store = FileStore::open(&inputs.paths, &inputs.ref_dirs);
    problems::say_problems(&store);
    let library = Library::new(&store);
    let exit = problems::exit(&store);
    match &arguments.out {
        Some(dir) => match folder::write(dir, &library, arguments.format, arguments.force) {
            Ok(()) => Response::exact(String::new(), exit),
            Err(error) => {
                say(Tone::Error, &format!("{error}. {}", error.help()));
                Response::exact(String::new(), Exit::Failed)
            }
        },
        None => Response::streamed(stream(&library, arguments.format), exit),
    }
}

/// Writes the dumps to standard output, one after the other.
fn stream(library: &Library<'_>, format: Format) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (position, file) in library.inputs().enumerate() {
        if position > 0 && format == Format::Text {
            writeln!(out)?;
        }
        let summary = write(library, file, format, &mut out)?;
        say_summary(file, summary);
    }
    out.flush()
}

fn write<W: Write>(
    library: &Library<'_>,
    file: LibraryFile<'_>,
    format: Format,
    out: &mut W,
) -> io::Result<Summary> {
    let (assembly, set) = (file.assembly(), Some(library.set()));
    match format {
        Format::Json => dump::json(assembly, &file.path().to_string_lossy(), set, out),
        _ => dump::text(assembly, set, out),
    }
}

/// Tells people what is missing in the dump of `file`.
fn say_summary(file: LibraryFile<'_>, summary: Summary) {
    let path = file.path().display();
    let rows = |count| if count == 1 { "row" } else { "rows" };
    match summary.errors {
        0 => {}
        errors => say(
            Tone::Warning,
            &format!(
                "{path} has {errors} damaged {}. The dump says where they would stand.",
                rows(errors)
            ),
        ),
    }
    match summary.undecoded {
        0 => {}
        undecoded => say(
            Tone::Note,
            &format!(
                "{path} has attributes whose values cannot be decoded: {undecoded}. \
                 Give the folder of the assemblies that it references with --ref-dir."
            ),
        ),
    }
}
