//! What the compilers of Visual Basic and F# make of their own constructs.

#![allow(
    clippy::duplicate_mod,
    reason = "both of the helpers say by the same module that a test cannot run"
)]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/mono.rs"]
mod mono;
#[path = "support/sdk.rs"]
mod sdk;

use dllift::clr::{FileStore, Library};
use dllift::emit::o11::{extension_files, lower};
use dllift::extension::{Extension, MemberState, Profile};
use dllift::translate::{Config, Options, Translation, translate};
use mono::Mono;
use sdk::Sdk;
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
            "Ask",
            "(Level: Text = \"High\", Rate: Decimal = 1.5, Sign: Text = \"+\", Count: Integer = 0, \
             Place: Place) -> (Result: Text)",
        ),
        (
            "Merge",
            "(Separator: Text, Parts: Text List) -> (Result: Text)",
        ),
        ("Fill", "(In_Count: Integer = 3) -> (Out_Count: Integer)"),
        ("Parse", "(Text: Text) -> (Number: Integer)"),
        ("Half", "(Number: Integer) -> (Result: Integer)"),
        ("LengthOf", "(Thing: Object) -> (Result: Integer)"),
        ("Count", "(To: Integer) -> (Result: Integer List)"),
        ("Load", "(Number: Integer) -> (Result: Integer)"),
        ("Save", "() -> ()"),
        (
            "Best",
            "(Rates: KeyValuePairOfStringAndDecimal List) -> (Result: TupleOfNameAndRate)",
        ),
        (
            "ToolsPowerGet",
            "(Base: Integer, Exponent: Integer) -> (Result: Integer)",
        ),
        ("ToolsFoundedGet", "() -> (Result: Date Time)"),
        (
            "Sum",
            "(This_Place: Place) -> (Out_This_Place: Place, Result: Integer)",
        ),
        (
            "DescribeMine",
            "(This_SavingsAccount: Object) -> (Result: Text)",
        ),
        (
            "AccountItemSet",
            "(This_Account: Object, Index: Integer, Value: Text) -> ()",
        ),
        (
            "AccountLengthGet",
            "(This_Account: Object, Key: Text, Extra: Integer = 1) -> (Result: Integer)",
        ),
        (
            "AccountSecretSet",
            "(This_Account: Object, Value: Text) -> ()",
        ),
        // It shadows that of the base.
        (
            "SavingsAccountPay",
            "(This_SavingsAccount: Object, Amount: Decimal) -> (Result: Text)",
        ),
    ] {
        assert_eq!(show(extension, name), expected, "{name}");
    }
    let person = [
        "Name: Text",
        "Age: Integer",
        "Level: Text",
        "Born: Date Time",
        "Home: Place",
        "Friends: Text List",
    ];
    assert_eq!(
        structure(&translation, "Person"),
        Some((attributes(&person), true))
    );
    let expected = [("DL1001", 9), ("DL1004", 1), ("DL1007", 2), ("DL1008", 4)];
    assert_eq!(reasons(extension), expected);
}

/// How many members are skipped, by the code of the reason.
fn reasons(extension: &Extension) -> Vec<(&str, usize)> {
    let members = extension.members.iter();
    let skipped = members.filter(|member| member.state == MemberState::Skipped);
    let mut codes: Vec<&str> = skipped.map(|member| member.by[0].as_str()).collect();
    codes.sort_unstable();
    let chunks = codes.chunk_by(|a, b| a == b);
    chunks.map(|of| (of[0], of.len())).collect()
}

