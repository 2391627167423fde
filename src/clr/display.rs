//! C# as a reader of .NET libraries knows it, written without building strings.

use super::type_use::NamedType;
use super::{Method, ParameterDirection, TypeUse};
use std::fmt::{self, Display, Write};

impl Display for TypeUse<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Primitive(element) => f.write_str(element.csharp()),
            Self::Named(named) => named.fmt(f),
            Self::Var(number, "") => write!(f, "T{number}"),
            Self::MVar(number, "") => write!(f, "M{number}"),
            Self::Var(_, name) | Self::MVar(_, name) => f.write_str(name),
            Self::Array(_) | Self::MultiArray(..) => write_array(f, self),
            Self::Pointer(target) => write!(f, "{target}*"),
            Self::ByRef(target) => write!(f, "ref {target}"),
            Self::FunctionPointer(types) => {
                f.write_str("delegate*<")?;
                let (result, parameters) = types.split_first().unzip();
                for parameter in parameters.into_iter().flatten() {
                    write!(f, "{parameter}, ")?;
                }
                write!(f, "{}>", DisplayOption(result))
            }
        }
    }
}

struct DisplayOption<'t, 'm>(Option<&'t TypeUse<'m>>);

impl Display for DisplayOption<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |ty| ty.fmt(f))
    }
}

/// C# writes the outermost array's brackets first: `int[,][]` is an array of rank two of vectors.
fn write_array(f: &mut fmt::Formatter<'_>, array: &TypeUse<'_>) -> fmt::Result {
    let mut element = array;
    while let TypeUse::Array(inner) | TypeUse::MultiArray(inner, _) = element {
        element = inner;
    }
    element.fmt(f)?;
    let mut level = array;
    loop {
        let (inner, rank) = match level {
            TypeUse::Array(inner) => (inner, 1),
            TypeUse::MultiArray(inner, rank) => (inner, *rank),
            _ => return Ok(()),
        };
        f.write_char('[')?;
        (1..rank).try_for_each(|_| f.write_char(','))?;
        f.write_char(']')?;
        level = inner;
    }
}

impl Display for NamedType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.name.is("System", "Nullable`1")
            && let [inner] = self.arguments.as_slice()
        {
            return write!(f, "{inner}?");
        }
        if self.name.is("System", "Decimal") {
            return f.write_str("decimal");
        }
        let mut arguments = self.arguments.iter();
        self.name.write_segments(f, '.', |f, name, arity| {
            f.write_str(name)?;
            write_list(f, arguments.by_ref().take(arity), ('<', '>'))
        })
    }
}

/// Writes `items` with commas between the two `brackets`; nothing where there are none.
fn write_list<T: Display>(
    f: &mut fmt::Formatter<'_>,
    items: impl Iterator<Item = T>,
    brackets: (char, char),
) -> fmt::Result {
    let mut empty = true;
    for item in items {
        if empty {
            f.write_char(brackets.0)?;
        } else {
            f.write_str(", ")?;
        }
        empty = false;
        item.fmt(f)?;
    }
    if empty {
        Ok(())
    } else {
        f.write_char(brackets.1)
    }
}

/// Writes the method as C# declares it, without its body: `static double Pay(double amount, out int n)`.
/// What is damaged is a `?`: an error here would be a panic of `to_string`.
impl Display for Method<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(signature) = self.signature() else {
            return write!(f, "{}(?)", self.name().unwrap_or("?"));
        };
        if self.is_static() {
            f.write_str("static ")?;
        }
        if self.is_constructor() {
            let name = self.declaring_type().name().unwrap_or("?");
            f.write_str(super::split_arity(name).0)?;
        } else {
            let name = self.name().unwrap_or("?");
            write!(f, "{} {name}", signature.return_type)?;
        }
        let generic = self
            .generic_params()
            .map(|row| row.name().unwrap_or_default());
        write_list(f, generic, ('<', '>'))?;
        f.write_char('(')?;
        for (position, parameter) in signature.parameters.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            f.write_str(match parameter.direction() {
                ParameterDirection::Value => "",
                ParameterDirection::Ref => "ref ",
                ParameterDirection::Out => "out ",
                ParameterDirection::In => "in ",
            })?;
            write!(f, "{} {}", parameter.ty.target(), parameter.name)?;
        }
        f.write_char(')')
    }
}
