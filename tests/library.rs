//! From paths to assemblies: what is opened, in which order, and what is said of the rest.

mod support;

use dllift::clr::{FileProblem, FileProblemKind, FileStore, Library};
use std::path::PathBuf;
use support::{Place, module, native_pe, testdata};

const BANKING: &str = "Banking.dll";
const CONTRACTS: &str = "Banking.Contracts.dll";
const MORTGAGE: &str = "MortgageLib.dll";

fn open(inputs: &[PathBuf]) -> FileStore {
    FileStore::open(inputs, &[])
}

/// Names of the assemblies, those of inputs with a star.
fn names(store: &FileStore) -> Vec<String> {
    let library = Library::new(store);
    let files = library
        .set()
        .assemblies()
        .iter()
        .map(|of| library.file(of).unwrap());
    let star = |is_input| if is_input { "*" } else { "" };
    files
        .map(|file| format!("{}{}", file.assembly().name(), star(file.is_input())))
        .collect()
}

fn only(problems: &[FileProblem]) -> &FileProblem {
    match problems {
        [problem] => problem,
        _ => panic!("{problems:#?}"),
    }
}

#[test]
fn a_reference_is_found_beside_the_input() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    place.put(CONTRACTS, testdata(CONTRACTS));
    place.put(MORTGAGE, testdata(MORTGAGE));
    let store = open(&[banking]);
    assert!(store.problems().is_empty());
    assert_eq!(names(&store), ["Banking*", "Banking.Contracts"]);
}

#[test]
fn a_reference_is_found_in_a_reference_folder_in_any_case() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    place.put("refs/BANKING.contracts.DLL", testdata(CONTRACTS));
    let store = FileStore::open(&[banking], &[place.path("refs")]);
    assert_eq!(names(&store), ["Banking*", "Banking.Contracts"]);
}

#[test]
fn a_reference_is_found_in_the_folder_of_another_input() {
    let place = Place::new();
    let inputs = [
        place.put("a/Banking.dll", testdata(BANKING)),
        place.put("b/MortgageLib.dll", testdata(MORTGAGE)),
    ];
    place.put("b/Banking.Contracts.dll", testdata(CONTRACTS));
    assert_eq!(
        names(&open(&inputs)),
        ["Banking*", "MortgageLib*", "Banking.Contracts"]
    );
}

#[test]
fn a_file_with_the_name_of_a_reference_must_be_that_assembly() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    place.put(CONTRACTS, testdata(MORTGAGE));
    place.put("refs/Banking.Contracts.exe", testdata(CONTRACTS));
    let store = FileStore::open(&[banking], &[place.path("refs")]);
    assert_eq!(names(&store), ["Banking*", "Banking.Contracts"]);
}

#[test]
fn a_bad_reference_is_a_warning() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    place.put(CONTRACTS, &testdata(CONTRACTS)[..700]);
    let store = open(&[banking]);
    assert_eq!(names(&store), ["Banking*"]);
    let problem = only(store.problems());
    assert!(!problem.is_error);
    assert!(
        matches!(problem.kind, FileProblemKind::DamagedImage(_)),
        "{problem}"
    );
}

#[test]
fn a_folder_is_searched_in_depth_and_in_order() {
    let place = Place::new();
    place.put("bin/b/Banking.dll", testdata(BANKING));
    place.put("bin/a/deep/MortgageLib.DLL", testdata(MORTGAGE));
    place.put("bin/Contracts.exe", testdata(CONTRACTS));
    place.put("bin/readme.txt", "no assembly, and no ending of one");
    let store = open(&[place.path("bin")]);
    assert!(store.problems().is_empty() && store.skipped().is_empty());
    assert_eq!(
        names(&store),
        ["Banking.Contracts*", "MortgageLib*", "Banking*"]
    );
}

#[test]
fn what_is_not_dotnet_is_skipped_in_a_folder_and_an_error_by_itself() {
    let place = Place::new();
    let mortgage = place.put("bin/MortgageLib.dll", testdata(MORTGAGE));
    let others = [
        place.put("bin/native.dll", native_pe()),
        place.put("bin/part.dll", module(testdata(MORTGAGE))),
    ];
    let store = open(&[place.path("bin")]);
    assert_eq!(names(&store), ["MortgageLib*"]);
    assert!(store.problems().is_empty());
    let skipped: Vec<_> = store
        .skipped()
        .iter()
        .map(|problem| &problem.path)
        .collect();
    assert_eq!(skipped, others.iter().collect::<Vec<_>>());

    let [native, part] = others;
    let store = open(&[native, part, mortgage]);
    assert_eq!(names(&store), ["MortgageLib*"]);
    assert!(store.problems().iter().all(|problem| problem.is_error));
    assert!(matches!(
        store.problems(),
        [
            FileProblem {
                kind: FileProblemKind::NotDotNet(_),
                ..
            },
            FileProblem {
                kind: FileProblemKind::Module,
                ..
            }
        ]
    ));
}

