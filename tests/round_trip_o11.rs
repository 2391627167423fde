//! A generated O11 extension does what the DLL does.
//!
//! For each sample, the programs in `tests/round_trip_o11/<Sample>` call the actions of the generated
//! extension and the members of the DLL with the same values, and compare.

#![allow(
    clippy::duplicate_mod,
    reason = "two of the helpers say by the same module that a test cannot run"
)]

#[path = "round_trip_o11/defaults.rs"]
mod defaults;
#[path = "support/mono.rs"]
mod mono;
#[path = "support/sdk.rs"]
mod sdk;
#[path = "support/toolset.rs"]
mod toolset;

use dllift::clr::{FileStore, Library};
use dllift::emit::GeneratedFile;
use dllift::emit::o11::{extension_files, lower};
use dllift::extension::{Extension, Profile};
use dllift::translate::policy::{CyclePolicy, EnumPolicy, MemberPolicy, NullPolicy};
use dllift::translate::{Config, Options, Policies, translate};
use mono::{Mono, compiler, run};
use sdk::Sdk;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A generated extension, compiled in a folder of its own.
struct Compiled {
    folder: TempDir,
    extension: Extension,
    library: PathBuf,
}

#[test]
fn mortgage_lib() {
    round_trip("MortgageLib", 45, Calls::EveryAction);
}

#[test]
fn banking() {
    round_trip("Banking", 17, Calls::EveryAction);
}

#[test]
fn values_of_every_kind() {
    round_trip("RoundTrip", 518, Calls::EveryAction);
}

#[test]
fn defaults_of_every_type() {
    round_trip("Constructs", 27, Calls::SomeActions);
}

#[test]
fn rows_of_entities() {
    round_trip("Shop", 25, Calls::SomeActions);
}

#[test]
fn what_the_wizard_imports() {
    check("RoundTrip", "Wizard", wizard(), 30, Calls::SomeActions);
}

fn with(policies: Policies) -> Config {
    Config {
        policies,
        ..Config::default()
    }
}

fn wizard() -> Config {
    Config {
        profile: Profile::Wizard,
        ..Config::default()
    }
}

#[test]
fn every_rule() {
    round_trip("Rules", 348, Calls::EveryAction);
}

#[test]
fn f_sharp() {
    check_f_sharp("FSharp", Config::default(), 100);
    let policies = Policies {
        nulls: NullPolicy::Companion,
        ..Policies::default()
    };
    check_f_sharp("Policies/Options", with(policies), 15);
    let policies = Policies {
        nulls: NullPolicy::Value,
        ..Policies::default()
    };
    check_f_sharp("Policies/GivenOptions", with(policies), 6);
}

/// Runs the checks of the sample of F# in the folder `checks`.
fn check_f_sharp(checks: &str, config: Config, known: usize) {
    let Some(sdk) = Sdk::find("round trip") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("FSharp.dll");
    fs::copy(manifest("testdata/FSharp.dll"), &library).unwrap();
    let core = "FSharp.Core.dll";
    fs::copy(sdk.f_sharp().join(core), folder.path().join(core)).unwrap();
    check_library(&library, checks, config, known, Calls::SomeActions);
}

#[test]
fn visual_basic() {
    round_trip("VisualBasic", 30, Calls::SomeActions);
}

#[test]
fn enums_as_integers() {
    let policies = Policies {
        enums: EnumPolicy::Integer,
        ..Policies::default()
    };
    check(
        "Rules",
        "Policies/Integers",
        with(policies),
        20,
        Calls::SomeActions,
    );
}

#[test]
fn nothing_is_null() {
    let policies = Policies {
        nulls: NullPolicy::Value,
        ..Policies::default()
    };
    check(
        "Rules",
        "Policies/Values",
        with(policies),
        10,
        Calls::SomeActions,
    );
}

#[test]
fn null_beside_the_value() {
    let policies = Policies {
        nulls: NullPolicy::Companion,
        ..Policies::default()
    };
    check(
        "Rules",
        "Policies/Companions",
        with(policies),
        20,
        Calls::SomeActions,
    );
}

#[test]
fn what_is_rare() {
    round_trip("Rarities", 90, Calls::EveryAction);
}

#[test]
fn rarities_with_numbers_for_enums_and_companions() {
    let policies = Policies {
        enums: EnumPolicy::Integer,
        nulls: NullPolicy::Companion,
        ..Policies::default()
    };
    check(
        "Rarities",
        "Policies/Rarities",
        with(policies),
        30,
        Calls::SomeActions,
    );
}

