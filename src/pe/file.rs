use std::fs::{self, File};
use std::io::{self, Read};
use std::ops::{Deref, Range};
use std::path::Path;
use std::sync::Arc;

/// Files below this size are read; a map would cost more than the copy.
const MAP_FROM: u64 = 64 * 1024;

/// The bytes of a file, mapped read-only or read into memory.
///
/// A mapped file must not be truncated by another process while it is read: the operating system would
/// end the program. Code that has to guard against that can read the file by itself, since everything
/// in this crate takes a plain `&[u8]`.
#[derive(Debug)]
pub struct FileBytes(Bytes);

#[derive(Debug)]
enum Bytes {
    Mapped(memmap2::Mmap),
    Read(Vec<u8>),
    /// A range that is in bounds.
    Part(Arc<FileBytes>, Range<usize>),
}

impl FileBytes {
    /// Opens the file at `path`.
    ///
    /// # Errors
    /// Those of the file system; a folder is an error of kind [`io::ErrorKind::IsADirectory`], and a device or a
    /// pipe, which may never end, one of kind [`io::ErrorKind::InvalidInput`].
    pub fn open(path: &Path) -> io::Result<Self> {
        // Before it is opened: that alone would wait for the other end of a pipe.
        let kind = fs::metadata(path)?;
        if kind.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !kind.is_file() {
            let error = "it is neither a file nor a folder";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, error));
        }
        let mut file = File::open(path)?;
        if file.metadata()?.len() >= MAP_FROM {
            #[expect(
                unsafe_code,
                reason = "the only unsafe code of the crate: a private, read-only map of a regular file"
            )]
            // SAFETY: the map is never written through, and its slice lives no longer than the map. What
            // the file system cannot promise, that nobody truncates the file meanwhile, is documented on
            // the type.
            if let Ok(map) = unsafe { memmap2::Mmap::map(&file) } {
                return Ok(Self(Bytes::Mapped(map)));
            }
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Self(Bytes::Read(bytes)))
    }

    /// The bytes of `whole` in `range`, which are not copied; `None` where `whole` ends before.
    pub fn part(whole: &Arc<Self>, range: Range<usize>) -> Option<Self> {
        whole.get(range.clone())?;
        Some(Self(Bytes::Part(Arc::clone(whole), range)))
    }
}

impl From<Vec<u8>> for FileBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Bytes::Read(bytes))
    }
}

impl Deref for FileBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.0 {
            Bytes::Mapped(map) => map,
            Bytes::Read(bytes) => bytes,
            Bytes::Part(whole, range) => whole.get(range.clone()).unwrap_or_default(),
        }
    }
}
