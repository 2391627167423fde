use super::{XifError, XifType};
use crate::base64;
use crate::extension::{DeployAction, Key};
use crate::pe::FileBytes;
use serde::Serialize;

/// An extension as a `.xif` has it.
#[derive(Debug, Serialize)]
pub struct Xif {
    /// The extension's key.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Version of the Integration Studio that saved it.
    pub version: String,
    /// Date and time when it was changed last, as the file writes it.
    pub last_modified: String,
    /// Actions in definition order.
    pub actions: Vec<XifAction>,
    /// Structures in definition order.
    pub structures: Vec<XifStructure>,
    /// Entities in definition order.
    pub entities: Vec<XifEntity>,
    /// Files, sources and icons among them.
    #[serde(skip)]
    pub resources: Vec<XifResource>,
    /// What could not be understood, and was kept as it is or left out.
    pub notes: Vec<XifNote>,
}

/// An Action.
#[derive(Clone, Debug, Serialize)]
pub struct XifAction {
    /// Its key.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Whether it can be used in expressions.
    pub function: bool,
    /// Inputs and outputs in definition order, which is that of the C# parameters.
    pub parameters: Vec<XifParameter>,
    /// The statement that calls the imported member; empty where the action was made by hand.
    pub body: String,
    /// What the wizard imported it from.
    pub imported: Option<ImportedMember>,
}

/// Which way the value of a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the variants are the platform's own names")]
pub enum Direction {
    Input,
    Output,
}

/// A parameter of an [`XifAction`].
#[derive(Clone, Debug, Serialize)]
pub struct XifParameter {
    /// Its key.
    pub key: Option<Key>,
    /// Which way its value goes.
    pub direction: Direction,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Its type.
    #[serde(rename = "type")]
    pub data_type: XifType,
    /// Whether a caller must give a value.
    pub mandatory: bool,
    /// Default value, as an OutSystems expression.
    pub default: Option<String>,
}

/// A .NET member that the wizard made an action of.
#[derive(Clone, Debug, Serialize)]
pub struct ImportedMember {
    /// What it is: `Method`, and others.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Full name of the type that declares it.
    pub declaring_type: String,
    /// Full name of the type of what it returns.
    pub return_type: String,
    /// Whether it needs no instance.
    #[serde(rename = "static")]
    pub is_static: bool,
    /// Its parameters.
    pub parameters: Vec<ImportedParameter>,
}

/// A parameter of an [`ImportedMember`].
#[derive(Clone, Debug, Serialize)]
pub struct ImportedParameter {
    /// Its name.
    pub name: String,
    /// Full name of its type.
    #[serde(rename = "type")]
    pub net_type: String,
    /// Whether it is a `ref` parameter.
    #[serde(rename = "ref")]
    pub is_ref: bool,
    /// Whether it is an `out` parameter.
    #[serde(rename = "out")]
    pub is_out: bool,
}

/// A Structure.
#[derive(Clone, Debug, Serialize)]
pub struct XifStructure {
    /// Its key.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Attributes in definition order.
    pub attributes: Vec<XifAttribute>,
}

/// An attribute of an [`XifStructure`] or an [`XifEntity`].
#[derive(Clone, Debug, Serialize)]
pub struct XifAttribute {
    /// Its key.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: String,
    /// Its type.
    #[serde(rename = "type")]
    pub data_type: XifType,
    /// Whether a value must be given.
    pub mandatory: bool,
    /// Default value, as an OutSystems expression.
    pub default: Option<String>,
    /// Characters of a Text, total digits of a Decimal.
    pub length: Option<u32>,
    /// Decimal digits of a Decimal.
    pub decimals: Option<u32>,
}

/// An Entity. How a `.xif` writes its table and columns is not known, so they are kept as they are.
#[derive(Clone, Debug, Serialize)]
pub struct XifEntity {
    /// What it has in common with a structure.
    #[serde(flatten)]
    pub structure: XifStructure,
    /// Everything else that its element says: names and values.
    pub properties: Vec<(String, String)>,
}

/// A file in a `.xif`.
#[derive(Debug)]
pub struct XifResource {
    /// Its key.
    pub key: Option<Key>,
    /// File name without a folder.
    pub file: String,
    /// Its folder in the extension's, for instance `\Source\NET\Bin\`.
    pub path: String,
    /// Its description.
    pub description: String,
    /// Where the platform copies it to; `None` where the file says something unknown.
    pub action: Option<DeployAction>,
    /// Whether it is an imported assembly, which the extension's code refers to.
    pub is_code_reference: bool,
    /// Simple names of the assemblies that it references.
    pub references: Vec<String>,
    /// Where its base64 begins in the XML.
    pub(super) offset: usize,
    /// Its base64.
    pub(super) base64: FileBytes,
}

impl XifResource {
    /// Its content.
    ///
    /// # Errors
    /// [`XifError::Base64`].
    pub fn content(&self) -> Result<Vec<u8>, XifError> {
        base64::decode(&self.base64).map_err(|position| XifError::Base64 {
            file: self.file.clone(),
            offset: self.offset.saturating_add(position),
        })
    }
}

/// Something in a `.xif` that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct XifNote {
    /// The element, with those around it: `Extension/Actions/Action Send/Body`.
    pub place: String,
    /// What it is, in a sentence that begins with the place.
    pub message: String,
}