#[test]
fn choices_about_types() {
    let config = Config::parse(
        r#"
        [type]
        "T:Rarities.Session" = "structure"
        "T:Rarities.IShape" = "structure"
        "T:Rarities.Query" = "structure"
        "T:Rarities.Branch" = "text"
        "T:Rarities.Bits" = "text"
        [policies]
        enums = "integer"
        "#,
    );
    let config = config.unwrap();
    check("Rarities", "Choices", config, 15, Calls::SomeActions);
}

#[test]
fn cycles_left_out() {
    let policies = Policies {
        cycles: CyclePolicy::Omit,
        ..Policies::default()
    };
    check(
        "Rules",
        "Policies/Cycles",
        with(policies),
        10,
        Calls::SomeActions,
    );
}

#[test]
fn operators_translated() {
    let policies = Policies {
        operators: MemberPolicy::Translate,
        ..Policies::default()
    };
    check(
        "Rules",
        "Policies/Operators",
        with(policies),
        30,
        Calls::SomeActions,
    );
}

/// What mono does not know: the extension, the stub and the checks are compiled and run for .NET 8.
#[test]
fn modern_dot_net() {
    let toolset = toolset::folder();
    if let Err(reason) = toolset::set_up("tests/support/toolset/setup.sh", &[&toolset]) {
        toolset::say(format_args!("not run: {reason} (round trip on .NET 8)"));
        return;
    }
    let (extension, files) = generate(&sample("Modern"), Config::default());
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::copy(manifest("testdata/Modern.dll"), path("Modern.dll")).unwrap();
    fs::write(path("Default.cs"), defaults::class(&extension)).unwrap();
    let (generated, _) = mono::write_sources(folder.path(), &files);
    let checks = manifest("tests/round_trip_o11");
    let mut checks = [sources(&checks), sources(&checks.join("Modern"))].concat();
    assert_every_action_is_called(&extension, &checks);
    checks.push(path("Default.cs"));

    let stub = sources(&manifest("testdata/o11-runtime-stub"));
    let steps = [
        ("OutSystems.Stub.dll", "library", stub),
        ("OutSystems.NssModern.dll", "library", generated),
        ("Checks.dll", "exe", checks),
    ];
    let mut references = vec![path("Modern.dll")];
    for (name, target, sources) in steps {
        let mut compiler = Command::new(toolset.join("csc"));
        // Serialization by ISerializable is what the platform does, and obsolete.
        compiler
            .args(["-langversion:latest", "-warnaserror", "-define:MODERN"])
            .arg("-nowarn:1591,1587,SYSLIB0050,SYSLIB0051")
            .arg(format!("-target:{target}"))
            .arg(format!("-out:{}", path(name).display()));
        for reference in &references {
            compiler.arg(format!("-r:{}", reference.display()));
        }
        run(compiler.args(sources));
        references.push(path(name));
    }
    run_checks(
        Command::new(toolset.join("run")).arg(path("Checks.dll")),
        120,
    );
}

/// The samples for which there is nothing to call, too.
#[test]
fn every_sample_compiles() {
    let Some(mono) = Mono::find("round trip") else {
        return;
    };
    // Not Signatures: the compiler fails on the DLL itself.
    for name in ["Attributes", "Banking.Contracts", "Oddities"] {
        compile(&mono, &sample(name), Config::default());
    }
    for name in [
        "Attributes",
        "Banking",
        "Constructs",
        "MortgageLib",
        "Oddities",
        "Shop",
    ] {
        compile(&mono, &sample(name), wizard());
    }
}

/// What is generic is code like any other once it has type arguments.
#[test]
fn given_type_arguments() {
    let Some(mono) = Mono::find("round trip") else {
        return;
    };
    let config = Config::parse(
        r#"
        [instantiate]
        "M:Constructs.Unusual.Identity``1(``0)" = [["System.Int32"], ["Constructs.Node"]]
        "M:Constructs.Unusual.Make``1" = [["Constructs.Node"]]
        "T:Constructs.IStore`1" = [["System.String"], ["Constructs.Node[]"]]
        "#,
    );
    let extension = compile(&mono, &sample("Constructs"), config.unwrap()).extension;
    let names = extension.actions.iter().map(|action| action.name.as_str());
    let names: Vec<&str> = names.collect();
    for name in [
        "IdentityOfInt32",
        "IdentityOfNode",
        "MakeOfNode",
        "IStoreOfStringLoad",
        "IStoreOfNodeArraySave",
    ] {
        assert!(names.contains(&name), "{name} is not among {names:?}");
    }
}

