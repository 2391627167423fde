//! The promises of `emit::output`: all or nothing, and nobody's work is lost.

mod place;

use dllift::emit::output::{MANIFEST, MethodFate, OutputError, WriteSummary, put, write};
use place::{Place, generated};
use std::fs;
use std::path::Path;

#[test]
fn a_new_folder_is_made_with_its_parents_and_a_manifest() {
    let place = Place::new();
    let out = place.out().join("deep/er");
    let summary = write(
        &out,
        &generated(&[("b/c.txt", "c"), ("a.txt", "abc")]),
        false,
    )
    .unwrap();

    assert_eq!(summary.written, ["b/c.txt", "a.txt"]);
    assert_eq!(
        place.names(),
        [
            "out/",
            "out/deep/",
            "out/deep/er/",
            "out/deep/er/a.txt",
            "out/deep/er/b/",
            "out/deep/er/b/c.txt",
            "out/deep/er/dllift.manifest.json",
        ]
    );
    assert_eq!(
        fs::read_to_string(out.join(MANIFEST)).unwrap(),
        r#"{
  "format": 1,
  "files": {
    "a.txt": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "b/c.txt": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6"
  }
}
"#
    );
}

#[test]
fn an_empty_folder_may_be_written_to() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    place.write(&[("a", "1")]).unwrap();
    assert_eq!(place.names(), ["out/", "out/a"]);
}

#[cfg(unix)]
#[test]
fn a_new_folder_has_the_usual_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.write(&[("a", "1")]).unwrap();
    let usual = place.path().join("usual");
    fs::create_dir(&usual).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&place.out()), mode(&usual));
}

#[test]
fn our_own_unedited_files_are_replaced() {
    let place = Place::new();
    place.write(&[("a", "1"), ("b", "1")]).unwrap();
    let summary = place.write(&[("a", "1"), ("b", "2"), ("c", "1")]).unwrap();
    assert_eq!(
        summary,
        WriteSummary {
            written: vec!["b".into(), "c".into()],
            unchanged: vec!["a".into()],
            ..WriteSummary::default()
        }
    );
    assert_eq!(place.read("b"), "2");
    assert_eq!(place.names(), ["out/", "out/a", "out/b", "out/c"]);
}

#[test]
fn identical_files_are_not_rewritten() {
    let place = Place::new();
    let written = |path: &str| {
        let metadata = fs::metadata(place.out().join(path)).unwrap();
        metadata.modified().unwrap()
    };
    place.write(&[("a", "1"), ("b", "1")]).unwrap();
    let (a, manifest) = (written("a"), written(MANIFEST));

    place.write(&[("a", "1"), ("b", "1")]).unwrap();
    assert_eq!((written("a"), written(MANIFEST)), (a, manifest));

    place.write(&[("a", "1"), ("b", "2")]).unwrap();
    assert_eq!(written("a"), a);
}

#[test]
fn an_edited_file_is_not_replaced_without_force() {
    let place = Place::new();
    place.write(&[("a", "1"), ("b", "1")]).unwrap();
    place.edit("a", "mine");
    let before = place.everything();

    let error = place.write(&[("a", "2"), ("b", "2")]).unwrap_err();
    assert!(
        matches!(&error, OutputError::ForeignFiles { files, count: 1, .. } if *files == ["a"]),
        "{error}"
    );
    assert!(
        error
            .to_string()
            .ends_with("was not written by dllift or edited since: `a`")
    );
    assert_eq!(place.everything(), before);

    place.force(&[("a", "2"), ("b", "2")]).unwrap();
    assert_eq!((place.read("a"), place.read("b")), ("2".into(), "2".into()));
}

#[test]
fn a_foreign_file_is_not_replaced_without_force() {
    let place = Place::new();
    place.write(&[("a", "1")]).unwrap();
    for name in ["b", "c", "d", "e"] {
        place.edit(name, "mine");
    }
    let before = place.everything();

    let files = [("a", "2"), ("b", "2"), ("c", "2"), ("d", "2"), ("e", "2")];
    let error = place.write(&files).unwrap_err();
    assert!(
        matches!(&error, OutputError::ForeignFiles { files, count: 4, .. } if *files == ["b", "c", "d"]),
        "{error}"
    );
    assert_eq!(place.everything(), before);

    place.force(&files).unwrap();
    assert_eq!(place.read("e"), "2");
}

