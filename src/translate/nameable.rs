//! Which types generated C# can name. A type that it cannot name, for whatever reason, keeps every member
//! that uses it from being called, so the member is skipped before a compiler sees it.

use super::config::types::TypeChoices;
use super::mapper::Skip;
use crate::clr::{Assembly, AssemblySet, CustomAttribute, NamedType, Type, TypeKey, TypeUse};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeSet;

/// Decides it once for each type definition.
pub(super) struct Nameable<'m> {
    set: &'m AssemblySet<'m>,
    /// What the compiler is given: the inputs, and what they reference, directly or not.
    closure: Vec<&'m Assembly<'m>>,
    known: HashMap<TypeKey, Result<(), Skip>>,
    /// What the configuration says of single types.
    pub(super) types: TypeChoices,
    /// Simple names of the assemblies of the types that were asked for, and of all above them: the compiler
    /// needs each of them.
    pub(super) assemblies: BTreeSet<&'m str>,
}

impl<'m> Nameable<'m> {
    /// For the inputs with these ordinals.
    pub(super) fn new(
        set: &'m AssemblySet<'m>,
        inputs: &HashSet<usize>,
        types: TypeChoices,
    ) -> Self {
        Self {
            set,
            closure: closure(set, inputs),
            known: HashMap::default(),
            types,
            assemblies: BTreeSet::new(),
        }
    }

    /// The reason why C# cannot name `ty`.
    pub(super) fn check(&mut self, ty: Type<'m>) -> Result<(), Skip> {
        if let Some(known) = self.known.get(&ty.key()) {
            return known.clone();
        }
        let result = self.own_name(ty);
        self.need(ty);
        self.known.insert(ty.key(), result.clone());
        result
    }

    fn own_name(&self, ty: Type<'m>) -> Result<(), Skip> {
        if !ty.is_public() {
            return Err(Skip::new("DL1022", full_name(ty)));
        }
        if self.types.is_skipped(ty) {
            return Err(Skip::new("DL1025", full_name(ty)));
        }
        let mut outermost = ty;
        loop {
            if outermost.custom_attributes().any(is_obsolete_error) {
                return Err(Skip::new("DL1011", full_name(ty)));
            }
            // A public type has a finite chain around it.
            match outermost.enclosing() {
                Some(outer) => outermost = outer,
                None => break,
            }
        }
        if self.is_ambiguous(outermost) {
            return Err(Skip::new("DL1014", full_name(ty)));
        }
        Ok(())
    }

    /// Whether another assembly has a public type of the same name.
    fn is_ambiguous(&self, ty: Type<'m>) -> bool {
        const PUBLIC: u32 = 1;
        let (Ok(namespace), Ok(name)) = (ty.row().namespace(), ty.name()) else {
            return false;
        };
        let others = self.closure.iter();
        let others = others.filter(|of| of.ordinal() != ty.assembly().ordinal());
        let mut found = others.filter_map(|of| of.find_type(namespace, name));
        found.any(|other| other.flags() & 7 == PUBLIC)
    }

    /// The compiler loads every base type and interface of a type, and so does the runtime.
    fn need(&mut self, ty: Type<'m>) {
        let mut seen = HashSet::from_iter([ty.key()]);
        let mut open = vec![ty];
        while let Some(ty) = open.pop() {
            self.assemblies.insert(ty.assembly().name());
            let interfaces = ty.interfaces().filter_map(Result::ok);
            for used in ty.base().ok().flatten().into_iter().chain(interfaces) {
                let TypeUse::Named(named) = used else {
                    continue;
                };
                let definition = self.definition(&named);
                if let Some(definition) = definition.filter(|above| seen.insert(above.key())) {
                    open.push(definition);
                }
            }
        }
    }

    /// The definition of a type in use; `None` for one that is not at hand: the platform has it, or it is
    /// missing and travels as a handle.
    pub(super) fn definition(&self, named: &NamedType<'m>) -> Option<Type<'m>> {
        self.set.definition(named).ok()
    }
}

/// The assemblies with the ordinals `inputs`, and what they reference and is at hand, directly or not. Of
/// several with one name the compiler, too, gets only one.
fn closure<'m>(set: &'m AssemblySet<'m>, inputs: &HashSet<usize>) -> Vec<&'m Assembly<'m>> {
    let all = set.assemblies().iter();
    let mut closure: Vec<_> = all.filter(|of| inputs.contains(&of.ordinal())).collect();
    let lower = |name: &str| name.to_ascii_lowercase();
    let mut seen: HashSet<String> = closure.iter().map(|of| lower(of.name())).collect();
    let mut next = 0;
    while let Some(assembly) = closure.get(next) {
        let references = assembly.references();
        let new = references.filter(|to| seen.insert(lower(to.name)));
        let new: Vec<_> = new.filter_map(|to| set.find(to.name)).collect();
        closure.extend(new);
        next += 1;
    }
    closure
}

/// The full name for a message; empty where it is damaged.
pub(super) fn full_name(ty: Type<'_>) -> String {
    let name = ty.full_name().map(|name| name.to_string());
    name.unwrap_or_default()
}

/// Whether the attribute makes every use of what has it an error.
pub(super) fn is_obsolete_error(attribute: CustomAttribute<'_>) -> bool {
    let is_error = || attribute.value(None).ok()?.fixed.get(1)?.as_bool();
    attribute.is("System", "ObsoleteAttribute") && is_error() == Some(true)
}
