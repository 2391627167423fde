//! What `translate` ships for each platform, and what it says of dependencies.
#![cfg(feature = "cli")]
#![allow(
    dead_code,
    clippy::duplicate_mod,
    reason = "the helpers serve other tests, too"
)]

#[path = "support/archive.rs"]
mod archive;
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/shell.rs"]
mod shell;
mod support;

use archive::zip;
use dllift::closure::{Closure, Platform};
use dllift::clr::{FileStore, Library};
use dllift::extension::{Diagnostic, Extension, Profile, Target};
use dllift::translate::{Options, Targets, dependencies, translate};
use fixture::Fixture;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Place, testdata};

const FRAMEWORK: &str = ".NETFramework,Version=v4.7.2";
const STANDARD: &str = ".NETStandard,Version=v2.0";
const NET: &str = ".NETCoreApp,Version=v8.0";

/// An assembly for a framework, with references to others.
fn library(name: &str, framework: &str, references: &[&str]) -> Vec<u8> {
    let mut fixture = Fixture::new();
    fixture.assembly(name);
    fixture.class("<Module>", 1, 1);
    fixture.target_framework(framework);
    for name in references {
        fixture.assembly_ref(name);
    }
    let mut image = fixture.image();
    // The flag ILONLY of the CLI header (II.25.3.3.1).
    image[shell::Shell::default().start() + 16] = 1;
    image
}

fn put(place: &Place, name: &str, framework: &str, references: &[&str]) -> PathBuf {
    let library = library(name, framework, references);
    place.put(&format!("{name}.dll"), library)
}

fn extension(inputs: &[PathBuf], targets: Targets) -> Extension {
    let store = FileStore::open(inputs, &[]);
    let options = Options {
        targets,
        ..Options::default()
    };
    translate(&Library::new(&store), &options).extension
}

/// What is said of the dependencies of inputs: code, target and message.
fn said(extension: &Extension) -> Vec<(&str, Option<Target>, &str)> {
    let diagnostics = extension.diagnostics.iter();
    let dependencies = diagnostics.filter(|of| of.code.starts_with("DL4"));
    dependencies
        .map(|of| (&*of.code, of.target, &*of.message))
        .collect()
}

