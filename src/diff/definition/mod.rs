//! What changed in the definition of an extension. Elements are paired by the .NET member or type behind them, as
//! the lock file pairs them, so that a new name is no new element.

mod actions;
mod entities;
mod structures;

use super::kinds::*;
use super::pairs::pairs;
use super::{Change, Kind};
use crate::extension::{Extension, Input, Resource};
use std::fmt::Display;

/// The changes from `old` to `new`.
pub fn definition(old: &Extension, new: &Extension) -> Vec<Change> {
    let mut changes = Changes(Vec::new());
    let name = &new.name;
    changes.compare(EXTENSION_RENAMED, name, &old.name, &new.name);
    changes.compare(
        EXTENSION_DESCRIPTION,
        name,
        &old.description,
        &new.description,
    );
    changes.actions(&old.actions, &new.actions);
    changes.structures(&old.structures, &new.structures);
    changes.entities(&old.entities, &new.entities);
    changes.resources(&old.resources, &new.resources);
    changes.inputs(&old.inputs, &new.inputs);
    changes.0
}

/// Changes in the making.
struct Changes(Vec<Change>);

impl Changes {
    fn add(&mut self, kind: &'static Kind, subject: impl Into<String>) {
        self.0.push(Change::new(kind, subject));
    }

    /// A change of `subject`, if two facts differ.
    fn compare<T: PartialEq + Display>(
        &mut self,
        kind: &'static Kind,
        subject: impl Into<String>,
        old: T,
        new: T,
    ) {
        if old != new {
            self.0.push(Change::new(kind, subject).changed(old, new));
        }
    }

    /// As [`Self::compare`], of facts that may be absent.
    fn compare_options<T: PartialEq + Display>(
        &mut self,
        kind: &'static Kind,
        subject: impl Into<String>,
        old: Option<T>,
        new: Option<T>,
    ) {
        let text = |fact: Option<T>| fact.map_or_else(|| "none".to_owned(), |of| of.to_string());
        self.compare(kind, subject, text(old), text(new));
    }

    /// A change of the order, if what both have comes in another one.
    fn order<'n>(
        &mut self,
        kind: &'static Kind,
        subject: &str,
        both: impl Iterator<Item = &'n str>,
        new: impl Iterator<Item = &'n str>,
    ) {
        let old: Vec<&str> = both.collect();
        let new: Vec<&str> = new.filter(|name| old.contains(name)).collect();
        self.compare(kind, subject, old.join(", "), new.join(", "));
    }

    fn resources(&mut self, old: &[Resource], new: &[Resource]) {
        let pairs = pairs(old, new, |resource| resource.file.to_ascii_lowercase());
        for resource in pairs.removed {
            self.add(RESOURCE_REMOVED, &resource.file);
        }
        for resource in pairs.added {
            self.add(RESOURCE_ADDED, &resource.file);
        }
    }

    fn inputs(&mut self, old: &[Input], new: &[Input]) {
        for (old, new) in pairs(old, new, |input| &input.assembly).both {
            let name = &new.assembly;
            self.compare(INPUT_VERSION, name, &old.version, &new.version);
            self.compare(INPUT_FRAMEWORK, name, &old.framework, &new.framework);
        }
    }
}
