use super::line::Line;
use super::signature::{Printer, element_name};
use crate::clr::{Assembly, ReflectionName, Suffix};
use crate::metadata::attribute::{Argument, ArgumentType, AttributeValue};
use crate::metadata::signature::ElementType;
use crate::metadata::{Constant, Result, TypeDefOrRef, limits};

/// Writes the decoded value of an attribute: the keys `args` and `named`.
pub(super) fn value(
    line: &mut Line,
    assembly: &Assembly<'_>,
    value: &AttributeValue<'_>,
) -> Result<()> {
    line.key("args").begin('[');
    for fixed in &value.fixed {
        argument(line, assembly, fixed)?;
    }
    line.end(']');
    line.key("named").begin('[');
    // The oracle lists fields first.
    let fields = value.named.iter().filter(|named| named.is_field);
    let properties = value.named.iter().filter(|named| !named.is_field);
    for named in fields.chain(properties) {
        line.begin('{');
        line.key("k")
            .text(if named.is_field { "field" } else { "prop" });
        line.key("n").text(named.name);
        line.key("a");
        argument(line, assembly, &named.value)?;
        line.end('}');
    }
    line.end(']');
    Ok(())
}

/// Writes a constant as `{"t":…,"v":…}`.
pub(super) fn constant(line: &mut Line, constant: &Constant) {
    match constant {
        Constant::Boolean(value) => typed(line, "bool", |line| line.boolean(*value)),
        Constant::Char(value) => typed(line, "char", |line| line.number(*value)),
        Constant::I1(value) => typed(line, "int8", |line| line.text_of(value)),
        Constant::U1(value) => typed(line, "uint8", |line| line.text_of(value)),
        Constant::I2(value) => typed(line, "int16", |line| line.text_of(value)),
        Constant::U2(value) => typed(line, "uint16", |line| line.text_of(value)),
        Constant::I4(value) => typed(line, "int32", |line| line.text_of(value)),
        Constant::U4(value) => typed(line, "uint32", |line| line.text_of(value)),
        Constant::I8(value) => typed(line, "int64", |line| line.text_of(value)),
        Constant::U8(value) => typed(line, "uint64", |line| line.text_of(value)),
        Constant::R4(value) => typed(line, "float32", |line| float32(line, *value)),
        Constant::R8(value) => typed(line, "float64", |line| float64(line, *value)),
        Constant::String(value) => typed(line, "string", |line| line.utf16(value)),
        Constant::Null => typed(line, "nullref", Line::null),
    }
}

fn typed(line: &mut Line, ty: &str, value: impl FnOnce(&mut Line)) {
    line.begin('{');
    line.key("t").text(ty);
    line.key("v");
    value(line);
    line.end('}');
}

fn float32(line: &mut Line, value: f32) {
    line.text_of(format_args!("{:#010x}", value.to_bits()));
}

fn float64(line: &mut Line, value: f64) {
    line.text_of(format_args!("{:#018x}", value.to_bits()));
}

fn argument(line: &mut Line, assembly: &Assembly<'_>, value: &Argument<'_>) -> Result<()> {
    line.begin('{');
    line.key("t").begin_text();
    argument_type(line, value);
    line.end_text();
    line.key("v");
    bare(line, assembly, value)?;
    line.end('}');
    Ok(())
}

/// The part of an argument behind its type.
fn bare(line: &mut Line, assembly: &Assembly<'_>, value: &Argument<'_>) -> Result<()> {
    match value {
        Argument::Boolean(value) => line.boolean(*value),
        Argument::Char(value) => line.number(*value),
        Argument::I1(value) => line.text_of(value),
        Argument::U1(value) => line.text_of(value),
        Argument::I2(value) => line.text_of(value),
        Argument::U2(value) => line.text_of(value),
        Argument::I4(value) => line.text_of(value),
        Argument::U4(value) => line.text_of(value),
        Argument::I8(value) => line.text_of(value),
        Argument::U8(value) => line.text_of(value),
        Argument::R4(value) => float32(line, *value),
        Argument::R8(value) => float64(line, *value),
        Argument::String(value) => line.optional_text(*value),
        Argument::Type(None) | Argument::Array(_, None) => line.null(),
        Argument::Type(Some(name)) => type_value(line, assembly, name)?,
        Argument::Enum(_, value) => bare(line, assembly, value)?,
        Argument::Boxed(value) => argument(line, assembly, value)?,
        Argument::Array(_, Some(elements)) => {
            line.begin('[');
            for element in elements {
                argument(line, assembly, element)?;
            }
            line.end(']');
        }
    }
    Ok(())
}

