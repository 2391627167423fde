use crate::extension::DataType;
use serde::Serialize;
use std::fmt;

/// The names of basic types. Text, Integer, Boolean, Decimal, Binary Data and Object were seen in files;
/// the others are the names of OutSystems types with the same prefix.
const BASIC: [(&str, DataType); 13] = [
    ("rtText", DataType::Text),
    ("rtInteger", DataType::Integer),
    ("rtLongInteger", DataType::LongInteger),
    ("rtDecimal", DataType::Decimal),
    ("rtBoolean", DataType::Boolean),
    ("rtDateTime", DataType::DateTime),
    ("rtDate", DataType::Date),
    ("rtTime", DataType::Time),
    ("rtPhoneNumber", DataType::PhoneNumber),
    ("rtEmail", DataType::Email),
    ("rtBinaryData", DataType::BinaryData),
    ("rtCurrency", DataType::Currency),
    ("rtObject", DataType::Object),
];

/// The name of the type of a record.
pub(super) const RECORD: &str = "rtRecord";

/// The name of the type of a record list.
pub(super) const RECORD_LIST: &str = "rtRecordList";

/// The type of a parameter or an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum XifType {
    /// One that an extension's definition can express.
    Known(DataType),
    /// Any other.
    Other(OtherType),
}

/// A type as the file names it: one of no known name, or a record of what is not one structure of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherType {
    /// Its name, for instance `rtRecord`.
    pub name: String,
    /// What it is a record of: names of structures and entities, or keys where nothing has the key.
    pub records: Vec<String>,
}

impl XifType {
    /// The type called `name`, where it is a basic one.
    pub(super) fn basic(name: &str) -> Option<Self> {
        let mut table = BASIC.into_iter();
        let (_, data_type) = table.find(|(known, _)| *known == name)?;
        Some(Self::Known(data_type))
    }

    /// The type as a definition has it.
    pub fn known(&self) -> Option<&DataType> {
        match self {
            Self::Known(data_type) => Some(data_type),
            Self::Other(_) => None,
        }
    }
}

impl fmt::Display for XifType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(data_type) => data_type.fmt(f),
            Self::Other(other) => other.fmt(f),
        }
    }
}

impl fmt::Display for OtherType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.records.as_slice() {
            [] => f.write_str(&self.name),
            records => write!(f, "{} of {}", self.name, records.join(" and ")),
        }
    }
}
