use super::manifest::Manifest;
use super::merge::{MethodChange, merge};
use super::{OutputError, WriteSummary, paths};
use crate::emit::GeneratedFile;
use crate::hash::sha256;
use crate::pe::FileBytes;
use crate::translate::{LOCK, Lock};
use foldhash::HashSet;
use std::borrow::Cow;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many foreign files an error names.
const NAMED: usize = 3;

/// What a run does in a folder that exists.
pub(super) struct Plan<'a> {
    /// Files to create or replace.
    pub(super) write: Vec<Cow<'a, GeneratedFile>>,
    /// Files that already have the right bytes.
    pub(super) unchanged: Vec<&'a str>,
    /// Files of the last run that this one no longer makes.
    pub(super) stale: Vec<&'a str>,
    /// Stale files that the user edited, which stay.
    pub(super) kept: Vec<&'a str>,
    /// Files among those to write that are not ours, or were edited.
    pub(super) foreign: Vec<&'a str>,
    /// An edited one among these whose methods cannot be told apart.
    pub(super) not_merged: Option<&'a str>,
    /// What happens to methods that people edit.
    pub(super) methods: Vec<MethodChange>,
}

impl<'a> Plan<'a> {
    /// Compares `dir` with the manifest of the last run, and the manifest and the files of this one. With `merges`,
    /// the methods that people edited stay.
    pub(super) fn new(
        dir: &Path,
        last: &'a Manifest,
        next: &Manifest,
        files: &'a [GeneratedFile],
        merges: bool,
    ) -> Result<Self, OutputError> {
        let mut plan = Self::outdated(dir, last, files)?;
        // Where case is ignored, `a.cs` with the right bytes may be the stale `A.cs`.
        let leaving: HashSet<_> = plan.stale.iter().map(|path| paths::key(path)).collect();
        for file in files {
            let path = file.path.as_str();
            let mut file = Cow::Borrowed(file);
            match inspect(dir, &file.path)? {
                Found::Link(path) => return Err(OutputError::SymbolicLink { path }),
                Found::File(hash) => {
                    if next.wrote(&file.path, &hash) && !leaving.contains(&paths::key(&file.path)) {
                        plan.unchanged.push(path);
                        continue;
                    }
                    let is_ours = last.wrote(&file.path, &hash);
                    let merged = match merges && file.is_edited {
                        true => plan.merge(dir, last, &file)?,
                        false => None,
                    };
                    match merged {
                        // What nobody edited is exactly what is generated, also in its order.
                        Some(_) if is_ours => {}
                        Some(text) if sha256(text.as_bytes()) == hash => {
                            plan.unchanged.push(path);
                            continue;
                        }
                        Some(text) => file.to_mut().bytes = text.into_bytes(),
                        None if is_ours || is_covered(dir, &file)? => {}
                        None => {
                            plan.foreign.push(path);
                            if merges && file.is_edited {
                                plan.not_merged = Some(path);
                            }
                        }
                    }
                }
                // A folder may go with the stale files in it; if it stays, installing fails.
                Found::Nothing | Found::Other => {}
            }
            plan.write.push(file);
        }
        Ok(plan)
    }

    /// The plan, unless it replaces files that are not ours.
    pub(super) fn without_foreign_files(self, dir: &Path) -> Result<Self, OutputError> {
        if let Some(path) = self.not_merged {
            let path = dir.join(path);
            return Err(OutputError::NotMerged { path });
        }
        if self.foreign.is_empty() {
            return Ok(self);
        }
        let named = self.foreign.iter().take(NAMED);
        Err(OutputError::ForeignFiles {
            dir: dir.to_path_buf(),
            count: self.foreign.len(),
            files: named.map(|path| (*path).to_owned()).collect(),
        })
    }

    /// The text of an edited `file` with what was edited; `None` where it is not understood.
    fn merge(
        &mut self,
        dir: &Path,
        last: &Manifest,
        file: &GeneratedFile,
    ) -> Result<Option<String>, OutputError> {
        let place = dir.join(&file.path);
        let found = FileBytes::open(&place).map_err(OutputError::io("read", &place))?;
        let texts = (str::from_utf8(&found), str::from_utf8(&file.bytes));
        let (Ok(found), Ok(generated)) = texts else {
            return Ok(None);
        };
        let merged = merge(found, generated, last.methods(&file.path));
        Ok(merged.map(|merged| {
            let changes = merged
                .fates
                .into_iter()
                .map(|(method, change)| MethodChange {
                    file: file.path.clone(),
                    method,
                    change,
                });
            self.methods.extend(changes);
            merged.text
        }))
    }

    /// What will have been done once the plan is carried out.
    pub(super) fn into_summary(self) -> WriteSummary {
        let owned = |paths: Vec<&str>| paths.into_iter().map(String::from).collect();
        WriteSummary {
            written: self.write.iter().map(|file| file.path.clone()).collect(),
            unchanged: owned(self.unchanged),
            removed: owned(self.stale),
            kept: owned(self.kept),
            methods: self.methods,
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
            foreign: Vec::new(),
            not_merged: None,
            methods: Vec::new(),
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

/// Whether the file is a lock file that has what the one in the folder says, as it has when that one was read, also
/// after an edit or a merge.
fn is_covered(dir: &Path, file: &GeneratedFile) -> Result<bool, OutputError> {
    if file.path != LOCK {
        return Ok(false);
    }
    let place = dir.join(LOCK);
    let found = FileBytes::open(&place).map_err(OutputError::io("read", &place))?;
    let lock = |bytes| Lock::parse(str::from_utf8(bytes).ok()?).ok();
    Ok(match (lock(&found), lock(&file.bytes)) {
        (Some(found), Some(new)) => new.covers(&found),
        _ => false,
    })
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
            let bytes = FileBytes::open(&place).map_err(OutputError::io("read", &place))?;
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
