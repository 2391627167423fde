use super::{Archive, ArchiveEntry, ArchiveKind, is_assembly_name};
use crate::clr::{Dependencies, TargetFramework};
use foldhash::HashSet;
use std::collections::BTreeMap;

/// The framework of O11's extensions.
const DEFAULT_FRAMEWORK: &str = "net48";

/// Which entries of an archive are asked for.
pub(crate) enum Choice<'a> {
    /// These.
    Entries(Vec<&'a ArchiveEntry>),
    /// None: the package has no assemblies for this framework, but for those.
    NoFramework {
        wanted: String,
        offered: Vec<String>,
    },
}

/// The assemblies in `archive` that somebody means who names the archive: of a package those for
/// `framework`, a moniker or the name of a folder; of a bundle those that are not the framework's; of others
/// all.
pub(crate) fn choose<'a>(archive: &'a Archive, framework: Option<&str>) -> Choice<'a> {
    let entries = archive.entries().iter();
    let assemblies = entries.filter(|entry| is_assembly_name(&entry.name));
    match archive.kind() {
        ArchiveKind::Package(_) => {}
        ArchiveKind::Zip => return Choice::Entries(assemblies.collect()),
        ArchiveKind::Bundle => {
            let framework = framework_of_bundle(archive);
            let own = assemblies.filter(|entry| !framework.contains(entry.name.as_str()));
            return Choice::Entries(own.collect());
        }
    }
    // `ref` holds assemblies without code, for compilers; they are better than none.
    let mut offered = Vec::new();
    for top in ["lib", "ref"] {
        let mut folders: BTreeMap<&str, Vec<&ArchiveEntry>> = BTreeMap::new();
        for entry in assemblies.clone() {
            if let Some(folder) = framework_folder(&entry.name, top) {
                folders.entry(folder).or_default().push(entry);
            }
        }
        if let Some(best) = best(folders.keys().copied(), framework)
            && let Some(entries) = folders.remove(best)
        {
            return Choice::Entries(entries);
        }
        offered.extend(folders.into_keys().map(str::to_owned));
    }
    if offered.is_empty() {
        return Choice::Entries(Vec::new());
    }
    offered.dedup();
    Choice::NoFramework {
        wanted: framework.unwrap_or(DEFAULT_FRAMEWORK).to_owned(),
        offered,
    }
}

/// Names of the assemblies that a self-contained program has from its framework.
fn framework_of_bundle(archive: &Archive) -> HashSet<String> {
    let mut entries = archive.entries().iter();
    let entry = entries.find(|entry| entry.name.ends_with(".deps.json"));
    let bytes = entry.and_then(|entry| archive.read(entry).ok());
    let found = bytes.and_then(|bytes| Dependencies::parse(&bytes).ok());
    let libraries = found.unwrap_or_default().libraries.into_iter();
    let packs = libraries.filter(|library| library.kind == "runtimepack");
    packs.flat_map(|pack| pack.assemblies).collect()
}

/// The framework's folder of an assembly that is directly in it; empty for one that is in `top` itself.
fn framework_folder<'a>(name: &'a str, top: &str) -> Option<&'a str> {
    let (first, rest) = name.split_once('/')?;
    if !first.eq_ignore_ascii_case(top) {
        return None;
    }
    match rest.split_once('/') {
        Some((folder, file)) if !file.contains('/') => Some(folder),
        Some(_) => None,
        None => Some(""),
    }
}

/// The folder that serves `framework` best.
fn best<'a>(
    folders: impl Iterator<Item = &'a str> + Clone,
    framework: Option<&str>,
) -> Option<&'a str> {
    if let Some(wanted) = framework
        && let Some(exact) = folders.clone().find(|of| of.eq_ignore_ascii_case(wanted))
    {
        return Some(exact);
    }
    let target = TargetFramework::from_moniker(framework.unwrap_or(DEFAULT_FRAMEWORK))?;
    let ranked = folders.filter_map(|folder| {
        if folder.is_empty() {
            return Some((None, folder));
        }
        let offered = TargetFramework::from_moniker(folder)?;
        Some((Some(target.nearness(&offered)?), folder))
    });
    ranked.max().map(|(_, folder)| folder)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_nearest_framework_is_taken() {
        for (framework, folders, expected) in [
            (
                None,
                &["net20", "net45", "netstandard2.0"][..],
                Some("net45"),
            ),
            (
                None,
                &["net8.0", "netstandard1.3", "netstandard2.0"],
                Some("netstandard2.0"),
            ),
            (None, &["netstandard2.1", "net8.0"], None),
            (None, &["", "netstandard2.1"], Some("")),
            (None, &["net40", "net40-client"], Some("net40")),
            (None, &["net481", "net472", "net8.0"], Some("net472")),
            (
                Some("net8.0"),
                &["net472", "net6.0", "netstandard2.1"],
                Some("net6.0"),
            ),
            (
                Some("net8.0"),
                &["net472", "netcoreapp3.1", "netstandard2.1"],
                Some("netcoreapp3.1"),
            ),
            (
                Some("net8.0"),
                &["net8.0-windows7.0", "netstandard2.0"],
                Some("netstandard2.0"),
            ),
            (
                Some("net8.0-windows7.0"),
                &["net8.0-windows7.0", "net8.0"],
                Some("net8.0-windows7.0"),
            ),
            (
                Some("net46"),
                &["netstandard1.3", "netstandard2.0"],
                Some("netstandard1.3"),
            ),
            (Some("uap10.0"), &["uap10.0", "net45"], Some("uap10.0")),
            (Some("NET45"), &["net45"], Some("net45")),
            (Some("sl5"), &["net45"], None),
        ] {
            assert_eq!(
                best(folders.iter().copied(), framework),
                expected,
                "{folders:?}"
            );
        }
    }
}
