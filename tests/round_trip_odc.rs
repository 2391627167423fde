//! A generated external library for ODC does what the DLL does.
//!
//! Each sample's library is compiled for .NET 8 against a stub of the SDK, as strictly as a compiler can be, and
//! its own tests of the mappers are run.

#[path = "support/roslyn.rs"]
mod roslyn;

use dllift::clr::{Assembly, FileStore, Library, ParameterDirection, Type, TypeKind};
use dllift::emit::GeneratedFile;
use dllift::emit::odc::library_files;
use dllift::extension::Extension;
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
    Compiled { folder, extension }
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
