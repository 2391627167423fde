use super::action_names;
use super::catalogue::diagnostic;
use super::docs::Docs;
use super::draft::{Draft, Drafter, damaged};
use super::identifier;
use super::mapper::{Mapper, Skip};
use super::nameable;
use super::plan::{Conversion, Mapping, Translation};
use super::surface::{Member, SurfaceFinder, SurfaceMember, SurfaceType};
use super::type_map::Scalar;
use crate::clr::{
    Assembly, DocId, Library, LibraryFile, Method, TargetFramework, Type, TypeKind,
    is_framework_assembly,
};
use crate::extension::{
    Action, Coverage, DeployAction, Diagnostic, FORMAT, Input, MemberKind, MemberRef, MemberState,
    Profile, PublicMember, Resource,
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What a user can choose about a translation.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Name of the extension; the first input's assembly name where it is not given.
    pub name: Option<String>,
    /// Ordinal of the one input to translate; all of them where it is not given.
    pub only: Option<usize>,
}

/// Translates the inputs of `library` into one extension, by the rules of the profile `structured`.
///
/// It does not fail: what cannot be translated is in the definition's diagnostics.
pub fn translate<'m>(library: &'m Library<'m>, options: &Options) -> Translation {
    let is_wanted = |file: &LibraryFile<'_>| {
        let ordinal = file.assembly().ordinal();
        options.only.is_none_or(|only| only == ordinal)
    };
    let mut inputs: Vec<LibraryFile<'m>> = library.inputs().filter(is_wanted).collect();
    inputs.sort_by_cached_key(|file| (file_name(*file), file.assembly().mvid().map(|id| id.0)));
    let name = extension_name(&inputs, options);
    let docs = Docs::new(library);
    let ordinals: HashSet<usize> = inputs
        .iter()
        .map(|file| file.assembly().ordinal())
        .collect();
    let is_documented = |ty: Type<'m>, id: &str| docs.get(ty.assembly().ordinal(), id).is_some();
    let mut finder = SurfaceFinder::new(library.set(), &ordinals, &is_documented);
    let surface: Vec<SurfaceType<'m>> = inputs
        .iter()
        .flat_map(|file| finder.types(file.assembly().ordinal()))
        .collect();

    let mut accounting = Accounting {
        mapper: Mapper::new(library.set(), &docs),
        docs: &docs,
        outcomes: Vec::new(),
        drafts: Vec::new(),
        diagnostics: Vec::new(),
    };
    accounting.account(&surface);

    let needed = std::mem::take(&mut accounting.mapper.nameable.assemblies);
    let mut translation = accounting.finish(&surface);
    let extension = &mut translation.extension;
    extension.format = FORMAT;
    extension.description = description(&inputs);
    extension.profile = Profile::Structured;
    extension.inputs = inputs.iter().map(|file| provenance(*file)).collect();
    extension.resources = resources(library, &inputs, &needed);
    extension
        .diagnostics
        .extend(input_diagnostics(&inputs, &name));
    extension.name = name;
    translation
}

