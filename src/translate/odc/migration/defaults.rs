use crate::extension::DataType;
use crate::translate::csharp::string_literal;

/// C# of the default of an optional input: of its OutSystems expression, or of the type's empty value where it
/// has none. `None` for an expression that is more than a literal.
pub(super) fn code(expression: Option<&str>, data_type: &DataType) -> Option<String> {
    let Some(expression) = expression.map(str::trim).filter(|text| !text.is_empty()) else {
        return empty(data_type);
    };
    match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => {
            let text = expression.strip_prefix('"')?.strip_suffix('"')?;
            let rest = text.replace("\"\"", "");
            (!rest.contains('"')).then(|| string_literal(text.replace("\"\"", "\"").encode_utf16()))
        }
        DataType::Integer => Some(expression.parse::<i32>().ok()?.to_string()),
        DataType::LongInteger => Some(format!("{}L", expression.parse::<i64>().ok()?)),
        DataType::Decimal | DataType::Currency => {
            let digits = expression.strip_prefix('-').unwrap_or(expression);
            let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
            let is_number = |text: &str| {
                (1..=28).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
            };
            let is_decimal = is_number(whole) && is_number(fraction);
            (is_decimal && whole.len() + fraction.len() <= 28).then(|| format!("{expression}m"))
        }
        DataType::Boolean if expression.eq_ignore_ascii_case("true") => Some("true".to_owned()),
        DataType::Boolean if expression.eq_ignore_ascii_case("false") => Some("false".to_owned()),
        DataType::DateTime | DataType::Date | DataType::Time
            if expression.eq_ignore_ascii_case("NullDate()") =>
        {
            empty(data_type)
        }
        DataType::BinaryData if expression.eq_ignore_ascii_case("NullBinary()") => empty(data_type),
        _ => None,
    }
}

fn empty(data_type: &DataType) -> Option<String> {
    let code = match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => "\"\"",
        DataType::Integer => "0",
        DataType::LongInteger => "0L",
        DataType::Decimal | DataType::Currency => "0m",
        DataType::Boolean => "false",
        DataType::DateTime | DataType::Date | DataType::Time => "new System.DateTime(1900, 1, 1)",
        DataType::BinaryData => "new byte[] {}",
        DataType::Object | DataType::Structure { .. } | DataType::List { .. } => return None,
    };
    Some(code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::code;
    use crate::extension::DataType;

    #[test]
    fn literals_become_literals() {
        for (expression, data_type, expected) in [
            ("30", DataType::Integer, Some("30")),
            ("-7", DataType::LongInteger, Some("-7L")),
            ("3.5", DataType::Decimal, Some("3.5m")),
            ("-2", DataType::Currency, Some("-2m")),
            ("True", DataType::Boolean, Some("true")),
            (
                "\"say \"\"no\"\"\"",
                DataType::Text,
                Some("\"say \\\"no\\\"\""),
            ),
            ("", DataType::Date, Some("new System.DateTime(1900, 1, 1)")),
            ("CurrDate()", DataType::Date, None),
            ("1 + 1", DataType::Integer, None),
            ("\"a\" + \"b\"", DataType::Text, None),
            ("1e5", DataType::Decimal, None),
            ("", DataType::structure("Loan"), None),
        ] {
            let found = code(Some(expression), &data_type);
            assert_eq!(found.as_deref(), expected, "{expression}");
        }
    }
}
