//! The .NET files in a folder, each content once.

use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The DLLs and EXEs under `folder`, one for each content.
pub(crate) fn distinct_files(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let is_image = path.extension().is_some_and(|e| e == "dll" || e == "exe");
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if is_image && let Ok(path) = path.canonicalize() {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(Sha256::digest(std::fs::read(file).unwrap())));
    files
}
