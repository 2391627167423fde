//! The choices about single types (TRANSLATION §12).

use super::TypeChoice;
use crate::clr::{AssemblySet, DocId, Type, TypeKind};
use crate::translate::mapper::{TypeKey, key};
use crate::translate::{nameable, type_map};
use std::collections::{BTreeMap, HashMap};

/// What is chosen for each definition.
#[derive(Debug, Default)]
pub(in crate::translate) struct TypeChoices {
    choices: HashMap<TypeKey, TypeChoice>,
    /// Documentation ids that no type has.
    pub(in crate::translate) unknown: Vec<String>,
    /// Documentation ids of types for which there is no such choice.
    pub(in crate::translate) idle: Vec<String>,
}

impl TypeChoices {
    pub(in crate::translate) fn new(
        set: &AssemblySet<'_>,
        chosen: &BTreeMap<String, TypeChoice>,
    ) -> Self {
        let mut choices = Self::default();
        for (id, choice) in chosen {
            let mut is_known = false;
            let mut has_effect = false;
            for ty in definitions(set, id) {
                is_known = true;
                has_effect |= is_possible(ty, *choice);
                choices.choices.insert(key(ty), *choice);
            }
            if !is_known {
                choices.unknown.push(id.clone());
            } else if !has_effect {
                choices.idle.push(id.clone());
            }
        }
        choices
    }

    /// Whether members that use the type are skipped.
    pub(in crate::translate) fn is_skipped(&self, ty: Type<'_>) -> bool {
        self.choices.get(&key(ty)) == Some(&TypeChoice::Skip)
    }

    /// Whether values of the type travel as Objects.
    pub(in crate::translate) fn is_handle(&self, ty: Type<'_>) -> bool {
        self.choices.get(&key(ty)) == Some(&TypeChoice::Handle)
    }
}

/// The types with the documentation id `id`; of several versions of one assembly, all.
fn definitions<'m>(set: &'m AssemblySet<'m>, id: &str) -> impl Iterator<Item = Type<'m>> {
    let simple = id.rsplit(['.', ':']).next().unwrap_or(id);
    let types = set.assemblies().iter().flat_map(|of| of.types());
    types.filter(move |ty| ty.name() == Ok(simple) && DocId(ty).to_string() == id)
}

/// Whether the choice can have an effect; a structure must be transparent, which is only found later.
fn is_possible(ty: Type<'_>, choice: TypeChoice) -> bool {
    let name = nameable::full_name(ty);
    let is_mapped = type_map::scalar(&name).is_some() || type_map::collection(&name).is_some();
    match choice {
        TypeChoice::Text => false,
        TypeChoice::Structure | TypeChoice::Skip => !is_mapped,
        TypeChoice::Handle => !is_mapped && ty.kind() != TypeKind::Enum,
    }
}
