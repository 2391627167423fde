//! What the portal answers, under the names of its published description.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where the OpenID provider takes credentials.
#[derive(Deserialize)]
pub(super) struct Discovery {
    pub(super) token_endpoint: String,
}

#[derive(Deserialize)]
pub(super) struct Token {
    pub(super) access_token: String,
}

/// Two addresses of one place: to write the package to, and to read it from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Upload {
    pub(super) upload_url: String,
    pub(super) download_url: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Created {
    pub(super) operation_key: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LogMessages {
    #[serde(default)]
    pub(super) validation_messages: Vec<ValidationMessage>,
}

/// The making of a library from a package.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Operation {
    /// How far it is.
    pub status: OperationStatus,
    /// Key of the library, once it is known.
    #[serde(default)]
    pub library_key: Option<String>,
    /// Name of the library.
    #[serde(default)]
    pub library_name: Option<String>,
    /// Whether the portal had no library of this name before.
    #[serde(default)]
    pub is_new_library: Option<bool>,
}

/// How far an operation is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(from = "String", into = "String")]
#[allow(missing_docs, reason = "the names are the API's own")]
pub enum OperationStatus {
    None,
    Generating,
    GenerationError,
    ReadyForReview,
    Downloading,
    DownloadError,
    Completed,
    /// One that the description did not have when this was written.
    Other(String),
}

const STATUSES: &[(&str, OperationStatus)] = &[
    ("None", OperationStatus::None),
    ("Generating", OperationStatus::Generating),
    ("GenerationError", OperationStatus::GenerationError),
    ("ReadyForReview", OperationStatus::ReadyForReview),
    ("Downloading", OperationStatus::Downloading),
    ("DownloadError", OperationStatus::DownloadError),
    ("Completed", OperationStatus::Completed),
];

impl OperationStatus {
    /// Whether it is still under way.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::None | Self::Generating | Self::Downloading)
    }

    /// Whether it ended well.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::ReadyForReview | Self::Completed)
    }
}

impl From<String> for OperationStatus {
    fn from(text: String) -> Self {
        let known = STATUSES.iter().find(|(name, _)| *name == text);
        known.map_or(Self::Other(text), |(_, status)| status.clone())
    }
}

impl From<OperationStatus> for String {
    fn from(status: OperationStatus) -> Self {
        status.to_string()
    }
}

impl fmt::Display for OperationStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = STATUSES.iter().find(|(_, status)| status == self);
        f.write_str(match (known, self) {
            (Some((name, _)), _) => name,
            (None, Self::Other(text)) => text,
            (None, _) => "",
        })
    }
}

/// Something that the portal found in the package.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ValidationMessage {
    /// One of the codes that [`check`](crate::check) knows.
    #[serde(default)]
    pub error_code: String,
    /// What is wrong.
    #[serde(default)]
    pub message: String,
    /// `Information`, `Warning` or `Error`.
    #[serde(default, rename = "type")]
    pub kind: String,
}

/// What is in a library, and what is different from the version that is published.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// Its actions.
    #[serde(default)]
    pub actions: Vec<ContentsAction>,
    /// Its structures.
    #[serde(default)]
    pub structures: Vec<ContentsStructure>,
}

/// An action of a library.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentsAction {
    /// Its name.
    pub name: String,
    /// How it changed.
    #[serde(default)]
    pub change_type: Change,
    /// Its inputs and outputs.
    #[serde(default)]
    pub parameters: Vec<ContentsParameter>,
}

/// An input or output of an action.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentsParameter {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(default)]
    pub data_type: String,
    /// `Input` or `Output`.
    #[serde(default)]
    pub parameter_type: String,
    /// How it changed.
    #[serde(default)]
    pub change_type: Change,
}

/// A structure of a library.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ContentsStructure {
    /// Its name.
    pub name: String,
    /// How it changed.
    #[serde(default)]
    pub change_type: Change,
    /// Its attributes.
    #[serde(default)]
    pub attributes: Vec<StructureAttribute>,
}

/// An attribute of a structure.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StructureAttribute {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(default)]
    pub data_type: String,
    /// How it changed.
    #[serde(default)]
    pub change_type: Change,
}

/// How a part of a library differs from the version that is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[allow(missing_docs, reason = "the names are the API's own")]
pub enum Change {
    Removed,
    Updated,
    Added,
    Unchanged,
    #[default]
    #[serde(other)]
    None,
}
