//! What becomes of each public member (TRANSLATION §1): the outcomes, from which the balance is drawn.

use super::catalogue::diagnostic;
use super::config::Config;
use super::docs::Docs;
use super::draft::{Draft, Drafter, damaged};
use super::instantiate::Instantiations;
use super::mapper::{Mapper, Skip};
use super::nameable;
use super::owner::Owner;
use super::policy::MemberPolicy;
use super::surface::{Member, SurfaceMember, SurfaceType, is_compiler_generated};
use super::transparency::is_by_ref_like;
use super::unions;
use crate::clr::{DocId, Method, Type, TypeKind, TypeUse};
use crate::extension::Diagnostic;
use foldhash::{HashMap, HashSet};

/// What became of a member, before actions have names.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
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

/// Accounts for a surface: first [`Self::account`], then [`Self::finish`] or [`Self::estimate`].
pub(super) struct Accounting<'a, 'm> {
    pub(super) mapper: Mapper<'m>,
    docs: &'a Docs<'m>,
    /// Parallel to the members of the surface, in order.
    pub(super) outcomes: Vec<Outcome>,
    pub(super) drafts: Vec<Draft>,
    pub(super) diagnostics: Vec<Diagnostic>,
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
            method_names: HashSet::default(),
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
        let mut full_names = HashSet::default();
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
            let ambiguous = ambiguous(surface_type);
            for member in &surface_type.members {
                let outcome = match ambiguous.get(member.id.as_str()) {
                    Some(skip) => Outcome::Skipped(skip.clone()),
                    None => self.member(&owner, member, structure),
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
            Member::Property(_) => is_union() && is_compiler_generated(member.custom_attributes()),
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
    pub(super) fn own(
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
}

/// Why C# cannot tell members of the type from others, by documentation id: more than one member has the id, or the
/// name is that of a method, too.
pub(super) fn ambiguous<'s>(surface: &'s SurfaceType<'_>) -> HashMap<&'s str, Skip> {
    let methods = surface.ty.methods().filter_map(Result::ok);
    let methods = methods.filter(|method| method.is_public() && !method.is_constructor());
    let methods: HashSet<&str> = methods.filter_map(|method| method.name().ok()).collect();
    let mut seen = HashSet::default();
    let mut ambiguous = HashMap::default();
    for member in &surface.members {
        let name = member.member.name().unwrap_or_default();
        if !seen.insert(member.id.as_str()) {
            ambiguous.insert(member.id.as_str(), Skip::new("DL1020", ""));
        } else if !member.member.is_method() && methods.contains(name) {
            ambiguous.insert(member.id.as_str(), Skip::new("DL1017", name));
        }
    }
    ambiguous
}
