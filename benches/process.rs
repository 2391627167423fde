//! What whole runs of the command cost, from the start of the process to its end, files and all:
//! `cargo bench --bench process`. Where mono is installed, its largest class libraries are among the inputs.

mod mono;

use divan::Bencher;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fmt, fs};

fn main() {
    divan::main();
}

/// A library of ours and mono's largest.
fn libraries() -> Vec<String> {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/MortgageLib.dll");
    let names = ["System.Windows.Forms.dll", "mscorlib.dll"];
    let large = names.into_iter().filter_map(|name| {
        let path = mono::folder()?.join(name);
        path.is_file().then_some(path)
    });
    let paths = [small].into_iter().chain(large);
    paths.map(|path| path.display().to_string()).collect()
}

/// Mono's class libraries, as one argument.
fn folders() -> Vec<String> {
    let folder = mono::folder().map(|folder| folder.display().to_string());
    folder.into_iter().collect()
}

/// Starts `dllift` and waits for its end. What it finds may make it fail; only a signal is none of its exits.
fn run(arguments: &[&str]) -> i32 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    let status = command
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.unwrap().code().unwrap()
}

/// A library and what it is translated for.
struct Target {
    library: String,
    name: &'static str,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.library, self.name)
    }
}

fn targets() -> impl Iterator<Item = Target> {
    let targets = |library: String| {
        ["o11", "odc", "both"].map(|name| Target {
            library: library.clone(),
            name,
        })
    };
    libraries().into_iter().flat_map(targets)
}

#[divan::bench(args = targets())]
fn translate(bencher: Bencher<'_, '_>, target: &Target) {
    let out = env::temp_dir().join(format!("dllift-bench-{}", std::process::id()));
    let folder = out.display().to_string();
    let arguments = ["translate", &target.library, "--target", target.name];
    bencher
        .with_inputs(|| {
            let _ = fs::remove_dir_all(&out);
        })
        .bench_values(|()| run(&[&arguments[..], &["--out", &folder]].concat()));
    let _ = fs::remove_dir_all(&out);
}

#[divan::bench(args = libraries())]
fn inspect_without_coverage(library: &str) -> i32 {
    run(&["inspect", "--no-coverage", library])
}

#[divan::bench(args = libraries())]
fn inspect(library: &str) -> i32 {
    run(&["inspect", library])
}

#[divan::bench(args = folders())]
fn deps(folder: &str) -> i32 {
    run(&["deps", folder])
}
