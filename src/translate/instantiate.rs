//! Generic types and methods with the type arguments that the configuration gives them (TRANSLATION §12).

use crate::clr::{AssemblySet, Type, TypeUse};
use crate::metadata::signature::ElementType;
use foldhash::HashMap;

/// The lists of type arguments of generic types and methods, by documentation id.
#[derive(Debug, Default)]
pub(super) struct Instantiations<'m> {
    by_id: HashMap<String, Vec<Vec<TypeUse<'m>>>>,
}

impl<'m> Instantiations<'m> {
    /// Looks up the types of `requests`, pairs of a documentation id and names of types. A list with a name
    /// that nothing has is left out.
    pub(super) fn new<'c>(
        set: &'m AssemblySet<'m>,
        requests: impl Iterator<Item = (&'c str, &'c [String])>,
    ) -> Self {
        let mut by_id: HashMap<String, Vec<Vec<TypeUse<'m>>>> = HashMap::default();
        for (id, names) in requests {
            let types = names.iter().map(|name| find_type(set, name));
            if let Some(types) = types.collect::<Option<Vec<_>>>() {
                by_id.entry(id.to_owned()).or_default().push(types);
            }
        }
        Self { by_id }
    }

    /// The lists for the type or method with this id that have `count` types.
    pub(super) fn of(&self, id: &str, count: usize) -> Vec<Vec<TypeUse<'m>>> {
        let lists = self.by_id.get(id).into_iter().flatten();
        lists.filter(|list| list.len() == count).cloned().collect()
    }
}

/// The type with the name that a documentation id has for it: `System.Int32`, `Ns.Page{Ns.Customer}`,
/// `System.String[]`.
pub(super) fn find_type<'m>(set: &'m AssemblySet<'m>, name: &str) -> Option<TypeUse<'m>> {
    if let Some(element) = name.strip_suffix("[]") {
        return Some(TypeUse::Array(Box::new(find_type(set, element)?)));
    }
    let Some((simple, arguments)) = name.split_once('{') else {
        let primitive = name.strip_prefix("System.");
        let primitive = primitive.and_then(ElementType::from_system_name);
        return primitive
            .map(TypeUse::Primitive)
            .or_else(|| find_definition(set, name));
    };
    let arguments = split(arguments.strip_suffix('}')?)
        .into_iter()
        .map(|argument| find_type(set, argument))
        .collect::<Option<Vec<_>>>()?;
    let generic = find_definition(set, &format!("{simple}`{}", arguments.len()))?;
    Some(generic.substitute(&arguments))
}

/// The parts between the commas that are in no braces.
fn split(text: &str) -> Vec<&str> {
    let mut depth = 0usize;
    text.split(|c| {
        match c {
            '{' => depth = depth.saturating_add(1),
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    })
    .collect()
}

fn find_definition<'m>(set: &'m AssemblySet<'m>, name: &str) -> Option<TypeUse<'m>> {
    let mut assemblies = set.assemblies().iter();
    // Where the namespace ends cannot be seen: `A.B.C` can be `C` in `A.B`, or nested in `B`.
    let ends = name.match_indices('.').map(|(at, _)| at);
    let ends: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let definition = |assembly: &'m crate::clr::Assembly<'m>| {
        let found = ends.iter().rev().find_map(|end| {
            let (namespace, rest) = name.split_at_checked(*end)?;
            let mut path = rest.strip_prefix('.').unwrap_or(rest).split('.');
            let outer: Option<Type<'m>> = assembly.find_type(namespace, path.next()?);
            path.try_fold(outer?, |outer, inner| outer.find_nested(inner))
        })?;
        TypeUse::of_definition(found).ok()
    };
    let found = assemblies.clone().find_map(definition);
    // The framework need not be at hand: then what refers to the type knows it.
    found.or_else(|| assemblies.find_map(|assembly| assembly.find_reference(name)))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn commas_in_braces_separate_nothing() {
        assert_eq!(split("A,B{C,D},E"), ["A", "B{C,D}", "E"]);
        assert_eq!(split(""), [""]);
    }
}
