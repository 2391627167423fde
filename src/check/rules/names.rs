//! Names: what OutSystems allows, and what it can tell apart.

use super::SDK;
use super::actions::{Action, text_of};
use super::structures::Structures;
use crate::check::finding::{Findings, some_of};
use crate::check::library::Library;
use crate::clr::DocId;
use std::collections::BTreeMap;

/// Characters that a name may have.
const MOST: usize = 50;

/// Words of OutSystems expressions that stand for themselves.
const WORDS: &[&str] = &["and", "false", "like", "not", "or", "true"];

/// A name, and the element that has it.
struct Named<'a> {
    name: &'a str,
    file: &'a str,
    id: &'a str,
}

/// 05014, 05019 to 05022, 05025, DL7108, DL7109 and DL7110; gives the library's name.
pub(super) fn check(
    library: &Library<'_>,
    actions: &[Action<'_>],
    structures: &Structures<'_>,
    findings: &mut Findings,
) -> String {
    let file = library.file(library.assembly());
    let interface = library.interface;
    let id = DocId(&interface).to_string();
    let name = library_name(library);
    let element = |name, id| Named { name, file, id };
    check_object(&element(name, &id), findings);
    // The interface's own name must not begin so whatever name is given.
    let own = interface.name().unwrap_or_default();
    if own.starts_with('_') && own != name {
        findings.add("05022", file, &id, &[own]);
    }
    for action in actions {
        check_object(&element(action.name, &action.id), findings);
        // The return value has the name of the action where it is given none.
        for parameter in action.parameters.iter().filter(|name| *name != action.name) {
            check_part(&element(parameter, &action.id), findings);
        }
        let parameters = action.parameters.iter().map(String::as_str);
        check_alike(parameters, file, &action.id, findings);
    }
    for structure in structures.iter() {
        let (file, id) = (structure.file, structure.id.as_str());
        for name in structure.members.iter().copied().chain([structure.name()]) {
            check_part(&Named { name, file, id }, findings);
        }
        check_alike(structure.members.iter().copied(), file, id, findings);
    }
    check_actions(actions, file, &id, findings);
    check_structures(structures, file, findings);
    name.to_owned()
}

/// The name that the attribute gives, or that of the interface without the `I` of interfaces.
fn library_name<'m>(library: &Library<'m>) -> &'m str {
    let mut attributes = library.interface.custom_attributes();
    let attribute = attributes.find(|of| of.is(SDK, "OSInterfaceAttribute"));
    let own = library.interface.name().unwrap_or_default();
    let given = attribute.and_then(|attribute| text_of(attribute, "Name"));
    given.unwrap_or_else(|| {
        let bare = own.strip_prefix('I');
        let bare = bare.filter(|bare| bare.starts_with(char::is_uppercase));
        bare.unwrap_or(own)
    })
}

/// Checks the name of the library or an action.
fn check_object(named: &Named<'_>, findings: &mut Findings) {
    let Named { name, file, id } = named;
    if name.starts_with('_') {
        findings.add("05022", file, id, &[name]);
    }
    check_name(named, findings);
}

/// Checks the name of a structure, an attribute, an input or an output.
fn check_part(named: &Named<'_>, findings: &mut Findings) {
    let Named { name, file, id } = named;
    if name.starts_with('_') {
        findings.add("DL7110", file, id, &[name]);
    }
    check_name(named, findings);
}

fn check_name(named: &Named<'_>, findings: &mut Findings) {
    let Named { name, file, id } = named;
    if name.chars().nth(MOST).is_some() {
        findings.add("05019", file, id, &[name]);
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        findings.add("05020", file, id, &[name]);
    }
    let mut wrong: Vec<char> = Vec::new();
    for c in name
        .chars()
        .filter(|c| !c.is_ascii_alphanumeric() && *c != '_')
    {
        if !wrong.contains(&c) && wrong.len() < MOST {
            wrong.push(c);
        }
    }
    if !wrong.is_empty() {
        findings.add("05021", file, id, &[name, &String::from_iter(wrong)]);
    }
    if WORDS.iter().any(|word| word.eq_ignore_ascii_case(name)) {
        findings.add("DL7109", file, id, &[name]);
    }
}

/// Names by what they are to who does not see case.
fn by_lower_case<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<String, Vec<&'n str>> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for name in names {
        groups.entry(name.to_lowercase()).or_default().push(name);
    }
    groups
}

/// DL7108 for names that must differ.
fn check_alike<'n>(
    names: impl Iterator<Item = &'n str>,
    file: &str,
    id: &str,
    findings: &mut Findings,
) {
    for names in by_lower_case(names)
        .into_values()
        .filter(|names| names.len() > 1)
    {
        findings.add("DL7108", file, id, &[&some_of(&names)]);
    }
}

/// 05025 for actions, DL7108 for those whose names differ in case.
fn check_actions(actions: &[Action<'_>], file: &str, id: &str, findings: &mut Findings) {
    for mut names in by_lower_case(actions.iter().map(|action| action.name)).into_values() {
        names.sort_unstable();
        for pair in names.windows(2) {
            if let [a, b] = pair
                && a == b
            {
                findings.add("05025", file, id, &["action", a]);
            }
        }
        names.dedup();
        check_alike(names.into_iter(), file, id, findings);
    }
}

/// 05025 and 05014 for structures, DL7108 for those whose names differ in case.
fn check_structures(structures: &Structures<'_>, file: &str, findings: &mut Findings) {
    let mut by_name: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for structure in structures.iter() {
        by_name.entry(structure.name()).or_default().push(structure);
    }
    check_alike(by_name.keys().copied(), file, "", findings);
    for (name, same) in by_name {
        let [first, _, ..] = same.as_slice() else {
            continue;
        };
        if same.iter().any(|structure| structure.given_name.is_some()) {
            let names: Vec<_> = same
                .iter()
                .flat_map(|structure| structure.ty.name())
                .collect();
            findings.add("05014", first.file, &first.id, &[name, &some_of(&names)]);
        } else {
            findings.add("05025", first.file, &first.id, &["structure", name]);
        }
    }
}