/// The names of the files in a folder.
fn files(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn dllift(arguments: &[&Path], more: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    let output = command.arg("translate").args(arguments).args(more).output();
    let output = output.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
}

#[test]
fn each_platform_gets_what_it_must_ship() {
    let place = Place::new();
    let references = [
        "B",
        "System.Text.Json",
        "System.Runtime.Caching",
        "netstandard",
    ];
    let a = put(&place, "A", STANDARD, &references);
    put(&place, "B", STANDARD, &["netstandard"]);
    put(&place, "System.Text.Json", STANDARD, &["netstandard"]);
    put(&place, "System.Runtime.Caching", NET, &["System.Runtime"]);
    put(&place, "netstandard", STANDARD, &[]);
    put(&place, "Unused", STANDARD, &[]);
    let mortgage = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    let out = place.path("out");
    dllift(&[&a, &mortgage, Path::new("--out"), &out], &[]);

    let o11 = ["A.dll", "B.dll", "MortgageLib.dll", "System.Text.Json.dll"];
    let odc = [
        "A.dll",
        "B.dll",
        "MortgageLib.dll",
        "System.Runtime.Caching.dll",
    ];
    assert_eq!(files(&out.join("o11/Resources")), names(&o11));
    assert_eq!(files(&out.join("odc/A/lib")), names(&odc));
    for (project, shipped, other) in [
        ("o11/Source/NET/A.csproj", o11, "System.Runtime.Caching.dll"),
        ("odc/A/A.csproj", odc, "System.Text.Json.dll"),
    ] {
        let project = fs::read_to_string(out.join(project)).unwrap();
        assert!(
            shipped.iter().all(|file| project.contains(file)),
            "{project}"
        );
        assert!(!project.contains(other), "{project}");
    }
    let json = fs::read(out.join("extension.json")).unwrap();
    let extension: Extension = serde_json::from_slice(&json).unwrap();
    let resources = extension.resources.iter();
    let resources: Vec<_> = resources.map(|of| (&*of.file, of.target)).collect();
    assert_eq!(
        resources,
        [
            ("A.dll", None),
            ("B.dll", None),
            ("MortgageLib.dll", None),
            ("System.Runtime.Caching.dll", Some(Target::Odc)),
            ("System.Text.Json.dll", Some(Target::O11)),
        ]
    );
    let report = fs::read_to_string(out.join("report.md")).unwrap();
    assert!(report.contains("| Only for"), "{report}");
}

#[test]
fn the_assembly_of_the_project_has_a_name_of_its_own() {
    for (wrapped, expected) in [
        ("odc.a", "Odc.ALibrary"),
        ("Odc.A.Tests", "Odc.ALibrary"),
        ("Odc", "Odc.A"),
    ] {
        let place = Place::new();
        let input = put(&place, wrapped, STANDARD, &["netstandard"]);
        let mortgage = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
        let out = place.path("out");
        let arguments = [&*input, &mortgage, Path::new("--out"), &out];
        dllift(&arguments, &["--name", "A"]);
        let project = fs::read_to_string(out.join("odc/A/A.csproj")).unwrap();
        let name = format!("<AssemblyName>{expected}</AssemblyName>");
        assert!(project.contains(&name), "{project}");
    }
}

#[test]
fn what_all_platforms_lack_is_said_once() {
    let place = Place::new();
    let a = put(
        &place,
        "A",
        STANDARD,
        &["Gone", "System.Text.Json", "netstandard"],
    );
    let extension = extension(&[a], Targets::Both);
    assert_eq!(
        said(&extension),
        [
            (
                "DL4001",
                None,
                "The assembly Gone (A → Gone) is referenced and not at hand."
            ),
            (
                "DL4001",
                Some(Target::O11),
                "On OutSystems 11: The assembly System.Text.Json (A → System.Text.Json) is referenced and not at hand."
            ),
        ]
    );
}

#[test]
fn what_is_for_dot_net_is_one_error_on_o11() {
    let place = Place::new();
    let references = ["System.Private.CoreLib", "System.Text.Json", "Vendor"];
    let a = put(&place, "A", NET, &references);
    let extension = extension(&[a], Targets::O11);
    assert_eq!(
        said(&extension),
        [
            (
                "DL4001",
                None,
                "The assembly Vendor (A → Vendor) is referenced and not at hand."
            ),
            (
                "DL4002",
                Some(Target::O11),
                "A.dll (net8.0) cannot be loaded by OutSystems 11."
            ),
        ]
    );
}

#[test]
fn odc_warns_of_what_only_dot_net_framework_has() {
    let place = Place::new();
    let a = put(
        &place,
        "A",
        FRAMEWORK,
        &["mscorlib", "System.Runtime.Remoting"],
    );
    // It is at hand, but a part of .NET Framework, which is of no use elsewhere.
    put(&place, "System.Runtime.Remoting", FRAMEWORK, &["mscorlib"]);
    let extension = extension(&[a], Targets::Both);
    assert_eq!(
        said(&extension),
        [
            (
                "DL4018",
                Some(Target::Odc),
                "ODC does not have a part of .NET Framework: the assembly System.Runtime.Remoting (A → System.Runtime.Remoting)."
            ),
            (
                "DL4004",
                Some(Target::Odc),
                "ODC runs A.dll (net472) on .NET 10, for which it was not made."
            ),
        ]
    );
    let files: Vec<&str> = extension.resources.iter().map(|of| &*of.file).collect();
    assert_eq!(files, ["A.dll"]);
}

#[test]
fn of_system_web_odc_has_one_type() {
    for (name, expected) in [("HttpUtility", 0), ("HttpContext", 1)] {
        let place = Place::new();
        let a = place.put("A.dll", user("System.Web", "System.Web", name));
        let extension = extension(&[a], Targets::Odc);
        let said = said(&extension);
        let warned = said.iter().filter(|(code, ..)| *code == "DL4018");
        assert_eq!(warned.count(), expected, "{name}");
    }
}

/// The library `A`, which uses a type of the assembly `facade`.
fn user(facade: &str, namespace: &str, name: &str) -> Vec<u8> {
    let mut fixture = Fixture::new();
    fixture.assembly("A");
    fixture.class("<Module>", 1, 1);
    let facade = fixture.assembly_ref(facade);
    fixture.type_ref_in(facade << 2 | 2, namespace, name);
    let mut image = fixture.image();
    image[shell::Shell::default().start() + 16] = 1;
    image
}

/// Packages of which nothing works on ODC.
const WINDOWS: [&str; 3] = [
    "System.Diagnostics.EventLog",
    "System.Drawing.Common",
    "System.ServiceProcess.ServiceController",
];

#[test]
fn odc_warns_of_what_is_behind_a_facade_of_dot_net() {
    for (facade, namespace, name, package) in [
        (
            "System.Configuration",
            "System.Configuration",
            "ConfigurationManager",
            "System.Configuration.ConfigurationManager",
        ),
        ("System.Data", "System.Data", "DataTable", ""),
        (
            "System.Data",
            "System.Data.SqlClient",
            "SqlConnection",
            "System.Data.SqlClient",
        ),
        ("System.Drawing", "System.Drawing", "Color", ""),
        (
            "system.drawing",
            "System.Drawing",
            "Bitmap",
            "System.Drawing.Common",
        ),
        (
            "System.Drawing",
            "System.Drawing.Imaging",
            "ImageFormat",
            "System.Drawing.Common",
        ),
        (
            "System.ServiceProcess",
            "System.ServiceProcess",
            "ServiceBase",
            "System.ServiceProcess.ServiceController",
        ),
        ("System", "System", "Uri", ""),
        (
            "System",
            "System.Diagnostics",
            "EventLog",
            "System.Diagnostics.EventLog",
        ),
    ] {
        let place = Place::new();
        let a = place.put("A.dll", user(facade, namespace, name));
        let extension = extension(&[a], Targets::Both);
        let chain = format!("A → {facade} → {package}");
        let needed = format!("ODC needs the package {package} ({chain}).");
        let lacking = format!(
            "ODC does not have a part of .NET Framework: the package {package} ({chain}), which works on Windows only."
        );
        let expected = match WINDOWS.contains(&package) {
            true => [("DL4018", Some(Target::Odc), &*lacking)],
            false => [("DL4022", Some(Target::Odc), &*needed)],
        };
        let expected = if package.is_empty() {
            &[]
        } else {
            &expected[..]
        };
        assert_eq!(said(&extension), expected, "{namespace}.{name}");
    }
}

#[test]
fn a_package_behind_a_facade_ships_to_odc() {
    let place = Place::new();
    let a = place.put("A.dll", user("System.Drawing", "System.Drawing", "Bitmap"));
    put(
        &place,
        "System.Drawing.Common",
        NET,
        &["Microsoft.Win32.SystemEvents"],
    );
    put(
        &place,
        "Microsoft.Win32.SystemEvents",
        NET,
        &["System.Runtime"],
    );
    let mortgage = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    let out = place.path("out");
    dllift(&[&a, &mortgage, Path::new("--out"), &out], &[]);
    assert_eq!(
        files(&out.join("o11/Resources")),
        names(&["A.dll", "MortgageLib.dll"])
    );
    let odc = [
        "A.dll",
        "Microsoft.Win32.SystemEvents.dll",
        "MortgageLib.dll",
        "System.Drawing.Common.dll",
    ];
    assert_eq!(files(&out.join("odc/A/lib")), names(&odc));
    assert_eq!(said(&extension(&[a], Targets::Both)), []);
}

#[test]
fn a_later_dot_net_is_an_error_on_odc() {
    let place = Place::new();
    let a = put(&place, "A", ".NETCoreApp,Version=v11.0", &[]);
    let extension = extension(&[a], Targets::Odc);
    let expected = "A.dll (net11.0) cannot be loaded by ODC.";
    assert_eq!(said(&extension), [("DL4005", Some(Target::Odc), expected)]);
}

#[test]
fn a_facade_among_the_inputs_does_not_ship_to_o11() {
    let place = Place::new();
    let a = put(&place, "A", STANDARD, &["netstandard"]);
    let netstandard = put(&place, "netstandard", STANDARD, &[]);
    let extension = extension(&[a, netstandard], Targets::O11);
    let files: Vec<&str> = extension.resources.iter().map(|of| &*of.file).collect();
    assert_eq!(files, ["A.dll"]);
    let expected = "netstandard.dll must not be shipped.";
    assert_eq!(said(&extension), [("DL4014", Some(Target::O11), expected)]);
}

#[test]
fn a_part_of_dot_net_among_the_inputs_does_not_ship_to_odc() {
    let place = Place::new();
    let mortgage = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    let numerics = put(&place, "System.Numerics", FRAMEWORK, &["System.Drawing"]);
    let dataflow = put(&place, "System.Threading.Tasks.Dataflow", STANDARD, &[]);
    // Not an input.
    put(&place, "System.Drawing", FRAMEWORK, &["mscorlib"]);
    let inputs = [mortgage, numerics, dataflow];
    let out = place.path("out");
    let mut arguments: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    arguments.extend([Path::new("--out"), &out]);
    dllift(&arguments, &[]);
    let odc = files(&out.join("odc/MortgageLib/lib"));
    assert_eq!(odc, names(&["MortgageLib.dll"]));
    let project = out.join("odc/MortgageLib/MortgageLib.csproj");
    let project = fs::read_to_string(project).unwrap();
    assert!(project.contains("lib/MortgageLib.dll"), "{project}");
    assert!(!project.contains("lib/System"), "{project}");
    let extension = extension(&inputs, Targets::Both);
    let expected = ["System.Numerics", "System.Threading.Tasks.Dataflow"].map(|name| {
        format!("{name}.dll is a part of .NET, and is left out of the library for ODC.")
    });
    let expected = expected
        .each_ref()
        .map(|of| ("DL4021", Some(Target::Odc), &**of));
    let mut said = said(&extension);
    said.retain(|(code, ..)| *code != "DL4004");
    assert_eq!(said, expected);
}

#[test]
fn the_project_references_an_input_that_the_platform_has() {
    let place = Place::new();
    let a = put(&place, "A", FRAMEWORK, &["mscorlib"]);
    let http = put(&place, "System.Net.Http", FRAMEWORK, &["mscorlib"]);
    let out = place.path("out");
    dllift(&[&a, &http, Path::new("--out"), &out], &[]);
    assert_eq!(files(&out.join("o11/Resources")), names(&["A.dll"]));
    let project = fs::read_to_string(out.join("o11/Source/NET/A.csproj")).unwrap();
    let references = project.lines().map(str::trim);
    let references = references.filter(|line| line.starts_with("<Reference Include = "));
    let expected = [
        "<Reference Include = \"A.dll\">",
        "<Reference Include = \"System.Net.Http\">",
        "<Reference Include = \"mscorlib\">",
    ];
    assert!(references.eq(expected), "{project}");
}

#[test]
fn translate_says_and_ships_what_deps_does() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let mut checked = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "dll") {
            continue;
        }
        for (targets, platform) in [(Targets::O11, Platform::O11), (Targets::Odc, Platform::Odc)] {
            let store = FileStore::open(std::slice::from_ref(&path), &[]);
            let library = Library::new(&store);
            if library.inputs().len() == 0 {
                continue;
            }
            let closure = Closure::new(&library, platform);
            let options = Options {
                targets,
                ..Options::default()
            };
            let extension = translate(&library, &options).extension;
            let shipped: BTreeSet<String> = closure
                .shipped()
                .map(|file| file.file_name().into_owned())
                .collect();
            let resources = extension.resources.iter();
            let resources: BTreeSet<String> = resources.map(|of| of.file.clone()).collect();
            assert_eq!(resources, shipped, "{}", path.display());
            let said = dependencies(&closure, &closure.findings());
            let is_said = |of: &Diagnostic| extension.diagnostics.contains(of);
            assert!(said.iter().all(is_said), "{}", path.display());
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
}

