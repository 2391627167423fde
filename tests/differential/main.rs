//! The dump against another implementation: Mono.Cecil reads the same files, and the two must say the same
//! byte for byte, but for the differences that [`EXPLAINED`] lists.
//!
//! What Cecil says of the small files is kept in `testdata/dump`. The comparison with every assembly of a
//! mono installation needs mono and mcs: `cargo test --release --test differential -- --ignored`.
//! `MONO_LIB` names the installation's library folder, `/usr/lib/mono` if it is not set.

#[path = "../../examples/dump/references.rs"]
mod references;

use dllift::clr::{Assembly, AssemblySet};
use dllift::emit::dump;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
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

/// The lines in which the dump of `file` differs from `theirs` without an explanation.
fn differences(file: &Path, name: &str, theirs: &str, dirs: &[PathBuf]) -> Vec<String> {
    let images = references::images(file, dirs).unwrap();
    let assemblies = images.iter().map(|bytes| Assembly::parse(bytes).unwrap());
    let set = AssemblySet::new(assemblies.collect());
    let mut ours = Vec::new();
    dump::json(&set.assemblies()[0], name, Some(&set), &mut ours).unwrap();
    let ours = String::from_utf8(ours).unwrap();
    if ours == theirs {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (ours, theirs) in ours.lines().zip(theirs.lines()) {
        let explains = |row: &Explained| {
            name.ends_with(row.file) && theirs.contains(row.theirs) && ours.contains(row.ours)
        };
        if ours != theirs && !EXPLAINED.iter().any(explains) {
            found.push(format!("{name}\n  ours:   {ours}\n  theirs: {theirs}"));
        }
    }
    let counts = (ours.lines().count(), theirs.lines().count());
    if counts.0 != counts.1 {
        found.push(format!(
            "{name}: {} lines instead of {}",
            counts.0, counts.1
        ));
    }
    found
}

#[test]
fn small_files_are_dumped_as_cecil_does() {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    for name in ["Signatures", "Attributes"] {
        let theirs = testdata.join("dump").join(name).with_extension("jsonl");
        let theirs = std::fs::read_to_string(theirs).unwrap();
        let name = format!("{name}.dll");
        let found = differences(&testdata.join(&name), &name, &theirs, &[]);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
#[ignore = "needs mono, and takes minutes"]
fn mono_is_dumped_as_cecil_does() {
    let library = std::env::var("MONO_LIB").unwrap_or_else(|_| "/usr/lib/mono".into());
    let library = Path::new(&library);
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cecil");
    std::fs::create_dir_all(&work).unwrap();
    let Some(oracle) = build_oracle(library, &work) else {
        println!("not compared: mcs or Mono.Cecil is missing");
        return;
    };
    let dirs = [library.join("4.5"), library.join("4.5/Facades")];
    let files = distinct_files(library);
    let (mut lines, mut found) = (0, Vec::new());
    for batch in files.chunks(20) {
        let dumps = ask(&oracle, &work.join("dumps"), &dirs, batch);
        for (file, theirs) in batch.iter().zip(dumps) {
            lines += theirs.lines().count();
            found.extend(differences(file, &file.to_string_lossy(), &theirs, &dirs));
        }
    }
    println!(
        "{} files, {lines} records, {} differences",
        files.len(),
        found.len()
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
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

/// The DLLs and EXEs under `library`, one for each content.
fn distinct_files(library: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![library.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let is_image = path.extension().is_some_and(|e| e == "dll" || e == "exe");
            if entry.file_type().unwrap().is_dir() {
                folders.push(path);
            } else if is_image && let Ok(path) = path.canonicalize() {
                files.push(path);
            }
        }
    }
    files.sort();
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(Sha256::digest(std::fs::read(file).unwrap())));
    files
}

/// What Cecil says of each of `files`.
fn ask(oracle: &Path, out: &Path, dirs: &[PathBuf], files: &[PathBuf]) -> Vec<String> {
    let _ = std::fs::remove_dir_all(out);
    let dirs: Vec<_> = dirs.iter().map(|dir| dir.to_string_lossy()).collect();
    let mut mono = Command::new("mono");
    mono.arg(oracle)
        .arg("--out")
        .arg(out)
        .args(["--dirs", &dirs.join(":"), "--list"]);
    let mono = mono.stdin(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut mono = mono.unwrap();
    let mut list = mono.stdin.take().unwrap();
    files
        .iter()
        .for_each(|file| writeln!(list, "{}", file.display()).unwrap());
    drop(list);
    mono.wait().unwrap();
    let keep = |c: char| {
        if c.is_alphanumeric() || "._-".contains(c) {
            c
        } else {
            '_'
        }
    };
    let dump = |file: &PathBuf| {
        let path = file.to_string_lossy();
        let parts = path.trim_start_matches(['/', '.']).split('/');
        let parts: Vec<String> = parts.map(|part| part.chars().map(keep).collect()).collect();
        let name = format!("{}.jsonl", parts.join("+"));
        std::fs::read_to_string(out.join(name)).unwrap_or_default()
    };
    files.iter().map(dump).collect()
}
