//! A generated external library for ODC does what the DLL does.
//!
//! Each sample's library is compiled for .NET 8 against a stub of the SDK, as strictly as a compiler can be, and
//! its own tests of the mappers are run.

#[path = "support/roslyn.rs"]
mod roslyn;

use dllift::clr::{Assembly, FileStore, Library, ParameterDirection, Type, TypeKind};
use dllift::emit::GeneratedFile;
use dllift::emit::odc::library_files;
use dllift::extension::{Extension, MemberKind, Parameter};
use dllift::translate::{Config, Lock, Options, Targets, translate};
use roslyn::Roslyn;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A generated library, compiled in a folder of its own.
struct Compiled {
    folder: TempDir,
    extension: Extension,
    /// The library, and what it references.
    references: Vec<PathBuf>,
}

/// The samples, and members that mono's compiler takes and Roslyn does not, for it knows the language better.
const SAMPLES: &[(&str, &[&str])] = &[
    ("Attributes", &[]),
    ("Banking", &[]),
    ("Banking.Contracts", &[]),
    ("Constructs", &[]),
    ("EntityFramework", &[]),
    ("Modern", &[]),
    ("MortgageLib", &[]),
    (
        "Oddities",
        // Inherited from a class that is not public, and an `in` parameter as no compiler writes it.
        &["Oddities.Visible.*", "Oddities.Functions.ReadOnlyReference"],
    ),
    ("Rarities", &[]),
    ("RoundTrip", &[]),
    // The names that mcs gives the elements of a parameter's tuples are too few.
    ("Rules", &["Rules.Tuples.FindBest"]),
    ("Shop", &[]),
    ("Signatures", &[]),
];

fn config(sample: &str) -> Config {
    let excluded = SAMPLES.iter().find(|(name, _)| *name == sample).unwrap().1;
    let patterns = excluded.iter().map(|pattern| format!("{pattern:?}"));
    let patterns: Vec<String> = patterns.collect();
    Config::parse(&format!("exclude = [{}]", patterns.join(", "))).unwrap()
}

fn generate(sample: &str, config: Config) -> (Extension, Vec<GeneratedFile>) {
    let store = FileStore::open(&[manifest(&format!("testdata/{sample}.dll"))], &[]);
    let options = Options {
        config,
        targets: Targets::Odc,
        ..Options::default()
    };
    let translation = translate(&Library::new(&store), &options);
    let files = library_files(translation.odc.as_ref().unwrap(), &Lock::default());
    (translation.extension, files)
}

/// Generates and compiles the library of a sample, and the tests of its mappers.
fn compile(roslyn: &Roslyn, sample: &str) -> Compiled {
    let (extension, files) = generate(sample, config(sample));
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut references = vec![path("OutSystems.ExternalLibraries.SDK.dll")];
    let stub = sources(&manifest("testdata/odc-sdk-stub"));
    let strict = ["-nullable:enable", "-langversion:12"];
    let library = strict.into_iter().chain(["-target:library"]);
    roslyn.compile(&references[0], &[], &stub, library.clone());
    for resource in &extension.resources {
        fs::copy(
            manifest("testdata").join(&resource.file),
            path(&resource.file),
        )
        .unwrap();
        references.push(path(&resource.file));
    }
    let friends = path("Friends.cs");
    let name = format!("Odc.{}", extension.name);
    // What the project says with `InternalsVisibleTo`.
    let friend = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(";
    fs::write(&friends, format!("{friend}\"{name}.Tests\")]\n")).unwrap();
    let mut own = vec![friends];
    let mut tests = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".cs")) {
        let to = path(&file.path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(&to, &file.bytes).unwrap();
        match file.path.starts_with("tests/") {
            true => tests.push(to),
            false => own.push(to),
        }
    }
    let assembly = path(&format!("{name}.dll"));
    roslyn.compile(&assembly, &references, &own, library);
    references.push(assembly);
    let program = path(&format!("{name}.Tests.dll"));
    roslyn.compile(&program, &references, &tests, strict);
    Compiled {
        folder,
        extension,
        references,
    }
}

#[test]
fn every_sample_compiles_and_its_structures_round_trip() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let mut tested = 0;
    for (sample, _) in SAMPLES {
        let compiled = compile(&roslyn, sample);
        let program = format!("Odc.{}.Tests.dll", compiled.extension.name);
        let program = compiled.folder.path().join(program);
        let output = roslyn.program(&program).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{sample}: {said}");
        tested += said.lines().filter(|line| line.starts_with("ok ")).count();
        assert_has_the_shape_of_a_library(&compiled);
    }
    assert!(tested >= 80, "{tested} structures");
}

