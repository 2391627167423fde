//! The packages that the package of an input needs, as far as they are beside it.

use super::contents::Contents;
use super::folder::{Folder, Member};
use super::opener::Opener;
use crate::clr::archive::{Choice, choose};
use crate::clr::{ArchiveKind, PackageDependency};
use foldhash::HashSet;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Opener {
    /// The numbers of the folders in packages that what inputs reference is looked for in: those for the framework,
    /// of each package that one of them needs, directly or not.
    pub(super) fn needed_packages(&mut self) -> Vec<usize> {
        let mut folders = Vec::new();
        let mut known = HashSet::default();
        while let Some((path, dependency)) = self.needed.pop_front() {
            let number = self.folder_of(&path);
            let folder = number.and_then(|number| self.store.folders.get(number));
            let Some(member) = folder.and_then(|folder| find(folder, &dependency)) else {
                continue;
            };
            let member = member.clone();
            let canonical = member.real_path();
            let canonical = canonical.filter(|path| !self.store.seen.contains(path));
            let Some(canonical) = canonical.filter(|path| known.insert(path.clone())) else {
                continue;
            };
            // A file that is no package is nobody's problem: it was not asked for.
            let Ok(Contents::Archive(archive)) = member.contents() else {
                continue;
            };
            let archive = Arc::new(archive);
            if let ArchiveKind::Package(package) = archive.kind() {
                let needed = package.dependencies.iter().cloned();
                let needed = needed.map(|dependency| (member.path.clone(), dependency));
                self.needed.extend(needed);
            }
            let listed = &mut self.store.folders;
            let numbers = listed.add_archive(&member.path, &canonical, &archive);
            if let Choice::Entries(entries) = choose(&archive, self.framework.as_deref()) {
                let names = entries.iter().map(|entry| entry.name.as_str());
                let chosen = names.map(|name| name.rsplit_once('/').map_or("", |(of, _)| of));
                let chosen: BTreeSet<&str> = chosen.collect();
                folders.extend(chosen.iter().filter_map(|name| numbers.get(*name)));
            }
        }
        folders
    }
}

/// The file of a package in `folder`: of the versions that will do the lowest, as NuGet chooses, or else the latest.
fn find<'f>(folder: &'f Folder, dependency: &PackageDependency) -> Option<&'f Member> {
    let start = format!("{}.", dependency.id.to_ascii_lowercase());
    let least = dependency.versions.trim_start_matches(['[', '(']);
    let least = Version::of(least.split([',', ']', ')']).next().unwrap_or_default());
    let files = folder.starting_with(&start);
    let mut versions: Vec<(Version<'_>, &Member)> = files
        .filter_map(|file| {
            let version = file.name().get(start.len()..)?.strip_suffix(".nupkg")?;
            let is_version = version.starts_with(|c: char| c.is_ascii_digit());
            is_version.then(|| (Version::of(version), file))
        })
        .collect();
    versions.sort_by(|a, b| a.0.cmp(&b.0));
    let lowest = versions.iter().find(|(version, _)| *version >= least);
    lowest.or(versions.last()).map(|(_, file)| *file)
}

/// A version of a package: its numbers, and whether it is released; pre-releases go by their names.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Version<'a> {
    numbers: [u64; 4],
    is_release: bool,
    label: &'a str,
}

impl<'a> Version<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim();
        let text = text.split_once('+').map_or(text, |(version, _)| version);
        let (version, label) = text.split_once('-').unwrap_or((text, ""));
        let mut numbers = [0; 4];
        for (slot, number) in numbers.iter_mut().zip(version.split('.')) {
            *slot = number.parse().unwrap_or_default();
        }
        Self {
            numbers,
            is_release: label.is_empty(),
            label,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_in_order() {
        let sorted = [
            "",
            "1.0-alpha",
            "1.0-beta",
            "1.0",
            "1.0.1",
            "1.9",
            "1.10",
            "2",
        ];
        let versions = sorted.map(Version::of);
        assert!(versions.is_sorted());
        assert!(Version::of(" 1.0.0 ") == Version::of("1.0+abc"));
    }
}
