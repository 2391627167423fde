//! The closure of assemblies: what is in it, what is said of it, and the page that shows it.
#![cfg(feature = "cli")]
#![allow(
    dead_code,
    clippy::duplicate_mod,
    reason = "the helpers serve other tests, too"
)]

#[path = "support/chromium.rs"]
mod chromium;
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/shell.rs"]
mod shell;
mod support;

use chromium::{Chromium, View};
use dllift::closure::{Closure, Finding, Place as By, Platform};
use dllift::clr::{FileStore, Library};
use dllift::emit::deps;
use dllift::extension::{Diagnostic, Severity};
use dllift::translate::dependencies;
use fixture::{Fixture, IMPL_MAP, MODULE_REF, Short, Wide};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;
use support::{Place, testdata};

const TOKEN: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8];

/// The library `name` in a major version, with references to others: their names, versions and tokens.
fn library(name: &str, version: u16, references: &[(&str, u16, &[u8])]) -> Fixture {
    let mut fixture = Fixture::new();
    fixture.versioned(name, version);
    fixture.class("<Module>", 1, 1);
    for (name, version, token) in references {
        fixture.versioned_ref(name, *version, token);
    }
    fixture
}

/// The flag ILONLY of the CLI header (II.25.3.3.1), and 32BITREQUIRED.
const IL_ONLY: u8 = 1;
const REQUIRES_32_BIT: u8 = 2;

/// A library as a file whose CLI header has `flags`.
fn image(fixture: &Fixture, flags: u8) -> Vec<u8> {
    let mut image = fixture.image();
    // After the header's size, its version and the directory of the metadata.
    image[shell::Shell::default().start() + 16] = flags;
    image
}

/// Writes a library to a file of its name in `folder`.
fn put(place: &Place, folder: &str, name: &str, fixture: &Fixture) -> PathBuf {
    place.put(&format!("{folder}/{name}.dll"), image(fixture, IL_ONLY))
}

fn diagnostics(closure: &Closure<'_>) -> Vec<Diagnostic> {
    dependencies(closure, &closure.findings())
}

fn document(closure: &Closure<'_>) -> Value {
    let findings = closure.findings();
    let said = dependencies(closure, &findings);
    serde_json::to_value(deps::document(closure, &findings, said)).unwrap()
}

/// What is said of the closure of `inputs` for O11: code and message.
fn said(inputs: &[PathBuf], ref_dirs: &[PathBuf]) -> Vec<(String, String)> {
    let store = FileStore::open(inputs, ref_dirs);
    let library = Library::new(&store);
    let diagnostics = diagnostics(&Closure::new(&library, Platform::O11));
    diagnostics
        .into_iter()
        .map(|of| (of.code, of.message))
        .collect()
}

fn only(inputs: &[PathBuf]) -> (String, String) {
    let mut said = said(inputs, &[]);
    assert_eq!(said.len(), 1, "{said:?}");
    said.remove(0)
}

#[test]
fn the_shortest_chain_leads_to_what_is_missing() {
    let place = Place::new();
    let own = [("B", 1, &[][..]), ("C", 1, &[]), ("mscorlib", 4, TOKEN)];
    let input = put(&place, "bin", "A", &library("A", 1, &own));
    put(&place, "bin", "B", &library("B", 1, &[("D", 1, &[])]));
    put(&place, "bin", "C", &library("C", 1, &[("Gone", 7, &[])]));
    put(&place, "bin", "D", &library("D", 1, &[("Gone", 7, &[])]));
    let (code, message) = only(&[input]);
    assert_eq!(code, "DL4001");
    let expected = "The assembly Gone (A → C → Gone) is referenced and not at hand.";
    assert_eq!(message, expected);
}

#[test]
fn what_the_platform_brings_is_neither_shipped_nor_followed() {
    let place = Place::new();
    let input = put(
        &place,
        "bin",
        "A",
        &library("A", 1, &[("System.Xml", 4, TOKEN)]),
    );
    let xml = library("System.Xml", 4, &[("Gone", 1, &[])]);
    put(&place, "bin", "System.Xml", &xml);
    let store = FileStore::open(&[input], &[]);
    let library = Library::new(&store);
    let closure = Closure::new(&library, Platform::O11);
    let members: Vec<_> = closure.graph().node_weights().collect();
    assert_eq!(members.len(), 2);
    assert_eq!(
        (members[1].name, members[1].place),
        ("System.Xml", By::Platform)
    );
    assert_eq!(closure.shipped().count(), 1);
    assert!(closure.findings().is_empty());
}

