//! The choices about single types (TRANSLATION §12).

use super::TypeChoice;
use crate::clr::{AssemblySet, DocId, Type, TypeKey, TypeKind};
use crate::translate::{nameable, type_map};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// What is chosen for each definition.
#[derive(Debug, Default)]
pub(in crate::translate) struct TypeChoices {
    choices: HashMap<TypeKey, TypeChoice>,
    /// Documentation ids that no type has.
    pub(in crate::translate) unknown: Vec<String>,
    /// Documentation ids of types for which there is no such choice.
    pub(in crate::translate) idle: Vec<String>,
    /// Documentation ids of types that must show something for the choice to have an effect.
    pub(in crate::translate) shown: Vec<String>,
}

impl TypeChoices {
    pub(in crate::translate) fn new(
        set: &AssemblySet<'_>,
        chosen: &BTreeMap<String, TypeChoice>,
    ) -> Self {
        let mut choices = Self::default();
        if chosen.is_empty() {
            return choices;
        }
        let mut types = HashMap::<&str, Vec<Type<'_>>>::default();
        for ty in set.assemblies().iter().flat_map(|of| of.types()) {
            let called_so = types.entry(ty.name().unwrap_or_default());
            called_so.or_default().push(ty);
        }
        for (id, choice) in chosen {
            let mut is_known = false;
            let (mut has_effect, mut is_shown) = (false, false);
            // Of several versions of one assembly, all.
            let simple = id.rsplit(['.', ':']).next().unwrap_or(id);
            let called_so = types.get(simple).into_iter().flatten().copied();
            for ty in called_so.filter(|ty| DocId(ty).to_string() == *id) {
                is_known = true;
                has_effect |= is_possible(ty, *choice);
                choices.choices.insert(ty.key(), *choice);
                is_shown |= choices.is_shown(ty) && ty.kind() != TypeKind::Enum;
            }
            if !is_known {
                choices.unknown.push(id.clone());
            } else if !has_effect {
                choices.idle.push(id.clone());
            } else if is_shown {
                choices.shown.push(id.clone());
            }
        }
        choices
    }

    /// Whether members that use the type are skipped.
    pub(in crate::translate) fn is_skipped(&self, ty: Type<'_>) -> bool {
        self.choices.get(&ty.key()) == Some(&TypeChoice::Skip)
    }

    /// Whether values of the type travel as Objects.
    pub(in crate::translate) fn is_handle(&self, ty: Type<'_>) -> bool {
        self.choices.get(&ty.key()) == Some(&TypeChoice::Handle)
    }

    /// Whether values of the type travel as Text.
    pub(in crate::translate) fn is_text(&self, ty: Type<'_>) -> bool {
        self.choices.get(&ty.key()) == Some(&TypeChoice::Text)
    }

    /// Whether what the type shows of itself is taken for the whole.
    pub(in crate::translate) fn is_shown(&self, ty: Type<'_>) -> bool {
        let choice = self.choices.get(&ty.key());
        matches!(choice, Some(TypeChoice::Structure | TypeChoice::Text))
    }
}

/// Whether the choice can have an effect; whether there is anything to show is only found later.
fn is_possible(ty: Type<'_>, choice: TypeChoice) -> bool {
    let name = nameable::full_name(ty);
    let is_mapped = type_map::scalar(&name).is_some() || type_map::collection(&name).is_some();
    match choice {
        TypeChoice::Text | TypeChoice::Skip => !is_mapped,
        TypeChoice::Structure | TypeChoice::Handle => !is_mapped && ty.kind() != TypeKind::Enum,
    }
}
