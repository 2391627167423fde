use super::{ArchiveEntry, ArchiveError};
use crate::metadata::{Cursor, Result};

/// Bytes that an entry of the oldest version has at least: offset, size, type and an empty path.
const ENTRY_SIZE: usize = 18;

/// The files of the single-file bundle in `bytes`, whose manifest is at `header`: version 1 of
/// .NET Core 3, 2 of .NET 5, and 6 of later ones, whose entries can be compressed.
pub(super) fn entries(
    bytes: &[u8],
    header: u64,
) -> std::result::Result<Vec<ArchiveEntry>, ArchiveError> {
    let start = usize::try_from(header).unwrap_or(usize::MAX);
    let manifest = bytes.get(start..).unwrap_or_default();
    let mut cursor = Cursor::new(manifest, header);
    let (major, minor) = (cursor.u32()?, cursor.u32()?);
    if !matches!(major, 1 | 2 | 6) {
        return Err(ArchiveError::BundleVersion { major, minor });
    }
    let count = usize::try_from(cursor.u32()?).unwrap_or(usize::MAX);
    // The id is a hash of the files.
    cursor.prefixed_str()?;
    if major > 1 {
        // Where `.deps.json` and `.runtimeconfig.json` are, which are entries, too; and flags.
        cursor.take(40, "the bundle's header")?;
    }
    if count.saturating_mul(ENTRY_SIZE) > cursor.rest().len() {
        cursor.take(count.saturating_mul(ENTRY_SIZE), "the bundle's entries")?;
    }
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        entries.push(entry(&mut cursor, major)?);
    }
    Ok(entries)
}

fn entry(cursor: &mut Cursor<'_>, major: u32) -> Result<ArchiveEntry> {
    let offset = cursor.u64()?;
    let size = cursor.u64()?;
    let deflated = if major >= 6 { cursor.u64()? } else { 0 };
    // Assembly, native library, configuration or symbols: the name says as much.
    cursor.u8()?;
    let name = cursor.prefixed_str()?.replace('\\', "/");
    let length = if deflated > 0 { deflated } else { size };
    let end = offset.saturating_add(length);
    Ok(ArchiveEntry {
        name,
        size,
        range: usize::try_from(offset).unwrap_or(usize::MAX)
            ..usize::try_from(end).unwrap_or(usize::MAX),
        is_deflated: deflated > 0,
        checksum: None,
    })
}
