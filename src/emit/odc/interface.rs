use super::attribute::Attribute;
use super::names::CodeNames;
use super::signature::Signature;
use crate::emit::csharp::CodeWriter;
use crate::extension::{Extension, Parameter};

/// What files with attributes begin with.
pub(super) const USINGS: &str = "\
using System;
using System.Collections.Generic;
using OutSystems.ExternalLibraries.SDK;
";

/// Name of the icon's file, and the end of its name as a resource.
pub(super) const ICON: &str = "icon.png";

/// `I<Name>.cs`: the actions, which `original` gives the names that they had first.
pub(super) fn interface(
    definition: &Extension,
    names: &CodeNames,
    signatures: &[Signature<'_>],
    original: impl Fn(usize) -> Option<String>,
) -> String {
    let CodeNames {
        namespace,
        interface,
        ..
    } = names;
    let first = definition.original_name.as_ref();
    let first = first.map(|first| format!("{namespace}.{first}"));
    let attribute = Attribute::new("OSInterface")
        .text("Name", &definition.name)
        .text("Description", &definition.description)
        .text("IconResourceName", &format!("{namespace}.{ICON}"))
        .text("OriginalName", first.as_deref().unwrap_or_default());
    let mut w = CodeWriter::new();
    w.lines(USINGS);
    w.blank();
    w.line(format_args!("namespace {namespace};"));
    w.blank();
    w.line(format_args!(
        "/// <summary>The actions of the external library {}.</summary>",
        definition.name
    ));
    w.line(attribute.write());
    w.open(format_args!("public interface {interface} {{"));
    for (at, signature) in signatures.iter().enumerate() {
        if at > 0 {
            w.blank();
        }
        let first = original(at).unwrap_or_default();
        w.line(action(signature, &first).write());
        let parameters = signature.parameters(|parameter| Some(described(parameter)));
        write_parameters(&mut w, &signature.head(), &parameters, ";");
    }
    w.close("}");
    w.finish()
}

fn action(signature: &Signature<'_>, original: &str) -> Attribute {
    let attribute = Attribute::new("OSAction").text("Description", &signature.action.description);
    let attribute = match signature.returned() {
        Some(returned) => attribute
            .text("ReturnName", &returned.name)
            .text("ReturnDescription", &returned.description)
            .data_type("ReturnType", &returned.data_type),
        None => attribute,
    };
    attribute.text("OriginalName", original)
}

fn described(parameter: &Parameter) -> Attribute {
    let mut description = parameter.description.clone();
    if let Some(default) = parameter
        .default
        .as_ref()
        .filter(|default| is_telling(default))
    {
        if !description.is_empty() {
            description.push(' ');
        }
        description.push_str(&format!("Default: {default}."));
    }
    Attribute::new("OSParameter")
        .text("Description", &description)
        .data_type("DataType", &parameter.data_type)
}

/// Whether the default is more than the type's empty value.
fn is_telling(default: &str) -> bool {
    !default.is_empty() && default != "\"\"" && !default.starts_with("Null")
}

/// Writes a method's declaration, a line for each parameter where there are several.
pub(super) fn write_parameters(w: &mut CodeWriter, head: &str, parameters: &[String], end: &str) {
    match parameters {
        [] => w.line(format_args!("{head}(){end}")),
        [one] if one.len() + head.len() < 100 => w.line(format_args!("{head}({one}){end}")),
        [others @ .., last] => {
            w.open(format_args!("{head}("));
            for parameter in others {
                w.line(format_args!("{parameter},"));
            }
            w.line(format_args!("{last}){end}"));
            w.dedent();
        }
    }
}