#[test]
fn a_folder_without_assemblies_is_an_error() {
    let place = Place::new();
    place.put("bin/native.dll", native_pe());
    let store = open(&[place.path("bin")]);
    let problem = only(store.problems());
    assert!(problem.is_error);
    assert!(
        matches!(problem.kind, FileProblemKind::NoAssemblies),
        "{problem}"
    );
}

#[test]
fn a_file_that_is_given_twice_is_one_input() {
    let place = Place::new();
    let file = place.put("bin/MortgageLib.dll", testdata(MORTGAGE));
    let folder = place.path("bin");
    let roundabout = place.path("bin/../bin/MortgageLib.dll");
    for inputs in [
        [file.clone(), folder.clone(), roundabout.clone()],
        [folder, roundabout, file],
    ] {
        let store = open(&inputs);
        assert!(store.problems().is_empty());
        assert_eq!(names(&store), ["MortgageLib*"]);
    }
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_to_folders_are_not() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    let file = place.put("bin/MortgageLib.dll", testdata(MORTGAGE));
    place.put("other/Banking.dll", testdata(BANKING));
    symlink(&file, place.path("bin/Again.dll")).unwrap();
    symlink(place.path("other"), place.path("bin/other")).unwrap();
    symlink(place.path("bin"), place.path("bin/circle")).unwrap();
    let store = open(&[place.path("bin")]);
    assert!(store.problems().is_empty());
    assert_eq!(names(&store), ["MortgageLib*"]);

    symlink(place.path("gone"), place.path("bin/Dangling.dll")).unwrap();
    let store = open(&[place.path("bin")]);
    assert!(matches!(
        only(store.problems()).kind,
        FileProblemKind::Missing
    ));
}

#[test]
fn two_files_with_one_assembly_name_are_two_inputs_and_a_warning() {
    let place = Place::new();
    let first = place.put("a/MortgageLib.dll", testdata(MORTGAGE));
    let second = place.put("b/MortgageLib.dll", testdata(MORTGAGE));
    let store = open(&[first.clone(), second.clone()]);
    let library = Library::new(&store);
    assert_eq!(library.inputs().len(), 2);
    let found = library
        .file(library.set().find("mortgagelib").unwrap())
        .unwrap();
    assert_eq!(found.path(), first);
    let problem = only(store.problems());
    assert!(!problem.is_error);
    assert_eq!(problem.path, second);
    assert!(
        matches!(problem.kind, FileProblemKind::SameName { .. }),
        "{problem}"
    );
}

#[test]
fn bad_inputs_do_not_stop_the_others() {
    let place = Place::new();
    let inputs = [
        place.path("missing.dll"),
        place.put("notes.txt", "not an assembly"),
        place.put("below/file", "a file is no folder").join("x.dll"),
        place.put("empty.dll", ""),
        place.put("cut.dll", &testdata(MORTGAGE)[..900]),
        place.put(MORTGAGE, testdata(MORTGAGE)),
    ];
    let store = FileStore::open(&inputs, &[place.path("notes.txt"), place.path("none")]);
    assert_eq!(names(&store), ["MortgageLib*"]);
    use FileProblemKind::{DamagedImage, Empty, Missing, NotAFolder, NotDotNet};
    let kinds: Vec<_> = store
        .problems()
        .iter()
        .map(|problem| &problem.kind)
        .collect();
    assert!(
        matches!(
            kinds[..],
            [
                Missing,
                NotDotNet(_),
                Missing,
                Empty,
                DamagedImage(_),
                NotAFolder,
                Missing
            ]
        ),
        "{kinds:#?}"
    );
    assert!(store.problems().iter().all(|problem| problem.is_error));
}

#[test]
fn documentation_is_read_from_beside_the_assembly() {
    let place = Place::new();
    let inputs = [
        place.put(MORTGAGE, testdata(MORTGAGE)),
        place.put(BANKING, testdata(BANKING)),
        place.put(CONTRACTS, testdata(CONTRACTS)),
    ];
    place.put("mortgagelib.XML", testdata("MortgageLib.xml"));
    let bad = place.put("Banking.xml", "<doc><members>");
    let store = open(&inputs);
    let library = Library::new(&store);
    let docs: Vec<_> = library.inputs().map(|file| file.docs()).collect();
    assert!(docs[0].unwrap().unwrap().len() > 10);
    let problem = docs[1].unwrap_err();
    assert!(!problem.is_error);
    assert_eq!(problem.path, bad);
    assert!(docs[2].unwrap().is_none());
}

/// Whatever one byte becomes, opening ends without a panic.
#[test]
fn damaged_files_are_opened_or_refused() {
    let place = Place::new();
    let good = testdata("Oddities.dll");
    for position in (0..good.len()).step_by(7) {
        let mut bad = good.clone();
        bad[position] ^= 0xff;
        let path = place.put("bad.dll", bad);
        let store = open(&[path]);
        assert_eq!(
            store.problems().len() + Library::new(&store).inputs().len(),
            1
        );
    }
}
