//! What became of each public member (TRANSLATION §1): the outcomes, and the balance that they add up to.

use super::Estimate;
use super::action_names;
use super::catalogue::diagnostic;
use super::config::Config;
use super::docs::Docs;
use super::draft::{Draft, Drafter, damaged};
use super::instantiate::Instantiations;
use super::mapper::{Mapper, Skip};
use super::nameable::{self, Nameable};
use super::names::hashed;
use super::owner::Owner;
use super::plan::{Call, Conversion, Mapping, Translation};
use super::policy::{FunctionPolicy, MemberPolicy};
use super::surface::{Member, SurfaceMember, SurfaceType};
use super::transparency::is_by_ref_like;
use super::type_map::Scalar;
use super::unions;
use super::unmade::unmade;
use crate::clr::{DocId, Method, Type, TypeKind, TypeUse};
use crate::extension::Diagnostic;
use crate::extension::{
    Action, Coverage, MemberKind, MemberRef, MemberState, Parameter, PublicMember,
};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What became of a member, before actions have names.
#[derive(Clone, Debug)]
enum Outcome {
    /// Positions of its drafts.
    Drafted(Vec<usize>),
    /// It is part of what these names say.
    Absorbed(Vec<String>),
    /// It overrides the member with this id, or that says what it says.
    Override(String),
    /// It is a constant of an enum, which may or may not be used.
    EnumValue,
    Skipped(Skip),
}

impl Outcome {
    /// The outcome of a member that has two: what is translated once is translated.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Drafted(mut drafts), Self::Drafted(more)) => {
                drafts.extend(more);
                Self::Drafted(drafts)
            }
            (Self::Skipped(_), other) => other,
            (own, _) => own,
        }
    }
}

/// Accounts for a surface: first [`Self::account`], then [`Self::finish`].
pub(super) struct Accounting<'a, 'm> {
    pub(super) mapper: Mapper<'m>,
    docs: &'a Docs<'m>,
    /// Parallel to the members of the surface, in order.
    outcomes: Vec<Outcome>,
    drafts: Vec<Draft>,
    diagnostics: Vec<Diagnostic>,
    /// Names of all methods, in lower case.
    method_names: HashSet<String>,
    instantiations: Instantiations<'m>,
    /// Whether the arguments come back that members change, by documentation id, where that is chosen.
    returning: HashMap<String, bool>,
}

impl<'a, 'm> Accounting<'a, 'm> {
    pub(super) fn new(
        mapper: Mapper<'m>,
        docs: &'a Docs<'m>,
        instantiations: Instantiations<'m>,
        config: &Config,
    ) -> Self {
        let members = config.members.iter();
        let returning =
            members.filter_map(|(id, choices)| Some((id.clone(), choices.returns_arguments?)));
        Self {
            mapper,
            docs,
            outcomes: Vec::new(),
            drafts: Vec::new(),
            diagnostics: Vec::new(),
            method_names: HashSet::new(),
            instantiations,
            returning: returning.collect(),
        }
    }

