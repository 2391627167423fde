//! The profile `wizard`: the actions that Integration Studio's own import makes, and what it leaves out.

use dllift::clr::{FileStore, Library};
use dllift::emit::o11::import_details;
use dllift::extension::{DataType, Extension, MemberState, Profile};
use dllift::translate::{Config, Options, Translation, translate};

fn wizard(sample: &str) -> Translation {
    let path = format!("{}/testdata/{sample}.dll", env!("CARGO_MANIFEST_DIR"));
    let store = FileStore::open(&[path.into()], &[]);
    let config = Config {
        profile: Profile::Wizard,
        ..Config::default()
    };
    let options = Options {
        config,
        ..Options::default()
    };
    translate(&Library::new(&store), &options)
}

/// What the wizard's report says, then what it does not say: each member that was left out.
fn report(translation: &Translation) -> String {
    import_details(translation).replace("\r\n", "\n") + &skipped(translation)
}

/// The name and the target of each action, then each member that was left out.
fn targets(translation: &Translation) -> String {
    let details = import_details(translation);
    let lines = details.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with("- Action") || line.starts_with("Target"));
    let text: String = lines
        .map(|line| match line.strip_prefix("- Action ") {
            Some(name) => format!("{name} "),
            None => format!("{}\n", line.trim_start_matches("Target: ")),
        })
        .collect();
    text + &skipped(translation)
}

fn skipped(translation: &Translation) -> String {
    let mut text = String::new();
    let members = translation.extension.members.iter();
    for member in members.filter(|member| member.state == MemberState::Skipped) {
        text.push_str(&format!("{} {}\n", member.by.join(" "), member.id));
    }
    text
}

#[test]
fn members_of_every_kind() {
    insta::assert_snapshot!(report(&wizard("MortgageLib")));
}

#[test]
fn members_of_a_base_class_in_another_assembly() {
    insta::assert_snapshot!(report(&wizard("Banking")));
}

#[test]
fn members_that_a_wizard_meets_rarely() {
    insta::assert_snapshot!(targets(&wizard("Constructs")));
}

fn actions(extension: &Extension) -> impl Iterator<Item = &dllift::extension::Action> {
    extension.actions.iter()
}

#[test]
fn no_structure_no_function_and_every_input_mandatory() {
    for sample in ["Banking", "Constructs", "MortgageLib", "RoundTrip"] {
        let extension = wizard(sample).extension;
        assert!(extension.structures.is_empty());
        assert!(actions(&extension).all(|action| !action.function));
        let mut inputs = actions(&extension).flat_map(|action| &action.inputs);
        assert!(inputs.all(|input| input.mandatory && input.default.is_none()));
        let parameters =
            actions(&extension).flat_map(|action| action.inputs.iter().chain(&action.outputs));
        let types = parameters.map(|parameter| &parameter.data_type);
        let has_structure = |data_type: &DataType| data_type.structure_name().is_some();
        assert_eq!(
            types.filter(|data_type| has_structure(data_type)).count(),
            0
        );
    }
}
