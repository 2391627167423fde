//! What people write into generated code outlives the next version of the library.
#![cfg(feature = "cli")]

#[path = "support/mono.rs"]
mod mono;
mod support;

use dllift::emit::GeneratedFile;
use mono::{Mono, compiler, run};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Place;

const CLASS: &str = "out/o11/Source/NET/Prices.cs";
const LIBRARY: &str = "out/odc/Prices/Prices.cs";

/// Two versions of a library, and a folder for what they become.
struct Versions(Place);

impl Versions {
    fn new() -> Option<(Mono, Self)> {
        let mono = Mono::find("care")?;
        let place = Place::new();
        for version in ["Old", "New"] {
            let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/care");
            let library = place.put(&format!("{version}/Prices.dll"), "");
            run(compiler("library", &library).arg(sources.join(version).with_extension("cs")));
        }
        Some((mono, Self(place)))
    }

    /// Runs dllift; its exit code and what it says.
    fn translate(&self, version: &str, options: &[&str]) -> (i32, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_dllift"))
            .args(["translate", "--out", "out"])
            .args(options)
            .arg(format!("{version}/Prices.dll"))
            .current_dir(self.0.path(""))
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.code().unwrap(),
            String::from_utf8(said).unwrap().replace("\r\n", "\n"),
        )
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path(path)).unwrap()
    }

    /// Replaces a text that is there once.
    fn edit(&self, path: &str, old: &str, new: &str) {
        let text = self.read(path);
        let old = match text.contains("\r\n") {
            true => old.replace('\n', "\r\n"),
            false => old.to_owned(),
        };
        assert_eq!(text.matches(&old).count(), 1, "{old}\n{text}");
        fs::write(self.0.path(path), text.replace(&old, new)).unwrap();
    }

    /// Every file of the output with its bytes.
    fn output(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut folders = vec![self.0.path("out")];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    files.push((path, bytes));
                }
            }
        }
        files.sort();
        files
    }

    fn edit_everything(&self) {
        self.edit(
            CLASS,
            "using System.Data;\n",
            "using System.Data;\nusing System.Linq;\n",
        );
        let gross = "ssResult = Prices.Price.Gross(ssNet);\n";
        self.edit(
            CLASS,
            gross,
            "ssResult = Twice(Prices.Price.Gross(ssNet)) + (int) FromDouble(0.5); // by hand }\n",
        );
        self.edit(
            CLASS,
            "\t\t} // MssGross\n",
            "\t\t} // MssGross\n\n\t\tprivate static int Twice(int value) {\n\t\t\treturn new[] { value, value }.Sum();\n\t\t}\n",
        );
        let label = "ssResult = Prices.Price.Label(ssName) ?? \"\";\n";
        self.edit(CLASS, label, "ssResult = \"{\" + ssName;\n");
        let edited = "ssResult = Prices.Price.Edited(ssValue);\n";
        self.edit(CLASS, edited, "ssResult = 7;\n");
    }
}

#[test]
fn what_was_edited_stays_and_the_rest_is_new() {
    let Some((mono, versions)) = Versions::new() else {
        return;
    };
    assert_eq!(versions.translate("Old", &[]).0, 0);
    versions.edit_everything();
    let (exit, said) = versions.translate("New", &[]);
    assert_eq!(exit, 0, "{said}");
    insta::assert_snapshot!("what_is_said", said);
    insta::assert_snapshot!(
        "the_merged_class",
        versions.read(CLASS).replace("\r\n", "\n")
    );

    let before = versions.output();
    let (exit, said) = versions.translate("New", &[]);
    assert_eq!(exit, 0, "{said}");
    assert!(
        said.contains("27  unchanged") && !said.contains("written"),
        "{said}"
    );
    assert_eq!(versions.output(), before);
    assert_eq!(versions.translate("New", &["--check"]).0, 0);

    let folder = tempfile::tempdir().unwrap();
    fs::copy(
        versions.0.path("New/Prices.dll"),
        folder.path().join("Prices.dll"),
    )
    .unwrap();
    let sources = fs::read_dir(versions.0.path("out/o11/Source/NET")).unwrap();
    let files = sources.map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        GeneratedFile::new(name, fs::read(entry.path()).unwrap())
    });
    mono.compile_extension(folder.path(), &files.collect::<Vec<_>>(), &["Prices.dll"]);
}

