use crate::clr::{ArchiveError, Error, SymbolsError, XmlDocsError};
use crate::metadata;
use crate::pe::{FileKind, PeError};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use thiserror::Error;

/// A file or folder that is not what it should be.
///
/// `Display` writes one sentence without its full stop: what is wrong and where.
#[derive(Debug, Error)]
#[error("{} {kind}", path.display())]
pub struct FileProblem {
    /// The file or folder, as given or as found.
    pub path: PathBuf,
    /// What is wrong with it.
    pub kind: FileProblemKind,
    /// Whether something that was asked for is missing from the result. Otherwise it is a warning:
    /// everything asked for is there, but may be less than it could be.
    pub is_error: bool,
}

/// What is wrong with a file or folder. `Display` continues a sentence that begins with its path.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FileProblemKind {
    /// Nothing is there.
    #[error("does not exist")]
    Missing,
    /// The file system refuses.
    #[error("cannot be read: {0}")]
    Unreadable(io::Error),
    /// A device, a pipe or a socket.
    #[error("is neither a file nor a folder")]
    NotAFile,
    /// Assemblies are to be searched in something that is not a folder.
    #[error("is not a folder")]
    NotAFolder,
    /// The file has no bytes.
    #[error("is empty")]
    Empty,
    /// The file is native or of another kind.
    #[error("is {0}")]
    NotDotNet(PeError),
    /// A .NET image with damaged headers.
    #[error("is damaged: {0}")]
    DamagedImage(PeError),
    /// A .NET image in whose metadata no table can be found.
    #[error("has damaged metadata: {0}")]
    DamagedMetadata(metadata::Error),
    /// A netmodule: types without the manifest that would make them an assembly.
    #[error("is a module without a manifest, which is only a part of an assembly")]
    Module,
    /// A native program that only starts an assembly.
    #[error("is a native program that only starts {}", starts.display())]
    AppHost {
        /// The assembly, where the program expects it.
        starts: PathBuf,
    },
    /// An archive that cannot be read, or a file in it.
    #[error("cannot be unpacked: {0}")]
    Archive(ArchiveError),
    /// A file in it is meant, but it is not an archive.
    #[error("is no archive, so that there are no files in it")]
    NotAnArchive,
    /// A package that has assemblies, but none that the framework could load.
    #[error("has no assemblies for {wanted}, only for {}", offered.join(", "))]
    NoFramework {
        /// The framework that was asked for.
        wanted: String,
        /// The frameworks that it has assemblies for.
        offered: Vec<String>,
    },
    /// A folder or archive in which nothing was found.
    #[error("holds no .NET assemblies")]
    NoAssemblies,
    /// Another input with the same assembly name comes first; references lead to that one.
    #[error("has the same assembly name as {}, to which references lead", first.display())]
    SameName {
        /// The file that comes first.
        first: PathBuf,
    },
    /// The debug information cannot be read.
    #[error("is not valid debug information: {0}")]
    Symbols(SymbolsError),
    /// The debug information is that of another build.
    #[error("belongs to another build of the assembly")]
    OtherBuild,
    /// A `.deps.json` or `.runtimeconfig.json` is malformed.
    #[error("is not valid: {0}")]
    Configuration(serde_json::Error),
    /// The XML documentation beside an assembly is malformed.
    #[error("is not valid XML documentation: {0}")]
    Docs(XmlDocsError),
}

impl FileProblemKind {
    /// What the user can do, in one sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing => "Check the spelling of the path.",
            Self::Unreadable(_) => "Check the permissions, and whether another program holds it.",
            Self::NotAnArchive => "Give the path of the file itself.",
            Self::NotAFile => "Give the path of a file or a folder.",
            Self::NotAFolder => "Give the folder in which the referenced assemblies are.",
            Self::Empty => "Build or download it again.",
            Self::NotDotNet(PeError::NotPe(FileKind::Zlib)) => {
                "If it is an OutSystems extension, dllift inspect shows what is in it, and dllift translate --target odc makes a library for ODC of it."
            }
            Self::NotDotNet(PeError::NotPe(_)) | Self::NotDotNet(PeError::Empty) => {
                "Give a .dll or .exe that was compiled for .NET."
            }
            Self::NotDotNet(_) => {
                "Give an assembly that was compiled for .NET, perhaps one that wraps this file."
            }
            Self::DamagedImage(_) | Self::DamagedMetadata(_) => {
                "Build or download it again; if it loads in .NET as it is, report a bug of dllift."
            }
            Self::Module => "Give the assembly that the module was linked into.",
            Self::AppHost { .. } => "Give that assembly instead.",
            Self::Archive(_) => "Download it again, or unpack it and give its assemblies.",
            Self::NoFramework { .. } => "Choose one of them with --framework.",
            Self::Symbols(_) | Self::OtherBuild => {
                "Build the assembly again; until then there are no source positions."
            }
            Self::Configuration(_) => "Build the program again.",
            Self::NoAssemblies => {
                "Give a folder with .dll or .exe files that were compiled for .NET."
            }
            Self::SameName { .. } => "Give only one of the two, or each in a run of its own.",
            Self::Docs(_) => {
                "Build the documentation again; until then there are no descriptions from it."
            }
        }
    }

    /// Whether a folder may well hold such files beside its assemblies.
    pub(super) fn is_usual_in_a_folder(&self) -> bool {
        matches!(
            self,
            Self::NotDotNet(_) | Self::Module | Self::AppHost { .. }
        )
    }
}

impl From<io::Error> for FileProblemKind {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            // A parent that is a file.
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}

impl From<ArchiveError> for FileProblemKind {
    fn from(error: ArchiveError) -> Self {
        Self::Archive(error)
    }
}

impl From<Error> for FileProblemKind {
    fn from(error: Error) -> Self {
        match error {
            Error::Image(PeError::Empty) => Self::Empty,
            Error::Image(error @ (PeError::NotPe(_) | PeError::Native)) => Self::NotDotNet(error),
            Error::Image(error) => Self::DamagedImage(error),
            Error::Metadata(error) => Self::DamagedMetadata(error),
        }
    }
}
