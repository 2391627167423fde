use super::opener::Opener;
use super::{FileProblem, FileProblemKind};
use crate::clr::XmlDocs;
use crate::pe::FileBytes;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Files found and opened, owning their bytes.
#[derive(Debug, Default)]
pub struct FileStore {
    /// The inputs in order, then the references.
    pub(super) files: Vec<StoredFile>,
    pub(super) inputs: usize,
    pub(super) problems: Vec<FileProblem>,
    pub(super) skipped: Vec<FileProblem>,
}

/// A .NET assembly on disk.
#[derive(Debug)]
pub(super) struct StoredFile {
    pub(super) path: PathBuf,
    pub(super) bytes: FileBytes,
    /// The XML documentation beside it.
    pub(super) docs_path: Option<PathBuf>,
    pub(super) docs: OnceLock<Result<Option<XmlDocs>, FileProblem>>,
}

impl FileStore {
    /// Opens `inputs`, and everything that they reference and that is at hand.
    ///
    /// An input is a file, or a folder, which stands for every `*.dll` and `*.exe` in it and in its
    /// subfolders, sorted by path; links to folders are not followed. A file that several inputs lead
    /// to is opened once.
    ///
    /// A reference is looked for beside the file that has it, then in the folders of the inputs, then in
    /// `ref_dirs`, as `Name.dll` or `Name.exe` in any case; what is found is searched for references
    /// in turn.
    ///
    /// Nothing stops at a bad input: it becomes one of the [`problems`](Self::problems), or, if it is a
    /// native or other file in a folder, one of the [`skipped`](Self::skipped).
    pub fn open(inputs: &[PathBuf], ref_dirs: &[PathBuf]) -> Self {
        let mut opener = Opener::default();
        for input in inputs {
            opener.input(input);
        }
        opener.references(ref_dirs);
        opener.into_store()
    }

    /// What could not be opened as it should, in the order in which it was met.
    pub fn problems(&self) -> &[FileProblem] {
        &self.problems
    }

    /// The files in input folders that were passed over, and why: they are not .NET assemblies.
    pub fn skipped(&self) -> &[FileProblem] {
        &self.skipped
    }
}

impl StoredFile {
    /// The XML documentation, read when it is first asked for.
    pub(super) fn docs(&self) -> Result<Option<&XmlDocs>, &FileProblem> {
        let docs = self
            .docs
            .get_or_init(|| self.docs_path.as_deref().map(read_docs).transpose());
        docs.as_ref().map(Option::as_ref)
    }
}

fn read_docs(path: &Path) -> Result<XmlDocs, FileProblem> {
    let problem = |kind| FileProblem {
        path: path.to_path_buf(),
        kind,
        is_error: false,
    };
    let bytes = FileBytes::open(path).map_err(|error| problem(error.into()))?;
    XmlDocs::parse(&bytes).map_err(|error| problem(FileProblemKind::Docs(error)))
}