#[test]
fn a_foreign_file_with_the_right_bytes_needs_no_force() {
    let place = Place::new();
    place.write(&[("a", "1")]).unwrap();
    place.edit("b", "2");
    let summary = place.write(&[("a", "1"), ("b", "2")]).unwrap();
    assert_eq!(summary.unchanged, ["a", "b"]);

    place.write(&[("a", "1"), ("b", "3")]).unwrap();
    assert_eq!(place.read("b"), "3");
}

#[test]
fn a_folder_without_a_manifest_is_foreign() {
    let place = Place::new();
    for name in ["x", "y", "z"] {
        place.edit(name, "mine");
    }
    let before = place.everything();

    let error = place.write(&[("a", "1")]).unwrap_err();
    assert!(
        matches!(&error, OutputError::ForeignFolder { found, .. } if *found == ["x", "y"]),
        "{error}"
    );
    assert_eq!(place.everything(), before);

    place.force(&[("a", "1"), ("x", "1")]).unwrap();
    assert_eq!(place.names(), ["out/", "out/a", "out/x", "out/y", "out/z"]);
    assert_eq!(
        (place.read("x"), place.read("y")),
        ("1".into(), "mine".into())
    );
}

#[test]
fn unrelated_files_are_left_alone() {
    let place = Place::new();
    place.write(&[("a", "1"), ("old/b", "1")]).unwrap();
    place.edit("notes", "mine");
    place.edit("old/notes", "mine");
    for run in [Place::write, Place::force] {
        run(&place, &[("a", "2")]).unwrap();
        assert_eq!(
            place.names(),
            ["out/", "out/a", "out/notes", "out/old/", "out/old/notes"]
        );
    }
}

#[test]
fn stale_files_go_and_so_do_the_folders_that_they_leave_empty() {
    let place = Place::new();
    place
        .write(&[("a", "1"), ("x/y/b", "1"), ("x/y/c", "1"), ("z/d", "1")])
        .unwrap();
    let summary = place.write(&[("a", "1"), ("z/e", "1")]).unwrap();
    assert_eq!(summary.removed, ["x/y/b", "x/y/c", "z/d"]);
    assert_eq!(place.names(), ["out/", "out/a", "out/z/", "out/z/e"]);
}

#[test]
fn an_edited_stale_file_stays_and_becomes_the_users() {
    let place = Place::new();
    place.write(&[("a", "1"), ("x/b", "1")]).unwrap();
    place.edit("x/b", "mine");
    for run in [Place::write, Place::force] {
        run(&place, &[("a", "1")]).unwrap();
        assert_eq!(place.read("x/b"), "mine");
    }
    let error = place.write(&[("a", "1"), ("x/b", "1")]).unwrap_err();
    assert!(matches!(error, OutputError::ForeignFiles { .. }), "{error}");
}

#[test]
fn the_summary_tells_of_edited_stale_files() {
    let place = Place::new();
    place.write(&[("a", "1"), ("b", "1"), ("c", "1")]).unwrap();
    place.edit("b", "mine");
    fs::remove_file(place.out().join("c")).unwrap();
    let summary = place.write(&[("a", "1")]).unwrap();
    assert_eq!(summary.kept, ["b"]);
    assert!(summary.removed.is_empty());
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let place = Place::new();
    place.write(&[("a", "1"), ("b/c", "1")]).unwrap();
    place.write(&[("a/c", "1"), ("b", "1")]).unwrap();
    assert_eq!(place.names(), ["out/", "out/a/", "out/a/c", "out/b"]);
}

#[test]
fn a_name_may_change_its_case() {
    let place = Place::new();
    place.write(&[("A", "1")]).unwrap();
    place.write(&[("a", "1")]).unwrap();
    assert_eq!(place.names(), ["out/", "out/a"]);
}

