use super::accounting::Accounting;
use super::catalogue::{diagnostic, entry};
use super::config::findings::{self, Findings};
use super::config::given_names::GivenNames;
use super::config::left_out::{CODE as LEFT_OUT, LeftOut};
use super::config::types::TypeChoices;
use super::config::{self, Config, TypeArguments};
use super::docs::Docs;
use super::entities;
use super::identifier;
use super::instantiate::Instantiations;
use super::lock::Lock;
use super::mapper::Mapper;
use super::nameable::Nameable;
use super::odc;
use super::plan::Translation;
use super::shipment::{Build, Shipment};
use super::surface::{SurfaceFinder, SurfaceType};
use super::wizard;
use crate::clr::{Assembly, Library, LibraryFile, Type};
use crate::extension::{
    Coverage, Diagnostic, Extension, FORMAT, Input, MemberState, Profile, Target,
};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What a user can choose about a translation.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Name of the extension; where it is not given, the configuration's, or the first input's assembly
    /// name.
    pub name: Option<String>,
    /// Ordinal of the one input to translate; all of them where it is not given.
    pub only: Option<usize>,
    /// The configuration file's choices.
    pub config: Config,
    /// The names that an earlier run gave.
    pub lock: Lock,
    /// What the extension is for.
    pub targets: Targets,
}

/// The platforms that an extension is made for. The profile `wizard` is about O11 alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Targets {
    /// OutSystems 11.
    O11,
    /// OutSystems Developer Cloud.
    Odc,
    /// Both of them.
    #[default]
    Both,
}

impl Targets {
    /// Whether the target is one of them.
    pub fn has(self, target: Target) -> bool {
        match self {
            Self::O11 => target == Target::O11,
            Self::Odc => target == Target::Odc,
            Self::Both => true,
        }
    }

    /// The target whose C# the extension is made for.
    fn first(self) -> Target {
        match self {
            Self::O11 | Self::Both => Target::O11,
            Self::Odc => Target::Odc,
        }
    }
}

/// Translates the inputs of `library` into one extension, by the rules of the profile.
///
/// It does not fail: what cannot be translated is in the definition's diagnostics.
pub fn translate<'m>(library: &'m Library<'m>, options: &Options) -> Translation {
    translate_builds(library, None, options)
}

/// [`translate`], where `odc` has other builds of the inputs, which ship to ODC if they have every public member
/// that is translated.
pub fn translate_builds<'m>(
    library: &'m Library<'m>,
    odc: Option<&'m Library<'m>>,
    options: &Options,
) -> Translation {
    let inputs = inputs(library, options);
    let name = extension_name(&inputs, options);
    let docs = Docs::new(library);
    let profile = options.config.profile;
    let targets = match profile {
        Profile::Structured => options.targets,
        Profile::Wizard => Targets::O11,
    };
    let mut surface = surface(library, &inputs, &docs, profile);
    let known = match options.config.names_nothing() {
        true => BTreeSet::new(),
        false => findings::known_ids(&surface),
    };
    let left_out = LeftOut::take(&mut surface, &options.config);
    let (mut translation, nameable, is_narrow) = match profile {
        Profile::Structured => structured(library, &inputs, &docs, &surface, options),
        Profile::Wizard => wizard(library, &inputs, &docs, &surface, options),
    };
    let mut needed = nameable.assemblies;
    if !translation.json.is_empty() {
        needed.extend(JSON_ASSEMBLIES);
    }
    let extension = &mut translation.extension;
    extension.format = FORMAT;
    extension.description = description(&inputs);
    extension.profile = profile;
    extension.inputs = inputs.iter().map(|file| provenance(*file)).collect();
    let own = Build { library, inputs };
    let inputs = &own.inputs;
    let odc = odc.filter(|_| targets.has(Target::Odc) && options.only.is_none());
    let mut odc = odc.map(|library| Build {
        library,
        inputs: self::inputs(library, options),
    });
    if let Some(build) = &odc
        && let Some(lacking) = lacking(build, extension, profile)
    {
        let diagnostics = &mut extension.diagnostics;
        diagnostics.push(diagnostic("DL4006", String::new(), &lacking));
        odc = None;
    }
    let shipment = Shipment::new(&own, odc.as_ref().unwrap_or(&own), &needed, targets);
    extension.resources = shipment.resources;
    translation.files = shipment.files;
    extension.diagnostics.extend(shipment.diagnostics);
    let said = input_diagnostics(inputs, &name);
    extension.diagnostics.extend(said);
    let first = &options.lock.extension;
    extension.original_name = (!first.is_empty() && *first != name).then(|| first.clone());
    extension.name = name;
    left_out.put_back(extension);
    if profile == Profile::Structured {
        let given = GivenNames::new(&options.config, &options.lock);
        entities::add(library.set(), &surface, &docs, &given, extension);
    }
    config::apply::apply(&options.config, extension);
    config::apply::prefer(&options.config, &mut translation);
    if targets.has(Target::Odc) {
        let is_wider = is_narrow && targets == Targets::Both;
        let own = is_wider.then(|| wider(library, inputs, &docs, &surface, options, &translation));
        let of = own.as_ref().unwrap_or(&translation);
        let (library, mut summary, diagnostics) = odc::library(of);
        if let Some(own) = &own {
            odc::set_beside(&mut translation, own, &mut summary);
        }
        summary.own_structures = library.own_structures(&translation.extension);
        translation.extension.odc = Some(summary);
        translation.extension.diagnostics.extend(diagnostics);
        translation.odc = Some(Box::new(library));
    }
    let extension = &mut translation.extension;
    let findings = Findings {
        config: &options.config,
        lock: &options.lock,
        known: &known,
        left_out: &left_out,
        types: &nameable.types,
        keys: &translation.keys,
        extension,
    };
    let findings = findings.diagnostics();
    extension.diagnostics.extend(findings);
    let is_meant = |target| targets.has(target);
    extension
        .diagnostics
        .retain(|said| said.target.is_none_or(is_meant));
    translation
}

