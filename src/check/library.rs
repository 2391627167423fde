//! The assembly with the interface, and as many others as its types lead to.

use super::finding::Findings;
use super::package::Package;
use super::report::CheckedLibrary;
use super::rules;
use super::survey::{AssemblyFacts, Survey, os_interfaces};
use crate::clr::{Assembly, AssemblySet, NamedType, Type, Unresolved};
use crate::limits;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What the rules about a library look at.
pub(super) struct Library<'m> {
    package: &'m Package,
    survey: &'m Survey,
    set: &'m AssemblySet<'m>,
    /// The interface whose methods are the actions.
    pub(super) interface: Type<'m>,
    /// Assemblies of the package that a type led to and that are not in the set.
    wanted: RefCell<BTreeSet<String>>,
}

/// Checks the library whose interface, in the assembly of `facts`, has the full name `interface`.
pub(super) fn check(
    package: &Package,
    survey: &Survey,
    facts: &AssemblyFacts,
    interface: &str,
    findings: &mut Findings,
) -> Option<CheckedLibrary> {
    // The survey has read it, and said so if that failed.
    let mut opened = vec![package.read(facts.file).ok()?];
    let mut tried = BTreeSet::from([facts.name.to_ascii_lowercase()]);
    loop {
        let mut found = Findings::default();
        let (checked, wanted) = {
            let assemblies = opened.iter().map(|bytes| Assembly::parse(bytes));
            let set = AssemblySet::new(assemblies.filter_map(Result::ok).collect());
            let mut interfaces = set.assemblies().first().into_iter().flat_map(os_interfaces);
            let is_wanted = |ty: &Type<'_>| {
                let name = ty.full_name();
                name.is_ok_and(|name| name.to_string() == interface)
            };
            let library = Library {
                package,
                survey,
                set: &set,
                interface: interfaces.find(is_wanted)?,
                wanted: RefCell::default(),
            };
            let checked = rules::library(&library, &mut found);
            (checked, library.wanted.take())
        };
        // Not before all that the types lead to is there: findings of a guess would have to be taken back.
        let mut is_complete = true;
        for name in wanted {
            let held: u64 = opened.iter().map(|bytes| bytes.len() as u64).sum();
            let is_new = tried.insert(name.to_ascii_lowercase());
            if let Some(facts) = survey.find(&name).filter(|_| is_new)
                && held.saturating_add(package.file_size(facts.file)) <= limits::PACKAGE_ASSEMBLY
                && let Ok(bytes) = package.read(facts.file)
            {
                opened.push(bytes);
                is_complete = false;
            }
        }
        if is_complete {
            findings.append(found);
            return Some(checked);
        }
    }
}

impl<'m> Library<'m> {
    /// The assembly that has the interface.
    pub(super) fn assembly(&self) -> &'m Assembly<'m> {
        self.interface.assembly()
    }

    pub(super) fn set(&self) -> &'m AssemblySet<'m> {
        self.set
    }

    /// The definition of a type, where it is in the package.
    pub(super) fn definition(&self, named: &NamedType<'m>) -> Option<Type<'m>> {
        match self.set.definition(named) {
            Ok(definition) => Some(definition),
            Err(Unresolved::MissingAssembly(name)) => {
                self.wanted.borrow_mut().insert(name);
                None
            }
            Err(_) => None,
        }
    }

    /// Name of the file that has `assembly`.
    pub(super) fn file(&self, assembly: &Assembly<'_>) -> &'m str {
        let facts = self.survey.find(assembly.name());
        facts.map_or("", |facts| self.package.file_name(facts.file))
    }

    /// Whether a type of the assembly called `name` can be told: it is in the package, or .NET's.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.survey.find(name).is_some() || crate::clr::is_core_assembly(name)
    }
}

impl Survey {
    /// The assemblies with an interface, each with one of its interfaces; the same at two places is one, and
    /// of the two the one at the root.
    pub(super) fn libraries(&self) -> Vec<(&AssemblyFacts, &str)> {
        let mut known = BTreeSet::new();
        let (root, others): (Vec<_>, Vec<_>) =
            self.assemblies.iter().partition(|facts| facts.is_at_root);
        let libraries = root.into_iter().chain(others).flat_map(|facts| {
            let interfaces = facts.interfaces.iter();
            interfaces.map(move |interface| (facts, interface.as_str()))
        });
        libraries
            .filter(|(facts, interface)| {
                known.insert((facts.name.to_ascii_lowercase(), *interface))
            })
            .collect()
    }
}