#[test]
fn versions_of_a_strong_name_that_cannot_both_be_there_are_a_conflict() {
    let place = Place::new();
    let a = library("A", 1, &[("B", 1, &[]), ("Json", 13, TOKEN)]);
    let input = put(&place, "bin", "A", &a);
    put(&place, "bin", "B", &library("B", 1, &[("Json", 9, TOKEN)]));
    put(&place, "bin", "Json", &library("Json", 13, &[]));
    let (code, message) = only(&[input]);
    assert_eq!(code, "DL4010");
    let expected = "Different versions of Json are wanted: 9.0.0.0 (A → B → Json), \
        13.0.0.0 (A → Json); 13.0.0.0 is at hand.";
    assert_eq!(message, expected);
}

#[test]
fn another_version_matters_only_with_a_strong_name() {
    for (token, expected) in [(TOKEN, 1), (&[][..], 0)] {
        let place = Place::new();
        let input = put(&place, "bin", "A", &library("A", 1, &[("Json", 9, token)]));
        put(&place, "bin", "Json", &library("Json", 13, &[]));
        let said = said(&[input], &[]);
        assert_eq!(said.len(), expected);
        for (code, message) in said {
            assert_eq!(code, "DL4011");
            let expected =
                "Another version of Json is wanted: 9.0.0.0 (A → Json); 13.0.0.0 is at hand.";
            assert_eq!(message, expected);
        }
    }
}

#[test]
fn files_of_one_name_exclude_each_other() {
    let place = Place::new();
    let inputs = [
        put(&place, "old", "A", &library("A", 1, &[])),
        put(&place, "new", "A", &library("A", 2, &[])),
    ];
    let (code, message) = only(&inputs);
    assert_eq!(code, "DL4012");
    let [old, new] = inputs.map(|path| path.display().to_string());
    assert_eq!(
        message,
        format!("Several files are called A.dll: {old}, {new}.")
    );
}

#[test]
fn a_cycle_is_told_and_ends() {
    let place = Place::new();
    let input = put(
        &place,
        "bin",
        "A",
        &library("A", 1, &[("B", 1, &[]), ("A", 1, &[])]),
    );
    put(&place, "bin", "B", &library("B", 1, &[("A", 1, &[])]));
    let (code, message) = only(&[input]);
    assert_eq!(code, "DL4013");
    assert_eq!(message, "The assemblies A, B reference each other.");
}

#[test]
fn facades_must_not_be_shipped() {
    let place = Place::new();
    let input = put(
        &place,
        "bin",
        "A",
        &library("A", 1, &[("netstandard", 2, TOKEN)]),
    );
    put(
        &place,
        "bin",
        "netstandard",
        &library("netstandard", 2, &[]),
    );
    let (code, message) = only(&[input]);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("DL4014", "netstandard.dll must not be shipped.")
    );
}

#[test]
fn a_facade_in_a_folder_for_references_is_nobodys_business() {
    let place = Place::new();
    let references = [("netstandard", 2, TOKEN)];
    let input = put(&place, "bin", "A", &library("A", 1, &references));
    let facade = library("netstandard", 2, &[]);
    put(&place, "refs", "netstandard", &facade);
    assert_eq!(said(&[input], &[place.path("refs")]), []);
}

#[test]
fn native_libraries_are_told_unless_windows_has_them() {
    let place = Place::new();
    let mut fixture = library("A", 1, &[]);
    for name in ["vendor_native", "KERNEL32.dll"] {
        let name = fixture.string(name);
        let module = fixture.row(MODULE_REF, &[Wide(name)]);
        let function = fixture.string("Function");
        fixture.row(IMPL_MAP, &[Short(0), Wide(3), Wide(function), Wide(module)]);
    }
    let (code, message) = only(&[put(&place, "bin", "A", &fixture)]);
    assert_eq!(code, "DL4017");
    assert_eq!(
        message,
        "Native libraries must be there: vendor_native, which A.dll calls."
    );
}

#[test]
fn an_assembly_for_another_processor_is_an_error() {
    let place = Place::new();
    let image = image(&library("A", 1, &[]), IL_ONLY | REQUIRES_32_BIT);
    let input = place.put("bin/A.dll", image);
    let (code, message) = only(&[input]);
    assert_eq!(code, "DL4015");
    let expected = "A.dll (I386, 32-bit only) is for another processor.";
    assert_eq!(message, expected);
}

#[test]
fn native_code_in_an_assembly_is_a_warning() {
    let place = Place::new();
    let mut image = image(&library("A", 1, &[]), 0);
    // The COFF header's machine.
    image[0x44..0x46].copy_from_slice(&0x8664u16.to_le_bytes());
    let (code, message) = only(&[place.put("bin/A.dll", image)]);
    assert_eq!(
        (code.as_str(), message.as_str()),
        ("DL4016", "A.dll is partly native code.")
    );
}

