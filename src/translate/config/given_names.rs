//! Names that are decided before any rule looks for one: those of the configuration, then those of the
//! lock file (TRANSLATION §9).

use super::{Config, Name};
use crate::translate::lock::Lock;
use crate::translate::{Names, fit, mapper::NAME};
use foldhash::HashMap;
use std::collections::BTreeMap;

/// The given names of an extension.
#[derive(Debug, Default)]
pub(in crate::translate) struct GivenNames {
    /// By the keys of actions in the lock file.
    pub(in crate::translate) actions: GivenSpace,
    /// By the documentation ids of types.
    pub(in crate::translate) structures: GivenSpace,
    attributes: BTreeMap<String, BTreeMap<String, Name>>,
    entities: BTreeMap<String, Name>,
    columns: BTreeMap<String, BTreeMap<String, Name>>,
    renamed: BTreeMap<String, Name>,
}

impl GivenNames {
    pub(in crate::translate) fn new(config: &Config, lock: &Lock) -> Self {
        let mut given = Self {
            attributes: lock.attributes.clone(),
            entities: lock.entities.clone(),
            columns: lock.columns.clone(),
            renamed: config.rename.clone(),
            ..Self::default()
        };
        for (id, name) in &config.rename {
            match id.as_bytes().first() {
                Some(b'T') => given.structures.give(id, name.as_str()),
                Some(b'M') => given.actions.give(id, name.as_str()),
                _ => {
                    for accessor in ["Get", "Set"] {
                        let key = format!("{id} {accessor}");
                        let name = fit(&format!("{name}{accessor}"), &key, NAME);
                        given.actions.give(&key, &name);
                    }
                }
            }
        }
        for (space, locked) in [
            (&mut given.actions, &lock.actions),
            (&mut given.structures, &lock.structures),
        ] {
            for (id, name) in locked {
                space.give(id, name.as_str());
            }
            // Those who called the element by the name that it had first must not find another one.
            let originals = lock.originals.iter();
            for (_, name) in originals.filter(|(id, _)| locked.contains_key(*id)) {
                space.taken.take(name.as_str());
            }
        }
        // Structures are named before entities, from which they must differ.
        for name in lock.entities.values() {
            given.structures.taken.take(name.as_str());
        }
        given
    }

    /// The name of an entity: that of the configuration, unless a structure of the same class has it, else that
    /// of the lock file.
    pub(in crate::translate) fn entity(&self, type_id: &str, has_structure: bool) -> Option<&Name> {
        let renamed = self.renamed.get(type_id).filter(|_| !has_structure);
        renamed.or_else(|| self.entities.get(type_id))
    }

    /// The names of the attributes of an entity, of which these are the members.
    pub(in crate::translate) fn columns<'a>(
        &self,
        type_id: &str,
        members: impl Iterator<Item = &'a str>,
        longest: usize,
    ) -> GivenSpace {
        let mut space = self.space(self.columns.get(type_id), members);
        space.by_id.retain(|_, name| name.len() <= longest);
        space
    }

    /// The names of the attributes of a structure, of which these are the members.
    pub(in crate::translate) fn attributes<'a>(
        &self,
        type_id: &str,
        members: impl Iterator<Item = &'a str>,
    ) -> GivenSpace {
        self.space(self.attributes.get(type_id), members)
    }

    fn space<'a>(
        &self,
        locked: Option<&BTreeMap<String, Name>>,
        members: impl Iterator<Item = &'a str>,
    ) -> GivenSpace {
        let mut space = GivenSpace::default();
        for id in members {
            if let Some(name) = self.renamed.get(id) {
                space.give(id, name.as_str());
            }
        }
        for (id, name) in locked.into_iter().flatten() {
            space.give(id, name.as_str());
        }
        space
    }
}

/// Names that must differ, some of them given.
#[derive(Clone, Debug, Default)]
pub(in crate::translate) struct GivenSpace {
    by_id: HashMap<String, String>,
    taken: Names,
}

impl GivenSpace {
    /// Gives a name, unless it is taken, or another was given before.
    fn give(&mut self, id: &str, name: &str) {
        if self.taken.take(name) && !self.by_id.contains_key(id) {
            self.by_id.insert(id.to_owned(), name.to_owned());
        }
    }

    /// The name that was given.
    pub(in crate::translate) fn get(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }

    /// Whether a name was given.
    pub(in crate::translate) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// All names that are taken, by whomever.
    pub(in crate::translate) fn taken(&self) -> &Names {
        &self.taken
    }

    /// All names that are taken, to take more.
    pub(in crate::translate) fn names(&mut self) -> &mut Names {
        &mut self.taken
    }

    /// The name that was given, the first time that it is asked for, else the one that `choose` takes.
    pub(in crate::translate) fn name(
        &mut self,
        id: &str,
        choose: impl FnOnce(&mut Names) -> String,
    ) -> String {
        match self.by_id.remove(id) {
            Some(name) => name,
            None => choose(&mut self.taken),
        }
    }
}
