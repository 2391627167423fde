//! ZIP archives that are the same on every machine: files in the order in which they are added, the dates
//! fixed, each file deflated, or stored where that is shorter.

use miniz_oxide::deflate::compress_to_vec;
use std::io::{self, Write};
use thiserror::Error;

/// What packers call the best balance of time and size.
const LEVEL: u8 = 6;

/// Version 2.0 of the format, which knows Deflate (APPNOTE 4.4.3).
const VERSION: u16 = 20;

/// Unix made it, so that the external attributes are those of Unix (APPNOTE 4.4.2).
const MADE_BY: u16 = 3 << 8 | VERSION;

/// A file that everybody may read and its owner may write.
const ATTRIBUTES: u32 = 0o100_644 << 16;

/// 1980-01-01, the first day that the format knows.
const DATE: u16 = 1 << 5 | 1;

/// The flag for names in UTF-8.
const UTF_8: u16 = 0x800;

/// Why an archive cannot be written.
#[derive(Debug, Error)]
pub enum ZipError {
    /// The file system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// There are more files or bytes than an archive without ZIP64 can hold.
    #[error("a ZIP archive has no room for so many files or bytes")]
    TooLarge,
}

/// A ZIP archive in the making.
#[derive(Debug)]
pub struct ZipWriter<W> {
    out: W,
    offset: u32,
    directory: Vec<u8>,
    count: u16,
}

impl<W: Write> ZipWriter<W> {
    /// An archive that is written to `out`.
    pub fn new(out: W) -> Self {
        Self {
            out,
            offset: 0,
            directory: Vec::new(),
            count: 0,
        }
    }

    /// Adds the file `name`, with `/` between its folders.
    ///
    /// # Errors
    /// [`ZipError`].
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ZipError> {
        let deflated = compress_to_vec(bytes, LEVEL);
        let (method, content) = match deflated.len() < bytes.len() {
            true => (8u16, &*deflated),
            false => (0, bytes),
        };
        let flags = if name.is_ascii() { 0 } else { UTF_8 };
        let size = |bytes: &[u8]| u32::try_from(bytes.len()).map_err(|_| ZipError::TooLarge);
        // What the local header and the directory have in common (APPNOTE 4.3.7, 4.3.12).
        let mut common = Vec::with_capacity(26);
        for field in [VERSION, flags, method, 0, DATE] {
            common.extend(field.to_le_bytes());
        }
        common.extend(rawzip::crc32(bytes).to_le_bytes());
        common.extend(size(content)?.to_le_bytes());
        common.extend(size(bytes)?.to_le_bytes());
        let length = u16::try_from(name.len()).map_err(|_| ZipError::TooLarge)?;
        common.extend(length.to_le_bytes());
        common.extend([0; 2]);

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(MADE_BY.to_le_bytes());
        self.directory.extend(&common);
        self.directory.extend([0; 6]);
        self.directory.extend(ATTRIBUTES.to_le_bytes());
        self.directory.extend(self.offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.count = self.count.checked_add(1).ok_or(ZipError::TooLarge)?;

        for part in [b"PK\x03\x04", &*common, name.as_bytes(), content] {
            self.out.write_all(part)?;
            let end = self.offset.checked_add(size(part)?);
            self.offset = end.ok_or(ZipError::TooLarge)?;
        }
        Ok(())
    }

    /// Writes the directory, with `comment` behind it.
    ///
    /// # Errors
    /// [`ZipError`].
    pub fn finish(mut self, comment: &str) -> Result<W, ZipError> {
        let size = u32::try_from(self.directory.len()).map_err(|_| ZipError::TooLarge)?;
        let length = u16::try_from(comment.len()).map_err(|_| ZipError::TooLarge)?;
        self.out.write_all(&self.directory)?;
        self.out.write_all(b"PK\x05\x06\0\0\0\0")?;
        self.out.write_all(&self.count.to_le_bytes())?;
        self.out.write_all(&self.count.to_le_bytes())?;
        self.out.write_all(&size.to_le_bytes())?;
        self.out.write_all(&self.offset.to_le_bytes())?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(comment.as_bytes())?;
        Ok(self.out)
    }
}
