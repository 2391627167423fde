//! What the page's script shows: the long lists of the report.

use super::elements::{Action, Record};
use crate::emit::report::findings::Findings;
use crate::emit::report::net_name::NetName;
use crate::emit::report::users::Users;
use crate::extension::{self, Extension, MemberState};
use foldhash::HashMap;
use serde::Serialize;

/// The lists; in their items, what is empty or false is left out.
#[derive(Serialize)]
pub(super) struct Data<'a> {
    /// The extension's name.
    name: &'a str,
    /// The declaring types, in the order of the members.
    classes: Vec<String>,
    /// The members of a class stand together.
    members: Vec<Member<'a>>,
    /// In definition order.
    actions: Vec<Action<'a>>,
    /// In definition order.
    structures: Vec<Record<'a>>,
    entities: Vec<Record<'a>>,
    /// Why members were skipped.
    reasons: Vec<WhyNot<'a>>,
}

#[derive(Serialize)]
struct Member<'a> {
    /// Position in [`Data::classes`].
    class: usize,
    /// As people write it: `Find(string, int)`.
    name: String,
    id: &'a str,
    state: MemberState,
    /// Positions in [`Data::actions`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actions: Vec<usize>,
    /// What an absorbed member is part of.
    #[serde(rename = "partOf", skip_serializing_if = "<[_]>::is_empty")]
    part_of: &'a [String],
    /// Why it was skipped.
    #[serde(flatten)]
    skipped: Option<Skipped<'a>>,
}

#[derive(Clone, Copy, Serialize)]
struct Skipped<'a> {
    /// Position in [`Data::reasons`].
    reason: usize,
    message: &'a str,
}

#[derive(Serialize)]
struct WhyNot<'a> {
    code: &'a str,
    why: &'a str,
    help: &'a str,
}

impl<'a> Data<'a> {
    pub(super) fn of(extension: &'a Extension, findings: &Findings<'a>) -> Self {
        let mut users = Users::of(extension);
        let structures = extension.structures.iter();
        let structures = structures
            .map(|structure| {
                let users = users.remove(&*structure.name).unwrap_or_default();
                Record::structure(structure, users)
            })
            .collect();
        let mut actions: Vec<_> = extension.actions.iter().map(Action::of).collect();
        let (classes, members) = members(extension, findings);
        for (position, member) in members.iter().enumerate() {
            for action in &member.actions {
                actions[*action].member = position;
            }
        }
        let reasons = findings.skipped.iter();
        let reasons = reasons.map(|reason| WhyNot {
            code: reason.code,
            why: reason.why,
            help: reason.help,
        });
        Self {
            name: &extension.name,
            classes,
            members,
            actions,
            structures,
            entities: extension.entities.iter().map(Record::entity).collect(),
            reasons: reasons.collect(),
        }
    }
}

/// The declaring types and their members, with the actions that each became.
fn members<'a>(
    extension: &'a Extension,
    findings: &Findings<'a>,
) -> (Vec<String>, Vec<Member<'a>>) {
    let skipped = skipped(findings);
    let mut by_member = HashMap::<_, Vec<_>>::default();
    for (position, action) in extension.actions.iter().enumerate() {
        let id = &*action.member.id;
        by_member.entry(id).or_default().push(position);
    }
    let mut classes = Classes::default();
    let mut members = Vec::with_capacity(extension.members.len());
    let mut add = |id: &'a str, state, by: &'a [String], actions: Vec<usize>| {
        let mut name = NetName::of(id);
        if let [action] = *actions
            && has_only_out(&extension.actions[action])
        {
            name.member = name.member.replace("ref ", "out ");
        }
        members.push(Member {
            class: classes.position(name.class),
            name: name.member,
            id,
            state,
            actions,
            part_of: if state == MemberState::Absorbed {
                by
            } else {
                &[]
            },
            skipped: skipped.get(id).copied(),
        });
    };
    for member in &extension.members {
        let actions = by_member.remove(&*member.id).unwrap_or_default();
        add(&member.id, member.state, &member.by, actions);
    }
    // A definition that somebody wrote can have actions of members that it does not list.
    for action in &extension.actions {
        if let Some(actions) = by_member.remove(&*action.member.id) {
            add(&action.member.id, MemberState::Translated, &[], actions);
        }
    }
    members.sort_by_key(|member| member.class);
    (classes.names, members)
}

/// Whether each parameter that the member takes by reference is `out`, which its id does not tell.
fn has_only_out(action: &extension::Action) -> bool {
    let named = action.outputs.iter().map(|output| &output.source.name);
    let outputs: Vec<_> = named.filter(|name| !name.is_empty()).collect();
    let mut inputs = action.inputs.iter().map(|input| &input.source.name);
    outputs.len() == action.member.id.matches('@').count()
        && !inputs.any(|input| outputs.contains(&input))
}

/// Why each skipped member was, by its id.
fn skipped<'a>(findings: &Findings<'a>) -> HashMap<&'a str, Skipped<'a>> {
    let reasons = findings.skipped.iter().enumerate();
    reasons
        .flat_map(|(reason, group)| {
            let findings = group.findings.iter();
            findings.map(move |finding| {
                let message = finding.message;
                (finding.id, Skipped { reason, message })
            })
        })
        .collect()
}

/// The declaring types in the order in which they were met.
#[derive(Default)]
struct Classes {
    names: Vec<String>,
    positions: HashMap<String, usize>,
}

impl Classes {
    fn position(&mut self, name: String) -> usize {
        if let Some(position) = self.positions.get(&name) {
            return *position;
        }
        let position = self.names.len();
        self.names.push(name.clone());
        self.positions.insert(name, position);
        position
    }
}