    /// Finds the outcome of every member.
    pub(super) fn account(&mut self, surface: &[SurfaceType<'m>]) {
        let members = surface.iter().flat_map(|ty| &ty.members);
        let methods = members.filter(|member| matches!(member.member, Member::Method(_)));
        let names = methods.filter_map(|method| method.member.name().ok());
        self.method_names = names.map(str::to_lowercase).collect();
        let mut full_names = HashSet::new();
        for surface_type in surface {
            let ty = surface_type.ty;
            let is_first = full_names.insert(DocId(&ty).to_string());
            for error in &surface_type.damaged {
                let id = DocId(&ty).to_string();
                let detail = error.to_string();
                self.diagnostics.push(diagnostic("DL1013", id, &detail));
            }
            let owner = if is_first {
                self.owner(surface_type)
            } else {
                Err(Skip::new("DL1014", nameable::full_name(ty)))
            };
            let owner = match owner {
                Ok(owner) => owner,
                Err(skip) => {
                    self.without_owner(surface_type, &skip);
                    continue;
                }
            };
            let structure = self.mapper.structure(ty, &[]);
            let duplicates = duplicate_ids(&surface_type.members);
            for member in &surface_type.members {
                let outcome = if duplicates.contains(member.id.as_str()) {
                    Outcome::Skipped(Skip::new("DL1020", ""))
                } else {
                    self.member(&owner, member, structure)
                };
                self.outcomes.push(outcome);
            }
        }
    }

    /// The outcomes of the members of a type that is no owner: of a generic one, those of its instantiations.
    fn without_owner(&mut self, surface: &SurfaceType<'m>, skip: &Skip) {
        let ty = surface.ty;
        let count = ty.generic_params().count();
        let lists = match skip.code {
            "DL1005" => self.instantiations.of(&DocId(&ty).to_string(), count),
            _ => Vec::new(),
        };
        let mut owners = Vec::new();
        for arguments in lists {
            if let Ok(owner) = Owner::closed(ty, &arguments) {
                // Data members of a structure are its attributes.
                self.mapper.structure(ty, &arguments);
                owners.push((owner, arguments));
            }
        }
        for member in &surface.members {
            let mut outcome = Outcome::Skipped(skip.clone());
            let is_attribute = self.mapper.closed_members.contains_key(&member.declared_id);
            for (owner, arguments) in owners.iter().filter(|_| !is_attribute) {
                outcome = outcome.and(self.own(owner, member, arguments));
            }
            self.outcomes.push(outcome);
        }
    }

    /// The type as an owner of actions, or the reason why none of its members can be translated.
    fn owner(&mut self, surface: &SurfaceType<'m>) -> Result<Owner<'m>, Skip> {
        let ty = surface.ty;
        let name = ty.full_name().map_err(damaged)?;
        if surface.kind == TypeKind::Delegate {
            return Err(Skip::new("DL1001", name));
        }
        if ty.is_generic() {
            return Err(Skip::new("DL1005", name));
        }
        if is_by_ref_like(ty) {
            return Err(Skip::new("DL1003", name));
        }
        self.mapper.nameable.check(ty)?;
        Owner::new(ty)
    }

    fn member(
        &mut self,
        owner: &Owner<'m>,
        member: &SurfaceMember<'m>,
        structure: Option<usize>,
    ) -> Outcome {
        if self.is_enum_value(owner, member.member) {
            return Outcome::EnumValue;
        }
        if let Some(tag) = unions::tag_of_constants(owner.ty) {
            return Outcome::Override(DocId(&tag).to_string());
        }
        if let Some(outcome) = structure.and_then(|at| self.structure_part(owner.ty, member, at)) {
            return outcome;
        }
        if let Some(base) = &member.overrides {
            return Outcome::Override(base.clone());
        }
        self.own(owner, member, &member.arguments)
    }

    /// Whether the member is a constant of an enum, or what a union of F# has for the names of its cases.
    fn is_enum_value(&self, owner: &Owner<'m>, member: Member<'m>) -> bool {
        let union = unions::of(owner.ty);
        let is_union = || self.mapper.is_union_of_names(union);
        match member {
            Member::Field(_) => owner.kind == TypeKind::Enum || (union != owner.ty && is_union()),
            Member::Property(_) => is_union() && is_compiler_generated(member),
            _ => false,
        }
    }

    /// The outcome of a member that is a part of the structure that its type is.
    fn structure_part(
        &mut self,
        ty: Type<'m>,
        member: &SurfaceMember<'m>,
        position: usize,
    ) -> Option<Outcome> {
        let builder = self.mapper.builder(ty);
        let structure = self.mapper.structures.get(position)?;
        let attributes = &structure.attributes;
        let attribute = attributes
            .iter()
            .find(|attribute| attribute.member == member.declared_id);
        if let Some(attribute) = attribute {
            let name = format!("{}.{}", structure.name, attribute.name);
            return Some(Outcome::Absorbed(vec![name]));
        }
        match member.member {
            Member::Constructor(method) => {
                let is_plain = method.signature().ok()?.parameters.is_empty();
                let is_builder = builder == Some(method.row().id());
                let name = structure.name.clone();
                (is_plain || is_builder).then(|| Outcome::Absorbed(vec![name]))
            }
            Member::Property(property) => {
                let signature = property.signature().ok()?;
                let is_hidden =
                    signature.has_this && !property.getter().is_some_and(Method::is_public);
                is_hidden.then(|| Outcome::Skipped(Skip::new("DL1016", "")))
            }
            _ => None,
        }
    }

    /// The outcome of a member by itself, with these type arguments of its declaring type.
    fn own(
        &mut self,
        owner: &Owner<'m>,
        member: &SurfaceMember<'m>,
        arguments: &[TypeUse<'m>],
    ) -> Outcome {
        if let Some(skip) = member.member.forbidden() {
            return Outcome::Skipped(skip);
        }
        if member.is_hidden {
            return Outcome::Skipped(Skip::new("DL1023", nameable::full_name(owner.ty)));
        }
        let mut outcome = self.drafted(owner, member, arguments, &[]);
        if let (Outcome::Skipped(Skip { code: "DL1004", .. }), Member::Method(method)) =
            (&outcome, member.member)
        {
            let count = method.generic_params().count();
            for list in self.instantiations.of(&member.declared_id, count) {
                outcome = outcome.and(self.drafted(owner, member, arguments, &list));
            }
        }
        outcome
    }

    fn drafted(
        &mut self,
        owner: &Owner<'m>,
        member: &SurfaceMember<'m>,
        arguments: &[TypeUse<'m>],
        method_arguments: &[TypeUse<'m>],
    ) -> Outcome {
        match self.drafts(owner, member, arguments, method_arguments) {
            Ok(drafts) => {
                let first = self.drafts.len();
                self.drafts.extend(drafts);
                Outcome::Drafted((first..self.drafts.len()).collect())
            }
            Err(skip) => Outcome::Skipped(skip),
        }
    }

    fn drafts(
        &mut self,
        owner: &Owner<'m>,
        member: &SurfaceMember<'m>,
        arguments: &[TypeUse<'m>],
        method_arguments: &[TypeUse<'m>],
    ) -> Result<Vec<Draft>, Skip> {
        let name = member.member.name().map_err(damaged)?;
        if !member.member.is_speakable() {
            return Err(Skip::new("DL1017", name));
        }
        let ordinal = owner.ty.assembly().ordinal();
        let mut drafter = Drafter {
            docs: self
                .docs
                .member(ordinal, &member.declared_id, member.overrides.as_deref()),
            mapper: &mut self.mapper,
            owner,
            surface: member,
            method_names: &self.method_names,
            returns_arguments: self.returning.get(&member.id).copied(),
            arguments,
            method_arguments,
        };
        match member.member {
            Member::Constructor(method) => Ok(vec![drafter.constructor(method)?]),
            Member::Method(method) => Ok(vec![drafter.method(method)?]),
            Member::Event(_) => Err(Skip::new("DL1007", name)),
            Member::Field(field) => {
                let skips_constants = drafter.mapper.policies.constants == MemberPolicy::Skip;
                if field.is_literal() && skips_constants {
                    return Err(Skip::new("DL1019", name));
                }
                let ty = field.ty().map_err(damaged)?.substitute(arguments);
                let ty = ty.with_element_names(field.custom_attributes());
                let mut drafts = vec![drafter.field_get(field, &ty)?];
                if !field.is_literal() && !field.is_init_only() {
                    drafts.push(drafter.field_set(field, &ty)?);
                }
                Ok(drafts)
            }
            Member::Property(property) => drafter.property(property),
        }
    }

    /// Whether another target could build types that this one cannot.
    pub(super) fn is_narrow(&self) -> bool {
        self.mapper.is_narrow()
    }

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
            uses_obsolete: surface.iter().any(is_obsolete),
            json,
            structures: self.mapper.plans,
            enums: self.mapper.enums,
            ..Translation::default()
        };
        let mut diagnostics = self.mapper.diagnostics;
        diagnostics.append(&mut self.diagnostics);
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

fn is_compiler_generated(member: Member<'_>) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    member.has(NAMESPACE, "CompilerGeneratedAttribute")
}

/// Why a constant of an enum is skipped.
const UNUSED_ENUM: &str = "DL1015";

/// Documentation ids that more than one member has.
pub(super) fn duplicate_ids<'s>(members: &'s [SurfaceMember<'_>]) -> HashSet<&'s str> {
    let mut seen = HashSet::new();
    let ids = members.iter().map(|member| member.id.as_str());
    ids.filter(|id| !seen.insert(*id)).collect()
}

/// Whether the type or one of its members is obsolete.
pub(super) fn is_obsolete(surface: &SurfaceType<'_>) -> bool {
    let mut members = surface.members.iter();
    let mut own = surface.ty.custom_attributes();
    own.any(|attribute| attribute.is("System", "ObsoleteAttribute"))
        || members.any(|member| member.member.has("System", "ObsoleteAttribute"))
}

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
