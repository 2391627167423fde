//! What the C# compiler says of generated extensions: nothing, whatever the library.

#![allow(
    clippy::duplicate_mod,
    reason = "both of the helpers say by the same module that a test cannot run"
)]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/mono.rs"]
mod mono;

use dllift::clr::{FileStore, Library};
use dllift::emit::GeneratedFile;
use dllift::emit::o11::{extension_files, lower};
use dllift::extension::{DataType, Extension, MemberState, Profile};
use dllift::translate::{Config, Options, translate};
use mono::{Mono, compiler, references, run, write_sources};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn generated(input: &Path, profile: Profile) -> (Extension, Vec<GeneratedFile>) {
    let store = FileStore::open(&[input.to_path_buf()], &[]);
    let config = Config {
        profile,
        ..Config::default()
    };
    let options = Options {
        config,
        ..Options::default()
    };
    let translation = translate(&Library::new(&store), &options);
    let files = extension_files(&translation, &lower(&translation.extension)).unwrap();
    (translation.extension, files)
}

/// Compiles `Awkward.dll` and what it depends on into `folder`.
fn compile_samples(folder: &Path) -> [PathBuf; 2] {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiles");
    let [dependency, awkward] =
        ["Dependency", "Awkward"].map(|name| folder.join(format!("{name}.dll")));
    run(compiler("library", &dependency)
        .arg("-nowarn:649")
        .arg(sources.join("Dependency.cs")));
    run(compiler("library", &awkward)
        // Fields that nobody sets, a field that only differs in case, and obsolete types in use.
        .args(["-codepage:utf8", "-nowarn:169,612,618,649,3005"])
        .arg(format!("-r:{}", dependency.display()))
        .arg(sources.join("Awkward.cs")));
    [dependency, awkward]
}

fn skipped<'e>(extension: &'e Extension, code: &str) -> Vec<&'e str> {
    let members = extension.members.iter();
    let members =
        members.filter(|member| member.state == MemberState::Skipped && member.by == [code]);
    members.map(|member| member.id.as_str()).collect()
}

#[test]
fn awkward_code_compiles() {
    let Some(mono) = Mono::find("compiles") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let [_, awkward] = compile_samples(folder.path());
    let (_, files) = generated(&awkward, Profile::Wizard);
    mono.compile_extension(folder.path(), &files, &["Dependency.dll", "Awkward.dll"]);
    let (extension, files) = generated(&awkward, Profile::Structured);
    mono.compile_extension(folder.path(), &files, &["Dependency.dll", "Awkward.dll"]);
    assert_eq!(
        skipped(&extension, "DL1011"),
        [
            "M:Awkward.Gone.#ctor",
            "F:Awkward.Gone.X",
            "M:Awkward.Obsolescence.Method",
            "M:Awkward.Obsolescence.Overloaded(System.Int64)",
            "F:Awkward.GonePart.B",
        ]
    );
}

/// Code that logs gets a logger, not null, although nothing is logged.
#[test]
fn a_logger_that_logs_nothing_is_passed() {
    let Some(mono) = Mono::find("compiles") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compiles/Loggers");
    let resources = [
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Logged.dll",
    ];
    let [abstractions, logged] = resources.map(|name| folder.path().join(name));
    run(compiler("library", &abstractions).arg(sources.join("Abstractions.cs")));
    run(compiler("library", &logged)
        .arg(format!("-r:{}", abstractions.display()))
        .arg(sources.join("Logged.cs")));
    let (_, files) = generated(&logged, Profile::Structured);
    mono.compile_extension(folder.path(), &files, &resources);
    let code = files.iter().find(|file| file.path.ends_with("/Logged.cs"));
    let code = String::from_utf8_lossy(&code.unwrap().bytes);
    for expected in [
        "NullLogger.Instance, ",
        "NullLogger<Logged.Worker>.Instance)",
    ] {
        assert!(code.contains(expected), "{code}");
    }
}

