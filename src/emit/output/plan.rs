use super::manifest::{Manifest, sha256};
use super::{OutputError, WriteSummary, paths};
use crate::emit::GeneratedFile;
use crate::translate::LOCK;
use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many foreign files an error names.
const NAMED: usize = 3;

/// What a run does in a folder that exists.
pub(super) struct Plan<'a> {
    /// Files to create or replace.
    pub(super) write: Vec<&'a GeneratedFile>,
    /// Files that already have the right bytes.
    pub(super) unchanged: Vec<&'a str>,
    /// Files of the last run that this one no longer makes.
    pub(super) stale: Vec<&'a str>,
    /// Stale files that the user edited, which stay.
    pub(super) kept: Vec<&'a str>,
}

impl<'a> Plan<'a> {
    /// Compares `dir` with the manifest of the last run, and the manifest and the files of this one.
    pub(super) fn new(
        dir: &Path,
        last: &'a Manifest,
        next: &Manifest,
        files: &'a [GeneratedFile],
        force: bool,
    ) -> Result<Self, OutputError> {
        let mut plan = Self::outdated(dir, last, files)?;
        // Where case is ignored, `a.cs` with the right bytes may be the stale `A.cs`.
        let leaving: HashSet<_> = plan.stale.iter().map(|path| paths::key(path)).collect();
        let mut foreign = Vec::new();
        for file in files {
            match inspect(dir, &file.path)? {
                Found::Link(path) => return Err(OutputError::SymbolicLink { path }),
                Found::File(hash) => {
                    if next.wrote(&file.path, &hash) && !leaving.contains(&paths::key(&file.path)) {
                        plan.unchanged.push(&file.path);
                        continue;
                    }
                    // The new lock file has what the one in the folder says, also after an edit or a merge.
                    if !last.wrote(&file.path, &hash) && file.path != LOCK {
                        foreign.push(&file.path);
                    }
                }
                // A folder may go with the stale files in it; if it stays, installing fails.
                Found::Nothing | Found::Other => {}
            }
            plan.write.push(file);
        }
        if foreign.is_empty() || force {
            return Ok(plan);
        }
        Err(OutputError::ForeignFiles {
            dir: dir.to_path_buf(),
            count: foreign.len(),
            files: foreign.into_iter().take(NAMED).cloned().collect(),
        })
    }

    /// What will have been done once the plan is carried out.
    pub(super) fn into_summary(self) -> WriteSummary {
        let owned = |paths: Vec<&str>| paths.into_iter().map(String::from).collect();
        WriteSummary {
            written: self.write.iter().map(|file| file.path.clone()).collect(),
            unchanged: owned(self.unchanged),
            removed: owned(self.stale),
            kept: owned(self.kept),
        }
    }

    /// A plan that has only what the last run wrote and this one does not.
    fn outdated(
        dir: &Path,
        last: &'a Manifest,
        files: &[GeneratedFile],
    ) -> Result<Self, OutputError> {
        let current: HashSet<_> = files.iter().map(|file| file.path.as_str()).collect();
        let mut plan = Self {
            write: Vec::new(),
            unchanged: Vec::new(),
            stale: Vec::new(),
            kept: Vec::new(),
        };
        for path in last.paths().filter(|path| !current.contains(path)) {
            match inspect(dir, path)? {
                Found::File(hash) if last.wrote(path, &hash) => plan.stale.push(path),
                Found::File(_) | Found::Link(_) | Found::Other => plan.kept.push(path),
                Found::Nothing => {}
            }
        }
        Ok(plan)
    }
}

/// What is at a path.
enum Found {
    Nothing,
    /// A file with this SHA-256.
    File(String),
    /// The path is a symbolic link, or goes through this one.
    Link(PathBuf),
    /// A folder or a device.
    Other,
}

/// Looks at a path in `dir` without following a link.
fn inspect(dir: &Path, path: &str) -> Result<Found, OutputError> {
    let mut place = dir.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        place.push(part);
        let metadata = match fs::symlink_metadata(&place) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(error) => return Err(OutputError::io("look at", &place)(error)),
        };
        if metadata.is_symlink() {
            return Ok(Found::Link(place));
        }
        let last = parts.peek().is_none();
        if last && metadata.is_file() {
            let bytes = fs::read(&place).map_err(OutputError::io("read", &place))?;
            return Ok(Found::File(sha256(&bytes)));
        }
        if last {
            return Ok(Found::Other);
        }
        if !metadata.is_dir() {
            // A file stands where a folder is needed; making that folder will say so.
            return Ok(Found::Nothing);
        }
    }
    Ok(Found::Nothing)
}
