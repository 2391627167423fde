use super::{OutputError, paths};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A change of a folder that can be undone until it is dropped.
///
/// Nothing is deleted: a file that must go is moved aside, where the undo finds it.
pub(super) struct Transaction<'a> {
    dir: &'a Path,
    staged: &'a Path,
    aside: &'a Path,
    done: Vec<Step>,
}

enum Step {
    Moved { from: PathBuf, to: PathBuf },
    FolderMade(PathBuf),
    FolderRemoved(PathBuf),
}

impl<'a> Transaction<'a> {
    /// A transaction on `dir` that takes new files from `staged` and puts old ones into `aside`, both
    /// on the same file system.
    pub(super) fn new(dir: &'a Path, staged: &'a Path, aside: &'a Path) -> Self {
        Self {
            dir,
            staged,
            aside,
            done: Vec::new(),
        }
    }

    /// Moves the staged file `path` to its place; what was there goes aside.
    pub(super) fn install(&mut self, path: &str) -> Result<(), OutputError> {
        let target = self.dir.join(path);
        self.make_folders(path)?;
        let saved = match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_dir() => {
                return Err(OutputError::NotAFile { path: target });
            }
            Ok(_) => self.save(path)?,
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(OutputError::io("look at", &target)(error)),
        };
        let staged = self.staged.join(path);
        fs::rename(&staged, &target).map_err(OutputError::io("write", &target))?;
        let (from, to) = match saved {
            Some(saved) => (target, saved),
            None => (staged, target),
        };
        self.done.push(Step::Moved { from, to });
        Ok(())
    }

    /// Gives the file `path` a second name aside, so that it is there at every moment until another one is renamed
    /// over it: a run can be stopped at any. Where the file system cannot, it is moved aside.
    fn save(&mut self, path: &str) -> Result<Option<PathBuf>, OutputError> {
        let saved = self.aside(path).and_then(|aside| {
            fs::hard_link(self.dir.join(path), &aside)?;
            Ok(aside)
        });
        match saved {
            Ok(aside) => Ok(Some(aside)),
            Err(_) => self.set_aside(path).map(|()| None),
        }
    }

    /// The place aside for the file `path`, in a folder that is there.
    fn aside(&self, path: &str) -> io::Result<PathBuf> {
        let aside = self.aside.join(path);
        aside.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(aside)
    }

    /// Moves the file `path` out of the folder, if it is there.
    pub(super) fn set_aside(&mut self, path: &str) -> Result<(), OutputError> {
        let target = self.dir.join(path);
        let aside = self.aside(path);
        let aside = aside.map_err(OutputError::io("create a folder in", self.aside))?;
        match self.rename(target.clone(), aside) {
            // Another run may have moved it first.
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            result => result.map_err(OutputError::io("move aside", &target)),
        }
    }

    /// Removes the folders that held `gone` and now hold nothing, but not those that `needed` is in.
    pub(super) fn remove_empty_folders<'p>(
        &mut self,
        gone: &[&str],
        needed: impl Iterator<Item = &'p str>,
    ) {
        let needed: BTreeSet<_> = needed.flat_map(paths::ancestors).collect();
        let folders: BTreeSet<_> = gone
            .iter()
            .flat_map(|path| paths::ancestors(path))
            .collect();
        // A folder sorts before those in it.
        for folder in folders.into_iter().rev() {
            if needed.contains(folder) {
                continue;
            }
            let folder = self.dir.join(folder);
            // It fails where something is left in the folder, which is what we want to know.
            if fs::remove_dir(&folder).is_ok() {
                self.done.push(Step::FolderRemoved(folder));
            }
        }
    }

    /// Undoes everything, as far as possible.
    ///
    /// The error is the first path that could not be put back.
    pub(super) fn roll_back(self) -> Result<(), PathBuf> {
        let mut result = Ok(());
        for step in self.done.into_iter().rev() {
            let (undone, path) = match step {
                Step::Moved { from, to } => (fs::rename(&to, &from), from),
                Step::FolderMade(path) => (fs::remove_dir(&path), path),
                Step::FolderRemoved(path) => (fs::create_dir(&path), path),
            };
            if undone.is_err() {
                result = result.and(Err(path));
            }
        }
        result
    }

    /// Makes the folders that `path` is in, and refuses to go through anything but real ones.
    fn make_folders(&mut self, path: &str) -> Result<(), OutputError> {
        let mut missing: Vec<_> = paths::ancestors(path).collect();
        while let Some(folder) = missing.pop() {
            let folder = self.dir.join(folder);
            match fs::symlink_metadata(&folder) {
                Ok(metadata) if metadata.is_dir() => {}
                Ok(metadata) if metadata.is_symlink() => {
                    return Err(OutputError::SymbolicLink { path: folder });
                }
                Ok(_) => return Err(OutputError::NotAFolder { path: folder }),
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    match fs::create_dir(&folder) {
                        Ok(()) => self.done.push(Step::FolderMade(folder)),
                        // Another run may have made it first.
                        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                        Err(error) => return Err(OutputError::io("create", &folder)(error)),
                    }
                }
                Err(error) => return Err(OutputError::io("look at", &folder)(error)),
            }
        }
        Ok(())
    }

    fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        fs::rename(&from, &to)?;
        self.done.push(Step::Moved { from, to });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roll_back_goes_on_past_what_cannot_be_put_back() {
        let place = tempfile::tempdir().unwrap();
        let [dir, staged, aside] = ["dir", "staged", "aside"].map(|name| place.path().join(name));
        for folder in [&dir, &staged, &aside] {
            fs::create_dir(folder).unwrap();
        }
        for name in ["a", "b"] {
            fs::write(dir.join(name), "old").unwrap();
        }
        fs::write(staged.join("c"), "new").unwrap();

        let mut transaction = Transaction::new(&dir, &staged, &aside);
        transaction.set_aside("a").unwrap();
        transaction.set_aside("b").unwrap();
        transaction.install("c").unwrap();
        fs::remove_file(aside.join("b")).unwrap();

        assert_eq!(transaction.roll_back(), Err(dir.join("b")));
        assert_eq!(fs::read_to_string(dir.join("a")).unwrap(), "old");
        assert!(!dir.join("c").exists());
    }
}
