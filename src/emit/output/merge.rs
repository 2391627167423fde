//! Merging what people edited by method, as Integration Studio merges `<Ext>.cs` (O11.md §1.7).

use crate::emit::csharp::{Member, Source};
use crate::emit::parts::{self, HEAD, Parts, hash};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a run did to a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MethodFate {
    /// It is new.
    Added,
    /// It was as generated, and is generated in another way now.
    Updated,
    /// It was as generated, and is generated no more.
    Removed,
    /// It was edited, and stays as it is.
    Kept,
    /// It was edited and stays, though another one is generated than before.
    KeptOld,
    /// It was edited: its body stays, under the new signature.
    KeptBody,
    /// It is generated no more, but it was edited or is called by what was: it stays, and is the user's from now
    /// on.
    KeptUnused,
}

/// What a run did to a method of a file that people edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MethodChange {
    /// The file.
    pub file: String,
    /// Name of the method; the signature of a member that is none, or that shares its name.
    pub method: String,
    /// What was done.
    pub change: MethodFate,
}

/// A merged file.
#[derive(Debug)]
pub(super) struct Merged {
    pub(super) text: String,
    pub(super) fates: Vec<(String, MethodFate)>,
}

/// Merges what is `generated` now into the file that is `found`, where `last` was generated before; `None` where
/// one of the two is not understood.
pub(super) fn merge(found: &str, generated: &str, last: &Parts) -> Option<Merged> {
    // People's tools may have changed the line ends.
    let generated = match found.contains("\r\n") {
        true => generated.replace("\r\n", "\n").replace('\n', "\r\n"),
        false => generated.replace("\r\n", "\n"),
    };
    let new = Source::parse(&generated, None)?;
    let now = parts::of(&new)?;
    let old = Source::parse(found, Some(new.class))?;
    let merge = Merge {
        last,
        now: &now,
        fates: Vec::new(),
    };
    Some(merge.run(&old, &new))
}

struct Merge<'a> {
    last: &'a Parts,
    now: &'a Parts,
    fates: Vec<(String, MethodFate)>,
}

/// A member of the merged file.
struct Placed<'a> {
    gap: &'a str,
    text: String,
    /// Its position among those that are generated.
    generated: Option<usize>,
    /// Generated before and unedited, but not generated now.
    is_unused: bool,
}

