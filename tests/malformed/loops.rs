//! References that lead back to where they came from.

use crate::fixture::{Fixture, NESTED_CLASS, Wide};
use crate::{encoded_spec, translated};
use dllift::clr::{Assembly, AssemblySet, TypeName, Unresolved};
use dllift::metadata::{Error, ErrorKind, Id, TypeDefOrRef};

/// The full names of the types, or what is wrong with them.
fn full_names(fixture: &Fixture) -> Vec<Result<String, ErrorKind>> {
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let names = assembly.types().map(|ty| {
        let name = ty.full_name().map(|name| name.to_string());
        name.map_err(|error| error.kind().clone())
    });
    names.collect()
}

#[test]
fn a_class_nested_in_itself_has_no_full_name() {
    let mut fixture = Fixture::new();
    fixture.class("A", 1, 1);
    fixture.class("B", 1, 1);
    fixture.row(NESTED_CLASS, &[Wide(1), Wide(1)]);
    let expected = [Err(ErrorKind::TooDeep), Ok("B".into())];
    assert_eq!(full_names(&fixture), expected);
}

#[test]
fn two_classes_nested_in_each_other_have_no_full_names() {
    let mut fixture = Fixture::new();
    fixture.class("A", 1, 1);
    fixture.class("B", 1, 1);
    fixture.class("C", 1, 1);
    fixture.row(NESTED_CLASS, &[Wide(1), Wide(2)]);
    fixture.row(NESTED_CLASS, &[Wide(2), Wide(1)]);
    let deep = || Err(ErrorKind::TooDeep);
    assert_eq!(full_names(&fixture), [deep(), deep(), Ok("C".into())]);
}

/// What is wrong with the type of the first field of the first class.
fn field_error(fixture: &Fixture) -> Error {
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let mut fields = assembly.types().next().unwrap().fields();
    fields.next().unwrap().unwrap().ty().unwrap_err()
}

#[test]
fn a_type_spec_of_itself_is_too_deep() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.type_spec(&[&[0x12][..], &encoded_spec(1)].concat());
    fixture.field("f", &[&[0x06, 0x12][..], &encoded_spec(1)].concat());
    assert_eq!(*field_error(&fixture).kind(), ErrorKind::TooDeep);
}

#[test]
fn a_type_spec_loop_of_two_is_too_deep() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.type_spec(&[&[0x1d, 0x12][..], &encoded_spec(2)].concat());
    fixture.type_spec(&[&[0x12][..], &encoded_spec(1)].concat());
    fixture.field("f", &[&[0x06, 0x12][..], &encoded_spec(1)].concat());
    assert_eq!(*field_error(&fixture).kind(), ErrorKind::TooDeep);
}

#[test]
fn a_base_type_that_is_no_type_spec_is_an_error_of_the_spec() {
    let mut fixture = Fixture::new();
    fixture.derived("C", 1 << 2 | 2, 1, 1);
    fixture.derived("D", 2 << 2 | 2, 1, 1);
    fixture.type_spec(&[0x41]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let bases: Vec<_> = assembly.types().map(|ty| ty.base().unwrap_err()).collect();
    assert_eq!(*bases[0].kind(), ErrorKind::BadElementType(0x41));
    let mut streams = assembly.metadata().streams().iter();
    let blobs = streams.find(|stream| stream.name == "#Blob").unwrap();
    // The first blob begins at 1 with a length of four bytes.
    assert_eq!(bases[0].offset(), Some(blobs.offset + 5));
    assert!(matches!(
        bases[1].kind(),
        ErrorKind::NoSuchRow {
            row: 2,
            rows: 1,
            ..
        }
    ));
}

#[test]
fn a_type_exported_by_itself_has_no_name() {
    for implementation in [[1, 1], [2, 1]] {
        let mut fixture = Fixture::new();
        for row in implementation {
            fixture.exported_type("E", row << 2 | 2);
        }
        let image = fixture.image();
        let assembly = Assembly::parse(&image).unwrap();
        let error = TypeName::of_exported(&assembly, Id::new(1).unwrap()).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::TooDeep);
        assert_eq!(assembly.exported_types().count(), 0);
    }
}

/// An assembly that refers to the type `T` of the other and forwards it there.
fn forwarder(name: &str, other: &str) -> Vec<u8> {
    let mut fixture = Fixture::new();
    fixture.assembly(name);
    let other = fixture.assembly_ref(other);
    fixture.type_ref(other << 2 | 2, "T");
    fixture.exported_type("T", other << 2 | 1);
    fixture.image()
}

#[test]
fn a_type_forwarded_to_and_fro_is_not_found() {
    let images = [forwarder("A", "B"), forwarder("B", "A")];
    let assemblies = images.iter().map(|image| Assembly::parse(image).unwrap());
    let set = AssemblySet::new(assemblies.collect());
    let reference = TypeDefOrRef::TypeRef(Id::new(1).unwrap());
    let found = set.resolve(&set.assemblies()[0], reference);
    let Err(Unresolved::Damaged(error)) = found else {
        panic!("{found:?}");
    };
    assert_eq!(*error.kind(), ErrorKind::TooDeep);
}

/// An assembly whose class `T` derives from that of the other.
fn derived(name: &str, other: &str) -> Vec<u8> {
    let mut fixture = Fixture::new();
    fixture.assembly(name);
    let other = fixture.assembly_ref(other);
    let base = fixture.type_ref(other << 2 | 2, "T");
    fixture.class("<Module>", 1, 1);
    fixture.derived("T", base << 2 | 1, 1, 1);
    fixture.field("f", &[0x06, 0x12, (base << 2 | 1) as u8]);
    fixture.image()
}

#[test]
fn two_assemblies_whose_classes_derive_from_each_other_are_translated() {
    let images = [("A", "B"), ("B", "A")].map(|(name, other)| derived(name, other));
    let extension = translated(&images);
    assert_eq!(extension.inputs.len(), 2);
    assert!(!extension.members.is_empty());
}
