//! The difference of two versions, against lists made by hand.
#![cfg(feature = "cli")]
#![allow(dead_code, reason = "the helpers serve other tests, too")]

#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/one_of_everything.rs"]
mod one_of_everything;
mod support;

use dllift::clr::{FileStore, Library};
use dllift::diff::{self, Bump, Change, ChangeType, Impact, KINDS, Level};
use dllift::emit::diff::Document;
use dllift::extension::{DataType, Extension, ExternalLibrary, LibraryAction};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{Place, testdata};

/// Compiles a version as Versions.dll, in a folder of its own.
fn compiled(place: &Place, folder: &str, source: &str) -> PathBuf {
    compiled_with(place, folder, source, "-optimize-")
}

fn compiled_with(place: &Place, folder: &str, source: &str, option: &str) -> PathBuf {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diff");
    let library = place.put(&format!("{folder}/Versions.dll"), "");
    let output = Command::new("mcs")
        .args(["-target:library", "-nowarn:67,169,414,649", option])
        .arg(format!("-out:{}", library.display()))
        .arg(sources.join(source))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    library
}

fn surface(old: &Path, new: &Path) -> Vec<Change> {
    let stores = [old, new].map(|path| FileStore::open(&[path.to_path_buf()], &[]));
    let [old, new] = &stores;
    diff::surface(&Library::new(old), &Library::new(new))
}

/// Kind and subject of each change, sorted; the subject without its first letters and the namespace.
fn told(changes: &[Change]) -> Vec<(String, String)> {
    let mut told: Vec<_> = changes
        .iter()
        .map(|change| {
            let subject = change.subject.replacen("Versions.", "", 1);
            (change.kind.name.to_owned(), subject)
        })
        .collect();
    told.sort();
    told
}

/// Every difference of Old.cs and New.cs.
const SURFACE: &[(&str, &str)] = &[
    ("abstract-member-added", "M:Growing.Added"),
    ("constant-value", "F:Fields.Constant"),
    ("enum-member-added", "F:Colours.Violet"),
    ("enum-underlying", "T:Underlying"),
    ("enum-value", "F:Colours.Green"),
    ("event-type", "E:Events.Type"),
    ("field-read-only", "F:Fields.ReadOnly"),
    ("field-type", "F:Fields.Type"),
    ("field-writable", "F:Fields.Writable"),
    ("getter-gained", "P:Properties.GetterGained"),
    ("getter-lost", "P:Properties.GetterLost"),
    ("interface-gained", "T:InterfaceGained"),
    ("interface-lost", "T:InterfaceLost"),
    ("interface-member-added", "M:IGrowing.Added"),
    ("member-added", "E:Events.Added"),
    ("member-added", "F:Fields.Added"),
    ("member-added", "M:Methods.Added"),
    ("member-added", "M:Methods.ParameterType(System.Int64)"),
    ("member-added", "M:TypeConcrete.#ctor"),
    ("member-added", "P:Properties.Added"),
    ("member-added", "P:Record.Added"),
    ("member-obsolete", "M:Methods.Obsolete"),
    ("member-removed", "E:Events.Removed"),
    ("member-removed", "F:Colours.Blue"),
    ("member-removed", "F:Fields.Removed"),
    ("member-removed", "M:Methods.ParameterType(System.Int32)"),
    ("member-removed", "M:Methods.Removed"),
    ("member-removed", "M:TypeAbstract.#ctor"),
    ("member-removed", "P:Properties.Removed"),
    ("member-removed", "P:Record.Removed"),
    ("member-static", "E:Events.Static"),
    ("member-static", "M:Methods.Instance"),
    ("member-static", "M:Methods.Static"),
    ("member-static", "P:Properties.Static"),
    (
        "parameter-default",
        "M:Methods.DecimalDefault(System.Decimal)",
    ),
    ("parameter-default", "M:Methods.Default(System.Int32)"),
    ("parameter-direction", "M:Methods.Direction(System.Int32@)"),
    (
        "parameter-mandatory",
        "M:Methods.NowMandatory(System.Int32)",
    ),
    ("parameter-name", "M:Methods.ParameterName(System.Int32)"),
    ("parameter-optional", "M:Methods.NowOptional(System.Int32)"),
    ("params-gained", "M:Methods.ParamsGained(System.Int32[])"),
    ("params-lost", "M:Methods.ParamsLost(System.Int32[])"),
    ("property-type", "P:Properties.Type"),
    ("property-type", "P:Record.Number"),
    ("return-type", "M:Methods.Returns"),
    ("setter-gained", "P:Properties.SetterGained"),
    ("setter-lost", "P:Properties.SetterLost"),
    ("type-abstract", "T:TypeAbstract"),
    ("type-added", "T:TypeAdded"),
    ("type-base", "T:TypeBase"),
    ("type-concrete", "T:TypeConcrete"),
    ("type-kind", "T:TypeKind"),
    ("type-obsolete", "T:TypeObsolete"),
    ("type-removed", "T:TypeRemoved"),
    ("type-sealed", "T:TypeSealed"),
    ("type-unsealed", "T:TypeUnsealed"),
    ("virtual-gained", "M:Methods.VirtualGained"),
    ("virtual-lost", "M:Methods.VirtualLost"),
];

