//! What `dllift.toml` changes, and that every file of ours is as its schema says.
#![cfg(feature = "cli")]

use dllift::clr::{FileStore, Library};
use dllift::emit::json::to_json;
use dllift::extension::{Action, Coverage, DataType, Extension, MemberState};
use dllift::translate::config::template;
use dllift::translate::{Config, Options, estimate, translate};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn options(config: &str) -> Options {
    Options {
        config: Config::parse(config).unwrap(),
        ..Options::default()
    }
}

/// A sample translated with a configuration. Whatever that says, the counts add up.
fn translated(sample: &str, config: &str) -> Extension {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let store = FileStore::open(&[folder.join(sample)], &[]);
    let library = Library::new(&store);
    let options = options(config);
    let extension = translate(&library, &options).extension;
    let states = extension.members.iter().map(|member| member.state);
    assert_eq!(Coverage::of(states), extension.coverage);
    assert_eq!(estimate(&library, &options).coverage, extension.coverage);
    extension
}

fn mortgage(config: &str) -> Extension {
    translated("MortgageLib.dll", config)
}

fn action<'e>(extension: &'e Extension, name: &str) -> Option<&'e Action> {
    extension.actions.iter().find(|action| action.name == name)
}

/// Code and message of the diagnostics that begin with `codes`.
fn findings(extension: &Extension, codes: &str) -> Vec<String> {
    let diagnostics = extension.diagnostics.iter();
    let found = diagnostics.filter(|diagnostic| diagnostic.code.starts_with(codes));
    found
        .map(|of| format!("{} {}", of.code, of.message))
        .collect()
}

fn state(extension: &Extension, id: &str) -> (MemberState, Vec<String>) {
    let member = extension.members.iter().find(|member| member.id == id);
    let member = member.unwrap();
    (member.state, member.by.clone())
}

#[test]
fn nothing_in_it_changes_nothing() {
    assert_eq!(mortgage(""), mortgage(&template(&mortgage(""))));
}

#[test]
fn excluded_members_are_skipped_in_their_place() {
    let plain = mortgage("");
    let extension = mortgage("exclude = ['MortgageLib.RateTable.*', 'P:MortgageLib.Loan.Notes']");
    let ids = |extension: &Extension| -> Vec<String> {
        let members = extension.members.iter();
        members.map(|member| member.id.clone()).collect()
    };
    assert_eq!(ids(&extension), ids(&plain));
    let set_rate = "M:MortgageLib.RateTable.SetRate(System.Int32,System.Double)";
    let skipped = (MemberState::Skipped, vec!["DL1024".to_owned()]);
    assert_eq!(state(&extension, set_rate), skipped);
    assert_eq!(extension.coverage.skipped, 7);
    assert!(action(&extension, "SetRate").is_none());
    // It stays a part of the structure, and the exclusion is said to be in vain.
    let notes = state(&extension, "P:MortgageLib.Loan.Notes");
    assert_eq!(
        notes,
        (MemberState::Absorbed, vec!["Loan.Notes".to_owned()])
    );
    assert_eq!(
        findings(&extension, "DL6"),
        ["DL6002 The configuration's exclude `P:MortgageLib.Loan.Notes` has no effect."]
    );
}

#[test]
fn only_what_included_members_need_becomes_a_structure() {
    let extension = mortgage("include = ['**.TryCalculate']");
    let actions: Vec<&str> = extension.actions.iter().map(|a| a.name.as_str()).collect();
    let structures = extension.structures.iter().map(|s| s.name.as_str());
    assert_eq!(actions, ["TryCalculate"]);
    assert_eq!(structures.collect::<Vec<_>>(), ["Loan"]);
    let years = state(&extension, "P:MortgageLib.Loan.Years");
    assert_eq!(
        years,
        (MemberState::Absorbed, vec!["Loan.Years".to_owned()])
    );
    let yearly = state(&extension, "F:MortgageLib.PaymentFrequency.Yearly");
    assert_eq!(yearly.0, MemberState::Absorbed);
}

