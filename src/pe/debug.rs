use super::image::{read, slice};
use super::{Image, PeError, inflate};
use std::borrow::Cow;

/// Bytes of an entry of the debug directory.
const ENTRY_SIZE: usize = 28;
const CODE_VIEW: u32 = 2;
const REPRODUCIBLE: u32 = 16;
const EMBEDDED_PDB: u32 = 17;
const PDB_CHECKSUM: u32 = 19;

/// An entry of the debug directory (PE format, "The .debug Section").
#[derive(Clone, Copy, Debug)]
pub struct DebugEntry<'a> {
    /// `Type`: what the data is.
    pub kind: u32,
    /// `TimeDateStamp`; in reproducible images a part of a hash.
    pub stamp: u32,
    /// `MajorVersion` and `MinorVersion` of the data's format.
    pub version: (u16, u16),
    /// File offset of the data.
    pub offset: u64,
    /// The data.
    pub bytes: &'a [u8],
}

/// The data of an entry of the debug directory, in the forms that .NET compilers write.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DebugData<'a> {
    /// Where the program database is.
    CodeView(CodeView<'a>),
    /// The image is a function of its sources: there is no time in it.
    Reproducible,
    /// The portable program database itself.
    EmbeddedPdb(EmbeddedPdb<'a>),
    /// A hash of the program database.
    PdbChecksum(PdbChecksum<'a>),
    /// Data of another type.
    Other,
}

/// Where the program database is, and which one it must be (`RSDS`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeView<'a> {
    /// Id of the program database, as stored.
    pub guid: [u8; 16],
    /// How often it was written; 1 for portable ones.
    pub age: u32,
    /// Its path where the image was made.
    pub path: Cow<'a, str>,
}

/// A portable program database inside of the image (`MPDB`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmbeddedPdb<'a> {
    /// Its size in bytes.
    pub size: u32,
    /// Its bytes, deflated (RFC 1951).
    pub deflated: &'a [u8],
    offset: u64,
}

/// A hash of the program database, its id being zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PdbChecksum<'a> {
    /// Name of the hash algorithm, for instance `SHA256`.
    pub algorithm: &'a str,
    /// The hash.
    pub checksum: &'a [u8],
}

impl<'a> Image<'a> {
    /// The entries of the debug directory; an error for each whose data is not in the file.
    ///
    /// # Errors
    /// [`PeError::UnmappedRva`] or [`PeError::Truncated`], if the file does not hold the directory.
    pub fn debug_entries(
        &self,
    ) -> Result<impl Iterator<Item = Result<DebugEntry<'a>, PeError>>, PeError> {
        let bytes = match self.debug.rva {
            0 => &[],
            _ => self.directory(self.debug, "the debug directory")?.1,
        };
        let data = self.data();
        let entries = bytes.chunks_exact(ENTRY_SIZE);
        Ok(entries.map(move |entry| DebugEntry::parse(data, entry)))
    }
}

impl<'a> DebugEntry<'a> {
    fn parse(data: &'a [u8], entry: &[u8]) -> Result<Self, PeError> {
        const WHAT: &str = "an entry of the debug directory";
        let size: u32 = read(entry, 16, WHAT)?;
        let offset: u32 = read(entry, 24, WHAT)?;
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        Ok(Self {
            kind: read(entry, 12, WHAT)?,
            stamp: read(entry, 4, WHAT)?,
            version: (read(entry, 8, WHAT)?, read(entry, 10, WHAT)?),
            offset: u64::from(offset),
            bytes: slice(data, at, size, "debug data")?,
        })
    }

