//! The Visual Studio project around the generated code.

use super::keys::Keys;
use super::types::namespace;
use crate::clr::assemblies_of_bases;
use crate::emit::csharp::CodeWriter;
use crate::emit::xml::xml_text;
use crate::extension::{DeployAction, Extension, Target};
use foldhash::HashSet;

/// `AssemblyInfo.cs`. Integration Studio gives it the version of its platform; only the major version
/// of that is known here.
pub(super) const ASSEMBLY_INFO: &str = include_str!("templates/AssemblyInfo.cs");

const PROJECT: &str = include_str!("templates/Extension.csproj");
const SOLUTION: &str = include_str!("templates/Extension.sln");

/// `<Ext>.csproj`, an MSBuild project of the old kind for .NET Framework 4.7.2.
pub(super) fn project(extension: &Extension) -> String {
    PROJECT
        .replace("{guid}", &project_guid(extension))
        .replace("{namespace}", &namespace(&extension.name))
        .replace("{extension}", &extension.name)
        .replace("{references}", &references(extension))
}

/// `<Ext>.sln`, a solution of Visual Studio 2013 or later.
pub(super) fn solution(extension: &Extension) -> String {
    SOLUTION
        .replace("{guid}", &project_guid(extension))
        .replace("{extension}", &extension.name)
}

/// The key of the extension as project files write it: in braces and upper case.
fn project_guid(extension: &Extension) -> String {
    format!("{:X}", Keys::of(extension).extension().braced())
}

/// References to the assemblies that ship with the extension, then to inputs that do not ship, since the platform
/// has them, to what all that references besides, and to what base types of the framework need.
fn references(extension: &Extension) -> String {
    let assemblies: Vec<_> = extension
        .resources
        .iter()
        .filter(|resource| resource.action == DeployAction::Binaries)
        .filter(|resource| resource.is_for(Target::O11))
        .filter_map(|resource| Some((resource, assembly_name(&resource.file)?)))
        .collect();
    let mut w = CodeWriter::indented(2);
    for (resource, _) in &assemblies {
        let file = xml_text(&resource.file);
        w.open(format_args!("<Reference Include = \"{file}\">"));
        w.line(format_args!("<Name>{file}</Name>"));
        w.line(format_args!("<HintPath>Bin\\{file}</HintPath>"));
        w.line("<Private>False</Private>");
        w.close("</Reference>");
    }
    let mut known: HashSet<&str> = assemblies.iter().map(|(_, name)| *name).collect();
    let is_shipped = |file: &str| {
        let mut shipped = assemblies.iter();
        shipped.any(|(resource, _)| resource.file.eq_ignore_ascii_case(file))
    };
    let inputs = extension.inputs.iter();
    let inputs = inputs.filter(|input| !is_shipped(&input.file));
    let inputs = inputs.map(|input| &input.assembly);
    let references = assemblies.iter();
    let references = references.flat_map(|(resource, _)| &resource.references);
    let named: Vec<&str> = inputs.chain(references).map(String::as_str).collect();
    let bases = named.iter().flat_map(|name| assemblies_of_bases(name));
    for &reference in named.iter().chain(bases) {
        let name = xml_text(reference);
        let standard = PROJECT.contains(&format!("<Reference Include=\"{name}\">"));
        if !standard && known.insert(reference) {
            w.open(format_args!("<Reference Include = \"{name}\">"));
            w.line(format_args!("<Name>{name}</Name>"));
            w.close("</Reference>");
        }
    }
    w.finish()
}

/// The name of an assembly, from that of its file; none for a file of another kind.
fn assembly_name(file: &str) -> Option<&str> {
    let (name, ending) = file.rsplit_once('.')?;
    ending.eq_ignore_ascii_case("dll").then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::Resource;

    fn resource(file: &str, action: DeployAction, references: &[&str]) -> Resource {
        Resource {
            file: file.into(),
            action,
            references: references.iter().map(|&name| name.into()).collect(),
            target: None,
        }
    }

    #[test]
    fn each_assembly_is_referenced_once() {
        let extension = Extension {
            name: "Loans".into(),
            resources: vec![
                resource(
                    "A&B.dll",
                    DeployAction::Binaries,
                    &["C", "System", "mscorlib"],
                ),
                resource(
                    "C.DLL",
                    DeployAction::Binaries,
                    &["System.Core", "mscorlib"],
                ),
                resource("D.dll", DeployAction::Ignore, &["E"]),
                resource("A.dll.config", DeployAction::Binaries, &[]),
            ],
            ..Extension::default()
        };
        let project = project(&extension);
        let (_, added) = project.split_once("ADD_NEW_PROJECT -->").unwrap();
        let added: Vec<&str> = added
            .lines()
            .filter_map(|line| line.trim().strip_prefix("<Reference Include = "))
            .collect();
        assert_eq!(added, ["\"A&amp;B.dll\">", "\"C.DLL\">", "\"mscorlib\">"]);
    }
}