#[test]
fn arguments_come_back_where_that_is_chosen() {
    const EXPORT: &str = "M:Rules.Arguments.Export(System.IO.Stream)";
    let outputs = |extension: &Extension, name: &str| -> Vec<String> {
        let outputs = action(extension, name).unwrap().outputs.iter();
        outputs.map(|output| output.name.clone()).collect()
    };
    let is_lost = |extension: &Extension| {
        let said = "DL2013 What it writes into target does not come back.";
        findings(extension, "DL2013").contains(&said.to_owned())
    };
    let plain = translated("Rules.dll", "");
    assert_eq!(outputs(&plain, "Export"), ["Result"]);
    assert_eq!(outputs(&plain, "Append"), ["Out_Target"]);
    assert!(is_lost(&plain));
    let ids = plain.diagnostics.iter().filter(|of| of.code == "DL2013");
    let ids: Vec<&str> = ids.map(|of| of.id.as_str()).collect();
    assert!(
        ids.contains(&"M:Rules.Arguments.Send(Rules.Letter)"),
        "{ids:?}"
    );
    assert!(
        !ids.iter()
            .any(|id| id.contains("Dot(") || id.contains("Measure("))
    );
    let extension = translated(
        "Rules.dll",
        &format!(
            "[member]\n'{EXPORT}' = {{ returns-arguments = true }}\n\
             'M:Rules.Arguments.Append(System.IO.Stream,System.String)' = {{ returns-arguments = false }}\n\
             'M:Rules.Nulls.OfContact(Rules.Contact)' = {{ returns-arguments = true }}\n\
             'M:Rules.Nulls.Twice(System.Nullable{{System.Int32}})' = {{ returns-arguments = true }}"
        ),
    );
    assert_eq!(outputs(&extension, "Export"), ["Out_Target", "Result"]);
    assert!(outputs(&extension, "Append").is_empty());
    assert_eq!(outputs(&extension, "OfContact"), ["Out_Contact", "Result"]);
    assert!(!is_lost(&extension));
    assert_eq!(
        findings(&extension, "DL6"),
        [
            "DL6002 The configuration's member `M:Rules.Nulls.Twice(System.Nullable{System.Int32})` has no effect."
        ]
    );
}

#[test]
fn defaults_that_cannot_be_said_are_named() {
    let names = [
        "OfNaN",
        "OfDouble",
        "OfTinyDouble",
        "OfTinyDecimal",
        "OfHalfACharacter",
    ];
    let extension = translated("Constructs.dll", "include = ['Constructs.Optionals.*']");
    let optional = names.map(|name| {
        let value = &action(&extension, name).unwrap().inputs[0];
        (value.mandatory, value.default.is_none())
    });
    assert_eq!(optional, [(true, true); 5]);
    let said = "DL2014 In OutSystems 11 the optional parameter value is mandatory.";
    assert_eq!(findings(&extension, "DL2014"), [said; 5]);
}

#[test]
fn members_can_be_excluded_by_their_attributes() {
    let all = translated("Constructs.dll", "");
    let extension = translated("Constructs.dll", "exclude = ['[Obsolete]']");
    assert!(extension.coverage.skipped > all.coverage.skipped);
    assert!(
        extension
            .actions
            .iter()
            .all(|a| !a.description.starts_with("Deprecated"))
    );
}

#[test]
fn renamed_elements_have_their_new_names() {
    let extension = mortgage(
        r#"
        [rename]
        "M:MortgageLib.MortgageCalculator.Amortize(MortgageLib.Loan)" = "Schedule"
        "T:MortgageLib.Loan" = "Credit"
        "P:MortgageLib.Loan.Years" = "Term"
        "P:MortgageLib.RateTable.Bank" = "Lender"
        "#,
    );
    let schedule = action(&extension, "Schedule").unwrap();
    assert_eq!(schedule.inputs[0].data_type, DataType::structure("Credit"));
    assert!(action(&extension, "Amortize").is_none());
    assert!(action(&extension, "LenderGet").is_some() && action(&extension, "LenderSet").is_some());
    let years = state(&extension, "P:MortgageLib.Loan.Years");
    assert_eq!(years.1, ["Credit.Term"]);
    assert!(findings(&extension, "DL6").is_empty());
}

