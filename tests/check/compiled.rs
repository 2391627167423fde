//! Packages made from C#: one for each rule about a library, in `libraries.cs`.

use super::archive::zip;
use super::toolset;
use dllift::check::{Report, check_archive};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Sections whose assembly other tests use: it is kept, as the compiler made it.
const KEPT: &[(&str, &str)] = &[
    ("everything_is_fine", "testdata/odc/fine"),
    ("old_framework", "testdata/odc/old"),
    ("constructors", "testdata/odc/warned"),
];

/// Sections that the fuzz target begins with.
const SEEDS: &[&str] = &[
    "everything_is_fine",
    "inherited_implementation",
    "private_members",
    "unsupported_types",
    "asynchronous",
    "data_types",
    "characters",
    "defaults",
    "doubtful_lists",
    "lists_of_themselves",
    "no_actions",
    "statics",
    "case",
];

const SDK: &str = "OutSystems.ExternalLibraries.SDK.dll";

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

fn manifest(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compiles all sections of `libraries.cs` into folders of `out`: one start of the compiler for the SDK, one
/// for the program that compiles the rest, and that program.
fn compile(toolset: &Path, out: &Path) {
    let sdk = out.join(SDK);
    run(Command::new(toolset.join("csc"))
        .args(["-target:library", "-nullable-", "-deterministic"])
        .arg(format!("-out:{}", sdk.display()))
        .arg(manifest("testdata/odc-sdk-stub/Sdk.cs")));
    let roslyn = toolset.join("roslyn");
    let batch = roslyn.join("Batch.dll");
    let mut compiler = Command::new(toolset.join("csc"));
    compiler.args(["-target:exe", "-langversion:latest", "-nowarn:1701,1702"]);
    for name in [
        "Microsoft.CodeAnalysis.dll",
        "Microsoft.CodeAnalysis.CSharp.dll",
    ] {
        compiler.arg(format!("-r:{}", roslyn.join(name).display()));
    }
    run(compiler
        .arg(format!("-out:{}", batch.display()))
        .arg(manifest("tests/check/Batch.cs")));
    let framework = fs::read_to_string(roslyn.join("framework.rsp")).unwrap();
    let framework = framework.split('"').nth(1).unwrap();
    run(Command::new(toolset.join("run"))
        .args([&batch, Path::new(framework).parent().unwrap(), out, &sdk])
        .arg(manifest("tests/check/libraries.cs")));
}

/// The ZIP archive of a section: its assemblies, the SDK, and perhaps one file more.
fn package(out: &Path, section: &str, more: Option<(&str, &str)>) -> Vec<u8> {
    let mut files = BTreeMap::from([(SDK.to_owned(), fs::read(out.join(SDK)).unwrap())]);
    for entry in fs::read_dir(out.join(section)).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            files.insert(name, fs::read(path).unwrap());
        }
    }
    files.extend(more.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    let files: Vec<_> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    zip(&files)
}

fn codes(report: &Report) -> Vec<&str> {
    let codes = report.findings.iter().map(|finding| finding.code.as_str());
    codes
        .map(|code| code.trim_start_matches("OS-ELG-MODL-"))
        .collect()
}

fn shown(section: &str, report: &Report) -> String {
    let mut text = format!("{section}\n");
    for finding in &report.findings {
        let place = [&finding.file, &finding.id].map(String::as_str);
        let place = place.into_iter().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(" ");
        writeln!(text, "    {} [{place}] {}", finding.code, finding.message).unwrap();
    }
    text
}

#[test]
fn every_section_has_its_findings_and_no_others() {
    let toolset = toolset::folder();
    if let Err(reason) = toolset::set_up("tests/support/toolset/setup.sh", &[&toolset]) {
        toolset::say(format_args!(
            "not run: {reason} (checks of compiled packages)"
        ));
        return;
    }
    let out = tempfile::tempdir().unwrap();
    compile(&toolset, out.path());
    let sections = fs::read_to_string(manifest("tests/check/libraries.cs")).unwrap();
    let sections = sections
        .lines()
        .filter_map(|line| line.strip_prefix("==== "));
    let (mut all, mut wrong) = (String::new(), String::new());
    let mut seen = BTreeSet::new();
    for section in sections {
        let (name, expected) = section.split_once(':').unwrap();
        let report = check_archive(package(out.path(), name, None)).unwrap();
        let expected: Vec<_> = expected.split_whitespace().collect();
        let text = shown(name, &report);
        all.push_str(&text);
        if codes(&report) != expected {
            writeln!(wrong, "expected {expected:?} of {text}").unwrap();
        }
        seen.extend(expected);
    }
    assert!(wrong.is_empty(), "{wrong}");
    let elsewhere = ["27", "28", "29"];
    let decided = (1..=29).map(|number| format!("050{number:02}"));
    for code in decided.filter(|code| !elsewhere.iter().any(|end| code.ends_with(end))) {
        assert!(seen.contains(code.as_str()), "no package has {code}");
    }
    insta::assert_snapshot!("findings", all);
    // What the assembly does not say itself, the file beside it does.
    for (version, expected) in [("10", &[][..]), ("6", &["05001"])] {
        let json = format!(
            r#"{{"runtimeTarget": {{"name": ".NETCoreApp,Version=v{version}.0/linux-x64"}}}}"#
        );
        let more = Some(("Vendor.deps.json", json.as_str()));
        let package = package(out.path(), "unknown_framework", more);
        assert_eq!(codes(&check_archive(package).unwrap()), expected);
    }
    for (section, folder) in KEPT {
        for name in ["Vendor.dll", SDK] {
            let made = match name {
                SDK => out.path().join(SDK),
                _ => out.path().join(section).join(name),
            };
            keep(&made, &manifest(folder).join(name));
        }
    }
    for section in SEEDS {
        let made = out.path().join(section).join("Vendor.dll");
        keep(&made, &manifest("fuzz/corpus/check").join(section));
    }
}

/// Compares what was made with what is kept; `BLESS=1` keeps it.
fn keep(made: &Path, kept: &Path) {
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(kept.parent().unwrap()).unwrap();
        fs::copy(made, kept).unwrap();
    }
    let [made, bytes] = [made, kept].map(|path| fs::read(path).unwrap());
    assert!(
        made == bytes,
        "{} differs; BLESS=1 rewrites it",
        kept.display()
    );
}