    /// The data, as its type says.
    ///
    /// # Errors
    /// [`PeError::Truncated`] or [`PeError::BadField`], where it is not what its type says.
    pub fn data(&self) -> Result<DebugData<'a>, PeError> {
        Ok(match self.kind {
            CODE_VIEW if self.bytes.starts_with(b"RSDS") => DebugData::CodeView(CodeView {
                guid: read_array(self.placed(4, 16, "the CodeView id")?),
                age: read(self.bytes, 20, "the CodeView age")?,
                path: String::from_utf8_lossy(until_nul(self.bytes.get(24..).unwrap_or_default())),
            }),
            REPRODUCIBLE => DebugData::Reproducible,
            EMBEDDED_PDB => {
                let magic = self.placed(0, 4, "the embedded PDB's signature")?;
                if magic != b"MPDB" {
                    return Err(PeError::BadField {
                        what: "the embedded PDB's signature",
                        offset: self.offset,
                        value: u32::from_le_bytes(read_array(magic)).into(),
                    });
                }
                DebugData::EmbeddedPdb(EmbeddedPdb {
                    size: read(self.bytes, 4, "the embedded PDB's size")?,
                    deflated: self.bytes.get(8..).unwrap_or_default(),
                    offset: self.offset.saturating_add(8),
                })
            }
            PDB_CHECKSUM => {
                let algorithm = until_nul(self.bytes);
                let behind = algorithm.len().saturating_add(1);
                let algorithm = std::str::from_utf8(algorithm).map_err(|_| PeError::BadField {
                    what: "the first byte of the checksum's name",
                    offset: self.offset,
                    value: algorithm.first().copied().unwrap_or(0).into(),
                })?;
                DebugData::PdbChecksum(PdbChecksum {
                    algorithm,
                    checksum: self.bytes.get(behind..).unwrap_or_default(),
                })
            }
            _ => DebugData::Other,
        })
    }

    /// `length` bytes of the data from `start`; errors count from the start of the file.
    fn placed(&self, start: usize, length: usize, what: &'static str) -> Result<&'a [u8], PeError> {
        let rest = self.bytes.get(start..).unwrap_or_default();
        rest.get(..length).ok_or(PeError::Truncated {
            what,
            offset: self.offset.saturating_add(start as u64),
            needs: length as u64,
            has: rest.len() as u64,
        })
    }
}

impl EmbeddedPdb<'_> {
    /// The program database.
    ///
    /// # Errors
    /// [`PeError::Inflate`].
    pub fn inflate(&self) -> Result<Vec<u8>, PeError> {
        inflate(self.deflated, self.size.into()).map_err(|reason| PeError::Inflate {
            what: "the embedded PDB",
            offset: self.offset,
            reason,
        })
    }
}

fn read_array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.first_chunk().copied().unwrap_or([0; N])
}

fn until_nul(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{DebugData, DebugEntry, PeError};
    use crate::pe::InflateError;

    fn entry(kind: u32, bytes: &[u8]) -> DebugEntry<'_> {
        DebugEntry {
            kind,
            stamp: 0,
            version: (0, 0),
            offset: 0x100,
            bytes,
        }
    }

    #[test]
    fn code_view_names_the_file_and_its_id() {
        let bytes = b"RSDS0123456789abcdef\x01\0\0\0/src/A.pdb\0\0";
        let Ok(DebugData::CodeView(found)) = entry(2, bytes).data() else {
            panic!("no CodeView data");
        };
        assert_eq!(&found.guid, b"0123456789abcdef");
        assert_eq!((found.age, &*found.path), (1, "/src/A.pdb"));
        // The old form without a GUID.
        assert_eq!(entry(2, b"NB10").data(), Ok(DebugData::Other));
    }

    #[test]
    fn an_embedded_pdb_is_inflated() {
        let mut bytes = b"MPDB\x05\0\0\0".to_vec();
        bytes.extend(miniz_oxide::deflate::compress_to_vec(b"BSJB!", 9));
        let Ok(DebugData::EmbeddedPdb(found)) = entry(17, &bytes).data() else {
            panic!("no embedded PDB");
        };
        assert_eq!(found.inflate().as_deref(), Ok(&b"BSJB!"[..]));

        bytes[7] = 0xff;
        let Ok(DebugData::EmbeddedPdb(found)) = entry(17, &bytes).data() else {
            panic!("no embedded PDB");
        };
        assert!(matches!(
            found.inflate(),
            Err(PeError::Inflate {
                offset: 0x108,
                reason: InflateError::TooLarge { .. },
                ..
            })
        ));
    }

    #[test]
    fn a_checksum_has_a_name() {
        let Ok(DebugData::PdbChecksum(found)) = entry(19, b"SHA256\0\x01\x02").data() else {
            panic!("no checksum");
        };
        assert_eq!((found.algorithm, found.checksum), ("SHA256", &[1u8, 2][..]));
    }

    #[test]
    fn what_is_cut_off_is_an_error_with_its_place() {
        for (kind, bytes) in [(2, &b"RSDS"[..]), (17, b"MP"), (17, b"MPDB"), (17, b"XPDB")] {
            assert!(entry(kind, bytes).data().is_err(), "{kind}");
        }
        let error = entry(2, b"RSDS1234").data().unwrap_err();
        assert!(matches!(
            error,
            PeError::Truncated {
                offset: 0x104,
                needs: 16,
                has: 4,
                ..
            }
        ));
    }
}