/// Every action does what its member does, with values of every kind.
#[test]
fn every_action_does_what_its_member_does() {
    let Some(roslyn) = Roslyn::find("round trip on ODC") else {
        return;
    };
    let shared = ["Check.cs", "Platform.cs", "View.cs"];
    let mut sources = sources(&manifest("tests/round_trip_odc"));
    sources.extend(shared.map(|name| manifest("tests/round_trip_o11").join(name)));
    for (sample, _) in SAMPLES {
        if std::env::var("ONLY").is_ok_and(|only| !only.contains(sample)) {
            continue;
        }
        let checks = CHECKS.iter().find(|checks| checks.sample == *sample);
        let checks = checks.unwrap_or(&NO_CHECKS);
        let compiled = compile(&roslyn, sample);
        let path = |name: &str| compiled.folder.path().join(name);
        let actions = path("Actions.cs");
        let text = actions_of(&compiled.extension, checks.unordered, checks.more);
        fs::write(&actions, text).unwrap();
        let folder = manifest("tests/round_trip_o11").join(sample);
        let more = checks.more.iter();
        let more: Vec<PathBuf> = more.map(|name| folder.join(format!("{name}.cs"))).collect();
        let texts = more.iter().map(|path| fs::read_to_string(path).unwrap());
        let texts: String = texts.collect();
        let sources: Vec<PathBuf> = sources
            .iter()
            .cloned()
            .chain(more)
            .chain([actions])
            .collect();
        let program = path("Checks.dll");
        // A sample without namespaces has a type called like one of the checks.
        let options = ["-define:MODERN;ODC", "-langversion:latest", "-nowarn:0436"];
        roslyn.compile(&program, &compiled.references, &sources, options);
        let output = roslyn.program(&program).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let lines = |start| said.lines().filter(move |line| line.starts_with(start));
        let failures: Vec<&str> = lines("FAIL ").collect();
        let errors = String::from_utf8_lossy(&output.stderr);
        let not_called = lines("NOT ").map(|line| line.split(' ').nth(1).unwrap());
        // Reflection cannot pass what lives on the stack only, and shows tuples and JSON as what they are not.
        let is_forgotten = |name: &&str| !texts.contains(&format!("\"{name}\""));
        let not_called: Vec<&str> = not_called.filter(is_forgotten).collect();
        assert!(failures.is_empty(), "{sample}: {}", failures.join("\n"));
        assert!(output.status.success(), "{sample}: {errors}");
        let passed = lines("ok ").count();
        assert_eq!(said.lines().last(), Some(&*format!("{passed} checks")));
        assert_eq!(not_called, checks.not_called, "{sample}");
        assert!(passed >= checks.known, "{sample}: {passed} checks");
    }
}

/// What is peculiar to the checks of a sample.
struct Checks {
    sample: &'static str,
    /// How many there are at least.
    known: usize,
    /// Actions whose results have no order.
    unordered: &'static [&'static str],
    /// Actions that reflection cannot call, and no other check calls.
    not_called: &'static [&'static str],
    /// Checks of the O11 round trip that hold for ODC, too. They call what cannot be called by reflection.
    more: &'static [&'static str],
}

const NO_CHECKS: Checks = Checks {
    sample: "",
    known: 0,
    unordered: &[],
    not_called: &[],
    more: &[],
};

const CHECKS: &[Checks] = &[
    Checks {
        sample: "Constructs",
        known: 800,
        // What they take or give contains itself.
        not_called: &[
            "DeepDictionary",
            "NodesAsync",
            "OfClass",
            "Depth",
            "Nodes",
            "GraphsCount",
            "DepartmentOf",
        ],
        ..NO_CHECKS
    },
    Checks {
        sample: "Shop",
        // Their class has parts of an assembly that .NET 8 does not have.
        not_called: &[
            "Reveal",
            "InvoiceInvoiceIDGet",
            "InvoiceAccountIDGet",
            "InvoiceAmountGet",
            "InvoiceAccountGet",
            "InvoicePrintedGet",
        ],
        ..NO_CHECKS
    },
    Checks {
        sample: "Signatures",
        // .NET does not load the type: it is there to be read.
        not_called: &["UnionDataGet", "UnionDataSet"],
        ..NO_CHECKS
    },
    Checks {
        sample: "Modern",
        known: 400,
        more: &[
            "AsynchronousChecks",
            "BufferChecks",
            "NullChecks",
            "ScalarChecks",
            "TupleChecks",
        ],
        ..NO_CHECKS
    },
    Checks {
        sample: "RoundTrip",
        known: 860,
        unordered: &["OfConcurrentBag"],
        ..NO_CHECKS
    },
    Checks {
        sample: "Rules",
        known: 860,
        unordered: &["OfConcurrentBag"],
        more: &[
            "NullChecks",
            "ParameterChecks",
            "ListChecks",
            "RecursionChecks",
            "DictionaryChecks",
            "GenericChecks",
            "TupleChecks",
        ],
        ..NO_CHECKS
    },
];

