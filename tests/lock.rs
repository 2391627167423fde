//! The promise of `dllift.lock`: a name that was given stays.
#![cfg(feature = "cli")]

mod support;

use dllift::clr::{FileStore, Library};
use dllift::emit::o11::Keys;
use dllift::translate::{Config, LOCK, Lock, Options, Translation, translate};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use support::{Place, testdata};

const AMORTIZE: &str = "M:MortgageLib.MortgageCalculator.Amortize(MortgageLib.Loan)";

fn translated(name: Option<&str>, config: &str, lock: &Lock) -> Translation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let store = FileStore::open(&[folder.join("MortgageLib.dll")], &[]);
    let options = Options {
        name: name.map(str::to_owned),
        config: Config::parse(config).unwrap(),
        lock: lock.clone(),
        ..Options::default()
    };
    translate(&Library::new(&store), &options)
}

fn names(translation: &Translation) -> Vec<&str> {
    let extension = &translation.extension;
    extension
        .actions
        .iter()
        .map(|action| action.name.as_str())
        .collect()
}

#[test]
fn the_first_lock_file_changes_nothing_and_reads_back() {
    let first = translated(None, "", &Lock::default());
    let lock = Lock::default().with(&first);
    assert_eq!(Lock::parse(&lock.to_toml()).unwrap(), lock);
    let second = translated(None, "", &lock);
    assert_eq!(second.extension, first.extension);
    assert_eq!(lock.clone().with(&second), lock);
}

#[test]
fn locked_names_stay() {
    let lock = Lock::parse(&format!(
        r#"
        format = 1
        extension = "MortgageLib"
        [actions]
        "{AMORTIZE}" = "Plan"
        "P:MortgageLib.RateTable.Bank Get" = "BankOf"
        [structures]
        "T:MortgageLib.Loan" = "Credit"
        [attributes."T:MortgageLib.Loan"]
        "P:MortgageLib.Loan.Borrower" = "Years"
        "#
    ));
    let translation = translated(None, "", &lock.unwrap());
    let names = names(&translation);
    for name in ["Plan", "BankOf", "RateTableBankSet"] {
        assert!(names.contains(&name), "{names:?}");
    }
    let mut structures = translation.extension.structures.iter();
    let credit = structures
        .find(|structure| structure.name == "Credit")
        .unwrap();
    let attributes = credit
        .attributes
        .iter()
        .map(|of| (of.member.as_str(), of.name.as_str()));
    let attributes: std::collections::HashMap<_, _> = attributes.collect();
    assert_eq!(attributes["P:MortgageLib.Loan.Borrower"], "Years");
    assert!(attributes["P:MortgageLib.Loan.Years"].starts_with("Years_"));
}

#[test]
fn a_removed_member_keeps_its_name() {
    let gone = "M:MortgageLib.Gone.TotalInterest";
    let lock = format!("format = 1\nextension = \"\"\n[actions]\n\"{gone}\" = \"TotalInterest\"");
    let lock = Lock::parse(&lock).unwrap();
    let translation = translated(None, "", &lock);
    let names = names(&translation);
    assert!(
        names.contains(&"MortgageCalculatorTotalInterest"),
        "{names:?}"
    );
    assert!(!names.contains(&"TotalInterest"));
    assert_eq!(
        lock.with(&translation).actions[gone].as_str(),
        "TotalInterest"
    );
}

#[test]
fn a_rename_wins_and_the_first_name_is_remembered() {
    let lock = Lock::default().with(&translated(None, "", &Lock::default()));
    let rename = |name: &str| format!("[rename]\n'{AMORTIZE}' = '{name}'");
    let second = translated(None, &rename("Plan"), &lock);
    let lock = lock.with(&second);
    assert_eq!(lock.actions[AMORTIZE].as_str(), "Plan");
    let third = translated(None, &rename("Schedule"), &lock);
    let lock = lock.with(&third);
    assert_eq!(lock.actions[AMORTIZE].as_str(), "Schedule");
    assert_eq!(lock.originals[AMORTIZE].as_str(), "Amortize");
}

#[test]
fn a_rename_that_takes_a_locked_name_is_told() {
    let lock = Lock::default().with(&translated(None, "", &Lock::default()));
    let rate_for = "M:MortgageLib.RateTable.RateFor(System.Int32)";
    let translation = translated(None, &format!("[rename]\n'{rate_for}' = 'Amortize'"), &lock);
    let mut diagnostics = translation.extension.diagnostics.iter();
    let found = diagnostics
        .find(|diagnostic| diagnostic.code == "DL3003")
        .unwrap();
    assert_eq!(found.id, AMORTIZE);
    assert!(names(&translation).contains(&"MortgageCalculatorAmortize"));
}

