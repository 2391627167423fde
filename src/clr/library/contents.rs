use super::FileProblemKind;
use crate::clr::{AppHost, Archive, Assembly, Error};
use crate::pe::{FileBytes, FileKind, PeError};
use std::path::Path;

/// What is in a file that can be an input.
pub(super) enum Contents {
    Assembly(Opened),
    Archive(Archive),
}

/// An assembly, and what was learnt from its metadata.
pub(super) struct Opened {
    pub(super) bytes: FileBytes,
    pub(super) name: String,
    pub(super) culture: String,
    pub(super) references: Vec<String>,
}

impl Contents {
    /// Reads the file at `path`.
    pub(super) fn read(path: &Path) -> Result<Self, FileProblemKind> {
        Self::of(FileBytes::open(path)?, path)
    }

    /// Tells what is in `bytes`, those of the file at `path`.
    pub(super) fn of(bytes: FileBytes, path: &Path) -> Result<Self, FileProblemKind> {
        let error = match Opened::learn(&bytes) {
            Ok((name, culture, references)) => {
                return Ok(Self::Assembly(Opened {
                    bytes,
                    name,
                    culture,
                    references,
                }));
            }
            Err(error) => error,
        };
        match error {
            FileProblemKind::NotDotNet(PeError::NotPe(FileKind::Zip)) => {
                Ok(Self::Archive(Archive::zip(bytes)?))
            }
            FileProblemKind::NotDotNet(
                PeError::Native | PeError::NotPe(FileKind::Elf | FileKind::MachO),
            ) => match AppHost::find(&bytes) {
                Some(AppHost::Bundle { header }) => {
                    Ok(Self::Archive(Archive::bundle(bytes, header)?))
                }
                Some(AppHost::Assembly { path: assembly }) => {
                    // Builds give the host the name of the assembly.
                    let assembly = assembly.map_or_else(
                        || path.with_extension("dll"),
                        |assembly| path.with_file_name(assembly),
                    );
                    Err(FileProblemKind::AppHost { starts: assembly })
                }
                None => Err(error),
            },
            error => Err(error),
        }
    }
}

impl Opened {
    /// Reads the assembly in `bytes`.
    pub(super) fn read(bytes: FileBytes) -> Result<Self, FileProblemKind> {
        let (name, culture, references) = Self::learn(&bytes)?;
        Ok(Self {
            bytes,
            name,
            culture,
            references,
        })
    }

    /// Name, culture and references, those through facades too, of the assembly in `bytes`.
    fn learn(bytes: &[u8]) -> Result<(String, String, Vec<String>), FileProblemKind> {
        let assembly =
            Assembly::parse(bytes).map_err(|error: Error| FileProblemKind::from(error))?;
        if !assembly.has_manifest() {
            return Err(FileProblemKind::Module);
        }
        let references = assembly.references().map(|to| to.name);
        let packages = assembly.packages_behind_facades();
        let references = references.chain(packages.into_iter().map(|(_, package)| package));
        Ok((
            assembly.name().to_owned(),
            assembly.culture().to_owned(),
            references.map(str::to_ascii_lowercase).collect(),
        ))
    }
}
