//! Documentation ids as people write names.

/// A member as C# would show it, made from its documentation id.
///
/// The id knows neither the names of type parameters nor what is `ref` and what `out`: the first are
/// numbered, the second are all `ref`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NetName {
    /// The declaring type with its namespace: `Ns.Table<T1>`.
    pub(super) class: String,
    /// The member, with parameter types that lack their namespaces: `Find(string, ref int)`.
    pub(super) member: String,
}

impl NetName {
    pub(super) fn of(id: &str) -> Self {
        let name = without_kind(id);
        let (head, rest) = name.split_at(name.find('(').unwrap_or(name.len()));
        let (head, returned) = match head.split_once('~') {
            Some((head, returned)) => (head, Some(returned)),
            None => (head, None),
        };
        let (class, member) = split_last(head);
        let (arguments, returned) = match rest.rsplit_once(")~") {
            Some((arguments, returned)) => (arguments, Some(returned)),
            None => (rest.strip_suffix(')').unwrap_or(rest), returned),
        };
        let mut shown = match member {
            "#ctor" => split_last(&type_name(class)).1.to_owned(),
            _ => type_name(member),
        };
        if let Some(arguments) = arguments.strip_prefix('(') {
            let arguments = split_list(arguments).into_iter().map(short_type);
            let arguments: Vec<_> = arguments.collect();
            shown.push_str(&format!("({})", arguments.join(", ")));
        } else if id.starts_with("M:") {
            shown.push_str("()");
        }
        if let Some(returned) = returned {
            shown.push_str(&format!(": {}", short_type(returned)));
        }
        Self {
            class: type_name(class),
            member: shown,
        }
    }
}

/// The documentation id of the type that declares a member.
pub(super) fn declaring_type(id: &str) -> String {
    let name = without_kind(id);
    let head = name.split(['(', '~']).next().unwrap_or(name);
    let (class, member) = split_last(head);
    format!("T:{}", if class.is_empty() { member } else { class })
}

fn without_kind(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, name)| name)
}

/// Splits at the last full stop that is not in type arguments; the first half may be empty.
fn split_last(name: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, c) in name.char_indices().rev() {
        match c {
            '}' | '>' | ']' => depth += 1,
            '{' | '<' | '[' => depth = depth.saturating_sub(1),
            '.' if depth == 0 => return (&name[..at], &name[at + 1..]),
            _ => {}
        }
    }
    ("", name)
}

