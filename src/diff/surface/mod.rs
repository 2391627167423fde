//! What changed in the public surface of .NET assemblies: public types and their public members, which are paired by
//! their documentation ids.

mod members;
mod types;

use super::kinds::*;
use super::pairs::pairs;
use super::{Change, Kind};
use crate::clr::{Assembly, CustomAttribute, DocId, Library, Type};
use foldhash::HashMap;
use std::fmt::Display;

/// The changes from the inputs of `old` to those of `new`.
///
/// Versions and module ids are no part of a surface: an assembly that was only compiled again has no changes. What is
/// damaged is left out.
pub fn surface(old: &Library<'_>, new: &Library<'_>) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    let (old, new) = (Surface::of(old), Surface::of(new));
    changes.assemblies(&old.assemblies, &new.assemblies);
    let pairs = pairs(&old.types, &new.types, |(id, _)| id);
    for (id, ty) in pairs.removed {
        match is_forwarded(*ty, &new) {
            true => changes.add(TYPE_FORWARDED, id),
            false => changes.add(TYPE_REMOVED, id),
        }
    }
    for (id, _) in pairs.added {
        changes.add(TYPE_ADDED, id);
    }
    for ((id, old_type), (_, new_type)) in pairs.both {
        let names = (old_type.assembly().name(), new_type.assembly().name());
        if names.0 != names.1 {
            let kind = match is_forwarded(*old_type, &new) {
                true => TYPE_FORWARDED,
                false => TYPE_MOVED,
            };
            changes.compare(kind, id, names.0, names.1);
        }
        changes.of_type(id, *old_type, *new_type);
    }
    changes.0
}

/// The inputs of a library, and their public types by documentation id, sorted.
struct Surface<'m> {
    assemblies: Vec<&'m Assembly<'m>>,
    types: Vec<(String, Type<'m>)>,
}

impl<'m> Surface<'m> {
    fn of(library: &'m Library<'m>) -> Self {
        let assemblies: Vec<_> = library.inputs().map(|file| file.assembly()).collect();
        let all = assemblies.iter().flat_map(|assembly| assembly.types());
        let public =
            all.filter(|ty| ty.is_public() && !is_compiler_generated(ty.custom_attributes()));
        let mut types: Vec<_> = public.map(|ty| (DocId(&ty).to_string(), ty)).collect();
        types.sort_by(|a, b| a.0.cmp(&b.0));
        // Two inputs may be versions of one assembly; the first counts, as everywhere.
        types.dedup_by(|later, first| later.0 == first.0);
        Self { assemblies, types }
    }
}

/// Whether the new version of the assembly that had `ty` sends those who look for it there elsewhere.
fn is_forwarded(ty: Type<'_>, new: &Surface<'_>) -> bool {
    let name = ty.assembly().name();
    let assembly = new.assemblies.iter().find(|of| of.name() == name);
    let (Ok(full_name), Some(assembly)) = (ty.full_name(), assembly) else {
        return false;
    };
    let mut exported = assembly.exported_types();
    exported.any(|(_, exported)| exported.to_string() == full_name.to_string())
}

/// Changes in the making.
struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, kind: &'static Kind, subject: &str) {
        self.0.push(Change::new(kind, subject));
    }

    /// A change, if two facts differ.
    fn compare<T: PartialEq + Display>(
        &mut self,
        kind: &'static Kind,
        subject: &str,
        old: T,
        new: T,
    ) {
        if old != new {
            self.0.push(Change::new(kind, subject).changed(old, new));
        }
    }

    /// A change, if something that was so is so no more, or the other way round.
    fn toggle(
        &mut self,
        (lost, gained): (&'static Kind, &'static Kind),
        subject: &str,
        was: bool,
        is: bool,
    ) {
        match (was, is) {
            (true, false) => self.add(lost, subject),
            (false, true) => self.add(gained, subject),
            _ => {}
        }
    }

    fn obsolete<'m>(
        &mut self,
        kind: &'static Kind,
        subject: &str,
        old: impl Iterator<Item = CustomAttribute<'m>>,
        new: impl Iterator<Item = CustomAttribute<'m>>,
    ) {
        if !is_obsolete(old) && is_obsolete(new) {
            self.add(kind, subject);
        }
    }

    fn assemblies(&mut self, old: &[&Assembly<'_>], new: &[&Assembly<'_>]) {
        let by_name: HashMap<&str, &Assembly<'_>> = new.iter().map(|of| (of.name(), *of)).collect();
        let olds: HashMap<&str, &Assembly<'_>> = old.iter().map(|of| (of.name(), *of)).collect();
        for assembly in old {
            let Some(other) = by_name.get(assembly.name()) else {
                self.add(ASSEMBLY_REMOVED, assembly.name());
                continue;
            };
            let token = |of: &Assembly<'_>| {
                let token = of.public_key_token().ok().flatten();
                token.map_or_else(|| "none".to_owned(), |token| token.to_string())
            };
            self.compare(ASSEMBLY_KEY, assembly.name(), token(assembly), token(other));
        }
        for assembly in new.iter().filter(|of| !olds.contains_key(of.name())) {
            self.add(ASSEMBLY_ADDED, assembly.name());
        }
    }
}

fn is_obsolete<'m>(mut attributes: impl Iterator<Item = CustomAttribute<'m>>) -> bool {
    attributes.any(|attribute| attribute.is("System", "ObsoleteAttribute"))
}

fn is_compiler_generated<'m>(mut attributes: impl Iterator<Item = CustomAttribute<'m>>) -> bool {
    let space = "System.Runtime.CompilerServices";
    attributes.any(|attribute| attribute.is(space, "CompilerGeneratedAttribute"))
}
