//! A generated external library for ODC does what the DLL does.
//!
//! Each sample's library is compiled for .NET 8 against a stub of the SDK, as strictly as a compiler can be, and
//! checked as a package would be. Its own tests of the mappers are run, and every action is called with values of
//! every kind, beside the member behind it. What reflection cannot call is called by checks of the O11 round trip.

#![allow(
    clippy::duplicate_mod,
    dead_code,
    reason = "the helpers serve other tests, too, and some of them say by the same module that a test cannot run"
)]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/mono.rs"]
mod mono;
#[path = "support/roslyn.rs"]
mod roslyn;
#[path = "support/sdk.rs"]
mod sdk;

use dllift::check::check;
use dllift::clr::{Assembly, FileStore, Library};
use dllift::emit::GeneratedFile;
use dllift::emit::odc::library_files;
use dllift::emit::report::markdown;
use dllift::extension::{Extension, Parameter, Severity};
use dllift::metadata::table;
use dllift::translate::{Config, Lock, Options, Targets, Translation, translate};
use mono::Mono;
use roslyn::Roslyn;
use sdk::Sdk;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A sample, and what is peculiar to it.
#[derive(Default)]
struct Sample {
    name: &'static str,
    /// Patterns of members that are left out: mono's compiler takes them, and Roslyn does not.
    excluded: &'static [&'static str],
    /// How many checks there are at least.
    known: usize,
    /// Actions that do differ: their results have no order, or they are about an Object in a structure.
    different: &'static [&'static str],
    /// Checks of its own, and those of the O11 round trip that hold for ODC, too.
    more: &'static [&'static str],
}

impl Sample {
    /// With `known` checks at least, all of them by reflection.
    fn plain(name: &'static str, known: usize) -> Self {
        Self {
            name,
            known,
            ..Self::default()
        }
    }
}

#[test]
fn attributes() {
    round_trip(&Sample::plain("Attributes", 36));
}

#[test]
fn banking() {
    round_trip(&Sample::plain("Banking", 36));
    round_trip(&Sample::plain("Banking.Contracts", 12));
}

#[test]
fn constructs() {
    round_trip(&Sample {
        more: &["RecursiveChecks"],
        ..Sample::plain("Constructs", 800)
    });
}

/// The one class with actions has a part of System.Data.Linq, which .NET does not have.
#[test]
fn entities() {
    let sample = Sample::plain("Shop", 0);
    let odc = generate(&sample, &dll(&sample)).0.extension.odc.unwrap();
    assert_eq!(odc.actions, []);
    let left_out = odc.left_out.iter().filter(|left| left.code == "DL1046");
    let left_out: Vec<&str> = left_out.map(|left| left.action.as_str()).collect();
    assert!(left_out.contains(&"Reveal"));
    let of_invoice = |name: &&str| name.starts_with("Invoice") || *name == "Reveal";
    assert!(left_out.iter().all(of_invoice), "{left_out:?}");
}

#[test]
fn visual_basic() {
    round_trip(&Sample {
        more: &["TupleChecks"],
        ..Sample::plain("VisualBasic", 150)
    });
}

#[test]
fn f_sharp() {
    let (Some(roslyn), Some(sdk)) = (
        Roslyn::find("round trip on ODC"),
        Sdk::find("round trip on ODC"),
    ) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let sample = Sample {
        // It counts its calls.
        different: &["count"],
        more: &["ResultChecks"],
        ..Sample::plain("FSharp", 300)
    };
    let library = folder.path().join("FSharp.dll");
    fs::copy(dll(&sample), &library).unwrap();
    let core = "FSharp.Core.dll";
    fs::copy(sdk.f_sharp().join(core), folder.path().join(core)).unwrap();
    check_library(&roslyn, &sample, &library);
}

#[test]
fn modern_dot_net() {
    round_trip(&Sample {
        more: &[
            "AsynchronousChecks",
            "BufferChecks",
            "NullChecks",
            "ScalarChecks",
            "TupleChecks",
        ],
        ..Sample::plain("Modern", 400)
    });
}

