//! Assemblies in ZIP archives, packages and single-file programs.

#[path = "support/archive.rs"]
mod archive;
mod support;

use archive::{app_host, bundle, zip};
use dllift::clr::{
    ArchiveError, ArchiveKind, FileProblem, FileProblemKind, FileStore, Found, Library,
};
use std::path::{Path, PathBuf};
use support::{Place, native_pe, testdata};

const NUSPEC: &[u8] =
    b"<package><metadata><id>Bank</id><version>1.2.3</version></metadata></package>";

/// The paths of the inputs from the folder `place`.
fn inputs(place: &Place, store: &FileStore) -> Vec<String> {
    let library = Library::new(store);
    let folder = place.path("");
    let paths = library.inputs().map(|file| file.path().to_owned());
    let paths = paths.map(|path| path.strip_prefix(&folder).unwrap().display().to_string());
    paths.collect()
}

fn open(path: &Path) -> FileStore {
    FileStore::open(&[path.to_owned()], &[])
}

fn only(problems: &[FileProblem]) -> &FileProblem {
    match problems {
        [problem] => problem,
        _ => panic!("{problems:#?}"),
    }
}

fn package() -> Vec<u8> {
    let (mortgage, banking) = (testdata("MortgageLib.dll"), testdata("Banking.dll"));
    zip(&[
        ("Bank.nuspec", NUSPEC),
        ("lib/net45/MortgageLib.dll", &mortgage),
        ("lib/net8.0/Banking.dll", &banking),
        ("lib/netstandard2.0/MortgageLib.dll", &mortgage),
        (
            "lib/netstandard2.0/MortgageLib.xml",
            &testdata("MortgageLib.xml"),
        ),
        ("lib/netstandard2.0/de/MortgageLib.resources.dll", &mortgage),
        ("tools/tool.exe", &banking),
    ])
}

#[test]
fn a_package_stands_for_its_assemblies_for_the_nearest_framework() {
    let place = Place::new();
    let path = place.put("Bank.nupkg", package());
    let store = open(&path);
    assert!(store.problems().is_empty(), "{:?}", store.problems());
    assert_eq!(
        inputs(&place, &store),
        ["Bank.nupkg!lib/net45/MortgageLib.dll"]
    );
    let library = Library::new(&store);
    let file = library.inputs().next().unwrap();
    let Some(ArchiveKind::Package(package)) = file.archive().map(|archive| archive.kind()) else {
        panic!("not a package");
    };
    assert_eq!((&*package.id, &*package.version), ("Bank", "1.2.3"));

    for (framework, expected) in [
        ("net8.0", "Bank.nupkg!lib/net8.0/Banking.dll"),
        (
            "netstandard2.0",
            "Bank.nupkg!lib/netstandard2.0/MortgageLib.dll",
        ),
        (
            "netcoreapp3.1",
            "Bank.nupkg!lib/netstandard2.0/MortgageLib.dll",
        ),
    ] {
        let store = FileStore::open_for(std::slice::from_ref(&path), &[], Some(framework));
        assert_eq!(inputs(&place, &store), [expected]);
    }
}

#[test]
fn a_package_without_a_framework_that_suits_says_which_it_has() {
    let place = Place::new();
    let path = place.put("Bank.nupkg", package());
    let store = FileStore::open_for(&[path], &[], Some("net20"));
    let problem = only(store.problems());
    assert!(problem.is_error);
    let FileProblemKind::NoFramework { wanted, offered } = &problem.kind else {
        panic!("{problem}");
    };
    assert_eq!(wanted, "net20");
    assert_eq!(offered, &["net45", "net8.0", "netstandard2.0"]);
}

#[test]
fn documentation_is_found_beside_the_assembly_in_the_archive() {
    let place = Place::new();
    let path = place.put("Bank.nupkg", package());
    let store = FileStore::open_for(&[path], &[], Some("netstandard2.0"));
    let library = Library::new(&store);
    let file = library.inputs().next().unwrap();
    assert!(file.docs().unwrap().is_some());
}