/// The base types of what the library takes are in assemblies that it does not reference.
#[test]
fn base_types_of_the_framework_are_at_hand() {
    let Some(mono) = Mono::find("compiles") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let [source, library] = ["Based.cs", "Based.dll"].map(|name| folder.path().join(name));
    let code = "public static class Based
{
    public static bool HasUsers(System.Web.Security.MembershipProvider users) { return users != null; }
    public static bool HasReader(System.Xml.XmlDictionaryReader reader) { return reader != null; }
    public static bool HasUri(System.IdentityModel.Configuration.AudienceUriElement uri) { return uri != null; }
}
";
    fs::write(&source, code).unwrap();
    let named = [
        "System.Configuration",
        "System.IdentityModel",
        "System.Runtime.Serialization",
        "System.Web.ApplicationServices",
        "System.Xml",
    ];
    let mut mcs = compiler("library", &library);
    run(mcs
        .args(named.map(|name| format!("-r:{name}")))
        .arg(&source));
    let (extension, files) = generated(&library, Profile::Structured);
    assert_eq!(extension.actions.len(), 3);
    let shipped = &extension.resources[0].references;
    assert!(!shipped.iter().any(|name| name == "System.Configuration"));
    mono.compile_extension(folder.path(), &files, &["Based.dll"]);
}

#[test]
fn types_of_a_missing_dependency_travel_as_object() {
    let Some(mono) = Mono::find("compiles") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let [dependency, awkward] = compile_samples(folder.path());
    let elsewhere = folder.path().join("Elsewhere.dll");
    fs::rename(&dependency, &elsewhere).unwrap();
    let (extension, files) = generated(&awkward, Profile::Structured);

    let said = extension.diagnostics.iter().find(|d| d.code == "DL4001");
    let message = "The assembly Dependency (Awkward → Dependency) is referenced and not at hand.";
    assert_eq!(said.map(|said| said.message.as_str()), Some(message));
    let uses_data = |id: &str| id.contains("DependencyUses.Data(");
    let data = extension
        .actions
        .iter()
        .find(|action| uses_data(&action.member.id));
    let inputs = data.unwrap().inputs.iter().map(|input| &input.data_type);
    assert!(
        inputs
            .skip(1)
            .all(|data_type| *data_type == DataType::Object)
    );

    fs::rename(&elsewhere, &dependency).unwrap();
    mono.compile_extension(folder.path(), &files, &["Dependency.dll", "Awkward.dll"]);
}

/// Libraries of mono whose extensions do not compile, for reasons that lie in the installation.
const NOT_COMPILED: &[&str] = &[
    // It uses Mono.Cecil, which is not beside it.
    "Mono.Debugger.Soft.dll",
    // Mono's System.Web, which every extension references, defines System.Resources.ResXResourceSet too.
    "System.Windows.Forms.dll",
];

#[test]
#[ignore = "takes minutes of compiler time"]
fn every_library_of_mono_compiles() {
    compile_libraries(Profile::Structured);
}

#[test]
#[ignore = "takes minutes of compiler time"]
fn every_library_of_mono_compiles_in_the_profile_wizard() {
    compile_libraries(Profile::Wizard);
}

fn compile_libraries(profile: Profile) {
    let (Some(mono), Some(lib)) = (Mono::find("compiles"), libraries::mono_lib("compiles")) else {
        return;
    };
    for input in libraries::dlls(&lib) {
        let name = input.file_name().unwrap();
        if NOT_COMPILED.iter().any(|known| *known == name) {
            continue;
        }
        let folder = tempfile::tempdir().unwrap();
        let (_, files) = generated(&input, profile);
        compile_against(&mono, &lib, folder.path(), &files);
    }
}

/// Compiles an extension against the assemblies of mono themselves, as far as its project refers to them.
fn compile_against(mono: &Mono, lib: &Path, folder: &Path, files: &[GeneratedFile]) {
    let (sources, project) = write_sources(folder, files);
    let mut mcs = Command::new("mcs");
    mcs.args(["-nologo", "-warn:4", "-warnaserror", "-nowarn:1591,1587"])
        .args(["-nostdlib", "-noconfig", "-target:library"])
        .arg(format!("-out:{}", folder.join("out.dll").display()))
        .arg(format!("-r:{}", mono.stub.display()));
    let named = references(&project).map(|name| name.strip_suffix(".dll").unwrap_or(name));
    let files = named.map(|name| lib.join(format!("{name}.dll")));
    let files: BTreeSet<PathBuf> = files.filter(|file| file.is_file()).collect();
    for file in files.iter().chain([&lib.join("mscorlib.dll")]) {
        mcs.arg(format!("-r:{}", file.display()));
    }
    run(mcs.args(sources));
}
