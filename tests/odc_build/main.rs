//! The projects that are generated for ODC are built by MSBuild, by their own scripts, and run.
//!
//! The SDK that can be had knows .NET Core 3.1. So `workshop`, from which projects inherit as they do from any folder
//! above them, says what a newer SDK would know by itself, and nothing in the projects is changed:
//!
//! - The framework is called `netcoreapp10.0` instead of `net10.0`, which means the same and both compile to
//!   `.NETCoreApp,Version=v10.0`. Its assemblies are those of .NET 8, on which the results run.
//! - The compiler is the toolset's Roslyn, for C# 12. It has none of the analyzers that come with an SDK.
//! - Friend assemblies are written by a target; references between projects are not asked which framework they target.
//! - The packages come from a folder, and are stubs: what they need themselves is not there.
//!
//! Whatever MSBuild, NuGet or the compiler warns of is an error.
#![cfg(all(feature = "cli", unix))]
#![allow(
    clippy::duplicate_mod,
    reason = "two of the helpers set up what they need by the same module"
)]

#[path = "../support/archive.rs"]
mod archive;
#[path = "../support/roslyn.rs"]
mod roslyn;
#[path = "../support/sdk.rs"]
mod sdk;

use dllift::closure::{Closure, Platform};
use dllift::clr::{FileStore, Library};
use roslyn::Roslyn;
use sdk::Sdk;
use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