#[test]
fn the_surface_differs_as_the_list_says() {
    if libraries::mono_lib("diff").is_none() {
        return;
    }
    let place = Place::new();
    let (old, new) = (
        compiled(&place, "old", "Old.cs"),
        compiled(&place, "new", "New.cs"),
    );
    let changes = surface(&old, &new);
    let expected: Vec<_> = SURFACE
        .iter()
        .map(|(kind, subject)| ((*kind).to_owned(), (*subject).to_owned()))
        .collect();
    assert_eq!(told(&changes), expected);
    let message = |kind: &str| {
        let change = changes.iter().find(|of| of.kind.name == kind).unwrap();
        change.message()
    };
    assert_eq!(
        message("return-type"),
        "The method M:Versions.Methods.Returns returns another type: int → long."
    );
    let defaults: Vec<_> = changes
        .iter()
        .filter(|of| of.kind.name == "parameter-default")
        .map(|of| format!("{} → {}", of.old, of.new))
        .collect();
    assert_eq!(defaults, ["1 → 2", "1.50m → -0.05m"]);
}

#[test]
fn a_source_that_is_compiled_again_has_no_changes() {
    if libraries::mono_lib("diff").is_none() {
        return;
    }
    let place = Place::new();
    let first = compiled(&place, "first", "Old.cs");
    let again = compiled_with(&place, "again", "Old.cs", "-debug");
    let [a, b] = [&first, &again].map(|path| std::fs::read(path).unwrap());
    assert!(a != b, "the compiler wrote the same file twice");
    assert_eq!(surface(&first, &again), []);
    let answer = run(&[
        first.to_str().unwrap(),
        again.to_str().unwrap(),
        "--fail-on",
        "cosmetic",
    ]);
    assert_eq!(answer, (0, "No change for consumers.\n".to_owned()));
}

/// Exit code and standard output of `dllift diff`.
fn run(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_dllift"))
        .arg("diff")
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn the_extension_differs_as_its_users_see_it() {
    if libraries::mono_lib("diff").is_none() {
        return;
    }
    let place = Place::new();
    let (old, new) = (
        compiled(&place, "old", "Old.cs"),
        compiled(&place, "new", "New.cs"),
    );
    let paths = [old.to_str().unwrap(), new.to_str().unwrap()];
    let (exit, json) = run(&[
        paths[0],
        paths[1],
        "--format",
        "json",
        "--fail-on",
        "breaking",
    ]);
    assert_eq!(exit, 1);
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["bump"], "major");
    let has = |kind: &str, subject: &str| {
        let changes = document["changes"].as_array().unwrap();
        let is = |of: &&serde_json::Value| of["kind"] == kind && of["subject"] == subject;
        assert!(changes.iter().any(|of| is(&of)), "{kind} {subject}\n{json}");
    };
    has("attribute-type", "Record.Number");
    has("attribute-removed", "Record.Removed");
    has("attribute-added", "Record.Added");
    has("action-removed", "Removed");
    has("action-added", "MethodsAdded");
    has("output-type", "Returns.Result");
    has("input-default", "Default.Value");
    has("input-optional", "NowOptional.Value");
    has("input-mandatory", "NowMandatory.Value");
    has("input-renamed", "ParameterName.After");
    let portal = document["portal"].as_array().unwrap();
    let of = |name: &str| {
        let found = portal.iter().find(|of| of["name"] == name);
        found.map_or("", |of| of["change"].as_str().unwrap())
    };
    assert_eq!(of("Record"), "Updated");
    assert_eq!(of("Removed"), "Removed");
    assert_eq!(of("MethodsAdded"), "Added");
    assert_eq!(of("KeptSame"), "");
    assert_eq!(of("Same"), "Unchanged");
}

