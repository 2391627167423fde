//! What an external library for ODC has of an extension, and what its source says.

#[path = "support/libraries.rs"]
mod libraries;
mod support;

use dllift::clr::{FileStore, Library};
use dllift::emit::odc::library_files;
use dllift::extension::{Extension, Target};
use dllift::translate::{Config, Lock, Options, Targets, Translation, translate};
use std::path::Path;
use std::process::Command;
use support::Place;

fn translated(sample: &str, options: &Options) -> Translation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let store = FileStore::open(&[folder.join(format!("{sample}.dll"))], &[]);
    translate(&Library::new(&store), options)
}

fn configured(toml: &str) -> Options {
    Options {
        config: Config::parse(toml).unwrap(),
        ..Options::default()
    }
}

/// Codes of the diagnostics about `id`.
fn said<'e>(extension: &'e Extension, id: &str) -> Vec<&'e str> {
    let diagnostics = extension.diagnostics.iter();
    let about = diagnostics.filter(|diagnostic| diagnostic.id == id);
    about.map(|diagnostic| diagnostic.code.as_str()).collect()
}

/// A file of the library.
fn source(translation: &Translation, lock: &Lock, path: &str) -> String {
    let files = library_files(translation.odc.as_ref().unwrap(), lock);
    let file = files.into_iter().find(|file| file.path == path).unwrap();
    String::from_utf8(file.bytes).unwrap()
}