#[test]
fn mortgage_lib() {
    round_trip(&Sample::plain("MortgageLib", 72));
    round_trip(&Sample::plain("Lending", 12));
}

#[test]
fn code_of_other_tools() {
    round_trip(&Sample {
        // Inherited from a class that is not public, and an `in` parameter as no compiler writes it.
        excluded: &["Oddities.Visible.*", "Oddities.Functions.ReadOnlyReference"],
        ..Sample::plain("Oddities", 6)
    });
    round_trip(&Sample::plain("Signatures", 4));
}

#[test]
fn rarities() {
    round_trip(&Sample {
        different: &["Has"],
        more: &["CollectionChecks", "TupleChecks", "ValueChecks"],
        ..Sample::plain("Rarities", 250)
    });
}

#[test]
fn values_of_every_kind() {
    round_trip(&Sample {
        different: &["OfConcurrentBag"],
        ..Sample::plain("RoundTrip", 860)
    });
}

#[test]
fn every_rule() {
    round_trip(&Sample {
        // The names that mcs gives the elements of a parameter's tuples are too few.
        excluded: &["Rules.Tuples.FindBest"],
        different: &["OfConcurrentBag"],
        more: &[
            "DictionaryChecks",
            "GenericChecks",
            "ListChecks",
            "NullChecks",
            "ParameterChecks",
            "ArgumentChecks",
            "RecursionChecks",
            "TupleChecks",
        ],
        ..Sample::plain("Rules", 860)
    });
}

/// A constructor that takes a structure, optional parameters that are Objects, names that meet, and disposal.
#[test]
fn objects_are_made_in_each_call() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let dll = library(&roslyn, folder.path(), "Clients", &[]);
    let sample = Sample::plain("Clients", 18);
    let compiled = check_library(&roslyn, &sample, &dll);
    let class = fs::read_to_string(compiled.path("Clients.cs")).unwrap();
    let head = "public string Send(\n        Options Options,\n        string Text,\n        string Name,\n        string? ClientName = null)";
    assert!(class.contains(head), "{class}");
    assert!(class.contains("using global::Clients.Client instance = new global::Clients.Client("));
    assert!(!class.contains("using global::Clients.Chooser"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in ["MortgageLib", "Rules"] {
        let sample = Sample::plain(name, 0);
        let files = || generate(&sample, &dll(&sample)).1;
        assert_eq!(files(), files());
    }
}

/// Members that are `required`: what has them is made by an initialiser.
#[test]
fn required_members_are_set() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let options = ["-langversion:12", "-nullable:enable"];
    let dll = library(&roslyn, folder.path(), "Required", &options);
    let sample = Sample {
        more: &["TreeChecks"],
        ..Sample::plain("Required", 80)
    };
    let compiled = check_library(&roslyn, &sample, &dll);
    let library = compiled.extension.odc.unwrap();
    let left_out = library.left_out.iter().map(|of| (&*of.action, &*of.code));
    assert_eq!(left_out.collect::<Vec<_>>(), [("Unseal", "DL1043")]);

    // Beside O11, which cannot make them, the library is the same.
    let store = FileStore::open(&[dll], &[]);
    let both = translate(&Library::new(&store), &Options::default());
    let files = library_files(both.odc.as_ref().unwrap(), &Lock::default());
    for file in files.iter().filter(|file| file.path.ends_with(".cs")) {
        assert_eq!(
            fs::read(compiled.folder.path().join(&file.path)).unwrap(),
            file.bytes,
            "{}",
            file.path
        );
    }
    let beside = both.extension.odc.as_ref().unwrap();
    assert_eq!(beside.structures, library.structures);
    let own: Vec<&str> = beside
        .own_structures
        .iter()
        .map(|of| of.name.as_str())
        .collect();
    let entry = "KeyValuePairOfStringAndCustomer";
    assert_eq!(own, ["Customer", "Order", "Basket", entry]);
    let o11 = |name: &str| {
        both.extension
            .actions
            .iter()
            .find(|action| action.name == name)
    };
    for name in ["Of", "Press"] {
        let input = &o11(name).unwrap().inputs[0];
        assert_eq!(input.data_type.to_string(), "Object", "{name}");
    }
    let odc = beside
        .actions
        .iter()
        .find(|action| action.of == "Of")
        .unwrap();
    assert_eq!(odc.action.inputs[0].data_type.to_string(), "Customer");
    // In O11 an Object is asked for what in ODC is an attribute.
    assert!(o11("CustomerNameGet").is_some());
    assert!(beside.absorbed.iter().any(|name| name == "CustomerNameGet"));
    let fates = beside.actions.len() + beside.absorbed.len() + beside.left_out.len();
    assert_eq!(fates, both.extension.actions.len());
    let said = markdown(&both.extension);
    let structures = own.join(", ");
    for expected in [
        format!("Structures that are others in ODC: {structures}"),
        "OutSystems 11 can read a Required.Customer but not make one".to_owned(),
    ] {
        assert!(said.contains(&expected), "{said}");
    }
    let names = Lock::default().with(&both).structures;
    assert_eq!(names["T:Required.Customer"].as_str(), "Customer");
}