fn structured<'m>(
    library: &'m Library<'m>,
    inputs: &[LibraryFile<'m>],
    docs: &'m Docs<'m>,
    surface: &[SurfaceType<'m>],
    options: &Options,
) -> (Translation, Nameable<'m>, bool) {
    let mut accounting = accounting(library, inputs, docs, options);
    accounting.account(surface);
    let is_narrow = accounting.is_narrow();
    let (translation, nameable) = accounting.finish(surface);
    (translation, nameable, is_narrow)
}

/// The translation with what only the C# of ODC can build, under the names of `translation`.
fn wider<'m>(
    library: &'m Library<'m>,
    inputs: &[LibraryFile<'m>],
    docs: &'m Docs<'m>,
    surface: &[SurfaceType<'m>],
    options: &Options,
    translation: &Translation,
) -> Translation {
    let options = Options {
        lock: options.lock.clone().with(translation),
        targets: Targets::Odc,
        ..options.clone()
    };
    let (mut wider, ..) = structured(library, inputs, docs, surface, &options);
    let own = std::mem::take(&mut wider.extension);
    wider.extension = Extension {
        actions: own.actions,
        structures: own.structures,
        members: own.members,
        diagnostics: own.diagnostics,
        ..translation.extension.clone()
    };
    config::apply::apply(&options.config, &mut wider.extension);
    config::apply::prefer(&options.config, &mut wider);
    wider
}

fn wizard<'m>(
    library: &'m Library<'m>,
    inputs: &[LibraryFile<'m>],
    docs: &Docs<'m>,
    surface: &[SurfaceType<'m>],
    options: &Options,
) -> (Translation, Nameable<'m>, bool) {
    let (set, config) = (library.set(), &options.config);
    let types = TypeChoices::new(set, &config.types);
    let nameable = Nameable::new(set, &ordinals(inputs), types);
    let given = GivenNames::new(config, &options.lock);
    let (translation, nameable) = wizard::translate(set, nameable, docs, surface, &given.actions);
    (translation, nameable, false)
}

/// What a translation would cover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// How many members there are in each state.
    pub coverage: Coverage,
    /// How many are skipped, by the code of the reason.
    pub reasons: BTreeMap<&'static str, usize>,
}

impl Estimate {
    fn of(extension: &Extension) -> Self {
        let mut reasons = BTreeMap::new();
        let members = extension.members.iter();
        let skipped = members.filter(|member| member.state == MemberState::Skipped);
        let rows = skipped
            .flat_map(|member| &member.by)
            .filter_map(|code| entry(code));
        for row in rows {
            let count = reasons.entry(row.code).or_insert(0usize);
            *count = count.saturating_add(1);
        }
        Self {
            coverage: extension.coverage,
            reasons,
        }
    }
}

/// What [`translate`] would cover, for much less work.
pub fn estimate<'m>(library: &'m Library<'m>, options: &Options) -> Estimate {
    if options.config.profile == Profile::Wizard {
        return Estimate::of(&translate(library, options).extension);
    }
    let inputs = inputs(library, options);
    let docs = Docs::new(library);
    let mut surface = surface(library, &inputs, &docs, Profile::Structured);
    let left_out = LeftOut::take(&mut surface, &options.config);
    let mut accounting = accounting(library, &inputs, &docs, options);
    accounting.account(&surface);
    let left_out = left_out.coverage(&accounting.mapper.structures);
    let mut estimate = accounting.estimate(&surface);
    if left_out.skipped > 0 {
        estimate.reasons.insert(LEFT_OUT, left_out.skipped);
    }
    estimate.coverage = [estimate.coverage, left_out].into_iter().sum();
    estimate
}

/// The files to translate, in an order that does not depend on the command line's.
fn inputs<'m>(library: &'m Library<'m>, options: &Options) -> Vec<LibraryFile<'m>> {
    let is_wanted = |file: &LibraryFile<'_>| {
        let ordinal = file.assembly().ordinal();
        options.only.is_none_or(|only| only == ordinal)
    };
    let mut inputs: Vec<LibraryFile<'m>> = library.inputs().filter(is_wanted).collect();
    inputs.sort_by_cached_key(|file| (file_name(*file), file.assembly().mvid().map(|id| id.0)));
    inputs
}