/// Which actions the checks of a sample must call.
#[derive(PartialEq)]
enum Calls {
    EveryAction,
    SomeActions,
}

/// Runs the checks of a sample, of which there must be `known` at least.
fn round_trip(name: &str, known: usize, calls: Calls) {
    check(name, name, Config::default(), known, calls);
}

/// As [`round_trip`], with the checks in the folder `checks` of an extension that `config` made.
fn check(name: &str, checks: &str, config: Config, known: usize, calls: Calls) {
    check_library(&sample(name), checks, config, known, calls);
}

/// As [`check`], of the library in the file `dll`, with what it needs beside it.
fn check_library(dll: &Path, checks: &str, config: Config, known: usize, calls: Calls) {
    let Some(mono) = Mono::find("round trip") else {
        return;
    };
    let compiled = compile(&mono, dll, config);
    let folder = manifest("tests/round_trip_o11");
    let mut sources = sources(&folder);
    sources.extend(self::sources(&folder.join(checks)));
    if calls == Calls::EveryAction {
        assert_every_action_is_called(&compiled.extension, &sources);
    }

    let mut program = Command::new("mono");
    run_checks(program.arg(compile_checks(&compiled, &sources)), known);
}

/// Runs a program of checks, none of which may fail.
fn run_checks(program: &mut Command, known: usize) {
    let output = program.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let lines = |start| said.lines().filter(move |line| line.starts_with(start));
    let failures: Vec<&str> = lines("FAIL ").collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(output.status.success(), "{said}{errors}");
    let passed = lines("ok ").count();
    assert_eq!(said.lines().last(), Some(&*format!("{passed} checks")));
    assert!(passed >= known, "{passed} checks are less than {known}");
}

/// Generates and compiles the extension of a library.
fn compile(mono: &Mono, dll: &Path, config: Config) -> Compiled {
    let (extension, files) = generate(dll, config);
    let folder = tempfile::tempdir().unwrap();
    let resources: Vec<&str> = extension.resources.iter().map(|r| &*r.file).collect();
    for resource in &resources {
        fs::copy(dll.with_file_name(resource), folder.path().join(resource)).unwrap();
    }
    let library = mono.compile_extension(folder.path(), &files, &resources);
    Compiled {
        folder,
        extension,
        library,
    }
}

fn generate(dll: &Path, config: Config) -> (Extension, Vec<GeneratedFile>) {
    let store = FileStore::open(&[dll.to_path_buf()], &[]);
    let library = Library::new(&store);
    let options = Options {
        config,
        ..Options::default()
    };
    let translation = translate(&library, &options);
    let lowered = lower(&translation.extension);
    let files = extension_files(&translation, &lowered).unwrap();
    (translation.extension, files)
}

/// Compiles the program that checks an extension.
fn compile_checks(compiled: &Compiled, sources: &[PathBuf]) -> PathBuf {
    let folder = compiled.folder.path();
    let defaults = folder.join("Default.cs");
    fs::write(&defaults, defaults::class(&compiled.extension)).unwrap();
    let program = folder.join("Checks.exe");
    let mut mcs = compiler("exe", &program);
    mcs.arg("-codepage:utf8")
        .arg(format!("-lib:{}", folder.display()))
        .args([
            "-r:OutSystems.Stub.dll,System.Data.dll,System.Numerics.dll",
            "-r:System.Xml.dll,System.Xml.Linq.dll,Facades/netstandard.dll",
        ])
        .arg(format!("-r:{}", compiled.library.display()));
    for resource in &compiled.extension.resources {
        mcs.arg(format!("-r:{}", resource.file));
    }
    run(mcs.args(sources).arg(defaults));
    program
}

fn assert_every_action_is_called(extension: &Extension, sources: &[PathBuf]) {
    let texts = sources.iter().map(|path| fs::read_to_string(path).unwrap());
    let text: String = texts.collect();
    let actions = extension.actions.iter().map(|action| &action.name);
    let forgotten: Vec<&String> = actions
        .filter(|name| {
            !text.contains(&format!(".Mss{name}(")) && !text.contains(&format!("\"{name}\""))
        })
        .collect();
    assert!(forgotten.is_empty(), "no check calls {forgotten:?}");
}

/// The C# sources in `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "cs"))
        .collect()
}

/// The DLL of a sample.
fn sample(name: &str) -> PathBuf {
    manifest(&format!("testdata/{name}.dll"))
}

/// A path in the repository.
fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
