use super::folder::{Folders, Member};
use super::store::StoredFile;
use super::{FileProblem, FileProblemKind, FileStore};
use crate::clr::Assembly;
use crate::pe::FileBytes;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A [`FileStore`] in the making.
#[derive(Default)]
pub(super) struct Opener {
    store: FileStore,
    folders: Folders,
    /// Numbers of the folders that inputs are in, in order.
    input_folders: Vec<usize>,
    /// Canonical paths of the files that were opened, or found bad.
    seen: HashSet<PathBuf>,
    /// Where the first file with an assembly name and culture is.
    names: HashMap<(String, String), usize>,
    wanted: Wanted,
}

/// Names of referenced assemblies in lower case, each once, with the folder of the first file that has
/// the reference.
#[derive(Default)]
struct Wanted {
    known: HashSet<String>,
    queue: VecDeque<(String, Option<usize>)>,
}

/// What was learnt from a file's metadata.
struct Opened {
    bytes: FileBytes,
    name: String,
    culture: String,
    references: Vec<String>,
}

impl Opener {
    /// Opens an input, a file or a folder.
    pub(super) fn input(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.input_folder(path),
            Ok(metadata) if metadata.is_file() => self.input_file(path),
            Ok(_) => self.error(path, FileProblemKind::NotAFile),
            Err(error) => self.error(path, error),
        }
    }

    fn input_file(&mut self, path: &Path) {
        match fs::canonicalize(path) {
            Ok(canonical) if self.seen.contains(&canonical) => {}
            Ok(canonical) => {
                self.seen.insert(canonical);
                match Opened::read(path) {
                    Ok(opened) => self.add_input(path, opened),
                    Err(kind) => self.error(path, kind),
                }
            }
            Err(error) => self.error(path, error),
        }
    }

    fn input_folder(&mut self, path: &Path) {
        let problems = self.store.problems.len();
        let mut members = self.members(path);
        members.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut found = false;
        for Member {
            path, canonical, ..
        } in members
        {
            if self.seen.contains(&canonical) {
                found = true;
                continue;
            }
            match Opened::read(&path) {
                Err(kind) if kind.is_usual_in_a_folder() => {
                    self.store.skipped.push(FileProblem {
                        path,
                        kind,
                        is_error: false,
                    });
                    continue;
                }
                Err(kind) => self.error(&path, kind),
                Ok(opened) => self.add_input(&path, opened),
            }
            self.seen.insert(canonical);
            found = true;
        }
        if !found && self.store.problems.len() == problems {
            self.error(path, FileProblemKind::NoAssemblies);
        }
    }

    /// The files in the folder `path` and its subfolders that can be assemblies.
    fn members(&mut self, path: &Path) -> Vec<Member> {
        let mut members = Vec::new();
        let mut left = vec![path.to_path_buf()];
        while let Some(path) = left.pop() {
            match self.folders.list(&path) {
                Ok(number) => {
                    if let Some(folder) = self.folders.get(number) {
                        members.extend(folder.assemblies().cloned());
                        left.extend(folder.subfolders.iter().cloned());
                    }
                }
                Err(error) => self.error(&path, error),
            }
        }
        members
    }

    fn add_input(&mut self, path: &Path, opened: Opened) {
        let folder = path.parent().map(|folder| self.folders.list(folder));
        let folder = match folder.transpose() {
            Ok(folder) => folder,
            Err(error) => {
                let folder = path.parent().unwrap_or(path);
                self.problem(folder, error, false);
                None
            }
        };
        if let Some(folder) = folder
            && self.input_folders.last() != Some(&folder)
            && !self.input_folders.contains(&folder)
        {
            self.input_folders.push(folder);
        }
        let first = self.add(path, folder, opened);
        if let Some(first) = first.and_then(|first| self.store.files.get(first)) {
            let kind = FileProblemKind::SameName {
                first: first.path.clone(),
            };
            self.problem(path, kind, false);
        }
        self.store.inputs = self.store.files.len();
    }

    /// Adds a file, and returns the position of an earlier one with the same name.
    fn add(&mut self, path: &Path, folder: Option<usize>, opened: Opened) -> Option<usize> {
        for reference in opened.references {
            self.wanted.add(reference, folder);
        }
        let name = opened.name.to_ascii_lowercase();
        let first = match self.names.entry((name, opened.culture)) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(entry) => {
                entry.insert(self.store.files.len());
                None
            }
        };
        self.store.files.push(StoredFile {
            path: path.to_path_buf(),
            bytes: opened.bytes,
            docs_path: self.docs_path(path, folder),
            docs: OnceLock::new(),
        });
        first
    }

    fn docs_path(&self, path: &Path, folder: Option<usize>) -> Option<PathBuf> {
        let stem = path.file_stem()?.to_string_lossy().to_ascii_lowercase();
        let docs = self.folders.get(folder?)?.find(&format!("{stem}.xml"))?;
        Some(docs.path.clone())
    }

    /// Opens what the inputs reference, and what that references in turn.
    pub(super) fn references(&mut self, ref_dirs: &[PathBuf]) {
        let mut folders = std::mem::take(&mut self.input_folders);
        for path in ref_dirs {
            let listed = match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => self.folders.list(path).map_err(Into::into),
                Ok(_) => Err(FileProblemKind::NotAFolder),
                Err(error) => Err(error.into()),
            };
            match listed {
                Ok(folder) => folders.push(folder),
                Err(kind) => self.error(path, kind),
            }
        }
        let mut at_hand: HashSet<_> = self.names.keys().map(|(name, _)| name.clone()).collect();
        while let Some((name, beside)) = self.wanted.queue.pop_front() {
            if !at_hand.contains(&name) {
                self.reference(&name, beside.iter().chain(&folders).copied());
                at_hand.insert(name);
            }
        }
    }

    /// Opens the first assembly called `name` in one of `folders`.
    fn reference(&mut self, name: &str, folders: impl Iterator<Item = usize>) {
        let names = ["dll", "exe"].map(|ending| format!("{name}.{ending}"));
        for number in folders {
            for file_name in &names {
                let folder = self.folders.get(number);
                let Some(member) = folder.and_then(|folder| folder.find(file_name)) else {
                    continue;
                };
                if !self.seen.insert(member.canonical.clone()) {
                    continue;
                }
                let path = member.path.clone();
                match Opened::read(&path) {
                    Ok(opened) if opened.name.eq_ignore_ascii_case(name) => {
                        self.add(&path, Some(number), opened);
                        return;
                    }
                    // An assembly under the file name of another, which the runtime would not load.
                    Ok(_) => {}
                    Err(kind) => self.problem(&path, kind, false),
                }
            }
        }
    }

    pub(super) fn into_store(self) -> FileStore {
        self.store
    }

    fn error(&mut self, path: &Path, kind: impl Into<FileProblemKind>) {
        self.problem(path, kind, true);
    }

    fn problem(&mut self, path: &Path, kind: impl Into<FileProblemKind>, is_error: bool) {
        let (path, kind) = (path.to_path_buf(), kind.into());
        self.store.problems.push(FileProblem {
            path,
            kind,
            is_error,
        });
    }
}

impl Wanted {
    fn add(&mut self, name: String, folder: Option<usize>) {
        if !self.known.contains(&name) {
            self.known.insert(name.clone());
            self.queue.push_back((name, folder));
        }
    }
}

impl Opened {
    fn read(path: &Path) -> Result<Self, FileProblemKind> {
        let bytes = FileBytes::open(path)?;
        let assembly = Assembly::parse(&bytes)?;
        if !assembly.has_manifest() {
            return Err(FileProblemKind::Module);
        }
        let references = assembly.references();
        Ok(Self {
            name: assembly.name().to_owned(),
            culture: assembly.culture().to_owned(),
            references: references.map(|to| to.name.to_ascii_lowercase()).collect(),
            bytes,
        })
    }
}
