//! The blobs of a portable PDB (Portable PDB v1.0): names of documents and sequence points.
//!
//! A portable PDB is metadata without an image: [`Metadata::parse`](super::Metadata::parse) reads it, and
//! its tables have [rows](super::Row) like all others. A method's debug information has the row number of
//! the method.

mod document;
mod sequence_points;

pub use sequence_points::{SequencePoint, SequencePoints, SourceSpan};

use super::{Cursor, Metadata, Token};

/// Bytes of a PDB's id.
const ID_SIZE: usize = 20;

/// The head of the `#Pdb` stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdbHeader {
    /// The id: the GUID that the image's CodeView entry has, and the entry's stamp.
    pub id: [u8; ID_SIZE],
    /// The method with which the program begins; `None` for a library.
    pub entry_point: Option<Token>,
}

impl Metadata<'_> {
    /// The head of the `#Pdb` stream; `None` where this is not a portable PDB.
    pub fn pdb_header(&self) -> Option<PdbHeader> {
        let stream = self.streams().iter().find(|stream| stream.name == "#Pdb")?;
        let mut cursor = Cursor::new(stream.bytes, stream.offset);
        let id = *cursor.take(ID_SIZE, "the PDB's id").ok()?.first_chunk()?;
        let entry_point = Token(cursor.u32().ok()?);
        Some(PdbHeader {
            id,
            entry_point: (entry_point.row() != 0).then_some(entry_point),
        })
    }
}
