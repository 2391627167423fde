//! Malformed metadata, one test a case, each built in code.

#[path = "../support/fixture.rs"]
mod fixture;
mod images;
mod loops;
mod rows;
#[path = "../support/shell.rs"]
mod shell;
mod streams;

use dllift::clr::{Assembly, FileStore, Library};
use dllift::emit::dump;
use dllift::extension::Extension;
use dllift::metadata::limits;
use dllift::translate::{Options, translate};
use fixture::{
    EXPORTED_TYPE, FIELD, Fixture, METHOD, NESTED_CLASS, Short, TYPE_DEF, TYPE_REF, Wide,
};
use std::time::{Duration, Instant};

/// The dump of the image, which must be there soon.
fn dumped(fixture: &Fixture) -> String {
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let mut out = Vec::new();
    let start = Instant::now();
    dump::json(&assembly, "fixture", None, &mut out).unwrap();
    assert!(start.elapsed() < Duration::from_secs(5));
    String::from_utf8(out).unwrap()
}

/// The extension that the images become together.
fn translated(images: &[Vec<u8>]) -> Extension {
    let folder = tempfile::tempdir().unwrap();
    for (number, image) in images.iter().enumerate() {
        std::fs::write(folder.path().join(format!("{number}.dll")), image).unwrap();
    }
    let store = FileStore::open(&[folder.path().into()], &[]);
    translate(&Library::new(&store), &Options::default()).extension
}

fn lines<'d>(dump: &'d str, kind: &str) -> Vec<&'d str> {
    let head = format!("{{\"k\":\"{kind}\"");
    dump.lines()
        .filter(|line| line.starts_with(&head))
        .collect()
}

#[test]
fn a_sound_image_has_no_errors() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    fixture.class("C", 1, 1);
    fixture.field("f", &[0x06, 0x1d, 0x08]);
    let dump = dumped(&fixture);
    assert_eq!(lines(&dump, "type").len(), 2);
    assert!(lines(&dump, "field")[0].contains("\"t\":\"int32[]\""));
    assert!(lines(&dump, "error").is_empty());
}

#[test]
fn uncompressed_tables_are_read() {
    let mut fixture = Fixture::new();
    fixture.tables_stream = "#-";
    fixture.class("<Module>", 1, 1);
    assert_eq!(lines(&dumped(&fixture), "type").len(), 1);
}

#[test]
fn no_two_types_claim_one_field() {
    let mut fixture = Fixture::new();
    for _ in 0..2_000 {
        fixture.class("C", 1, 1);
        fixture.class("C", 2_000, 1);
    }
    let (name, signature) = (fixture.string("f"), fixture.blob(&[0x06, 0x08]));
    for _ in 0..2_000 {
        fixture.row(FIELD, &[Short(0x16), Wide(name), Wide(signature)]);
    }
    assert_eq!(lines(&dumped(&fixture), "field").len(), 2_000);
}

#[test]
fn a_list_past_the_table_leaves_its_neighbours_alone() {
    let mut fixture = Fixture::new();
    fixture.class("A", 1, 1);
    fixture.class("B", 77, 1);
    fixture.class("C", 2, 1);
    fixture.field("a", &[0x06, 0x08]);
    fixture.field("c", &[0x06, 0x08]);
    let dump = dumped(&fixture);
    let fields = lines(&dump, "field");
    assert!(fields[0].contains("\"type\":\"02000001\",\"n\":\"a\""));
    assert!(fields[1].contains("\"type\":\"02000003\",\"n\":\"c\""));
    assert_eq!(lines(&dump, "error").len(), 1);
}

/// A TypeDefOrRefOrSpecEncoded of four bytes for the type specification `row`.
fn encoded_spec(row: u32) -> [u8; 4] {
    (row << 2 | 2 | 0xc000_0000).to_be_bytes()
}

#[test]
fn type_specs_that_double_do_not_multiply() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    for next in 2..60 {
        // An instance of the first type, with the next specification as both arguments.
        let spec = encoded_spec(next);
        fixture.type_spec(&[&[0x15, 0x12, 0x04, 2, 0x12][..], &spec, &[0x12], &spec].concat());
    }
    fixture.type_spec(&[0x08]);
    fixture.field("f", &[&[0x06, 0x12][..], &encoded_spec(1)].concat());
    let dump = dumped(&fixture);
    assert_eq!(lines(&dump, "error").len(), 1);

    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let field = assembly.types().next().unwrap().fields().next().unwrap();
    assert!(field.unwrap().ty().is_err());
}

