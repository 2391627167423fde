//! Files that no compiler makes for us, and a folder to put them in.
#![allow(dead_code, reason = "every test uses a part of it")]

use dllift::clr::Assembly;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A temporary folder.
pub(crate) struct Place(TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The folder, or something in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file and the folders that it is in.
    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }
}

/// The bytes of a file in `testdata`.
pub(crate) fn testdata(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    fs::read(folder.join(name)).unwrap()
}

/// The smallest DLL: PE headers without sections and without a CLI header.
pub(crate) fn native_pe() -> Vec<u8> {
    let mut file = vec![0; 0x40];
    file[..2].copy_from_slice(b"MZ");
    file[0x3c] = 0x40;
    file.extend(b"PE\0\0");
    let coff: [u16; 10] = [0x14c, 0, 0, 0, 0, 0, 0, 0, 0xe0, 0x2102];
    file.extend(coff.iter().flat_map(|field| field.to_le_bytes()));
    let mut optional = [0; 0xe0];
    optional[..2].copy_from_slice(&[0x0b, 0x01]);
    optional[92] = 16;
    file.extend(optional);
    file
}

/// The assembly `file` without its manifest: a netmodule.
pub(crate) fn module(mut file: Vec<u8>) -> Vec<u8> {
    const ASSEMBLY: u64 = 0x20;
    let tables = {
        let assembly = Assembly::parse(&file).unwrap();
        let streams = assembly.metadata().streams();
        let tables = streams.iter().find(|stream| stream.name == "#~").unwrap();
        usize::try_from(tables.offset).unwrap()
    };
    let valid = u64::from_le_bytes(file[tables + 8..][..8].try_into().unwrap());
    let before = (valid & ((1 << ASSEMBLY) - 1)).count_ones() as usize;
    file[tables + 24 + 4 * before] = 0;
    file
}
