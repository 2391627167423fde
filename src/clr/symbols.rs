use super::{Assembly, Error, Method};
use crate::metadata::pdb::SequencePoints;
use crate::metadata::{self, Guid, Id, Metadata, Row, Rows, table};
use crate::pe::{DebugData, FileKind};
use thiserror::Error as ThisError;

/// A portable PDB (Portable PDB v1.0): which IL comes from which source, and the names of local variables.
#[derive(Debug)]
pub struct Symbols<'a> {
    metadata: Metadata<'a>,
    id: PdbId,
}

/// Which program database belongs to an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PdbId {
    /// The GUID in the CodeView entry and in the database.
    pub guid: Guid,
    /// `TimeDateStamp` of the CodeView entry.
    pub stamp: u32,
}

/// Why debug information cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum SymbolsError {
    /// It is not a portable PDB.
    #[error("it is not a portable PDB: this is {0}")]
    NotPortable(FileKind),
    /// It is damaged.
    #[error(transparent)]
    Damaged(#[from] metadata::Error),
}

impl<'a> Symbols<'a> {
    /// Reads the head of `data`, the bytes of a portable PDB.
    ///
    /// # Errors
    /// [`SymbolsError`].
    pub fn parse(data: &'a [u8]) -> Result<Self, SymbolsError> {
        let kind = FileKind::of(data);
        if kind != FileKind::PortablePdb {
            return Err(SymbolsError::NotPortable(kind));
        }
        let metadata = Metadata::parse(data, 0)?;
        let header = metadata.pdb_header();
        let header = header.ok_or(SymbolsError::NotPortable(FileKind::Unknown))?;
        let [guid @ .., s0, s1, s2, s3] = header.id;
        Ok(Self {
            metadata,
            id: PdbId {
                guid: Guid(guid),
                stamp: u32::from_le_bytes([s0, s1, s2, s3]),
            },
        })
    }

    /// Its rows.
    pub fn metadata(&self) -> &Metadata<'a> {
        &self.metadata
    }

    /// Its id, which the image's [`Assembly::pdb_id`] repeats.
    pub fn id(&self) -> PdbId {
        self.id
    }

    /// The source files.
    pub fn documents(&self) -> Rows<'_, table::Document> {
        self.metadata.rows()
    }

    /// Path of a source file.
    ///
    /// # Errors
    /// If the row or the name is damaged.
    pub fn document_path(&self, id: Id<table::Document>) -> metadata::Result<String> {
        self.metadata.row(id)?.path(&self.metadata)
    }

    /// The sequence points of `method`, by IL offset; none for a method without debug information.
    ///
    /// # Errors
    /// If there is no row for the method, or its blob is damaged.
    pub fn points(&self, method: Method<'_>) -> metadata::Result<SequencePoints<'_>> {
        let row = method.row().id().row();
        let id = Id::<table::MethodDebugInformation>::new(row);
        let id = id.ok_or_else(|| metadata::Error::new(metadata::ErrorKind::Null))?;
        self.metadata.row(id)?.points(&self.metadata)
    }

    /// The scopes of `method`'s local variables, outer ones first.
    pub fn scopes(&self, method: Method<'_>) -> impl Iterator<Item = Row<'_, table::LocalScope>> {
        self.metadata.matches(method.row().id().row())
    }

    /// The names of `method`'s local variables with their slots, in the order of the scopes.
    pub fn local_names(
        &self,
        method: Method<'_>,
    ) -> impl Iterator<Item = metadata::Result<(u16, &str)>> {
        self.scopes(method).flat_map(|scope| {
            let (list, error) = match scope.variable_list() {
                Ok(list) => (Some(list), None),
                Err(error) => (None, Some(Err(error))),
            };
            let names = list.into_iter().flatten().map(|id| {
                let row = self.metadata.row(id?)?;
                Ok((row.index(), row.name()?))
            });
            names.chain(error)
        })
    }
}

impl Assembly<'_> {
    /// Which program database belongs to it; `None` where it names none, or its debug directory is damaged.
    pub fn pdb_id(&self) -> Option<PdbId> {
        let mut entries = self.image().debug_entries().ok()?.filter_map(Result::ok);
        entries.find_map(|entry| match entry.data() {
            Ok(DebugData::CodeView(found)) => Some(PdbId {
                guid: Guid(found.guid),
                stamp: entry.stamp,
            }),
            _ => None,
        })
    }

    /// The portable PDB in the image, inflated; `None` where there is none.
    ///
    /// # Errors
    /// [`Error::Image`], if the debug directory or the PDB's compression is damaged.
    pub fn embedded_pdb(&self) -> Result<Option<Vec<u8>>, Error> {
        for entry in self.image().debug_entries()? {
            if let DebugData::EmbeddedPdb(found) = entry?.data()? {
                return Ok(Some(found.inflate()?));
            }
        }
        Ok(None)
    }
}