/// What .NET does not load is left out, and nothing else: the runtime is asked.
#[test]
fn types_that_do_not_load_are_left_out() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let compile = |out: &str, source: &str, options: &[&str], references: &[PathBuf]| {
        let out = folder.path().join(out);
        fs::create_dir_all(out.parent().unwrap()).unwrap();
        let source = manifest("tests/round_trip_odc/Loading").join(source);
        roslyn.compile(&out, references, &[source], options);
        out
    };
    let library = ["-target:library"];
    let missing = compile(
        "elsewhere/System.Data.Linq.dll",
        "Missing.cs",
        &library,
        &[],
    );
    let needed = [missing];
    let contracts = compile("Contracts.dll", "Contracts.cs", &library, &needed);
    let [missing] = needed;
    let dll = compile("Library.dll", "Library.cs", &library, &[missing, contracts]);
    let load = compile("Load.dll", "Load.cs", &["-nullable:enable"], &[]);
    let output = roslyn.program(&load).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let loaded: BTreeSet<&str> = said.lines().collect();

    let (translation, _) = generate(&Sample::plain("Library", 0), &dll);
    let odc = translation.extension.odc.unwrap();
    let of = |name: &str| name.starts_with("Of");
    let kept = odc.actions.iter().map(|action| action.of.as_str());
    assert_eq!(
        kept.filter(|name| of(name)).collect::<BTreeSet<_>>(),
        loaded
    );
    let left_out = odc.left_out.iter().filter(|left| of(&left.action));
    let codes: Vec<&str> = left_out.map(|left| left.code.as_str()).collect();
    assert_eq!((loaded.len(), codes), (13, vec!["DL1046"; 23]));
}

/// Spans that a member gives out do not outlive what it got by reference.
#[test]
fn spans_that_are_given_out() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let dll = library(&roslyn, folder.path(), "Spans", &[]);
    let sample = Sample {
        more: &["SpanChecks"],
        ..Sample::plain("Spans", 4)
    };
    check_library(&roslyn, &sample, &dll);
}

