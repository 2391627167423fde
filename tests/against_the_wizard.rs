//! What Integration Studio's own import (the profile `wizard`) makes of a library, and what dllift makes of it
//! (the profile `structured`): one test for each respect in which the second has to be better.

use dllift::clr::{FileStore, Library};
use dllift::emit::json::to_json;
use dllift::extension::{Action, DataType, Extension, MemberState, Profile};
use dllift::translate::{CATALOGUE, Config, Options, translate};
use std::path::{Path, PathBuf};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("testdata/{name}.dll"))
}

fn extension(inputs: &[PathBuf], profile: Profile) -> Extension {
    let store = FileStore::open(inputs, &[]);
    let options = Options {
        config: Config {
            profile,
            ..Config::default()
        },
        ..Options::default()
    };
    translate(&Library::new(&store), &options).extension
}

fn wizard(name: &str) -> Extension {
    extension(&[sample(name)], Profile::Wizard)
}

fn ours(name: &str) -> Extension {
    extension(&[sample(name)], Profile::Structured)
}

/// The action for the member whose documentation id starts with `id`.
fn action<'e>(extension: &'e Extension, id: &str) -> &'e Action {
    let mut actions = extension.actions.iter();
    let found = actions.find(|action| action.member.id.starts_with(id));
    found.unwrap_or_else(|| panic!("no action for {id}"))
}

fn has_action(extension: &Extension, id: &str) -> bool {
    let mut actions = extension.actions.iter();
    actions.any(|action| action.member.id.starts_with(id))
}

/// The OutSystems types of an action's inputs and outputs.
fn types(action: &Action) -> Vec<String> {
    let parameters = action.inputs.iter().chain(&action.outputs);
    parameters.map(|of| of.data_type.to_string()).collect()
}

#[test]
fn data_classes_are_structures() {
    let id = "M:Rules.Bank.OfCustomer";
    assert_eq!(types(action(&wizard("Rules"), id)), ["Object", "Object"]);
    let ours = ours("Rules");
    assert_eq!(types(action(&ours, id)), ["Customer", "Customer"]);
    assert!(wizard("Rules").structures.is_empty());
    // A struct, too.
    let id = "M:Rules.Parameters.ChangeAll";
    assert!(types(action(&ours, id)).contains(&"Vector".to_owned()));
    assert!(!types(action(&wizard("Rules"), id)).contains(&"Vector".to_owned()));
}

#[test]
fn collections_are_lists() {
    for (id, expected) in [
        ("M:Rules.Lists.OfArrays", "Integer List List"),
        ("M:Rules.Lists.OfWords", "Text List"),
        (
            "M:Rules.Dictionaries.OfDictionary(",
            "KeyValuePairOfStringAndInt32 List",
        ),
    ] {
        let ours = types(action(&ours("Rules"), id));
        assert_eq!(ours, [expected, expected], "{id}");
        let wizard = types(action(&wizard("Rules"), id));
        assert_eq!(wizard, ["Object", "Object"], "{id}");
    }
}

#[test]
fn enums_are_texts_that_say_what_they_allow() {
    let id = "M:Rules.Scalars.OfStatus";
    assert_eq!(types(action(&wizard("Rules"), id)), ["Object", "Object"]);
    let ours = ours("Rules");
    let input = action(&ours, id).inputs.first().unwrap();
    assert_eq!(input.data_type, DataType::Text);
    assert!(
        input.description.contains("One of "),
        "{}",
        input.description
    );
}

#[test]
fn values_without_a_type_of_their_own_are_mapped() {
    let ours = ours("Rules");
    let mapped = types(action(&ours, "M:Rules.Scalars.Everything"));
    assert!(mapped.iter().all(|name| name != "Object"), "{mapped:?}");
    let nullable = action(&ours, "M:Rules.Nulls.Twice");
    assert_eq!(types(nullable), ["Integer", "Integer"]);
}

