use super::{Name, Pattern, TomlError, read};
use crate::extension::Profile;
use crate::translate::Policies;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of `dllift.toml`. Keys of tables are documentation ids: `M:Ns.Type.Method(System.Int32)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// Name of the extension; the first input's assembly name where it is not given.
    pub name: Option<String>,
    /// Description of the extension; the first input's where it is not given.
    pub description: Option<String>,
    /// The rules of the translation.
    pub profile: Profile,
    /// What can become Actions: members that one of the patterns names, or all where there is none.
    pub include: Vec<Pattern>,
    /// What cannot become Actions, even if it is included.
    pub exclude: Vec<Pattern>,
    /// The choices about all members.
    pub policies: Policies,
    /// Names for actions, structures and attributes. That of a property or field is followed by `Get` or
    /// `Set` in the names of its actions.
    pub rename: BTreeMap<String, Name>,
    /// How values of single types travel.
    #[serde(rename = "type")]
    pub types: BTreeMap<String, TypeChoice>,
    /// The type arguments with which generic types and methods are translated.
    pub instantiate: BTreeMap<String, Vec<TypeArguments>>,
    /// Choices about single members and types.
    #[serde(rename = "member")]
    pub members: BTreeMap<String, MemberChoices>,
}

impl Config {
    /// Whether it says nothing about single members and types.
    pub(in crate::translate) fn names_nothing(&self) -> bool {
        let lists = self.include.is_empty() && self.exclude.is_empty();
        let names = self.rename.is_empty() && self.types.is_empty();
        lists && names && self.instantiate.is_empty() && self.members.is_empty()
    }

    /// Reads a configuration.
    ///
    /// ```
    /// use dllift::translate::config::Config;
    ///
    /// let config = Config::parse("exclude = ['Vendor.Internal.**']")?;
    /// assert_eq!(config.exclude[0].as_str(), "Vendor.Internal.**");
    ///
    /// let error = Config::parse("exlude = []").unwrap_err();
    /// assert_eq!(error.to_string(), "1:1: unknown key `exlude`; perhaps `exclude` is meant");
    /// # Ok::<(), dllift::translate::config::TomlError>(())
    /// ```
    ///
    /// # Errors
    /// At the first key that is unknown and the first value that is not what its key takes.
    pub fn parse(text: &str) -> Result<Self, TomlError> {
        read(text)
    }
}

/// How values of a type travel, whatever it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TypeChoice {
    /// As a structure of what can be read of them, even if that is not all.
    Structure,
    /// As an Object.
    Handle,
    /// As Text: JSON of what can be read of them; of an enum, the name.
    Text,
    /// Not at all: members that use it are skipped.
    Skip,
}

impl TypeChoice {
    /// Its name in the configuration.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Handle => "handle",
            Self::Text => "text",
            Self::Skip => "skip",
        }
    }
}

/// A type for each parameter of a generic type or method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct TypeArguments(Vec<String>);

impl TypeArguments {
    /// The names of the types, each as in a documentation id: `System.Int32`.
    pub fn names(&self) -> &[String] {
        &self.0
    }
}

impl TryFrom<Vec<String>> for TypeArguments {
    type Error = &'static str;

    fn try_from(names: Vec<String>) -> Result<Self, Self::Error> {
        let is_name = |name: &String| !name.is_empty() && !name.contains(char::is_whitespace);
        if names.is_empty() || !names.iter().all(is_name) {
            return Err("type arguments are full names of types, as in [\"System.Int32\"]");
        }
        Ok(Self(names))
    }
}

impl From<TypeArguments> for Vec<String> {
    fn from(arguments: TypeArguments) -> Self {
        arguments.0
    }
}

/// The choices about a single member or type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MemberChoices {
    /// Description of its actions, its structure or its attribute.
    pub description: Option<String>,
    /// Whether its action is a function.
    pub function: Option<bool>,
    /// Whether what it makes of its arguments comes back: of all that can change, or of none.
    pub returns_arguments: Option<bool>,
    /// Of a type: documentation id of the constructor that makes its instances.
    pub constructor: Option<String>,
}
