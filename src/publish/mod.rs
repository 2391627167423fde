//! Uploads a package to OutSystems Developer Cloud, by the public REST API of external libraries.
//!
//! A [`Client`] signs in (OpenID Connect discovery, client credentials), uploads the archive to an address that
//! the portal signs beforehand, starts a generation operation and waits for its end. What it found is a list of
//! messages, what it made a list of changes. Publishing itself is not in the public API: it remains to be done
//! in the portal.
//!
//! The secret and the token are never printed, and the token goes to the portal only. Every connection is
//! encrypted, unless the portal is this very machine. Answers are bounded in size and in time, and nothing is
//! believed of them that could lead elsewhere: no redirect is followed.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod address;
mod answers;
mod client;
mod error;
mod secret;
mod settings;
mod transport;

pub use address::Portal;
pub use answers::{
    Change, Contents, ContentsAction, ContentsParameter, ContentsStructure, Operation,
    OperationStatus, StructureAttribute, ValidationMessage,
};
pub use client::{Client, OperationKey};
pub use error::PublishError;
pub use secret::{Credentials, Secret};
pub use settings::{Authorities, Settings};
