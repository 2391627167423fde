//! System.Reflection.Metadata on .NET 8: it must say the same as our dump for every key that it has.
//!
//! `srm/setup.sh` has the runtime and a compiler for `srm/DumpSrm.cs`, and downloads other packages with assemblies;
//! the files in all of them are compared.

use super::toolset;
use super::{Tally, compare, dump, facts, oracle_said, say};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[test]
fn packages_are_dumped_as_system_reflection_metadata_does() {
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("srm");
    if let Err(reason) = toolset::set_up(
        "tests/differential/srm/setup.sh",
        &[&work, &toolset::folder()],
    ) {
        say(format_args!(
            "not run: the comparison with System.Reflection.Metadata, because {reason}"
        ));
        return;
    }
    let files = std::fs::read_to_string(work.join("files.txt")).unwrap();
    let files: Vec<_> = files.lines().map(PathBuf::from).collect();
    let total = compare(&files, &work.join("dumps"), |batch, out| {
        let mut oracle = Command::new(work.join("dump"));
        oracle.arg("--out").arg(out).args(batch);
        let status = oracle.stderr(Stdio::null()).status().unwrap();
        assert!(status.success(), "the oracle failed: {status}");
        let mut tally = Tally::default();
        for file in batch {
            tally.add(compare_file(file, &oracle_said(out, file)));
        }
        tally
    });
    total.settle("System.Reflection.Metadata");
}

/// The kinds of records that the oracle prints.
const KINDS: [&str; 8] = [
    "assembly", "asmref", "type", "field", "method", "property", "event", "exported",
];

fn compare_file(file: &Path, theirs: &str) -> Tally {
    let ours = dump(file, &[]);
    let mut tally = Tally {
        files: 1,
        ..Tally::default()
    };
    let mut ours = ours.lines().filter(|line| KINDS.contains(&kind(line)));
    let mut theirs = theirs
        .lines()
        .filter(|line| !matches!(kind(line), "file" | "end"));
    loop {
        let difference = match (ours.next(), theirs.next()) {
            (None, None) => return tally,
            (Some(ours), Some(theirs)) => {
                tally.records += 1;
                tally.facts += facts(theirs);
                if is_subset(&parse(theirs), &parse(ours)) {
                    continue;
                }
                format!("ours:   {ours}\n  theirs: {theirs}")
            }
            (ours, theirs) => format!("ours:   {ours:?}\n  theirs: {theirs:?}"),
        };
        let text = format!("{}\n  {difference}", file.display());
        tally.differences.push(text);
    }
}

/// The kind of a record.
fn kind(line: &str) -> &str {
    let kind = line.strip_prefix(r#"{"k":""#).unwrap_or_default();
    kind.split('"').next().unwrap_or_default()
}

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

/// Whether `ours` has everything that `theirs` has.
fn is_subset(theirs: &Value, ours: &Value) -> bool {
    match (theirs, ours) {
        (Value::Object(theirs), Value::Object(ours)) => theirs
            .iter()
            .all(|(key, theirs)| ours.get(key).is_some_and(|ours| is_subset(theirs, ours))),
        (Value::Array(theirs), Value::Array(ours)) => {
            let mut pairs = theirs.iter().zip(ours);
            theirs.len() == ours.len() && pairs.all(|(theirs, ours)| is_subset(theirs, ours))
        }
        _ => theirs == ours,
    }
}
