use crate::emit::lower::element_name;
use crate::extension::DataType;
use std::fmt;

/// How generated C# handles a basic OutSystems type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Basic {
    /// The C# type.
    pub csharp: &'static str,
    /// The expression with which outputs and attributes start.
    pub initial: &'static str,
    /// The method that reads it from a database row; none for `Object`.
    pub reader: Option<&'static str>,
    /// The `TypeKind` under which the debugger shows it; none for `Object`.
    pub kind: Option<&'static str>,
}

impl Basic {
    const fn new(
        csharp: &'static str,
        initial: &'static str,
        reader: &'static str,
        kind: &'static str,
    ) -> Self {
        Self {
            csharp,
            initial,
            reader: Some(reader),
            kind: Some(kind),
        }
    }
}

const NULL_DATE: &str = "new DateTime(1900, 1, 1, 0, 0, 0)";

const TEXT: Basic = Basic::new("string", "\"\"", "ReadText", "Text");
const INTEGER: Basic = Basic::new("int", "0", "ReadInteger", "Integer");
const LONG_INTEGER: Basic = Basic::new("long", "0L", "ReadLongInteger", "LongInteger");
const DECIMAL: Basic = Basic::new("decimal", "0.0M", "ReadDecimal", "Decimal");
const BOOLEAN: Basic = Basic::new("bool", "false", "ReadBoolean", "Boolean");
const DATE_TIME: Basic = Basic::new("DateTime", NULL_DATE, "ReadDateTime", "DateTime");
const DATE: Basic = Basic::new("DateTime", NULL_DATE, "ReadDate", "Date");
const TIME: Basic = Basic::new("DateTime", NULL_DATE, "ReadTime", "Time");
const PHONE_NUMBER: Basic = Basic::new("string", "\"\"", "ReadText", "PhoneNumber");
const BINARY_DATA: Basic = Basic::new("byte[]", "new byte[] {}", "ReadBinaryData", "BinaryData");
// No published extension shows a kind of their own for Email and Currency, and an enum member that
// does not exist would stop the platform's compiler; the kind of their C# type is certain.
const EMAIL: Basic = TEXT;
const CURRENCY: Basic = DECIMAL;
const OBJECT: Basic = Basic {
    csharp: "object",
    initial: "null",
    reader: None,
    kind: None,
};

/// What a lowered [`DataType`] is in the generated C#.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CSharpType {
    /// A basic type.
    Basic(Basic),
    /// The record of the structure with this name.
    Record(String),
    /// The record list of the structure with this name.
    RecordList(String),
}

impl CSharpType {
    /// The C# of `data_type`, which [`lower`](super::lower()) has made a type that O11 knows.
    pub fn of(data_type: &DataType) -> Self {
        Self::Basic(match data_type {
            DataType::Text => TEXT,
            DataType::Integer => INTEGER,
            DataType::LongInteger => LONG_INTEGER,
            DataType::Decimal => DECIMAL,
            DataType::Boolean => BOOLEAN,
            DataType::DateTime => DATE_TIME,
            DataType::Date => DATE,
            DataType::Time => TIME,
            DataType::PhoneNumber => PHONE_NUMBER,
            DataType::Email => EMAIL,
            DataType::BinaryData => BINARY_DATA,
            DataType::Currency => CURRENCY,
            DataType::Object => OBJECT,
            DataType::Structure { name } => return Self::Record(name.clone()),
            DataType::List { of } => return Self::RecordList(element_name(of)),
        })
    }

    /// The expression with which an output parameter or an attribute starts.
    pub fn initial(&self) -> String {
        match self {
            Self::Basic(basic) => basic.initial.to_owned(),
            Self::Record(_) => format!("new {self}(null)"),
            Self::RecordList(_) => format!("new {self}()"),
        }
    }
}

/// Writes the name of the type.
impl fmt::Display for CSharpType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Basic(basic) => f.write_str(basic.csharp),
            Self::Record(structure) => f.write_str(&record_name(structure)),
            Self::RecordList(structure) => f.write_str(&record_list_name(structure)),
        }
    }
}

/// The namespace, root namespace and assembly name of an extension: `OutSystems.Nss<Ext>`.
pub fn namespace(extension: &str) -> String {
    format!("OutSystems.Nss{extension}")
}

/// The C# name of a parameter or an attribute: `ss<Name>`.
pub fn parameter_name(name: &str) -> String {
    format!("{PARAMETER}{name}")
}

/// How the C# names of parameters and attributes begin.
pub(super) const PARAMETER: &str = "ss";

/// The C# struct of a structure: `ST<Name>Structure`.
pub fn structure_name(structure: &str) -> String {
    format!("ST{structure}Structure")
}

/// The C# struct of a row of an entity: `EN<Name>EntityRecord`.
pub fn entity_record_name(entity: &str) -> String {
    format!("EN{entity}EntityRecord")
}

/// The C# struct of the record of a structure: `RC<Name>Record`.
pub fn record_name(structure: &str) -> String {
    format!("RC{structure}Record")
}

/// The C# class of the record list of a structure: `RL<Name>RecordList`.
pub fn record_list_name(structure: &str) -> String {
    format!("RL{structure}RecordList")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_named_and_start_as_the_platform_does() {
        let list = CSharpType::of(&DataType::structure("Loan").into_list());
        assert_eq!(list.to_string(), "RLLoanRecordList");
        assert_eq!(list.initial(), "new RLLoanRecordList()");
        let record = CSharpType::of(&DataType::structure("Loan"));
        assert_eq!(record.to_string(), "RCLoanRecord");
        assert_eq!(record.initial(), "new RCLoanRecord(null)");
        let binary = CSharpType::of(&DataType::BinaryData);
        assert_eq!(binary.to_string(), "byte[]");
        assert_eq!(binary.initial(), "new byte[] {}");
    }
}
