//! The promises of a translation that hold for every library: each public member is accounted for, every
//! name can be defined in OutSystems, and structures come after those that they are made of.

#![allow(
    clippy::duplicate_mod,
    reason = "two of the helpers say by the same module that a test cannot run"
)]

#[path = "support/installed.rs"]
mod installed;
#[path = "support/libraries.rs"]
mod libraries;
#[path = "support/sdk.rs"]
mod sdk;
#[path = "support/toolset.rs"]
mod toolset;

use dllift::clr::{FileStore, Library};
use dllift::emit::o11;
use dllift::extension::{Coverage, DataType, Extension, MemberState, Profile, PublicMember};
use dllift::translate::{CATALOGUE, Config, Options, Translation, translate};
use sdk::Sdk;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use toolset::say;

const LONGEST_NAME: usize = 50;
const LONGEST_COLUMN: usize = 28;

/// Why OutSystems cannot have a member: it needs a delegate, a pointer or the like, or an open generic.
const IMPOSSIBLE: &[&str] = &["DL1001", "DL1002", "DL1003", "DL1004", "DL1005", "DL1007"];

/// Libraries as people have them, by the names of their folders in mono's assembly cache.
const ORDINARY: &[&str] = &[
    "ICSharpCode.SharpZipLib",
    "Mono.Cecil",
    "Mono.Data.Sqlite",
    "Mono.Posix",
    "System.Net.Http",
    "System.Xml",
];

fn translated(path: &Path, references: &[PathBuf], profile: Profile) -> Translation {
    let store = FileStore::open(&[path.to_path_buf()], references);
    let config = Config {
        profile,
        ..Config::default()
    };
    let options = Options {
        config,
        ..Options::default()
    };
    translate(&Library::new(&store), &options)
}

/// Everything that is wrong with the translation of one library.
#[derive(Default)]
struct Complaints(Vec<String>);

impl Complaints {
    fn expect(&mut self, holds: bool, complaint: impl FnOnce() -> String) {
        if !holds {
            self.0.push(complaint());
        }
    }

    fn accounting(&mut self, translation: &Translation) {
        let extension = &translation.extension;
        let coverage = extension.coverage;
        let count = |state| {
            extension
                .members
                .iter()
                .filter(|m| m.state == state)
                .count()
        };
        let counts = [
            (coverage.translated, count(MemberState::Translated)),
            (coverage.absorbed, count(MemberState::Absorbed)),
            (coverage.skipped, count(MemberState::Skipped)),
            (coverage.public, extension.members.len()),
        ];
        self.expect(counts.iter().all(|(said, is)| said == is), || {
            format!("the coverage {coverage:?} is not that of the members")
        });

        let actions = extension.actions.iter().map(|action| action.name.as_str());
        let actions: HashSet<&str> = actions.collect();
        let attributes = extension.structures.iter().flat_map(|structure| {
            let attributes = structure.attributes.iter();
            attributes.map(|attribute| format!("{}.{}", structure.name, attribute.name))
        });
        let columns = extension.entities.iter().flat_map(|entity| {
            let attributes = entity.attributes.iter();
            attributes.map(|attribute| format!("{}.{}", entity.name, attribute.name))
        });
        let attributes: HashSet<String> = attributes.chain(columns).collect();
        let structures = extension.structures.iter().map(|s| s.name.as_str());
        let structures: HashSet<&str> = structures.collect();
        let diagnostics = extension.diagnostics.iter();
        let diagnostics: HashSet<(&str, &str)> = diagnostics
            .map(|diagnostic| (diagnostic.code.as_str(), diagnostic.id.as_str()))
            .collect();
        for member in &extension.members {
            let is_known = |by: &String| match member.state {
                MemberState::Translated => actions.contains(by.as_str()),
                MemberState::Absorbed => {
                    actions.contains(by.as_str())
                        || structures.contains(by.as_str())
                        || attributes.contains(by)
                        || by.starts_with("T:")
                }
                MemberState::Skipped => {
                    CATALOGUE.iter().any(|row| row.code == by)
                        && diagnostics.contains(&(by.as_str(), member.id.as_str()))
                }
            };
            self.expect(
                !member.by.is_empty() && member.by.iter().all(is_known),
                || format!("{member:?} names something that does not exist"),
            );
        }
        self.actions_of_members(extension);
        self.expect(extension.actions.len() == translation.calls.len(), || {
            "actions and calls are not parallel".to_owned()
        });
        let plans = translation.structures.len();
        self.expect(extension.structures.len() == plans, || {
            "structures and their plans are not parallel".to_owned()
        });
    }

