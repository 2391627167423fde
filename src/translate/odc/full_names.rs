//! .NET types under their full names, beginning with `global::`: the library's own class is usually called like
//! the namespace of what it wraps.

use super::Library;
use crate::translate::plan::{Call, Conversion, Mapping};

/// Rewrites every name of a type in the plans.
pub(super) fn write(library: &mut Library) {
    let Library {
        translation,
        constructions,
        ..
    } = library;
    for call in &mut translation.calls {
        write_call(call);
    }
    for construction in constructions.iter_mut().flatten() {
        write_name(&mut construction.class);
        write_call(&mut construction.call);
    }
    for plan in &mut translation.structures {
        write_name(&mut plan.net);
        plan.rests.iter_mut().for_each(write_name);
        for part in &mut plan.attributes {
            write_mapping(&mut part.mapping);
        }
    }
    for plan in &mut translation.enums {
        write_name(&mut plan.net);
    }
    for mapping in &mut translation.json {
        write_mapping(mapping);
    }
}

fn write_call(call: &mut Call) {
    write_name(&mut call.declaring);
    if let Some(instance) = &mut call.instance {
        write_mapping(&mut instance.mapping);
    }
    for argument in &mut call.arguments {
        write_mapping(&mut argument.mapping);
        if let Some(default) = &mut argument.default {
            write_type_of(default);
        }
    }
    if let Some(result) = &mut call.result {
        write_mapping(result);
    }
    if let Some((method, arguments)) = call.member.split_once('<') {
        call.member = format!("{method}<{}", full(arguments));
    }
}

fn write_mapping(mapping: &mut Mapping) {
    write_name(&mut mapping.net);
    match &mut mapping.conversion {
        Conversion::Nullable { inner, .. } | Conversion::List(_, inner) => write_mapping(inner),
        _ => {}
    }
}

fn write_name(net: &mut String) {
    if net.contains('.') {
        *net = full(net);
    }
}

/// `net`, which is C# of a type, with `global::` before each name that has a namespace other than `System`.
fn full(net: &str) -> String {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '@');
    let mut full = String::with_capacity(net.len());
    let mut rest = net;
    while !rest.is_empty() {
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        // After type arguments goes the name of a nested type.
        let is_known = ["global::", "System.", "."]
            .iter()
            .any(|start| name.starts_with(start));
        if name.contains('.') && !is_known {
            full.push_str("global::");
        }
        full.push_str(name);
        let next = after.find(is_name).unwrap_or(after.len());
        let (between, left) = after.split_at(next);
        full.push_str(between);
        rest = left;
    }
    full
}

/// A default value begins with its type, if it names one: `default(T)`, `(T) 1`, `new T[] {}`.
fn write_type_of(default: &mut String) {
    let starts = ["default(", "(", "new "];
    let Some(start) = starts.iter().find(|start| default.starts_with(**start)) else {
        return;
    };
    let (head, rest) = default.split_at(start.len());
    let end = rest.find([')', '{']).unwrap_or(rest.len());
    let (net, tail) = rest.split_at(end);
    *default = format!("{head}{}{tail}", full(net));
}

#[cfg(test)]
mod tests {
    use super::{full, write_type_of};

    #[test]
    fn types_get_their_full_names() {
        for (net, expected) in [
            ("int?", "int?"),
            ("string[]", "string[]"),
            ("Ns.Type", "global::Ns.Type"),
            ("global::Type.Nested", "global::Type.Nested"),
            ("Ns.@class[,]", "global::Ns.@class[,]"),
            ("Ns.Page<int>.Cursor", "global::Ns.Page<int>.Cursor"),
            (
                "System.Collections.Generic.Dictionary<string, Ns.Box<Ns.Type?>>",
                "System.Collections.Generic.Dictionary<string, global::Ns.Box<global::Ns.Type?>>",
            ),
        ] {
            assert_eq!(full(net), expected);
        }
    }

    #[test]
    fn defaults_do_too() {
        for (default, expected) in [
            ("\"Ns.Type\"", "\"Ns.Type\""),
            ("12", "12"),
            ("(Ns.Kind) 12", "(global::Ns.Kind) 12"),
            ("default(Ns.Type)", "default(global::Ns.Type)"),
            ("new Ns.Type[] {}", "new global::Ns.Type[] {}"),
            ("new System.DateTime(5L)", "new System.DateTime(5L)"),
            (
                "new decimal(1, 0, 0, false, 1)",
                "new decimal(1, 0, 0, false, 1)",
            ),
        ] {
            let mut default = default.to_owned();
            write_type_of(&mut default);
            assert_eq!(default, expected);
        }
    }
}
