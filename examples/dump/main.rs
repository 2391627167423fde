//! Writes every fact of assemblies as JSON lines: `dump [--out DIR] [--dirs D1:D2] [--list] FILE...`.
//!
//! `--list` reads more paths from standard input. `--out` writes one `.jsonl` file for each, named by its
//! path with `+` for `/`. Enums of other assemblies are looked for beside the file and in `--dirs`.

mod references;

use dllift::clr::{Assembly, AssemblySet};
use dllift::emit::dump;
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
    let images = references::images(Path::new(file), &options.dirs)?;
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
