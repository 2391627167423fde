use super::OutputError;
use crate::emit::GeneratedFile;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How the names of staging folders begin.
const PREFIX: &str = ".dllift-";

/// Whether it is the name of a staging folder.
pub(super) fn is_staging(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(PREFIX.as_bytes())
}

/// A folder for files on their way in and out, removed with all that is in it when dropped.
pub(super) struct Staging {
    folder: TempDir,
    /// The new files. Not the temporary folder itself, which only its owner may read.
    pub(super) new: PathBuf,
    /// The old files.
    pub(super) old: PathBuf,
}

impl Staging {
    pub(super) fn new(parent: &Path) -> Result<Self, OutputError> {
        let folder = tempfile::Builder::new()
            .prefix(PREFIX)
            .tempdir_in(parent)
            .map_err(OutputError::io("create a folder in", parent))?;
        let new = folder.path().join("new");
        let old = folder.path().join("old");
        fs::create_dir(&new).map_err(OutputError::io("create", &new))?;
        Ok(Self { folder, new, old })
    }

    pub(super) fn add(&self, file: &GeneratedFile) -> Result<(), OutputError> {
        let path = self.new.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(OutputError::io("create", folder))?;
        }
        fs::write(&path, &file.bytes).map_err(OutputError::io("write", &path))
    }

    /// Leaves the folder on disk, and says where the old files are.
    pub(super) fn keep(self) -> PathBuf {
        // The path is `old`'s parent.
        let _ = self.folder.keep();
        self.old
    }
}

/// Parents that were created, removed again when dropped unless [`Parents::keep`] was called.
pub(super) struct Parents(Vec<PathBuf>);

impl Parents {
    pub(super) fn create(folder: &Path) -> Result<Self, OutputError> {
        let mut created = Self(Vec::new());
        let mut missing = Vec::new();
        for path in folder.ancestors() {
            if path.is_dir() {
                break;
            }
            if path.exists() {
                let path = path.to_path_buf();
                return Err(OutputError::NotAFolder { path });
            }
            missing.push(path);
        }
        while let Some(path) = missing.pop() {
            match fs::create_dir(path) {
                Ok(()) => created.0.push(path.to_path_buf()),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(OutputError::io("create", path)(error)),
            }
        }
        Ok(created)
    }

    pub(super) fn keep(&mut self) {
        self.0.clear();
    }
}

impl Drop for Parents {
    fn drop(&mut self) {
        for path in self.0.iter().rev() {
            // One that another run uses by now is not empty, and stays.
            let _ = fs::remove_dir(path);
        }
    }
}
