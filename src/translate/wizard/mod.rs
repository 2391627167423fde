//! The profile `wizard`: what *Import Actions from .NET Assembly* of Integration Studio imports, to the
//! letter of O11.md §1.2 to §1.5, with a diagnostic for each member that it leaves out without a word.
//!
//! An action for each constructor, method, accessor and field of a class, the inherited ones too; a basic
//! type for each .NET type that has exactly that counterpart, `Object` for every other; no structure, no
//! function. A member that its C# could not call is left out as in the profile `structured`.
//!
//! Where O11.md says *unknown*, this module says what it assumes.

mod action;
mod class;
mod import;
mod names;
mod object;
mod types;

use super::accounting::ambiguous;
use super::balance::lossy;
use super::catalogue::diagnostic;
use super::config::given_names::GivenSpace;
use super::docs::Docs;
use super::mapper::Skip;
use super::nameable::{self, Nameable};
use super::plan::Translation;
use super::surface::{SurfaceMember, SurfaceType};
use super::warnings;
use crate::clr::{AssemblySet, DocId, MemberDocs};
use crate::extension::{Coverage, Diagnostic, MemberState, PublicMember};
use action::action;
use class::{Class, unknown_base};
use foldhash::HashSet;
use import::Import;
use names::Suffixes;
use types::Types;

/// The members of a surface as they are accounted for.
struct Wizard<'a, 'm> {
    types: Types<'m>,
    docs: &'a Docs<'m>,
    found: Vec<Found<'m>>,
    diagnostics: Vec<Diagnostic>,
}

/// A public member of a class, and what the wizard makes of it.
struct Found<'m> {
    id: String,
    docs: Option<&'m MemberDocs>,
    outcome: Result<Vec<Import>, Skip>,
}

/// Translates a surface that has the inherited members, too. `given` are names for actions.
pub(super) fn translate<'m>(
    set: &'m AssemblySet<'m>,
    nameable: Nameable<'m>,
    docs: &Docs<'m>,
    surface: &[SurfaceType<'m>],
    given: &GivenSpace,
) -> (Translation, Nameable<'m>) {
    let mut wizard = Wizard {
        types: Types::new(nameable),
        docs,
        found: Vec::new(),
        diagnostics: Vec::new(),
    };
    let mut full_names = HashSet::default();
    for surface_type in surface {
        let is_first = full_names.insert(DocId(&surface_type.ty).to_string());
        wizard.class(set, surface_type, is_first);
    }
    let mut translation = Translation {
        warnings: warnings::of_use(surface),
        ..Translation::default()
    };
    let nameable = wizard.finish(&mut translation, given);
    (translation, nameable)
}

impl<'m> Wizard<'_, 'm> {
    fn class(&mut self, set: &'m AssemblySet<'m>, surface: &SurfaceType<'m>, is_first: bool) {
        let ty = surface.ty;
        let type_id = DocId(&ty).to_string();
        for error in &surface.damaged {
            let damaged = diagnostic("DL1013", type_id.clone(), &error.to_string());
            self.diagnostics.push(damaged);
        }
        let class = match is_first {
            true => Class::new(&mut self.types, surface),
            false => Err(Skip::new("DL1014", nameable::full_name(ty))),
        };
        let ambiguous = ambiguous(surface);
        for member in &surface.members {
            let outcome = match (&class, ambiguous.get(member.id.as_str())) {
                (Err(skip), _) | (Ok(_), Some(skip)) => Err(skip.clone()),
                (Ok(class), None) => class.imports(&mut self.types, member),
            };
            self.found.push(Found {
                id: member.id.clone(),
                docs: self.docs_of(member),
                outcome,
            });
        }
        let Some(class) = class.ok().filter(Class::has_instances) else {
            return;
        };
        for (id, import) in class.object_members(&type_id, &surface.members) {
            self.found.push(Found {
                id,
                docs: None,
                outcome: Ok(vec![import]),
            });
        }
        if let Some(base) = unknown_base(set, ty) {
            self.diagnostics.push(diagnostic("DL1036", type_id, &base));
        }
    }

    fn docs_of(&self, member: &SurfaceMember<'m>) -> Option<&'m MemberDocs> {
        let declaring = member.member.declaring_type().assembly().ordinal();
        let inherited = member.overrides.as_deref();
        self.docs.member(declaring, &member.declared_id, inherited)
    }

    /// Names the actions in the wizard's order, and draws the balance.
    fn finish(self, translation: &mut Translation, given: &GivenSpace) -> Nameable<'m> {
        let imports = self.found.iter().enumerate().flat_map(|(at, found)| {
            let imports = found.outcome.as_deref().unwrap_or_default();
            imports.iter().map(move |import| (at, found, import))
        });
        let mut imports: Vec<_> = imports.collect();
        imports.sort_by_key(|(_, _, import)| import.rank());
        let mut by = vec![Vec::new(); self.found.len()];
        let mut names = Suffixes::beside(given.taken());
        let extension = &mut translation.extension;
        let mut diagnostics = self.diagnostics;
        for (at, found, import) in imports {
            let key = import.key(&found.id);
            let name = given.get(&key).map_or_else(
                || {
                    let plain = import.action_name();
                    let name = names.give(&plain, &found.id);
                    if !name.starts_with(&plain) {
                        diagnostics.push(diagnostic("DL3001", found.id.clone(), &plain));
                    }
                    name
                },
                str::to_owned,
            );
            if let Some(by) = by.get_mut(at) {
                by.push(name.clone());
            }
            let (action, call) = action(import, name, found.id.clone(), found.docs);
            extension.actions.push(action);
            translation.calls.push(call);
            translation.keys.push(key);
        }
        for (found, by) in self.found.into_iter().zip(by) {
            let (state, by) = match found.outcome {
                Ok(_) => (MemberState::Translated, by),
                Err(skip) => {
                    diagnostics.push(diagnostic(skip.code, found.id.clone(), &skip.detail));
                    (MemberState::Skipped, vec![skip.code.to_owned()])
                }
            };
            extension.members.push(PublicMember {
                id: found.id,
                state,
                by,
            });
        }
        extension.coverage = Coverage::of(extension.members.iter().map(|member| member.state));
        let nameable = self.types.nameable;
        for (code, count) in lossy(translation) {
            diagnostics.push(diagnostic(code, String::new(), &count.to_string()));
        }
        translation.extension.diagnostics = diagnostics;
        nameable
    }
}
