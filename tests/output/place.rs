use dllift::emit::GeneratedFile;
use dllift::emit::output::{MANIFEST, OutputError, WriteSummary, write};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A temporary folder with the output folder `out` in it.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.0.path().join("out")
    }

    pub(crate) fn write(&self, files: &[(&str, &str)]) -> Result<WriteSummary, OutputError> {
        write(&self.out(), &generated(files), false)
    }

    pub(crate) fn force(&self, files: &[(&str, &str)]) -> Result<WriteSummary, OutputError> {
        write(&self.out(), &generated(files), true)
    }

    /// Puts a file into `out` as a user would.
    pub(crate) fn edit(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.out().join(path)).unwrap()
    }

    /// Everything in the temporary folder: files with their text, folders with a `/` and nothing.
    pub(crate) fn everything(&self) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        collect(self.0.path(), "", &mut found);
        found
    }

    /// The names in `everything`, without the manifest's.
    pub(crate) fn names(&self) -> Vec<String> {
        let manifest = format!("out/{MANIFEST}");
        let names = self.everything().into_keys();
        names.filter(|name| *name != manifest).collect()
    }
}

fn collect(dir: &Path, prefix: &str, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            found.insert(format!("{name}/"), String::new());
            collect(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name, fs::read_to_string(entry.path()).unwrap_or_default());
        }
    }
}

pub(crate) fn generated(files: &[(&str, &str)]) -> Vec<GeneratedFile> {
    let file = |(path, text): &(&str, &str)| {
        let file = GeneratedFile::new(*path, *text);
        match path.ends_with(".cs") {
            true => file.edited(),
            false => file,
        }
    };
    files.iter().map(file).collect()
}
