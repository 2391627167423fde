//! The files around the code: the projects, the scripts that build the package, and what to do with them.

use super::interface::ICON;
use super::names::CodeNames;
use crate::clr::FacadePackage;
use crate::emit::xml::xml_text;
use crate::extension::{Extension, Target};

pub(super) const GITIGNORE: &str = "bin/\nobj/\n*.zip\n";

/// `<Name>.csproj`.
pub(super) fn project(
    definition: &Extension,
    names: &CodeNames,
    packages: &[&FacadePackage],
) -> String {
    let packages = packages.iter().map(|package| {
        let FacadePackage { name, version, .. } = package;
        format!("    <PackageReference Include=\"{name}\" Version=\"{version}\" />\n")
    });
    let template = include_str!("templates/Library.csproj")
        .replace("{icon}", ICON)
        .replace("{packages}\n", &packages.collect::<String>());
    with_references(&template, definition, names, "lib")
}

/// `<Name>.Tests.csproj`. What the library references, those who reference the library do not see.
pub(super) fn test_project(definition: &Extension, names: &CodeNames) -> String {
    let template = include_str!("templates/Tests.csproj");
    with_references(template, definition, names, "../../lib")
}

/// A project whose references to the wrapped assemblies lead to `folder`.
fn with_references(
    template: &str,
    definition: &Extension,
    names: &CodeNames,
    folder: &str,
) -> String {
    let references: String = definition
        .resources
        .iter()
        .filter(|resource| resource.is_for(Target::Odc))
        .map(|resource| {
            let file = &resource.file;
            let stem = file
                .rsplit_once('.')
                .map_or(file.as_str(), |(stem, _)| stem);
            REFERENCE
                .replace("{name}", &xml_text(stem))
                .replace("{file}", &xml_text(file))
                .replace("{folder}", folder)
        })
        .collect();
    template
        .replace("{assembly}", &names.namespace)
        .replace("{name}", &definition.name)
        .replace("{references}\n", &references)
}

const REFERENCE: &str = "    <Reference Include=\"{name}\">\n      <HintPath>{folder}/{file}</HintPath>\n    </Reference>\n";

pub(super) fn build_sh(definition: &Extension) -> String {
    include_str!("templates/build.sh").replace("{name}", &definition.name)
}

pub(super) fn build_ps1(definition: &Extension) -> String {
    include_str!("templates/build.ps1").replace("{name}", &definition.name)
}

pub(super) fn readme(definition: &Extension) -> String {
    include_str!("templates/README.md").replace("{name}", &definition.name)
}
