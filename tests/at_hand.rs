//! Types whose definition is not at hand, or is not the whole one.
#![allow(dead_code, reason = "the helpers serve other tests, too")]

#[path = "support/libraries.rs"]
mod libraries;
mod support;

use dllift::clr::{FileStore, Library};
use dllift::extension::{DataType, Extension};
use dllift::translate::{Options, translate};
use std::path::{Path, PathBuf};
use std::process::Command;
use support::Place;

/// Two libraries, of which the second takes the types of the first.
const PARTS: &str = "
namespace Vendor
{
    public class Connection
    {
        public string Host { get; set; }
#if !REFERENCE
        private readonly object session = new object();
        public override string ToString() { return Host + session; }
#endif
    }
    public enum Colour { Red, Green }
}";
const USER: &str = "
namespace User
{
    public static class Calls
    {
        public static Vendor.Connection Open(string host) { return new Vendor.Connection { Host = host }; }
        public static bool IsRed(Vendor.Colour colour) { return colour == Vendor.Colour.Red; }
        public static bool IsMonday(System.DayOfWeek day) { return day == System.DayOfWeek.Monday; }
    }
}";

fn compiled(place: &Place, library: &str, source: &str, options: &[&str]) -> PathBuf {
    let source = place.put(&format!("{library}.cs"), source);
    let library = place.put(&format!("{library}.dll"), "");
    let output = Command::new("mcs")
        .args(["-target:library", &format!("-out:{}", library.display())])
        .args(options)
        .arg(source)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    library
}

fn translated(input: &Path, ref_dirs: &[PathBuf]) -> Extension {
    let store = FileStore::open(&[input.to_path_buf()], ref_dirs);
    translate(&Library::new(&store), &Options::default()).extension
}

/// The types of an action: inputs, then outputs.
fn types(extension: &Extension, action: &str) -> Vec<DataType> {
    let mut actions = extension.actions.iter();
    let action = actions.find(|of| of.name == action).unwrap();
    let parameters = action.inputs.iter().chain(&action.outputs);
    parameters.map(|of| of.data_type.clone()).collect()
}

fn messages<'e>(extension: &'e Extension, code: &str) -> Vec<&'e str> {
    let said = extension.diagnostics.iter().filter(|of| of.code == code);
    said.map(|of| of.message.as_str()).collect()
}

#[test]
fn what_a_reference_assembly_hides_is_no_structure() {
    if libraries::mono_lib("at_hand").is_none() {
        return;
    }
    let place = Place::new();
    let attribute =
        "[assembly: System.Runtime.CompilerServices.ReferenceAssembly]".to_owned() + PARTS;
    let vendor = compiled(&place, "lib/Vendor", PARTS, &[]);
    let reference = compiled(&place, "ref/Vendor", &attribute, &["-define:REFERENCE"]);
    let against = format!("-reference:{}", vendor.display());
    let user = compiled(&place, "User", USER, &[&against]);

    let [vendor_dir, reference_dir] =
        [&vendor, &reference].map(|path| path.parent().unwrap().to_path_buf());
    for dir in [vendor_dir, reference_dir.clone()] {
        let extension = translated(&user, &[dir]);
        assert_eq!(
            types(&extension, "Open"),
            [DataType::Text, DataType::Object]
        );
        assert_eq!(types(&extension, "IsRed")[0], DataType::Text);
    }
    let extension = translated(&user, &[reference_dir]);
    assert_eq!(
        messages(&extension, "DL4020"),
        ["Vendor.dll is a reference assembly, which has no code."]
    );
    assert!(messages(&translated(&vendor, &[]), "DL4020").is_empty());
    assert_eq!(messages(&translated(&reference, &[]), "DL4020").len(), 1);
}

#[test]
fn a_value_type_that_is_not_at_hand_is_named() {
    let Some(mono) = libraries::mono_lib("at_hand") else {
        return;
    };
    let place = Place::new();
    let vendor = compiled(&place, "Vendor", PARTS, &[]);
    let against = format!("-reference:{}", vendor.display());
    let user = compiled(&place, "User", USER, &[&against]);

    let extension = translated(&user, &[]);
    assert_eq!(types(&extension, "IsMonday")[0], DataType::Object);
    assert_eq!(
        messages(&extension, "DL2011"),
        ["Values of System.DayOfWeek, mscorlib travel as Objects."]
    );
    let extension = translated(&user, &[mono]);
    assert_eq!(types(&extension, "IsMonday")[0], DataType::Text);
    assert!(messages(&extension, "DL2011").is_empty());
}