#[test]
fn a_failure_in_the_middle_leaves_the_old_state() {
    let place = Place::new();
    place
        .write(&[("a", "1"), ("gone/b", "1"), ("z", "1")])
        .unwrap();
    fs::remove_file(place.out().join("z")).unwrap();
    place.edit("z/notes", "mine");
    let before = place.everything();

    let files = [("a", "2"), ("new/c", "2"), ("z", "2")];
    for run in [Place::write, Place::force] {
        let error = run(&place, &files).unwrap_err();
        assert!(
            matches!(&error, OutputError::NotAFile { path } if *path == place.out().join("z")),
            "{error}"
        );
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn a_file_in_the_place_of_a_folder_is_an_error() {
    let place = Place::new();
    place.write(&[("a", "1")]).unwrap();
    place.edit("b", "mine");
    let before = place.everything();

    let error = place.force(&[("a", "2"), ("b/c", "2")]).unwrap_err();
    assert!(
        matches!(&error, OutputError::NotAFolder { path } if *path == place.out().join("b")),
        "{error}"
    );
    assert_eq!(place.everything(), before);
}

#[test]
fn a_failure_to_create_leaves_nothing_in_the_parents() {
    let place = Place::new();
    let too_long = "x".repeat(300);
    let out = place.out().join("deep/er");
    let error = write(&out, &generated(&[("a", "1"), (&too_long, "1")]), false).unwrap_err();
    assert!(matches!(error, OutputError::Io { .. }), "{error}");
    assert!(place.everything().is_empty());
}

#[test]
fn a_file_is_not_an_output_folder() {
    let place = Place::new();
    fs::write(place.out(), "mine").unwrap();
    for dir in [place.out(), place.out().join("in/it")] {
        let error = write(&dir, &generated(&[("a", "1")]), true).unwrap_err();
        assert!(
            matches!(&error, OutputError::NotAFolder { path } if *path == place.out()),
            "{error}"
        );
    }
    assert_eq!(place.names(), ["out"]);
}

#[test]
fn paths_out_of_the_folder_are_refused() {
    let place = Place::new();
    for path in ["../a", "/a", "a/../../b", "", "C:\\a", "a\\b", "a//b"] {
        let error = place.force(&[("fine", "1"), (path, "1")]).unwrap_err();
        assert!(
            matches!(&error, OutputError::UnsafePath { path: named } if named == path),
            "{error}"
        );
    }
    assert!(place.everything().is_empty());
}

#[test]
fn names_that_some_system_does_not_take_are_refused() {
    let place = Place::new();
    for path in [
        "a?",
        "lib/<a>.dll",
        "a\n",
        "a.",
        "lib /a",
        "con",
        "Aux.dll",
        "COM1.a/b",
    ] {
        let error = place.force(&[("fine", "1"), (path, "1")]).unwrap_err();
        assert!(
            matches!(&error, OutputError::UnsafePath { path: named } if named == path),
            "{error}"
        );
    }
    assert!(place.everything().is_empty());
}

#[test]
fn paths_that_meet_are_refused() {
    let place = Place::new();
    for (first, second) in [
        ("Src/A.cs", "src/a.cs"),
        ("a", "a"),
        ("a", "A/b"),
        (MANIFEST, "DLLIFT.manifest.json"),
    ] {
        for files in [[(first, "1"), (second, "2")], [(second, "1"), (first, "2")]] {
            let error = place.force(&files).unwrap_err();
            assert!(matches!(error, OutputError::Clash { .. }), "{error}");
        }
    }
    assert!(place.everything().is_empty());
}

#[test]
fn a_bad_manifest_is_an_error_unless_forced() {
    for bad in [
        "not json",
        r#"{"format": 2, "files": {}}"#,
        r#"{"format": 1, "files": {"../victim": "00"}}"#,
    ] {
        let place = Place::new();
        place.write(&[("a", "1")]).unwrap();
        place.edit(MANIFEST, bad);
        let error = place.write(&[("a", "2")]).unwrap_err();
        assert!(matches!(error, OutputError::BadManifest { .. }), "{error}");
        assert_eq!(
            (place.read("a"), place.read(MANIFEST)),
            ("1".into(), bad.into())
        );

        place.force(&[("a", "2")]).unwrap();
        place.write(&[("a", "3")]).unwrap();
    }
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let place = Place::new();
        place.write(&[("a", "1")]).unwrap();
        let outside = place.path().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("f"), "mine").unwrap();
        symlink(&outside, place.out().join("folder")).unwrap();
        symlink(outside.join("f"), place.out().join("file")).unwrap();
        symlink(outside.join("absent"), place.out().join("dangling")).unwrap();
        let before = place.everything();

        for path in ["folder/f", "folder/new", "file", "dangling"] {
            let error = place.force(&[("a", "2"), (path, "2")]).unwrap_err();
            assert!(matches!(error, OutputError::SymbolicLink { .. }), "{error}");
            assert_eq!(place.everything(), before);
        }
    }

    #[test]
    fn a_stale_file_behind_a_link_stays() {
        let place = Place::new();
        place.write(&[("a", "1"), ("x/b", "1")]).unwrap();
        let outside = place.path().join("outside");
        fs::rename(place.out().join("x"), &outside).unwrap();
        symlink(&outside, place.out().join("x")).unwrap();

        let summary = place.write(&[("a", "1")]).unwrap();
        assert_eq!(summary.kept, ["x/b"]);
        assert_eq!(fs::read_to_string(outside.join("b")).unwrap(), "1");
    }

    #[test]
    fn the_output_folder_itself_may_be_a_link() {
        let place = Place::new();
        let real = place.path().join("real");
        fs::create_dir(&real).unwrap();
        symlink(&real, place.out()).unwrap();
        place.write(&[("a", "1")]).unwrap();
        place.write(&[("a", "2")]).unwrap();
        assert_eq!(fs::read_to_string(real.join("a")).unwrap(), "2");
        assert!(place.out().is_symlink());
    }

    #[test]
    fn a_dangling_link_is_not_an_output_folder() {
        let place = Place::new();
        symlink(place.path().join("absent"), place.out()).unwrap();
        let error = place.write(&[("a", "1")]).unwrap_err();
        assert!(matches!(error, OutputError::NotAFolder { .. }), "{error}");
    }
}

