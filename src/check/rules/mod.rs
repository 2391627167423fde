//! The rules, a module for each group.

mod actions;
mod boundary;
mod closure;
mod defaults;
mod framework;
mod icons;
mod implementation;
mod layout;
mod names;
mod platform;
mod statics;
mod structures;

use super::finding::{Findings, some_of};
use super::library::Library;
use super::package::Package;
use super::report::CheckedLibrary;
use super::survey::{SDK, Survey};

/// The rules that need no more than the survey.
pub(super) fn package(package: &Package, survey: &Survey, findings: &mut Findings) {
    layout::check(package, findings);
    platform::check(package, survey, findings);
    closure::check(package, survey, findings);
    framework::check(package, survey, findings);
    interfaces(package, survey, findings);
}

/// 05001, 05002, 05003 and 05027: there is one interface, and it is at the root.
fn interfaces(package: &Package, survey: &Survey, findings: &mut Findings) {
    let libraries = survey.libraries();
    match libraries.as_slice() {
        [] if survey.assemblies.is_empty() => {
            findings.add("05001", "", "", &["the package has no .NET assembly"]);
        }
        [] => findings.add("05002", "", "", &[]),
        [_] => {}
        several => {
            let names: Vec<_> = several.iter().map(|(_, interface)| *interface).collect();
            findings.add("05003", "", "", &[&some_of(&names)]);
        }
    }
    for (facts, _) in libraries {
        if !facts.is_at_root {
            let file = package.file_name(facts.file);
            findings.add("05027", file, "", &[&facts.name]);
        }
    }
}

/// The rules about the library.
pub(super) fn library<'m>(library: &Library<'m>, findings: &mut Findings) -> CheckedLibrary {
    implementation::check(library, findings);
    icons::check(library, findings);
    statics::check(library, findings);
    let actions = actions::check(library, findings);
    let structures = structures::check(library, &actions, findings);
    actions::check_payload(library, &actions, &structures, findings);
    let name = names::check(library, &actions, &structures, findings);
    let interface = library.interface.full_name();
    CheckedLibrary {
        name,
        interface: interface.map_or_else(|_| String::new(), |name| name.to_string()),
        file: library.file(library.assembly()).to_owned(),
        actions: actions.len(),
        structures: structures.len(),
    }
}
