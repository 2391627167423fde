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

/// A `.deps.json` that says where `Banking.Contracts.dll` is: `asset` in the package folder `path`.
fn dependencies(path: &str, asset: &str) -> String {
    let key = "Contracts.Package/1.0.0";
    serde_json::json!({
        "runtimeTarget": { "name": "net" },
        "targets": { "net": { key: { "runtime": { asset: {} } } } },
        "libraries": { key: { "type": "package", "path": path } },
    })
    .to_string()
}

#[test]
fn a_reference_is_found_in_the_package_that_the_input_was_built_with() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    let asset = "lib/net48/Banking.Contracts.dll";
    place.put(
        "Banking.deps.json",
        dependencies("contracts.package/1.0.0", asset),
    );
    place.put(
        "packages/contracts.package/0.9.0/lib/net48/Banking.Contracts.dll",
        b"",
    );
    let right = format!("packages/contracts.package/1.0.0/{asset}");
    let right = place.put(&right, testdata(CONTRACTS));
    place.put("refs/Banking.Contracts.dll", testdata(CONTRACTS));
    let ref_dirs = ["refs", "packages"].map(|name| place.path(name));
    let path = || {
        let store = FileStore::open(std::slice::from_ref(&banking), &ref_dirs);
        assert!(store.problems().is_empty(), "{:?}", store.problems());
        let library = Library::new(&store);
        let contracts = library.set().assemblies().get(1).unwrap();
        library.file(contracts).unwrap().path().to_path_buf()
    };
    assert_eq!(path(), right);
    let beside = place.put(CONTRACTS, testdata(CONTRACTS));
    assert_eq!(path(), beside);
}

#[test]
fn dependencies_lead_nowhere_but_into_the_reference_folders() {
    let place = Place::new();
    let banking = place.put("app/Banking.dll", testdata(BANKING));
    place.put("elsewhere/Banking.Contracts.dll", testdata(CONTRACTS));
    let outside = place.path("elsewhere");
    for (path, asset) in [
        ("..", "elsewhere/Banking.Contracts.dll"),
        ("package", "../../elsewhere/Banking.Contracts.dll"),
        (outside.to_str().unwrap(), "Banking.Contracts.dll"),
        ("", "elsewhere/Banking.Contracts.dll"),
    ] {
        place.put("app/Banking.deps.json", dependencies(path, asset));
        place.put("refs/package/Other.dll", testdata(MORTGAGE));
        let store = FileStore::open(std::slice::from_ref(&banking), &[place.path("refs")]);
        assert_eq!(names(&store), ["Banking*"], "{path} {asset}");
    }
}

#[test]
fn malformed_dependencies_are_a_warning() {
    let place = Place::new();
    let banking = place.put(BANKING, testdata(BANKING));
    let json = place.put("Banking.deps.json", b"{");
    let store = open(&[banking]);
    let problem = only(store.problems());
    assert_eq!(problem.path, json);
    assert!(!problem.is_error);
    assert!(matches!(problem.kind, FileProblemKind::Configuration(_)));
    assert_eq!(names(&store), ["Banking*"]);
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

/// Opening a pipe would wait for its other end.
#[cfg(unix)]
#[test]
fn a_pipe_is_refused() {
    let place = Place::new();
    let pipe = place.path("Piped.dll");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let error = dllift::pe::FileBytes::open(&pipe).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::InvalidInput);
    assert_eq!(open(&[pipe]).problems().len(), 1);
}