fn file_name(file: LibraryFile<'_>) -> String {
    let name = file.path().file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn extension_name(inputs: &[LibraryFile<'_>], options: &Options) -> String {
    let first = inputs.first().map_or("", |file| file.assembly().name());
    let name = options.name.as_deref().unwrap_or(first);
    super::fit(
        &identifier(&name.replace('.', "")),
        name,
        super::mapper::NAME,
    )
}

/// The description of the first input that has one (`AssemblyDescriptionAttribute`).
fn description(inputs: &[LibraryFile<'_>]) -> String {
    let attributes = inputs
        .iter()
        .flat_map(|file| file.assembly().custom_attributes());
    let mut descriptions = attributes
        .filter(|attribute| attribute.is("System.Reflection", "AssemblyDescriptionAttribute"))
        .filter_map(|attribute| attribute.first_string());
    super::docs::shorten(descriptions.next().unwrap_or_default())
}

fn provenance(file: LibraryFile<'_>) -> Input {
    let assembly = file.assembly();
    let digest = Sha256::digest(file.bytes());
    Input {
        file: file_name(file),
        assembly: assembly.name().to_owned(),
        version: assembly.version().to_string(),
        mvid: assembly
            .mvid()
            .map(|mvid| mvid.to_string())
            .unwrap_or_default(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        framework: assembly.target_framework().unwrap_or_default().to_owned(),
    }
}

/// The inputs and what they reference beside them; what the platform brings along is left out. The compiler
/// needs the assemblies `needed` whether or not an input references them itself.
fn resources(
    library: &Library<'_>,
    inputs: &[LibraryFile<'_>],
    needed: &BTreeSet<&str>,
) -> Vec<Resource> {
    let others = library.set().assemblies().iter();
    let others = others.filter_map(|assembly| library.file(assembly));
    let others =
        others.filter(|file| !file.is_input() && !is_framework_assembly(file.assembly().name()));
    let files = inputs.iter().copied().chain(others);
    let mut resources: Vec<Resource> = files
        .map(|file| {
            let mut references: Vec<String> = file
                .assembly()
                .references()
                .map(|reference| reference.name.to_owned())
                .collect();
            if file.is_input() {
                let needed = needed.iter().filter(|name| is_framework_assembly(name));
                references.extend(needed.map(|name| (*name).to_owned()));
            }
            references.sort();
            references.dedup();
            Resource {
                file: file_name(file),
                action: DeployAction::Binaries,
                references,
            }
        })
        .collect();
    resources.sort_by(|a, b| a.file.cmp(&b.file));
    resources.dedup_by(|a, b| a.file.eq_ignore_ascii_case(&b.file));
    resources
}

/// What can be wrong with an input as a whole.
fn input_diagnostics(inputs: &[LibraryFile<'_>], name: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for file in inputs {
        let assembly: &Assembly<'_> = file.assembly();
        let framework = assembly.target_framework().and_then(TargetFramework::parse);
        if let Some(framework) = framework.filter(|framework| !framework.o11_can_load()) {
            let detail = format!("{} ({framework})", file_name(*file));
            diagnostics.push(diagnostic("DL4002", String::new(), &detail));
        }
        let own = format!("OutSystems.Nss{name}");
        if assembly.name().eq_ignore_ascii_case(&own) {
            diagnostics.push(diagnostic("DL4003", String::new(), &file_name(*file)));
        }
        if let Err(problem) = file.docs() {
            let path = problem.path.file_name().unwrap_or_default();
            let detail = path.to_string_lossy();
            diagnostics.push(diagnostic("DL5001", String::new(), &detail));
        }
    }
    diagnostics
}

/// What became of a member, before actions have names.
#[derive(Clone, Debug)]
enum Outcome {
    /// Positions of its drafts.
    Drafted(Vec<usize>),
    /// It is part of what these names say.
    Absorbed(Vec<String>),
    /// It overrides the member with this id.
    Override(String),
    /// It is a constant of an enum, which may or may not be used.
    EnumValue,
    Skipped(Skip),
}

struct Accounting<'a, 'm> {
    mapper: Mapper<'m>,
    docs: &'a Docs<'m>,
    /// Parallel to the members of the surface, in order.
    outcomes: Vec<Outcome>,
    drafts: Vec<Draft>,
    diagnostics: Vec<Diagnostic>,
}

impl<'m> Accounting<'_, 'm> {
    fn account(&mut self, surface: &[SurfaceType<'m>]) {
        let mut full_names = HashSet::new();
        for surface_type in surface {
            let ty = surface_type.ty;
            let is_first = full_names.insert(DocId(&ty).to_string());
            for error in &surface_type.damaged {
                let id = DocId(&ty).to_string();
                let detail = error.to_string();
                self.diagnostics.push(diagnostic("DL1013", id, &detail));
            }
            let whole = if is_first {
                self.whole_type(surface_type)
            } else {
                Some(Skip::new("DL1014", nameable::full_name(ty)))
            };
            let structure = match whole {
                Some(_) => None,
                None => self.mapper.structure(ty),
            };
            let duplicates = duplicate_ids(&surface_type.members);
            let names = name_counts(ty);
            for member in &surface_type.members {
                let skip = whole.clone().or_else(|| {
                    let is_twin = duplicates.contains(member.id.as_str());
                    is_twin.then(|| Skip::new("DL1020", ""))
                });
                let outcome = match skip {
                    Some(skip) => Outcome::Skipped(skip),
                    None => self.member(surface_type, member, structure, &names),
                };
                self.outcomes.push(outcome);
            }
        }
    }

    /// The reason why no member of the type can be translated.
    fn whole_type(&mut self, surface: &SurfaceType<'m>) -> Option<Skip> {
        let name = match surface.ty.full_name() {
            Ok(name) => name,
            Err(error) => return Some(damaged(error)),
        };
        if surface.kind == TypeKind::Delegate {
            return Some(Skip::new("DL1001", name));
        }
        if surface.ty.is_generic() {
            return Some(Skip::new("DL1005", name));
        }
        if super::transparency::is_by_ref_like(surface.ty) {
            return Some(Skip::new("DL1003", name));
        }
        self.mapper.nameable.check(surface.ty).err()
    }

    fn member(
        &mut self,
        surface: &SurfaceType<'m>,
        member: &SurfaceMember<'m>,
        structure: Option<usize>,
        names: &HashMap<&'m str, usize>,
    ) -> Outcome {
        if surface.kind == TypeKind::Enum && matches!(member.member, Member::Field(_)) {
            return Outcome::EnumValue;
        }
        if let Some(outcome) = structure.and_then(|at| self.structure_part(surface.ty, member, at))
        {
            return outcome;
        }
        if let Some(base) = &member.overrides {
            return Outcome::Override(base.clone());
        }
        self.own(surface.ty, member, names)
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

    /// The outcome of a member by itself.
    fn own(
        &mut self,
        ty: Type<'m>,
        member: &SurfaceMember<'m>,
        names: &HashMap<&'m str, usize>,
    ) -> Outcome {
        if let Some(skip) = member.member.forbidden() {
            return Outcome::Skipped(skip);
        }
        if member.is_hidden {
            return Outcome::Skipped(Skip::new("DL1024", nameable::full_name(ty)));
        }
        let drafts = self.drafts(ty, member, names);
        match drafts {
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
        ty: Type<'m>,
        member: &SurfaceMember<'m>,
        names: &HashMap<&'m str, usize>,
    ) -> Result<Vec<Draft>, Skip> {
        let name = member.member.name().map_err(damaged)?;
        let indexer = match member.member {
            Member::Property(property) => {
                let signature = property.signature().map_err(damaged)?;
                !signature.parameters.is_empty()
            }
            _ => false,
        };
        if indexer {
            return Err(Skip::new("DL1006", name));
        }
        if !member.member.is_speakable() {
            return Err(Skip::new("DL1017", name));
        }
        let ordinal = ty.assembly().ordinal();
        let mut drafter = Drafter {
            docs: self
                .docs
                .member(ordinal, &member.declared_id, member.overrides.as_deref()),
            mapper: &mut self.mapper,
            ty,
            surface: member,
            is_overloaded: names.get(name).is_some_and(|count| *count > 1),
        };
        match member.member {
            Member::Constructor(method) => Ok(vec![drafter.constructor(method)?]),
            Member::Method(method) => Ok(vec![drafter.method(method)?]),
            Member::Event(_) => Err(Skip::new("DL1007", name)),
            Member::Field(field) => {
                let ty = field.ty().map_err(damaged)?.substitute(&member.arguments);
                let mut drafts = vec![drafter.field_get(field, &ty)?];
                if !field.is_literal() && !field.is_init_only() {
                    drafts.push(drafter.field_set(field, &ty)?);
                }
                Ok(drafts)
            }
            Member::Property(property) => {
                let signature = property.signature().map_err(damaged)?;
                let ty = signature.ty.substitute(&member.arguments);
                let is_static = !signature.has_this;
                let mut drafts = Vec::new();
                if property.getter().is_some_and(Method::is_public) {
                    drafts.push(drafter.property_get(&ty, is_static)?);
                }
                let is_settable = property.setter().is_some_and(Method::is_public);
                if is_settable && !property.is_init_only() {
                    drafts.push(drafter.property_set(&ty, is_static)?);
                }
                if drafts.is_empty() {
                    return Err(Skip::new("DL1016", name));
                }
                Ok(drafts)
            }
        }
    }

    /// Translates overrides of members that are not translated themselves, names the actions, and draws
    /// the balance.
    fn finish(mut self, surface: &[SurfaceType<'m>]) -> Translation {
        self.settle_overrides(surface);
        let requests: Vec<_> = self
            .drafts
            .iter()
            .map(|draft| draft.naming.clone())
            .collect();
        let names = action_names::assign(&requests);
        let members = self.balance(surface, &names);
        let mut order: Vec<usize> = (0..self.drafts.len()).collect();
        let position: HashMap<&str, usize> = members
            .iter()
            .enumerate()
            .map(|(at, member)| (member.id.as_str(), at))
            .collect();
        order.sort_by_key(|at| {
            self.drafts
                .get(*at)
                .and_then(|draft| position.get(draft.id.as_str()))
        });

        let mut translation = Translation {
            uses_obsolete: surface.iter().any(is_obsolete),
            structures: self.mapper.plans,
            enums: self.mapper.enums,
            ..Translation::default()
        };
        let mut diagnostics = self.mapper.diagnostics;
        diagnostics.append(&mut self.diagnostics);
        let mut drafts: Vec<Option<Draft>> = self.drafts.into_iter().map(Some).collect();
        for at in order {
            let draft = drafts.get_mut(at).and_then(Option::take);
            if let (Some(mut draft), Some(name)) = (draft, names.get(at)) {
                if requests
                    .get(at)
                    .is_some_and(|request| is_shortened(request, name))
                {
                    diagnostics.push(diagnostic("DL3001", draft.id.clone(), name));
                }
                diagnostics.append(&mut draft.diagnostics);
                translation.extension.actions.push(action(&draft, name));
                translation.calls.push(draft.call);
            }
        }
        for assembly in &self.mapper.nameable.missing {
            diagnostics.push(diagnostic("DL4001", String::new(), assembly));
        }
        translation.extension.structures = self.mapper.structures;
        translation.extension.coverage = Coverage::of(&members);
        translation.extension.members = members;
        for (code, count) in lossy(&translation) {
            diagnostics.push(diagnostic(code, String::new(), &count.to_string()));
        }
        translation.extension.diagnostics = diagnostics;
        translation
    }

    fn settle_overrides(&mut self, surface: &[SurfaceType<'m>]) {
        let members = surface
            .iter()
            .flat_map(|ty| ty.members.iter().map(move |m| (ty.ty, m)));
        let translated: HashSet<&str> = members
            .clone()
            .zip(&self.outcomes)
            .filter(|(_, outcome)| matches!(outcome, Outcome::Drafted(_) | Outcome::Absorbed(_)))
            .map(|((_, member), _)| member.id.as_str())
            .collect();
        let mut open = Vec::new();
        for (at, ((ty, member), outcome)) in members.zip(&self.outcomes).enumerate() {
            if let Outcome::Override(base) = outcome
                && !translated.contains(base.as_str())
            {
                open.push((at, ty, member));
            }
        }
        for (at, ty, member) in open {
            let outcome = self.own(ty, member, &name_counts(ty));
            if let Some(slot) = self.outcomes.get_mut(at) {
                *slot = outcome;
            }
        }
    }

    /// The state of every member, with a diagnostic for each that is left out.
    fn balance(&mut self, surface: &[SurfaceType<'m>], names: &[String]) -> Vec<PublicMember> {
        let mut members = Vec::with_capacity(self.outcomes.len());
        let all = surface
            .iter()
            .flat_map(|ty| ty.members.iter().map(move |m| (ty.ty, m)));
        let actions = |drafts: &[usize]| -> Vec<String> {
            drafts
                .iter()
                .filter_map(|at| names.get(*at).cloned())
                .collect()
        };
        let by_id: HashMap<&str, Vec<String>> = all
            .clone()
            .zip(&self.outcomes)
            .filter_map(|((_, member), outcome)| match outcome {
                Outcome::Drafted(drafts) => Some((member.id.as_str(), actions(drafts))),
                Outcome::Absorbed(by) => Some((member.id.as_str(), by.clone())),
                _ => None,
            })
            .collect();
        let mut skipped = Vec::new();
        for ((ty, member), outcome) in all.zip(&self.outcomes) {
            let (state, by) = match outcome {
                Outcome::Drafted(drafts) => (MemberState::Translated, actions(drafts)),
                Outcome::Absorbed(by) => (MemberState::Absorbed, by.clone()),
                Outcome::Override(base) => {
                    let by = by_id.get(base.as_str()).cloned();
                    (MemberState::Absorbed, by.unwrap_or_default())
                }
                Outcome::EnumValue if self.mapper.uses_enum(ty) => {
                    (MemberState::Absorbed, vec![DocId(&ty).to_string()])
                }
                Outcome::EnumValue => {
                    let skip = Skip::new(
                        "DL1015",
                        ty.full_name()
                            .map(|name| name.to_string())
                            .unwrap_or_default(),
                    );
                    skipped.push(diagnostic(skip.code, member.id.clone(), &skip.detail));
                    (MemberState::Skipped, vec![skip.code.to_owned()])
                }
                Outcome::Skipped(skip) => {
                    skipped.push(diagnostic(skip.code, member.id.clone(), &skip.detail));
                    (MemberState::Skipped, vec![skip.code.to_owned()])
                }
            };
            members.push(PublicMember {
                id: member.id.clone(),
                state,
                by,
            });
        }
        self.diagnostics.append(&mut skipped);
        members
    }
}

/// Documentation ids that more than one member has.
fn duplicate_ids<'s>(members: &'s [SurfaceMember<'_>]) -> HashSet<&'s str> {
    let mut seen = HashSet::new();
    let ids = members.iter().map(|member| member.id.as_str());
    ids.filter(|id| !seen.insert(*id)).collect()
}

/// How many methods of each name the type has, whoever may call them.
fn name_counts(ty: Type<'_>) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for name in ty.methods().filter_map(|method| method.ok()?.name().ok()) {
        let count = counts.entry(name).or_insert(0usize);
        *count = count.saturating_add(1);
    }
    counts
}

/// Whether the type or one of its members is obsolete.
fn is_obsolete(surface: &SurfaceType<'_>) -> bool {
    let mut members = surface.members.iter();
    let mut own = surface.ty.custom_attributes();
    own.any(|attribute| attribute.is("System", "ObsoleteAttribute"))
        || members.any(|member| member.member.has("System", "ObsoleteAttribute"))
}

fn is_shortened(request: &action_names::NameRequest, name: &str) -> bool {
    let longest = request
        .levels
        .iter()
        .any(|level| name.starts_with(level.as_str()));
    !longest
}

fn action(draft: &Draft, name: &str) -> Action {
    let is_static = draft.call.instance.is_none();
    let plain = |parameter: &crate::extension::Parameter| !parameter.data_type.holds_object();
    let by_value = draft
        .call
        .arguments
        .iter()
        .all(|argument| argument.output.is_none());
    let is_value = draft.call.kind != MemberKind::Constructor && is_static && by_value;
    Action {
        name: name.to_owned(),
        description: draft.description.clone(),
        function: is_value
            && draft.outputs.len() == 1
            && draft.inputs.iter().chain(&draft.outputs).all(plain),
        inputs: draft.inputs.clone(),
        outputs: draft.outputs.clone(),
        member: MemberRef {
            kind: draft.call.kind,
            id: draft.id.clone(),
            is_static: is_static && draft.call.kind != MemberKind::Constructor,
        },
    }
}

/// How many parameters and attributes each lossy row of the type map carries.
fn lossy(translation: &Translation) -> BTreeMap<&'static str, usize> {
    fn row(mapping: &Mapping) -> Option<&'static Scalar> {
        match &mapping.conversion {
            Conversion::Scalar(row) => Some(row),
            Conversion::Nullable(inner) | Conversion::List(_, inner) => row(inner),
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
