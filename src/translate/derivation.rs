//! Classes that are collections (TRANSLATION §6).

use super::mapper::{ClosedKey, Mapper};
use crate::clr::{AssemblySet, Method, Type, TypeKind, TypeUse};
use crate::metadata::limits;
use foldhash::HashSet;
use std::rc::Rc;

/// A class that is a collection: it derives from one and adds no state, or it is a closed generic class that
/// enumerates values of one type.
pub(super) struct Derivation<'m> {
    pub(super) element: TypeUse<'m>,
    /// Whether an empty one can be made and filled.
    pub(super) can_be_made: bool,
}

/// Collections that classes derive from, whose items are their whole state.
const BASES: &[&str] = &[
    "System.Collections.Generic.HashSet`1",
    "System.Collections.Generic.LinkedList`1",
    "System.Collections.Generic.List`1",
    "System.Collections.Generic.SortedSet`1",
    "System.Collections.ObjectModel.Collection`1",
    "System.Collections.ObjectModel.ObservableCollection`1",
];

impl<'m> Mapper<'m> {
    /// What makes a class a collection, found once for each.
    pub(super) fn derivation(
        &mut self,
        ty: Type<'m>,
        arguments: &[TypeUse<'m>],
    ) -> Option<Rc<Derivation<'m>>> {
        let set = self.set;
        let key: ClosedKey<'m> = (ty.key(), arguments.to_vec());
        let found = self.derivations.entry(key);
        found
            .or_insert_with(|| Derivation::of(set, ty, arguments).map(Rc::new))
            .clone()
    }
}

impl<'m> Derivation<'m> {
    #[expect(
        clippy::mutable_key_type,
        reason = "types are compared by name, not by what their assembly has looked up"
    )]
    fn of(set: &'m AssemblySet<'m>, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Option<Self> {
        if ty.kind() != TypeKind::Class {
            return None;
        }
        let is_closed_generic = !arguments.is_empty();
        let mut level = (ty, arguments.to_vec());
        let mut elements: HashSet<TypeUse<'m>> = HashSet::default();
        let mut is_collection = false;
        let mut is_filled = false;
        let mut derives = true;
        for _ in 0..limits::CHAIN {
            for interface in level.0.interfaces().filter_map(Result::ok) {
                let TypeUse::Named(named) = interface.substitute(&level.1) else {
                    continue;
                };
                let [element] = named.arguments.as_slice() else {
                    continue;
                };
                if named.name.is("System.Collections.Generic", "IEnumerable`1")
                    || named.name.is("System.Collections.Generic", "ICollection`1")
                    || named.name.is("System.Collections.Generic", "IList`1")
                {
                    is_filled |= !named.name.simple().starts_with("IEnumerable");
                    elements.insert(element.clone());
                }
            }
            derives &= level.0.fields().flatten().all(|field| field.is_static());
            let Some(TypeUse::Named(base)) = level.0.base().ok().flatten() else {
                break;
            };
            let base_arguments: Vec<_> = base
                .arguments
                .iter()
                .map(|argument| argument.substitute(&level.1))
                .collect();
            if let [element] = base_arguments.as_slice()
                && BASES.contains(&base.name.to_string().as_str())
            {
                elements.insert(element.clone());
                (is_collection, is_filled) = (true, true);
                break;
            }
            let Ok(definition) = set.definition(&base) else {
                break;
            };
            level = (definition, base_arguments);
        }
        let mut elements = elements.into_iter();
        let (Some(element), None) = (elements.next(), elements.next()) else {
            return None;
        };
        let is_list = (is_collection && derives) || is_closed_generic;
        let mut constructors = ty.methods().filter_map(Result::ok);
        let can_be_made = is_filled && !ty.is_abstract() && constructors.any(is_plain_constructor);
        is_list.then_some(Self {
            element,
            can_be_made,
        })
    }
}

fn is_plain_constructor(method: Method<'_>) -> bool {
    let is_plain = || {
        method
            .signature()
            .is_ok_and(|sig| sig.parameters.is_empty())
    };
    method.is_constructor() && method.is_public() && is_plain()
}