#[test]
fn what_is_put_into_a_folder_is_there_as_a_whole_or_not_at_all() {
    let place = Place::new();
    let names = ["a".to_owned(), "b".to_owned()];
    let failing = || OutputError::UnsafePath { path: "b".into() };
    let error = put(&place.out().join("deep"), &names, |folder| {
        fs::write(folder.join("a"), "new").unwrap();
        Err::<(), _>(failing())
    });
    assert_eq!(error.unwrap_err().to_string(), failing().to_string());
    assert!(place.everything().is_empty());

    let put = || {
        put(&place.out(), &names, |folder| {
            for name in &names {
                fs::write(folder.join(name), "new").unwrap();
            }
            Ok("made")
        })
    };
    place.edit("a", "old");
    place.edit("b/mine", "mine");
    let before = place.everything();
    let error = put().unwrap_err();
    assert!(matches!(error, OutputError::NotAFile { .. }), "{error}");
    assert_eq!(place.everything(), before);

    fs::remove_dir_all(place.out()).unwrap();
    assert_eq!(put().unwrap(), "made");
    assert_eq!(place.names(), ["out/", "out/a", "out/b"]);
    assert_eq!(place.read("a"), "new");
}

#[test]
fn runs_at_once_leave_whole_files_and_nothing_else() {
    let place = Place::new();
    let texts: Vec<String> = (0..8).map(|run| run.to_string().repeat(10_000)).collect();
    for _ in 0..20 {
        std::thread::scope(|scope| {
            for text in &texts {
                // A run may fail because of another; what it may not do is leave a mixture in a file.
                scope.spawn(|| place.force(&[("a", text), ("x/b", text)]));
            }
        });
        let mut names = place.names();
        names.retain(|name| name != "out/a" && name != "out/x/b");
        assert!(
            names.iter().all(|name| name == "out/" || name == "out/x/"),
            "{names:?}"
        );
        for path in ["a", "x/b"] {
            assert!(texts.contains(&place.read(path)), "{path}");
        }
    }
}