#[test]
fn what_nobody_edited_is_what_a_new_folder_gets() {
    let Some((_, versions)) = Versions::new() else {
        return;
    };
    versions.translate("Old", &[]);
    let (_, said) = versions.translate("New", &[]);
    assert!(said.contains("added    MssFresh\n"), "{said}");
    assert!(said.contains("removed  MssDropped\n"), "{said}");
    let (class, library) = (versions.read(CLASS), versions.read(LIBRARY));
    let lock = versions.read("out/dllift.lock");
    fs::remove_dir_all(versions.0.path("out")).unwrap();
    versions.0.put("out/dllift.lock", lock);
    versions.translate("New", &[]);
    assert_eq!(versions.read(CLASS), class);
    assert_eq!(versions.read(LIBRARY), library);
}

#[test]
fn methods_of_the_library_for_odc_stay_too() {
    let Some((_, versions)) = Versions::new() else {
        return;
    };
    versions.translate("Old", &[]);
    let body = "return global::Prices.Price.Gross(Net);\n";
    versions.edit(
        LIBRARY,
        body,
        "return 2 * global::Prices.Price.Gross(Net);\n",
    );
    let (exit, said) = versions.translate("New", &[]);
    assert_eq!(exit, 0, "{said}");
    assert!(
        said.contains("kept, since you edited it  Gross\n"),
        "{said}"
    );
    let library = versions.read(LIBRARY);
    assert!(library.contains("return 2 * global::Prices.Price.Gross(Net);"));
    assert!(library.contains("Fresh(") && !library.contains("Dropped("));
}

#[test]
fn line_ends_and_a_mark_are_no_edit() {
    let Some((_, versions)) = Versions::new() else {
        return;
    };
    versions.translate("Old", &[]);
    let unix = versions.read(CLASS).replace("\r\n", "\n");
    versions.0.put(CLASS, format!("\u{feff}{unix}"));
    let (_, said) = versions.translate("New", &[]);
    assert!(!said.contains("kept"), "{said}");
    let merged = versions.read(CLASS);
    assert!(merged.contains("MssFresh") && !merged.contains('\r'));
}

#[test]
fn a_file_that_does_not_parse_is_left_alone() {
    let Some((_, versions)) = Versions::new() else {
        return;
    };
    versions.translate("Old", &[]);
    versions.edit(CLASS, "\t\t} // MssGross\n", "\t\t// MssGross\n");
    let before = versions.output();
    let (exit, said) = versions.translate("New", &[]);
    assert_eq!(exit, 1);
    assert!(
        said.contains("`out/o11/Source/NET/Prices.cs` was edited") && said.contains("brace"),
        "{said}"
    );
    assert_eq!(versions.output(), before);

    let (exit, _) = versions.translate("New", &["--force"]);
    assert_eq!(exit, 0);
    assert!(versions.read(CLASS).contains("} // MssGross"));
}

#[test]
fn check_says_what_is_out_of_date_and_writes_nothing() {
    let Some((_, versions)) = Versions::new() else {
        return;
    };
    let (exit, said) = versions.translate("Old", &["--check"]);
    assert_eq!(exit, 1);
    assert!(said.contains("write  o11/Source/NET/Prices.cs\n"), "{said}");
    assert!(!versions.0.path("out").exists());

    versions.translate("Old", &[]);
    assert_eq!(
        versions.translate("Old", &["--check"]),
        (0, "out: up to date\n".to_owned())
    );
    versions.edit(
        CLASS,
        "ssResult = Prices.Price.Edited(ssValue);\n",
        "ssResult = 7;\n",
    );
    assert_eq!(versions.translate("Old", &["--check"]).0, 0);

    versions.0.put("out/report.md", "mine");
    let before = versions.output();
    let (exit, said) = versions.translate("Old", &["--check"]);
    assert_eq!(
        (exit, said.as_str()),
        (
            1,
            "out\n  write  report.md\n\no11/Source/NET/Prices.cs\n  kept, since you edited it  MssEdited\n"
        )
    );
    let (exit, json) = versions.translate("Old", &["--check", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(exit, 1);
    assert_eq!(json["output"]["written"], serde_json::json!(["report.md"]));
    assert_eq!(json["output"]["methods"][0]["change"], "kept");
    assert_eq!(versions.output(), before);
}