#[test]
fn a_type_spec_of_itself_ends() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    fixture.type_spec(&[&[0x12][..], &encoded_spec(1)].concat());
    fixture.field("f", &[&[0x06, 0x12][..], &encoded_spec(1)].concat());
    assert_eq!(lines(&dumped(&fixture), "error").len(), 1);
}

#[test]
fn loops_of_nested_classes_end() {
    let mut fixture = Fixture::new();
    fixture.class("A", 1, 1);
    fixture.class("B", 1, 1);
    fixture.class("C", 1, 1);
    fixture.row(NESTED_CLASS, &[Wide(1), Wide(1)]);
    fixture.row(NESTED_CLASS, &[Wide(2), Wide(3)]);
    fixture.row(NESTED_CLASS, &[Wide(3), Wide(2)]);
    assert_eq!(lines(&dumped(&fixture), "error").len(), 3);
}

#[test]
fn loops_of_scopes_and_exports_end() {
    let mut fixture = Fixture::new();
    let name = fixture.string("R");
    fixture.row(TYPE_REF, &[Wide(1 << 2 | 3), Wide(name), Wide(0)]);
    let base = 1 << 2 | 1;
    let cells = [Wide(1), Wide(name), Wide(0), Wide(base), Wide(1), Wide(1)];
    fixture.row(TYPE_DEF, &cells);
    let cells = [Wide(0), Wide(0), Wide(name), Wide(0), Wide(1 << 2 | 2)];
    fixture.row(EXPORTED_TYPE, &cells);
    assert_eq!(lines(&dumped(&fixture), "error").len(), 2);
}

#[test]
fn deep_signatures_end() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    let mut signature = vec![0x06];
    signature.resize(limits::SIGNATURE_BYTES, 0x1d);
    fixture.field("f", &signature);
    let mut nested = vec![0x06];
    // Generic instances that each claim as many arguments as bytes are left.
    nested.extend([0x15, 0x12, 0x04, 0x7f].repeat(10_000));
    fixture.field("g", &nested);
    assert_eq!(lines(&dumped(&fixture), "error").len(), 2);
}

#[test]
fn a_shared_blob_does_not_make_an_endless_dump() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    let name = fixture.string("n".repeat(limits::NAME_BYTES - 1));
    let signature = fixture.blob(&[0x06, 0x08]);
    for _ in 0..50_000 {
        fixture.row(FIELD, &[Short(0x16), Wide(name), Wide(signature)]);
    }
    let size = fixture.image().len() as u64;
    let length = dumped(&fixture).len() as u64;
    assert!(length < limits::DUMP_BASE + limits::DUMP_RATIO * size + 1_000_000);
}

#[test]
fn signatures_that_are_too_long_are_refused() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    let (name, signature) = (fixture.string("m"), fixture.blob(&vec![0; 1 << 20]));
    for _ in 0..10_000 {
        let cells = [
            Wide(0),
            Short(0),
            Short(0),
            Wide(name),
            Wide(signature),
            Wide(1),
        ];
        fixture.row(METHOD, &cells);
    }
    assert_eq!(lines(&dumped(&fixture), "error").len(), 10_000);
}

#[test]
fn unknown_tables_hide_only_what_follows() {
    let mut fixture = Fixture::new();
    fixture.class("<Module>", 1, 1);
    fixture.row(0x3e, &[Wide(0)]);
    assert_eq!(lines(&dumped(&fixture), "type").len(), 1);
    let mut fixture = Fixture::new();
    fixture.row(0x2d, &[Wide(0)]);
    fixture.row(0x30, &[Wide(0), Wide(0), Wide(0), Wide(0)]);
    assert!(Assembly::parse(&fixture.image()).is_err());
}

#[test]
fn a_method_of_sixty_thousand_parameters_is_translated_at_once() {
    let mut fixture = Fixture::new();
    fixture.assembly("A");
    fixture.class("<Module>", 1, 1);
    fixture.class("C", 1, 1);
    let count = 60_000u32;
    let head = [&[0x00][..], &(count | 0xc000_0000).to_be_bytes(), &[1]].concat();
    let signature = fixture.blob(&[&head[..], &vec![0x08; count as usize]].concat());
    let name = fixture.string("Add");
    let flags = [Wide(0), Short(0), Short(0x16)];
    let rest = [name, signature, 1].map(Wide);
    fixture.row(METHOD, &[&flags[..], &rest].concat());
    let image = fixture.image();
    let start = Instant::now();
    let extension = translated(&[image]);
    assert!(start.elapsed() < Duration::from_secs(3));
    assert_eq!(extension.actions[0].inputs.len(), count as usize);
}
