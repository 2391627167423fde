use super::{ArchiveEntry, ArchiveError, content, is_assembly_name};
use crate::pe::{FileBytes, InflateError, inflate_in_pieces};
use foldhash::HashSet;
use rawzip::{CompressionMethod, Crc32, ZipArchive};
use std::ops::Range;
use std::sync::Arc;

/// An entry as the directory of a ZIP archive has it, folders left out.
#[derive(Clone, Debug)]
pub(crate) struct ZipEntry {
    /// Its name as it is written, with `\` where that is between the folders.
    pub(crate) name: String,
    /// Its size in bytes, which only reading it can confirm.
    pub(crate) size: u64,
    /// How it is compressed (APPNOTE 4.4.5).
    method: CompressionMethod,
    is_encrypted: bool,
    checksum: u32,
    /// Where its bytes are in the archive; `None` where its local header is damaged or elsewhere.
    range: Option<Range<usize>>,
}

impl ZipEntry {
    /// The bytes of the archive that it takes.
    pub(crate) fn range(&self) -> Option<Range<usize>> {
        self.range.clone()
    }

    /// The entry as one that can be read.
    ///
    /// # Errors
    /// [`ArchiveError::Method`], [`ArchiveError::Encrypted`] or [`ArchiveError::CutOff`].
    fn readable(&self) -> Result<ArchiveEntry, ArchiveError> {
        let name = self.name.clone();
        let is_deflated = match self.method {
            CompressionMethod::STORE => false,
            CompressionMethod::DEFLATE => true,
            method => {
                let method = method.as_u16();
                return Err(ArchiveError::Method { name, method });
            }
        };
        if self.is_encrypted {
            return Err(ArchiveError::Encrypted { name });
        }
        let Some(range) = self.range.clone() else {
            return Err(ArchiveError::CutOff { name });
        };
        Ok(ArchiveEntry {
            name,
            size: self.size,
            range,
            is_deflated,
            checksum: Some(self.checksum),
        })
    }
}

/// A ZIP archive as it is, with every entry of its directory, whether it can be read or not.
#[derive(Debug)]
pub(crate) struct ZipFile {
    bytes: Arc<FileBytes>,
    entries: Vec<ZipEntry>,
}

impl ZipFile {
    /// Reads the directory of the archive in `bytes`, which may have `most` entries.
    ///
    /// # Errors
    /// [`ArchiveError::Zip`] and [`ArchiveError::TooManyEntries`].
    pub(crate) fn open(bytes: FileBytes, most: usize) -> Result<Self, ArchiveError> {
        let entries = directory(&bytes, most)?;
        Ok(Self {
            bytes: Arc::new(bytes),
            entries,
        })
    }

    /// Size of the archive in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Its entries, in the order of the directory.
    pub(crate) fn entries(&self) -> &[ZipEntry] {
        &self.entries
    }

    /// The content of `entry`, one of [`Self::entries`].
    ///
    /// # Errors
    /// [`ArchiveError`], where it cannot be read or is not what the directory says of it.
    pub(crate) fn read(&self, entry: &ZipEntry) -> Result<FileBytes, ArchiveError> {
        content(&self.bytes, &entry.readable()?)
    }

    /// Reads `entry` to its end without keeping it, and hands its content piece by piece to `piece`.
    ///
    /// # Errors
    /// As those of [`Self::read`].
    pub(crate) fn drain(
        &self,
        entry: &ZipEntry,
        mut piece: impl FnMut(&[u8]),
    ) -> Result<(), ArchiveError> {
        let entry = entry.readable()?;
        let name = || entry.name.clone();
        let part = self.bytes.get(entry.range.clone());
        let part = part.ok_or_else(|| ArchiveError::CutOff { name: name() })?;
        let mut checksum = Crc32::new();
        let mut take = |bytes: &[u8]| {
            checksum.update(bytes);
            piece(bytes);
        };
        let drained = if entry.is_deflated {
            inflate_in_pieces(part, entry.size, &mut take)
        } else if part.len() as u64 == entry.size {
            take(part);
            Ok(())
        } else {
            Err(InflateError::WrongSize { size: entry.size })
        };
        drained.map_err(|reason| ArchiveError::Inflate {
            name: name(),
            reason,
        })?;
        match entry.checksum {
            Some(expected) if expected != checksum.checksum() => {
                Err(ArchiveError::Checksum { name: name() })
            }
            _ => Ok(()),
        }
    }
}

/// The entries of the ZIP archive in `bytes` (APPNOTE 6.3).
fn directory(bytes: &[u8], most: usize) -> Result<Vec<ZipEntry>, ArchiveError> {
    let damaged = |error: rawzip::Error| ArchiveError::Zip(error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = Vec::new();
    let mut directory = archive.entries();
    while let Some(record) = directory.next_entry().map_err(damaged)? {
        if entries.len() == most {
            return Err(ArchiveError::TooManyEntries { most });
        }
        if record.is_dir() {
            continue;
        }
        let local = archive.get_entry(record.wayfinder()).ok();
        let range = local.and_then(|entry| {
            let (start, end) = entry.compressed_data_range();
            Some(usize::try_from(start).ok()?..usize::try_from(end).ok()?)
        });
        entries.push(ZipEntry {
            name: String::from_utf8_lossy(record.file_path().as_bytes()).into_owned(),
            size: record.uncompressed_size_hint(),
            method: record.compression_method(),
            is_encrypted: record.flags().is_encrypted(),
            checksum: record.crc32(),
            range,
        });
    }
    Ok(entries)
}

/// The files of the ZIP archive in `bytes`; of several with one name, the first.
///
/// Entries that cannot be read, because they are encrypted or compressed in a rare way, are left out unless
/// they could be assemblies.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<ArchiveEntry>, ArchiveError> {
    let mut entries = Vec::new();
    let mut names = HashSet::default();
    for mut record in directory(bytes, usize::MAX)? {
        record.name = record.name.replace('\\', "/");
        match record.readable() {
            Ok(entry) if names.insert(entry.name.clone()) => entries.push(entry),
            Ok(_) => {}
            Err(ArchiveError::Method { .. } | ArchiveError::Encrypted { .. })
                if !is_assembly_name(&record.name) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(entries)
}
