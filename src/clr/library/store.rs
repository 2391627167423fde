use super::folder::{Folders, Member};
use super::opener::Opener;
use super::{FileProblem, FileProblemKind, Found};
use crate::clr::{Archive, XmlDocs};
use crate::pe::FileBytes;
use foldhash::HashSet;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Files found and opened, owning their bytes.
#[derive(Debug, Default)]
pub struct FileStore {
    /// The inputs in order, then the references.
    pub(super) files: Vec<StoredFile>,
    pub(super) inputs: usize,
    pub(super) problems: Vec<FileProblem>,
    pub(super) skipped: Vec<FileProblem>,
    pub(super) has_packages: bool,
    pub(super) folders: Folders,
    /// Numbers of the folders that inputs are in, in order.
    pub(super) input_folders: Vec<usize>,
    /// Canonical paths of the files that were opened, or found bad.
    pub(super) seen: HashSet<PathBuf>,
}

/// A .NET assembly on disk.
#[derive(Debug)]
pub(super) struct StoredFile {
    pub(super) path: PathBuf,
    pub(super) bytes: FileBytes,
    pub(super) found: Found,
    /// The archive that it is in.
    pub(super) archive: Option<Arc<Archive>>,
    /// The files that say more about it: documentation, debug information and configuration.
    pub(super) beside: Vec<Member>,
    pub(super) docs: OnceLock<Result<Option<XmlDocs>, FileProblem>>,
}

impl FileStore {
    /// Opens `inputs`, and everything that they reference and that is at hand.
    ///
    /// An input is a file, or a folder, which stands for every `*.dll` and `*.exe` in it and in its
    /// subfolders, sorted by path; links to folders are not followed. A file that several inputs lead
    /// to is opened once.
    ///
    /// A ZIP archive, a NuGet package and a single-file bundle stand for the assemblies in them, whose paths
    /// are written `archive.zip!folder/Name.dll`; such a path is an input, too. A package stands for its
    /// assemblies for .NET Framework 4.8; [`Self::open_for`] has a choice. A bundle does not stand
    /// for the framework in it, which is only a place for references.
    ///
    /// A reference is looked for beside the file that has it, then in the folders of the inputs, then in the packages
    /// beside an input's that its package says to need, then in `ref_dirs`, as `Name.dll` or `Name.exe` in any case;
    /// what is found is searched for references in turn. If the `.deps.json` beside an input says which package an
    /// assembly is in, and one of `ref_dirs` holds that package in that version, as NuGet's folder of packages does,
    /// it is taken from there.
    ///
    /// Nothing stops at a bad input: it becomes one of the [`problems`](Self::problems), or, if it is a
    /// native or other file in a folder, one of the [`skipped`](Self::skipped).
    pub fn open(inputs: &[PathBuf], ref_dirs: &[PathBuf]) -> Self {
        Self::open_for(inputs, ref_dirs, None)
    }

    /// [`Self::open`], where packages stand for their assemblies for `framework`: a moniker, or the name of
    /// a folder in the package. Of several frameworks that it could use, it gets the nearest.
    pub fn open_for(inputs: &[PathBuf], ref_dirs: &[PathBuf], framework: Option<&str>) -> Self {
        let mut opener = Opener::new(framework);
        for input in inputs {
            opener.input(input);
        }
        opener.references(ref_dirs);
        opener.into_store()
    }

    /// Whether an input is a package, so that the framework chose what it stands for.
    pub fn has_packages(&self) -> bool {
        self.has_packages
    }

    /// What could not be opened as it should, in the order in which it was met.
    pub fn problems(&self) -> &[FileProblem] {
        &self.problems
    }

    /// The files in input folders that were passed over, and why: they are not .NET assemblies.
    pub fn skipped(&self) -> &[FileProblem] {
        &self.skipped
    }

    /// The files in the folders of inputs that could be assemblies and that nothing asked for, in order.
    pub fn unused(&self) -> impl Iterator<Item = &Path> {
        let folders = self.input_folders.iter();
        let folders = folders.filter_map(|number| self.folders.get(*number));
        let files = folders.flat_map(|folder| folder.assemblies());
        let is_unused = |file: &&Member| {
            let real = file.real_path();
            real.is_some_and(|real| !self.seen.contains(&real))
        };
        files.filter(is_unused).map(|file| file.path.as_path())
    }
}

impl StoredFile {
    /// The XML documentation, read when it is first asked for.
    pub(super) fn docs(&self) -> Result<Option<&XmlDocs>, &FileProblem> {
        let docs = self
            .docs
            .get_or_init(|| self.beside("xml").map(read_docs).transpose());
        docs.as_ref().map(Option::as_ref)
    }

    /// Name of the file, in its folder or archive.
    pub(super) fn file_name(&self) -> Cow<'_, str> {
        file_name(&self.path, self.archive.is_some())
    }

    /// The file beside it with the same name and this ending.
    pub(super) fn beside(&self, ending: &str) -> Option<&Member> {
        let mut files = self.beside.iter();
        files.find(|file| {
            let stem = file.name().strip_suffix(ending);
            stem.is_some_and(|stem| stem.ends_with('.'))
        })
    }
}

/// The last part of `path`, which leads to an entry of an archive or does not.
pub(super) fn file_name(path: &Path, in_archive: bool) -> Cow<'_, str> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.rsplit_once('!') {
        Some((_, name)) if in_archive => name.to_owned().into(),
        _ => name,
    }
}

fn read_docs(file: &Member) -> Result<XmlDocs, FileProblem> {
    let bytes = file.open().map_err(|kind| warning(file, kind))?;
    let docs = XmlDocs::parse(&bytes);
    docs.map_err(|error| warning(file, FileProblemKind::Docs(error)))
}

/// The problem of a file that is not what was asked for.
pub(super) fn warning(file: &Member, kind: FileProblemKind) -> FileProblem {
    FileProblem {
        path: file.path.clone(),
        kind,
        is_error: false,
    }
}