#[test]
fn a_new_name_makes_way_for_nobody_and_is_given_once() {
    let extension = mortgage(
        r#"
        [rename]
        "M:MortgageLib.RateTable.RateFor(System.Int32)" = "TotalInterest"
        "M:MortgageLib.RateTable.SetRate(System.Int32,System.Double)" = "totalinterest"
        "#,
    );
    assert!(
        action(&extension, "TotalInterest")
            .unwrap()
            .member
            .id
            .contains("RateFor")
    );
    assert!(action(&extension, "MortgageCalculatorTotalInterest").is_some());
    assert!(action(&extension, "SetRate").is_some());
    assert_eq!(
        findings(&extension, "DL3"),
        ["DL3002 It is not called totalinterest, as the configuration says."]
    );
}

#[test]
fn a_type_can_be_a_handle_or_skipped() {
    let extension = mortgage("[type]\n'T:MortgageLib.Loan' = 'handle'");
    let amortize = action(&extension, "Amortize").unwrap();
    assert_eq!(amortize.inputs[0].data_type, DataType::Object);
    assert!(action(&extension, "LoanCreate").is_some());

    let extension = mortgage("[type]\n'T:MortgageLib.Loan' = 'skip'");
    assert!(action(&extension, "Amortize").is_none());
    let reason = "DL1025 The configuration skips the type MortgageLib.Loan.";
    let skipped = findings(&extension, "DL1025");
    assert_eq!(skipped.len(), 13);
    assert!(skipped.iter().all(|finding| finding == reason));
}

#[test]
fn descriptions_and_functions_are_as_chosen() {
    let extension = mortgage(
        r#"
        description = "All about mortgages."
        [member."M:MortgageLib.MortgageCalculator.Amortize(MortgageLib.Loan)"]
        description = "Lists the payments."
        function = false
        [member."M:MortgageLib.RateTable.RateFor(System.Int32)"]
        function = true
        [member."M:MortgageLib.RateTable.SetRate(System.Int32,System.Double)"]
        function = true
        [member."P:MortgageLib.Loan.Years"]
        description = "How long."
        "#,
    );
    assert_eq!(extension.description, "All about mortgages.");
    let amortize = action(&extension, "Amortize").unwrap();
    assert_eq!(amortize.description, "Lists the payments.");
    assert!(!amortize.function && action(&extension, "RateFor").unwrap().function);
    let loan = extension
        .structures
        .iter()
        .find(|s| s.name == "Loan")
        .unwrap();
    let mut attributes = loan.attributes.iter();
    assert!(attributes.any(|of| of.name == "Years" && of.description == "How long."));
    // An Action without outputs is no function.
    let set_rate = "M:MortgageLib.RateTable.SetRate(System.Int32,System.Double)";
    let finding = format!("DL6002 The configuration's member `{set_rate}` has no effect.");
    assert_eq!(findings(&extension, "DL6"), [finding]);
}

#[test]
fn what_names_nothing_is_said_with_what_was_meant() {
    let extension = mortgage(
        r#"
        include = ["MortgageLib.**", "Mortgage.Lib.**"]
        [rename]
        "M:MortgageLib.RateTable.RateFor" = "Rate"
        [type]
        "T:MortgageLib.Lone" = "handle"
        "T:MortgageLib.MortgageCalculator" = "structure"
        "T:MortgageLib.PaymentFrequency" = "structure"
        [instantiate]
        "T:Nothing`1" = [["System.Int32"]]
        "#,
    );
    let rate_for = "M:MortgageLib.RateTable.RateFor";
    assert_eq!(
        findings(&extension, "DL6"),
        [
            "DL6001 Nothing is named by the configuration's include `Mortgage.Lib.**`.".to_owned(),
            format!(
                "DL6001 Nothing is named by the configuration's rename `{rate_for}` (perhaps \
                 `{rate_for}(System.Int32)` is meant)."
            ),
            "DL6001 Nothing is named by the configuration's type `T:MortgageLib.Lone` (perhaps \
             `T:MortgageLib.Loan` is meant)."
                .to_owned(),
            "DL6002 The configuration's type `T:MortgageLib.PaymentFrequency` has no effect."
                .to_owned(),
            "DL6002 The configuration's type `T:MortgageLib.MortgageCalculator` has no effect."
                .to_owned(),
            "DL6001 Nothing is named by the configuration's instantiate `T:Nothing`1`.".to_owned(),
        ]
    );
}