    /// Each action is the work of exactly one member.
    fn actions_of_members(&mut self, extension: &Extension) {
        let members = extension.members.iter();
        let members = members.filter(|member| member.state == MemberState::Translated);
        let pairs = members.flat_map(|member: &PublicMember| {
            let names = member.by.iter();
            names.map(|name| (name.as_str(), member.id.as_str()))
        });
        let mut owners: HashMap<&str, &str> = HashMap::new();
        for (name, id) in pairs {
            let other = owners.insert(name, id);
            self.expect(other.is_none(), || {
                format!("{name} is of {id} and {other:?}")
            });
        }
        for action in &extension.actions {
            let owner = owners.get(action.name.as_str());
            self.expect(owner == Some(&action.member.id.as_str()), || {
                format!(
                    "{} is of {owner:?}, not of {}",
                    action.name, action.member.id
                )
            });
        }
    }

    fn names<'n>(&mut self, of: &str, names: impl Iterator<Item = &'n str>) {
        let mut seen = HashSet::new();
        for name in names {
            let mut chars = name.chars();
            let is_valid = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
                && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
                && name.len() <= LONGEST_NAME;
            self.expect(is_valid, || format!("{of}: {name} is no OutSystems name"));
            let is_free = seen.insert(name.to_ascii_lowercase());
            self.expect(is_free, || format!("{of}: {name} is there twice"));
        }
    }

    fn definition(&mut self, extension: &Extension) {
        let actions = extension.actions.iter().map(|action| action.name.as_str());
        self.names("actions", actions);
        let structures = extension.structures.iter().map(|s| s.name.as_str());
        self.names("structures", structures);
        let entities = extension.entities.iter().map(|entity| entity.name.as_str());
        let structures = extension.structures.iter().map(|s| s.name.as_str());
        self.names("entities and structures", entities.chain(structures));
        for entity in &extension.entities {
            let names = entity.attributes.iter().map(|a| a.name.as_str());
            let longest = names.clone().map(str::len).max();
            self.expect(
                longest.is_some_and(|longest| longest <= LONGEST_COLUMN),
                || {
                    format!(
                        "{}: the longest name has {longest:?} characters",
                        entity.name
                    )
                },
            );
            self.names(&entity.name, names);
        }
        for action in &extension.actions {
            let parameters = action.inputs.iter().chain(&action.outputs);
            let names = parameters.clone().map(|parameter| parameter.name.as_str());
            self.names(&action.name, names);
        }
        let mut defined: HashSet<&str> = HashSet::new();
        for structure in &extension.structures {
            let names = structure.attributes.iter().map(|a| a.name.as_str());
            self.names(&structure.name, names);
            for attribute in &structure.attributes {
                let used = used_structure(&attribute.data_type);
                self.expect(used.is_none_or(|used| defined.contains(used)), || {
                    format!("{} uses {used:?} before it is defined", structure.name)
                });
            }
            defined.insert(&structure.name);
        }
        for action in &extension.actions {
            for parameter in action.inputs.iter().chain(&action.outputs) {
                let used = used_structure(&parameter.data_type);
                self.expect(used.is_none_or(|used| defined.contains(used)), || {
                    format!("{} uses {used:?}, which is not defined", action.name)
                });
            }
        }
    }
}

/// The structure that a value of the type is made of.
fn used_structure(data_type: &DataType) -> Option<&str> {
    match data_type {
        DataType::Structure { name } => Some(name),
        DataType::List { of } => used_structure(of),
        _ => None,
    }
}

/// What the translations of many files come to.
#[derive(Default)]
struct Totals {
    files: usize,
    coverage: Coverage,
    /// How many members are skipped, by the code of the reason.
    reasons: BTreeMap<String, usize>,
    complaints: Vec<String>,
}

/// How many members are skipped, by the code of the reason.
fn reasons(extension: &Extension) -> BTreeMap<String, usize> {
    let mut reasons = BTreeMap::new();
    let members = extension.members.iter();
    let skipped = members.filter(|member| member.state == MemberState::Skipped);
    for code in skipped.flat_map(|member| &member.by) {
        *reasons.entry(code.clone()).or_default() += 1;
    }
    reasons
}

impl Totals {
    fn of(path: &Path, profile: Profile) -> Self {
        let translation = translated(path, &[], profile);
        let mut complaints = Complaints::default();
        complaints.accounting(&translation);
        // It has all that the extension itself has.
        complaints.definition(o11::lower(&translation.extension).extension());
        let lines = complaints.0.into_iter();
        let lines = lines.map(|line| format!("{}: {line}", path.display()));
        Self {
            files: 1,
            coverage: translation.extension.coverage,
            reasons: reasons(&translation.extension),
            complaints: lines.collect(),
        }
    }

    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.coverage = [self.coverage, other.coverage].into_iter().sum();
        for (code, count) in other.reasons {
            *self.reasons.entry(code).or_default() += count;
        }
        self.complaints.extend(other.complaints);
    }

    /// The reasons, the most frequent first: `DL1001 12, DL1005 3`.
    fn reasons(&self) -> String {
        let mut reasons: Vec<_> = self.reasons.iter().collect();
        reasons.sort_by_key(|(_, count)| Reverse(**count));
        let reasons = reasons
            .iter()
            .map(|(code, count)| format!("{code} {count}"));
        reasons.collect::<Vec<_>>().join(", ")
    }
}