impl Merge<'_> {
    fn run(mut self, old: &Source<'_>, new: &Source<'_>) -> Merged {
        let is_head_edited = !self.is_as_generated(HEAD, old.head);
        if is_head_edited {
            self.fates.push((HEAD.to_owned(), self.kept(HEAD)));
        }
        let head = if is_head_edited { old.head } else { new.head };
        let pairs = pairs(self.last, old, new);
        let mut placed = Vec::new();
        for (member, pair) in old.members.iter().zip(&pairs) {
            let generated = pair.and_then(|at| new.members.get(at));
            placed.push(self.place(member, generated, *pair));
        }
        self.remove(old, &mut placed);
        self.add(new, &mut placed);
        let mut text = head.to_owned();
        for member in &placed {
            text.push_str(member.gap);
            text.push_str(&member.text);
        }
        text.push_str(old.tail);
        Merged {
            text,
            fates: self.fates,
        }
    }

    /// What becomes of a member that is there, whose generated `pair` is at `at`.
    fn place<'t>(
        &mut self,
        member: &Member<'t>,
        pair: Option<&Member<'_>>,
        at: Option<usize>,
    ) -> Placed<'t> {
        let mut text = member.text.to_owned();
        let mut is_unused = false;
        if let Some(new) = pair {
            let fate = if self.is_as_generated(&new.key, member.text) {
                text = new.text.to_owned();
                (hash(&text) != hash(member.text)).then_some(MethodFate::Updated)
            } else if new.shape != member.shape && new.shape.starts_with("public ") {
                // The interface demands it; others are called by what people wrote.
                let signature = new.text.get(new.signature.clone()).unwrap_or_default();
                text.replace_range(member.signature.clone(), signature);
                Some(MethodFate::KeptBody)
            } else {
                Some(self.kept(&new.key))
            };
            self.fates.extend(fate.map(|fate| (new.key.clone(), fate)));
        } else if let Some((key, last)) = self.last_part(member) {
            is_unused = *last == hash(member.text);
            if !is_unused {
                self.fates.push((key.to_owned(), MethodFate::KeptUnused));
            }
        }
        Placed {
            gap: member.gap,
            text,
            generated: at,
            is_unused,
        }
    }

    /// Removes the members that are generated no more, but for those that the others name.
    fn remove(&mut self, old: &Source<'_>, placed: &mut [Placed<'_>]) {
        let (mut unused, staying): (Vec<usize>, Vec<usize>) =
            (0..placed.len()).partition(|at| placed.get(*at).is_some_and(|of| of.is_unused));
        let mut callers = staying;
        while let Some(caller) = callers.pop().filter(|_| !unused.is_empty()) {
            let caller = placed.get(caller).map_or("", |of| of.text.as_str());
            let is_called = |at: &usize| {
                let member = old.members.get(*at);
                member.is_some_and(|of| names(caller, of.name.unwrap_or(&of.shape)))
            };
            let (called, others): (Vec<usize>, Vec<usize>) =
                unused.into_iter().partition(is_called);
            unused = others;
            for at in &called {
                self.tell(old, *at, MethodFate::KeptUnused);
            }
            callers.extend(called);
        }
        for at in unused {
            self.tell(old, at, MethodFate::Removed);
            if let Some(member) = placed.get_mut(at) {
                member.text.clear();
                if member.gap.trim().is_empty() {
                    member.gap = "";
                }
            }
        }
    }

    fn tell(&mut self, old: &Source<'_>, at: usize, fate: MethodFate) {
        if let Some(member) = old.members.get(at) {
            self.fates.push((member.key.clone(), fate));
        }
    }

    /// Adds the members that are not there, each below the one that it is generated below.
    fn add<'t>(&mut self, new: &Source<'t>, placed: &mut Vec<Placed<'t>>) {
        let mut is_there = vec![false; new.members.len()];
        for at in placed.iter().filter_map(|of| of.generated) {
            if let Some(is_there) = is_there.get_mut(at) {
                *is_there = true;
            }
        }
        let mut added: BTreeMap<Option<usize>, Vec<Placed<'t>>> = BTreeMap::new();
        let mut above = None;
        for (at, member) in new.members.iter().enumerate() {
            if is_there.get(at) == Some(&true) {
                above = Some(at);
                continue;
            }
            self.fates.push((member.key.clone(), MethodFate::Added));
            added.entry(above).or_default().push(Placed {
                gap: member.gap,
                text: member.text.to_owned(),
                generated: Some(at),
                is_unused: false,
            });
        }
        let mut all = added.remove(&None).unwrap_or_default();
        for member in placed.drain(..) {
            let below = member.generated.and_then(|at| added.remove(&Some(at)));
            all.push(member);
            all.extend(below.into_iter().flatten());
        }
        *placed = all;
    }

    /// Whether `text` is what was generated before, or is now, under `key`.
    fn is_as_generated(&self, key: &str, text: &str) -> bool {
        let hash = hash(text);
        [self.last, self.now]
            .iter()
            .any(|parts| parts.get(key) == Some(&hash))
    }

    /// What becomes of an edited part that is still generated.
    fn kept(&self, key: &str) -> MethodFate {
        match self.last.get(key) {
            Some(last) if Some(last) != self.now.get(key) => MethodFate::KeptOld,
            _ => MethodFate::Kept,
        }
    }

    /// What was generated before, and no more, for a member of the file that is there; and its key.
    fn last_part<'k>(&self, member: &'k Member<'_>) -> Option<(&'k str, &String)> {
        let keys = member.name.into_iter().chain([member.shape.as_str()]);
        keys.filter(|key| !self.now.contains_key(*key))
            .find_map(|key| Some((key, self.last.get(key)?)))
    }
}

/// For each member that is there, the position of the generated one that it is.
///
/// Of several with the name of a generated method, it is the one that is as generated, else the one with its
/// signature, else the first.
fn pairs(last: &Parts, old: &Source<'_>, new: &Source<'_>) -> Vec<Option<usize>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, member) in old.members.iter().enumerate() {
        let name = member.name.unwrap_or(&member.shape);
        by_name.entry(name).or_default().push(at);
    }
    let mut pairs = vec![None; old.members.len()];
    for (at, member) in new.members.iter().enumerate() {
        let name = member.name.unwrap_or(&member.shape);
        let found = by_name.get(name).map_or(&[][..], Vec::as_slice);
        let found = found
            .iter()
            .filter_map(|at| Some((*at, old.members.get(*at)?)));
        let is_shared = Some(member.key.as_str()) != member.name;
        let found = found.filter(|(_, of)| !is_shared || of.shape == member.shape);
        let hashed = last.get(&member.key);
        let best =
            found.min_by_key(|(_, of)| (hashed != Some(&hash(of.text)), of.shape != member.shape));
        if let Some(pair) = best.and_then(|(at, _)| pairs.get_mut(at)) {
            *pair = Some(at);
        }
    }
    pairs
}

/// Whether `text` has `name` as a word.
fn names(text: &str, name: &str) -> bool {
    let is_part = |of: char| of == '_' || of.is_alphanumeric();
    text.match_indices(name).any(|(start, _)| {
        let (before, rest) = text.split_at(start);
        let after = rest.get(name.len()..).unwrap_or_default();
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}
