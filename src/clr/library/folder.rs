use super::FileProblemKind;
use super::contents::Contents;
use crate::clr::{Archive, ArchiveEntry};
use crate::pe::FileBytes;
use foldhash::HashMap;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The endings of the files that are of interest, and whether such a file can be an assembly.
const ENDINGS: &[(&str, bool)] = &[
    ("dll", true),
    ("exe", true),
    ("xml", false),
    ("pdb", false),
    ("json", false),
    ("nupkg", false),
];

/// Folders, each listed once however many paths and names lead to it.
#[derive(Debug, Default)]
pub(super) struct Folders {
    listed: Vec<Folder>,
    /// Positions in `listed` by canonical path.
    by_path: HashMap<PathBuf, usize>,
}

/// The files of a folder that are of interest, and its subfolders.
#[derive(Debug, Default)]
pub(super) struct Folder {
    /// Sorted by name.
    files: Vec<Member>,
    /// Without symbolic links, which could lead around in a circle.
    pub(super) subfolders: Vec<PathBuf>,
}

/// A file in a folder, or in a folder of an archive.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// File name in lower case.
    name: String,
    /// The folder's path as it was given, and the file's name.
    pub(super) path: PathBuf,
    /// Where it is, without links in the folder's path.
    canonical: PathBuf,
    /// Whether it is a link itself.
    is_link: bool,
    is_assembly: bool,
    /// The archive that it is in, and its entry.
    archive: Option<(Arc<Archive>, ArchiveEntry)>,
}

impl Folders {
    /// Lists what is in `archive`, which is at `path` and really at `canonical`: the numbers of its
    /// folders, by their paths in the archive.
    pub(super) fn add_archive(
        &mut self,
        path: &Path,
        canonical: &Path,
        archive: &Arc<Archive>,
    ) -> HashMap<String, usize> {
        let mut numbers = HashMap::default();
        for entry in archive.entries() {
            let (folder, file) = entry.name.rsplit_once('/').unwrap_or(("", &entry.name));
            let Some((name, is_assembly)) = of_interest(file) else {
                continue;
            };
            let number = *numbers.entry(folder.to_owned()).or_insert_with(|| {
                self.listed.push(Folder::default());
                self.listed.len() - 1
            });
            if let Some(folder) = self.listed.get_mut(number) {
                folder.files.push(Member {
                    name,
                    path: in_archive(path, &entry.name),
                    canonical: in_archive(canonical, &entry.name),
                    is_link: false,
                    is_assembly,
                    archive: Some((Arc::clone(archive), entry.clone())),
                });
            }
        }
        for number in numbers.values() {
            if let Some(folder) = self.listed.get_mut(*number) {
                folder.sort();
            }
        }
        numbers
    }

    /// The number of the folder at `path`, for [`Self::get`]; an empty path is the current folder.
    pub(super) fn list(&mut self, path: &Path) -> io::Result<usize> {
        let current = Path::new(".");
        let path_or_current = if path.as_os_str().is_empty() {
            current
        } else {
            path
        };
        let canonical = fs::canonicalize(path_or_current)?;
        if let Some(known) = self.by_path.get(&canonical) {
            return Ok(*known);
        }
        let folder = Folder::read(path, &canonical)?;
        let number = self.listed.len();
        self.listed.push(folder);
        self.by_path.insert(canonical, number);
        Ok(number)
    }

    /// The folder with a number that [`Self::list`] gave.
    pub(super) fn get(&self, number: usize) -> Option<&Folder> {
        self.listed.get(number)
    }
}

impl Folder {
    fn read(path: &Path, canonical: &Path) -> io::Result<Self> {
        let mut folder = Self::default();
        for entry in fs::read_dir(canonical)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folder.subfolders.push(path.join(entry.file_name()));
            } else if let Some(member) = Member::of(&entry, path, canonical)? {
                folder.files.push(member);
            }
        }
        folder.sort();
        Ok(folder)
    }

    fn sort(&mut self) {
        let key = |file: &Member| (file.name.clone(), file.path.clone());
        self.files.sort_by_cached_key(key);
    }

    /// The files that can be assemblies, by their names.
    pub(super) fn assemblies(&self) -> impl Iterator<Item = &Member> {
        self.files.iter().filter(|file| file.is_assembly)
    }

    /// The files whose names in lower case begin so.
    pub(super) fn starting_with<'f>(&'f self, start: &str) -> impl Iterator<Item = &'f Member> {
        let first = self
            .files
            .partition_point(|file| file.name.as_str() < start);
        let files = self.files.iter().skip(first);
        files.take_while(move |file| file.name.starts_with(start))
    }

    /// The file with this name in lower case.
    pub(super) fn find(&self, name: &str) -> Option<&Member> {
        let start = self.files.partition_point(|file| file.name.as_str() < name);
        self.files.get(start).filter(|file| file.name == name)
    }
}

impl Member {
    fn of(entry: &DirEntry, path: &Path, canonical: &Path) -> io::Result<Option<Self>> {
        let file_name = entry.file_name();
        let Some((name, is_assembly)) = of_interest(&file_name.to_string_lossy()) else {
            return Ok(None);
        };
        let kind = entry.file_type()?;
        let is_link = kind.is_symlink();
        if !is_link && !kind.is_file() {
            return Ok(None);
        }
        Ok(Some(Self {
            name,
            path: path.join(&file_name),
            canonical: canonical.join(&file_name),
            is_link,
            is_assembly,
            archive: None,
        }))
    }

    /// Where the file really is; `None` for a link to something else. A dangling link is where it is, so that
    /// who opens it says what is wrong.
    pub(super) fn real_path(&self) -> Option<PathBuf> {
        if !self.is_link {
            return Some(self.canonical.clone());
        }
        match fs::canonicalize(&self.canonical) {
            Ok(target) => target.is_file().then_some(target),
            Err(_) => Some(self.canonical.clone()),
        }
    }

    /// File name in lower case.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The archive that it is in.
    pub(super) fn archive(&self) -> Option<Arc<Archive>> {
        self.archive
            .as_ref()
            .map(|(archive, _)| Arc::clone(archive))
    }

    /// What is in it.
    pub(super) fn contents(&self) -> Result<Contents, FileProblemKind> {
        Contents::of(self.open()?, &self.path)
    }

    /// Its bytes.
    pub(super) fn open(&self) -> Result<FileBytes, FileProblemKind> {
        match &self.archive {
            Some((archive, entry)) => Ok(archive.read(entry)?),
            None => Ok(FileBytes::open(&self.path)?),
        }
    }
}

/// A file name in lower case and whether it can be an assembly's, if it is of interest.
fn of_interest(file_name: &str) -> Option<(String, bool)> {
    let name = file_name.to_ascii_lowercase();
    let (_, ending) = name.rsplit_once('.')?;
    let (_, is_assembly) = ENDINGS.iter().find(|(known, _)| *known == ending)?;
    Some((name, *is_assembly))
}

/// The path of an entry: that of its archive, `!`, and the path in the archive.
pub(super) fn in_archive(archive: &Path, entry: &str) -> PathBuf {
    let mut path = archive.as_os_str().to_owned();
    path.push("!");
    path.push(entry);
    path.into()
}