#[test]
fn type_arguments_that_nothing_is_called_have_no_effect() {
    let extension = translated(
        "Rules.dll",
        r#"
        [instantiate]
        "T:Rules.Bag`1" = [["System.Nothing"]]
        "#,
    );
    assert_eq!(
        findings(&extension, "DL6"),
        ["DL6002 The configuration's instantiate `T:Rules.Bag`1` has no effect."]
    );
}

/// The schema that the command prints.
fn validator(of: &str) -> jsonschema::Validator {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    let output = command.args(["schema", of]).output().unwrap();
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn every_definition_is_as_its_schema_says() {
    let validator = validator("extension");
    for sample in [
        "MortgageLib.dll",
        "Banking.dll",
        "Constructs.dll",
        "RoundTrip.dll",
    ] {
        let json: Value = serde_json::from_str(&to_json(&translated(sample, ""))).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&json)
            .map(|e| e.to_string())
            .collect();
        assert!(errors.is_empty(), "{sample}: {errors:#?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({ "format": "1" })));
}

#[test]
fn a_configuration_is_right_for_its_schema_and_for_us_alike() {
    let validator = validator("config");
    let template = template(&mortgage(""));
    for (config, is_right) in [
        (template.as_str(), true),
        ("name = 'A'\nprofile = 'structured'", true),
        ("[rename]\n'T:A' = 'B_1'\n[type]\n'T:A' = 'text'", true),
        ("[instantiate]\n'T:A`1' = [['System.Int32']]", true),
        (
            "[member.'T:A']\nconstructor = 'M:A.#ctor'\nfunction = true",
            true,
        ),
        ("[policies]\nenums = 'integer'", true),
        ("nmae = 'A'", false),
        ("profile = 'strict'", false),
        ("[rename]\n'T:A' = '1B'", false),
        ("[policies]\nnull = 'value'", false),
        ("[member.'T:A']\nfunction = 'yes'", false),
    ] {
        let table: toml::Table = toml::from_str(config).unwrap();
        let json = serde_json::to_value(table).unwrap();
        assert_eq!(validator.is_valid(&json), is_right, "{config}");
        assert_eq!(Config::parse(config).is_ok(), is_right, "{config}");
    }
}

/// The Boolean that says whether a value is returned stands before the value, which is the last output.
#[test]
fn what_can_be_null_is_said_by_companions() {
    let extension = translated("Modern.dll", "[policies]\nnulls = \"companion\"");
    let outputs = |name| {
        let outputs = &action(&extension, name).unwrap().outputs;
        let names = outputs.iter().map(|output| output.name.as_str());
        names.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(outputs("FindContact"), "HasResult Result");
    assert_eq!(outputs("FindText"), "HasResult Result");
    assert_eq!(outputs("GiveText"), "Result");
    assert_eq!(outputs("OfText"), "HasResult Result");
    assert_eq!(outputs("OfContact"), "Result");
    let mut structures = extension.structures.iter();
    let household = structures.find(|of| of.name == "Household").unwrap();
    let names = household.attributes.iter().map(|of| of.name.as_str());
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["Head", "Partner", "HasPartner", "Ages", "HasAges"]);
}

#[test]
fn what_is_meant_by_a_configuration_for_another_library_is_not_asked_for_ever() {
    const MANY: usize = 20_000;
    let lines = |line: fn(usize) -> String| (0..MANY).map(line).collect::<String>();
    let patterns = lines(|n| format!("'Other.*.Get{n}', '**.Other{n}', '[Other{n}]',\n"));
    let renamed = lines(|n| format!("'M:Rules.Lists.Other{n}' = 'Other{n}'\n"));
    let extension = translated(
        "Rules.dll",
        &format!("exclude = [{patterns}]\n[rename]\n{renamed}"),
    );
    let said = findings(&extension, "DL6001");
    assert_eq!(said.len(), 4 * MANY);
    let is_suggested = |id: &str| {
        let about = said.iter().find(|said| said.contains(id)).unwrap();
        about.contains("perhaps")
    };
    assert!(is_suggested("`M:Rules.Lists.Other0`"));
    assert!(!is_suggested("`M:Rules.Lists.Other9999`"));
}