#[test]
fn the_types_that_need_a_missing_assembly_are_named() {
    let place = Place::new();
    let banking = place.put("Banking.dll", testdata("Banking.dll"));
    let store = FileStore::open(&[banking], &[]);
    let library = Library::new(&store);
    let closure = Closure::new(&library, Platform::O11);
    let findings = closure.findings();
    let Some(Finding::Missing { node }) = findings.first() else {
        panic!("{findings:?}");
    };
    let types = &closure.types_in_need(&findings)[node];
    assert_eq!(closure.graph()[*node].name, "Banking.Contracts");
    let names: Vec<String> = types
        .iter()
        .map(|ty| ty.full_name().unwrap().to_string())
        .collect();
    assert_eq!(names, ["Banking.Account", "Banking.Bank"]);
    let diagnostics = diagnostics(&closure);
    assert_eq!(diagnostics[0].severity, Severity::Error);
}

#[test]
fn where_each_file_was_found_is_told() {
    let place = Place::new();
    let references = [("B", 1, &[][..]), ("C", 1, &[]), ("D", 1, &[])];
    let input = put(&place, "bin", "A", &library("A", 1, &references));
    put(&place, "bin", "B", &library("B", 1, &[]));
    put(&place, "refs", "C", &library("C", 1, &[("E", 1, &[])]));
    put(&place, "refs", "E", &library("E", 1, &[]));
    put(&place, "bin", "Unused", &library("Unused", 1, &[]));
    put(
        &place,
        "packages/d/1.0.0/lib/net48",
        "D",
        &library("D", 1, &[]),
    );
    let dependencies = json!({
        "runtimeTarget": { "name": "net" },
        "targets": { "net": { "D/1.0.0": { "runtime": { "lib/net48/D.dll": {} } } } },
        "libraries": { "D/1.0.0": { "type": "package", "path": "d/1.0.0" } },
    });
    place.put("bin/A.deps.json", dependencies.to_string());
    let store = FileStore::open(&[input], &["refs", "packages"].map(|of| place.path(of)));
    let library = Library::new(&store);
    let document = document(&Closure::new(&library, Platform::O11));
    let found: Vec<(&str, &str)> = document["assemblies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| (of["name"].as_str().unwrap(), of["found"].as_str().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("A", "given"),
            ("B", "beside what needs it"),
            ("C", "in a folder for references"),
            ("D", "named by a .deps.json"),
            ("E", "beside what needs it"),
        ]
    );
    let unused: Vec<_> = store.unused().collect();
    assert_eq!(unused, [place.path("bin/Unused.dll")]);
}

#[test]
fn a_platform_takes_what_its_runtime_takes() {
    let place = Place::new();
    let references = [
        ("Json", 9, TOKEN),
        ("System.Text.Json", 8, TOKEN),
        ("System.Runtime.Remoting", 4, TOKEN),
    ];
    let input = put(&place, "bin", "A", &library("A", 1, &references));
    put(&place, "bin", "Json", &library("Json", 13, &[]));
    let store = FileStore::open(&[input], &[]);
    let library = Library::new(&store);
    let codes = |platform| -> Vec<String> {
        let said = diagnostics(&Closure::new(&library, platform));
        said.into_iter().map(|of| of.code).collect()
    };
    // .NET Framework has no System.Text.Json and wants Json in version 9; .NET has no System.Runtime.Remoting.
    assert_eq!(codes(Platform::O11), ["DL4001", "DL4011"]);
    assert_eq!(codes(Platform::Odc), ["DL4018"]);
}

/// `monodis --assemblyref` of a file: names and versions in table order.
fn monodis(path: &PathBuf) -> Vec<(String, String)> {
    let output = Command::new("monodis")
        .arg("--assemblyref")
        .arg(path)
        .output();
    let text = String::from_utf8_lossy(&output.unwrap().stdout).into_owned();
    let mut references = Vec::new();
    let mut version = String::new();
    for line in text.lines() {
        if let Some((_, number)) = line.split_once("Version=") {
            version = number.trim().to_owned();
        } else if let Some((_, name)) = line.split_once("Name=") {
            references.push((name.trim().to_owned(), version.clone()));
        }
    }
    references
}

#[test]
fn every_edge_is_the_one_that_monodis_sees() {
    let Some(folder) = libraries::mono_lib("deps") else {
        return;
    };
    let store = FileStore::open(&libraries::dlls(&folder), &[]);
    let library = Library::new(&store);
    let closure = Closure::new(&library, Platform::O11);
    let mut edges = 0;
    for input in closure.inputs() {
        let member = closure.graph()[input];
        let references = closure.references(input);
        let ours: Vec<_> = references
            .map(|(to, of)| {
                (
                    closure.graph()[to].name.to_ascii_lowercase(),
                    of.version.to_string(),
                )
            })
            .collect();
        let path = member.file.unwrap().path().to_path_buf();
        let theirs: Vec<_> = monodis(&path)
            .into_iter()
            .map(|(name, version)| (name.to_ascii_lowercase(), version))
            .collect();
        assert_eq!(ours, theirs, "{}", path.display());
        edges += ours.len();
    }
    assert!(edges > 500, "{edges}");
}

