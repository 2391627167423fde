//! The libraries of a mono installation: assemblies that nobody wrote for us.

mod not_run;

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of mono's own assemblies: `MONO_LIB`, or the one beside the `mono` on the path.
///
/// Where there is none, prints that `test` was not run, which on a build server is a failure.
pub(crate) fn mono_lib(test: &str) -> Option<PathBuf> {
    let found = env::var_os("MONO_LIB")
        .map(PathBuf::from)
        .or_else(installed);
    if found.is_none() {
        not_run::not_run("mono is not installed", test);
    }
    found
}

fn installed() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let mono = env::split_paths(&path)
        .map(|folder| folder.join("mono"))
        .find(|mono| mono.is_file())?;
    let lib = mono.parent()?.parent()?.join("lib/mono/4.5");
    lib.is_dir().then_some(lib)
}

/// The DLLs in `folder`, sorted.
#[allow(
    dead_code,
    reason = "not every test that shares this module lists files"
)]
pub(crate) fn dlls(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut dlls: Vec<_> = files
        .filter(|path| path.extension() == Some(OsStr::new("dll")))
        .collect();
    dlls.sort();
    dlls
}
