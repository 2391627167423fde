//! A generated external library for ODC does what the DLL does.
//!
//! Each sample's library is compiled for .NET 8 against a stub of the SDK, as strictly as a compiler can be, and
//! checked as a package would be. Its own tests of the mappers are run, and every action is called with values of
//! every kind, beside the member behind it. What reflection cannot call is called by checks of the O11 round trip.

#[path = "support/roslyn.rs"]
mod roslyn;

use dllift::check::check;
use dllift::clr::{FileStore, Library};
use dllift::emit::GeneratedFile;
use dllift::emit::odc::library_files;
use dllift::extension::{Extension, Parameter, Severity};
use dllift::translate::{Config, Lock, Options, Targets, Translation, translate};
use roslyn::Roslyn;
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
    /// Actions that reflection cannot call, and no other check calls.
    not_called: &'static [&'static str],
    /// Checks of the O11 round trip that hold for ODC, too.
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
        // What they take or give contains itself, or groups.
        not_called: &[
            "DeepDictionary",
            "Lookup",
            "NodesAsync",
            "OfClass",
            "Depth",
            "Nodes",
            "GraphsCount",
            "DepartmentOf",
        ],
        ..Sample::plain("Constructs", 800)
    });
}

#[test]
fn entities() {
    round_trip(&Sample::plain("EntityFramework", 6));
    round_trip(&Sample {
        // Their class has parts of an assembly that .NET 8 does not have.
        not_called: &[
            "Reveal",
            "InvoiceInvoiceIDGet",
            "InvoiceAccountIDGet",
            "InvoiceAmountGet",
            "InvoiceAccountGet",
            "InvoicePrintedGet",
        ],
        ..Sample::plain("Shop", 0)
    });
}

#[test]
fn other_languages() {
    round_trip(&Sample::plain("FSharp", 42));
    round_trip(&Sample::plain("VisualBasic", 54));
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
    round_trip(&Sample {
        // .NET does not load the type: it is there to be read.
        not_called: &["UnionDataGet", "UnionDataSet"],
        ..Sample::plain("Signatures", 0)
    });
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
            "RecursionChecks",
            "TupleChecks",
        ],
        ..Sample::plain("Rules", 860)
    });
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in ["MortgageLib", "Rules"] {
        let files = || generate(&Sample::plain(name, 0)).1;
        assert_eq!(files(), files());
    }
}

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
    let compiled = compile(&roslyn, sample);
    assert_odc_would_take(&compiled);
    assert_structures_come_back(&roslyn, &compiled);
    assert_actions_do_what_members_do(&roslyn, sample, &compiled);
}

fn generate(sample: &Sample) -> (Translation, Vec<GeneratedFile>) {
    let store = FileStore::open(&[manifest(&format!("testdata/{}.dll", sample.name))], &[]);
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

/// Generates and compiles the library of a sample, and the tests of its mappers.
fn compile(roslyn: &Roslyn, sample: &Sample) -> Compiled {
    let (translation, files) = generate(sample);
    let extension = translation.extension;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let strict = ["-nullable:enable", "-langversion:12"];
    let library = strict.into_iter().chain(["-target:library"]);
    let mut references = vec![path("OutSystems.ExternalLibraries.SDK.dll")];
    let stub = sources(&manifest("testdata/odc-sdk-stub"));
    roslyn.compile(&references[0], &[], &stub, library.clone());
    for resource in &extension.resources {
        let original = manifest("testdata").join(&resource.file);
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
    let more = sample.more.iter();
    let more = more.map(|name| checks.join(sample.name).join(format!("{name}.cs")));
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
    // Reflection cannot pass what lives on the stack only, and shows tuples and JSON as what they are not.
    let not_called = lines("NOT ").map(|line| line.split(' ').nth(1).unwrap());
    let is_forgotten = |name: &&str| !texts.contains(&format!("\"{name}\""));
    let not_called: Vec<&str> = not_called.filter(is_forgotten).collect();
    assert_eq!(not_called, sample.not_called);
}

/// The actions of a library, as C# for the program that calls them.
fn actions(sample: &Sample, compiled: &Compiled) -> String {
    let Compiled {
        extension, keys, ..
    } = compiled;
    let quoted = |text: &str| format!("{text:?}");
    let library = extension.odc.as_ref().unwrap();
    let rows = library.actions.iter().zip(keys).map(|(of, key)| {
        let (action, member) = (&of.action, &of.action.member);
        let inputs = action.inputs.iter();
        let inputs = inputs.map(|input| format!("({:?}, {:?})", input.name, input.source.name));
        let inputs: Vec<String> = inputs.collect();
        let changes = |output: &Parameter| output.name.starts_with("Out_This_");
        format!(
            "        new LibraryAction {{ Of = {:?}, Name = {:?}, Kind = \"{:?}\", Member = {:?}, Key = {key:?}, Maker = {}, \
             ChangesInstance = {}, Inputs = new (string, string)[] {{ {} }} }},\n",
            of.of,
            action.name,
            member.kind,
            member.id,
            of.maker.as_deref().map_or("null".to_owned(), quoted),
            action.outputs.iter().any(changes),
            inputs.join(", ")
        )
    });
    let list = |texts: &mut dyn Iterator<Item = &str>| {
        let quoted: Vec<String> = texts.map(quoted).collect();
        format!("new string[] {{ {} }}", quoted.join(", "))
    };
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
