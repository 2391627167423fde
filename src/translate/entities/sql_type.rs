//! Types of columns in SQL Server, and what Integration Studio makes of them (O11.md §1.8).

use crate::clr::{AssemblySet, TypeKind, TypeUse};
use crate::extension::DataType;
use crate::metadata::signature::ElementType;
use std::fmt;

/// The type of a column: `int`, `nvarchar(50)`, `decimal(18, 2)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SqlType {
    /// Its name, in lower case.
    name: String,
    size: Size,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Default,
    /// `(max)`.
    Max,
    /// Characters or bytes.
    Length(u32),
    /// All digits, and decimals.
    Digits(u32, u32),
}

/// What an attribute is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) data_type: DataType,
    pub(super) length: Option<u32>,
    pub(super) decimals: Option<u32>,
}

/// What Integration Studio makes of a column.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Import {
    Attribute(Content),
    /// An attribute that is ignored.
    Ignored,
    /// The type is none of SQL Server.
    Unknown,
}

/// What limits the values of a property.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    /// Most characters or bytes.
    pub(super) length: Option<u32>,
    /// All digits, and decimals.
    pub(super) precision: Option<(u32, u32)>,
}

impl SqlType {
    fn new(name: &str, size: Size) -> Self {
        Self {
            name: name.to_owned(),
            size,
        }
    }

    fn plain(name: &str) -> Self {
        Self::new(name, Size::Default)
    }

    fn of_length(name: &str, length: Option<u32>) -> Self {
        Self::new(name, length.map_or(Size::Max, Size::Length))
    }

    /// From a declaration: `Decimal(10,2) NOT NULL`.
    pub(super) fn parse(declaration: &str) -> Self {
        let declaration = declaration.trim();
        let end = declaration.find(|c: char| c == '(' || c.is_whitespace());
        let (name, rest) = declaration.split_at(end.unwrap_or(declaration.len()));
        let inner = rest.trim_start().strip_prefix('(');
        let inner = inner.and_then(|inner| Some(inner.split_once(')')?.0));
        let mut numbers = inner.into_iter().flat_map(|inner| inner.split(','));
        let mut number = || numbers.next().map(|text| text.trim().parse());
        let size = match (number(), number()) {
            (Some(Ok(all)), Some(Ok(decimals))) => Size::Digits(all, decimals),
            (Some(Ok(length)), _) => Size::Length(length),
            (Some(Err(_)), _) => Size::Max,
            (None, _) => Size::Default,
        };
        Self {
            name: name.to_ascii_lowercase(),
            size,
        }
    }

