use super::store::{StoredFile, warning};
use super::{FileProblem, FileProblemKind, FileStore, Found};
use crate::clr::{Archive, Assembly, AssemblySet, Dependencies, RuntimeConfig, Symbols, XmlDocs};
use crate::pe::FileBytes;
use std::borrow::Cow;
use std::path::Path;

/// The assemblies of a [`FileStore`]: the inputs in order, then the references.
#[derive(Debug)]
pub struct Library<'a> {
    set: AssemblySet<'a>,
    /// The files of the assemblies, by ordinal.
    files: Vec<&'a StoredFile>,
    inputs: usize,
}

/// An assembly of a [`Library`] with its file: a `Copy` view.
#[derive(Clone, Copy, Debug)]
pub struct LibraryFile<'m> {
    assembly: &'m Assembly<'m>,
    file: &'m StoredFile,
    is_input: bool,
}

impl<'a> Library<'a> {
    /// The assemblies of `store`.
    pub fn new(store: &'a FileStore) -> Self {
        let mut files = Vec::with_capacity(store.files.len());
        let mut assemblies = Vec::with_capacity(store.files.len());
        let mut inputs = 0;
        for (position, file) in store.files.iter().enumerate() {
            // All of them could be read when the store was opened, so an error would mean that a mapped
            // file was overwritten since.
            if let Ok(assembly) = Assembly::parse(&file.bytes) {
                assemblies.push(assembly);
                files.push(file);
                inputs += usize::from(position < store.inputs);
            }
        }
        Self {
            set: AssemblySet::new(assemblies),
            files,
            inputs,
        }
    }

    /// The assemblies, which know each other; of several with one name, the first is found.
    pub fn set(&self) -> &AssemblySet<'a> {
        &self.set
    }

    /// The assemblies that were asked for.
    pub fn inputs(&self) -> impl ExactSizeIterator<Item = LibraryFile<'_>> {
        let inputs = self
            .set
            .assemblies()
            .iter()
            .zip(&self.files)
            .take(self.inputs);
        inputs.map(|(assembly, file)| LibraryFile {
            assembly,
            file,
            is_input: true,
        })
    }

    /// The file of `assembly`, an assembly of [`Self::set`]; `None` for others.
    pub fn file(&self, assembly: &Assembly<'_>) -> Option<LibraryFile<'_>> {
        let ordinal = assembly.ordinal();
        let own = self
            .set
            .assemblies()
            .get(ordinal)
            .filter(|own| own.is(assembly))?;
        Some(LibraryFile {
            assembly: own,
            file: self.files.get(ordinal)?,
            is_input: ordinal < self.inputs,
        })
    }
}

impl<'m> LibraryFile<'m> {
    /// The assembly.
    pub fn assembly(self) -> &'m Assembly<'m> {
        self.assembly
    }

    /// Where it was found.
    pub fn path(self) -> &'m Path {
        &self.file.path
    }

    /// Name of the file, in its folder or archive.
    pub fn file_name(self) -> Cow<'m, str> {
        self.file.file_name()
    }

    /// The bytes of the whole file.
    pub fn bytes(self) -> &'m [u8] {
        &self.file.bytes
    }

    /// Why it is there.
    pub fn found(self) -> Found {
        self.file.found
    }

    /// Whether it was asked for, rather than found because another references it.
    pub fn is_input(self) -> bool {
        self.is_input
    }

    /// The XML documentation beside it, `X.xml` for `X.dll`, or `None` if there is none. It is read when
    /// it is first asked for.
    ///
    /// # Errors
    /// If it cannot be read or is malformed; the problem is a warning.
    pub fn docs(self) -> Result<Option<&'m XmlDocs>, &'m FileProblem> {
        self.file.docs()
    }

    /// The archive that it was found in.
    pub fn archive(self) -> Option<&'m Archive> {
        self.file.archive.as_deref()
    }

    /// The portable PDB of the assembly, for [`Symbols::parse`]: the one in it, or `X.pdb` beside `X.dll`.
    ///
    /// # Errors
    /// If it cannot be read, is no portable PDB, or belongs to another build; the problem is a warning.
    pub fn pdb(self) -> Result<Option<FileBytes>, FileProblem> {
        let embedded = self.assembly.embedded_pdb();
        let embedded = embedded.map_err(|error| FileProblem {
            path: self.file.path.clone(),
            kind: error.into(),
            is_error: false,
        })?;
        if let Some(bytes) = embedded {
            return Ok(Some(bytes.into()));
        }
        let Some(file) = self.file.beside("pdb") else {
            return Ok(None);
        };
        let bytes = file.open().map_err(|kind| warning(file, kind))?;
        let symbols = Symbols::parse(&bytes);
        let id = symbols.map(|symbols| symbols.id());
        let id = id.map_err(|error| warning(file, FileProblemKind::Symbols(error)))?;
        if self.assembly.pdb_id().is_some_and(|own| own != id) {
            return Err(warning(file, FileProblemKind::OtherBuild));
        }
        Ok(Some(bytes))
    }

    /// The `X.deps.json` beside it, or `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read or is malformed; the problem is a warning.
    pub fn dependencies(self) -> Result<Option<Dependencies>, FileProblem> {
        self.configuration("deps.json", Dependencies::parse)
    }

    /// The `X.runtimeconfig.json` beside it, or `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read or is malformed; the problem is a warning.
    pub fn runtime_config(self) -> Result<Option<RuntimeConfig>, FileProblem> {
        self.configuration("runtimeconfig.json", RuntimeConfig::parse)
    }

    fn configuration<T>(
        self,
        ending: &str,
        parse: impl Fn(&[u8]) -> serde_json::Result<T>,
    ) -> Result<Option<T>, FileProblem> {
        let Some(file) = self.file.beside(ending) else {
            return Ok(None);
        };
        let bytes = file.open().map_err(|kind| warning(file, kind))?;
        let parsed = parse(&bytes);
        let parsed =
            parsed.map_err(|error| warning(file, FileProblemKind::Configuration(error)))?;
        Ok(Some(parsed))
    }
}