#[test]
fn one_file_of_an_archive_can_be_meant() {
    let place = Place::new();
    let path = place.put("Bank.nupkg", package());
    let entry = PathBuf::from(format!("{}!lib/net8.0/Banking.dll", path.display()));
    let missing = PathBuf::from(format!("{}!lib/net9.0/Banking.dll", path.display()));
    let store = FileStore::open(&[entry, missing.clone()], &[]);
    assert_eq!(
        inputs(&place, &store),
        ["Bank.nupkg!lib/net8.0/Banking.dll"]
    );
    let problem = only(store.problems());
    assert_eq!(problem.path, missing);
    assert!(matches!(problem.kind, FileProblemKind::Missing));

    let dll = place.put("MortgageLib.dll", testdata("MortgageLib.dll"));
    let inside = PathBuf::from(format!("{}!x.dll", dll.display()));
    let store = open(&inside);
    assert!(matches!(
        only(store.problems()).kind,
        FileProblemKind::NotAnArchive
    ));
}

#[test]
fn a_zip_archive_is_like_a_folder() {
    let place = Place::new();
    let (banking, contracts) = (testdata("Banking.dll"), testdata("Banking.Contracts.dll"));
    let archive = zip(&[
        ("bin/Banking.dll", &banking),
        ("bin/native.dll", &native_pe()),
        ("readme.txt", b"Hello."),
        ("Banking.Contracts.DLL", &contracts),
    ]);
    let path = place.put("all.zip", archive);
    let store = open(&path);
    assert!(store.problems().is_empty());
    assert_eq!(store.skipped().len(), 1);
    assert_eq!(
        inputs(&place, &store),
        ["all.zip!bin/Banking.dll", "all.zip!Banking.Contracts.DLL"]
    );
    let none = place.put("none.zip", zip(&[("readme.txt", b"Hello.")]));
    assert!(matches!(
        only(open(&none).problems()).kind,
        FileProblemKind::NoAssemblies
    ));
}

#[test]
fn references_are_found_beside_the_assembly_in_the_archive() {
    let place = Place::new();
    let (banking, contracts) = (testdata("Banking.dll"), testdata("Banking.Contracts.dll"));
    let archive = zip(&[
        ("a/Banking.dll", &banking),
        ("a/Banking.Contracts.dll", &contracts),
    ]);
    let path = place.put("all.zip", archive);
    let store = open(&PathBuf::from(format!("{}!a/Banking.dll", path.display())));
    let library = Library::new(&store);
    let names = library.set().assemblies().iter().map(|of| of.name());
    assert_eq!(names.collect::<Vec<_>>(), ["Banking", "Banking.Contracts"]);
}

#[test]
fn a_single_file_program_stands_for_what_is_not_its_framework() {
    let deps = br#"{"runtimeTarget": {"name": "t"}, "targets": {"t": {
        "App/1.0.0": {"runtime": {"Banking.dll": {}}},
        "runtimepack.Microsoft.NETCore.App/8.0.0": {"runtime": {"Banking.Contracts.dll": {}}}}},
        "libraries": {"runtimepack.Microsoft.NETCore.App/8.0.0": {"type": "runtimepack"}}}"#;
    let (banking, contracts) = (testdata("Banking.dll"), testdata("Banking.Contracts.dll"));
    for version in [1, 2, 6] {
        let place = Place::new();
        let files: [(&str, &[u8]); 3] = [
            ("Banking.dll", &banking),
            ("Banking.Contracts.dll", &contracts),
            ("Banking.deps.json", deps),
        ];
        let path = place.put("app", bundle(version, &files));
        let store = open(&path);
        assert!(store.problems().is_empty(), "{:?}", store.problems());
        assert_eq!(inputs(&place, &store), ["app!Banking.dll"]);
        let library = Library::new(&store);
        assert_eq!(library.set().assemblies().len(), 2);
        let file = library.inputs().next().unwrap();
        assert_eq!(
            (&*file.file_name(), file.bytes()),
            ("Banking.dll", &*banking)
        );
        let dependencies = file.dependencies().unwrap().unwrap();
        assert_eq!(dependencies.libraries.len(), 2);
        assert!(file.runtime_config().unwrap().is_none());
    }
}

#[test]
fn a_single_file_program_in_a_folder_is_read_too() {
    let place = Place::new();
    let mortgage = testdata("MortgageLib.dll");
    place.put("bin/app.exe", bundle(6, &[("MortgageLib.dll", &mortgage)]));
    place.put("bin/start.exe", app_host("other.dll", 0));
    let store = open(&place.path("bin"));
    assert_eq!(inputs(&place, &store), ["bin/app.exe!MortgageLib.dll"]);
    assert!(matches!(
        only(store.skipped()).kind,
        FileProblemKind::AppHost { .. }
    ));
}