#[test]
fn f_sharp() {
    let translation = translated(&sample("FSharp"), Profile::Structured);
    let extension = &translation.extension;
    for (name, expected) in [
        ("add", "(A: Integer, B: Integer) -> (Result: Integer)"),
        ("multiply", "(A: Integer, B: Integer) -> (Result: Integer)"),
        ("reset", "() -> ()"),
        ("Half", "(Number: Decimal) -> (Result: Decimal)"),
        // A unit of measure is gone.
        (
            "addTax",
            "(Price: Decimal, Rate: Decimal) -> (Result: Decimal)",
        ),
        ("CalculationSidesGet", "() -> (Result: Integer)"),
        ("CalculationLimitGet", "() -> (Result: Integer)"),
        ("tryHalf", "(Number: Integer) -> (Result: Integer)"),
        ("length", "(Text: Text) -> (Result: Integer)"),
        ("tryCustomer", "(Name: Text) -> (Result: Customer)"),
        (
            "valueOr",
            "(Number: Decimal, Fallback: Decimal) -> (Result: Decimal)",
        ),
        (
            "choose",
            "(Numbers: Integer List) -> (Result: Integer List)",
        ),
        ("reverse", "(Texts: Text List) -> (Result: Text List)"),
        ("distinct", "(Texts: Text List) -> (Result: Text List)"),
        (
            "cheaper",
            "(Prices: KeyValuePairOfStringAndDecimal List) -> (Result: KeyValuePairOfStringAndDecimal List)",
        ),
        (
            "pairs",
            "(Texts: Text List) -> (Result: TupleOfStringAndInt32 List)",
        ),
        ("parse", "(Text: Text) -> (Result: ResultOfInt32AndString)"),
        ("fetch", "(Number: Integer) -> (Result: Integer)"),
        ("save", "(Name: Text) -> ()"),
        ("find", "(Name: Text) -> (Result: Customer)"),
        ("finish", "() -> ()"),
        ("next", "(Color: Text) -> (Result: Text)"),
        ("change", "(Weather: Text) -> (Result: Text)"),
        (
            "IsBefore",
            "(This_Color: Text, Other: Text) -> (Result: Boolean)",
        ),
        ("ColorFavouriteGet", "() -> (Result: Text)"),
        ("isWarm", "(Color: Text) -> (Result: Boolean)"),
        ("birthday", "(Customer: Customer) -> (Result: Customer)"),
        ("invert", "(Grade: Object) -> (Result: Object)"),
        ("area", "(Shape: Object) -> (Result: Decimal)"),
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
        ("firstPage", "(Names: Text List) -> (Result: PageOfString)"),
        (
            "Deposit",
            "(This_Account: Object, Amount: Decimal, Reason: Text = \"\") -> (Result: Text)",
        ),
        (
            "ToText",
            "(Value: Integer, Width: Integer = 0) -> (Result: Text)",
        ),
        (
            "IsOlderThan",
            "(This_Customer: Customer, Years: Integer) -> (Result: Boolean)",
        ),
    ] {
        assert_eq!(show(extension, name), expected, "{name}");
    }
    for (name, expected) in [
        (
            "Customer",
            &[
                "Name: Text",
                "Age: Integer",
                "Email: Text",
                "Greeting: Text",
            ][..],
        ),
        (
            "Order",
            &[
                "Id: Long Integer",
                "Customer: Customer",
                "Tags: Text List",
                "Discount: Decimal",
            ],
        ),
        ("Point", &["X: Decimal", "Y: Decimal"]),
        (
            "Quote",
            &[
                "Price: Decimal",
                "Valid: Date Time",
                "Range: TupleOfInt32AndInt32",
                "Steps: TupleOfInt32AndString List",
            ],
        ),
        ("PageOfString", &["Items: Text List", "Next: Integer"]),
    ] {
        let expected = Some((attributes(expected), true));
        assert_eq!(structure(&translation, name), expected);
    }
    // What is one of two can only be read.
    for (name, expected) in [
        (
            "ResultOfInt32AndString",
            &["IsOk: Boolean", "ResultValue: Integer", "ErrorValue: Text"][..],
        ),
        (
            "ResultOfUnitAndString",
            &["IsOk: Boolean", "ErrorValue: Text"],
        ),
    ] {
        let expected = Some((attributes(expected), false));
        assert_eq!(structure(&translation, name), expected);
    }
    let by = |id: &str| {
        let mut members = extension.members.iter();
        let member = members.find(|member| member.id == id);
        member
            .unwrap_or_else(|| panic!("there is no {id}"))
            .by
            .clone()
    };
    for (id, expected) in [
        ("P:Trade.Color.Red", "T:Trade.Color"),
        ("P:Trade.Color.IsRed", "T:Trade.Color"),
        ("P:Trade.Color.Tag", "T:Trade.Color"),
        ("F:Trade.Color.Tags.Red", "T:Trade.Color"),
        ("F:Trade.Shape.Tags.Circle", "ShapeTagGet"),
        ("F:Trade.Answer.Tags.No answer", "AnswerTagGet"),
        ("P:Trade.Account.Raised", "DL1007"),
        ("E:Trade.Account.Changed", "DL1007"),
        ("M:Trade.Calculation.|Even|Odd|(System.Int32)", "DL1017"),
        (
            "M:Trade.Calculation.apply(Microsoft.FSharp.Core.FSharpFunc{System.Int32,System.Int32},System.Int32)",
            "DL1001",
        ),
    ] {
        assert_eq!(by(id), [expected], "{id}");
    }
    let mut actions = extension.actions.iter();
    let tag = actions.find(|action| action.name == "ShapeTagGet").unwrap();
    let said = &tag.outputs[0].description;
    assert_eq!(said, "0 is Circle, 1 is Rectangle, 2 is Nothing.");
    // What the compiler adds for comparisons is not of the surface.
    let mut ids = extension.members.iter().map(|member| &member.id);
    assert!(ids.all(|id| !id.contains("CompareTo") && !id.contains("IEqualityComparer")));
}

/// A union without fields is one of three things, as the configuration says.
#[test]
fn unions_of_names_can_be_objects() {
    let config = Config::parse("[type]\n\"T:Trade.Color\" = \"handle\"").unwrap();
    let store = FileStore::open(&[sample("FSharp")], &[]);
    let options = Options {
        config,
        ..Options::default()
    };
    let extension = translate(&Library::new(&store), &options).extension;
    assert_eq!(
        show(&extension, "next"),
        "(Color: Object) -> (Result: Object)"
    );
    assert_eq!(show(&extension, "ColorRedGet"), "() -> (Result: Object)");
}

#[test]
fn extensions_of_visual_basic_compile() {
    let Some(mono) = Mono::find("languages") else {
        return;
    };
    for profile in [Profile::Structured, Profile::Wizard] {
        compile(&mono, &sample("VisualBasic"), profile);
    }
}

#[test]
fn extensions_of_f_sharp_compile() {
    let (Some(mono), Some(sdk)) = (Mono::find("languages"), Sdk::find("languages")) else {
        return;
    };
    let core = sdk.f_sharp().join("FSharp.Core.dll");
    compile(&mono, &core, Profile::Structured);
    let folder = tempfile::tempdir().unwrap();
    for library in [&core, &sample("FSharp")] {
        let to = folder.path().join(library.file_name().unwrap());
        fs::copy(library, to).unwrap();
    }
    for profile in [Profile::Structured, Profile::Wizard] {
        compile(&mono, &folder.path().join("FSharp.dll"), profile);
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
    let resources = translation.extension.resources.iter();
    let resources: Vec<&str> = resources.map(|resource| &*resource.file).collect();
    for name in &resources {
        fs::copy(input.with_file_name(name), folder.path().join(name)).unwrap();
    }
    mono.compile_extension(folder.path(), &files, &resources);
    translation.extension
}
