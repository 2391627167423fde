//! The dump against other implementations: Mono.Cecil and System.Reflection.Metadata read the same files
//! and print the same records. Nothing may differ but what the lists of explanations have, each with the
//! proof that the other side is wrong or says the same in other words.
//!
//! What Cecil says of the small files is kept in `testdata/dump`. The comparison with all assemblies of a
//! mono installation needs mono and mcs; that with System.Reflection.Metadata downloads packages. What
//! cannot run says so in one line on standard error, and passes; without mono it fails where `CI` is set.

mod cecil;
#[path = "../support/installed.rs"]
mod installed;
mod srm;
#[path = "../support/toolset.rs"]
mod toolset;

use dllift::clr::{FileStore, Library};
use dllift::emit::dump;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use toolset::say;

/// What a comparison came to.
#[derive(Default)]
struct Tally {
    files: usize,
    records: usize,
    facts: usize,
    explained: usize,
    /// A text for each difference without an explanation.
    differences: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.records += other.records;
        self.facts += other.facts;
        self.explained += other.explained;
        self.differences.extend(other.differences);
    }

    /// Says how it went, and fails if there are differences.
    fn settle(self, with: &str) {
        let (files, records, facts) = (self.files, self.records, self.facts);
        let (differences, explained) = (self.differences.len(), self.explained);
        say(format_args!(
            "compared with {with}: {files} files, {records} records, {facts} facts, \
             {differences} differences, {explained} explained"
        ));
        let first: Vec<_> = self.differences.into_iter().take(20).collect();
        assert!(differences == 0, "{}", first.join("\n"));
    }
}

/// Our dump of `file`, with the assemblies beside it and in `dirs` at hand.
fn dump(file: &Path, dirs: &[PathBuf]) -> String {
    let store = FileStore::open(&[file.to_owned()], dirs);
    let library = Library::new(&store);
    let mut out = Vec::new();
    match library.inputs().next() {
        Some(input) => {
            let name = file.to_string_lossy();
            dump::json(input.assembly(), &name, Some(library.set()), &mut out).unwrap();
        }
        None => panic!("{} was refused: {:?}", file.display(), store.problems()),
    }
    String::from_utf8(out).unwrap()
}

/// The facts in a line of JSON: the keys of all its objects but the kind.
fn facts(line: &str) -> usize {
    // A quote before a colon ends a key, unless it is an escaped one of a string.
    let ends = line.as_bytes().windows(3);
    let keys = ends.filter(|end| end[1..] == *b"\":" && end[0] != b'\\');
    keys.count().saturating_sub(1)
}

/// Lets two threads `compare` batches of `files`, each in a folder of its own in `work`.
fn compare(
    files: &[PathBuf],
    work: &Path,
    compare: impl Fn(&[PathBuf], &Path) -> Tally + Sync,
) -> Tally {
    let batches = Mutex::new(files.chunks(40).enumerate());
    let total = Mutex::new(Tally::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((number, batch)) = batches.lock().unwrap().next() else {
                        return;
                    };
                    let folder = work.join(number.to_string());
                    let tally = compare(batch, &folder);
                    let _ = std::fs::remove_dir_all(&folder);
                    total.lock().unwrap().add(tally);
                }
            });
        }
    });
    total.into_inner().unwrap()
}

/// What an oracle wrote about `file` into the folder `out`: a file named by the path, `+` for `/`.
fn oracle_said(out: &Path, file: &Path) -> String {
    let path = file.to_string_lossy();
    let name = path
        .trim_start_matches(['/', '.'])
        .chars()
        .map(|c| match c {
            '/' => '+',
            c if c.is_alphanumeric() || "._-".contains(c) => c,
            _ => '_',
        });
    let name: Vec<char> = name.collect();
    let name: String = name[name.len().saturating_sub(200)..].iter().collect();
    let path = out.join(name + ".jsonl");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