#[test]
fn one_assembly() {
    let Some(workshop) = Workshop::find() else {
        return;
    };
    let project = workshop.build(&testdata("MortgageLib.dll"));
    project.assert_complete(&["MortgageLib.dll"]);
    project.assert_calls(&[
        (
            "CalculateMortgage",
            r#"{"LoanAmount": 200000, "InterestRate": 4.5, "Years": 30}"#,
            r#"{"":1013.37}"#,
        ),
        ("MortgageCalculatorMaximumYearsGet", "{}", r#"{"":50}"#),
    ]);
}

#[test]
fn an_assembly_and_what_it_references() {
    let Some(workshop) = Workshop::find() else {
        return;
    };
    let project = workshop.build(&testdata("Banking.dll"));
    project.assert_complete(&["Banking.dll", "Banking.Contracts.dll"]);
    project.assert_calls(&[(
        "Sum",
        r#"{"Amounts": [{"Amount": 1.5, "Currency": "EUR"}, {"Amount": 2, "Currency": "EUR"}]}"#,
        r#"{"":{"Amount":3.5,"Currency":"EUR"}}"#,
    )]);
}

#[test]
fn an_assembly_of_new_language_features() {
    let Some(workshop) = Workshop::find() else {
        return;
    };
    let project = workshop.build(&testdata("Modern.dll"));
    project.assert_complete(&["Modern.dll"]);
    project.assert_calls(&[
        ("CountAsync", r#"{"To": 3}"#, r#"{"":[1,2,3]}"#),
        (
            "Move",
            r#"{"Settings": {"Host": "home", "Tags": ["a", "b"]}, "Port": 81}"#,
            r#"{"":{"Host":"home","Port":81,"Tags":["a","b","moved"]}}"#,
        ),
    ]);
}

/// One of the packages that each project refers to is also beside the assembly that it is for.
#[test]
fn an_assembly_with_a_package_of_the_project() {
    let Some(workshop) = Workshop::find() else {
        return;
    };
    let folder = workshop.folder.join("Loggers");
    fs::create_dir_all(&folder).unwrap();
    let logging = folder.join(format!("{LOGGING}.dll"));
    fs::copy(workshop.assembly(LOGGING), &logging).unwrap();
    let dll = folder.join("Loggers.dll");
    let source = manifest("tests/round_trip_odc/Loggers/Loggers.cs");
    let options = ["-target:library", "-nullable:enable"];
    workshop
        .roslyn
        .compile(&dll, &[logging], &[source], options);
    let project = workshop.build(&dll);
    project.assert_complete(&["Loggers.dll"]);
    project.assert_calls(&[("Work", r#"{"Text": "to do"}"#, r#"{"":"to do!"}"#)]);
}

const LOGGING: &str = "Microsoft.Extensions.Logging.Abstractions";

/// What every project refers to, and the sources that stand in for it.
const PACKAGES: [(&str, &str, &str); 2] = [
    (LOGGING, "8.0.2", "Logging.cs"),
    ("OutSystems.ExternalLibraries.SDK", "1.5.0", "Sdk.cs"),
];

/// The folder above the projects.
struct Workshop {
    folder: PathBuf,
    sdk: Sdk,
    roslyn: Roslyn,
}

impl Workshop {
    /// One for all tests; `None` where there is no SDK.
    fn find() -> Option<&'static Self> {
        static WORKSHOP: OnceLock<Option<Workshop>> = OnceLock::new();
        WORKSHOP.get_or_init(Self::set_up).as_ref()
    }

    fn set_up() -> Option<Self> {
        let sdk = Sdk::find("building for ODC")?;
        let roslyn = Roslyn::find("building for ODC")?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("odc_build");
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        let framework = folder.join("packs/Microsoft.NETCore.App.Ref/8.0.0/build/netcoreapp10.0");
        fs::create_dir_all(&framework).unwrap();
        fs::create_dir_all(folder.join("feed")).unwrap();
        for file in fs::read_dir(manifest("tests/odc_build/workshop")).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        let workshop = Self {
            folder,
            sdk,
            roslyn,
        };
        symlink(workshop.roslyn.framework(), framework.join("ref")).unwrap();
        workshop.put_compiler();

        workshop.compile(&workshop.caller(), "tests/odc_build/Call.cs", &[]);
        for (id, version, source) in PACKAGES {
            let assembly = workshop.assembly(id);
            let source = format!("testdata/odc-sdk-stub/{source}");
            workshop.compile(&assembly, &source, &["-target:library"]);
            workshop.put_package(id, version, &assembly);
        }
        Some(workshop)
    }

    /// The program that calls actions.
    fn caller(&self) -> PathBuf {
        self.folder.join("Call.dll")
    }

    /// The assembly of a package.
    fn assembly(&self, id: &str) -> PathBuf {
        self.folder.join(format!("{id}.dll"))
    }

    fn compile(&self, out: &Path, source: &str, options: &[&str]) {
        let strict = ["-nullable:enable", "-langversion:12"];
        let options = strict.into_iter().chain(options.iter().copied());
        self.roslyn.compile(out, &[], &[manifest(source)], options);
    }

    /// Makes `csc`, which MSBuild calls instead of the SDK's compiler.
    fn put_compiler(&self) {
        let [run, compiler] = self.roslyn.bare_compiler();
        let script = self.folder.join("csc");
        let (run, compiler) = (run.display(), compiler.display());
        fs::write(
            &script,
            format!("#!/bin/sh\nexec '{run}' '{compiler}' \"$@\"\n"),
        )
        .unwrap();
        fs::set_permissions(&script, Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts a package with one assembly into the feed.
    fn put_package(&self, id: &str, version: &str, assembly: &Path) {
        let manifest = format!(
            "<package><metadata><id>{id}</id><version>{version}</version><authors>?</authors>\
             <description>?</description></metadata></package>"
        );
        let bytes = fs::read(assembly).unwrap();
        let package = archive::zip(&[
            (&format!("{id}.nuspec"), manifest.as_bytes()),
            (&format!("lib/netstandard2.0/{id}.dll"), &bytes),
        ]);
        let file = format!("feed/{id}.{version}.nupkg");
        fs::write(self.folder.join(file), package).unwrap();
    }

    /// Translates `dll`, and does what the README of the project says.
    fn build(&'static self, dll: &Path) -> Project {
        let name = dll.file_stem().unwrap().to_str().unwrap();
        let out = self.folder.join(format!("{name}.out"));
        let mut dllift = Command::new(env!("CARGO_BIN_EXE_dllift"));
        dllift.args(["translate", "--target", "odc"]).arg(dll);
        run(dllift.arg("--out").arg(&out));
        let folder = out.join("odc").join(name);

        // `dotnet run` asks before MSBuild does what the framework is.
        let tests = format!("tests/{name}.Tests");
        let mut dotnet = self.sdk.program("dotnet");
        dotnet.current_dir(&folder);
        let said = run(dotnet.args(["run", "-f", "netcoreapp10.0", "--project", &tests]));
        assert!(said.lines().all(|line| line.starts_with("ok ")), "{said}");

        // What an earlier version of the library needed is not in the package.
        let publish = folder.join("bin/publish");
        fs::create_dir_all(&publish).unwrap();
        fs::write(publish.join("Earlier.dll"), "").unwrap();
        let mut path = OsString::from(self.sdk.folder());
        path.push(":");
        path.push(env::var_os("PATH").unwrap());
        run(Command::new("sh")
            .arg(folder.join("build.sh"))
            .env("PATH", path));

        let package = folder.join(format!("{name}.zip"));
        let unpacked = out.join("unpacked");
        let mut unzip = Command::new("python3");
        unzip.args(["-m", "zipfile", "-e"]).arg(&package);
        run(unzip.arg(&unpacked));
        Project {
            workshop: self,
            assembly: format!("Odc.{name}"),
            package,
            unpacked,
        }
    }
}

/// A project that was built.
struct Project {
    workshop: &'static Workshop,
    assembly: String,
    package: PathBuf,
    /// What is in the package.
    unpacked: PathBuf,
}

impl Project {
    /// The package has the files that it needs, and no others, and `check` finds no error in it.
    fn assert_complete(&self, wrapped: &[&str]) {
        let Self {
            assembly, package, ..
        } = self;
        let own = [".dll", ".pdb", ".deps.json"].map(|end| format!("{assembly}{end}"));
        let packages = PACKAGES.map(|(id, ..)| format!("{id}.dll"));
        let wrapped = wrapped.iter().map(|name| (*name).to_owned());
        let expected: BTreeSet<String> = own.into_iter().chain(packages).chain(wrapped).collect();
        let files = fs::read_dir(&self.unpacked).unwrap();
        let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.collect::<BTreeSet<String>>(), expected);

        let library = format!("{}!{assembly}.dll", package.display());
        let store = FileStore::open(&[library.into()], &[]);
        let library = Library::new(&store);
        let needed = Closure::new(&library, Platform::Odc);
        let needed = needed.shipped().map(|file| file.file_name().into_owned());
        let assemblies = expected.into_iter().filter(|name| name.ends_with(".dll"));
        assert_eq!(needed.collect::<BTreeSet<String>>(), assemblies.collect());

        run(Command::new(env!("CARGO_BIN_EXE_dllift"))
            .arg("check")
            .arg(package));
    }

    /// Actions with their arguments give these outputs.
    fn assert_calls(&self, calls: &[(&str, &str, &str)]) {
        let library = self.unpacked.join(format!("{}.dll", self.assembly));
        for (action, arguments, expected) in calls {
            let mut call = self.workshop.roslyn.program(&self.workshop.caller());
            let said = run(call.arg(&library).args([action, arguments]));
            assert_eq!(said.trim_end(), *expected, "{action}");
        }
    }
}

fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn testdata(name: &str) -> PathBuf {
    manifest("testdata").join(name)
}

/// What `command` prints, which must end well.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}{wrong}");
    said
}
