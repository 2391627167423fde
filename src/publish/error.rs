use super::{OperationKey, OperationStatus};
use thiserror::Error;

/// Why a package was not brought to the portal. [`PublishError::help`] says what can be done about it.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PublishError {
    /// An address that cannot be used.
    #[error("the address of {what} cannot be used: {reason}")]
    Address {
        /// Whose address.
        what: &'static str,
        /// Why not.
        reason: &'static str,
    },
    /// Certificates that cannot be used.
    #[error("the certificates cannot be read: {0}")]
    Authorities(String),
    /// Text that is no key of an operation.
    #[error("{0} is no key of an operation")]
    Key(String),
    /// No answer came.
    #[error("{what}: no answer: {reason}")]
    Unreachable {
        /// What was asked for.
        what: &'static str,
        /// Why there is none.
        reason: String,
    },
    /// The answer is no.
    #[error("{what}: the server answers {status}{}", colon(said))]
    Refused {
        /// What was asked for.
        what: &'static str,
        /// Status of HTTP.
        status: u16,
        /// What the server says; empty for nothing.
        said: String,
    },
    /// The server sends to another address.
    #[error("{what}: the server sends to another address")]
    Redirected {
        /// What was asked for.
        what: &'static str,
    },
    /// An answer that is not what the API describes.
    #[error("{what}: the answer cannot be understood: {reason}")]
    BadAnswer {
        /// What was asked for.
        what: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// The operation has a status that is not known.
    #[error("the operation {key} has the unknown status {status}")]
    UnknownStatus {
        /// The operation.
        key: OperationKey,
        /// Its status.
        status: String,
    },
    /// The operation has not ended in time.
    #[error("the operation {key} has not ended: it is {status}")]
    NotEnded {
        /// The operation.
        key: OperationKey,
        /// Its last status.
        status: OperationStatus,
    },
}

impl PublishError {
    /// What the user can do, in one sentence.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Address { .. } => {
                "Give the address of the portal as the browser shows it, beginning with https."
            }
            Self::Authorities(_) => "Give a PEM file with the certificates of the authorities.",
            Self::Key(_) => "Give the key that an earlier run printed.",
            Self::Unreachable { .. } => "Check the address and the network, and try again.",
            Self::Refused { status: 401, .. } | Self::Refused { status: 400, .. } => {
                "Check the id and the secret of the API client in the portal."
            }
            Self::Refused { status: 403, .. } => {
                "Give the API client the permissions Asset management > Create and Change."
            }
            Self::Refused { status: 404, .. } => "Check the address of the portal, and the key.",
            Self::Refused { .. } => "Try again later; --resume goes on with an operation.",
            Self::Redirected { .. } => "Give the address that the browser shows after signing in.",
            Self::BadAnswer { .. } => {
                "Check the address of the portal, or look there what was done."
            }
            Self::UnknownStatus { .. } | Self::NotEnded { .. } => {
                "Look at it in the portal, or go on later with --resume and the key."
            }
        }
    }

    pub(super) fn address(what: &'static str, reason: &'static str) -> Self {
        Self::Address { what, reason }
    }
}

fn colon(said: &str) -> String {
    match said {
        "" => String::new(),
        said => format!(": {said}"),
    }
}