#[test]
fn the_library_of_the_sample() {
    let translation = translated("MortgageLib", &Options::default());
    let files = library_files(translation.odc.as_ref().unwrap(), &Lock::default());
    let mut text = String::new();
    for file in files.iter().filter(|file| file.path != "icon.png") {
        let content = std::str::from_utf8(&file.bytes).unwrap();
        text.push_str(&format!("---- {}\n{content}", file.path));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn the_icon_is_a_png_of_32_by_32_pixels() {
    let translation = translated("MortgageLib", &Options::default());
    let files = library_files(translation.odc.as_ref().unwrap(), &Lock::default());
    let icon = files.iter().find(|file| file.path == "icon.png").unwrap();
    assert!(icon.bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(icon.bytes[16..24], [0, 0, 0, 32, 0, 0, 0, 32]);
}

#[test]
fn every_action_is_in_the_library_or_its_absence_is_explained() {
    for sample in [
        "Banking",
        "Constructs",
        "FSharp",
        "Modern",
        "MortgageLib",
        "Oddities",
        "Rarities",
        "RoundTrip",
        "Rules",
        "Shop",
        "VisualBasic",
    ] {
        let extension = translated(sample, &Options::default()).extension;
        let library = extension.odc.as_ref().unwrap();
        let made = library.actions.iter().map(|action| &action.of);
        let left_out = library.left_out.iter().map(|action| &action.action);
        let mut found: Vec<&String> = made.chain(&library.absorbed).chain(left_out).collect();
        let mut all: Vec<&String> = extension
            .actions
            .iter()
            .map(|action| &action.name)
            .collect();
        found.sort();
        all.sort();
        assert_eq!(found, all, "{sample}");
        for left_out in &library.left_out {
            let mut actions = extension.actions.iter();
            let action = actions.find(|action| action.name == left_out.action);
            let codes = said(&extension, &action.unwrap().member.id);
            assert!(codes.contains(&left_out.code.as_str()), "{left_out:?}");
        }
    }
}

#[test]
fn an_object_is_made_in_each_call() {
    let extension = translated("MortgageLib", &Options::default()).extension;
    let library = extension.odc.as_ref().unwrap();
    let action = library
        .actions
        .iter()
        .find(|of| of.of == "RateFor")
        .unwrap();
    let inputs = action.action.inputs.iter().map(|input| input.name.as_str());
    assert_eq!(inputs.collect::<Vec<_>>(), ["Bank", "BaseRate", "Years"]);
    let maker = "M:MortgageLib.RateTable.#ctor(System.String,System.Double)";
    assert_eq!(action.maker.as_deref(), Some(maker));
    assert_eq!(library.absorbed, ["RateTableCreate"]);
    // What is set ends with the call.
    let setter = "P:MortgageLib.RateTable.Bank";
    assert_eq!(said(&extension, setter), ["DL1042"]);
}

#[test]
fn an_object_that_is_made_in_each_call_is_not_disposed_of_by_an_action() {
    const SOURCE: &str = "
using System;
using System.Threading.Tasks;
public class Client : IDisposable
{
    private bool isOpen = true;
    public Client(string url) { isOpen = url != null; }
    public bool IsOpen() { return isOpen; }
    public void Close() { isOpen = false; }
    public void Dispose() { isOpen = false; }
    public void Dispose(bool now) { isOpen = !now; }
    public virtual Task DisposeAsync() { isOpen = false; return Task.FromResult(0); }
}
public class Handle : IDisposable { private bool isOpen = true; public void Dispose() { isOpen = !isOpen; } }
public class Later { private int count; public virtual Task DisposeAsync() { count++; return Task.FromResult(0); } }
public class Twice : IDisposable
{
    private int count;
    public void Dispose() { count++; }
    void IDisposable.Dispose() { count--; }
}
public class Sink : System.IO.MemoryStream { private int taken; public int Taken() { return ++taken; } }
public class Waste { private int count; public void Dispose() { count++; } }
public class Lease : IDisposable { private Lease() { } public void Dispose() { } }
";
    if libraries::mono_lib("odc").is_none() {
        return;
    }
    let place = Place::new();
    let (source, library) = (place.put("Clients.cs", SOURCE), place.path("Clients.dll"));
    let compiled = Command::new("mcs")
        .args(["-target:library", &format!("-out:{}", library.display())])
        .arg(source)
        .status();
    assert!(compiled.unwrap().success());
    let store = FileStore::open(&[library], &[]);
    let translation = translate(&Library::new(&store), &Options::default());
    let odc = translation.extension.odc.as_ref().unwrap();

    // Its base is .NET's, which is not at hand.
    let taken = odc.actions.iter().position(|action| action.of == "Taken");
    let constructions = &translation.odc.as_ref().unwrap().constructions;
    assert!(
        constructions[taken.unwrap()]
            .as_ref()
            .unwrap()
            .is_disposable
    );

    let mut made: Vec<&str> = odc.actions.iter().map(|action| &*action.of).collect();
    made.sort();
    assert_eq!(
        made,
        [
            "ClientDispose_Boolean",
            "Close",
            "IsOpen",
            "LaterDisposeAsync",
            "Taken",
            "TwiceDispose",
            "WasteDispose"
        ]
    );
    let left_out = odc.left_out.iter();
    let left_out: Vec<_> = left_out.map(|of| (&*of.action, &*of.code)).collect();
    assert_eq!(
        left_out,
        [
            ("ClientDispose", "DL1045"),
            ("ClientDisposeAsync", "DL1045"),
            ("HandleDispose", "DL1045"),
            ("LeaseDispose", "DL1041"),
        ]
    );
    // Nothing has to be done about what would have made it.
    assert_eq!(
        odc.absorbed,
        [
            "ClientCreate",
            "HandleCreate",
            "LaterCreate",
            "TwiceCreate",
            "SinkCreate",
            "WasteCreate"
        ]
    );
}

#[test]
fn the_configuration_chooses_what_makes_an_object() {
    let id = "M:Constructs.Shape.Scale(System.Double)";
    let plain = translated("Constructs", &Options::default()).extension;
    assert_eq!(said(&plain, id), ["DL1041"]);
    let unit = plain
        .actions
        .iter()
        .find(|action| action.member.id.ends_with("Constructs.Shape.Unit"));
    let unit = &unit.unwrap().member.id;
    let options = configured(&format!(
        "[member.\"T:Constructs.Shape\"]\nconstructor = \"{unit}\"\n"
    ));
    let chosen = translated("Constructs", &options).extension;
    assert!(said(&chosen, id).is_empty());
    let actions = &chosen.odc.as_ref().unwrap().actions;
    let scale = actions.iter().find(|of| of.action.member.id == id).unwrap();
    assert_eq!(scale.maker.as_ref(), Some(unit));
    assert!(!said(&chosen, "T:Constructs.Shape").contains(&"DL6002"));
}

#[test]
fn a_target_has_its_diagnostics_alone() {
    for (targets, other) in [(Targets::O11, Target::Odc), (Targets::Odc, Target::O11)] {
        let options = Options {
            targets,
            ..Options::default()
        };
        let extension = translated("Modern", &options).extension;
        let mut diagnostics = extension.diagnostics.iter();
        assert!(diagnostics.all(|diagnostic| diagnostic.target != Some(other)));
        assert_eq!(extension.odc.is_some(), targets == Targets::Odc);
    }
}

#[test]
fn what_is_renamed_has_its_first_name_beside_it() {
    let first = translated("MortgageLib", &Options::default());
    let lock = Lock::default().with(&first);
    let options = Options {
        lock: lock.clone(),
        ..configured(
            r#"
            name = "Mortgages"
            [rename]
            "M:MortgageLib.MortgageCalculator.Amortize(MortgageLib.Loan)" = "Schedule"
            "T:MortgageLib.Loan" = "Credit"
            "P:MortgageLib.Loan.Years" = "Term"
            "#,
        )
    };
    let renamed = translated("MortgageLib", &options);
    let again = Options {
        lock: lock.clone().with(&renamed),
        ..options
    };
    // Also in later runs, which find the new names in the lock file.
    for (translation, lock) in [
        (&renamed, &lock),
        (&translated("MortgageLib", &again), &again.lock),
    ] {
        let interface = source(translation, lock, "IMortgages.cs");
        assert!(interface.contains("OriginalName = \"Odc.MortgageLib.MortgageLib\""));
        assert!(
            interface
                .contains("OriginalName = \"Amortize\")]\n    List<AmortizationEntry> Schedule(")
        );
        assert_eq!(interface.matches("OriginalName").count(), 2);
        let structures = source(translation, lock, "Structures.cs");
        assert!(structures.contains("OriginalName = \"Loan\")]\npublic struct Credit\n"));
        assert!(structures.contains("OriginalName = \"Years\")]\n    public int Term = 0;"));
        assert_eq!(structures.matches("OriginalName").count(), 2);
    }
}

#[test]
fn names_that_csharp_has_already_are_changed() {
    let translation = translated("RoundTrip", &Options::default());
    let library = translation.extension.odc.as_ref().unwrap();
    let action = library.actions.iter().find(|of| of.of == "ToString");
    assert_eq!(action.unwrap().action.name, "CounterToString");
    let id = "M:RoundTrip.Counter.ToString";
    assert_eq!(said(&translation.extension, id), ["DL3040"]);
}

#[test]
fn a_later_run_gives_nothing_a_first_name_that_was_not_renamed() {
    for sample in ["FSharp", "Rarities", "RoundTrip", "Rules"] {
        let translation = translated(sample, &Options::default());
        let library = translation.odc.as_ref().unwrap();
        let renamed = &translation.extension.diagnostics;
        assert!(renamed.iter().any(|of| of.code == "DL3040"), "{sample}");
        let lock = Lock::default().with(&translation);
        assert_eq!(
            library_files(library, &lock),
            library_files(library, &Lock::default()),
            "{sample}"
        );
    }
}