/// What the parts of .NET Framework that .NET does not have keep from running is left out; the rest compiles and runs.
#[test]
fn libraries_for_dot_net_framework_compile() {
    let (Some(roslyn), Some(_), Some(mono)) = (
        Roslyn::find("round trip on ODC"),
        Mono::find("round trip on ODC"),
        libraries::mono_lib("round trip on ODC"),
    ) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let dll = folder.path().join("Library.dll");
    let parts = ["System.Configuration", "System.Drawing", "System.Web"];
    mono::run(
        mono::compiler("library", &dll)
            .args(parts.map(|part| format!("-r:{part}")))
            .arg(manifest("tests/round_trip_odc/Framework/Library.cs")),
    );
    let sample = Sample::plain("Library", 0);
    compile(&roslyn, &sample, &dll);
    // What it is made of is at hand then, and no help.
    let framework = mono.with_file_name("4.7.2-api");
    let parts = parts.map(|part| format!("{part}.dll"));
    for part in parts.iter().map(String::as_str).chain(["mscorlib.dll"]) {
        fs::copy(framework.join(part), folder.path().join(part)).unwrap();
    }
    let compiled = compile(&roslyn, &sample, &dll);
    assert_odc_would_take(&compiled);
    assert_structures_come_back(&roslyn, &compiled);

    let odc = compiled.extension.odc.as_ref().unwrap();
    let is_lost = |name: &str| name.contains("Lost");
    let lost = odc.actions.iter().find(|action| is_lost(&action.of));
    assert!(lost.is_none(), "{lost:?}");
    let said = compiled.extension.diagnostics.iter();
    let said: Vec<&str> = said.map(|said| said.message.as_str()).collect();
    for lacking in [
        "OfWeb, which needs System.Web.UI.Page",
        "Further, which needs System.Web.UI.Page",
        "OfDesign, which needs System.Drawing.Design.UITypeEditor",
        "OfCore, which needs System.Runtime.Remoting.Channels.IChannel",
        "System.Web.HttpContext, which its signature names",
        "System.Web.HttpContext, which another overload of it names",
        "System.Web.HttpContext, which another constructor of NotConstructed names",
    ] {
        let message = format!("ODC does not have it: .NET does not load {lacking}.");
        assert!(said.contains(&&*message), "{message}\n{said:#?}");
    }

    let run = compiled.path("Run.dll");
    let source = [manifest("tests/round_trip_odc/Framework/Run.cs")];
    roslyn.compile(&run, &[], &source, ["-nullable:enable"]);
    let library = compiled.references.last().unwrap();
    let output = roslyn.program(&run).arg(library).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
    let kept = odc.actions.iter().map(|action| action.action.name.as_str());
    let kept: BTreeSet<&str> = kept.filter(|name| name.starts_with("Kept")).collect();
    assert_eq!(said.lines().collect::<BTreeSet<_>>(), kept);
    let members = fs::read_to_string(manifest("tests/round_trip_odc/Framework/Library.cs"));
    let members = members.unwrap();
    let words = members.split(|c: char| !c.is_alphanumeric());
    let meant: BTreeSet<&str> = words.filter(|word| word.starts_with("Kept")).collect();
    let is_there = |name: &&str| kept.iter().any(|kept| kept.starts_with(name));
    let lacking: Vec<&str> = meant.into_iter().filter(|name| !is_there(name)).collect();
    assert_eq!(lacking, [""; 0]);
}

/// What is experimental is an error to the compiler, and warnings of what is obsolete can have names of their own.
#[test]
fn warnings_with_names_of_their_own_are_silenced() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let dll = library(&roslyn, folder.path(), "Warnings", &[]);
    let compiled = compile(&roslyn, &Sample::plain("Warnings", 0), &dll);
    let class = fs::read_to_string(compiled.path("Warnings.cs")).unwrap();
    let silenced = "#pragma warning disable CS0612, CS0618, WARN1, WARN2, WARN3, WARN4\n";
    assert!(class.contains(silenced), "{class}");
    let actions = compiled.extension.odc.unwrap().actions;
    let names: BTreeSet<&str> = actions.iter().map(|of| &*of.of).collect();
    assert_eq!(names, BTreeSet::from(["Given", "Old"]));
}

