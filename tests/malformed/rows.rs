//! Rows, and the names and blobs that they refer to.

use crate::fixture::{CONSTANT, FIELD, Fixture, METHOD, NESTED_CLASS, Short, Wide};
use dllift::clr::{Assembly, AssemblySet};
use dllift::metadata::{Constant, ErrorKind, Id, TableId, TypeDefOrRef, signature, table};

/// File offset of the content of the stream `name`.
fn stream_offset(assembly: &Assembly<'_>, name: &str) -> u64 {
    let mut streams = assembly.metadata().streams().iter();
    let stream = streams.find(|stream| stream.name == name).unwrap();
    stream.offset
}

#[test]
fn a_row_past_the_end_is_an_error_of_its_cell() {
    let mut fixture = Fixture::new();
    fixture.derived("C", 99 << 2, 1, 1);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let expected = ErrorKind::NoSuchRow {
        table: TableId::TypeDef,
        row: 99,
        rows: 1,
    };
    let class = assembly.types().next().unwrap();
    let error = class.base().unwrap_err();
    assert_eq!(*error.kind(), expected);
    assert_eq!(error.cell(), Some((TableId::TypeDef, 1, "extends")));
    assert_eq!(class.name(), Ok("C"));

    let error = assembly.type_def(Id::new(99).unwrap()).unwrap_err();
    assert_eq!(*error.kind(), expected);
}

#[test]
fn a_tag_of_no_table_is_an_error_of_its_cell() {
    let mut fixture = Fixture::new();
    fixture.derived("C", 1 << 2 | 3, 1, 1);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let error = assembly.types().next().unwrap().base().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::BadTag { value: 7 });
    assert_eq!(error.cell(), Some((TableId::TypeDef, 1, "extends")));
}

/// The definition that the first type reference of `fixture` leads to.
fn resolved(fixture: &Fixture) -> String {
    let image = fixture.image();
    let set = AssemblySet::new(vec![Assembly::parse(&image).unwrap()]);
    let reference = TypeDefOrRef::TypeRef(Id::new(1).unwrap());
    let found = set.resolve(&set.assemblies()[0], reference).unwrap();
    found.full_name().unwrap().to_string()
}

#[test]
fn a_reference_without_a_scope_is_one_to_the_own_assembly() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.type_ref(0, "C");
    assert_eq!(resolved(&fixture), "C");
}

#[test]
fn a_reference_in_the_scope_of_the_module_is_one_to_the_own_assembly() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.type_ref(1 << 2, "C");
    assert_eq!(resolved(&fixture), "C");
}

#[test]
fn the_padding_of_a_constant_is_ignored() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.field("f", &[0x06, 0x08]);
    let value = fixture.blob(&7u32.to_le_bytes());
    fixture.row(CONSTANT, &[Short(0xab08), Wide(1 << 2), Wide(value)]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let mut fields = assembly.types().next().unwrap().fields();
    let field = fields.next().unwrap().unwrap();
    assert_eq!(field.constant(), Ok(Some(Constant::I4(7))));
}

#[test]
fn a_constant_that_is_too_short_is_an_error() {
    let mut fixture = Fixture::new();
    let value = fixture.blob(&[1, 2, 3]);
    fixture.row(CONSTANT, &[Short(0x08), Wide(0), Wide(value)]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let row = assembly.metadata().first::<table::Constant>().unwrap();
    let error = row.decode().unwrap_err();
    let expected = ErrorKind::BadConstant {
        element_type: 8,
        length: 3,
    };
    assert_eq!(*error.kind(), expected);
    let blob = stream_offset(&assembly, "#Blob") + u64::from(value) + 4;
    assert_eq!(error.offset(), Some(blob));
}

#[test]
fn a_compressed_integer_of_five_bytes_is_an_error() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    let name = fixture.string("f");
    let length = fixture.raw_blob(&[0xe0, 0, 0, 0, 2, 0x06, 0x08]);
    fixture.row(FIELD, &[Short(0x16), Wide(name), Wide(length)]);
    fixture.field("g", &[0x06, 0x12, 0xff, 1, 2, 3, 4]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let start = stream_offset(&assembly, "#Blob");
    let mut rows = assembly.metadata().rows::<table::Field>();

    let error = rows.next().unwrap().signature().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::BadCompressedInteger(0xe0));
    assert_eq!(error.offset(), Some(start + u64::from(length)));
    assert_eq!(error.cell(), Some((TableId::Field, 1, "signature")));

    let signature = rows.next().unwrap().signature().unwrap();
    let at = signature.offset() + 2;
    let error = signature::field(signature).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::BadCompressedInteger(0xff));
    assert_eq!(error.offset(), Some(at));
}

#[test]
fn a_name_that_is_not_utf8_is_an_error_of_its_row() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    let name = fixture.string([0xff, b'x']);
    let signature = fixture.blob(&[0x06, 0x08]);
    fixture.row(FIELD, &[Short(0x16), Wide(name), Wide(signature)]);
    fixture.field("sound", &[0x06, 0x08]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let fields = assembly.types().next().unwrap().fields();
    let names: Vec<_> = fields.map(|field| field.unwrap().name()).collect();
    let error = names[0].clone().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::InvalidUtf8);
    let at = stream_offset(&assembly, "#Strings") + u64::from(name);
    assert_eq!(error.offset(), Some(at));
    assert_eq!(error.cell(), Some((TableId::Field, 1, "name")));
    assert_eq!(names[1], Ok("sound"));
}

#[test]
fn a_table_that_is_not_sorted_is_searched_all_the_same() {
    let mut fixture = Fixture::new();
    for name in ["A", "B", "C"] {
        fixture.class(name, 1, 1);
    }
    fixture.row(NESTED_CLASS, &[Wide(3), Wide(1)]);
    fixture.row(NESTED_CLASS, &[Wide(2), Wide(3)]);
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let names = assembly
        .types()
        .map(|ty| ty.full_name().unwrap().to_string());
    assert_eq!(names.collect::<Vec<_>>(), ["A", "A+C+B", "A+C"]);
}

#[test]
fn a_method_with_a_damaged_signature_can_be_displayed() {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    let (name, signature) = (fixture.string("Pay"), fixture.blob(&[0x00, 0x7f]));
    let flags = [Wide(0), Short(0), Short(0x16)];
    let rest = [name, signature, 1].map(Wide);
    fixture.row(METHOD, &[&flags[..], &rest].concat());
    let image = fixture.image();
    let assembly = Assembly::parse(&image).unwrap();
    let mut methods = assembly.types().next().unwrap().methods();
    assert_eq!(methods.next().unwrap().unwrap().to_string(), "Pay(?)");
}
