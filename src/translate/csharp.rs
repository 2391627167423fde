//! Names of .NET types and members in generated C#.

use crate::clr::{NamedType, TypeUse, split_arity};

/// Reserved words of C#, sorted; as identifiers they are written with `@`.
const KEYWORDS: &[&str] = &[
    "abstract",
    "as",
    "base",
    "bool",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "checked",
    "class",
    "const",
    "continue",
    "decimal",
    "default",
    "delegate",
    "do",
    "double",
    "else",
    "enum",
    "event",
    "explicit",
    "extern",
    "false",
    "finally",
    "fixed",
    "float",
    "for",
    "foreach",
    "goto",
    "if",
    "implicit",
    "in",
    "int",
    "interface",
    "internal",
    "is",
    "lock",
    "long",
    "namespace",
    "new",
    "null",
    "object",
    "operator",
    "out",
    "override",
    "params",
    "private",
    "protected",
    "public",
    "readonly",
    "ref",
    "return",
    "sbyte",
    "sealed",
    "short",
    "sizeof",
    "stackalloc",
    "static",
    "string",
    "struct",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "uint",
    "ulong",
    "unchecked",
    "unsafe",
    "ushort",
    "using",
    "virtual",
    "void",
    "volatile",
    "while",
];

/// Starts of names that mean something else inside of the generated class, because a member, a variable or
/// a namespace of the platform is called so: a name that begins with one is written with `global::`.
const AMBIGUOUS: &[&str] = &[
    "Css",
    "EN",
    "From",
    "HubEdition",
    "Internal",
    "Iss",
    "Mss",
    "Nss",
    "ObjectKeys",
    "OutSystems",
    "RC",
    "REST",
    "RL",
    "RuntimeCommon",
    "RuntimePublic",
    "SOAP",
    "ST",
    "To",
    "copy",
    "document",
    "instance",
    "item",
    "list",
    "net",
    "record",
    "result",
    "ss",
    "value",
];

/// Whether C# source can name something `name`.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    let starts = chars.next().is_some_and(|c| c == '_' || c.is_alphabetic());
    starts && chars.all(|c| c == '_' || c.is_alphanumeric())
}

/// `name` as an identifier: reserved words get an `@`.
pub(crate) fn escape(name: &str) -> String {
    if KEYWORDS.binary_search(&name).is_ok() {
        format!("@{name}")
    } else {
        name.to_owned()
    }
}

/// UTF-16 units, which need not be well formed, as a literal.
pub(crate) fn string_literal(units: impl IntoIterator<Item = u16>) -> String {
    let mut literal = "\"".to_owned();
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok('"') => literal.push_str("\\\""),
            Ok('\\') => literal.push_str("\\\\"),
            Ok(c) if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                literal.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            Ok(c) => literal.push(c),
            Err(error) => literal.push_str(&format!("\\u{:04x}", error.unpaired_surrogate())),
        }
    }
    literal + "\""
}

/// The type as generated code names it; `None` where C# has no name for it.
pub(super) fn type_code(ty: &TypeUse<'_>) -> Option<String> {
    let mut code = String::new();
    write_type(&mut code, ty)?;
    Some(code)
}

fn write_type(code: &mut String, ty: &TypeUse<'_>) -> Option<()> {
    match ty {
        TypeUse::Primitive(element) => code.push_str(element.csharp()),
        TypeUse::Named(named) => write_named(code, named)?,
        TypeUse::Array(_) | TypeUse::MultiArray(..) => {
            let mut element = ty;
            let mut brackets = String::new();
            loop {
                let (inner, rank) = match element {
                    TypeUse::Array(inner) => (inner, 1),
                    TypeUse::MultiArray(inner, rank) => (inner, *rank as usize),
                    _ => break,
                };
                brackets.push('[');
                brackets.push_str(&",".repeat(rank.saturating_sub(1)));
                brackets.push(']');
                element = inner;
            }
            write_type(code, element)?;
            code.push_str(&brackets);
        }
        TypeUse::Var(..)
        | TypeUse::MVar(..)
        | TypeUse::Pointer(_)
        | TypeUse::ByRef(_)
        | TypeUse::FunctionPointer(_) => return None,
    }
    Some(())
}

fn write_named(code: &mut String, named: &NamedType<'_>) -> Option<()> {
    if let [inner] = named.arguments.as_slice()
        && named.name.is("System", "Nullable`1")
    {
        write_type(code, inner)?;
        code.push('?');
        return Some(());
    }
    if named.name.is("System", "Decimal") {
        code.push_str("decimal");
        return Some(());
    }
    let namespace = named.name.namespace;
    let is_ambiguous = AMBIGUOUS.iter().any(|start| namespace.starts_with(start));
    if namespace.is_empty() || is_ambiguous {
        code.push_str("global::");
    }
    for segment in namespace.split('.').filter(|segment| !segment.is_empty()) {
        if !is_identifier(segment) {
            return None;
        }
        code.push_str(&escape(segment));
        code.push('.');
    }
    let mut arguments = named.arguments.iter();
    for (position, segment) in named.name.path.iter().enumerate() {
        let (simple, arity) = split_arity(segment);
        if !is_identifier(simple) {
            return None;
        }
        if position > 0 {
            code.push('.');
        }
        code.push_str(&escape(simple));
        for position in 0..arity {
            code.push_str(if position == 0 { "<" } else { ", " });
            write_type(code, arguments.next()?)?;
        }
        if arity > 0 {
            code.push('>');
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
        assert_eq!(escape("class"), "@class");
        assert_eq!(escape("Class"), "Class");
    }

    #[test]
    fn compiler_made_names_are_no_identifiers() {
        assert!(is_identifier("Größe"));
        assert!(is_identifier("_1"));
        assert!(!is_identifier("<Module>"));
        assert!(!is_identifier("a b"));
        assert!(!is_identifier(""));
        assert!(!is_identifier("1a"));
    }
}