/// The logger that ODC gives the library arrives where a member takes one.
#[test]
fn loggers_are_passed_on() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (logging, source) = STUBS[0];
    let logging = folder.path().join(logging);
    let source = [manifest("testdata/odc-sdk-stub").join(source)];
    let options = ["-target:library", "-nullable:enable"];
    roslyn.compile(&logging, &[], &source, options);
    let dll = folder.path().join("Loggers.dll");
    let source = [manifest("tests/round_trip_odc/Loggers/Loggers.cs")];
    roslyn.compile(&dll, &[logging], &source, options);
    let sample = Sample {
        more: &["LoggerChecks"],
        ..Sample::plain("Loggers", 27)
    };
    let compiled = check_library(&roslyn, &sample, &dll);
    let said = compiled
        .extension
        .diagnostics
        .iter()
        .map(|said| said.code.as_str());
    assert_eq!(said.filter(|code| *code == "DL2010").count(), 4);
    assert!(compiled.path("TypedLogger.cs").exists());
}

/// What a library needs of packages: the files, and the sources that stand in for them.
const STUBS: [(&str, &str); 2] = [
    (
        "Microsoft.Extensions.Logging.Abstractions.dll",
        "Logging.cs",
    ),
    ("OutSystems.ExternalLibraries.SDK.dll", "Sdk.cs"),
];

/// A generated library, compiled in a folder of its own.
struct Compiled {
    folder: TempDir,
    extension: Extension,
    /// What the lock file calls the members of the actions.
    keys: Vec<String>,
    /// The library, and before it what it references.
    references: Vec<PathBuf>,
}