#[test]
fn the_wizard_adds_the_assembly_and_all_its_recursive_references() {
    let place = Place::new();
    let a = put(&place, "A", FRAMEWORK, &["B", "mscorlib"]);
    put(&place, "B", FRAMEWORK, &["C", "System.Xml"]);
    put(&place, "C", FRAMEWORK, &["mscorlib"]);
    let store = FileStore::open(&[a], &[]);
    let mut options = Options::default();
    options.config.profile = Profile::Wizard;
    let extension = translate(&Library::new(&store), &options).extension;
    let resources = extension.resources.iter();
    let resources: Vec<_> = resources.map(|of| (&*of.file, of.target)).collect();
    assert_eq!(
        resources,
        [("A.dll", None), ("B.dll", None), ("C.dll", None)]
    );
    assert_eq!(said(&extension), []);
}

const NUSPEC: &[u8] = b"<package><metadata><id>A</id><version>1.0.0</version></metadata></package>";

#[test]
fn each_platform_gets_its_build_of_a_package() {
    let place = Place::new();
    let mortgage = testdata("MortgageLib.dll");
    let json = library("System.Text.Json", STANDARD, &["netstandard"]);
    let old = library("A", FRAMEWORK, &["mscorlib", "System.Text.Json"]);
    let new = library("A", NET, &["System.Runtime", "System.Text.Json"]);
    let package = zip(&[
        ("A.nuspec", NUSPEC),
        ("lib/net472/A.dll", &old),
        ("lib/net472/MortgageLib.dll", &mortgage),
        ("lib/net472/System.Text.Json.dll", &json),
        ("lib/net8.0/A.dll", &new),
        ("lib/net8.0/MortgageLib.dll", &mortgage),
    ]);
    let package = place.put("A.nupkg", package);
    let out = place.path("out");
    dllift(&[&package, Path::new("--out"), &out], &[]);
    let o11 = ["A.dll", "MortgageLib.dll", "System.Text.Json.dll"];
    assert_eq!(files(&out.join("o11/Resources")), names(&o11));
    let odc = ["A.dll", "MortgageLib.dll"];
    assert_eq!(files(&out.join("odc/A/lib")), names(&odc));
    assert_eq!(fs::read(out.join("o11/Resources/A.dll")).unwrap(), old);
    assert_eq!(fs::read(out.join("odc/A/lib/A.dll")).unwrap(), new);

    // A framework that was asked for is for both.
    dllift(
        &[&package, Path::new("--out"), &out],
        &["--framework", "net8.0"],
    );
    assert_eq!(fs::read(out.join("o11/Resources/A.dll")).unwrap(), new);
    assert_eq!(fs::read(out.join("odc/A/lib/A.dll")).unwrap(), new);
}

