use super::contents::{Contents, Opened};
use super::folder::{Member, in_archive};
use super::store::{StoredFile, file_name};
use super::{FileProblem, FileProblemKind, FileStore, Found};
use crate::clr::archive::{Choice, choose};
use crate::clr::{Archive, ArchiveKind, Dependencies, PackageDependency};
use foldhash::{HashMap, HashSet};
use std::collections::VecDeque;
use std::collections::hash_map::Entry;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// The endings of the files that may stand beside an assembly and say more about it.
const BESIDE: [&str; 4] = ["xml", "pdb", "deps.json", "runtimeconfig.json"];

/// A [`FileStore`] in the making.
#[derive(Default)]
pub(super) struct Opener {
    /// Of packages, the assemblies for this framework are meant.
    pub(super) framework: Option<String>,
    pub(super) store: FileStore,
    /// Where the first file with an assembly name and culture is.
    names: HashMap<(String, String), usize>,
    /// Where assemblies are below a folder of packages, by their names in lower case, as the inputs'
    /// `.deps.json` say.
    packaged: HashMap<String, PathBuf>,
    wanted: Wanted,
    /// What packages need, with their paths.
    pub(super) needed: VecDeque<(PathBuf, PackageDependency)>,
}

/// Names of referenced assemblies in lower case, each once, with the folder of the first file that has
/// the reference.
#[derive(Default)]
struct Wanted {
    known: HashSet<String>,
    queue: VecDeque<(String, Option<usize>)>,
}

impl Opener {
    pub(super) fn new(framework: Option<&str>) -> Self {
        Self {
            framework: framework.map(str::to_owned),
            ..Self::default()
        }
    }

