//! What the table of .NET's facades says, held against the facades.

#![allow(
    clippy::duplicate_mod,
    reason = "both of the helpers say by the same module that a test cannot run"
)]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/roslyn.rs"]
mod roslyn;

use dllift::clr::{
    Assembly, Behind, behind_facade, facade_package, is_core_assembly, is_framework_assembly,
};
use libraries::{dlls, mono_lib};
use roslyn::Roslyn;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What .NET has: assemblies with their public top-level types, each with the package that it is forwarded to.
type Facades = BTreeMap<String, BTreeMap<(String, String), Option<String>>>;

fn facades(framework: &Path) -> Facades {
    let mut facades = Facades::new();
    for path in dlls(framework) {
        let bytes = fs::read(&path).unwrap();
        let Ok(assembly) = Assembly::parse(&bytes) else {
            continue;
        };
        if !is_framework_assembly(assembly.name()) {
            continue;
        }
        let types = facades.entry(assembly.name().to_owned()).or_default();
        for (namespace, name) in public_types(&assembly) {
            types.insert((namespace, name), None);
        }
        for (_, name) in assembly.exported_types() {
            let package = (!is_core_assembly(name.assembly)).then(|| name.assembly.to_owned());
            let key = (name.namespace.to_owned(), name.path[0].to_owned());
            types.insert(key, package);
        }
    }
    facades
}

fn public_types(assembly: &Assembly<'_>) -> Vec<(String, String)> {
    let types = assembly.types();
    let public = types.filter(|ty| ty.is_public() && ty.enclosing().is_none());
    let names = public.map(|ty| ty.full_name().unwrap());
    names
        .map(|name| (name.namespace.to_owned(), name.simple().to_owned()))
        .collect()
}

#[test]
fn the_table_knows_what_facades_forward() {
    let Some(roslyn) = Roslyn::find("facades") else {
        return;
    };
    let mut packages = 0;
    for (facade, types) in facades(roslyn.framework()) {
        for ((namespace, name), package) in types {
            let behind = behind_facade(&facade, &namespace, &name);
            match package {
                Some(package) => {
                    let package = facade_package(&package).expect(&package).name;
                    assert_eq!(behind, Some(Behind::Package(package)), "{facade}: {name}");
                    packages += 1;
                }
                None => assert_eq!(behind, None, "{facade}: {namespace}.{name}"),
            }
        }
    }
    assert!(packages > 900, "{packages}");
}

#[test]
fn the_table_knows_what_only_dot_net_framework_has() {
    let (Some(roslyn), Some(mono)) = (Roslyn::find("facades"), mono_lib("facades")) else {
        return;
    };
    let facades = facades(roslyn.framework());
    let reference = mono.with_file_name("4.8-api");
    let mut lacking = 0;
    for (facade, there) in &facades {
        let Ok(bytes) = fs::read(reference.join(format!("{facade}.dll"))) else {
            continue;
        };
        let assembly = Assembly::parse(&bytes).unwrap();
        for (namespace, name) in public_types(&assembly) {
            let behind = behind_facade(facade, &namespace, &name);
            let is_lacking = !there.contains_key(&(namespace.clone(), name.clone()));
            let says = behind == Some(Behind::Nothing);
            assert_eq!(says, is_lacking, "{facade}: {namespace}.{name}");
            lacking += usize::from(is_lacking);
        }
    }
    assert!(lacking > 2000, "{lacking}");
}
