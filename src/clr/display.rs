//! C# as a reader of .NET libraries knows it, written without building strings.

use super::type_use::NamedType;
use super::{Access, DefaultValue, Method, Parameter, Signature, TypeUse};
use crate::metadata::Constant;
use std::fmt::{self, Display, Write};

/// Writes the keywords of C#; `privatescope`, which C# has no word for, is ILAsm's.
impl Display for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CompilerControlled => "privatescope",
            Self::Private => "private",
            Self::FamilyAndAssembly => "private protected",
            Self::Assembly => "internal",
            Self::Family => "protected",
            Self::FamilyOrAssembly => "protected internal",
            Self::Public => "public",
        })
    }
}

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
        if matches!(level, TypeUse::MultiArray(_, 1)) {
            // With bounds, and so not an array of C#; reflection writes it like this.
            f.write_char('*')?;
        }
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

/// Writes the method as C# declares it, without its accessibility and its body:
/// `static double Pay(double amount, out int n)`. What is damaged is a `?`: an error here would be a panic
/// of `to_string`.
impl Display for Method<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(signature) = self.signature() else {
            return write!(f, "{}(?)", self.name().unwrap_or("?"));
        };
        if self.is_static() {
            f.write_str("static ")?;
        }
        Declaration {
            method: *self,
            signature: &signature,
        }
        .fmt(f)
    }
}

/// A method as C# declares it, without the keywords before it.
pub(crate) struct Declaration<'s, 'm> {
    pub(crate) method: Method<'m>,
    /// The method's signature.
    pub(crate) signature: &'s Signature<'m>,
}

impl Display for Declaration<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { method, signature } = self;
        let name = method.name().unwrap_or("?");
        if method.is_constructor() || name == ".cctor" {
            let name = method.declaring_type().name().unwrap_or("?");
            f.write_str(super::split_arity(name).0)?;
        } else {
            write!(f, "{} {name}", signature.return_type)?;
        }
        let generic = method.generic_params();
        let generic = generic.map(|row| row.name().unwrap_or_default());
        write_list(f, generic, ('<', '>'))?;
        f.write_char('(')?;
        if method.is_extension() {
            f.write_str("this ")?;
        }
        for (position, parameter) in signature.parameters.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            parameter.fmt(f)?;
        }
        match (signature.is_vararg, signature.parameters.is_empty()) {
            (true, true) => f.write_str("__arglist)"),
            (true, false) => f.write_str(", __arglist)"),
            (false, _) => f.write_char(')'),
        }
    }
}

/// Writes the parameter as C# declares it, without its attributes: `params int[] rest`, `long size = -1`.
impl Display for Parameter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keyword = self.keyword();
        let ty = match keyword {
            "" | "params " => &self.ty,
            _ => self.ty.target(),
        };
        write!(f, "{keyword}{ty}")?;
        if !self.name.is_empty() {
            write!(f, " {}", self.name)?;
        }
        match self.default_value() {
            Ok(Some(value)) => write!(f, " = {}", DefaultOf(ty, &value)),
            // Who needs to know about damage asks for the value.
            Ok(None) | Err(_) => Ok(()),
        }
    }
}

/// A default value of a type: `null` is no value of structs, and numbers are none of enums.
struct DefaultOf<'v, 'm>(&'v TypeUse<'m>, &'v DefaultValue);

impl Display for DefaultOf<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(ty, value) = self;
        let named = ty.as_named().filter(|ty| ty.is_value_type);
        let is_nullable = |ty: &NamedType<'_>| ty.name.is("System", "Nullable`1");
        match (named, value) {
            (Some(named), DefaultValue::Constant(constant)) if !is_nullable(named) => {
                match constant {
                    Constant::Null => f.write_str("default"),
                    number => write!(f, "({named}){number}"),
                }
            }
            _ => value.fmt(f),
        }
    }
}
