//! Which .NET the assemblies were built for.

use super::SDK;
use crate::check::finding::{Findings, some_of};
use crate::check::package::{FileId, Package};
use crate::check::survey::{AssemblyFacts, Survey};
use crate::clr::{Dependencies, FrameworkId, TargetFramework};
use std::collections::BTreeMap;

/// The version of .NET that ODC runs libraries on.
const CURRENT: u16 = 10;

/// Versions of .NET that ODC took until a day.
const FORMER: &[(u16, &str)] = &[(6, "2024-12-23"), (8, "2026-11-10")];

/// Bytes of a `.deps.json` that are read; real ones have some thousands.
const DEPS: u64 = 1 << 24;

/// 05001 for the library, DL7011 and DL7012 for the others.
pub(super) fn check(package: &Package, survey: &Survey, findings: &mut Findings) {
    let mut others: BTreeMap<(&'static str, String), Vec<&str>> = BTreeMap::new();
    for facts in &survey.assemblies {
        let name = framework_of(package, facts);
        let target = name.as_deref().and_then(TargetFramework::parse);
        if !facts.interfaces.is_empty() {
            if let Some(reason) = refused(&facts.name, target) {
                let file = package.file_name(facts.file);
                findings.add("05001", file, "", &[&reason]);
            }
        } else if let Some(target) = target
            && let Some(number) = doubtful(&target).filter(|_| facts.name != SDK)
        {
            let names = others.entry((number, target.to_string())).or_default();
            names.push(&facts.name);
        }
    }
    for ((number, moniker), mut names) in others {
        names.sort_unstable();
        names.dedup();
        findings.add(number, "", "", &[&moniker, &some_of(&names)]);
    }
}

/// Why ODC does not run a library built for `target`.
fn refused(name: &str, target: Option<TargetFramework<'_>>) -> Option<String> {
    let Some(target) = target else {
        return Some(format!("{name} does not say which .NET it was built for"));
    };
    let (major, ..) = target.version;
    if target.id == FrameworkId::CoreApp && major == CURRENT {
        return None;
    }
    let former = FORMER.iter().find(|(version, _)| *version == major);
    let until = match former.filter(|_| target.id == FrameworkId::CoreApp) {
        Some((_, day)) => format!(", which ODC took until {day}"),
        None => String::new(),
    };
    Some(format!("{name} was built for {target}{until}"))
}

/// What there is to say of a dependency that was built for `target`.
fn doubtful(target: &TargetFramework<'_>) -> Option<&'static str> {
    let (major, ..) = target.version;
    match target.id {
        FrameworkId::CoreApp if major < CURRENT => Some("DL7011"),
        FrameworkId::CoreApp if major > CURRENT => Some("DL7012"),
        FrameworkId::Framework => Some("DL7012"),
        FrameworkId::CoreApp | FrameworkId::Standard | FrameworkId::Other(_) => None,
    }
}

/// What an assembly was built for: what it says itself, what the `.deps.json` beside it says, or the version
/// of the core library that it references.
fn framework_of(package: &Package, facts: &AssemblyFacts) -> Option<String> {
    if facts.framework.is_some() {
        return facts.framework.clone();
    }
    if facts.interfaces.is_empty() {
        return None;
    }
    from_dependencies(package, facts.file).or_else(|| {
        let mut references = facts.references.iter();
        references.find_map(|(name, major)| match &**name {
            "System.Runtime" | "System.Private.CoreLib" if *major > 4 => {
                Some(format!(".NETCoreApp,Version=v{major}.0"))
            }
            "mscorlib" => Some(format!(".NETFramework,Version=v{major}.0")),
            "netstandard" => Some(format!(".NETStandard,Version=v{major}.0")),
            _ => None,
        })
    })
}

fn from_dependencies(package: &Package, file: FileId) -> Option<String> {
    let name = package.file_name(file);
    let (stem, _) = name.rsplit_once('.')?;
    let name = format!("{stem}.deps.json");
    let found = package
        .files()
        .find(|file| package.file_name(*file) == name);
    let found = found.filter(|file| package.file_size(*file) <= DEPS)?;
    let dependencies = Dependencies::parse(&package.read(found).ok()?).ok()?;
    let (framework, _) = dependencies
        .runtime_target
        .split_once('/')
        .unwrap_or((&dependencies.runtime_target, ""));
    Some(framework.to_owned())
}
