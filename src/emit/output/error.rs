use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a folder was not written. [`OutputError::help`] says what can be done about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum OutputError {
    /// A generated path leads out of the folder, or has a name that is not [`portable`](super::portable).
    #[error("`{path}` cannot be written on every system")]
    UnsafePath {
        /// The path as generated.
        path: String,
    },

    /// Two generated paths differ only in case, or one is a folder of the other.
    #[error("`{first}` and `{second}` would be written to the same place")]
    Clash {
        /// The path that came first.
        first: String,
        /// The path that clashes with it.
        second: String,
    },

    /// A folder is needed where something else is.
    #[error("`{}` exists and is not a folder", path.display())]
    NotAFolder {
        /// What is in the way.
        path: PathBuf,
    },

    /// A file is to be written where a folder or a device is.
    #[error("`{}` exists and is not a file", path.display())]
    NotAFile {
        /// What is in the way.
        path: PathBuf,
    },

    /// A path inside the output folder goes through a symbolic link.
    #[error("`{}` is a symbolic link, and files are not written through links", path.display())]
    SymbolicLink {
        /// The link.
        path: PathBuf,
    },

    /// The folder holds files, and no manifest says that they are ours.
    #[error("`{}` was not made by dllift: it holds {}", dir.display(), quoted(found))]
    ForeignFolder {
        /// The output folder.
        dir: PathBuf,
        /// The names of one or two entries of the folder.
        found: Vec<String>,
    },

    /// Files that would be replaced are not ours, or were edited since we wrote them.
    #[error(
        "{count} of the files to be replaced in `{}` {} not written by dllift or edited since: {}{}",
        dir.display(),
        if *count == 1 { "was" } else { "were" },
        quoted(files),
        if *count > files.len() { ", …" } else { "" }
    )]
    ForeignFiles {
        /// The output folder.
        dir: PathBuf,
        /// The first few of these files.
        files: Vec<String>,
        /// How many there are in all.
        count: usize,
    },

    /// The methods of a file that was edited cannot be told apart.
    #[error("`{}` was edited, and its class is gone, or has a brace, string or comment that is not closed", path.display())]
    NotMerged {
        /// The file.
        path: PathBuf,
    },

    /// Another run changes the folder, so that what is found there fits no manifest.
    #[error("another run is writing to `{}`, has just written, or was stopped while it wrote", dir.display())]
    Busy {
        /// The output folder.
        dir: PathBuf,
    },

    /// The folder's manifest cannot be understood.
    #[error("`{}` is not a manifest of dllift: {reason}", path.display())]
    BadManifest {
        /// The manifest.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },

    /// The file system refused.
    #[error("cannot {action} `{}`: {error}", path.display())]
    Io {
        /// What was tried: a verb, with its object where the path alone is not clear.
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
    },

    /// A run failed, and the former state could not be restored.
    #[error("{cause}; then `{}` could not be put back; the former files are in `{}`", path.display(), saved.display())]
    NotRestored {
        /// Why the run failed.
        cause: Box<OutputError>,
        /// The first path that is not as it was.
        path: PathBuf,
        /// The folder in which the former files are kept.
        saved: PathBuf,
    },
}

impl OutputError {
    /// What the user can do, in one sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Self::UnsafePath { .. } => "Rename the file or the extension after which it is named.",
            Self::Clash { .. } => "Rename one of the two in the configuration.",
            Self::NotAFolder { .. } | Self::NotAFile { .. } => {
                "Move it away, or choose another output folder."
            }
            Self::SymbolicLink { .. } => {
                "Replace the link by a folder or file of its own, or choose another output folder."
            }
            Self::ForeignFolder { .. } => {
                "Choose an empty or new folder, or use --force to write into this one."
            }
            Self::NotMerged { .. } => {
                "Close what is open in it, or use --force to replace it by what is generated."
            }
            Self::ForeignFiles { files, .. } if files.iter().any(|path| path.ends_with(".cs")) => {
                "Move your code to the class that calls the library, whose methods stay, then use --force to replace them."
            }
            Self::ForeignFiles { .. } => {
                "Save what you want to keep of them, then use --force to replace them."
            }
            Self::Busy { .. } => {
                "Run it again when the other one is done; if none is running, save what you need of the folder `.dllift-…` in it, and delete that."
            }
            Self::BadManifest { .. } => {
                "Restore it from version control, or use --force to replace it."
            }
            Self::Io { .. } => "Check the permissions, the free space and the path.",
            Self::NotRestored { .. } => {
                "Copy the files from the folder named last to where they were, then delete it."
            }
        }
    }

    /// Whether another run that writes at the same time can be behind it.
    pub(super) fn may_be_of_another_run(&self) -> bool {
        match self {
            Self::ForeignFolder { .. } | Self::ForeignFiles { .. } | Self::NotMerged { .. } => true,
            Self::Io { error, .. } => error.kind() == ErrorKind::NotFound,
            _ => false,
        }
    }

    /// For `map_err`: the failure of `action` at `path`.
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io {
            action,
            path: path.to_path_buf(),
            error,
        }
    }
}

fn quoted(names: &[String]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
