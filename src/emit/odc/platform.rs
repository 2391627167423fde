use crate::emit::csharp::Platform;
use crate::emit::lower::{Lowered, Wrapper};
use crate::extension::DataType;
use crate::translate::csharp::escape;
use crate::translate::type_map::{Code, Helper, Scalar};

/// Values in the code of an external library: structs, and lists.
pub(super) struct Structs(pub(super) Lowered);

/// ODC's Date Time is in UTC.
const FROM_DATE_TIME: Code = Code::Body(
    "\
if (value == default(System.DateTime)) {
	return new System.DateTime(1900, 1, 1);
}
return value.Kind == System.DateTimeKind.Local ? value.ToUniversalTime() : value;",
);

// Structs compare their lists by identity, so that no `==` would do.
const IS_NEW: Helper = Helper {
    name: "IsNew",
    code: "\
private static bool IsNew(object record) {
	object empty = System.Activator.CreateInstance(record.GetType());
	foreach (System.Reflection.FieldInfo field in record.GetType().GetFields()) {
		object value = field.GetValue(record);
		bool isEmpty = value switch {
			null => true,
			System.Collections.ICollection items => items.Count == 0,
			_ when value.GetType().Namespace == record.GetType().Namespace => IsNew(value),
			_ => value.Equals(field.GetValue(empty))
		};
		if (!isEmpty) {
			return false;
		}
	}
	return true;
}",
};

impl Structs {
    /// Whether null can stand for a value without `Nullable<T>`.
    pub(super) fn is_reference(data_type: &DataType) -> bool {
        matches!(
            data_type,
            DataType::Text
                | DataType::PhoneNumber
                | DataType::Email
                | DataType::BinaryData
                | DataType::Object
                | DataType::List { .. }
        )
    }
}

impl Platform for Structs {
    fn type_of(&self, data_type: &DataType) -> String {
        match data_type {
            DataType::Text | DataType::PhoneNumber | DataType::Email => "string".to_owned(),
            DataType::Integer => "int".to_owned(),
            DataType::LongInteger => "long".to_owned(),
            DataType::Decimal | DataType::Currency => "decimal".to_owned(),
            DataType::Boolean => "bool".to_owned(),
            DataType::DateTime | DataType::Date | DataType::Time => "DateTime".to_owned(),
            DataType::BinaryData => "byte[]".to_owned(),
            DataType::Object => "object".to_owned(),
            DataType::Structure { name } => type_name(name),
            DataType::List { of } => format!("List<{}>", self.item(of)),
        }
    }

    fn initial(&self, data_type: &DataType) -> String {
        match data_type {
            DataType::Text | DataType::PhoneNumber | DataType::Email => "\"\"".to_owned(),
            DataType::Integer => "0".to_owned(),
            DataType::LongInteger => "0L".to_owned(),
            DataType::Decimal | DataType::Currency => "0m".to_owned(),
            DataType::Boolean => "false".to_owned(),
            DataType::DateTime | DataType::Date | DataType::Time => {
                "new DateTime(1900, 1, 1)".to_owned()
            }
            DataType::BinaryData => "new byte[] {}".to_owned(),
            DataType::Object => "null".to_owned(),
            DataType::Structure { .. } | DataType::List { .. } => {
                format!("new {}()", self.type_of(data_type))
            }
        }
    }

    fn attribute(&self, record: &str, _structure: &str, attribute: &str) -> String {
        format!("{record}.{}", escape(attribute))
    }

    // A struct that nobody filled has null where a new one is empty.
    fn held(&self, data_type: &DataType, place: String) -> String {
        match data_type {
            _ if Self::is_reference(data_type) => {
                format!("({place} ?? {})", self.initial(data_type))
            }
            _ => place,
        }
    }

    fn wrapper(&self, element: &DataType) -> Option<&Wrapper> {
        self.0.wrapper(element)
    }

    fn item(&self, element: &DataType) -> String {
        match self.0.wrapper(element) {
            Some(wrapper) => type_name(&wrapper.structure),
            None => self.type_of(element),
        }
    }

    fn items(&self, list: &str) -> String {
        format!("{list} ?? []")
    }

    fn append(&self) -> &'static str {
        "Add"
    }

    fn count(&self) -> &'static str {
        "Count"
    }

    fn empty_record(&self) -> (&'static str, &'static [&'static Helper]) {
        ("IsNew({})", &[&IS_NEW])
    }

    fn modifiers(&self) -> &'static str {
        "internal static"
    }

    fn code_from_net(&self, row: &'static Scalar) -> &'static Code {
        match row.net {
            "System.DateTime" => &FROM_DATE_TIME,
            _ => &row.from_net,
        }
    }
}

/// The name of a struct in C#: of lower-case letters alone, it could be a word of the language some day.
pub(super) fn type_name(name: &str) -> String {
    match name.bytes().all(|b| b.is_ascii_lowercase()) {
        true => format!("@{name}"),
        false => name.to_owned(),
    }
}
