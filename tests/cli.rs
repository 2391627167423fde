//! The command line, as its users see it: every file in `tests/cli` is a session in a folder of its own.
//!
//! A line that begins with `$` is a command; below it stands what goes to standard output, then, after
//! `--- stderr`, what goes to standard error, then, unless it is 0, `--- exit` with the code. `$ ls DIR`
//! lists the files in a folder. Lines that begin with `;;` are for readers.
//!
//! `BLESS=1 cargo test --test cli` writes the files anew.
#![cfg(feature = "cli")]

#[path = "support/archive.rs"]
mod archive;
mod support;
#[path = "support/xif.rs"]
mod xif;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{Place, module, native_pe, testdata};

const CONFIGURATION: &str = r#"
name = "Mortgages"
exclude = ["MortgageLib.RateTable.*", "MortgageLib.Loans.*"]

[rename]
"M:MortgageLib.MortgageCalculator.Amortize(MortgageLib.Loan)" = "Schedule"
"#;

/// The folder that every session begins with.
fn place() -> Place {
    let place = Place::new();
    for name in [
        "Banking.Contracts.dll",
        "Banking.Contracts.xml",
        "Banking.dll",
        "Banking.xml",
        "Constructs.dll",
        "MortgageLib.dll",
        "MortgageLib.xml",
        "Oddities.dll",
        "RoundTrip.dll",
    ] {
        place.put(name, testdata(name));
    }
    place.put("bad/notes.txt", "Remember the milk.\n");
    place.put("bad/empty.dll", "");
    place.put("bad/native.dll", native_pe());
    place.put("bad/part.netmodule", module(testdata("MortgageLib.dll")));
    place.put("bad/headers.dll", &testdata("MortgageLib.dll")[..300]);
    place.put("bad/truncated.dll", &testdata("MortgageLib.dll")[..5000]);
    place.put("bad/broken.xif", &loans()[..900]);
    place.put("bad/no.xif", xif::file("<doc/>"));
    place.put("Loans.xif", loans());
    place.put("bad/docs/MortgageLib.dll", testdata("MortgageLib.dll"));
    place.put("bad/docs/MortgageLib.xml", "<doc><members>");
    place.put("mixed/MortgageLib.dll", testdata("MortgageLib.dll"));
    place.put("mixed/native.dll", native_pe());
    let odd = [
        ("Aux.dll", &*testdata("Oddities.dll")),
        ("What?.dll", &testdata("MortgageLib.dll")),
    ];
    place.put("odd.zip", archive::zip(&odd));
    place.put("nothing/native.dll", native_pe());
    place.put("nothing/readme.txt", "Nothing to see here.\n");
    place.put("alone/Banking.dll", testdata("Banking.dll"));
    place.put("foreign/thesis.doc", "The work of years.\n");
    place.put("configured/MortgageLib.dll", testdata("MortgageLib.dll"));
    place.put("configured/dllift.toml", CONFIGURATION);
    place.put("loans.toml", LOANS);
    place.put("wrong.toml", "[policies]\nenum = \"text\"\n");
    place.put("wrong.lock", "<<<<<<< HEAD\nformat = 1\n");
    place.put("later.lock", "format = 2\nextension = \"Loans\"\n");
    place.put(
        "wide.lock",
        "\u{feff}format = 1\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
    );
    for kind in ["fine", "old", "warned"] {
        for name in ["Vendor.dll", "OutSystems.ExternalLibraries.SDK.dll"] {
            let path = format!("odc/{kind}/{name}");
            place.put(&path, testdata(&path));
        }
    }
    place.put("odc/damaged.zip", "PK\x03\x04 and no more");
    place.put("odc/thesis.zip", "The work of years.\n");
    place.put("taken/Banking.dll.txt", "The work of years.\n");
    place.put(
        "blocked/Oddities.dll.txt/thesis.doc",
        "The work of years.\n",
    );
    place
}

/// For the extension: one id is in it, and one is not.
const LOANS: &str = "[rename]\n\"M:OutSystems.NssLoans.CssLoans.MssPaymentOf\" = \"Pay\"\n\
                     \"M:OutSystems.NssLoans.CssLoans.MssGone\" = \"Stays\"\n";

