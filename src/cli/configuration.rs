//! The files that `translate` reads beside its inputs: `dllift.toml` and `dllift.lock`.

use crate::pe::FileBytes;
use crate::translate::config::{CONFIG, TomlError};
use crate::translate::{Config, LOCK, Lock};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a file cannot be used. `Display` writes one sentence without its full stop.
#[derive(Debug, Error)]
pub(super) enum ConfigurationError {
    #[error("{} cannot be read: {error}", path.display())]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{}:{error}", path.display())]
    Wrong { path: PathBuf, error: TomlError },
    #[error("the lock file {} cannot be used: {error}", path.display())]
    WrongLock { path: PathBuf, error: TomlError },
}

impl ConfigurationError {
    /// What the user can do, in one sentence.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Unreadable { error, .. } if error.kind() == ErrorKind::InvalidData => {
                "Restore it from version control, or save it as UTF-8."
            }
            Self::Unreadable { .. } => "Check the path and the permissions.",
            Self::Wrong { .. } => "See dllift schema config, or let dllift init write a new file.",
            Self::WrongLock { .. } => {
                "Restore it from version control, or remove it, after which elements may get other names."
            }
        }
    }
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Configuration {
    /// Where the configuration came from, if there is one.
    pub(super) path: Option<PathBuf>,
    pub(super) config: Config,
    pub(super) lock: Lock,
}

impl Configuration {
    /// Reads the files `config` and `lock`, or, where these are not given, those beside the input `first` and in
    /// the folder `out`, if they are there.
    pub(super) fn read(
        first: Option<&Path>,
        config: Option<&Path>,
        out: Option<&Path>,
        lock: Option<&Path>,
    ) -> Result<Self, ConfigurationError> {
        let mut configuration = Self::default();
        if let Some((path, text)) = text(config, first.map(beside))? {
            configuration.config = match Config::parse(&text) {
                Ok(config) => config,
                Err(error) => return Err(ConfigurationError::Wrong { path, error }),
            };
            configuration.path = Some(path);
        }
        if let Some((path, text)) = text(lock, out.map(|out| out.join(LOCK)))? {
            let lock = Lock::parse(&text);
            configuration.lock =
                lock.map_err(|error| ConfigurationError::WrongLock { path, error })?;
        }
        Ok(configuration)
    }
}

/// Where the configuration of an input is: in a folder, and beside a file or an archive.
pub(super) fn beside(input: &Path) -> PathBuf {
    if input.is_dir() {
        return input.join(CONFIG);
    }
    let text = input.to_string_lossy();
    let file = match text.split_once('!') {
        Some((archive, _)) if !input.exists() => Path::new(archive),
        _ => input,
    };
    file.with_file_name(CONFIG)
}

/// The text of the file that was asked for, which must be there, or of the usual one, if that is there.
fn text(
    asked: Option<&Path>,
    usual: Option<PathBuf>,
) -> Result<Option<(PathBuf, String)>, ConfigurationError> {
    let Some(path) = asked.map(Path::to_path_buf).or(usual) else {
        return Ok(None);
    };
    let text = FileBytes::open(&path).and_then(|bytes| {
        let text = str::from_utf8(&bytes).map(str::to_owned);
        text.map_err(|error| {
            let at = error.valid_up_to();
            io::Error::new(ErrorKind::InvalidData, format!("byte {at} is not UTF-8"))
        })
    });
    match text {
        Ok(text) => Ok(Some((path, text))),
        Err(error) if asked.is_none() && is_absent(&error) => Ok(None),
        Err(error) => Err(ConfigurationError::Unreadable { path, error }),
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
