use super::{DataType, Target};
use serde::{Deserialize, Serialize};

/// An Action of the extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Action {
    /// OutSystems name, unique in the extension without regard to case.
    pub name: String,
    /// Description, at most 255 characters.
    pub description: String,
    /// Whether the action can be used in expressions (the *Function* property).
    pub function: bool,
    /// Input parameters in definition order.
    pub inputs: Vec<Parameter>,
    /// Output parameters in definition order; they follow the inputs.
    pub outputs: Vec<Parameter>,
    /// The .NET member that the action calls.
    pub member: MemberRef,
}

/// An input or output parameter of an [`Action`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Parameter {
    /// OutSystems name, unique in the action without regard to case.
    pub name: String,
    /// OutSystems type.
    #[serde(rename = "type")]
    pub data_type: DataType,
    /// Whether a caller must give a value; always false for outputs.
    pub mandatory: bool,
    /// Default of an optional input, as an OutSystems expression.
    pub default: Option<String>,
    /// Description, at most 255 characters.
    pub description: String,
    /// The .NET parameter or value behind it.
    pub source: Source,
}

/// The .NET parameter behind an OutSystems [`Parameter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Source {
    /// .NET name; empty for the instance and the return value.
    pub name: String,
    /// .NET type, written as in C#.
    #[serde(rename = "type")]
    pub net_type: String,
}

/// What kind of .NET member an action calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[allow(missing_docs, reason = "the variants are the field's own names")]
pub enum MemberKind {
    Constructor,
    Method,
    PropertyGet,
    PropertySet,
    FieldGet,
    FieldSet,
}

/// The .NET member behind an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MemberRef {
    /// How the member is called.
    pub kind: MemberKind,
    /// Documentation id, for instance `M:Ns.Type.Method(System.Int32)`.
    pub id: String,
    /// Whether it needs no instance.
    #[serde(rename = "static")]
    pub is_static: bool,
}

/// A Structure of the extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Structure {
    /// OutSystems name, unique in the extension without regard to case.
    pub name: String,
    /// Description, at most 255 characters.
    pub description: String,
    /// Attributes in definition order; at least one.
    pub attributes: Vec<Attribute>,
    /// Documentation id of the .NET type: `T:Ns.Type`, with type arguments in braces where generic.
    pub type_id: String,
}

/// An attribute of a [`Structure`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Attribute {
    /// OutSystems name, unique in the structure without regard to case.
    pub name: String,
    /// OutSystems type.
    #[serde(rename = "type")]
    pub data_type: DataType,
    /// Whether a value must be given.
    pub mandatory: bool,
    /// Default value, as an OutSystems expression.
    pub default: Option<String>,
    /// Characters of a Text, total digits of a Decimal.
    pub length: Option<u32>,
    /// Decimal digits of a Decimal.
    pub decimals: Option<u32>,
    /// Description, at most 255 characters.
    pub description: String,
    /// Documentation id of the .NET field or property.
    pub member: String,
}

/// An Entity of the extension (O11 only): a table that OutSystems reads and writes by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Entity {
    /// OutSystems name, unique among entities and structures without regard to case.
    pub name: String,
    /// Description, at most 255 characters.
    pub description: String,
    /// Physical table name, for instance `[dbo].[Customer]`.
    pub table: String,
    /// Attributes in definition order.
    pub attributes: Vec<EntityAttribute>,
    /// Documentation id of the .NET type.
    pub type_id: String,
}

/// An attribute of an [`Entity`]: a column of its table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct EntityAttribute {
    /// OutSystems name of at most 28 characters, unique in the entity without regard to case.
    pub name: String,
    /// OutSystems type, a basic one; of an identifier or a reference, the type of its value.
    #[serde(rename = "type")]
    pub data_type: DataType,
    /// Whether a value must be given.
    pub mandatory: bool,
    /// Characters of a Text, total digits of a Decimal; none where the column has no limit.
    pub length: Option<u32>,
    /// Decimal digits of a Decimal.
    pub decimals: Option<u32>,
    /// Description, at most 255 characters.
    pub description: String,
    /// Name of the column (*Original Name*).
    pub column: String,
    /// Type of the column in the database (*Original Type*), for instance `nvarchar(50)`.
    pub column_type: String,
    /// Whether it is the entity's identifier, of which there is one at most.
    pub identifier: bool,
    /// Whether the database gives its value (*Auto Number*).
    pub auto_number: bool,
    /// Name of the entity whose identifier it holds.
    pub reference: Option<String>,
    /// Documentation id of the .NET field or property.
    pub member: String,
}

/// Where the platform copies a resource to (*Deploy Action*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub enum DeployAction {
    /// *Copy to Binaries directory*.
    Binaries,
    /// *Copy to Application directory*.
    Application,
    /// *Copy to Images directory*.
    Images,
    /// *Ignore*.
    Ignore,
}

/// A file that ships with the extension.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Resource {
    /// File name without a folder.
    pub file: String,
    /// Where the platform copies it to.
    pub action: DeployAction,
    /// Simple names of the assemblies that code which uses it is compiled with, sorted: those that it
    /// references, and those of the base types of its types.
    pub references: Vec<String>,
    /// The only target that it ships with; all that the extension is for where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
}

impl Resource {
    /// Whether it ships with what is written for `target`.
    pub fn is_for(&self, target: Target) -> bool {
        self.target.is_none_or(|only| only == target)
    }
}
