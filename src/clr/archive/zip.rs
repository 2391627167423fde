use super::{ArchiveEntry, ArchiveError};
use rawzip::{CompressionMethod, ZipArchive};
use std::collections::HashSet;

/// The files of the ZIP archive in `bytes` (APPNOTE 6.3); of several with one name, the first.
///
/// Entries that cannot be read, because they are encrypted or compressed in a rare way, are left out unless
/// they could be assemblies.
pub(super) fn entries(bytes: &[u8]) -> Result<Vec<ArchiveEntry>, ArchiveError> {
    let damaged = |error: rawzip::Error| ArchiveError::Zip(error.to_string());
    let archive = ZipArchive::from_slice(bytes).map_err(damaged)?;
    let mut entries = Vec::new();
    let mut names = HashSet::new();
    let mut directory = archive.entries();
    while let Some(record) = directory.next_entry().map_err(damaged)? {
        if record.is_dir() {
            continue;
        }
        let name = String::from_utf8_lossy(record.file_path().as_bytes()).replace('\\', "/");
        let is_deflated = match record.compression_method() {
            CompressionMethod::STORE => false,
            CompressionMethod::DEFLATE => true,
            _ if !could_be_assembly(&name) => continue,
            method => {
                let method = method.as_u16();
                return Err(ArchiveError::Method { name, method });
            }
        };
        if record.flags().is_encrypted() {
            if could_be_assembly(&name) {
                return Err(ArchiveError::Encrypted { name });
            }
            continue;
        }
        let entry = archive.get_entry(record.wayfinder()).map_err(damaged)?;
        let (start, end) = entry.compressed_data_range();
        let range = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        let Some((start, end)) = range else {
            return Err(ArchiveError::CutOff { name });
        };
        if names.insert(name.clone()) {
            entries.push(ArchiveEntry {
                size: record.uncompressed_size_hint(),
                range: start..end,
                is_deflated,
                checksum: Some(record.crc32()),
                name,
            });
        }
    }
    Ok(entries)
}

fn could_be_assembly(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("dll") || ending.eq_ignore_ascii_case("exe")
}
