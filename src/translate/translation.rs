use super::catalogue::diagnostic;
use super::config::findings::{self, Findings};
use super::config::given_names::GivenNames;
use super::config::left_out::LeftOut;
use super::config::{self, Config};
use super::docs::Docs;
use super::entities;
use super::identifier;
use super::job::{Build, Done, Job};
use super::lock::Lock;
use super::odc::{self, Unloadable};
use super::plan::Translation;
use super::shipment::Shipment;
use crate::clr::{Assembly, Library, LibraryFile};
use crate::extension::{
    Diagnostic, Extension, FORMAT, Input, MemberState, PackageReference, Profile, Target,
};
use crate::hash::sha256;
use crate::threads::both;
use std::collections::BTreeSet;

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

impl Options {
    /// The name of the extension, if one was chosen.
    pub(super) fn chosen_name(&self) -> Option<String> {
        let chosen = self.name.as_ref().or(self.config.name.as_ref());
        chosen.map(|name| extension_name(name))
    }
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
    pub(super) fn first(self) -> Target {
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
    let build = Build::of(library, options);
    let docs = Docs::new(library);
    let profile = options.config.profile;
    let targets = match profile {
        Profile::Structured => options.targets,
        Profile::Wizard => Targets::O11,
    };
    let mut surface = build.surface(&docs, profile);
    let known = match options.config.names_nothing() {
        true => BTreeSet::new(),
        false => findings::known_ids(&surface),
    };
    let left_out = LeftOut::take(&mut surface, &options.config);
    let job = Job {
        build: &build,
        docs: &docs,
        surface: &surface,
        options,
    };
    let provenance = || build.inputs.iter().copied().map(provenance).collect();
    let (inputs, done) = both(provenance, || job.translate());
    let Done {
        mut translation,
        nameable,
        is_narrow,
    } = done;
    translation.extension.inputs = inputs;
    describe(&build.inputs, options, &mut translation.extension);
    let odc = odc.filter(|_| targets.has(Target::Odc) && options.only.is_none());
    let odc = odc.map(|library| Build::of(library, options));
    let needed = nameable.assemblies;
    let unloadable = ship(&build, odc, needed, targets, &mut translation);
    let extension = &mut translation.extension;
    let said = input_diagnostics(&build.inputs, &extension.name);
    extension.diagnostics.extend(said);
    left_out.put_back(extension);
    if profile == Profile::Structured {
        let given = GivenNames::new(&options.config, &options.lock);
        entities::add(library.set(), &surface, &docs, &given, extension);
    }
    config::apply::apply(&options.config, extension);
    config::apply::prefer(&options.config, &mut translation);
    if targets.has(Target::Odc) {
        let is_wider = is_narrow && targets == Targets::Both;
        let wider = is_wider.then(|| job.wider(&translation));
        add_library(&mut translation, wider.as_ref(), &unloadable);
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

/// Says what the extension is.
fn describe(inputs: &[LibraryFile<'_>], options: &Options, extension: &mut Extension) {
    let first = || inputs.first().map_or("", |file| file.assembly().name());
    let name = options.chosen_name();
    let name = name.unwrap_or_else(|| extension_name(first()));
    extension.format = FORMAT;
    extension.description = description(inputs);
    extension.profile = options.config.profile;
    extension.original_name = options.lock.original_extension(&name);
    extension.name = name;
}

/// Adds the files that ship, of the build `odc` where it can stand for `own`, and what is said of them. The compiler
/// needs the assemblies `needed`. Gives what ODC does not load of them.
fn ship<'m>(
    own: &Build<'m>,
    mut odc: Option<Build<'m>>,
    mut needed: BTreeSet<&'m str>,
    targets: Targets,
    translation: &mut Translation,
) -> Unloadable {
    if !translation.json.is_empty() {
        needed.extend(JSON_ASSEMBLIES);
    }
    let extension = &mut translation.extension;
    if let Some(build) = &odc
        && let Some(lacking) = lacking(build, extension)
    {
        let said = diagnostic("DL4006", String::new(), &lacking);
        extension.diagnostics.push(said);
        odc = None;
    }
    let shipment = Shipment::new(own, odc.as_ref().unwrap_or(own), &needed, targets);
    extension.resources = shipment.resources;
    extension.diagnostics.extend(shipment.diagnostics);
    translation.files = shipment.files;
    translation.packages = shipment.packages;
    shipment.unloadable
}

/// Adds the external library, which is made of the translation `wider` where there is one.
fn add_library(
    translation: &mut Translation,
    wider: Option<&Translation>,
    unloadable: &Unloadable,
) {
    let (library, mut summary, diagnostics) =
        odc::library(wider.unwrap_or(translation), unloadable);
    if let Some(wider) = wider {
        odc::set_beside(translation, wider, &mut summary);
    }
    let packages = translation.packages.iter().map(|package| PackageReference {
        name: package.name.to_owned(),
        version: package.version.to_owned(),
    });
    summary.packages = packages.collect();
    summary.own_structures = library.own_structures(&translation.extension);
    translation.extension.odc = Some(summary);
    translation.extension.diagnostics.extend(diagnostics);
    translation.odc = Some(Box::new(library));
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

/// The name of an extension that is to be called `name`.
fn extension_name(name: &str) -> String {
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
    Input {
        file: file_name(file),
        assembly: assembly.name().to_owned(),
        version: assembly.version().to_string(),
        mvid: assembly
            .mvid()
            .map(|mvid| mvid.to_string())
            .unwrap_or_default(),
        sha256: sha256(file.bytes()),
        framework: assembly.target_framework().unwrap_or_default().to_owned(),
    }
}

/// A public member that is translated and that a build lacks, if there is one.
fn lacking(build: &Build<'_>, extension: &Extension) -> Option<String> {
    let docs = Docs::new(build.library);
    let known = findings::known_ids(&build.surface(&docs, extension.profile));
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