    /// The one that Entity Framework gives a property of type `ty`, if a column can hold it.
    pub(super) fn of<'m>(
        set: &'m AssemblySet<'m>,
        ty: &TypeUse<'m>,
        limits: Limits,
    ) -> Option<Self> {
        match ty {
            TypeUse::Primitive(element) => Self::of_primitive(*element, limits),
            TypeUse::Array(element) => match **element {
                TypeUse::Primitive(ElementType::U1) => {
                    Some(Self::of_length("varbinary", limits.length))
                }
                _ => None,
            },
            TypeUse::Named(named) => {
                if let ("System.Nullable`1", [inner]) =
                    (named.name.to_string().as_str(), named.arguments.as_slice())
                {
                    return Self::of(set, inner, limits);
                }
                if let Some(known) = Self::of_known(&named.name.to_string(), limits) {
                    return Some(known);
                }
                let definition = set.definition(named).ok()?;
                if definition.kind() != TypeKind::Enum {
                    return None;
                }
                let mut fields = definition.fields().filter_map(Result::ok);
                let value = fields.find(|field| !field.is_static())?;
                Self::of(set, &value.ty().ok()?, limits)
            }
            _ => None,
        }
    }

    fn of_primitive(element: ElementType, limits: Limits) -> Option<Self> {
        Some(match element {
            ElementType::String => Self::of_length("nvarchar", limits.length),
            ElementType::Char => Self::of_length("nvarchar", Some(1)),
            ElementType::Boolean => Self::plain("bit"),
            ElementType::U1 => Self::plain("tinyint"),
            ElementType::I1 | ElementType::I2 => Self::plain("smallint"),
            ElementType::U2 | ElementType::I4 => Self::plain("int"),
            ElementType::U4 | ElementType::I8 => Self::plain("bigint"),
            ElementType::U8 => Self::new("decimal", Size::Digits(20, 0)),
            ElementType::R4 => Self::plain("real"),
            ElementType::R8 => Self::plain("float"),
            _ => return None,
        })
    }

    fn of_known(full_name: &str, limits: Limits) -> Option<Self> {
        Some(match full_name {
            "System.Decimal" => {
                let (all, decimals) = limits.precision.unwrap_or((18, 2));
                Self::new("decimal", Size::Digits(all, decimals))
            }
            "System.DateTime" => Self::plain("datetime"),
            "System.DateOnly" => Self::plain("date"),
            "System.TimeOnly" | "System.TimeSpan" => Self::plain("time"),
            "System.DateTimeOffset" => Self::plain("datetimeoffset"),
            "System.Guid" => Self::plain("uniqueidentifier"),
            "System.Data.Linq.Binary" => Self::of_length("varbinary", limits.length),
            "System.Xml.Linq.XDocument" | "System.Xml.Linq.XElement" => Self::plain("xml"),
            _ => return None,
        })
    }

    /// What Integration Studio makes of the column.
    pub(super) fn import(&self) -> Import {
        let length = match self.size {
            Size::Length(length) => Some(length),
            Size::Default | Size::Max | Size::Digits(..) => None,
        };
        let (data_type, length, decimals) = match self.name.as_str() {
            "char" | "varchar" | "nchar" | "nvarchar" => (DataType::Text, length, None),
            "text" | "ntext" | "xml" | "real" | "float" => (DataType::Text, None, None),
            "uniqueidentifier" => (DataType::Text, Some(36), None),
            "time" => (DataType::Text, Some(16), None),
            "datetimeoffset" => (DataType::Text, Some(34), None),
            "tinyint" | "smallint" | "int" => (DataType::Integer, None, None),
            "bigint" => (DataType::LongInteger, None, None),
            "bit" => (DataType::Boolean, None, None),
            "date" => (DataType::Date, None, None),
            "datetime" | "datetime2" | "smalldatetime" => (DataType::DateTime, None, None),
            "binary" | "image" | "varbinary" => (DataType::BinaryData, None, None),
            "money" => (DataType::Decimal, Some(19), Some(4)),
            "smallmoney" => (DataType::Decimal, Some(10), Some(4)),
            "dec" | "decimal" | "numeric" => self.number(),
            "geography" | "geometry" | "hierarchyid" | "rowversion" | "sql_variant"
            | "timestamp" => return Import::Ignored,
            _ => return Import::Unknown,
        };
        Import::Attribute(Content {
            data_type,
            length,
            decimals,
        })
    }

    fn number(&self) -> (DataType, Option<u32>, Option<u32>) {
        let (all, decimals) = match self.size {
            Size::Digits(all, decimals) => (all, decimals),
            Size::Length(all) => (all, 0),
            Size::Default | Size::Max => (18, 0),
        };
        match (all, decimals) {
            (1..=9, 0) => (DataType::Integer, None, None),
            (10..=18, 0) => (DataType::LongInteger, None, None),
            (..=28, ..=8) => (DataType::Decimal, Some(all), Some(decimals)),
            _ => (DataType::Text, None, None),
        }
    }
}

/// Writes it as SQL does.
impl fmt::Display for SqlType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match self.size {
            Size::Default => Ok(()),
            Size::Max => f.write_str("(max)"),
            Size::Length(length) => write!(f, "({length})"),
            Size::Digits(all, decimals) => write!(f, "({all},{decimals})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_read_as_far_as_they_matter() {
        for (declaration, expected) in [
            ("int", "int"),
            ("NVarChar(50) NOT NULL", "nvarchar(50)"),
            ("VarBinary(MAX)", "varbinary(max)"),
            ("Decimal( 10 , 2 )", "decimal(10,2)"),
            ("Int NOT NULL IDENTITY", "int"),
            ("(", ""),
        ] {
            assert_eq!(SqlType::parse(declaration).to_string(), expected);
        }
    }

    #[test]
    fn columns_become_what_integration_studio_makes_of_them() {
        let import = |declaration| match SqlType::parse(declaration).import() {
            Import::Attribute(content) => {
                let number =
                    |number: Option<u32>| number.map_or(String::new(), |n| format!(" {n}"));
                let (length, decimals) = (number(content.length), number(content.decimals));
                format!("{}{length}{decimals}", content.data_type)
            }
            other => format!("{other:?}"),
        };
        for (declaration, expected) in [
            ("nvarchar(50)", "Text 50"),
            ("nvarchar(max)", "Text"),
            ("float", "Text"),
            ("tinyint", "Integer"),
            ("decimal(9,0)", "Integer"),
            ("decimal(18)", "Long Integer"),
            ("decimal(20,0)", "Decimal 20 0"),
            ("numeric(10,2)", "Decimal 10 2"),
            ("decimal(28,9)", "Text"),
            ("date", "Date"),
            ("rowversion", "Ignored"),
            ("jsonb", "Unknown"),
        ] {
            assert_eq!(import(declaration), expected, "{declaration}");
        }
    }
}
