use serde::{Deserialize, Serialize};
use std::fmt;

/// An OutSystems data type.
///
/// In JSON it is an object with the key `kind`: `{"kind": "LongInteger"}`,
/// `{"kind": "Structure", "name": "Loan"}`, `{"kind": "List", "of": {"kind": "Text"}}`.
/// `Display` writes the name that OutSystems shows: `Long Integer`, `Loan`, `Text List`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(tag = "kind")]
#[allow(
    missing_docs,
    reason = "the variants are the platform's own type names"
)]
pub enum DataType {
    Text,
    Integer,
    LongInteger,
    Decimal,
    Boolean,
    DateTime,
    Date,
    Time,
    PhoneNumber,
    Email,
    BinaryData,
    Currency,
    /// An opaque handle; O11 only.
    Object,
    /// A record of the structure with this name.
    Structure {
        name: String,
    },
    /// A list of the element type.
    List {
        of: Box<DataType>,
    },
}

impl DataType {
    /// A record of the structure `name`.
    pub fn structure(name: impl Into<String>) -> Self {
        Self::Structure { name: name.into() }
    }

    /// A list of this type.
    pub fn into_list(self) -> Self {
        Self::List { of: Box::new(self) }
    }

    /// The name of the structure that this type is or holds, at any depth.
    pub fn structure_name(&self) -> Option<&str> {
        match self {
            Self::Structure { name } => Some(name),
            Self::List { of } => of.structure_name(),
            _ => None,
        }
    }

    /// Whether an `Object` is this type or in it.
    pub fn holds_object(&self) -> bool {
        match self {
            Self::Object => true,
            Self::List { of } => of.holds_object(),
            _ => false,
        }
    }
}

impl fmt::Display for DataType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "Text",
            Self::Integer => "Integer",
            Self::LongInteger => "Long Integer",
            Self::Decimal => "Decimal",
            Self::Boolean => "Boolean",
            Self::DateTime => "Date Time",
            Self::Date => "Date",
            Self::Time => "Time",
            Self::PhoneNumber => "Phone Number",
            Self::Email => "Email",
            Self::BinaryData => "Binary Data",
            Self::Currency => "Currency",
            Self::Object => "Object",
            Self::Structure { name } => name,
            Self::List { of } => return write!(f, "{of} List"),
        })
    }
}