/// An extension, and something in it that nobody knows.
fn loans() -> Vec<u8> {
    let (implementation, imported) = (testdata("OutSystems.NssLoans.dll"), testdata("Lending.dll"));
    let xml = xif::loans(&implementation, &imported);
    xif::file(&xml.replace("<Entities />", "<Entities /><Themes />"))
}

#[test]
fn sessions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let bless = std::env::var_os("BLESS").is_some();
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let expected = fs::read_to_string(&file).unwrap();
        let actual = replay(&expected);
        if bless {
            fs::write(&file, actual).unwrap();
        } else {
            assert_eq!(
                actual,
                expected,
                "{} differs; BLESS=1 rewrites it",
                file.display()
            );
        }
    }
}

/// The session with the answers that its commands give today.
fn replay(session: &str) -> String {
    let place = place();
    let mut actual = String::new();
    let mut after_answer = false;
    for line in session.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            actual.push_str(&format!("{line}\n{}", answer(&place, command)));
            after_answer = true;
        } else if line.starts_with(";;") {
            let gap = if after_answer { "\n" } else { "" };
            actual.push_str(&format!("{gap}{line}\n"));
            after_answer = false;
        }
    }
    actual
}

fn answer(place: &Place, command: &str) -> String {
    let words: Vec<_> = command.split(' ').collect();
    match words[..] {
        ["ls", folder] => list(&place.path(folder), ""),
        ["dllift", ref arguments @ ..] => run(place, arguments),
        _ => panic!("unknown command: {command}"),
    }
}

fn dllift(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    command.args(arguments).current_dir(place.path(""));
    for variable in ["CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

fn run(place: &Place, arguments: &[&str]) -> String {
    let output = dllift(place, arguments).output().unwrap();
    let mut text = String::from_utf8(output.stdout).unwrap();
    if !output.stderr.is_empty() {
        text.push_str("--- stderr\n");
        text.push_str(&String::from_utf8(output.stderr).unwrap());
    }
    match output.status.code() {
        Some(0) => {}
        Some(code) => text.push_str(&format!("--- exit {code}\n")),
        None => text.push_str("--- killed\n"),
    }
    text
}

fn list(folder: &Path, prefix: &str) -> String {
    let Ok(entries) = fs::read_dir(folder) else {
        return "not there\n".to_owned();
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let lines = paths.iter().map(|path| {
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        match path.is_dir() {
            true => list(path, &format!("{name}/")),
            false => format!("{name}\n"),
        }
    });
    lines.collect()
}

/// As in `dllift … | head`: the reader goes away before anything is written.
#[test]
fn a_closed_pipe_is_no_failure() {
    let place = place();
    for command in ["inspect", "dump"] {
        let mut child = dllift(&place, &[command, ".", "--format", "json"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(
            !stderr.contains("panicked") && !stderr.contains("standard output"),
            "{stderr}"
        );
        assert!(output.status.code().is_some_and(|code| code < 2));
    }
}

#[test]
fn every_line_of_a_json_dump_is_a_document() {
    let place = place();
    let arguments = ["dump", "MortgageLib.dll", "Banking.dll", "--format", "json"];
    let output = dllift(&place, &arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(serde_json::from_str);
    let lines: Vec<serde_json::Value> = lines.collect::<Result<_, _>>().unwrap();
    let ends = lines.iter().filter(|line| line["k"] == "end");
    assert_eq!(ends.count(), 2);
}

#[test]
fn json_is_one_document_whatever_happens() {
    let place = place();
    for (arguments, error, code) in [
        (&["inspect", "MortgageLib.dll", "bad"][..], false, 1),
        (&["inspect", "bad/empty.dll"], true, 1),
        (&["inspect"], true, 2),
        (&["translate", "MortgageLib.dll"], true, 2),
        (&["translate", "MortgageLib.dll", "--dry-run"], false, 0),
        (&["translate", "MortgageLib.dll", "--out", "out"], false, 0),
        (
            &["translate", "MortgageLib.dll", "--out", "foreign"],
            true,
            1,
        ),
    ] {
        let output = dllift(&place, arguments)
            .args(["--format", "json"])
            .output()
            .unwrap();
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(
            document["error"].is_string(),
            error,
            "{arguments:?}: {document:#}"
        );
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
    }
}