#[test]
fn an_app_host_says_which_assembly_it_starts() {
    let place = Place::new();
    for (host, expected) in [
        ("sub/Real.dll", "bin/sub/Real.dll"),
        ("placeholder", "bin/app.dll"),
    ] {
        let path = place.put("bin/app.exe", app_host(host, 0));
        let store = open(&path);
        let problem = only(store.problems());
        let FileProblemKind::AppHost { starts } = &problem.kind else {
            panic!("{problem}");
        };
        assert_eq!(starts, &place.path(expected));
    }
}

#[test]
fn what_is_damaged_says_how() {
    let place = Place::new();
    let good = zip(&[("a.dll", &testdata("MortgageLib.dll"))]);
    let mut checksum = good.clone();
    let directory = good
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    checksum[directory + 16] ^= 1;
    let mut method = good.clone();
    method[directory + 10] = 14;
    let mut bomb = good.clone();
    bomb[directory + 24..directory + 28].fill(0xfe);
    for (bytes, is_expected) in [
        (
            &good[..60],
            (|kind| matches!(kind, ArchiveError::Zip(_))) as fn(&ArchiveError) -> bool,
        ),
        (&checksum, |kind| {
            matches!(kind, ArchiveError::Checksum { .. })
        }),
        (&method, |kind| {
            matches!(kind, ArchiveError::Method { method: 14, .. })
        }),
        (&bomb, |kind| matches!(kind, ArchiveError::TooLarge { .. })),
        (&bundle(9, &[]), |kind| {
            matches!(kind, ArchiveError::BundleVersion { major: 9, .. })
        }),
        (&app_host("a.dll", 1 << 40), |kind| {
            matches!(kind, ArchiveError::Bundle(_))
        }),
    ] {
        let path = place.put("bad.zip", bytes);
        let store = open(&path);
        let problem = only(store.problems());
        assert!(problem.is_error);
        let FileProblemKind::Archive(error) = &problem.kind else {
            panic!("{problem}");
        };
        assert!(is_expected(error), "{error:?}");
    }
}

#[test]
fn every_prefix_and_many_changed_bytes_give_assemblies_or_problems() {
    let place = Place::new();
    let small = b"MZ not much";
    for file in [
        zip(&[("Bank.nuspec", NUSPEC), ("lib/net45/a.dll", small)]),
        bundle(2, &[("a.dll", small)])[1000..].to_vec(),
        bundle(6, &[("a.dll", small)]),
    ] {
        for length in (0..file.len()).rev().step_by(3) {
            open(&place.put("x.dll", &file[..length]));
        }
        for position in (0..file.len()).rev().step_by(2).take(200) {
            let mut damaged = file.clone();
            damaged[position] ^= 0xff;
            open(&place.put("x.dll", damaged));
        }
    }
}

#[test]
fn what_a_package_needs_is_found_in_packages_beside_it() {
    let nuspec = |id: &str, needs: &str| {
        format!(
            "<package><metadata><id>{id}</id><version>1.0</version><dependencies>\
            <group targetFramework='net48'>{needs}</group></dependencies></metadata></package>"
        )
    };
    let needs = |id: &str| format!("<dependency id='{id}' version='[1.1,2.0)' />");
    let contracts = testdata("Banking.Contracts.dll");
    let place = Place::new();
    let bank = nuspec("Bank", &needs("Between"));
    let banking = testdata("Banking.dll");
    let bank = zip(&[
        ("Bank.nuspec", bank.as_bytes()),
        ("lib/net48/Banking.dll", &banking),
    ]);
    let path = place.put("Bank.1.0.0.nupkg", bank);
    // It has no assembly, only another need.
    let between = nuspec("Between", &needs("Bank.Contracts"));
    let between = zip(&[("Between.nuspec", between.as_bytes())]);
    place.put("between.1.1.0.nupkg", between);
    for version in ["1.0.0", "1.2.0", "1.10.0"] {
        let nuspec = nuspec("Bank.Contracts", "");
        let package = zip(&[
            ("Bank.Contracts.nuspec", nuspec.as_bytes()),
            ("lib/netstandard2.0/Banking.Contracts.dll", &contracts),
        ]);
        place.put(&format!("Bank.Contracts.{version}.nupkg"), package);
    }
    let store = open(&path);
    assert!(store.problems().is_empty());
    let library = Library::new(&store);
    let found = library.set().find("Banking.Contracts").unwrap();
    let found = library.file(found).unwrap();
    assert_eq!(found.found(), Found::PackageBeside);
    let expected = "Bank.Contracts.1.2.0.nupkg!lib/netstandard2.0/Banking.Contracts.dll";
    assert!(
        found.path().ends_with(expected),
        "{}",
        found.path().display()
    );
}
