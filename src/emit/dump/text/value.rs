use super::line::Line;
use crate::clr::{Assembly, AssemblySet, Quoted, ReflectionName, Suffix, Type, split_arity};
use crate::metadata::attribute::{Argument, ArgumentType, AttributeValue};
use crate::metadata::signature::ElementType;
use crate::metadata::{Constant, Result};

/// Writes attribute values as C#, with the names of enum members where the enum is at hand.
pub(super) struct Values<'m> {
    pub(super) assembly: &'m Assembly<'m>,
    pub(super) set: Option<&'m AssemblySet<'m>>,
}

impl<'m> Values<'m> {
    /// The arguments in brackets; nothing where there are none.
    pub(super) fn write(&self, line: &mut Line, value: &AttributeValue<'_>) -> Result<()> {
        let mut separator = "(";
        for argument in &value.fixed {
            line.put(separator)?;
            self.argument(line, argument)?;
            separator = ", ";
        }
        for named in &value.named {
            line.put(format_args!("{separator}{} = ", named.name))?;
            self.argument(line, &named.value)?;
            separator = ", ";
        }
        line.put(if separator == "(" { "" } else { ")" })
    }

    fn argument(&self, line: &mut Line, argument: &Argument<'_>) -> Result<()> {
        match argument {
            Argument::Boolean(value) => line.put(value),
            Argument::Char(value) => line.put(Constant::Char(*value)),
            Argument::I1(value) => line.put(value),
            Argument::U1(value) => line.put(value),
            Argument::I2(value) => line.put(value),
            Argument::U2(value) => line.put(value),
            Argument::I4(value) => line.put(value),
            Argument::U4(value) => line.put(value),
            Argument::I8(value) => line.put(value),
            Argument::U8(value) => line.put(value),
            Argument::R4(value) => line.put(Constant::R4(*value)),
            Argument::R8(value) => line.put(Constant::R8(*value)),
            Argument::String(Some(text)) => line.put(Quoted(text)),
            Argument::String(None) | Argument::Type(None) | Argument::Array(_, None) => {
                line.put("null")
            }
            Argument::Type(Some(name)) => {
                line.put("typeof(")?;
                type_name(line, name)?;
                line.put(")")
            }
            Argument::Enum(name, value) => self.enum_value(line, name, value),
            Argument::Boxed(value) => {
                line.put(cast(value))?;
                self.argument(line, value)
            }
            Argument::Array(element, Some(elements)) => {
                line.put("new ")?;
                argument_type(line, element)?;
                let mut separator = "[] { ";
                for element in elements {
                    line.put(separator)?;
                    self.argument(line, element)?;
                    separator = ", ";
                }
                line.put(if elements.is_empty() { "[0]" } else { " }" })
            }
        }
    }

    /// `Ns.Enum.Member`, flags with `|` between them, or the number with a cast.
    fn enum_value(&self, line: &mut Line, name: &str, value: &Argument<'_>) -> Result<()> {
        let number = value.as_integer().unwrap_or_default();
        let mut separator = "";
        if let Some(members) = self
            .definition(name)
            .and_then(|definition| members(definition, number))
        {
            for member in members {
                line.put(separator)?;
                type_name(line, name)?;
                line.put(format_args!(".{member}"))?;
                separator = " | ";
            }
            return Ok(());
        }
        line.put("(")?;
        type_name(line, name)?;
        line.put(")")?;
        self.argument(line, value)
    }

    fn definition(&self, name: &str) -> Option<Type<'m>> {
        let name = ReflectionName::parse(name)?;
        match self.set {
            Some(set) => set.find_named(self.assembly, &name),
            None => self.assembly.find_named(&name),
        }
    }
}

/// The member of an enum with the value `number`, or those whose flags make it up.
fn members<'m>(definition: Type<'m>, number: i128) -> Option<Vec<&'m str>> {
    let members = || {
        let fields = definition.fields().filter_map(Result::ok);
        fields.filter_map(|field| {
            let value = field.constant().ok()??.as_integer()?;
            Some((field.name().ok()?, value))
        })
    };
    if let Some((name, _)) = members().find(|(_, value)| *value == number) {
        return Some(vec![name]);
    }
    let mut attributes = definition.custom_attributes();
    if !attributes.any(|attribute| attribute.is("System", "FlagsAttribute")) {
        return None;
    }
    let mut left = number;
    let mut flags = Vec::new();
    for (name, value) in members() {
        if value.count_ones() == 1 && left & value != 0 {
            left &= !value;
            flags.push(name);
        }
    }
    (left == 0 && !flags.is_empty()).then_some(flags)
}

/// What tells the type of a number that stands as an object.
fn cast(value: &Argument<'_>) -> &'static str {
    match value {
        Argument::I1(_) => "(sbyte)",
        Argument::U1(_) => "(byte)",
        Argument::I2(_) => "(short)",
        Argument::U2(_) => "(ushort)",
        Argument::U4(_) => "(uint)",
        Argument::I8(_) => "(long)",
        Argument::U8(_) => "(ulong)",
        _ => "",
    }
}

fn argument_type(line: &mut Line, ty: &ArgumentType) -> Result<()> {
    match ty {
        ArgumentType::Primitive(element) => line.put(element.csharp()),
        ArgumentType::SystemType => line.put("System.Type"),
        ArgumentType::Boxed => line.put("object"),
        ArgumentType::Enum(name, _) => type_name(line, name),
        ArgumentType::Array(element) => {
            argument_type(line, element)?;
            line.put("[]")
        }
    }
}

/// A type by its name of reflection, as C#; as it stands where it does not follow the grammar.
fn type_name(line: &mut Line, text: &str) -> Result<()> {
    match ReflectionName::parse(text) {
        Some(name) => reflected(line, &name),
        None => line.put(text),
    }
}

fn reflected(line: &mut Line, name: &ReflectionName<'_>) -> Result<()> {
    let (namespace, simple) = name.outermost();
    let keyword = match (namespace, name.path.len()) {
        ("System", 1) => ElementType::from_system_name(simple),
        _ => None,
    };
    if let Some(element) = keyword {
        line.put(element.csharp())?;
    } else {
        let mut arguments = name.arguments.iter();
        for (position, part) in name.path.iter().enumerate() {
            let (part, arity) = split_arity(part);
            line.put(if position == 0 { "" } else { "." })?;
            line.put(part)?;
            let mut separator = "<";
            for _ in 0..arity.min(usize::from(u8::MAX)) {
                line.put(separator)?;
                // An open type has no arguments: `typeof(List<>)`.
                if let Some(argument) = arguments.next() {
                    reflected(line, argument)?;
                    separator = ", ";
                } else {
                    separator = ",";
                }
            }
            line.put(if arity > 0 { ">" } else { "" })?;
        }
    }
    for suffix in &name.suffixes {
        match suffix {
            Suffix::Pointer => line.put("*")?,
            Suffix::ByRef => line.put("&")?,
            Suffix::Array(rank) => {
                line.put("[")?;
                (1..*rank).try_for_each(|_| line.put(","))?;
                line.put("]")?;
            }
        }
    }
    Ok(())
}
