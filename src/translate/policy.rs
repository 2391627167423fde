//! What an extension's author chooses about the translation as a whole (TRANSLATION §12).

use serde::{Deserialize, Serialize};

/// The choices; the default is the profile `structured` as TRANSLATION has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Policies {
    /// How values of enums travel.
    pub enums: EnumPolicy,
    /// When a value coming in is null.
    pub nulls: NullPolicy,
    /// What becomes of the attributes that would make a structure contain itself.
    pub cycles: CyclePolicy,
    /// Whether constants become Actions.
    pub constants: MemberPolicy,
    /// Whether operators become Actions.
    pub operators: MemberPolicy,
    /// Which Actions are functions.
    pub functions: FunctionPolicy,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            enums: EnumPolicy::default(),
            nulls: NullPolicy::default(),
            cycles: CyclePolicy::default(),
            constants: MemberPolicy::Translate,
            operators: MemberPolicy::Skip,
            functions: FunctionPolicy::default(),
        }
    }
}

/// How values of enums travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EnumPolicy {
    /// As Text: the name of the value.
    #[default]
    Text,
    /// As Integer or Long Integer: its number.
    Integer,
}

/// When a value coming in is null.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NullPolicy {
    /// Where null is legal, the empty value of the OutSystems type.
    #[default]
    EmptyIsNull,
    /// Never.
    Value,
    /// Where a Boolean beside it, `Has<Name>`, is False.
    Companion,
}

/// What becomes of the attributes that would make a structure contain itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CyclePolicy {
    /// They become Text that holds JSON.
    #[default]
    Json,
    /// They are left out.
    Omit,
}

/// Whether members of a kind become Actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MemberPolicy {
    /// They do.
    Translate,
    /// They are skipped.
    Skip,
}

/// Which Actions are functions, which expressions can call.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FunctionPolicy {
    /// Those of static members with one output and no Object (TRANSLATION §7).
    #[default]
    Static,
    /// None.
    None,
}