/// The page of a closure with something of everything.
fn page(place: &Place) -> String {
    let references = [
        ("B", 1, &[][..]),
        ("Json", 13, TOKEN),
        ("mscorlib", 4, TOKEN),
    ];
    let input = put(place, "bin", "A", &library("A", 1, &references));
    let b = [
        ("Json", 9, TOKEN),
        ("<script>top.isHit = true</script>", 1, &[]),
        ("A", 1, &[]),
    ];
    put(place, "bin", "B", &library("B", 1, &b));
    put(place, "bin", "Json", &library("Json", 13, &[]));
    let store = FileStore::open(&[input], &[]);
    let library = Library::new(&store);
    let closure = Closure::new(&library, Platform::O11);
    deps::html(&closure, &diagnostics(&closure))
}

#[test]
fn the_page_needs_nothing_else_and_foreign_names_are_no_markup() {
    let page = page(&Place::new());
    for outside in ["http:", "https:", "src=", "@import", "<link", "<script>top"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<script").count(), 1);
}

#[test]
fn many_who_want_an_assembly_are_behind_their_number() {
    let place = Place::new();
    let inputs = ["A", "B", "C", "D", "E"].map(|name| {
        let references = [("mscorlib", 4, TOKEN)];
        put(&place, "bin", name, &library(name, 1, &references))
    });
    for (count, summary) in [(4, None), (5, Some("5 assemblies"))] {
        let store = FileStore::open(&inputs[..count], &[]);
        let library = Library::new(&store);
        let page = deps::html(&Closure::new(&library, Platform::O11), &[]);
        let mut summaries = page.split("<summary>").skip(1);
        let found = summaries.next().and_then(|rest| rest.split('<').next());
        assert_eq!(found, summary);
    }
}

#[test]
fn the_page_is_searched_and_fits() {
    let Some(browser) = Chromium::find("deps") else {
        return;
    };
    let checks = include_str!("report_html/checks.js");
    let page = page(&Place::new());
    let script = "const box = document.getElementById('search');
        const look = async (text) => {
          box.value = text;
          box.dispatchEvent(new Event('input'));
          await settled();
          return {
            rows: [...document.querySelectorAll('#assemblies tbody tr')].filter((row) => !row.hidden).length,
            near: [...document.querySelectorAll('svg a:not(.far)')].map((box) => box.textContent),
          };
        };
        return { all: await look(''), json: await look('jso'), none: await look('nothing'),
          overflowing: overflowing().filter((one) => !/^(rect|path|text|svg|a)\\b|picture|scroll/.test(one)),
          faint: faint(), isHit: top.isHit ?? false };";
    for (width, is_dark) in [(1280, false), (480, true)] {
        let seen = browser.run(
            &page,
            View { width, is_dark },
            &format!("{checks}\n{script}"),
        );
        let all = seen["all"]["near"].as_array().unwrap().len();
        assert_eq!((seen["all"]["rows"].as_u64(), all), (Some(5), 4));
        assert_eq!(
            seen["json"],
            json!({ "rows": 1, "near": ["Json 13.0.0.0"] })
        );
        assert_eq!(seen["none"], json!({ "rows": 0, "near": [] }));
        assert_eq!(seen["overflowing"], json!([]));
        assert_eq!(seen["faint"], json!([]));
        assert_eq!(seen["isHit"], Value::Bool(false));
    }
}

#[test]
fn pictures_are_the_same_graph() {
    let place = Place::new();
    let input = put(
        &place,
        "bin",
        "A",
        &library("A", 1, &[("B", 1, &[]), ("Gone", 2, &[])]),
    );
    put(
        &place,
        "bin",
        "B",
        &library("B", 1, &[("mscorlib", 4, TOKEN)]),
    );
    let store = FileStore::open(&[input], &[]);
    let library = Library::new(&store);
    let closure = Closure::new(&library, Platform::O11);
    let dot = r#"digraph closure {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="sans-serif"];
  n0 [label="A 1.0.0.0"];
  n1 [label="B 1.0.0.0"];
  n2 [label="Gone", color=red, fontcolor=red, style="rounded,dashed"];
  n0 -> n1 [label="1.0.0.0"];
  n0 -> n2 [label="2.0.0.0"];
}
"#;
    assert_eq!(deps::dot(&closure), dot);
    let mermaid = r#"flowchart LR
  n0["A 1.0.0.0"]
  n1["B 1.0.0.0"]
  n2["Gone"]:::missing
  n0 -->|"1.0.0.0"| n1
  n0 -->|"2.0.0.0"| n2
  classDef missing stroke:#d33,stroke-dasharray:4 3
"#;
    assert_eq!(deps::mermaid(&closure), mermaid);
}
