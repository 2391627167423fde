//! Documentation ids: the names under which compilers file XML documentation.

use super::type_use::NamedType;
use super::{Event, Field, Method, Property, Type, TypeUse};
use std::fmt::{self, Display, Write};

/// Writes a documentation id: `DocId(&method)` is `M:Ns.Type.Method(System.Int32@)`.
///
/// A piece that is damaged is left out of the id.
#[derive(Clone, Copy, Debug)]
pub struct DocId<'t, T>(pub &'t T);

/// `Ns.Outer.Inner` as in the id of a type and in front of its members.
fn write_declaring(f: &mut fmt::Formatter<'_>, ty: Type<'_>) -> fmt::Result {
    let Ok(name) = ty.full_name() else {
        return Ok(());
    };
    if !name.namespace.is_empty() {
        write!(f, "{}.", name.namespace)?;
    }
    f.write_str(&name.path.join("."))
}

/// A member's simple name; the id uses other characters where it has `.`, `<`, `>` and `,`.
fn write_member_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    name.chars().try_for_each(|c| {
        f.write_char(match c {
            '.' => '#',
            '<' => '{',
            '>' => '}',
            ',' => '@',
            other => other,
        })
    })
}

fn write_parameters<'t, 'm: 't>(
    f: &mut fmt::Formatter<'_>,
    types: impl Iterator<Item = &'t TypeUse<'m>>,
) -> fmt::Result {
    let mut first = true;
    for ty in types {
        f.write_char(if first { '(' } else { ',' })?;
        first = false;
        DocId(ty).fmt(f)?;
    }
    if first { Ok(()) } else { f.write_char(')') }
}

impl Display for DocId<'_, Type<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("T:")?;
        write_declaring(f, *self.0)
    }
}

impl Display for DocId<'_, Method<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("M:")?;
        write_declaring(f, self.0.declaring_type())?;
        f.write_char('.')?;
        let name = self.0.name().unwrap_or_default();
        write_member_name(f, name)?;
        let Ok(signature) = self.0.signature() else {
            return Ok(());
        };
        if signature.generic_parameters > 0 {
            write!(f, "``{}", signature.generic_parameters)?;
        }
        write_parameters(
            f,
            signature.parameters.iter().map(|parameter| &parameter.ty),
        )?;
        if matches!(name, "op_Implicit" | "op_Explicit") {
            write!(f, "~{}", DocId(&signature.return_type))?;
        }
        Ok(())
    }
}

impl Display for DocId<'_, Field<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("F:")?;
        write_declaring(f, self.0.declaring_type())?;
        f.write_char('.')?;
        write_member_name(f, self.0.name().unwrap_or_default())
    }
}

impl Display for DocId<'_, Property<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P:")?;
        write_declaring(f, self.0.declaring_type())?;
        f.write_char('.')?;
        write_member_name(f, self.0.name().unwrap_or_default())?;
        let signature = self.0.signature().ok();
        write_parameters(
            f,
            signature.iter().flat_map(|signature| &signature.parameters),
        )
    }
}

impl Display for DocId<'_, Event<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("E:")?;
        write_declaring(f, self.0.declaring_type())?;
        f.write_char('.')?;
        write_member_name(f, self.0.name().unwrap_or_default())
    }
}

/// A type inside an id: `System.Int32`, `Ns.List{System.String}`, `` `0 ``, `System.Byte[]@`.
impl Display for DocId<'_, TypeUse<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            TypeUse::Primitive(element) => write!(f, "System.{}", element.system_name()),
            TypeUse::Named(named) => DocId(named).fmt(f),
            TypeUse::Var(number, _) => write!(f, "`{number}"),
            TypeUse::MVar(number, _) => write!(f, "``{number}"),
            TypeUse::Array(element) => write!(f, "{}[]", DocId(&**element)),
            TypeUse::MultiArray(element, rank) => {
                write!(f, "{}[0:", DocId(&**element))?;
                (1..*rank).try_for_each(|_| f.write_str(",0:"))?;
                f.write_char(']')
            }
            TypeUse::Pointer(target) => write!(f, "{}*", DocId(&**target)),
            TypeUse::ByRef(target) => write!(f, "{}@", DocId(&**target)),
            TypeUse::FunctionPointer(types) => {
                let (result, parameters) = types.split_first().unzip();
                f.write_str("=FUNC:")?;
                result.map_or(Ok(()), |result| DocId(result).fmt(f))?;
                write_parameters(f, parameters.into_iter().flatten())
            }
        }
    }
}

impl Display for DocId<'_, NamedType<'_>> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut arguments = self.0.arguments.iter();
        let open = arguments.len() == 0;
        self.0.name.write_segments(f, '.', |f, name, arity| {
            f.write_str(name)?;
            if arity > 0 && open {
                return write!(f, "`{arity}");
            }
            for position in 0..arity {
                let Some(argument) = arguments.next() else {
                    break;
                };
                f.write_char(if position == 0 { '{' } else { ',' })?;
                DocId(argument).fmt(f)?;
            }
            if arity > 0 { f.write_char('}') } else { Ok(()) }
        })
    }
}
