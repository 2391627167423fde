use crate::extension::DataType;
use crate::translate::csharp::string_literal;

/// A C# attribute with named arguments, as it is written down.
pub(super) struct Attribute {
    name: &'static str,
    arguments: Vec<String>,
}

impl Attribute {
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            arguments: Vec::new(),
        }
    }

    /// Adds a text, unless it is empty.
    pub(super) fn text(mut self, name: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.arguments.push(format!("{name} = {}", literal(value)));
        }
        self
    }

    /// Adds C# of any other value.
    pub(super) fn code(mut self, name: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.arguments.push(format!("{name} = {value}"));
        }
        self
    }

    /// Says which OutSystems type is meant, where the C# type has several.
    pub(super) fn data_type(self, name: &str, data_type: &DataType) -> Self {
        let chosen = match data_type {
            DataType::Date => "Date",
            DataType::Time => "Time",
            DataType::PhoneNumber => "PhoneNumber",
            DataType::Email => "Email",
            DataType::Currency => "Currency",
            _ => return self,
        };
        self.code(name, Some(format!("OSDataType.{chosen}")))
    }

    /// The attribute in brackets; nothing of it where it says nothing.
    pub(super) fn unless_empty(self) -> Option<String> {
        (!self.arguments.is_empty()).then(|| self.write())
    }

    /// The attribute in brackets.
    pub(super) fn write(self) -> String {
        match self.arguments.as_slice() {
            [] => format!("[{}]", self.name),
            arguments => format!("[{}({})]", self.name, arguments.join(", ")),
        }
    }
}

/// A C# literal of a text.
pub(super) fn literal(text: &str) -> String {
    string_literal(text.encode_utf16())
}
