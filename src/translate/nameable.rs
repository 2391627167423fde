//! Which types generated C# can name. A type that it cannot name, for whatever reason, keeps every member
//! that uses it from being called, so the member is skipped before a compiler sees it.

use super::mapper::{Skip, TypeKey, key};
use crate::clr::{
    AssemblySet, CustomAttribute, NamedType, Type, TypeUse, Unresolved, is_framework_assembly,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Namespace and simple name of a top-level type.
type TopLevel<'m> = (&'m str, &'m str);

/// Decides it once for each type definition.
pub(super) struct Nameable<'m> {
    set: &'m AssemblySet<'m>,
    /// Whether every assembly is at hand that the platform does not have.
    is_complete: bool,
    /// Public types that more than one assembly defines.
    ambiguous: HashSet<TopLevel<'m>>,
    known: HashMap<TypeKey, Result<(), Skip>>,
    /// Simple names of the assemblies of the types that were asked for, and of all above them: the compiler
    /// needs each of them.
    pub(super) assemblies: BTreeSet<&'m str>,
    /// Simple names of assemblies that are needed and not at hand.
    pub(super) missing: BTreeSet<String>,
}

impl<'m> Nameable<'m> {
    pub(super) fn new(set: &'m AssemblySet<'m>) -> Self {
        Self {
            set,
            is_complete: is_complete(set),
            ambiguous: ambiguous(set),
            known: HashMap::new(),
            assemblies: BTreeSet::new(),
            missing: BTreeSet::new(),
        }
    }

    /// The reason why C# cannot name `ty`.
    pub(super) fn check(&mut self, ty: Type<'m>) -> Result<(), Skip> {
        if let Some(known) = self.known.get(&key(ty)) {
            return known.clone();
        }
        let result = self.own_name(ty).and_then(|()| self.supertypes(ty));
        self.known.insert(key(ty), result.clone());
        result
    }

    fn own_name(&self, ty: Type<'m>) -> Result<(), Skip> {
        if !ty.is_public() {
            return Err(Skip::new("DL1022", full_name(ty)));
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
        match top_level(outermost) {
            Some(top) if self.ambiguous.contains(&top) => Err(Skip::new("DL1014", full_name(ty))),
            _ => Ok(()),
        }
    }

    /// The compiler loads every base type and interface of a type, and so does the runtime.
    fn supertypes(&mut self, ty: Type<'m>) -> Result<(), Skip> {
        let mut seen = HashSet::from([key(ty)]);
        let mut open = vec![ty];
        while let Some(ty) = open.pop() {
            self.assemblies.insert(ty.assembly().name());
            let base = ty.base().ok().flatten();
            let above = base
                .into_iter()
                .chain(ty.interfaces().filter_map(Result::ok));
            for used in above {
                let TypeUse::Named(named) = used else {
                    continue;
                };
                let definition = self.definition(&named)?;
                if let Some(definition) = definition.filter(|above| seen.insert(key(*above))) {
                    open.push(definition);
                }
            }
        }
        Ok(())
    }

    /// Overload resolution looks at the parameters of every method called `name`.
    pub(super) fn overloads(&mut self, ty: Type<'m>, name: &str) -> Result<(), Skip> {
        if self.is_complete {
            return Ok(());
        }
        let methods = ty.methods().filter_map(Result::ok);
        for method in methods.filter(|method| method.is_public() && method.name() == Ok(name)) {
            let Ok(signature) = method.signature() else {
                continue;
            };
            for parameter in &signature.parameters {
                self.parts(&parameter.ty)?;
            }
        }
        Ok(())
    }

    fn parts(&mut self, ty: &TypeUse<'m>) -> Result<(), Skip> {
        match ty {
            TypeUse::Named(named) => {
                self.definition(named)?;
                named.arguments.iter().try_for_each(|ty| self.parts(ty))
            }
            TypeUse::Array(inner)
            | TypeUse::MultiArray(inner, _)
            | TypeUse::Pointer(inner)
            | TypeUse::ByRef(inner) => self.parts(inner),
            TypeUse::FunctionPointer(types) => types.iter().try_for_each(|ty| self.parts(ty)),
            TypeUse::Primitive(_) | TypeUse::Var(..) | TypeUse::MVar(..) => Ok(()),
        }
    }

    /// The definition of a type in use; `None` for one of the framework that is not at hand here, because
    /// the platform has it.
    pub(super) fn definition(&mut self, named: &NamedType<'m>) -> Result<Option<Type<'m>>, Skip> {
        match self.set.definition(named) {
            Ok(definition) => Ok(Some(definition)),
            Err(Unresolved::MissingAssembly(name)) if !is_framework_assembly(&name) => {
                self.missing.insert(name.clone());
                Err(Skip::new("DL1023", name))
            }
            Err(_) => Ok(None),
        }
    }
}

/// Whether the set has every assembly that one of its assemblies references and the platform does not have.
fn is_complete(set: &AssemblySet<'_>) -> bool {
    let mut references = set.assemblies().iter().flat_map(|of| of.references());
    references.all(|to| is_framework_assembly(to.name) || set.find(to.name).is_some())
}

/// The full name for a message; empty where it is damaged.
pub(super) fn full_name(ty: Type<'_>) -> String {
    let name = ty.full_name().map(|name| name.to_string());
    name.unwrap_or_default()
}

fn ambiguous<'m>(set: &'m AssemblySet<'m>) -> HashSet<TopLevel<'m>> {
    const PUBLIC: u32 = 1;
    // Of several assemblies with one name the compiler, too, gets only one.
    let assemblies = set.assemblies().iter();
    let found = assemblies.filter(|of| {
        let first = set.find(of.name());
        first.is_some_and(|first| first.ordinal() == of.ordinal())
    });
    let types = found.flat_map(|of| of.types());
    let public = types.filter(|ty| ty.flags() & 7 == PUBLIC);
    let mut seen = HashSet::new();
    public
        .filter_map(top_level)
        .filter(|name| !seen.insert(*name))
        .collect()
}

fn top_level(ty: Type<'_>) -> Option<TopLevel<'_>> {
    Some((ty.row().namespace().ok()?, ty.name().ok()?))
}

/// Whether the attribute makes every use of what has it an error.
pub(super) fn is_obsolete_error(attribute: CustomAttribute<'_>) -> bool {
    let is_error = || attribute.value(None).ok()?.fixed.get(1)?.as_bool();
    attribute.is("System", "ObsoleteAttribute") && is_error() == Some(true)
}
