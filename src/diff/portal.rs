use super::kinds::{ACTION_ADDED, ACTION_REMOVED, STRUCTURE_ADDED, STRUCTURE_REMOVED};
use super::{Change, Kind, definition};
use crate::extension::Extension;
use foldhash::HashSet;
use serde::Serialize;

/// What the ODC portal says of an element of a library when another version of it is uploaded (ODC.md §1.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names are the portal's own")]
pub enum ChangeType {
    Added,
    Removed,
    Updated,
    Unchanged,
}

/// What the portal is expected to say of an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Expected {
    /// `Action` or `Structure`.
    pub element: &'static str,
    /// Its name in the new version, or in the old one if it is gone.
    pub name: String,
    /// What happened to it.
    pub change: ChangeType,
}

/// What the portal is expected to say of each action and structure of the external library of `new`, and of those
/// that were in the library of `old` and are gone. Without a library there is nothing that it could say.
pub fn portal(old: &Extension, new: &Extension) -> Vec<Expected> {
    let Some(new) = library(new) else {
        return Vec::new();
    };
    let changes = definition(&library(old).unwrap_or_default(), &new);
    let is = |kind: &'static Kind| {
        let subjects = changes.iter().filter(move |change| change.kind == kind);
        subjects.map(|change| change.subject.as_str())
    };
    let added: HashSet<&str> = is(ACTION_ADDED).chain(is(STRUCTURE_ADDED)).collect();
    let changed: HashSet<&str> = changes.iter().map(Change::element).collect();
    let expected = |element, name: &str| Expected {
        element,
        name: name.to_owned(),
        change: match name {
            _ if added.contains(name) => ChangeType::Added,
            _ if changed.contains(name) => ChangeType::Updated,
            _ => ChangeType::Unchanged,
        },
    };
    let gone = |element, name: &str| Expected {
        element,
        name: name.to_owned(),
        change: ChangeType::Removed,
    };
    let actions = new.actions.iter();
    let structures = new.structures.iter();
    actions
        .map(|action| expected("Action", &action.name))
        .chain(is(ACTION_REMOVED).map(|name| gone("Action", name)))
        .chain(structures.map(|structure| expected("Structure", &structure.name)))
        .chain(is(STRUCTURE_REMOVED).map(|name| gone("Structure", name)))
        .collect()
}

/// What the external library of `extension` has of it.
fn library(extension: &Extension) -> Option<Extension> {
    let library = extension.odc.as_ref()?;
    let actions = library.actions.iter();
    let structures = extension.structures.iter();
    let structures = structures.filter(|structure| library.structures.contains(&structure.name));
    Some(Extension {
        actions: actions.map(|of| of.action.clone()).collect(),
        structures: structures.cloned().collect(),
        ..Extension::default()
    })
}
