//! The import report of an extension that has one of everything.

#[path = "support/one_of_everything.rs"]
mod one_of_everything;

use dllift::clr::{FileStore, Library};
use dllift::emit::report::markdown;
use dllift::extension::{Coverage, Extension};
use dllift::translate::{Options, translate};
use one_of_everything::extension;
use std::path::Path;

#[test]
fn an_extension_with_one_of_everything() {
    insta::assert_snapshot!(markdown(&extension()));
}

#[test]
fn an_extension_with_nothing() {
    let extension = Extension {
        name: "Empty".into(),
        ..Extension::default()
    };
    insta::assert_snapshot!(markdown(&extension));
}

#[test]
fn the_headline_has_the_documented_form() {
    let extension = Extension {
        coverage: Coverage {
            public: 231,
            translated: 184,
            absorbed: 30,
            skipped: 17,
        },
        ..Extension::default()
    };
    let headline = "231 public members: 184 translated, 30 absorbed, 17 skipped (92.6 %)";
    assert!(markdown(&extension).contains(headline));
}

#[test]
fn the_targets_are_side_by_side() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/RoundTrip.dll");
    let store = FileStore::open(&[sample], &[]);
    let report = markdown(&translate(&Library::new(&store), &Options::default()).extension);
    let (_, section) = report.split_once("## OutSystems 11 and ODC\n").unwrap();
    let (section, _) = section.split_once("\n## ").unwrap();
    assert!(section.contains("are the same in ODC"), "{section}");
    assert!(section.contains("| Makes its object with |"), "{section}");
    assert!(section.contains("M:RoundTrip.Counter.#ctor"), "{section}");
    assert!(section.contains("### DL104"), "{section}");
    // What is said there is not said again.
    assert_eq!(
        report.matches("### DL1040").count(),
        section.matches("### DL1040").count()
    );
}