/// The actions of a library, as C# for the program that calls them.
fn actions_of(extension: &Extension, excluded: &[&str], checks: &[&str]) -> String {
    let runs = checks.iter().map(|checks| format!("{checks}.Run(); "));
    let excluded = excluded.iter().map(|name| format!("{name:?}"));
    let library = extension.odc.as_ref().unwrap();
    let text = |text: &str| format!("\"{text}\"");
    let rows = library.actions.iter().map(|of| {
        let (action, member) = (&of.action, &of.action.member);
        let key = match member.kind {
            MemberKind::PropertyGet => format!("{} Get", member.id),
            MemberKind::PropertySet => format!("{} Set", member.id),
            _ => member.id.clone(),
        };
        let inputs = action.inputs.iter();
        let inputs = inputs.map(|input| format!("({:?}, {:?})", input.name, input.source.name));
        let inputs: Vec<String> = inputs.collect();
        let changes = |output: &Parameter| output.name.starts_with("Out_This_");
        format!(
            "        new LibraryAction {{ Name = {:?}, Kind = \"{:?}\", Member = {:?}, Key = {key:?}, Maker = {}, \
             ChangesInstance = {}, Inputs = new (string, string)[] {{ {} }} }},\n",
            action.name,
            member.kind,
            member.id,
            of.maker.as_deref().map_or("null".to_owned(), text),
            action.outputs.iter().any(changes),
            inputs.join(", ")
        )
    });
    let assemblies = extension.inputs.iter().map(|input| text(&input.assembly));
    format!(
        "static class Actions\n{{\n    public static readonly object Library = new Odc.{0}.{0}();\n\n    \
         public static readonly string[] Assemblies = {{ {1} }};\n\n    \
         public static readonly string[] Excluded = {{ {3} }};\n\n    \
         public static void RunChecks() {{ {4} }}\n\n    \
         public static readonly LibraryAction[] All =\n    {{\n{2}    }};\n}}\n",
        extension.name,
        assemblies.collect::<Vec<_>>().join(", "),
        rows.collect::<String>(),
        excluded.collect::<Vec<_>>().join(", "),
        runs.collect::<String>(),
    )
}

/// The rules of ODC.md §1.5 and §1.6 that the metadata shows.
fn assert_has_the_shape_of_a_library(compiled: &Compiled) {
    const SDK: &str = "OutSystems.ExternalLibraries.SDK";
    let name = format!("Odc.{}.dll", compiled.extension.name);
    let bytes = fs::read(compiled.folder.path().join(&name)).unwrap();
    let assembly = Assembly::parse(&bytes).unwrap();
    let has = |ty: &Type<'_>, name: &str| ty.custom_attributes().any(|of| of.is(SDK, name));
    let types: Vec<Type<'_>> = assembly.types().filter(|ty| ty.is_public()).collect();
    let interfaces = types.iter().filter(|ty| ty.kind() == TypeKind::Interface);
    let interfaces: Vec<_> = interfaces.collect();
    let [interface] = interfaces.as_slice() else {
        panic!("{name}: {interfaces:?}");
    };
    assert!(has(interface, "OSInterfaceAttribute"), "{name}");
    let mut names = BTreeSet::new();
    let mut take = |element: &str| {
        let starts = element.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = element
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_');
        assert!(starts && rest && element.len() <= 50, "{name}: {element}");
        assert!(names.insert(element.to_lowercase()), "{name}: {element}");
    };
    for method in interface.methods().map(Result::unwrap) {
        take(method.name().unwrap());
        for parameter in method.signature().unwrap().parameters {
            let direction = parameter.direction();
            let is_value_or_out = matches!(
                direction,
                ParameterDirection::Value | ParameterDirection::Out
            );
            assert!(is_value_or_out, "{name}: {method}");
        }
    }
    for structure in types.iter().filter(|ty| ty.kind() == TypeKind::Struct) {
        take(structure.name().unwrap());
        assert!(
            has(structure, "OSStructureAttribute"),
            "{name}: {structure:?}"
        );
        let fields: Vec<_> = structure.fields().map(Result::unwrap).collect();
        let is_whole = !fields.is_empty() && fields.iter().all(|field| field.is_public());
        assert!(is_whole, "{name}: {structure:?}");
    }
    let classes = types.iter().filter(|ty| ty.kind() == TypeKind::Class);
    assert_eq!(classes.count(), 1, "{name}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for sample in ["MortgageLib", "Rules"] {
        let files = || generate(sample, config(sample)).1;
        assert_eq!(files(), files());
    }
}

/// The C# sources in `folder`.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|of| of == "cs"))
        .collect()
}

/// A path in the repository.
fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
