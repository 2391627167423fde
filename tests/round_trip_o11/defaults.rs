//! The defaults of an extension's parameters, as a C# class for the programs that check them.

use dllift::emit::o11::{CSharpType, lower};
use dllift::extension::{DataType, Extension};
use std::fmt::Write;

/// `Default`, with a field `<Action>_<Parameter>` for each parameter that has a default.
pub(crate) fn class(extension: &Extension) -> String {
    let mut class = "using System;\n\nstatic class Default\n{\n".to_owned();
    for action in &lower(extension).extension().actions {
        for input in &action.inputs {
            if let Some(default) = &input.default {
                let ty = CSharpType::of(&input.data_type);
                let value = literal(&input.data_type, default);
                let (action, input) = (&action.name, &input.name);
                writeln!(
                    class,
                    "    public static readonly {ty} {action}_{input} = {value};"
                )
                .unwrap();
            }
        }
    }
    class + "}\n"
}

/// What the OutSystems expression `expression` says, in C#.
fn literal(data_type: &DataType, expression: &str) -> String {
    match (data_type, expression) {
        (DataType::Text, _) => text(expression),
        (DataType::Integer, _) => expression.to_owned(),
        (DataType::LongInteger, _) => format!("{expression}L"),
        (DataType::Decimal, _) => format!("{expression}M"),
        (DataType::Boolean, "True") => "true".to_owned(),
        (DataType::Boolean, "False") => "false".to_owned(),
        (DataType::DateTime | DataType::Date | DataType::Time, "NullDate()") => {
            "new DateTime(1900, 1, 1)".to_owned()
        }
        (DataType::DateTime, _) => date_time(expression),
        (DataType::Time, _) => date_time(&format!("1900-01-01 {}", expression.trim_matches('#'))),
        (DataType::BinaryData, "NullBinary()") => "new byte[0]".to_owned(),
        (DataType::Object, "NullObject()") => "null".to_owned(),
        _ => panic!("no literal of type {data_type}: {expression}"),
    }
}

/// `"a ""b""" + NewLine()`.
fn text(expression: &str) -> String {
    let mut said = String::new();
    let mut rest = expression;
    loop {
        if let Some(after) = rest.strip_prefix("NewLine()") {
            said.push_str("\r\n");
            rest = after;
        } else {
            rest = rest.strip_prefix('"').expect(expression);
            loop {
                let (part, after) = rest.split_once('"').expect(expression);
                said.push_str(part);
                rest = after;
                match rest.strip_prefix('"') {
                    Some(after) => rest = after,
                    None => break,
                }
                said.push('"');
            }
        }
        match rest.strip_prefix(" + ") {
            Some(after) => rest = after,
            None => break,
        }
    }
    assert_eq!(rest, "", "{expression}");
    let units = said.encode_utf16();
    let escaped: String = units.map(|unit| format!("\\u{unit:04x}")).collect();
    format!("\"{escaped}\"")
}

/// `#2026-01-31 13:45:00#`.
fn date_time(expression: &str) -> String {
    let parts: Vec<String> = expression
        .trim_matches('#')
        .split(['-', ' ', ':'])
        .map(|part| part.parse::<u32>().expect(expression).to_string())
        .collect();
    assert_eq!(parts.len(), 6, "{expression}");
    format!("new DateTime({})", parts.join(", "))
}
