//! Libraries that are small and have much in them: types that hold themselves or each other many times over, and
//! hundreds of overloads. What is made of them stays in proportion.

#[path = "support/libraries.rs"]
mod libraries;
mod support;

use dllift::clr::{FileStore, Library};
use dllift::emit::odc::library_files;
use dllift::extension::DataType;
use dllift::translate::{Lock, Options, Translation, translate};
use std::process::Command;
use support::Place;

/// The translation of C#; `None` without mono.
fn translated(source: &str) -> Option<Translation> {
    libraries::mono_lib("growth")?;
    let place = Place::new();
    let code = place.put("Growing.cs", source);
    let library = place.path("Growing.dll");
    let output = Command::new("mcs")
        .args(["-target:library", &format!("-out:{}", library.display())])
        .arg(code)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let store = FileStore::open(&[library], &[]);
    Some(translate(&Library::new(&store), &Options::default()))
}

#[test]
fn a_collection_of_itself_ends_in_objects() {
    let Some(translation) = translated(
        "using System.Collections.Generic;
        public class Own : List<Own> { }
        public class Here : List<There> { }
        public class There : List<Here> { }
        public class Wider<T> : List<Wider<Wider<T>>> { }
        public static class Calls
        {
            public static Own Self(Own own) { return own; }
            public static Here Each(Here here) { return here; }
            public static void Map(Dictionary<Own, There> map) { }
            public static void Widen(Wider<int> wider) { }
        }",
    ) else {
        return;
    };
    let mut actions = translation.extension.actions.iter();
    let own = actions.find(|action| action.name == "Self").unwrap();
    let list = DataType::Object.into_list();
    assert_eq!(own.inputs[0].data_type, list);
    assert_eq!(own.outputs[0].data_type, list);
    assert_eq!(
        actions.find(|of| of.name == "Each").unwrap().inputs[0].data_type,
        list.into_list()
    );
}

#[test]
fn tests_of_structures_in_structures_stay_small() {
    let mut source = "public class T60 { public int A { get; set; } }\n".to_owned();
    for at in 0..60 {
        let next = at + 1;
        source += &format!(
            "public class T{at} {{
                public T{next} B {{ get; set; }}
                public T{next} C {{ get; set; }}
                public static T{at} Copy(T{at} of) {{ return of; }}
            }}\n"
        );
    }
    let Some(translation) = translated(&source) else {
        return;
    };
    let files = library_files(translation.odc.as_ref().unwrap(), &Lock::default());
    let tests = files
        .iter()
        .find(|file| file.path.ends_with("Program.cs"))
        .unwrap();
    assert!(tests.bytes.len() < 1_000_000, "{}", tests.bytes.len());
}

#[test]
fn a_thousand_overloads_have_names_of_their_own() {
    let overload = |at: usize| {
        let types = (0..10).map(|bit| if at >> bit & 1 == 1 { "int" } else { "string" });
        let parameters: Vec<String> = types
            .zip("abcdefghij".chars())
            .map(|(ty, name)| format!("{ty} {name}"))
            .collect();
        format!("public static void M({}) {{ }}\n", parameters.join(", "))
    };
    let overloads: String = (0..1000).map(overload).collect();
    let Some(translation) = translated(&format!("public static class A {{ {overloads} }}")) else {
        return;
    };
    let actions = &translation.extension.actions;
    assert_eq!(actions.len(), 1000);
    let mut names: Vec<&str> = actions.iter().map(|of| of.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 1000);
}
