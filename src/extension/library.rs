use super::{Action, Structure};
use serde::{Deserialize, Serialize};

/// What an external library for ODC has of the extension: every action is in one of `actions`, `absorbed` and
/// `left_out`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ExternalLibrary {
    /// Actions of the library, in the order of the extension's.
    pub actions: Vec<LibraryAction>,
    /// Names of its structures; a structure stands after those that it uses.
    pub structures: Vec<String>,
    /// Definitions of those that the extension does not have, or has with other attributes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_structures: Vec<Structure>,
    /// The packages that its project refers to besides those that every library needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<PackageReference>,
    /// Names of the extension's actions that are a part of something else: they make the object that others use, or
    /// read and set what is an attribute of a structure.
    pub absorbed: Vec<String>,
    /// Actions of the extension that the library does not have.
    pub left_out: Vec<LeftOut>,
}

/// A NuGet package that a project refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PackageReference {
    /// Its name.
    pub name: String,
    /// The version, or what it begins with before `*`.
    pub version: String,
}

/// An action of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct LibraryAction {
    /// Name of the extension's action that does the same.
    pub of: String,
    /// Documentation id of the constructor or method that makes the object which it uses in each call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maker: Option<String>,
    /// The action itself.
    #[serde(flatten)]
    pub action: Action,
}

/// An action that the library does not have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct LeftOut {
    /// Name of the extension's action.
    pub action: String,
    /// Code of the diagnostic that says why.
    pub code: String,
}
