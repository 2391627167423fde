//! The import report of an extension that has one of everything.

#[path = "support/one_of_everything.rs"]
mod one_of_everything;

use dllift::emit::report::markdown;
use dllift::extension::{Coverage, Extension};
use one_of_everything::extension;

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
