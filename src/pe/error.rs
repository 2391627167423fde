use super::{FileKind, InflateError};
use thiserror::Error;

/// Why a file is not readable as a .NET image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PeError {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The file is something else than a PE image.
    #[error("not a .NET assembly: this is {0}")]
    NotPe(FileKind),
    /// A PE image without a CLI header (II.25.3.3): native code.
    #[error("not a .NET assembly: this is a native PE file, without a CLI header")]
    Native,
    /// A structure would end behind the end of the file.
    #[error(
        "the file is truncated: {what} at offset {offset:#x} needs {needs} bytes, {has} are left"
    )]
    Truncated {
        /// The structure.
        what: &'static str,
        /// File offset at which it begins.
        offset: u64,
        /// Its length in bytes.
        needs: u64,
        /// The bytes that the file has from there.
        has: u64,
    },
    /// An RVA that no section covers.
    #[error("{what} points to RVA {rva:#x}, which no section holds")]
    UnmappedRva {
        /// The structure that holds the RVA.
        what: &'static str,
        /// The RVA.
        rva: u32,
    },
    /// A field has a value that its definition does not allow.
    #[error("{what} at offset {offset:#x} has the value {value:#x}")]
    BadField {
        /// The field.
        what: &'static str,
        /// File offset of the field.
        offset: u64,
        /// Its value.
        value: u64,
    },
    /// Compressed bytes that cannot be inflated.
    #[error("{what} at offset {offset:#x} cannot be inflated: {reason}")]
    Inflate {
        /// What is compressed.
        what: &'static str,
        /// File offset of the compressed bytes.
        offset: u64,
        /// Why not.
        reason: InflateError,
    },
}
