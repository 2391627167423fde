//! What is checked, as one view of named files: a ZIP archive, a publish folder, or one assembly.
//!
//! Nothing is written to disk. A file of an archive is inflated when it is asked for and not kept, within
//! the bounds of [`limits`].

mod folder;

pub(super) use folder::files as files_of_folder;

use super::{CheckError, PackageKind};
use crate::clr::{ArchiveError, Assembly, Error, ZipFile};
use crate::limits;
use crate::pe::{FileBytes, FileKind};
use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use thiserror::Error as ThisError;

/// The files that would be uploaded.
#[derive(Debug)]
pub(super) struct Package {
    path: PathBuf,
    kind: PackageKind,
    files: Files,
}

#[derive(Debug)]
enum Files {
    Zip(ZipFile),
    /// Names in the package, sizes and paths, sorted by name.
    Folder(Vec<(String, u64, PathBuf)>),
}

/// Number of a file in its package.
pub(super) type FileId = usize;

/// Why a file of a package cannot be read.
#[derive(Debug, ThisError)]
pub(super) enum FileError {
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("it has {0} bytes")]
    TooLarge(u64),
}

impl Package {
    /// Opens what is at `path`.
    pub(super) fn open(path: &Path) -> Result<Self, CheckError> {
        let io = |error| CheckError::io(path, error);
        let (kind, files) = if fs::metadata(path).map_err(io)?.is_dir() {
            (PackageKind::Folder, Files::Folder(folder::files(path)?))
        } else {
            Self::open_file(path, FileBytes::open(path).map_err(io)?)?
        };
        Ok(Self {
            path: path.to_path_buf(),
            kind,
            files,
        })
    }

    fn open_file(path: &Path, bytes: FileBytes) -> Result<(PackageKind, Files), CheckError> {
        match Assembly::parse(&bytes) {
            Ok(_) => {
                let files = folder::closure(path)?;
                return Ok((PackageKind::Assembly, Files::Folder(files)));
            }
            Err(Error::Metadata(error)) => {
                return Err(CheckError::DamagedAssembly(path.to_path_buf(), error));
            }
            Err(Error::Image(_)) => {}
        }
        let kind = FileKind::of(&bytes);
        match ZipFile::open(bytes, limits::PACKAGE_ENTRIES) {
            Ok(zip) => Ok((PackageKind::Archive, Files::Zip(zip))),
            Err(error) if kind == FileKind::Zip => {
                Err(CheckError::DamagedArchive(path.to_path_buf(), error))
            }
            Err(_) => Err(CheckError::NotAPackage(path.to_path_buf(), kind)),
        }
    }

    /// The archive in `bytes`.
    pub(super) fn of_archive(bytes: Vec<u8>) -> Result<Self, CheckError> {
        let path = PathBuf::new();
        match ZipFile::open(bytes.into(), limits::PACKAGE_ENTRIES) {
            Ok(zip) => Ok(Self {
                path,
                kind: PackageKind::Archive,
                files: Files::Zip(zip),
            }),
            Err(error) => Err(CheckError::DamagedArchive(path, error)),
        }
    }

    /// File name of the package itself.
    pub(super) fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// What it is.
    pub(super) fn kind(&self) -> PackageKind {
        self.kind
    }

    /// Size of the archive in bytes; `None` for what is not packed yet.
    pub(super) fn archive_size(&self) -> Option<u64> {
        match &self.files {
            Files::Zip(zip) => Some(zip.size()),
            Files::Folder(_) => None,
        }
    }

    /// Its files.
    pub(super) fn files(&self) -> Range<FileId> {
        0..match &self.files {
            Files::Zip(zip) => zip.entries().len(),
            Files::Folder(files) => files.len(),
        }
    }

    /// Name of a file, with its folders.
    pub(super) fn file_name(&self, file: FileId) -> &str {
        let name = match &self.files {
            Files::Zip(zip) => zip.entries().get(file).map(|entry| &entry.name),
            Files::Folder(files) => files.get(file).map(|(name, ..)| name),
        };
        name.map_or("", String::as_str)
    }

    /// Size that a file is said to have.
    pub(super) fn file_size(&self, file: FileId) -> u64 {
        let size = match &self.files {
            Files::Zip(zip) => zip.entries().get(file).map(|entry| entry.size),
            Files::Folder(files) => files.get(file).map(|(_, size, _)| *size),
        };
        size.unwrap_or_default()
    }

    /// Where the bytes of a file are in the archive, where there is one.
    pub(super) fn range(&self, file: FileId) -> Option<Range<usize>> {
        match &self.files {
            Files::Zip(zip) => zip.entries().get(file)?.range(),
            Files::Folder(_) => None,
        }
    }

    /// The content of a file.
    pub(super) fn read(&self, file: FileId) -> Result<FileBytes, FileError> {
        let size = self.file_size(file);
        if size > limits::PACKAGE_ASSEMBLY {
            return Err(FileError::TooLarge(size));
        }
        match &self.files {
            Files::Zip(zip) => match zip.entries().get(file) {
                Some(entry) => Ok(zip.read(entry)?),
                None => Err(io::Error::from(io::ErrorKind::NotFound).into()),
            },
            Files::Folder(files) => match files.get(file) {
                Some((_, _, path)) => Ok(FileBytes::open(path)?),
                None => Err(io::Error::from(io::ErrorKind::NotFound).into()),
            },
        }
    }

    /// The first bytes of a file; one in an archive is read to its end for it.
    pub(super) fn head(&self, file: FileId) -> Result<Vec<u8>, FileError> {
        let mut head = Vec::with_capacity(HEAD);
        match &self.files {
            Files::Zip(zip) => {
                let Some(entry) = zip.entries().get(file) else {
                    return Ok(head);
                };
                zip.drain(entry, |piece| {
                    let room = HEAD.saturating_sub(head.len());
                    head.extend(piece.iter().take(room));
                })?;
            }
            Files::Folder(files) => {
                if let Some((_, _, path)) = files.get(file) {
                    use io::Read;
                    let file = fs::File::open(path)?;
                    file.take(HEAD as u64).read_to_end(&mut head)?;
                }
            }
        }
        Ok(head)
    }
}

/// Bytes by which a file is told.
const HEAD: usize = 64;

/// The last part of a name, after the folders.
pub(super) fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}
