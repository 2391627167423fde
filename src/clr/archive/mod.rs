//! Files that hold files: ZIP archives, NuGet packages and .NET single-file bundles.
//!
//! An [`Archive`] lists its entries and reads them one by one. Stored entries are borrowed from the
//! archive's bytes, deflated ones are inflated, within the bounds that
//! [`limits`](crate::limits) sets for the whole archive: what it says to hold in all is checked
//! when it is opened, and what an entry says when it is read.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod bundle;
mod choice;
mod error;
mod host;
mod nuspec;
mod zip;

pub use error::ArchiveError;
pub use host::AppHost;
pub use nuspec::{Package, PackageDependency};

pub(super) use choice::{Choice, choose};
pub(crate) use zip::ZipFile;

use crate::limits::{INFLATED_BASE, INFLATED_RATIO};
use crate::pe::{FileBytes, inflate};
use std::ops::Range;
use std::sync::Arc;

/// A file that holds files.
#[derive(Debug)]
pub struct Archive {
    bytes: Arc<FileBytes>,
    kind: ArchiveKind,
    entries: Vec<ArchiveEntry>,
}

/// What kind of archive it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveKind {
    /// A ZIP archive.
    Zip,
    /// A NuGet package: a ZIP archive with a `.nuspec`.
    Package(Package),
    /// A .NET single-file bundle: a program with its assemblies behind it.
    Bundle,
}

/// A file in an archive.
#[derive(Clone, Debug)]
pub struct ArchiveEntry {
    /// Its path in the archive, with `/` between the folders.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Where its bytes are in the archive.
    range: Range<usize>,
    is_deflated: bool,
    /// CRC-32 of its bytes.
    checksum: Option<u32>,
}

impl Archive {
    /// Reads the directory of the ZIP archive in `bytes`.
    ///
    /// # Errors
    /// [`ArchiveError`].
    pub fn zip(bytes: FileBytes) -> Result<Self, ArchiveError> {
        let mut archive = Self::new(ArchiveKind::Zip, zip::entries(&bytes)?, bytes)?;
        if let Some(package) = nuspec::of(&archive)? {
            archive.kind = ArchiveKind::Package(package);
        }
        Ok(archive)
    }

    /// Reads the manifest of the single-file bundle in `bytes`, which begins at `header` as its
    /// [`AppHost`] says.
    ///
    /// # Errors
    /// [`ArchiveError`].
    pub fn bundle(bytes: FileBytes, header: u64) -> Result<Self, ArchiveError> {
        Self::new(ArchiveKind::Bundle, bundle::entries(&bytes, header)?, bytes)
    }

    fn new(
        kind: ArchiveKind,
        entries: Vec<ArchiveEntry>,
        bytes: FileBytes,
    ) -> Result<Self, ArchiveError> {
        // Entries can share their bytes, so it is the sum that must be bounded.
        let sizes = entries.iter().map(|entry| entry.size);
        let size = sizes.fold(0, u64::saturating_add);
        let from = bytes.len() as u64;
        if size > from.saturating_mul(INFLATED_RATIO).max(INFLATED_BASE) {
            return Err(ArchiveError::TooLarge { size, from });
        }
        Ok(Self {
            bytes: Arc::new(bytes),
            kind,
            entries,
        })
    }

    /// What kind of archive it is.
    pub fn kind(&self) -> &ArchiveKind {
        &self.kind
    }

    /// Its files.
    pub fn entries(&self) -> &[ArchiveEntry] {
        &self.entries
    }

    /// The content of `entry`, one of [`Self::entries`].
    ///
    /// # Errors
    /// [`ArchiveError`], where it is not what the archive says of it.
    pub fn read(&self, entry: &ArchiveEntry) -> Result<FileBytes, ArchiveError> {
        content(&self.bytes, entry)
    }
}

/// Whether a file has the name of an assembly.
pub(crate) fn is_assembly_name(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("dll") || ending.eq_ignore_ascii_case("exe")
}

/// The content of an entry of the archive whose bytes are `archive`.
fn content(archive: &Arc<FileBytes>, entry: &ArchiveEntry) -> Result<FileBytes, ArchiveError> {
    let name = || entry.name.clone();
    let part = FileBytes::part(archive, entry.range.clone());
    let part = part.ok_or_else(|| ArchiveError::CutOff { name: name() })?;
    let content = if entry.is_deflated {
        let inflated = inflate(&part, entry.size);
        let inflated = inflated.map_err(|reason| ArchiveError::Inflate {
            name: name(),
            reason,
        })?;
        FileBytes::from(inflated)
    } else {
        part
    };
    match entry.checksum {
        Some(checksum) if rawzip::crc32(&content) != checksum => {
            Err(ArchiveError::Checksum { name: name() })
        }
        _ => Ok(content),
    }
}
