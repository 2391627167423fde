use crate::metadata;
use crate::pe::InflateError;
use thiserror::Error;

/// Why an archive, or a file in it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// The directory of a ZIP archive is damaged.
    #[error("the ZIP directory is damaged: {0}")]
    Zip(String),
    /// An entry that only who knows the password can read.
    #[error("{name} is encrypted")]
    Encrypted {
        /// The entry.
        name: String,
    },
    /// An entry that is compressed in another way than with deflate.
    #[error("{name} is compressed with the unknown method {method}")]
    Method {
        /// The entry.
        name: String,
        /// Number of the method (APPNOTE 4.4.5).
        method: u16,
    },
    /// The manifest of a bundle is damaged.
    #[error("the bundle's manifest is damaged: {0}")]
    Bundle(#[from] metadata::Error),
    /// A bundle of a version that no .NET had when this was written.
    #[error("the bundle has the unknown version {major}.{minor}")]
    BundleVersion {
        /// First part of the version.
        major: u32,
        /// Second part of the version.
        minor: u32,
    },
    /// The entries are said to have more bytes in all than [`limits`](crate::limits) allows.
    #[error("{size} bytes out of {from} are too many")]
    TooLarge {
        /// The bytes of all entries.
        size: u64,
        /// The bytes of the archive.
        from: u64,
    },
    /// The directory of a ZIP archive has more entries than are read.
    #[error("it has more than {most} entries")]
    TooManyEntries {
        /// How many are read.
        most: usize,
    },
    /// An entry passes the end of the archive, or is not where the directory says.
    #[error("{name} is cut off")]
    CutOff {
        /// The entry.
        name: String,
    },
    /// An entry cannot be inflated.
    #[error("{name} cannot be inflated: {reason}")]
    Inflate {
        /// The entry.
        name: String,
        /// Why not.
        reason: InflateError,
    },
    /// An entry does not have the CRC-32 that it should have.
    #[error("{name} has another checksum than the archive says")]
    Checksum {
        /// The entry.
        name: String,
    },
}
