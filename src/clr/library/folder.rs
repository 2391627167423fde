use std::collections::HashMap;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

/// The endings of the files that are of interest, and whether such a file can be an assembly.
const ENDINGS: &[(&str, bool)] = &[("dll", true), ("exe", true), ("xml", false)];

/// Folders, each listed once however many paths and names lead to it.
#[derive(Default)]
pub(super) struct Folders {
    listed: Vec<Folder>,
    /// Positions in `listed` by canonical path.
    by_path: HashMap<PathBuf, usize>,
}

/// The files of a folder that are of interest, and its subfolders.
pub(super) struct Folder {
    /// Sorted by name.
    files: Vec<Member>,
    /// Without symbolic links, which could lead around in a circle.
    pub(super) subfolders: Vec<PathBuf>,
}

/// A file in a folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member {
    /// File name in lower case.
    name: String,
    /// The folder's path as it was given, and the file's name.
    pub(super) path: PathBuf,
    /// Where the file really is.
    pub(super) canonical: PathBuf,
    is_assembly: bool,
}

impl Folders {
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
        let mut folder = Self {
            files: Vec::new(),
            subfolders: Vec::new(),
        };
        for entry in fs::read_dir(canonical)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folder.subfolders.push(path.join(entry.file_name()));
            } else if let Some(member) = Member::of(&entry, path, canonical)? {
                folder.files.push(member);
            }
        }
        folder.files.sort_unstable();
        Ok(folder)
    }

    /// The files that can be assemblies, by their names.
    pub(super) fn assemblies(&self) -> impl Iterator<Item = &Member> {
        self.files.iter().filter(|file| file.is_assembly)
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
        let name = file_name.to_string_lossy().to_ascii_lowercase();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let Some((_, is_assembly)) = ENDINGS.iter().find(|(known, _)| *known == ending) else {
            return Ok(None);
        };
        let mut canonical = canonical.join(&file_name);
        let kind = entry.file_type()?;
        if kind.is_symlink() {
            match fs::canonicalize(&canonical) {
                Ok(target) if !target.is_file() => return Ok(None),
                Ok(target) => canonical = target,
                // A dangling link stays in the list, so that who opens it says what is wrong.
                Err(_) => {}
            }
        } else if !kind.is_file() {
            return Ok(None);
        }
        Ok(Some(Self {
            name,
            path: path.join(&file_name),
            canonical,
            is_assembly: *is_assembly,
        }))
    }
}
