use crate::cli::args::Diff;
use crate::cli::configuration::{Configuration, ConfigurationError};
use crate::cli::problems::say_problems;
use crate::clr::{FileStore, Library};
use crate::extension::Extension;
use crate::pe::FileBytes;
use crate::translate::{Lock, Options, translate};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a version cannot be compared. `Display` writes one sentence without its full stop.
#[derive(Debug, Error)]
pub(super) enum VersionError {
    #[error("{} cannot be read: {error}", path.display())]
    Unreadable { path: PathBuf, error: io::Error },
    #[error("{} is not an extension.json: {error}", path.display())]
    Definition {
        path: PathBuf,
        error: serde_json::Error,
    },
    #[error("{} holds no assembly that can be read", path.display())]
    NoInput { path: PathBuf },
    #[error(transparent)]
    Configuration(#[from] ConfigurationError),
}

impl VersionError {
    /// What the user can do, in one sentence.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "Check the path and the permissions.",
            Self::Definition { .. } => "Give a DLL, a package, or what dllift translate wrote.",
            Self::NoInput { .. } => "See the problems above.",
            Self::Configuration(error) => error.help(),
        }
    }
}

/// One side of a comparison.
pub(super) enum Version {
    /// An extension.json.
    Definition(PathBuf, Box<Extension>),
    /// Assemblies.
    Assemblies(PathBuf, Box<FileStore>),
}

impl Version {
    pub(super) fn open(path: &Path, arguments: &Diff) -> Result<Self, VersionError> {
        if path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
        {
            let path = path.to_path_buf();
            let json = match FileBytes::open(&path) {
                Ok(json) => json,
                Err(error) => return Err(VersionError::Unreadable { path, error }),
            };
            return match serde_json::from_slice(&json) {
                Ok(extension) => Ok(Self::Definition(path, extension)),
                Err(error) => Err(VersionError::Definition { path, error }),
            };
        }
        let framework = arguments.framework.as_deref();
        let store = FileStore::open_for(&[path.to_path_buf()], &arguments.ref_dirs, framework);
        say_problems(&store);
        let path = path.to_path_buf();
        if Library::new(&store).inputs().len() == 0 {
            return Err(VersionError::NoInput { path });
        }
        Ok(Self::Assemblies(path, Box::new(store)))
    }

    /// The assemblies, if it has any.
    pub(super) fn library(&self) -> Option<Library<'_>> {
        match self {
            Self::Definition(..) => None,
            Self::Assemblies(_, store) => Some(Library::new(store)),
        }
    }

    /// The extension that it is, or that its assemblies become with the names in `lock`; and the lock file with its
    /// names.
    pub(super) fn extension(
        &self,
        library: Option<&Library<'_>>,
        lock: Option<Lock>,
        arguments: &Diff,
    ) -> Result<(Extension, Lock), VersionError> {
        let (path, definition) = match self {
            Self::Definition(path, definition) => (path, Some(definition)),
            Self::Assemblies(path, _) => (path, None),
        };
        // The new version's configuration is meant for both, and the old version's names.
        let first = match definition {
            Some(_) => None,
            None => Some(arguments.new.as_path()),
        };
        let beside = definition.and_then(|_| path.parent());
        let given = arguments.lock.as_deref();
        let read = Configuration::read(first, arguments.config.as_deref(), beside, given)?;
        let lock = lock.unwrap_or(read.lock);
        match (definition, library) {
            (None, Some(library)) => {
                let options = Options {
                    config: read.config,
                    lock,
                    ..Options::default()
                };
                let translation = translate(library, &options);
                let lock = options.lock.with(&translation);
                Ok((translation.extension, lock))
            }
            (definition, _) => {
                let definition = definition.map(|of| (**of).clone()).unwrap_or_default();
                Ok((definition, lock))
            }
        }
    }
}
