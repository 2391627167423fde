use crate::clr::ArchiveError;
use crate::metadata;
use crate::pe::FileKind;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why there is nothing to check. [`CheckError::help`] says what can be done about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum CheckError {
    /// The file system refused.
    #[error("cannot read {}: {}", .0.display(), .1)]
    Io(PathBuf, io::Error),
    /// It is no archive, no folder and no assembly.
    #[error("{} is no package: this is {}", .0.display(), .1)]
    NotAPackage(PathBuf, FileKind),
    /// The directory of the archive cannot be read.
    #[error("{} is damaged: {}", .0.display(), .1)]
    DamagedArchive(PathBuf, ArchiveError),
    /// It is an assembly whose metadata cannot be read.
    #[error("{} is damaged: {}", .0.display(), .1)]
    DamagedAssembly(PathBuf, metadata::Error),
    /// A folder has more files than [`limits`](crate::limits) allows.
    #[error("{} has more than {} files", .0.display(), .1)]
    TooManyFiles(PathBuf, usize),
}

impl CheckError {
    /// What the user can do, in one sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Io(..) => "Check the path and its permissions.",
            Self::NotAPackage(..) => {
                "Give a ZIP archive, the folder that dotnet publish wrote, or an assembly."
            }
            Self::DamagedArchive(..) => "Pack it again, for instance with dllift pack.",
            Self::DamagedAssembly(..) => "Build it again.",
            Self::TooManyFiles(..) => "Give the folder that dotnet publish wrote.",
        }
    }

    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        Self::Io(path.to_path_buf(), error)
    }
}