fn argument_type(line: &mut Line, value: &Argument<'_>) {
    let element = match value {
        Argument::Boolean(_) => ElementType::Boolean,
        Argument::Char(_) => ElementType::Char,
        Argument::I1(_) => ElementType::I1,
        Argument::U1(_) => ElementType::U1,
        Argument::I2(_) => ElementType::I2,
        Argument::U2(_) => ElementType::U2,
        Argument::I4(_) => ElementType::I4,
        Argument::U4(_) => ElementType::U4,
        Argument::I8(_) => ElementType::I8,
        Argument::U8(_) => ElementType::U8,
        Argument::R4(_) => ElementType::R4,
        Argument::R8(_) => ElementType::R8,
        Argument::String(_) => ElementType::String,
        Argument::Type(_) => return line.part("type"),
        Argument::Boxed(_) => return line.part("boxed"),
        Argument::Enum(name, _) => return enum_type(line, name),
        Argument::Array(element, _) => {
            element_type(line, element);
            return line.part("[]");
        }
    };
    line.part(element_name(element));
}

fn element_type(line: &mut Line, ty: &ArgumentType) {
    match ty {
        ArgumentType::Primitive(element) => line.part(element_name(*element)),
        ArgumentType::SystemType => line.part("type"),
        ArgumentType::Boxed => line.part("object"),
        ArgumentType::Enum(name, _) => enum_type(line, name),
        ArgumentType::Array(element) => {
            element_type(line, element);
            line.part("[]");
        }
    }
}

fn enum_type(line: &mut Line, name: &str) {
    line.part("enum ");
    match ReflectionName::parse(name) {
        Some(name) => path(line, &name),
        None => line.part(name),
    }
}

fn path(line: &mut Line, name: &ReflectionName<'_>) {
    for (position, name) in name.path.iter().enumerate() {
        line.part(if position == 0 { "" } else { "/" });
        line.part(name);
    }
}

/// A `System.Type` by its name, as a string; as it stands where it does not follow the grammar.
fn type_value(line: &mut Line, assembly: &Assembly<'_>, text: &str) -> Result<()> {
    let Some(name) = ReflectionName::parse(text) else {
        line.text(text);
        return Ok(());
    };
    line.begin_text();
    let stands_alone = name.arguments.is_empty() && name.suffixes.is_empty();
    reflected(line, assembly, &name, stands_alone)?;
    line.end_text();
    Ok(())
}

fn reflected(
    line: &mut Line,
    assembly: &Assembly<'_>,
    name: &ReflectionName<'_>,
    stands_alone: bool,
) -> Result<()> {
    let own = assembly.find_named(name);
    let (namespace, simple) = name.outermost();
    let primitive = (namespace == "System" && name.path.len() == 1)
        .then(|| ElementType::from_system_name(simple))
        .flatten();
    match (primitive, own) {
        (Some(element), _) if !stands_alone => line.part(element_name(element)),
        (_, own) => {
            if !stands_alone {
                let is_value_type = own.is_some_and(|ty| ty.is_value_type());
                line.part(if is_value_type {
                    "valuetype "
                } else {
                    "class "
                });
            }
            match own {
                Some(ty) => {
                    Printer::new(line, assembly.metadata()).definition(ty.id(), limits::CHAIN)?;
                }
                None => {
                    line.part("[");
                    line.part(
                        name.assembly_name()
                            .unwrap_or_else(|| core_library(assembly)),
                    );
                    line.part("]");
                    path(line, name);
                }
            }
        }
    }
    for (position, argument) in name.arguments.iter().enumerate() {
        line.part(if position == 0 { "<" } else { "," });
        reflected(line, assembly, argument, false)?;
    }
    if !name.arguments.is_empty() {
        line.part(">");
    }
    for suffix in &name.suffixes {
        match suffix {
            Suffix::Pointer => line.part("*"),
            Suffix::ByRef => line.part("&"),
            Suffix::Array(1) => line.part("[]"),
            Suffix::Array(rank) => {
                line.part("[...");
                (1..*rank).for_each(|_| line.part(",..."));
                line.part("]");
            }
        }
    }
    Ok(())
}

/// The assembly in which a type is looked for whose name says none.
fn core_library<'m>(assembly: &'m Assembly<'_>) -> &'m str {
    let known = |name: &str| {
        matches!(
            name,
            "mscorlib" | "System.Runtime" | "System.Private.CoreLib" | "netstandard"
        )
    };
    let mut names = assembly.references().map(|reference| reference.name);
    names.find(|name| known(name)).unwrap_or("mscorlib")
}

/// The type of a column, as a string; null where the column is null.
pub(super) fn optional_type(
    line: &mut Line,
    assembly: &Assembly<'_>,
    ty: Option<TypeDefOrRef>,
) -> Result<()> {
    match ty {
        Some(ty) => Printer::new(line, assembly.metadata()).type_ref(ty),
        None => {
            line.null();
            Ok(())
        }
    }
}