/// The changes that a definition has after `edit`.
fn edited(edit: impl FnOnce(&mut Extension)) -> Vec<Change> {
    let old = one_of_everything::extension();
    let mut new = old.clone();
    edit(&mut new);
    diff::definition(&old, &new)
}

#[test]
fn each_edit_of_a_definition_is_the_change_that_it_is() {
    assert_eq!(edited(|_| {}), []);
    type Edit = fn(&mut Extension);
    let edits: &[(&str, Edit)] = &[
        ("extension-renamed", |of| of.name.push('X')),
        ("extension-description", |of| of.description.push('X')),
        ("action-removed", |of| drop(of.actions.remove(0))),
        ("action-renamed", |of| of.actions[0].name.push('X')),
        ("action-description", |of| {
            of.actions[0].description.push('X')
        }),
        ("action-target", |of| of.actions[0].member.id.push('X')),
        ("input-removed", |of| drop(with_inputs(of).inputs.remove(0))),
        ("input-type", |of| {
            with_inputs(of).inputs[0].data_type = DataType::BinaryData
        }),
        ("parameter-description", |of| {
            with_inputs(of).inputs[0].description.push('X')
        }),
        ("structure-removed", |of| drop(of.structures.pop())),
        ("structure-renamed", |of| of.structures[0].name.push('X')),
        ("structure-target", |of| of.structures[0].type_id.push('X')),
        ("structure-description", |of| {
            of.structures[0].description.push('X')
        }),
        ("attribute-removed", |of| {
            drop(of.structures[0].attributes.pop())
        }),
        ("attribute-renamed", |of| {
            of.structures[0].attributes[0].name.push('X')
        }),
        ("attribute-type", |of| {
            of.structures[0].attributes[0].data_type = DataType::BinaryData
        }),
        ("attribute-shorter", |of| {
            of.structures[0].attributes[0].length = Some(1)
        }),
        ("attribute-default", |of| {
            of.structures[0].attributes[0].default = Some("X".into())
        }),
        ("attribute-description", |of| {
            of.structures[0].attributes[0].description.push('X')
        }),
        ("attribute-order", |of| wide(of).attributes.reverse()),
        ("entity-removed", |of| of.entities.clear()),
        ("entity-renamed", |of| of.entities[0].name.push('X')),
        ("entity-table", |of| of.entities[0].table.push('X')),
        ("column-removed", |of| drop(of.entities[0].attributes.pop())),
        ("column-renamed", |of| {
            of.entities[0].attributes[0].name.push('X')
        }),
        ("column-type", |of| {
            of.entities[0].attributes[0].data_type = DataType::BinaryData
        }),
        ("column-source", |of| {
            of.entities[0].attributes[0].column.push('X')
        }),
        ("column-size", |of| {
            of.entities[0].attributes[0].column_type.push('X')
        }),
        ("column-role", |of| {
            of.entities[0].attributes[0].reference = Some("X".into())
        }),
        ("resource-removed", |of| drop(of.resources.pop())),
        ("input-version", |of| of.inputs[0].version.push('1')),
        ("input-framework", |of| of.inputs[0].framework.push('X')),
    ];
    for (kind, edit) in edits {
        let changes = edited(edit);
        let kinds: Vec<_> = changes.iter().map(|change| change.kind.name).collect();
        assert_eq!(kinds, [*kind]);
    }
}

#[test]
fn a_returned_value_is_not_what_a_parameter_was() {
    let old = one_of_everything::extension();
    let (mut before, mut after) = (old.clone(), old);
    let outputs = [&mut before, &mut after].map(|of| {
        let action = with_inputs(of);
        let parameter = action.inputs[0].clone();
        (&mut action.outputs, parameter)
    });
    for ((outputs, mut parameter), (name, source)) in outputs
        .into_iter()
        .zip([("Out_Target", "target"), ("Result", "")])
    {
        parameter.name = name.to_owned();
        parameter.source.name = source.to_owned();
        *outputs = vec![parameter];
    }
    let changes = diff::definition(&before, &after);
    let kinds: Vec<_> = changes.iter().map(|change| change.kind.name).collect();
    assert_eq!(kinds, ["output-removed", "output-added"]);
}