#[test]
fn the_keys_stay_when_the_extension_is_renamed() {
    let first = translated(Some("Loans"), "", &Lock::default());
    let lock = Lock::default().with(&first);
    let second = translated(Some("Mortgages"), "", &lock);
    assert_eq!(second.extension.name, "Mortgages");
    assert_eq!(second.extension.original_name.as_deref(), Some("Loans"));
    assert_eq!(
        Keys::of(&second.extension).extension(),
        Keys::of(&first.extension).extension()
    );
    assert_eq!(lock.clone().with(&second), lock);
}

fn run(place: &Place, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    let command = command.args(["translate", "MortgageLib.dll", "--out", "out"]);
    command
        .args(arguments)
        .current_dir(place.path(""))
        .output()
        .unwrap()
}

/// The lock file is committed, merged and edited, and what is generated may not be committed at all.
#[test]
fn an_edited_lock_file_alone_in_the_folder_is_followed() {
    let place = Place::new();
    place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    assert!(run(&place, &[]).status.success());
    let path = place.path("out").join(LOCK);
    let edited = fs::read_to_string(&path)
        .unwrap()
        .replace("\"Amortize\"", "\"Plan\"");
    fs::write(&path, &edited).unwrap();
    assert!(run(&place, &[]).status.success());
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);

    fs::remove_dir_all(place.path("out")).unwrap();
    place.put("out/dllift.lock", &edited);
    assert!(run(&place, &[]).status.success());
    let report = fs::read_to_string(place.path("out/report.md")).unwrap();
    assert!(report.contains("### Plan\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn another_lock_file_can_be_given() {
    let place = Place::new();
    place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    place.put(
        "names.lock",
        format!("format = 1\nextension = \"Loans\"\n[actions]\n\"{AMORTIZE}\" = \"Plan\"\n"),
    );
    assert!(run(&place, &["--lock", "names.lock"]).status.success());
    let lock = fs::read_to_string(place.path("out").join(LOCK)).unwrap();
    assert!(lock.contains("extension = \"Loans\"") && lock.contains("= \"Plan\""));
}

#[test]
fn a_lock_file_that_was_not_read_is_not_replaced() {
    let names = |action: &str| {
        format!("format = 1\nextension = \"Loans\"\n[actions]\n\"{action}\" = \"Plan\"\n")
    };
    for found in ["my own notes", &names("M:Other.Gone"), &names(AMORTIZE)] {
        let place = Place::new();
        place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
        place.put("names.lock", "format = 1\nextension = \"Loans\"\n");
        let lock = place.put("out/dllift.lock", found);
        let refused = run(&place, &["--lock", "names.lock"]);
        assert_eq!(refused.status.code(), Some(1), "{found}");
        assert_eq!(fs::read_to_string(&lock).unwrap(), found);
        let forced = run(&place, &["--lock", "names.lock", "--force"]);
        assert!(forced.status.success(), "{found}");
        assert_ne!(fs::read_to_string(&lock).unwrap(), found);
    }
}

#[test]
fn a_wrong_lock_file_is_refused_with_the_place() {
    for (text, message) in [
        (
            "format = 1\nextension = 'A'\n[action]",
            "3:2: unknown key `action`; perhaps `actions` is meant",
        ),
        ("format = 2\nextension = 'A'", "its format is 2, not 1"),
        (
            "format = 1\nextension = 'A'\n[actions]\n'M:A.B' = 'a b'",
            "4:11: `a b` is no OutSystems name: a letter, then letters, digits and underscores",
        ),
    ] {
        assert_eq!(Lock::parse(text).unwrap_err().to_string(), message);
    }
}

#[test]
fn actions_of_one_generic_member_are_told_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let store = FileStore::open(&[folder.join("Constructs.dll")], &[]);
    let library = Library::new(&store);
    let plain = translate(&library, &Options::default()).extension;
    let mut members = plain.members.iter();
    let generic = members.find(|member| member.by == ["DL1004"] && member.id.contains("``1"));
    let id = &generic.unwrap().id;
    let config = format!("[instantiate]\n'{id}' = [['System.Int32'], ['System.String']]");
    let mut options = Options {
        config: Config::parse(&config).unwrap(),
        ..Options::default()
    };
    let first = translate(&library, &options);
    let lock = Lock::default().with(&first);
    let keys = lock
        .actions
        .keys()
        .filter(|key| key.starts_with(id.as_str()));
    let keys: Vec<&str> = keys.map(|key| &key[id.len()..]).collect();
    assert_eq!(keys, [" System.Int32", " System.String"]);
    options.lock = lock;
    assert_eq!(translate(&library, &options).extension, first.extension);
}
