//! Writes every fact of assemblies as JSON lines: `dump [--out DIR] [--dirs D1:D2] [--list] FILE...`.
//!
//! `--list` reads more paths from standard input. `--out` writes one `.jsonl` file for each, named by its
//! path with `+` for `/`. Enums of other assemblies are looked for beside the file and in `--dirs`.

use dllift::clr::{Assembly, AssemblySet};
use dllift::emit::dump;
use dllift::pe::FileBytes;
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Default)]
struct Options {
    out: Option<PathBuf>,
    dirs: Vec<PathBuf>,
    files: Vec<String>,
}

fn main() -> io::Result<ExitCode> {
    let options = options()?;
    let mut code = ExitCode::SUCCESS;
    for file in &options.files {
        if let Err(error) = dump_file(file, &options) {
            eprintln!("{file}: {error}");
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

fn options() -> io::Result<Options> {
    let mut options = Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--out" => options.out = arguments.next().map(PathBuf::from),
            "--dirs" => {
                let dirs = arguments.next().unwrap_or_default();
                options.dirs.extend(dirs.split(':').map(PathBuf::from));
            }
            "--list" => {
                for line in io::stdin().lock().lines() {
                    options.files.push(line?);
                }
            }
            _ => options.files.push(argument),
        }
    }
    Ok(options)
}

fn dump_file(file: &str, options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let images = images(Path::new(file), &options.dirs)?;
    let assemblies: Result<_, _> = images.iter().map(|bytes| Assembly::parse(bytes)).collect();
    let set = AssemblySet::new(assemblies?);
    let assembly = set.assemblies().first().ok_or("no assembly")?;
    let mut out: Box<dyn Write> = match &options.out {
        Some(dir) => Box::new(File::create(dir.join(output_name(file)))?),
        None => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::new(&mut out);
    let summary = dump::json(assembly, file, Some(&set), &mut out)?;
    out.flush()?;
    if summary != dump::Summary::default() {
        eprintln!("{file}: {summary:?}");
    }
    Ok(())
}

/// The bytes of `file` and of the assemblies that it references, as far as they can be found and read.
fn images(file: &Path, dirs: &[PathBuf]) -> Result<Vec<FileBytes>, Box<dyn std::error::Error>> {
    let mut images = vec![FileBytes::open(file)?];
    let beside = file.parent().unwrap_or(Path::new(""));
    let mut seen = HashSet::new();
    let mut next = 0;
    while let Some(image) = images.get(next) {
        let assembly = match Assembly::parse(image) {
            Ok(assembly) => assembly,
            Err(error) if next == 0 => return Err(error.into()),
            Err(_) => {
                images.remove(next);
                continue;
            }
        };
        seen.insert(assembly.name().to_owned());
        let names = assembly.references().map(|reference| reference.name);
        let names: Vec<_> = names
            .filter(|name| seen.insert((*name).to_owned()))
            .collect();
        let found = names.iter().filter_map(|name| {
            let folders = std::iter::once(beside).chain(dirs.iter().map(PathBuf::as_path));
            let files = folders.flat_map(|folder| {
                ["dll", "exe"].map(|extension| folder.join(format!("{name}.{extension}")))
            });
            files.filter_map(|file| FileBytes::open(&file).ok()).next()
        });
        let found: Vec<_> = found.collect();
        images.extend(found);
        next += 1;
    }
    Ok(images)
}

fn output_name(file: &str) -> String {
    let keep = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name = file
        .trim_start_matches(['/', '.'])
        .chars()
        .map(|c| match c {
            '/' => '+',
            c if keep(c) => c,
            _ => '_',
        });
    let name: String = name.collect();
    let cut = name.char_indices().rev().nth(199).map_or(0, |(at, _)| at);
    format!("{}.jsonl", &name[cut..])
}
