use super::attribute::{Attribute, literal};
use super::interface::USINGS;
use super::names::CodeNames;
use super::platform::{Structs, type_name};
use crate::emit::csharp::{CodeWriter, Platform};
use crate::extension::{self, DataType, Structure};
use crate::translate::csharp::escape;

/// Length of a Text attribute whose length nobody says. The SDK's own default is 50, which is short.
const TEXT_LENGTH: u32 = 2000;

/// Digits of a Decimal attribute, and those after the point.
const DECIMAL: (u32, u32) = (37, 8);

/// `Structures.cs`: a struct for each structure. `original` gives the name that a structure had first, or one of
/// its attributes.
pub(super) fn structures(
    structs: &Structs,
    names: &CodeNames,
    original: impl Fn(&Structure, Option<&extension::Attribute>) -> Option<String>,
) -> String {
    let mut w = CodeWriter::new();
    w.lines(USINGS);
    w.blank();
    w.line(format_args!("namespace {};", names.namespace));
    for structure in &structs.0.extension().structures {
        w.blank();
        let first = original(structure, None);
        let attribute = Attribute::new("OSStructure")
            .text("Description", &structure.description)
            .text("OriginalName", first.as_deref().unwrap_or_default());
        w.line(attribute.write());
        let name = type_name(&structure.name);
        w.open(format_args!("public struct {name} {{"));
        for attribute in &structure.attributes {
            let first = original(structure, Some(attribute));
            w.line(
                field(attribute)
                    .text("OriginalName", first.as_deref().unwrap_or_default())
                    .write(),
            );
            let (ty, initial) = (
                structs.type_of(&attribute.data_type),
                structs.initial(&attribute.data_type),
            );
            let field = escape(&attribute.name);
            w.line(format_args!("public {ty} {field} = {initial};"));
            w.blank();
        }
        w.open(format_args!("public {name}() {{"));
        w.close("}");
        w.close("}");
    }
    w.finish()
}

fn field(attribute: &extension::Attribute) -> Attribute {
    let (length, decimals) = match attribute.data_type {
        DataType::Text => (Some(attribute.length.unwrap_or(TEXT_LENGTH)), None),
        DataType::Decimal => (
            Some(attribute.length.unwrap_or(DECIMAL.0)),
            Some(attribute.decimals.unwrap_or(DECIMAL.1)),
        ),
        _ => (None, None),
    };
    Attribute::new("OSStructureField")
        .text("Description", &attribute.description)
        .code("Length", length.map(|length| length.to_string()))
        .code("Decimals", decimals.map(|decimals| decimals.to_string()))
        .data_type("DataType", &attribute.data_type)
        .code(
            "IsMandatory",
            attribute.mandatory.then(|| "true".to_owned()),
        )
        .code(
            "DefaultValue",
            attribute.default.as_deref().and_then(default),
        )
}

/// What the SDK takes as a default: the value itself, not an expression.
fn default(expression: &str) -> Option<String> {
    let text = expression
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match text {
        Some(text) => Some(literal(&text.replace("\"\"", "\""))),
        None if expression.is_empty() || expression.starts_with("Null") => None,
        None => Some(literal(expression)),
    }
}