impl Compiled {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn round_trip(sample: &Sample) {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    check_library(&roslyn, sample, &dll(sample));
}

/// All checks of the library of `dll`.
fn check_library(roslyn: &Roslyn, sample: &Sample, dll: &Path) -> Compiled {
    let compiled = compile(roslyn, sample, dll);
    assert_odc_would_take(&compiled);
    assert_structures_come_back(roslyn, &compiled);
    assert_actions_do_what_members_do(roslyn, sample, &compiled);
    compiled
}

fn dll(sample: &Sample) -> PathBuf {
    manifest(&format!("testdata/{}.dll", sample.name))
}

fn generate(sample: &Sample, dll: &Path) -> (Translation, Vec<GeneratedFile>) {
    let store = FileStore::open(&[dll.to_path_buf()], &[]);
    let excluded = sample.excluded.iter().map(|pattern| format!("{pattern:?}"));
    let excluded: Vec<String> = excluded.collect();
    let config = Config::parse(&format!("exclude = [{}]", excluded.join(", ")));
    let options = Options {
        config: config.unwrap(),
        targets: Targets::Odc,
        ..Options::default()
    };
    let translation = translate(&Library::new(&store), &options);
    let files = library_files(translation.odc.as_ref().unwrap(), &Lock::default());
    (translation, files)
}

/// Compiles the library of one file that is called `name` into `folder`.
fn library(roslyn: &Roslyn, folder: &Path, name: &str, options: &[&str]) -> PathBuf {
    let dll = folder.join(format!("{name}.dll"));
    let source = manifest(&format!("tests/round_trip_odc/{name}/{name}.cs"));
    let options = options.iter().copied().chain(["-target:library"]);
    roslyn.compile(&dll, &[], &[source], options);
    dll
}

/// Generates and compiles the library of a sample, and the tests of its mappers.
fn compile(roslyn: &Roslyn, sample: &Sample, dll: &Path) -> Compiled {
    let (translation, files) = generate(sample, dll);
    let extension = translation.extension;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let strict = ["-nullable:enable", "-langversion:12", "-warn:10"];
    let library = strict.into_iter().chain(["-target:library"]);
    let mut references = Vec::new();
    for (file, source) in STUBS {
        references.push(path(file));
        let source = [manifest("testdata/odc-sdk-stub").join(source)];
        roslyn.compile(&path(file), &[], &source, library.clone());
    }
    let packages = &extension.odc.as_ref().unwrap().packages;
    for package in packages.iter().map(|package| &package.name) {
        let assembly = path(&format!("{package}.dll"));
        put_package(roslyn, package, &assembly);
        references.push(assembly);
    }
    for resource in &extension.resources {
        if references.contains(&path(&resource.file)) {
            continue;
        }
        let original = dll.with_file_name(&resource.file);
        references.push(path(&resource.file));
        fs::copy(original, path(&resource.file)).unwrap();
    }
    let name = format!("Odc.{}", extension.name);
    // What the project says.
    let attributes = [
        format!("System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}.Tests\")"),
        "System.Runtime.Versioning.TargetFramework(\".NETCoreApp,Version=v10.0\")".to_owned(),
    ];
    let attributes = attributes.map(|attribute| format!("[assembly: {attribute}]\n"));
    fs::write(path("Project.cs"), attributes.concat()).unwrap();
    let icon = format!("-resource:{},{name}.icon.png", path("icon.png").display());
    let (mut own, mut tests) = (vec![path("Project.cs")], Vec::new());
    for file in &files {
        let to = path(&file.path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(&to, &file.bytes).unwrap();
        match file.path.ends_with(".cs") {
            true if file.path.starts_with("tests/") => tests.push(to),
            true => own.push(to),
            false => {}
        }
    }
    let assembly = path(&format!("{name}.dll"));
    let options = library.map(str::to_owned).chain([icon]);
    roslyn.compile(&assembly, &references, &own, options);
    references.push(assembly);
    let program = path(&format!("{name}.Tests.dll"));
    roslyn.compile(&program, &references, &tests, strict);
    Compiled {
        folder,
        extension,
        keys: translation.odc.unwrap().translation.keys,
        references,
    }
}

/// Compiles as much of a package as the samples use, with the public key of all these packages.
fn put_package(roslyn: &Roslyn, name: &str, to: &Path) {
    let part = roslyn.framework().join("System.Web.HttpUtility.dll");
    let part = fs::read(part).unwrap();
    let part = Assembly::parse(&part).unwrap();
    let row = part.metadata().first::<table::Assembly>().unwrap();
    let file = to.with_extension("snk");
    fs::write(&file, row.public_key().unwrap().rest()).unwrap();
    let source = [manifest(&format!(
        "tests/round_trip_odc/packages/{name}.cs"
    ))];
    let key = format!("-keyfile:{}", file.display());
    let options = ["-target:library", "-publicsign", &key];
    roslyn.compile(to, &[], &source, options);
}

/// What `dllift check` says of the library: nothing that would keep ODC from taking it.
fn assert_odc_would_take(compiled: &Compiled) {
    let report = check(compiled.references.last().unwrap()).unwrap();
    let findings = report.findings.iter();
    let errors = findings.filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<_> = errors.collect();
    assert!(
        errors.is_empty(),
        "{}: {errors:#?}",
        compiled.extension.name
    );
}

/// The tests that are generated with the library pass, one for each structure that can be made.
fn assert_structures_come_back(roslyn: &Roslyn, compiled: &Compiled) {
    let program = compiled.path(&format!("Odc.{}.Tests.dll", compiled.extension.name));
    let output = roslyn.program(&program).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
    let library = compiled.extension.odc.as_ref().unwrap();
    let is_known = |line: &&str| {
        let name = line.strip_prefix("ok ");
        name.is_some_and(|name| library.structures.iter().any(|known| known == name))
    };
    assert!(said.lines().all(|line| is_known(&line)), "{said}");
}

/// Every action does what its member does, with values of every kind.
fn assert_actions_do_what_members_do(roslyn: &Roslyn, sample: &Sample, compiled: &Compiled) {
    let checks = manifest("tests/round_trip_o11");
    let more = sample.more.iter().map(|name| {
        let place = |folder: &Path| folder.join(sample.name).join(format!("{name}.cs"));
        let own = place(&manifest("tests/round_trip_odc"));
        if own.exists() { own } else { place(&checks) }
    });
    let more: Vec<PathBuf> = more.collect();
    let texts = more.iter().map(|path| fs::read_to_string(path).unwrap());
    let texts: String = texts.collect();
    let shared = ["Check.cs", "Platform.cs", "View.cs"].map(|name| checks.join(name));
    let mut sources = sources(&manifest("tests/round_trip_odc"));
    sources.extend(shared.into_iter().chain(more));
    sources.push(compiled.path("Actions.cs"));
    fs::write(compiled.path("Actions.cs"), actions(sample, compiled)).unwrap();
    let program = compiled.path("Checks.dll");
    // A sample without namespaces has a type called like one of the checks.
    let options = ["-define:MODERN;ODC", "-langversion:latest", "-nowarn:0436"];
    roslyn.compile(&program, &compiled.references, &sources, options);

    let output = roslyn.program(&program).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let lines = |start| said.lines().filter(move |line| line.starts_with(start));
    let failures: Vec<&str> = lines("FAIL ").collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
    let passed = lines("ok ").count();
    assert_eq!(said.lines().last(), Some(&*format!("{passed} checks")));
    assert!(passed >= sample.known, "{passed} checks");
    // Reflection cannot pass what lives on the stack only, and shows tuples and JSON as what they are not: other checks
    // call that.
    let not_called = lines("NOT ").map(|line| line.split(' ').nth(1).unwrap());
    let is_forgotten = |name: &&str| !texts.contains(&format!("\"{name}\""));
    let not_called: Vec<&str> = not_called.filter(is_forgotten).collect();
    assert_eq!(not_called, [""; 0]);
}

/// The actions of a library, as C# for the program that calls them.
fn actions(sample: &Sample, compiled: &Compiled) -> String {
    let Compiled {
        extension, keys, ..
    } = compiled;
    let quoted = |text: &str| format!("{text:?}");
    let list = |texts: &mut dyn Iterator<Item = &str>| {
        let quoted: Vec<String> = texts.map(quoted).collect();
        format!("new string[] {{ {} }}", quoted.join(", "))
    };
    let library = extension.odc.as_ref().unwrap();
    let rows = library.actions.iter().zip(keys).map(|(of, key)| {
        let (action, member) = (&of.action, &of.action.member);
        let inputs = action.inputs.iter();
        let inputs = inputs.map(|input| format!("({:?}, {:?})", input.name, input.source.name));
        let inputs: Vec<String> = inputs.collect();
        let changes = |output: &Parameter| output.name.starts_with("Out_This_");
        let sources = action.outputs.iter().map(|output| output.source.name.as_str());
        let changed = list(&mut sources.filter(|source| !source.is_empty()));
        format!(
            "        new LibraryAction {{ Of = {:?}, Name = {:?}, Kind = \"{:?}\", Member = {:?}, Key = {key:?}, Maker = {}, \
             ChangesInstance = {}, Outputs = {changed}, Inputs = new (string, string)[] {{ {} }} }},\n",
            of.of,
            action.name,
            member.kind,
            member.id,
            of.maker.as_deref().map_or("null".to_owned(), quoted),
            action.outputs.iter().any(changes),
            inputs.join(", ")
        )
    });
    let runs = sample.more.iter().map(|checks| format!("{checks}.Run(); "));
    format!(
        "static class Actions\n{{\n    public static readonly object Library = new Odc.{0}.{0}();\n    \
         public static readonly string[] Assemblies = {1};\n    \
         public static readonly string[] Different = {2};\n    \
         public static readonly LibraryAction[] All =\n    {{\n{3}    }};\n    \
         public static void RunChecks() {{ {4}}}\n}}\n",
        extension.name,
        list(&mut extension.inputs.iter().map(|input| input.assembly.as_str())),
        list(&mut sample.different.iter().copied()),
        rows.collect::<String>(),
        runs.collect::<String>(),
    )
}

/// The C# sources in `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let is_source = |path: &PathBuf| path.extension().is_some_and(|of| of == "cs");
    files.filter(is_source).collect()
}

/// A path in the repository.
fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
