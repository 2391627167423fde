//! What is settled when every member has its outcome: names, and the balance of the states.

use super::Estimate;
use super::accounting::{Accounting, Outcome};
use super::action_names;
use super::catalogue::diagnostic;
use super::draft::Draft;
use super::mapper::Skip;
use super::nameable::{self, Nameable};
use super::names::hashed;
use super::owner::Owner;
use super::plan::{Call, Conversion, Mapping, Translation};
use super::policy::FunctionPolicy;
use super::surface::{SurfaceMember, SurfaceType};
use super::type_map::Scalar;
use super::unions;
use super::unmade::unmade;
use super::warnings;
use crate::clr::{DocId, Type};
use crate::extension::{
    Action, Coverage, MemberKind, MemberRef, MemberState, Parameter, PublicMember,
};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

impl<'m> Accounting<'_, 'm> {
    /// Settles what is open, names the actions, and draws the balance.
    pub(super) fn finish(mut self, surface: &[SurfaceType<'m>]) -> (Translation, Nameable<'m>) {
        let json = self.settle(surface);
        let requests: Vec<_> = self.drafts.iter().map(|draft| &draft.naming).collect();
        let names = action_names::assign(&requests, &self.mapper.given.actions);
        let members = self.balance(surface, &names);
        let position: HashMap<&str, usize> = members
            .iter()
            .enumerate()
            .map(|(at, member)| (member.id.as_str(), at))
            .collect();
        let drafts = self.drafts.into_iter().zip(names);
        let mut drafts: Vec<Option<(Draft, String)>> = drafts.map(Some).collect();
        // Drafts are large: only their places are sorted.
        let mut order: Vec<usize> = (0..drafts.len()).collect();
        order.sort_by_cached_key(|at| {
            let (draft, _) = drafts.get(*at)?.as_ref()?;
            position.get(draft.id.as_str()).copied()
        });
        let in_order = order.iter().filter_map(|at| drafts.get_mut(*at)?.take());

        let functions = self.mapper.policies.functions;
        let mut translation = Translation {
            warnings: warnings::of_use(surface),
            json,
            structures: self.mapper.plans,
            enums: self.mapper.enums,
            ..Translation::default()
        };
        let mut diagnostics = self.mapper.diagnostics;
        diagnostics.append(&mut self.diagnostics);
        translation.keys.reserve_exact(order.len());
        translation.extension.actions.reserve_exact(order.len());
        translation.calls.reserve_exact(order.len());
        for (mut draft, name) in in_order {
            if is_shortened(&draft.naming, &name) {
                diagnostics.push(diagnostic("DL3001", draft.id.clone(), &name));
            }
            diagnostics.append(&mut draft.diagnostics);
            translation.keys.push(draft.naming.id.clone());
            let (action, call) = finished(draft, name, functions);
            translation.extension.actions.push(action);
            translation.calls.push(call);
        }
        let nameable = self.mapper.nameable;
        translation.extension.structures = self.mapper.structures;
        translation.extension.coverage = Coverage::of(members.iter().map(|member| member.state));
        translation.extension.members = members;
        for (code, count) in lossy(&translation) {
            diagnostics.push(diagnostic(code, String::new(), &count.to_string()));
        }
        let required = diagnostics.iter().filter(|of| of.code == "DL2009");
        let required: HashSet<&str> = required.map(|of| of.id.as_str()).collect();
        let mut unmade = unmade(&translation);
        unmade.retain(|of| !required.contains(of.id.as_str()));
        diagnostics.append(&mut unmade);
        translation.extension.diagnostics = diagnostics;
        (translation, nameable)
    }

    /// The sums of [`Self::finish`] alone.
    pub(super) fn estimate(mut self, surface: &[SurfaceType<'m>]) -> Estimate {
        self.settle(surface);
        let mapper = &self.mapper;
        let mut reasons = BTreeMap::new();
        let states = members(surface).zip(&self.outcomes);
        let states = states.map(|((ty, _), outcome)| {
            let reason = match outcome {
                Outcome::Drafted(_) => return MemberState::Translated,
                Outcome::Absorbed(_) | Outcome::Override(_) => return MemberState::Absorbed,
                Outcome::EnumValue if mapper.uses_enum(ty) => return MemberState::Absorbed,
                Outcome::EnumValue => UNUSED_ENUM,
                Outcome::Skipped(skip) => skip.code,
            };
            let count = reasons.entry(reason).or_insert(0usize);
            *count = count.saturating_add(1);
            MemberState::Skipped
        });
        let coverage = Coverage::of(states);
        Estimate { coverage, reasons }
    }

    /// Decides what depends on the outcomes of other members, and gives the mappings of what travels as JSON.
    fn settle(&mut self, surface: &[SurfaceType<'m>]) -> Vec<Mapping> {
        self.settle_overrides(surface);
        let json = self.mapper.json_mappings();
        self.settle_generics(surface);
        json
    }

    /// Translates overrides of members that are not translated themselves.
    fn settle_overrides(&mut self, surface: &[SurfaceType<'m>]) {
        let overridden = self.overridden(surface);
        let mut open = Vec::new();
        let outcomes = members(surface).zip(&self.outcomes);
        for (at, ((ty, member), outcome)) in outcomes.enumerate() {
            if let Outcome::Override(base) = outcome
                && !overridden.contains_key(base.as_str())
            {
                open.push((at, ty, member));
            }
        }
        for (at, ty, member) in open {
            let outcome = match Owner::new(ty) {
                Ok(owner) => self.own(&owner, member, &member.arguments),
                Err(skip) => Outcome::Skipped(skip),
            };
            if let Some(slot) = self.outcomes.get_mut(at) {
                *slot = outcome;
            }
        }
    }

    /// What became of the members that others override, by documentation id, of those that are not skipped.
    fn overridden<'s>(&'s self, surface: &'s [SurfaceType<'m>]) -> HashMap<&'s str, &'s Outcome> {
        let bases = self.outcomes.iter().filter_map(|outcome| match outcome {
            Outcome::Override(base) => Some(base.as_str()),
            _ => None,
        });
        let bases: HashSet<&str> = bases.collect();
        let all = members(surface).zip(&self.outcomes);
        let all = all.map(|((_, member), outcome)| (member.id.as_str(), outcome));
        let is_there = |outcome| matches!(outcome, &Outcome::Drafted(_) | &Outcome::Absorbed(_));
        all.filter(|(id, outcome)| bases.contains(id) && is_there(outcome))
            .collect()
    }

    /// Members of a generic type are part of the structures that the closed types became.
    fn settle_generics(&mut self, surface: &[SurfaceType<'m>]) {
        for ((_, member), outcome) in members(surface).zip(&mut self.outcomes) {
            if let Outcome::Skipped(Skip { code: "DL1005", .. }) = outcome
                && let Some(by) = self.mapper.closed_members.get(&member.declared_id)
            {
                *outcome = Outcome::Absorbed(by.clone());
            }
        }
    }

    /// The state of every member, with a diagnostic for each that is left out.
    fn balance(&mut self, surface: &[SurfaceType<'m>], names: &[String]) -> Vec<PublicMember> {
        let mut balance = Vec::with_capacity(self.outcomes.len());
        let all = members(surface);
        let actions = |drafts: &[usize]| -> Vec<String> {
            drafts
                .iter()
                .filter_map(|at| names.get(*at).cloned())
                .collect()
        };
        let overridden = self.overridden(surface);
        let mut diagnostics = Vec::new();
        for ((ty, member), outcome) in all.zip(&self.outcomes) {
            let unused;
            let skip = match outcome {
                Outcome::EnumValue if !self.mapper.uses_enum(ty) => {
                    unused = Skip::new(UNUSED_ENUM, nameable::full_name(ty));
                    Some(&unused)
                }
                Outcome::Skipped(skip) => Some(skip),
                _ => None,
            };
            if let Some(skip) = skip {
                let said = diagnostic(skip.code, member.id.clone(), &skip.detail);
                diagnostics.push(said);
            }
            let (state, by) = match (outcome, skip) {
                (_, Some(skip)) => (MemberState::Skipped, vec![skip.code.to_owned()]),
                (Outcome::Drafted(drafts), None) => (MemberState::Translated, actions(drafts)),
                (Outcome::Absorbed(by), None) => (MemberState::Absorbed, by.clone()),
                (Outcome::Override(base), None) => {
                    let by = match overridden.get(base.as_str()) {
                        Some(Outcome::Drafted(drafts)) => actions(drafts),
                        Some(Outcome::Absorbed(by)) => by.clone(),
                        _ => Vec::new(),
                    };
                    (MemberState::Absorbed, by)
                }
                (Outcome::EnumValue | Outcome::Skipped(_), None) => {
                    let by = DocId(&unions::of(ty)).to_string();
                    (MemberState::Absorbed, vec![by])
                }
            };
            balance.push(PublicMember {
                id: member.id.clone(),
                state,
                by,
            });
        }
        self.diagnostics.append(&mut diagnostics);
        balance
    }
}

/// All members with their types, in the order of the outcomes.
fn members<'s, 'm>(
    surface: &'s [SurfaceType<'m>],
) -> impl Iterator<Item = (Type<'m>, &'s SurfaceMember<'m>)> + Clone {
    let of = |ty: &'s SurfaceType<'m>| ty.members.iter().map(move |member| (ty.ty, member));
    surface.iter().flat_map(of)
}

/// Why a constant of an enum is skipped.
const UNUSED_ENUM: &str = "DL1015";

fn is_shortened(request: &action_names::NameRequest, name: &str) -> bool {
    let mut levels = request.levels.iter();
    let is_whole = levels.any(|level| name.starts_with(level.as_str()));
    // A name that the configuration or the lock file gives can be any.
    !is_whole && hashed(name, &request.id, name.len()) == name
}

/// The draft as an action called `name`, and its call.
fn finished(draft: Draft, name: String, functions: FunctionPolicy) -> (Action, Call) {
    let call = draft.call;
    let is_static = call.instance.is_none() && call.kind != MemberKind::Constructor;
    let plain = |parameter: &Parameter| !parameter.data_type.holds_object();
    let mut arguments = call.arguments.iter();
    let is_function = functions == FunctionPolicy::Static
        && is_static
        && arguments.all(|argument| argument.output.is_none())
        && draft.outputs.len() == 1
        && draft.inputs.iter().chain(&draft.outputs).all(plain);
    let action = Action {
        name,
        description: draft.description,
        function: is_function,
        inputs: draft.inputs,
        outputs: draft.outputs,
        member: MemberRef {
            kind: call.kind,
            id: draft.id,
            is_static,
        },
    };
    (action, call)
}

/// How many parameters and attributes each lossy row of the type map carries.
pub(super) fn lossy(translation: &Translation) -> BTreeMap<&'static str, usize> {
    fn row(mapping: &Mapping) -> Option<&'static Scalar> {
        match &mapping.conversion {
            Conversion::Scalar(row) => Some(row),
            Conversion::Nullable { inner, .. } | Conversion::List(_, inner) => row(inner),
            _ => None,
        }
    }
    let calls = translation.calls.iter().flat_map(|call| {
        let arguments = call.arguments.iter().map(|argument| &argument.mapping);
        arguments.chain(&call.result)
    });
    let attributes = translation
        .structures
        .iter()
        .flat_map(|plan| &plan.attributes);
    let mappings = calls.chain(attributes.map(|attribute| &attribute.mapping));
    let mut counts = BTreeMap::new();
    for code in mappings.filter_map(|mapping| row(mapping)?.lossy) {
        let count = counts.entry(code).or_insert(0usize);
        *count = count.saturating_add(1);
    }
    counts
}