    /// Opens an input: a file, a folder, or a file in an archive, as [`in_archive`] writes it.
    pub(super) fn input(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.input_folder(path),
            Ok(metadata) if metadata.is_file() => self.input_file(path, None),
            Ok(_) => self.error(path, FileProblemKind::NotAFile),
            Err(error) => match path.to_str().and_then(|path| path.rsplit_once('!')) {
                Some((archive, entry)) if Path::new(archive).is_file() => {
                    self.input_file(Path::new(archive), Some(entry));
                }
                _ => self.error(path, error),
            },
        }
    }

    /// Opens the file at `path`, or only `entry` in it.
    fn input_file(&mut self, path: &Path, entry: Option<&str>) {
        let canonical = match fs::canonicalize(path) {
            Ok(canonical) => canonical,
            Err(error) => return self.error(path, error),
        };
        if self.store.seen.contains(&canonical) {
            return;
        }
        if entry.is_none() {
            self.store.seen.insert(canonical.clone());
        }
        match Contents::read(path) {
            Ok(Contents::Archive(archive)) => self.input_archive(path, &canonical, archive, entry),
            Ok(Contents::Assembly(_)) if entry.is_some() => {
                self.error(path, FileProblemKind::NotAnArchive);
            }
            Ok(Contents::Assembly(opened)) => {
                let folder = self.folder_of(path);
                self.add_input(path, folder, None, opened);
            }
            Err(kind) => self.error(path, kind),
        }
    }

    fn input_folder(&mut self, path: &Path) {
        let mut members = self.members(path);
        members.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        self.input_members(path, members.into_iter().map(|member| (member, None)));
    }

    /// Opens what somebody means who names the archive at `path`, or only `entry` in it.
    fn input_archive(
        &mut self,
        path: &Path,
        canonical: &Path,
        archive: Archive,
        entry: Option<&str>,
    ) {
        let archive = Arc::new(archive);
        if let ArchiveKind::Package(package) = archive.kind() {
            self.store.has_packages |= entry.is_none();
            let needed = package.dependencies.iter().cloned();
            let needed = needed.map(|dependency| (path.to_path_buf(), dependency));
            self.needed.extend(needed);
        }
        let numbers = self.store.folders.add_archive(path, canonical, &archive);
        let names: Vec<&str> = match entry {
            Some(entry) => vec![entry],
            None => match choose(&archive, self.framework.as_deref()) {
                Choice::Entries(entries) => {
                    entries.iter().map(|entry| entry.name.as_str()).collect()
                }
                Choice::NoFramework { wanted, offered } => {
                    let kind = FileProblemKind::NoFramework { wanted, offered };
                    return self.error(path, kind);
                }
            },
        };
        let mut members = Vec::new();
        for name in names {
            let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
            let number = numbers.get(folder).copied();
            let folder = number.and_then(|number| self.store.folders.get(number));
            match folder.and_then(|folder| folder.find(&file.to_ascii_lowercase())) {
                Some(member) => members.push((member.clone(), number)),
                None => return self.error(&in_archive(path, name), FileProblemKind::Missing),
            }
        }
        self.input_members(path, members.into_iter());
    }

    /// Opens the files of the folder or archive at `path`, with the numbers of their folders where these
    /// are known. Files of other kinds among them are passed over.
    fn input_members(
        &mut self,
        path: &Path,
        members: impl Iterator<Item = (Member, Option<usize>)>,
    ) {
        let problems = self.store.problems.len();
        let mut found = false;
        for (member, folder) in members {
            let Some(canonical) = member.real_path() else {
                continue;
            };
            if self.store.seen.contains(&canonical) {
                found = true;
                continue;
            }
            match member.contents() {
                Err(kind) if kind.is_usual_in_a_folder() => {
                    self.store.skipped.push(FileProblem {
                        path: member.path,
                        kind,
                        is_error: false,
                    });
                    continue;
                }
                Err(kind) => self.error(&member.path, kind),
                Ok(Contents::Assembly(opened)) => {
                    let folder = folder.or_else(|| self.folder_of(&member.path));
                    self.add_input(&member.path, folder, member.archive(), opened);
                }
                // In another archive it is not looked for: nobody nests them.
                Ok(Contents::Archive(_)) if member.archive().is_some() => continue,
                Ok(Contents::Archive(archive)) => {
                    self.input_archive(&member.path, &canonical, archive, None);
                }
            }
            self.store.seen.insert(canonical);
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
            match self.store.folders.list(&path) {
                Ok(number) => {
                    if let Some(folder) = self.store.folders.get(number) {
                        members.extend(folder.assemblies().cloned());
                        left.extend(folder.subfolders.iter().cloned());
                    }
                }
                Err(error) => self.error(&path, error),
            }
        }
        members
    }

    /// The number of the folder that the file at `path` is in.
    pub(super) fn folder_of(&mut self, path: &Path) -> Option<usize> {
        let folder = path.parent()?;
        match self.store.folders.list(folder) {
            Ok(number) => Some(number),
            Err(error) => {
                self.problem(folder, error, false);
                None
            }
        }
    }

    fn add_input(
        &mut self,
        path: &Path,
        folder: Option<usize>,
        archive: Option<Arc<Archive>>,
        opened: Opened,
    ) {
        if let Some(folder) = folder
            && self.store.input_folders.last() != Some(&folder)
            && !self.store.input_folders.contains(&folder)
        {
            self.store.input_folders.push(folder);
        }
        let first = self.add(path, folder, archive, opened, Found::Input);
        self.read_dependencies();
        if let Some(first) = first.and_then(|first| self.store.files.get(first)) {
            let kind = FileProblemKind::SameName {
                first: first.path.clone(),
            };
            self.problem(path, kind, false);
        }
        self.store.inputs = self.store.files.len();
    }

    /// Learns from the last file's `.deps.json` which packages it was built with.
    fn read_dependencies(&mut self) {
        let file = self.store.files.last();
        let Some(file) = file.and_then(|file| file.beside("deps.json")) else {
            return;
        };
        let dependencies = file
            .open()
            .and_then(|bytes| Dependencies::parse(&bytes).map_err(FileProblemKind::Configuration));
        let dependencies = match dependencies {
            Ok(dependencies) => dependencies,
            Err(kind) => {
                let path = file.path.clone();
                return self.problem(&path, kind, false);
            }
        };
        for library in dependencies.libraries {
            for assembly in &library.assemblies {
                let path = Path::new(&library.path).join(assembly);
                let is_below = path
                    .components()
                    .all(|of| matches!(of, Component::Normal(_)));
                if let Some(name) = path
                    .file_stem()
                    .filter(|_| is_below && !library.path.is_empty())
                {
                    let name = name.to_string_lossy().to_ascii_lowercase();
                    self.packaged.entry(name).or_insert(path);
                }
            }
        }
    }

    /// Adds a file, and returns the position of an earlier one with the same name.
    fn add(
        &mut self,
        path: &Path,
        folder: Option<usize>,
        archive: Option<Arc<Archive>>,
        opened: Opened,
        found: Found,
    ) -> Option<usize> {
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
            found,
            beside: self.beside(path, archive.is_some(), folder),
            archive,
            docs: OnceLock::new(),
        });
        first
    }

    /// The files beside the assembly at `path` that say more about it.
    fn beside(&self, path: &Path, in_archive: bool, folder: Option<usize>) -> Vec<Member> {
        let name = file_name(path, in_archive).to_ascii_lowercase();
        let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
        let folder = folder.and_then(|folder| self.store.folders.get(folder));
        let files = BESIDE.iter().filter_map(|ending| {
            let name = format!("{stem}.{ending}");
            folder?.find(&name).cloned()
        });
        files.collect()
    }

    /// Opens what the inputs reference, and what that references in turn.
    pub(super) fn references(&mut self, ref_dirs: &[PathBuf]) {
        let input_folders = self.store.input_folders.clone();
        let needed_packages = self.needed_packages();
        let mut folders = Vec::new();
        for path in ref_dirs {
            let listed = match fs::metadata(path) {
                Ok(metadata) if metadata.is_dir() => {
                    self.store.folders.list(path).map_err(Into::into)
                }
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
                let packaged = self.package_folders(&name, ref_dirs);
                let places = [
                    (beside.as_slice(), Found::Beside),
                    (&input_folders, Found::InputFolder),
                    (&needed_packages, Found::PackageBeside),
                    (&packaged, Found::Package),
                    (&folders, Found::RefDir),
                ];
                let places = places
                    .iter()
                    .flat_map(|(folders, found)| folders.iter().map(|folder| (*folder, *found)));
                self.reference(&name, places);
                at_hand.insert(name);
            }
        }
    }

    /// The folders in which `name` is if one of `ref_dirs` is a folder of packages, such as NuGet's.
    fn package_folders(&mut self, name: &str, ref_dirs: &[PathBuf]) -> Vec<usize> {
        let Some(folder) = self.packaged.get(name).and_then(|path| path.parent()) else {
            return Vec::new();
        };
        // Where there is no such folder, the package is elsewhere.
        let folders = ref_dirs
            .iter()
            .filter_map(|dir| self.store.folders.list(&dir.join(folder)).ok());
        folders.collect()
    }

    /// Opens the first assembly called `name` in one of `folders`.
    fn reference(&mut self, name: &str, folders: impl Iterator<Item = (usize, Found)>) {
        let names = ["dll", "exe"].map(|ending| format!("{name}.{ending}"));
        for (number, found) in folders {
            for file_name in &names {
                let folder = self.store.folders.get(number);
                let Some(member) = folder.and_then(|folder| folder.find(file_name)) else {
                    continue;
                };
                let real = member.real_path();
                if !real.is_some_and(|real| self.store.seen.insert(real)) {
                    continue;
                }
                let (path, archive) = (member.path.clone(), member.archive());
                match member.open().and_then(Opened::read) {
                    Ok(opened) if opened.name.eq_ignore_ascii_case(name) => {
                        self.add(&path, Some(number), archive, opened, found);
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
