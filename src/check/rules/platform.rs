//! Code for other systems than linux-x64, and .NET itself.

use crate::check::finding::{Findings, some_of};
use crate::check::package::{Package, base_name};
use crate::check::survey::Survey;
use std::collections::BTreeSet;

/// Files that only a self-contained program has.
const RUNTIME: &[&str] = &[
    "System.Private.CoreLib.dll",
    "coreclr.dll",
    "hostfxr.dll",
    "hostpolicy.dll",
    "libcoreclr.dylib",
    "libcoreclr.so",
    "libhostfxr.dylib",
    "libhostfxr.so",
    "libhostpolicy.dylib",
    "libhostpolicy.so",
];

/// DL7013, DL7014 and DL7015.
pub(super) fn check(package: &Package, survey: &Survey, findings: &mut Findings) {
    let names = || package.files().map(|file| package.file_name(file));
    let systems: BTreeSet<_> = names().filter_map(runtime_identifier).collect();
    if !systems.is_empty() {
        let systems: Vec<_> = systems.into_iter().collect();
        findings.add("DL7013", "", "", &[&some_of(&systems)]);
    }
    for (file, what) in &survey.natives {
        let name = package.file_name(*file);
        if runtime_identifier(name).is_none() {
            findings.add("DL7014", name, "", &[name, what]);
        }
    }
    let runtime: Vec<_> = names()
        .map(base_name)
        .filter(|name| RUNTIME.iter().any(|of| of.eq_ignore_ascii_case(name)))
        .collect();
    if !runtime.is_empty() {
        findings.add("DL7015", "", "", &[&some_of(&runtime)]);
    }
}

/// The system that a file in the folder `runtimes` is for.
fn runtime_identifier(name: &str) -> Option<&str> {
    let mut parts = name.split(['/', '\\']);
    let is_asset = parts.next()?.eq_ignore_ascii_case("runtimes");
    let system = parts.next().filter(|_| is_asset)?;
    parts.next().map(|_| system)
}