/// The parts of a list, separated by commas that are in no brackets.
fn split_list(list: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in list.char_indices() {
        match c {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts
}

/// A name in which the arity of a generic type or method is a list of type parameters:
/// `` Map`2 `` is `Map<T1, T2>`.
fn type_name(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('`') {
        shown.push_str(&rest[..at]);
        let ticks = rest.len() - at - rest[at..].trim_start_matches('`').len();
        let digits = rest[at + ticks..].find(|c: char| !c.is_ascii_digit());
        let end = digits.map_or(rest.len(), |digits| at + ticks + digits);
        match rest[at + ticks..end].parse::<usize>() {
            // No real type has more, and a forged id shall not make a long text.
            Ok(arity @ 1..=64) => {
                let letter = type_parameter(ticks);
                let names: Vec<_> = (1..=arity).map(|n| format!("{letter}{n}")).collect();
                shown.push_str(&format!("<{}>", names.join(", ")));
            }
            _ => shown.push_str(&rest[at..end]),
        }
        rest = &rest[end..];
    }
    shown.push_str(rest);
    shown.replace('{', "<").replace('}', ">")
}

/// The letter for the parameters of a type (one tick) or of a method (two).
fn type_parameter(ticks: usize) -> char {
    if ticks == 1 { 'T' } else { 'M' }
}

/// The type of a parameter without namespaces, as C# writes it where the id allows.
fn short_type(id: &str) -> String {
    if let Some(referred) = id.strip_suffix('@') {
        return format!("ref {}", short_type(referred));
    }
    if let Some(pointed) = id.strip_suffix('*') {
        return format!("{}*", short_type(pointed));
    }
    if let Some((element, rank)) = id.strip_suffix(']').and_then(|id| id.rsplit_once('[')) {
        let commas = rank.matches(',').count();
        return format!("{}[{}]", short_type(element), ",".repeat(commas));
    }
    if id.starts_with('`') {
        let position = id.trim_start_matches('`');
        if let Ok(position) = position.parse::<u16>() {
            let ticks = id.len() - id.trim_start_matches('`').len();
            return format!("{}{}", type_parameter(ticks), u32::from(position) + 1);
        }
    }
    let (_, name) = split_last(id);
    if let Some((generic, arguments)) = name.strip_suffix('}').and_then(|n| n.split_once('{')) {
        let arguments: Vec<_> = split_list(arguments).into_iter().map(short_type).collect();
        return match (generic, &*arguments) {
            ("Nullable", [of]) => format!("{of}?"),
            _ => format!("{generic}<{}>", arguments.join(", ")),
        };
    }
    keyword(id).unwrap_or(name).to_owned()
}

fn keyword(id: &str) -> Option<&'static str> {
    Some(match id.strip_prefix("System.")? {
        "Boolean" => "bool",
        "Byte" => "byte",
        "Char" => "char",
        "Decimal" => "decimal",
        "Double" => "double",
        "Int16" => "short",
        "Int32" => "int",
        "Int64" => "long",
        "IntPtr" => "nint",
        "Object" => "object",
        "SByte" => "sbyte",
        "Single" => "float",
        "String" => "string",
        "UInt16" => "ushort",
        "UInt32" => "uint",
        "UInt64" => "ulong",
        "UIntPtr" => "nuint",
        "Void" => "void",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{NetName, declaring_type};

    #[test]
    fn members_are_shown_as_people_write_them() {
        for (id, class, member) in [
            ("M:A.B.C(System.Int32,A.D)", "A.B", "C(int, D)"),
            ("M:A.B.C", "A.B", "C()"),
            ("M:A.B.#ctor(System.String)", "A.B", "B(string)"),
            ("M:A.B`2.#ctor", "A.B<T1, T2>", "B<T1, T2>()"),
            ("P:A.B.Item(System.String)", "A.B", "Item(string)"),
            ("P:A.B.Name", "A.B", "Name"),
            ("F:B.X", "B", "X"),
            ("M:Global", "", "Global()"),
            (
                "M:A.B.op_Explicit(A.B)~System.Int64",
                "A.B",
                "op_Explicit(B): long",
            ),
            (
                "M:A.M.Try``1(``0,`0[],System.Collections.Generic.Dictionary{System.String,A.X{``0}}@)",
                "A.M",
                "Try<M1>(M1, T1[], ref Dictionary<string, X<M1>>)",
            ),
            (
                "M:A.M.P(System.Nullable{System.Int32},System.Byte*,System.Int32[0:,0:][])",
                "A.M",
                "P(int?, byte*, int[,][])",
            ),
            (
                "P:A.Pair{System.Int32,A.X}.Key",
                "A.Pair<System.Int32,A.X>",
                "Key",
            ),
        ] {
            let (class, member) = (class.to_owned(), member.to_owned());
            assert_eq!(NetName::of(id), NetName { class, member }, "{id}");
        }
    }

    #[test]
    fn forged_ids_are_shown_somehow() {
        for id in [
            "",
            ":",
            "M:",
            "M:(",
            "M:A.)",
            "M:A.B(]",
            "M:A`.B(`)",
            "P:}.{",
            "é",
            "M:A`9999.B",
            "M:A.~(",
        ] {
            NetName::of(id);
            declaring_type(id);
        }
    }

    #[test]
    fn the_declaring_type_is_read_from_the_documentation_id() {
        for (id, declaring) in [
            ("M:A.B.C(System.Int32)", "T:A.B"),
            ("P:A.B.Item(System.String)", "T:A.B"),
            ("M:A.B`1.#ctor", "T:A.B`1"),
            ("F:B.X", "T:B"),
        ] {
            assert_eq!(declaring_type(id), declaring);
        }
    }
}
