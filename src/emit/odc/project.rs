//! The files around the code: the projects, the scripts that build the package, and what to do with them.

use super::interface::ICON;
use super::names::CodeNames;
use crate::emit::xml::xml_text;
use crate::extension::{Extension, Target};

pub(super) const GITIGNORE: &str = "bin/\nobj/\n*.zip\n";

/// `<Name>.csproj`.
pub(super) fn project(definition: &Extension, names: &CodeNames) -> String {
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
        })
        .collect();
    include_str!("templates/Library.csproj")
        .replace("{assembly}", &names.namespace)
        .replace("{name}", &definition.name)
        .replace("{icon}", ICON)
        .replace("{references}\n", &references)
}

const REFERENCE: &str =
    "    <Reference Include=\"{name}\">\n      <HintPath>lib/{file}</HintPath>\n    </Reference>\n";

/// `<Name>.Tests.csproj`.
pub(super) fn test_project(definition: &Extension, names: &CodeNames) -> String {
    include_str!("templates/Tests.csproj")
        .replace("{assembly}", &names.namespace)
        .replace("{name}", &definition.name)
}

pub(super) fn build_sh(definition: &Extension) -> String {
    include_str!("templates/build.sh").replace("{name}", &definition.name)
}

pub(super) fn build_ps1(definition: &Extension) -> String {
    include_str!("templates/build.ps1").replace("{name}", &definition.name)
}

pub(super) fn readme(definition: &Extension) -> String {
    include_str!("templates/README.md").replace("{name}", &definition.name)
}