#[test]
fn a_build_that_lacks_what_is_translated_does_not_ship() {
    let place = Place::new();
    let mortgage = testdata("MortgageLib.dll");
    let lacking = library("MortgageLib", NET, &["System.Runtime"]);
    let a = library("A", FRAMEWORK, &["System.Runtime.Caching"]);
    let caching = library("System.Runtime.Caching", NET, &["System.Runtime"]);
    let package = zip(&[
        ("A.nuspec", NUSPEC),
        ("lib/net472/A.dll", &a),
        ("lib/net472/MortgageLib.dll", &mortgage),
        ("lib/net8.0/A.dll", &a),
        ("lib/net8.0/MortgageLib.dll", &lacking),
    ]);
    place.put("refs/System.Runtime.Caching.dll", &caching);
    let refs = place.path("refs");
    let refs = ["--ref-dir", refs.to_str().unwrap()];
    let package = place.put("A.nupkg", package);
    let out = place.path("out");
    dllift(&[&package, Path::new("--out"), &out], &refs);
    let shipped = |name: &str| fs::read(out.join("odc/A/lib").join(name)).unwrap();
    assert_eq!(shipped("MortgageLib.dll"), mortgage);
    // Of the same library as the build, though only ODC gets it.
    assert_eq!(shipped("System.Runtime.Caching.dll"), caching);
    let json = fs::read(out.join("extension.json")).unwrap();
    let extension: Extension = serde_json::from_slice(&json).unwrap();
    let codes: Vec<&str> = said(&extension)
        .into_iter()
        .map(|(code, ..)| code)
        .collect();
    assert_eq!(codes, ["DL4006", "DL4004", "DL4004"]);
}

#[test]
fn a_package_for_one_platform_is_translated_for_both() {
    let place = Place::new();
    let a = library("A", NET, &["System.Runtime"]);
    let package = place.put(
        "A.nupkg",
        zip(&[("A.nuspec", NUSPEC), ("lib/net8.0/A.dll", &a)]),
    );
    let out = place.path("out");
    dllift(&[&package, Path::new("--out"), &out], &[]);
    let json = fs::read(out.join("extension.json")).unwrap();
    let extension: Extension = serde_json::from_slice(&json).unwrap();
    let expected = "A.dll (net8.0) cannot be loaded by OutSystems 11.";
    assert_eq!(said(&extension), [("DL4002", Some(Target::O11), expected)]);
}
