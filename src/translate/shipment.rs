//! What ships with an extension, and what stands in the way of its running: the closures of its inputs.

use super::job::Build;
use super::odc::Unloadable;
use super::{ResourceFile, Targets, dependencies};
use crate::closure::{Closure, Platform};
use crate::clr::{FacadePackage, LibraryFile, is_framework_assembly};
use crate::extension::{DeployAction, Diagnostic, Resource, Target};
use foldhash::HashSet;
use std::collections::{BTreeMap, BTreeSet};

/// The closures of the inputs on the platforms that an extension is for, in the words of its definition.
pub(super) struct Shipment {
    /// Sorted by file name.
    pub(super) resources: Vec<Resource>,
    /// Where each of them is.
    pub(super) files: Vec<ResourceFile>,
    /// What both platforms say once, then what only one says.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What ODC does not load of it.
    pub(super) unloadable: Unloadable,
    /// The packages that ODC needs besides it.
    pub(super) packages: Vec<&'static FacadePackage>,
}

impl Shipment {
    /// Of a build for each platform, which may be one. The compiler needs the assemblies `needed` whether or not an input references
    /// them itself.
    pub(super) fn new<'m>(
        o11: &Build<'m>,
        odc: &Build<'m>,
        needed: &BTreeSet<&str>,
        targets: Targets,
    ) -> Self {
        let platforms = [
            (Target::O11, Platform::O11, o11),
            (Target::Odc, Platform::Odc, odc),
        ];
        let platforms = platforms.into_iter();
        let platforms = platforms.filter(|(target, ..)| targets.has(*target));
        let closures: Vec<(Target, Closure<'m>)> = platforms
            .map(|(target, platform, build)| {
                let inputs = build.inputs.iter().copied();
                (target, Closure::of(build.library, inputs, platform))
            })
            .collect();
        let differ = !std::ptr::eq(o11, odc);
        let resources = resources(&closures, needed).into_iter();
        let files = resources.map(|(resource, mut file)| {
            file.is_of_odc &= differ;
            (resource, file)
        });
        let (resources, files) = files.unzip();
        let odc = closures.iter().find(|(target, _)| *target == Target::Odc);
        let odc = odc.map(|(_, closure)| closure);
        Self {
            resources,
            files,
            diagnostics: diagnostics(&closures),
            unloadable: odc.map(Unloadable::new).unwrap_or_default(),
            packages: odc.map(Closure::packages).unwrap_or_default(),
        }
    }
}

/// The only target of what several closures may have, where it is not all of them.
fn only(closures: &[(Target, Closure<'_>)], of: &[Target]) -> Option<Target> {
    match of {
        [target] if closures.len() > 1 => Some(*target),
        _ => None,
    }
}

/// What ships, and where it is. Of several files with one name, one ships.
fn resources(
    closures: &[(Target, Closure<'_>)],
    needed: &BTreeSet<&str>,
) -> Vec<(Resource, ResourceFile)> {
    let mut shipped = BTreeMap::new();
    for (target, closure) in closures {
        let mut names = HashSet::default();
        for file in closure.shipped() {
            let name = file.file_name().into_owned();
            if names.insert(name.to_ascii_lowercase()) {
                let key = (name, file.path());
                let (.., targets) = shipped.entry(key).or_insert((*target, file, Vec::new()));
                targets.push(*target);
            }
        }
    }
    let shipped = shipped.into_iter();
    let shipped = shipped.map(|((name, _), (first, file, targets))| {
        let resource = Resource {
            file: name,
            action: DeployAction::Binaries,
            references: references(file, needed),
            target: only(closures, &targets),
        };
        let file = ResourceFile {
            is_of_odc: first == Target::Odc,
            ordinal: file.assembly().ordinal(),
        };
        (resource, file)
    });
    shipped.collect()
}

fn references(file: LibraryFile<'_>, needed: &BTreeSet<&str>) -> Vec<String> {
    let own = file.assembly().references();
    let mut references: Vec<String> = own.map(|reference| reference.name.to_owned()).collect();
    if file.is_input() {
        let needed = needed.iter().filter(|name| is_framework_assembly(name));
        references.extend(needed.map(|name| (*name).to_owned()));
    }
    references.sort();
    references.dedup();
    references
}

fn diagnostics(closures: &[(Target, Closure<'_>)]) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    // Where each finding is, and who says it.
    let mut known: BTreeMap<(String, String), (usize, Vec<Target>)> = BTreeMap::new();
    for (target, closure) in closures {
        for diagnostic in dependencies(closure, &closure.findings()) {
            let key = (diagnostic.code.clone(), diagnostic.message.clone());
            let (_, targets) = known.entry(key).or_insert_with(|| {
                diagnostics.push(diagnostic);
                (diagnostics.len() - 1, Vec::new())
            });
            targets.push(*target);
        }
    }
    for (at, targets) in known.into_values() {
        if let Some(diagnostic) = diagnostics.get_mut(at)
            && diagnostic.target.is_none()
            && let Some(only) = only(closures, &targets)
        {
            diagnostic.target = Some(only);
            let platform = match only {
                Target::O11 => "OutSystems 11",
                Target::Odc => "ODC",
            };
            diagnostic
                .message
                .insert_str(0, &format!("On {platform}: "));
        }
    }
    diagnostics
}