fn ordinals(inputs: &[LibraryFile<'_>]) -> HashSet<usize> {
    let ordinals = inputs.iter().map(|file| file.assembly().ordinal());
    ordinals.collect()
}

fn surface<'m>(
    library: &'m Library<'m>,
    inputs: &[LibraryFile<'m>],
    docs: &Docs<'m>,
    profile: Profile,
) -> Vec<SurfaceType<'m>> {
    let ordinals = ordinals(inputs);
    let is_documented = |ty: Type<'m>, id: &str| docs.get(ty.assembly().ordinal(), id).is_some();
    let mut finder = SurfaceFinder::new(library.set(), &ordinals, &is_documented);
    finder.inherits = profile == Profile::Wizard;
    let types = |file: &LibraryFile<'m>| finder.types(file.assembly().ordinal());
    inputs.iter().flat_map(types).collect()
}

fn accounting<'m>(
    library: &'m Library<'m>,
    inputs: &[LibraryFile<'m>],
    docs: &'m Docs<'m>,
    options: &Options,
) -> Accounting<'m, 'm> {
    let (set, config) = (library.set(), &options.config);
    let given = GivenNames::new(config, &options.lock);
    let types = TypeChoices::new(set, &config.types);
    let policies = config.policies;
    let target = options.targets.first();
    let mapper = Mapper::new(set, &ordinals(inputs), docs, policies, given, types, target);
    Accounting::new(mapper, docs, instantiations(library, config))
}

/// The type arguments that the configuration gives.
fn instantiations<'m>(library: &'m Library<'m>, config: &Config) -> Instantiations<'m> {
    let lists = config.instantiate.iter();
    let requests = lists.flat_map(|(id, lists)| {
        let lists = lists.iter().map(TypeArguments::names);
        lists.map(move |names| (id.as_str(), names))
    });
    Instantiations::new(library.set(), requests)
}

/// The assemblies of .NET Framework that read and write JSON.
const JSON_ASSEMBLIES: [&str; 3] = [
    "System.Runtime.Serialization",
    "System.Xml",
    "System.Xml.Linq",
];

fn file_name(file: LibraryFile<'_>) -> String {
    file.file_name().into_owned()
}

fn extension_name(inputs: &[LibraryFile<'_>], options: &Options) -> String {
    let first = inputs.first().map_or("", |file| file.assembly().name());
    let chosen = options.name.as_ref().or(options.config.name.as_ref());
    let name = chosen.map_or(first, String::as_str);
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

/// A public member that is translated and that a build lacks, if there is one.
fn lacking(build: &Build<'_>, extension: &Extension, profile: Profile) -> Option<String> {
    let docs = Docs::new(build.library);
    let known = findings::known_ids(&surface(build.library, &build.inputs, &docs, profile));
    let members = extension.members.iter();
    let mut used = members.filter(|member| member.state != MemberState::Skipped);
    let lacking = used.find(|member| !known.contains(&member.id));
    lacking.map(|member| member.id.clone())
}

/// What can be wrong with an input as a whole.
fn input_diagnostics(inputs: &[LibraryFile<'_>], name: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for file in inputs {
        let assembly: &Assembly<'_> = file.assembly();
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
