use crate::metadata;
use crate::pe::PeError;
use thiserror::Error as ThisError;

/// Why an assembly cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Error {
    /// The file is not a .NET image.
    #[error(transparent)]
    Image(#[from] PeError),
    /// The metadata is damaged.
    #[error("damaged metadata: {0}")]
    Metadata(#[from] metadata::Error),
}

/// Why a reference to a type leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Unresolved {
    /// The assembly is not at hand.
    #[error("the assembly {0} is not at hand")]
    MissingAssembly(String),
    /// The assembly is at hand and does not have the type.
    #[error("the assembly {assembly} has no type {name}")]
    MissingType {
        /// Simple name of the assembly.
        assembly: String,
        /// Full name of the type.
        name: String,
    },
    /// The reference itself is damaged.
    #[error(transparent)]
    Damaged(#[from] metadata::Error),
}
