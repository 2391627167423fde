//! The package of an external library: a folder as a ZIP archive.

use super::zip::{ZipError, ZipWriter};
use crate::check::{self, CheckError};
use crate::limits;
use crate::pe::FileBytes;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;
use thiserror::Error;

/// The comment of our archives, by which a later run knows them.
const COMMENT: &str = "packed by dllift";

/// A package that is complete, and not at its place yet. Dropping it removes it.
#[derive(Debug)]
pub struct Packed {
    file: NamedTempFile,
    out: PathBuf,
    /// How many files are in it.
    pub files: usize,
    /// Its size in bytes.
    pub size: u64,
}

/// Why there is no package. [`PackError::help`] says what can be done about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PackError {
    /// What is to be packed is no folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The files cannot be listed.
    #[error(transparent)]
    Folder(#[from] CheckError),
    /// A file is too large for a package.
    #[error("{} is too large to be packed", .0.display())]
    TooLarge(PathBuf),
    /// The file system refused.
    #[error("cannot {action} {}: {error}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// The system's answer.
        error: io::Error,
    },
    /// The files do not fit into an archive.
    #[error("{} cannot be packed: {error}", folder.display())]
    Zip {
        /// The folder.
        folder: PathBuf,
        /// Why not.
        error: ZipError,
    },
    /// What would be replaced is not a package of ours.
    #[error("{} is there and was not packed by dllift", .0.display())]
    ForeignFile(PathBuf),
}

impl PackError {
    /// What the user can do, in one sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Self::NotAFolder(_) => "Give the folder that dotnet publish wrote.",
            Self::Folder(error) => error.help(),
            Self::TooLarge(_) | Self::Zip { .. } => "ODC takes packages of less than 90 MB.",
            Self::Io { .. } => "Check the permissions, the free space and the path.",
            Self::ForeignFile(_) => "Choose another name, or use --force to replace it.",
        }
    }

    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io {
            action,
            path: path.to_path_buf(),
            error,
        }
    }
}

/// Packs the files of `folder`, beside the place `out`, to which [`Packed::keep`] brings it. `force` lets a file
/// be replaced that is no package of ours.
///
/// The same files give the same bytes: names are sorted and dates fixed.
///
/// # Errors
/// [`PackError`]; then nothing was changed.
pub fn pack(folder: &Path, out: &Path, force: bool) -> Result<Packed, PackError> {
    if !folder.is_dir() {
        return Err(PackError::NotAFolder(folder.to_path_buf()));
    }
    if !force && !is_replaceable(out).map_err(PackError::io("look at", out))? {
        return Err(PackError::ForeignFile(out.to_path_buf()));
    }
    let mut files = check::files_of_folder(folder)?;
    // The package of an earlier run can be in the folder.
    if let Ok(out) = fs::canonicalize(out) {
        files.retain(|(_, path)| fs::canonicalize(path).ok().as_ref() != Some(&out));
    }
    let parent = out.parent().filter(|parent| *parent != Path::new(""));
    let parent = parent.unwrap_or(Path::new("."));
    // The name of the file, which is random, says nothing.
    let file = temporary(parent).map_err(|error| error.kind().into());
    let mut file = file.map_err(PackError::io("create a file in", parent))?;
    let mut zip = ZipWriter::new(BufWriter::new(file.as_file_mut()));
    let failed = |error| PackError::Zip {
        folder: folder.to_path_buf(),
        error,
    };
    for (name, path) in &files {
        let bytes = FileBytes::open(path).map_err(PackError::io("read", path))?;
        if bytes.len() as u64 > limits::PACKAGE_ASSEMBLY {
            return Err(PackError::TooLarge(path.clone()));
        }
        zip.add(name, &bytes).map_err(failed)?;
    }
    zip.finish(COMMENT)
        .and_then(|mut writer| Ok(writer.flush()?))
        .map_err(failed)?;
    let size = file.as_file().metadata();
    Ok(Packed {
        size: size.map_err(PackError::io("look at", out))?.len(),
        files: files.len(),
        file,
        out: out.to_path_buf(),
    })
}

impl Packed {
    /// Where it is until it is kept.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Puts it at its place in one step.
    ///
    /// # Errors
    /// [`PackError::Io`]; then what was there is there still.
    pub fn keep(self) -> Result<(), PackError> {
        let kept = self.file.persist(&self.out);
        kept.map(drop)
            .map_err(|error| PackError::io("write", &self.out)(error.error))
    }
}

/// A file of its own in `folder`, which others may read as they may read other new files.
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".dllift-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Whether nothing is at `path`, or a package of ours.
fn is_replaceable(path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => is_ours(path),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Whether the file ends as our archives do.
fn is_ours(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let wanted = COMMENT.len() as u64;
    if file.metadata()?.len() < wanted {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-(COMMENT.len() as i64)))?;
    let mut end = Vec::new();
    file.take(wanted).read_to_end(&mut end)?;
    Ok(end == COMMENT.as_bytes())
}
