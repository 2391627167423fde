//! What the configuration says in vain (TRANSLATION §13, DL3002, DL3003 and DL6xxx).

use super::Config;
use super::apply::{can_be_function, returns_argument};
use super::left_out::LeftOut;
use super::nearest::Known;
use super::types::TypeChoices;
use crate::clr::DocId;
use crate::extension::{Diagnostic, Extension, MemberState, PublicMember};
use crate::limits;
use crate::translate::catalogue::diagnostic;
use crate::translate::lock::Lock;
use crate::translate::surface::SurfaceType;
use foldhash::HashMap;
use std::collections::BTreeSet;

/// Documentation ids of the public types of a surface and of their members.
pub(in crate::translate) fn known_ids(surface: &[SurfaceType<'_>]) -> BTreeSet<String> {
    let types = surface.iter().map(|of| DocId(&of.ty).to_string());
    let members = surface.iter().flat_map(|of| &of.members);
    types
        .chain(members.map(|member| member.id.clone()))
        .collect()
}

/// Compares the configuration and the lock file with what became of them.
pub(in crate::translate) struct Findings<'a> {
    pub(in crate::translate) config: &'a Config,
    pub(in crate::translate) lock: &'a Lock,
    /// The ids that the inputs have.
    pub(in crate::translate) known: &'a BTreeSet<String>,
    pub(in crate::translate) left_out: &'a LeftOut,
    pub(in crate::translate) types: &'a TypeChoices,
    /// The keys of the actions in the lock file.
    pub(in crate::translate) keys: &'a [String],
    /// The finished extension.
    pub(in crate::translate) extension: &'a Extension,
}