#[test]
fn asynchronous_members_streams_and_tuples_are_translated() {
    for (id, expected) in [
        ("M:Rules.Asynchronous.SumAsync", "Integer"),
        ("M:Rules.Asynchronous.FindLoansAsync", "Loan List"),
        ("M:Rules.Scalars.OpenStream", "Binary Data"),
        ("M:Rules.Tuples.DivideBoth", "TupleOfQuotientAndRemainder"),
    ] {
        let ours = ours("Rules");
        let result = types(action(&ours, id)).pop();
        assert_eq!(result.as_deref(), Some(expected), "{id}");
        let wizard = wizard("Rules");
        if has_action(&wizard, id) {
            let result = types(action(&wizard, id)).pop();
            assert_eq!(result.as_deref(), Some("Object"), "{id}");
        }
    }
}

#[test]
fn indexers_and_closed_generics_are_translated() {
    let (wizard, ours) = (wizard("Rules"), ours("Rules"));
    assert!(!has_action(&wizard, "P:Rules.Shelf.Item"));
    assert!(has_action(&ours, "P:Rules.Shelf.Item"));
    assert!(has_action(&ours, "M:Rules.LoanExtensions.YearlyInterest"));
    let page = action(&ours, "M:Rules.Generics.FindPage");
    assert_eq!(types(page).pop().as_deref(), Some("PageOfCustomer"));
}

#[test]
fn what_is_left_out_has_a_reason_and_a_remedy() {
    for extension in [ours("Rules"), ours("Constructs"), wizard("Constructs")] {
        let left_out = extension.members.iter();
        let left_out = left_out.filter(|member| member.state == MemberState::Skipped);
        for member in left_out {
            let mut diagnostics = extension.diagnostics.iter();
            let said =
                diagnostics.find(|said| said.id == member.id && member.by.contains(&said.code));
            let said = said.unwrap_or_else(|| panic!("nothing is said of {}", member.id));
            assert!(
                !said.why.is_empty() && !said.help.is_empty(),
                "{}",
                said.code
            );
            assert!(CATALOGUE.iter().any(|row| row.code == said.code));
        }
        assert!(extension.coverage.skipped > 0);
    }
}

#[test]
fn overloads_are_named_by_what_tells_them_apart() {
    let id = "M:MortgageLib.MortgageCalculator.CalculateMortgage(System.Decimal";
    let (wizard, ours) = (wizard("MortgageLib"), ours("MortgageLib"));
    let by_order = &action(&wizard, id).name;
    assert!(
        by_order.ends_with(|c: char| c.is_ascii_digit()),
        "{by_order}"
    );
    let by_types = &action(&ours, id).name;
    assert!(by_types.contains("_Decimal"), "{by_types}");
}

/// Integration Studio's import has none; our form of it has the same.
#[test]
fn descriptions_come_from_the_documentation() {
    let id = "M:MortgageLib.MortgageCalculator.CalculateMortgage(System.Double";
    for extension in [ours("MortgageLib"), wizard("MortgageLib")] {
        let action = action(&extension, id);
        assert!(!action.description.is_empty());
        assert!(
            action
                .inputs
                .iter()
                .all(|input| !input.description.is_empty())
        );
    }
}

#[test]
fn what_every_object_has_is_no_action() {
    let inherited = |extension: &Extension| {
        let names = extension.actions.iter().map(|action| &action.name);
        names.filter(|name| name.ends_with("GetType")).count()
    };
    assert!(inherited(&wizard("MortgageLib")) > 0);
    assert_eq!(inherited(&ours("MortgageLib")), 0);
}

#[test]
fn the_same_inputs_give_the_same_bytes_in_any_order() {
    let inputs = ["MortgageLib", "Banking", "Rules", "Constructs"].map(sample);
    let mut reversed = inputs.clone();
    reversed.reverse();
    let json = |inputs: &[PathBuf]| {
        let store = FileStore::open(inputs, &[]);
        let options = Options {
            name: Some("All".to_owned()),
            ..Options::default()
        };
        to_json(&translate(&Library::new(&store), &options).extension)
    };
    let once = json(&inputs);
    assert!(once == json(&inputs), "a second run differs");
    assert!(once == json(&reversed), "another order differs");
}
