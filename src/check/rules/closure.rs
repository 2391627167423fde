//! What the assemblies reference and the package does not have.

use crate::check::finding::{Findings, some_of};
use crate::check::package::Package;
use crate::check::survey::Survey;
use crate::clr::is_core_assembly;
use std::collections::BTreeMap;

/// 05023 for what the library itself references, DL7010 for what others do, and for what any reaches through a
/// facade of .NET.
pub(super) fn check(package: &Package, survey: &Survey, findings: &mut Findings) {
    let mut missing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for facts in &survey.assemblies {
        for (name, _) in &facts.references {
            if is_core_assembly(name) || survey.find(name).is_some() {
                continue;
            }
            if facts.interfaces.is_empty() {
                missing.entry(name).or_default().push(&facts.name);
            } else {
                let file = package.file_name(facts.file);
                findings.add("05023", file, "", &[name, &facts.name]);
            }
        }
        let packages = facts.packages.iter();
        for package in packages.filter(|package| survey.find(package).is_none()) {
            missing.entry(package).or_default().push(&facts.name);
        }
    }
    for (name, mut by) in missing {
        by.sort_unstable();
        by.dedup();
        findings.add("DL7010", "", "", &[name, &some_of(&by)]);
    }
}