/// The first action that has an input.
fn with_inputs(extension: &mut Extension) -> &mut dllift::extension::Action {
    let mut actions = extension.actions.iter_mut();
    actions.find(|action| !action.inputs.is_empty()).unwrap()
}

/// The first structure that has several attributes.
fn wide(extension: &mut Extension) -> &mut dllift::extension::Structure {
    let mut structures = extension.structures.iter_mut();
    structures.find(|of| of.attributes.len() > 1).unwrap()
}

#[test]
fn the_gravest_change_decides_the_version() {
    let bumped = |edit: fn(&mut Extension)| {
        let old = one_of_everything::extension();
        let mut new = old.clone();
        edit(&mut new);
        let changes = diff::definition(&old, &new);
        Document::new(changes, Some((&old, &new))).bump
    };
    assert_eq!(bumped(|_| {}), Bump::None);
    assert_eq!(
        bumped(|of| of.actions[0].description.push('X')),
        Bump::Patch
    );
    assert_eq!(bumped(|of| of.actions[0].member.id.push('X')), Bump::Minor);
    assert_eq!(bumped(|of| drop(of.actions.remove(0))), Bump::Major);
}

/// The extension with everything, of whose actions all but the first are in an external library.
fn with_library() -> Extension {
    let mut extension = one_of_everything::extension();
    let actions = extension.actions.iter().skip(1);
    let actions = actions.map(|action| LibraryAction {
        of: action.name.clone(),
        maker: None,
        action: action.clone(),
    });
    let structures = extension.structures.iter().map(|of| of.name.clone());
    extension.odc = Some(ExternalLibrary {
        actions: actions.collect(),
        structures: structures.collect(),
        ..ExternalLibrary::default()
    });
    extension
}

#[test]
fn the_portal_is_expected_to_tell_each_element_of_the_library() {
    let old = with_library();
    let mut new = old.clone();
    // Not in the library, so that the portal does not see it.
    let unseen = new.actions.remove(0).name;
    new.structures[0].attributes[0].description.push('X');
    let library = new.odc.as_mut().unwrap();
    let gone = library.actions.remove(0).action.name;
    library.actions[0].action.description.push('X');
    let (updated, same) = (
        library.actions[0].action.name.clone(),
        library.actions[1].action.name.clone(),
    );
    let expected = diff::portal(&old, &new);
    let of = |name: &str| {
        expected
            .iter()
            .find(|of| of.name == name)
            .map(|of| of.change)
    };
    assert_eq!(of(&unseen), None);
    assert_eq!(of(&gone), Some(ChangeType::Removed));
    assert_eq!(of(&updated), Some(ChangeType::Updated));
    assert_eq!(of(&same), Some(ChangeType::Unchanged));
    assert_eq!(of(&new.structures[0].name), Some(ChangeType::Updated));
}

#[test]
fn the_portal_has_nothing_to_say_without_a_library() {
    let (without, with) = (one_of_everything::extension(), with_library());
    assert_eq!(diff::portal(&with, &without), []);
    let first = diff::portal(&without, &with);
    assert!(!first.is_empty());
    assert!(first.iter().all(|of| of.change == ChangeType::Added));
}

#[test]
fn what_breaks_only_one_platform_is_told() {
    let only: Vec<_> = KINDS
        .iter()
        .filter(|kind| kind.level == Level::Extension && kind.o11 != kind.odc)
        .filter(|kind| kind.o11 == Impact::Breaking)
        .map(|kind| kind.name)
        .collect();
    assert!(only.contains(&"function-lost") && only.contains(&"entity-removed"));
}

#[test]
fn a_definition_is_compared_with_what_made_it() {
    let place = Place::new();
    let dll = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    place.put("MortgageLib.xml", testdata("MortgageLib.xml"));
    let out = place.path("out");
    let status = Command::new(env!("CARGO_BIN_EXE_dllift"))
        .arg("translate")
        .arg(&dll)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap()
        .status;
    assert!(status.success());
    let json = out.join("extension.json");
    let (exit, text) = run(&[
        json.to_str().unwrap(),
        dll.to_str().unwrap(),
        "--fail-on",
        "cosmetic",
    ]);
    assert_eq!((exit, text.as_str()), (0, "No change for consumers.\n"));
    let (exit, _) = run(&[json.to_str().unwrap(), "nothing.dll"]);
    assert_eq!(exit, 2);
}