/// Translates each of `paths` by itself, and says what it came to; `what` they are is for people.
fn check(what: &str, paths: &[PathBuf], profile: Profile) {
    let open = Mutex::new(paths.iter());
    let totals = Mutex::new(Totals::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some(path) = open.lock().unwrap().next() else {
                        return;
                    };
                    let found = Totals::of(path, profile);
                    totals.lock().unwrap().add(found);
                }
            });
        }
    });
    let totals = totals.into_inner().unwrap();
    let (files, coverage) = (totals.files, totals.coverage);
    say(format_args!(
        "{what}, profile {profile:?}: {files} files, {coverage}: {}",
        totals.reasons()
    ));
    let parts = coverage.translated + coverage.absorbed + coverage.skipped;
    assert!(coverage.public > 0 && coverage.public == parts);
    assert!(
        totals.complaints.is_empty(),
        "{} complaints:\n{}",
        totals.complaints.len(),
        totals.complaints.join("\n")
    );
}

#[test]
fn test_data_adds_up() {
    let testdata = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let dlls = libraries::dlls(&testdata);
    check("test data", &dlls, Profile::Structured);
    check("test data", &dlls, Profile::Wizard);
}

#[test]
fn every_assembly_of_mono_adds_up() {
    let Some(lib) = libraries::mono_lib("accounting") else {
        return;
    };
    let files = installed::distinct_files(lib.parent().unwrap());
    assert!(files.len() > 1_000, "only {} files", files.len());
    check("mono", &files, Profile::Structured);
    check("mono", &files, Profile::Wizard);
}

#[test]
fn every_assembly_of_the_packages_adds_up() {
    let work = Path::new(env!("CARGO_TARGET_TMPDIR")).join("srm");
    let folders = [&*work, &*toolset::folder()];
    if let Err(reason) = toolset::set_up("tests/differential/srm/setup.sh", &folders) {
        say(format_args!(
            "not run: the accounting of downloaded packages, because {reason}"
        ));
        return;
    }
    let files = std::fs::read_to_string(work.join("files.txt")).unwrap();
    let files: Vec<_> = files.lines().map(PathBuf::from).collect();
    check("packages", &files, Profile::Structured);
    check("packages", &files, Profile::Wizard);
}

/// What programs of F# and Visual Basic are linked to, and a large program of F#.
#[test]
fn libraries_of_other_languages_add_up() {
    let Some(sdk) = Sdk::find("accounting") else {
        return;
    };
    let basic = "packs/Microsoft.NETCore.App.Ref/3.1.0/ref/netcoreapp3.1";
    let basic = sdk.folder().join("dotnet-root").join(basic);
    let files = [
        sdk.f_sharp().join("FSharp.Core.dll"),
        sdk.f_sharp().join("FSharp.Compiler.Private.dll"),
        basic.join("Microsoft.VisualBasic.dll"),
        basic.join("Microsoft.VisualBasic.Core.dll"),
    ];
    check("languages", &files, Profile::Structured);
    check("languages", &files, Profile::Wizard);
}

/// At least 95 % of the members that OutSystems can have.
#[test]
fn most_of_ordinary_libraries_is_translated() {
    let Some(lib) = libraries::mono_lib("coverage") else {
        return;
    };
    let cache = lib.parent().unwrap().join("gac");
    let mut names = 0;
    for name in ORDINARY {
        let files = installed::distinct_files(&cache.join(name));
        names += usize::from(!files.is_empty());
        for file in files
            .iter()
            .filter(|file| file.extension().unwrap() == "dll")
        {
            let references = [lib.clone(), lib.join("Facades")];
            let extension = translated(file, &references, Profile::Structured).extension;
            let coverage = extension.coverage;
            let reasons = reasons(&extension);
            let impossible = IMPOSSIBLE.iter().filter_map(|code| reasons.get(*code));
            let possible = coverage.public - impossible.sum::<usize>();
            let covered = coverage.translated + coverage.absorbed;
            let share = 100.0 * covered as f64 / possible as f64;
            say(format_args!(
                "{name}: {covered} of {possible} members, {share:.1} %"
            ));
            assert!(possible > 300 && share >= 95.0, "{coverage}: {reasons:?}");
        }
    }
    assert_eq!(names, ORDINARY.len());
}