impl Findings<'_> {
    pub(in crate::translate) fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut said = Said {
            diagnostics: Vec::new(),
            ids: self.known,
            known: None,
            left: limits::COMPARISONS,
        };
        let (config, lock) = (self.config, self.lock);
        let is_unnamed = config.rename.is_empty() && config.members.is_empty();
        // Most runs name nothing, and an extension can have very many names.
        let given = match is_unnamed && lock.names_nothing() {
            true => HashMap::default(),
            false => self.given(),
        };
        self.patterns(&mut said);
        self.names(&given, &mut said);
        self.types(&mut said);
        self.members(&given, &mut said);
        said.diagnostics
    }

    fn patterns(&self, said: &mut Said<'_>) {
        for (key, pattern) in &self.left_out.idle {
            said.unmatched(key, pattern);
        }
        let absorbed = self.extension.members.iter();
        let absorbed: BTreeSet<&str> = absorbed
            .filter(|member| member.state == MemberState::Absorbed)
            .map(|member| member.id.as_str())
            .collect();
        for pattern in &self.config.exclude {
            if pattern.id().is_some_and(|id| absorbed.contains(id)) {
                said.idle("exclude", pattern.as_str());
            }
        }
    }

    /// The names that elements have, by documentation id and by key in the lock file.
    fn given(&self) -> HashMap<String, Vec<&str>> {
        let mut given = HashMap::<String, Vec<&str>>::default();
        let mut add = |id: String, name| given.entry(id).or_default().push(name);
        for (key, action) in self.keys.iter().zip(&self.extension.actions) {
            add(action.member.id.clone(), &action.name);
            if *key != action.member.id {
                add(key.clone(), &action.name);
            }
        }
        for structure in &self.extension.structures {
            add(structure.type_id.clone(), &structure.name);
            for attribute in &structure.attributes {
                add(attribute.member.clone(), &attribute.name);
            }
        }
        for entity in &self.extension.entities {
            // A structure of the same class has the chosen name.
            if !given.contains_key(&entity.type_id) {
                given.insert(entity.type_id.clone(), vec![&entity.name]);
            }
            for attribute in &entity.attributes {
                let names = given.entry(attribute.member.clone());
                names.or_default().push(&attribute.name);
            }
        }
        given
    }

    fn names(&self, given: &HashMap<String, Vec<&str>>, said: &mut Said<'_>) {
        for (id, name) in &self.config.rename {
            match given.get(id) {
                None if self.known.contains(id) => said.idle("rename", id),
                None => said.unmatched("rename", id),
                Some(names) => {
                    let is_given = |given: &&str| {
                        matches!(given.strip_prefix(name.as_str()), Some("" | "Get" | "Set"))
                    };
                    if !names.iter().all(is_given) {
                        said.diagnostics
                            .push(diagnostic("DL3002", id.clone(), name.as_str()));
                    }
                }
            }
        }
        let locked = self.lock.actions.iter().chain(&self.lock.structures);
        let structures: BTreeSet<&String> = self.lock.structures.keys().collect();
        let entities = self.lock.entities.iter();
        let entities = entities.filter(|(id, _)| !structures.contains(id));
        for (key, name) in locked.chain(entities) {
            let id = key.split(' ').next().unwrap_or(key);
            let is_renamed = self.config.rename.contains_key(id);
            let is_kept = |names: &Vec<&str>| names.contains(&name.as_str());
            if !is_renamed && given.get(key).is_some_and(|names| !is_kept(names)) {
                said.diagnostics
                    .push(diagnostic("DL3003", id.to_owned(), name.as_str()));
            }
        }
    }

    fn types(&self, said: &mut Said<'_>) {
        for id in &self.types.unknown {
            said.unmatched("type", id);
        }
        for id in &self.types.idle {
            said.idle("type", id);
        }
        for id in &self.types.shown {
            let mut structures = self.extension.structures.iter();
            if !structures.any(|structure| structure.type_id == *id) {
                said.idle("type", id);
            }
        }
        let skipped = self.extension.members.iter();
        let skipped: BTreeSet<&str> = skipped
            .filter(|member| member.by == ["DL1004"])
            .map(|member| member.id.as_str())
            .collect();
        for id in self.config.instantiate.keys() {
            if !self.known.contains(id) {
                said.unmatched("instantiate", id);
            } else if skipped.contains(id.as_str()) || self.is_open(id) {
                said.idle("instantiate", id);
            }
        }
    }

    /// Whether `id` is a generic type of which nothing was translated or absorbed.
    fn is_open(&self, id: &str) -> bool {
        let Some(name) = id.strip_prefix("T:") else {
            return false;
        };
        let is_own = |member: &&PublicMember| {
            let rest = member.id.get(2..).and_then(|rest| rest.strip_prefix(name));
            rest.is_some_and(|rest| rest.starts_with('.'))
        };
        let mut own = self.extension.members.iter().filter(is_own);
        own.all(|member| member.by == ["DL1005"])
    }

    fn members(&self, given: &HashMap<String, Vec<&str>>, said: &mut Said<'_>) {
        for (id, choices) in &self.config.members {
            if let (Some(constructor), Some(odc)) = (&choices.constructor, &self.extension.odc) {
                let mut makers = odc.actions.iter().map(|action| action.maker.as_ref());
                if makers.any(|maker| maker == Some(constructor)) {
                    continue;
                }
            }
            if !given.contains_key(id) {
                match self.known.contains(id) {
                    true => said.idle("member", id),
                    false => said.unmatched("member", id),
                }
                continue;
            }
            let own = self.extension.actions.iter();
            let own = own.filter(|action| action.member.id == *id);
            let is_no_function =
                choices.function == Some(true) && !own.clone().any(can_be_function);
            let returns_nothing =
                choices.returns_arguments == Some(true) && !own.clone().any(returns_argument);
            if is_no_function || returns_nothing || choices.constructor.is_some() {
                said.idle("member", id);
            }
        }
    }
}

/// What was found.
struct Said<'k> {
    diagnostics: Vec<Diagnostic>,
    /// The ids that the inputs have.
    ids: &'k BTreeSet<String>,
    /// The same, once something is to be compared with them.
    known: Option<Known<'k>>,
    /// With how many more of them something may be compared.
    left: usize,
}

impl Said<'_> {
    /// The choice cannot be followed.
    fn idle(&mut self, key: &str, id: &str) {
        let detail = format!("{key} `{id}`");
        self.diagnostics
            .push(diagnostic("DL6002", id.to_owned(), &detail));
    }

    /// Nothing in the inputs has the id or is named by the pattern.
    fn unmatched(&mut self, key: &str, text: &str) {
        let meant = match self.meant(text) {
            Some(near) => format!(" (perhaps `{near}` is meant)"),
            None => String::new(),
        };
        let detail = format!("{key} `{text}`{meant}");
        self.diagnostics
            .push(diagnostic("DL6001", String::new(), &detail));
    }

    /// The id that may be meant. A configuration in which very much is wrong is that of another library.
    fn meant(&mut self, text: &str) -> Option<&str> {
        if !text.contains(':') || self.left == 0 {
            return None;
        }
        self.left = self.left.saturating_sub(self.ids.len());
        let ids = self.ids;
        let known = self
            .known
            .get_or_insert_with(|| Known::new(ids.iter().map(String::as_str)));
        known.nearest(text)
    }
}
