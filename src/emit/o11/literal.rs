use super::types::CSharpType;
use crate::extension::DataType;

/// The C# of a literal of the OutSystems expression language; none for any other expression.
///
/// Text is in double quotes and doubles those inside, Boolean is `True` or `False` in any case, and the
/// types without literals have a function for their null value. No expression is that value, too.
pub(super) fn csharp_literal(data_type: &DataType, expression: &str) -> Option<String> {
    let expression = expression.trim();
    let CSharpType::Basic(basic) = CSharpType::of(data_type) else {
        return None;
    };
    let initial = || Some(basic.initial.to_owned());
    match (basic.csharp, expression) {
        (_, "")
        | ("DateTime", "NullDate()")
        | ("byte[]", "NullBinary()")
        | ("object", "NullObject()") => initial(),
        ("string", text) => text_literal(text),
        ("bool", boolean) => match boolean.to_lowercase().as_str() {
            literal @ ("true" | "false") => Some(literal.to_owned()),
            _ => None,
        },
        ("int", integer) => integer.parse::<i32>().ok().map(|i| i.to_string()),
        ("long", integer) => integer.parse::<i64>().ok().map(|i| format!("{i}L")),
        ("decimal", decimal) if is_decimal(decimal) => Some(format!("{decimal}M")),
        _ => None,
    }
}

fn text_literal(expression: &str) -> Option<String> {
    let quoted = expression.strip_prefix('"')?.strip_suffix('"')?;
    let rest = quoted.replace("\"\"", "");
    if rest.contains(|c: char| c == '"' || c.is_control()) {
        return None;
    }
    let escaped = quoted.replace('\\', "\\\\").replace("\"\"", "\\\"");
    Some(format!("\"{escaped}\""))
}

fn is_decimal(expression: &str) -> bool {
    let digits = expression.strip_prefix('-').unwrap_or(expression);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_become_those_of_csharp() {
        let cases = [
            (DataType::Boolean, "True", Some("true")),
            (DataType::Integer, "-5", Some("-5")),
            (DataType::LongInteger, "5", Some("5L")),
            (DataType::Decimal, "1.50", Some("1.50M")),
            (
                DataType::Text,
                r#""say ""no"" \""#,
                Some(r#""say \"no\" \\""#),
            ),
            (DataType::Text, "", Some(r#""""#)),
            (
                DataType::Date,
                "NullDate()",
                Some("new DateTime(1900, 1, 1, 0, 0, 0)"),
            ),
            (DataType::Integer, "1 + 1", None),
            (DataType::Integer, "9999999999", None),
            (DataType::Decimal, "1.", None),
            (DataType::Text, r#""a" + "b""#, None),
            (DataType::DateTime, "CurrDateTime()", None),
        ];
        for (data_type, expression, expected) in cases {
            assert_eq!(
                csharp_literal(&data_type, expression).as_deref(),
                expected,
                "{expression}"
            );
        }
    }
}
