//! `dllift.lock`: the names that were given, so that a later run gives them again (TRANSLATION §9).

use super::Translation;
use super::config::{Name, TomlError, read};
use foldhash::HashSet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Name of the lock file in the output folder.
pub const LOCK: &str = "dllift.lock";

/// The version of the format.
const FORMAT: u32 = 1;

const HEADER: &str = "\
# The names that dllift gave to the elements of the extension, by documentation id. Commit this file: with
# it a later run keeps every name, also those of members that are gone.

";

/// The content of a lock file. Its tables only grow: a member that is removed leaves its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// Version of the format.
    pub format: u32,
    /// The first name of the extension, from which the keys of all elements are made.
    pub extension: String,
    /// Names of actions by documentation id, which is followed by the type arguments of a closed generic, and
    /// by `Get` or `Set` of an accessor.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub actions: BTreeMap<String, Name>,
    /// Names of structures by the documentation id of the type.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub structures: BTreeMap<String, Name>,
    /// Names of attributes by the documentation ids of the type and of the member.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, BTreeMap<String, Name>>,
    /// Names of entities by the documentation id of the class.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub entities: BTreeMap<String, Name>,
    /// Names of the attributes of entities by the documentation ids of the class and of the member.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, BTreeMap<String, Name>>,
    /// First names of the actions, structures and attributes that were renamed since. An attribute is named by
    /// the documentation ids of the type and of the member.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub originals: BTreeMap<String, Name>,
}

impl Default for Lock {
    fn default() -> Self {
        Self {
            format: FORMAT,
            extension: String::new(),
            actions: BTreeMap::new(),
            structures: BTreeMap::new(),
            attributes: BTreeMap::new(),
            entities: BTreeMap::new(),
            columns: BTreeMap::new(),
            originals: BTreeMap::new(),
        }
    }
}

impl Lock {
    /// Reads a lock file.
    ///
    /// # Errors
    /// If it is no TOML, has an unknown key, or a name that OutSystems does not take.
    pub fn parse(text: &str) -> Result<Self, TomlError> {
        let lock: Self = read(text)?;
        if lock.format != FORMAT {
            return Err(TomlError {
                line: 0,
                column: 0,
                message: format!("its format is {}, not {FORMAT}", lock.format),
                suggestion: None,
            });
        }
        Ok(lock)
    }

    /// This lock with the names in `translation`, which was made with it.
    pub fn with(mut self, translation: &Translation) -> Self {
        let extension = &translation.extension;
        if self.extension.is_empty() {
            self.extension.clone_from(&extension.name);
        }
        for (key, action) in translation.keys.iter().zip(&extension.actions) {
            let names = &mut self.actions;
            lock(names, &mut self.originals, key.clone(), &action.name);
        }
        let known: HashSet<&str> = extension
            .structures
            .iter()
            .map(|structure| structure.type_id.as_str())
            .collect();
        let own = translation.odc.iter().flat_map(|library| {
            let structures = library.used_structures();
            structures.filter(|own| !known.contains(own.type_id.as_str()))
        });
        for structure in extension.structures.iter().chain(own) {
            let id = structure.type_id.clone();
            let names = &mut self.structures;
            lock(names, &mut self.originals, id, &structure.name);
            let names = self.attributes.entry(structure.type_id.clone());
            let names = names.or_default();
            let mut before = "";
            for attribute in &structure.attributes {
                // Of several attributes that one member became, the first has its name.
                if !attribute.member.is_empty()
                    && attribute.member != before
                    && let Ok(name) = Name::try_from(attribute.name.clone())
                {
                    let key = format!("{} {}", structure.type_id, attribute.member);
                    let originals = &mut self.originals;
                    if let Some(last) = names.insert(attribute.member.clone(), name.clone())
                        && last != name
                    {
                        originals.entry(key).or_insert(last);
                    }
                }
                before = &attribute.member;
            }
        }
        for entity in &extension.entities {
            if let Ok(name) = Name::try_from(entity.name.clone()) {
                self.entities.insert(entity.type_id.clone(), name);
            }
            let names = self.columns.entry(entity.type_id.clone()).or_default();
            for attribute in &entity.attributes {
                if let Ok(name) = Name::try_from(attribute.name.clone()) {
                    names.insert(attribute.member.clone(), name);
                }
            }
        }
        self
    }

    /// Whether it has each name that `other` has, if only as the first of one that was renamed.
    pub fn covers(&self, other: &Self) -> bool {
        type Names = BTreeMap<String, Name>;
        let all = |own: &Names, others: &Names, prefix: &str| {
            others.iter().all(|(id, name)| {
                let is_renamed = || self.originals.contains_key(&format!("{prefix}{id}"));
                own.get(id).is_some_and(|own| own == name || is_renamed())
            })
        };
        let attributes = |own: &BTreeMap<String, Names>, others: &BTreeMap<String, Names>| {
            others.iter().all(|(id, others)| {
                let own = own.get(id);
                own.is_some_and(|own| all(own, others, &format!("{id} ")))
            })
        };
        all(&self.actions, &other.actions, "")
            && all(&self.structures, &other.structures, "")
            && attributes(&self.attributes, &other.attributes)
            && all(&self.entities, &other.entities, "")
            && attributes(&self.columns, &other.columns)
    }

    /// Whether it has no name of an action, a structure or an entity.
    pub(super) fn names_nothing(&self) -> bool {
        self.actions.is_empty() && self.structures.is_empty() && self.entities.is_empty()
    }

    /// The name that the extension had first, if it is called `name` now.
    pub fn original_extension(&self, name: &str) -> Option<String> {
        let first = &self.extension;
        (!first.is_empty() && first != name).then(|| first.clone())
    }

    /// The name that the action with this key had first, if it is called `name` now.
    pub fn original_action(&self, key: &str, name: &str) -> Option<String> {
        self.original(key, self.actions.get(key), name)
    }

    /// The name that the structure of a type had first, if it is called `name` now.
    pub fn original_structure(&self, type_id: &str, name: &str) -> Option<String> {
        self.original(type_id, self.structures.get(type_id), name)
    }

    /// The name that the attribute of a member had first, if it is called `name` now.
    pub fn original_attribute(&self, type_id: &str, member: &str, name: &str) -> Option<String> {
        let last = self.attributes.get(type_id)?.get(member);
        self.original(&format!("{type_id} {member}"), last, name)
    }

    fn original(&self, key: &str, last: Option<&Name>, name: &str) -> Option<String> {
        let first = self.originals.get(key).or(last)?.as_str();
        (first != name).then(|| first.to_owned())
    }

    /// The content of the file.
    pub fn to_toml(&self) -> String {
        let toml = toml::to_string(self);
        debug_assert!(toml.is_ok(), "not plain data: {toml:?}");
        format!("{HEADER}{}", toml.unwrap_or_default())
    }
}

/// Notes a name, and the one that it replaces.
fn lock(
    names: &mut BTreeMap<String, Name>,
    originals: &mut BTreeMap<String, Name>,
    id: String,
    name: &str,
) {
    let Ok(name) = Name::try_from(name.to_owned()) else {
        return;
    };
    if let Some(last) = names.insert(id.clone(), name.clone())
        && last != name
    {
        originals.entry(id).or_insert(last);
    }
}
