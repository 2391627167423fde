//! The definition of an OutSystems extension: what `extension.json` holds.
//!
//! One definition serves both targets. It says *what* the extension offers (actions, structures,
//! entities, resources) and *where each came from* (documentation ids of .NET members), never how a
//! target's code is written: that is the business of [`crate::emit`].
//!
//! The types serialise with serde to the format documented in the README, whose number is [`FORMAT`].

mod data_type;
mod element;
mod key;
mod library;
mod provenance;

pub use data_type::DataType;
pub use element::{
    Action, Attribute, DeployAction, Entity, EntityAttribute, MemberKind, MemberRef, Parameter,
    Resource, Source, Structure,
};
pub use key::{Key, KeyError};
pub use library::{ExternalLibrary, LeftOut, LibraryAction, PackageReference};
pub use provenance::{Coverage, Diagnostic, Input, MemberState, PublicMember, Severity, Target};

use serde::{Deserialize, Serialize};

/// The version of the `extension.json` format that this crate writes.
pub const FORMAT: u32 = 1;

/// The rule set that made an extension (TRANSLATION §2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Profile {
    /// Structures, lists, enums and checked conversions.
    #[default]
    Structured,
    /// What Integration Studio's *Import Actions from .NET Assembly* does.
    Wizard,
}

/// A whole extension: the content of `extension.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Extension {
    /// Format version, [`FORMAT`].
    pub format: u32,
    /// OutSystems name of the extension.
    pub name: String,
    /// The name that it had first, from which the keys of its elements are made, if it has another one now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_name: Option<String>,
    /// Description, at most 255 characters.
    pub description: String,
    /// The rules that made it.
    pub profile: Profile,
    /// The assemblies that were translated.
    pub inputs: Vec<Input>,
    /// Actions, in the order in which they are defined.
    pub actions: Vec<Action>,
    /// Structures; a structure stands after those that it uses.
    pub structures: Vec<Structure>,
    /// Entities (O11 only).
    pub entities: Vec<Entity>,
    /// Files that ship with the extension.
    pub resources: Vec<Resource>,
    /// Every public member of the inputs, each in exactly one state.
    pub members: Vec<PublicMember>,
    /// The counts of `members` by state.
    pub coverage: Coverage,
    /// What was skipped or deserves attention.
    pub diagnostics: Vec<Diagnostic>,
    /// The external library for ODC, where that is a target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odc: Option<ExternalLibrary>,
}