#[cfg(unix)]
#[test]
fn runs_at_once_are_not_taken_for_people() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    for round in 0..20 {
        let texts: Vec<String> = (0..4).map(|run| format!("{round} {run}")).collect();
        let write = |text: &str| place.write(&[("a", text), ("b", text), ("x/c", text)]);
        let errors: Vec<OutputError> = std::thread::scope(|scope| {
            let runs = texts.iter().map(|text| scope.spawn(|| write(text)));
            let runs: Vec<_> = runs.collect();
            let results = runs.into_iter().map(|run| run.join().unwrap());
            results.filter_map(Result::err).collect()
        });
        for error in errors {
            assert!(matches!(error, OutputError::Busy { .. }), "{error}");
        }
    }
}

#[test]
fn what_a_stopped_run_left_is_not_taken_for_somebodys() {
    let place = Place::new();
    place.write(&[("a", "1")]).unwrap();
    // It was stopped before it wrote its manifest.
    place.edit("a", "2");
    place.edit(".dllift-x/old/a", "1");
    let error = place.write(&[("a", "3")]).unwrap_err();
    assert!(matches!(error, OutputError::Busy { .. }), "{error}");
    place.write(&[("a", "2")]).unwrap();
    place.write(&[("a", "3")]).unwrap();
}

#[test]
fn every_error_says_what_to_do() {
    let place = Place::new();
    let error = place.write(&[("..", "1")]).unwrap_err();
    assert_eq!(error.to_string(), "`..` cannot be written on every system");
    assert!(error.help().ends_with('.'));
}

/// A generated class with these members.
fn class(members: &[&str]) -> String {
    let members: String = members.iter().map(|of| format!("\n\t{of}\n")).collect();
    format!("using A;\n\nclass C {{\n{members}}}\n")
}

fn fates(summary: &WriteSummary) -> Vec<(&str, MethodFate)> {
    let changes = summary.methods.iter();
    changes.map(|of| (of.method.as_str(), of.change)).collect()
}

#[test]
fn an_edited_method_stays_and_the_manifest_knows_what_was_generated() {
    let place = Place::new();
    place
        .write(&[(
            "C.cs",
            &class(&["int A() { return 1; }", "int B() { return 1; }"]),
        )])
        .unwrap();
    let edited = class(&["int A() { return 1; }", "int B() { return 9; }"]);
    place.edit("C.cs", &edited);

    let next = class(&["int A() { return 2; }", "int B() { return 2; }"]);
    let summary = place.write(&[("C.cs", &next)]).unwrap();
    assert_eq!(
        fates(&summary),
        [("A", MethodFate::Updated), ("B", MethodFate::KeptOld)]
    );
    let merged = class(&["int A() { return 2; }", "int B() { return 9; }"]);
    assert_eq!(place.read("C.cs"), merged);

    // What was merged is still edited: it is kept the next time, and after that when nobody generates it.
    let summary = place.write(&[("C.cs", &next)]).unwrap();
    assert_eq!(fates(&summary), [("B", MethodFate::Kept)]);
    assert_eq!(summary.unchanged, ["C.cs"]);
    let summary = place.write(&[("D.txt", "")]).unwrap();
    assert_eq!(summary.kept, ["C.cs"]);
}

#[test]
fn overloads_are_told_apart_and_members_added_by_hand_stay() {
    let place = Place::new();
    let generated = [
        "C() { }",
        "C(int a) { }",
        "public void Do(int a) { One(); }",
    ];
    place.write(&[("C.cs", &class(&generated))]).unwrap();
    let edited = class(&[
        "C() { }",
        "C(int a) { Mine(); }",
        "void Do() { }",
        "public void Do(int a) { One(); }",
        "int mine = 1;",
    ]);
    place.edit("C.cs", &edited);
    let next = [
        "C() { Two(); }",
        "C(int a) { }",
        "public void Do(long a) { Two(); }",
    ];
    let summary = place.write(&[("C.cs", &class(&next))]).unwrap();
    assert_eq!(
        fates(&summary),
        [
            ("C ( )", MethodFate::Updated),
            ("C ( int a )", MethodFate::Kept),
            ("Do", MethodFate::Updated)
        ]
    );
    let merged = class(&[
        "C() { Two(); }",
        "C(int a) { Mine(); }",
        "void Do() { }",
        "public void Do(long a) { Two(); }",
        "int mine = 1;",
    ]);
    assert_eq!(place.read("C.cs"), merged);
}
