//! What the compilers of Visual Basic and F# make of their own constructs.

#![allow(
    clippy::duplicate_mod,
    reason = "both of the helpers say by the same module that a test cannot run"
)]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/mono.rs"]
mod mono;

use dllift::clr::{FileStore, Library};
use dllift::emit::o11::{extension_files, lower};
use dllift::extension::{Extension, MemberState, Profile};
use dllift::translate::{Config, Options, Translation, translate};
use mono::Mono;
use std::fs;
use std::path::{Path, PathBuf};

fn sample(name: &str) -> PathBuf {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    testdata.join(format!("{name}.dll"))
}

fn translated(input: &Path, profile: Profile) -> Translation {
    let store = FileStore::open(&[input.to_path_buf()], &[]);
    let config = Config {
        profile,
        ..Config::default()
    };
    let options = Options {
        config,
        ..Options::default()
    };
    translate(&Library::new(&store), &options)
}

/// An action with the types of its parameters: `Add(A: Integer = 1): Result: Integer`.
fn show(extension: &Extension, name: &str) -> String {
    let action = extension.actions.iter().find(|of| of.name == name);
    let action = action.unwrap_or_else(|| panic!("there is no action {name}"));
    let inputs = action.inputs.iter().map(|input| {
        let default = input.default.as_ref().map(|value| format!(" = {value}"));
        let default = default.unwrap_or_default();
        format!("{}: {}{default}", input.name, input.data_type)
    });
    let outputs = action.outputs.iter();
    let outputs = outputs.map(|output| format!("{}: {}", output.name, output.data_type));
    let [inputs, outputs] = [inputs.collect::<Vec<_>>(), outputs.collect()].map(|of| of.join(", "));
    format!("({inputs}) -> ({outputs})")
}

/// A structure with its attributes, and whether it can be built.
fn structure(translation: &Translation, name: &str) -> Option<(Vec<String>, bool)> {
    let structures = &translation.extension.structures;
    let at = structures.iter().position(|of| of.name == name)?;
    let attributes = structures[at].attributes.iter();
    let attributes = attributes.map(|of| format!("{}: {}", of.name, of.data_type));
    let is_buildable = translation.structures[at].constructor.is_some();
    Some((attributes.collect(), is_buildable))
}

fn attributes(of: &[&str]) -> Vec<String> {
    of.iter().map(|attribute| (*attribute).to_owned()).collect()
}

#[test]
fn visual_basic() {
    let translation = translated(&sample("VisualBasic"), Profile::Structured);
    let extension = &translation.extension;
    assert_eq!(extension.coverage.skipped, 0);
    for (name, expected) in [
        (
            "Swap",
            "(In_A: Integer, In_B: Integer) -> (Out_A: Integer, Out_B: Integer)",
        ),
        (
            "Total",
            "(First: Integer = 5, Label: Text = \"x\", Day: Date Time = #2024-01-02 00:00:00#, \
             Thing: Object = NullObject()) -> (Result: Text)",
        ),
        (
            "Merge",
            "(Separator: Text, Parts: Text List) -> (Result: Text)",
        ),
        ("Fill", "(In_Count: Integer = 3) -> (Out_Count: Integer)"),
        (
            "Sum",
            "(This_Point: Point) -> (Out_This_Point: Point, Result: Integer)",
        ),
        ("DescribeMine", "(This_Account: Object) -> (Result: Text)"),
        (
            "AccountItemGet",
            "(This_Account: Object, Index: Integer) -> (Result: Text)",
        ),
        (
            "AccountItemSet",
            "(This_Account: Object, Index: Integer, Value: Text) -> ()",
        ),
        (
            "AccountLengthGet",
            "(This_Account: Object, Key: Text, Extra: Integer) -> (Result: Integer)",
        ),
        (
            "AccountSecretSet",
            "(This_Account: Object, Value: Text) -> ()",
        ),
        ("SavingsAccountCreate", "() -> (Result: Object)"),
    ] {
        assert_eq!(show(extension, name), expected, "{name}");
    }
    let person = structure(&translation, "Person");
    assert_eq!(
        person,
        Some((attributes(&["Name: Text", "Age: Integer"]), true))
    );
}

#[test]
fn f_sharp() {
    let translation = translated(&sample("FSharp"), Profile::Structured);
    let extension = &translation.extension;
    for (name, expected) in [
        ("birthday", "(Customer: Customer) -> (Result: Customer)"),
        ("repeat", "(Order: Order) -> (Result: Order)"),
        (
            "Equals",
            "(This_Customer: Customer, Obj: Customer) -> (Result: Boolean)",
        ),
        ("NewCircle", "(Radius: Decimal) -> (Result: Object)"),
        (
            "ShapeIsCircleGet",
            "(This_Shape: Object) -> (Result: Boolean)",
        ),
        // A case is an Object, too, which says what it holds.
        (
            "CircleRadiusGet",
            "(This_Circle: Object) -> (Result: Decimal)",
        ),
        ("tryArea", "(Shape: Object) -> (Result: Object)"),
        ("ShapesSidesGet", "() -> (Result: Integer)"),
    ] {
        assert_eq!(show(extension, name), expected, "{name}");
    }
    let customer = structure(&translation, "Customer");
    assert_eq!(
        customer,
        Some((attributes(&["Name: Text", "Age: Integer"]), true))
    );
    let order = structure(&translation, "Order");
    assert_eq!(
        order,
        Some((
            attributes(&["Id: Long Integer", "Customer: Customer"]),
            true
        ))
    );
    assert_eq!(extension.structures.len(), 2);
    let mut pattern = extension
        .members
        .iter()
        .filter(|of| of.id.contains("|Even|"));
    assert_eq!(pattern.next().unwrap().by, ["DL1017"]);
    let members = extension.members.iter();
    let options = members.filter(|of| of.id.contains("FSharpOption`1"));
    assert!(options.clone().count() > 0);
    for member in options {
        assert_eq!(member.state, MemberState::Skipped);
        assert_eq!(member.by, ["DL1005"]);
    }
}

#[test]
fn their_extensions_compile() {
    let Some(mono) = Mono::find("languages") else {
        return;
    };
    for name in ["VisualBasic", "FSharp"] {
        for profile in [Profile::Structured, Profile::Wizard] {
            compile(&mono, &sample(name), profile);
        }
    }
}

/// The library that Visual Basic programs are linked to, as far as mono has it.
#[test]
fn the_runtime_of_visual_basic_compiles() {
    let (Some(mono), Some(lib)) = (Mono::find("languages"), libraries::mono_lib("languages"))
    else {
        return;
    };
    let library = lib
        .with_file_name("4.8-api")
        .join("Microsoft.VisualBasic.dll");
    let coverage = compile(&mono, &library, Profile::Structured).coverage;
    assert!(
        coverage.public > 500 && coverage.per_mille() > 900,
        "{coverage}"
    );
}

fn compile(mono: &Mono, input: &Path, profile: Profile) -> Extension {
    let translation = translated(input, profile);
    let files = extension_files(&translation, &lower(&translation.extension)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let name = input.file_name().unwrap().to_str().unwrap();
    fs::copy(input, folder.path().join(name)).unwrap();
    mono.compile_extension(folder.path(), &files, &[name]);
    translation.extension
}
