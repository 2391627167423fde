//! Mono.Cecil: its dump must be ours byte for byte, but for the lines that [`EXPLAINED`] has.
//!
//! `MONO_LIB` names the library folder of the mono installation, `/usr/lib/mono` if it is not set.

use super::installed::distinct_files;
use super::{Tally, compare, dump, facts, oracle_said, say};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A difference in which Cecil is wrong.
struct Explained {
    /// End of the file's name.
    file: &'static str,
    /// What the line of Cecil has in it.
    theirs: &'static str,
    /// What our line has in it.
    ours: &'static str,
    /// The proof.
    #[expect(dead_code, reason = "for people")]
    reason: &'static str,
}

const EXPLAINED: &[Explained] = &[
    Explained {
        file: "Signatures.dll",
        theirs: r#""n":"rankone","flags":"0006","t":"int32[]""#,
        ours: r#""n":"rankone","flags":"0006","t":"int32[...]""#,
        reason: "the signature says ARRAY with rank 1 and no bounds, which is another type than SZARRAY",
    },
    Explained {
        file: "Attributes.dll",
        theirs: r#""undecoded":"NotImplementedException""#,
        ours: r#""t":"enum Outer`1/Inner""#,
        reason: "Cecil cannot decode enums that are nested in generic types",
    },
    Explained {
        file: "Attributes.dll",
        theirs: r#""const":{"t":"string","v":"\ufffdx\u0000"}"#,
        ours: r#""const":{"t":"string","v":"\udc00x\u0000"}"#,
        reason: "the blob begins with 00 dc; Cecil replaces UTF-16 that is not well formed",
    },
    Explained {
        file: "Attributes.dll",
        theirs: r#""undecoded":3"#,
        ours: r#""undecoded":0"#,
        reason: "the count of the attributes above",
    },
    Explained {
        file: "Mono.Data.Sqlite.dll",
        theirs: r#""blob":"0100010000","args":[]"#,
        ours: r#""args":[{"t":"enum System.Security.SecurityRuleSet","v":"1"}]"#,
        reason: "the constructor has a parameter; its enum is missing in mono's mscorlib 2.0, and is a byte",
    },
];

/// Compares what Cecil and we say of `file`; `name` is what its first record says.
fn compare_file(file: &Path, theirs: &str, dirs: &[PathBuf]) -> Tally {
    let ours = dump(file, dirs);
    let name = file.to_string_lossy();
    let mut tally = Tally {
        files: 1,
        records: theirs.lines().count(),
        facts: theirs.lines().map(facts).sum(),
        ..Tally::default()
    };
    if ours == theirs {
        return tally;
    }
    for (ours, theirs) in ours.lines().zip(theirs.lines()) {
        let explains = |row: &Explained| {
            name.ends_with(row.file) && theirs.contains(row.theirs) && ours.contains(row.ours)
        };
        if ours == theirs {
            continue;
        } else if EXPLAINED.iter().any(explains) {
            tally.explained += 1;
        } else {
            let text = format!("{name}\n  ours:   {ours}\n  theirs: {theirs}");
            tally.differences.push(text);
        }
    }
    let ours = ours.lines().count();
    if ours != tally.records {
        let text = format!("{name}: {ours} lines instead of {}", tally.records);
        tally.differences.push(text);
    }
    tally
}

/// What Cecil says of them is in testdata/dump, made there by `OracleCecil.exe --dirs MONO/4.5 X.dll > dump/X.jsonl`, so
/// that machines without mono compare it, too.
#[test]
fn small_files_are_dumped_as_cecil_does() {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let mut total = Tally::default();
    for name in ["Signatures", "Attributes"] {
        let file = testdata.join(name).with_extension("dll");
        let theirs = testdata.join("dump").join(name).with_extension("jsonl");
        let theirs = std::fs::read_to_string(theirs).unwrap();
        // The first record has the path, which was another one then.
        let (_, theirs) = theirs.split_once('\n').unwrap();
        let first = format!("{{\"k\":\"file\",\"path\":{:?}}}", file.to_string_lossy());
        total.add(compare_file(&file, &format!("{first}\n{theirs}"), &[]));
    }
    total.settle("Mono.Cecil, small files");
}

#[test]
fn mono_is_dumped_as_cecil_does() {
    let library = std::env::var("MONO_LIB").unwrap_or_else(|_| "/usr/lib/mono".into());
    let library = Path::new(&library);
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cecil");
    std::fs::create_dir_all(&work).unwrap();
    let Some(oracle) = build_oracle(library, &work) else {
        assert!(std::env::var_os("CI").is_none(), "mono is missing");
        say("not run: the comparison with Mono.Cecil, because mono, mcs or Mono.Cecil is missing");
        return;
    };
    let dirs = [library.join("4.5"), library.join("4.5/Facades")];
    let files = distinct_files(library);
    let total = compare(&files, &work, |batch, out| {
        ask(&oracle, out, &dirs, batch);
        let mut tally = Tally::default();
        for file in batch {
            tally.add(compare_file(file, &oracle_said(out, file), &dirs));
        }
        tally
    });
    total.settle("Mono.Cecil");
}

/// Compiles the oracle next to a copy of mono's newest Cecil; `None` where there is no Cecil or no mcs.
fn build_oracle(library: &Path, work: &Path) -> Option<PathBuf> {
    let entries = std::fs::read_dir(library.join("gac/Mono.Cecil")).ok()?;
    let folders = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let cecil = folders
        .max_by_key(|folder| version(folder))?
        .join("Mono.Cecil.dll");
    std::fs::copy(&cecil, work.join("Mono.Cecil.dll")).unwrap();
    let program = work.join("OracleCecil.exe");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differential/OracleCecil.cs");
    let mut mcs = Command::new("mcs");
    mcs.args(["-nologo", "-optimize"]).arg(source);
    mcs.arg(format!("-r:{}", cecil.display()))
        .arg(format!("-out:{}", program.display()));
    let status = mcs.status().ok()?;
    assert!(status.success(), "the oracle does not compile");
    Some(program)
}

/// The version with which the name of a folder of the assembly cache begins: `0.11.0.0__0738eb9f132ed756`.
fn version(folder: &Path) -> Vec<u32> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let version = name.split('_').next().unwrap_or_default();
    version
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect()
}

/// Lets Cecil dump `files` into the folder `out`.
fn ask(oracle: &Path, out: &Path, dirs: &[PathBuf], files: &[PathBuf]) {
    let dirs: Vec<_> = dirs.iter().map(|dir| dir.to_string_lossy()).collect();
    let mut mono = Command::new("mono");
    mono.arg(oracle)
        .arg("--out")
        .arg(out)
        .args(["--dirs", &dirs.join(":"), "--list"]);
    let mono = mono.stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut mono = mono.unwrap();
    let mut list = mono.stdin.take().unwrap();
    for file in files {
        writeln!(list, "{}", file.display()).unwrap();
    }
    drop(list);
    mono.wait().unwrap();
}
