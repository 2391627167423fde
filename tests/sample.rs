//! The product's own example, from the DLL to the definition and the code.

use dllift::clr::{FileStore, Library};
use dllift::emit::json::to_json;
use dllift::emit::o11::{extension_files, lower};
use dllift::translate::{Options, Translation, translate};

fn mortgage_lib() -> Translation {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/MortgageLib.dll");
    let store = FileStore::open(&[path.into()], &[]);
    translate(&Library::new(&store), &Options::default())
}

#[test]
fn the_action_is_what_the_method_says() {
    let extension = mortgage_lib().extension;
    let action = extension
        .actions
        .iter()
        .find(|a| a.name == "CalculateMortgage")
        .unwrap();
    let show = |parameters: &[dllift::extension::Parameter]| -> Vec<String> {
        let text = |p: &dllift::extension::Parameter| format!("{} {}", p.name, p.data_type);
        parameters.iter().map(text).collect()
    };
    assert_eq!(
        show(&action.inputs),
        [
            "LoanAmount Decimal",
            "InterestRate Decimal",
            "Years Integer"
        ]
    );
    assert_eq!(show(&action.outputs), ["Result Decimal"]);
    assert_eq!(action.inputs[0].description, "The borrowed amount.");
    assert!(action.function);
}

#[test]
fn the_definition() {
    insta::assert_snapshot!(to_json(&mortgage_lib().extension));
}

#[test]
fn the_code() {
    let translation = mortgage_lib();
    let files = extension_files(&translation, &lower(&translation.extension)).unwrap();
    let code = files
        .iter()
        .find(|file| file.path == "Source/NET/MortgageLib.cs")
        .unwrap();
    let code = std::str::from_utf8(&code.bytes).unwrap();
    insta::assert_snapshot!(code.replace("\r\n", "\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(
        to_json(&mortgage_lib().extension),
        to_json(&mortgage_lib().extension)
    );
}
