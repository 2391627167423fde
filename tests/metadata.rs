//! The encodings of ECMA-335, each with the examples of the standard and the edges of its range.

use dllift::metadata::attribute::{self, Argument, EnumSizes, TypeClass};
use dllift::metadata::signature::{self, CallingConvention, ElementType, TypeSig};
use dllift::metadata::{
    Coded, Cursor, ErrorKind, Guid, HasCustomAttribute, Id, TableId, Token, TypeDefOrRef, limits,
    table,
};

fn cursor(bytes: &[u8]) -> Cursor<'_> {
    Cursor::new(bytes, 0)
}

#[test]
fn compressed_unsigned_integers_are_those_of_the_standard() {
    for (bytes, value) in [
        (&[0x03][..], 0x03),
        (&[0x7f], 0x7f),
        (&[0x80, 0x80], 0x80),
        (&[0xae, 0x57], 0x2e57),
        (&[0xbf, 0xff], 0x3fff),
        (&[0xc0, 0x00, 0x40, 0x00], 0x4000),
        (&[0xdf, 0xff, 0xff, 0xff], 0x1fff_ffff),
    ] {
        let mut cursor = cursor(bytes);
        assert_eq!(cursor.compressed_u32(), Ok(value), "{bytes:x?}");
        assert!(cursor.is_empty());
    }
}

#[test]
fn compressed_signed_integers_are_those_of_the_standard() {
    for (bytes, value) in [
        (&[0x06][..], 3),
        (&[0x7b], -3),
        (&[0x80, 0x80], 64),
        (&[0x01], -64),
        (&[0xc0, 0x00, 0x40, 0x00], 8192),
        (&[0x80, 0x01], -8192),
        (&[0xdf, 0xff, 0xff, 0xfe], 268_435_455),
        (&[0xc0, 0x00, 0x00, 0x01], -268_435_456),
    ] {
        assert_eq!(cursor(bytes).compressed_i32(), Ok(value), "{bytes:x?}");
    }
}

#[test]
fn a_compressed_integer_of_five_bytes_is_an_error() {
    for first in [0xe0, 0xf0, 0xff] {
        let error = cursor(&[first, 1, 2, 3, 4]).compressed_u32().unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::BadCompressedInteger(first));
        assert_eq!(error.offset(), Some(0));
    }
}

#[test]
fn a_cut_off_integer_says_what_it_needs() {
    let error = Cursor::new(&[0xc0, 0], 0x40).compressed_u32().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a compressed integer is cut off: it needs 4 bytes, 2 are left at file offset 0x40"
    );
}

#[test]
fn coded_indices_pack_the_tag_below_the_row() {
    let class = TypeDefOrRef::TypeRef(Id::new(0x123).unwrap());
    assert_eq!(class.encode(), 0x123 << 2 | 1);
    assert_eq!(class.token(), Token(0x0100_0123));
    let method = HasCustomAttribute::MethodSpec(Id::new(1).unwrap());
    assert_eq!(method.encode(), 1 << 5 | 21);
    assert_eq!(TypeDefOrRef::from_parts(3, 1), None);
    assert_eq!(TypeDefOrRef::from_parts(0, 0), None);
}

#[test]
fn tokens_name_their_table() {
    let id: Id<table::MethodDef> = Id::new(7).unwrap();
    assert_eq!(id.to_string(), "06000007");
    assert_eq!(id.token().table(), Some(TableId::MethodDef));
    assert_eq!(Token(0x2f00_0001).table(), None);
}

#[test]
fn a_guid_is_written_as_everybody_writes_it() {
    let bytes = *b"\x15\x41\xb1\x2d\x6e\xaf\x62\x45\xa3\x91\x9c\x01\x45\x0f\x4e\xfd";
    assert_eq!(
        Guid(bytes).to_string(),
        "2db14115-af6e-4562-a391-9c01450f4efd"
    );
}

#[test]
fn method_signatures_keep_their_parts() {
    // instance generic<1> !!0 (int32&, string[])
    let blob = [0x30, 1, 2, 0x1e, 0, 0x10, 0x08, 0x1d, 0x0e];
    let sig = signature::method(cursor(&blob)).unwrap();
    assert!(sig.has_this && !sig.explicit_this);
    assert_eq!(sig.generic_parameters, 1);
    assert_eq!(sig.return_type, TypeSig::MVar(0));
    let int = Box::new(TypeSig::Primitive(ElementType::I4));
    let string = Box::new(TypeSig::Primitive(ElementType::String));
    assert_eq!(
        sig.parameters,
        [TypeSig::ByRef(int), TypeSig::SzArray(string)]
    );
}

#[test]
fn a_sentinel_ends_the_required_parameters() {
    let blob = [0x05, 2, 0x01, 0x08, 0x41, 0x0e];
    let sig = signature::method(cursor(&blob)).unwrap();
    assert_eq!(sig.convention, CallingConvention::VarArg);
    assert_eq!((sig.parameters.len(), sig.required_parameters), (2, 1));
}

#[test]
fn arrays_keep_their_bounds() {
    // II.23.2.13: string [7...11, 0, 0...4] with lower bounds 7 and 0.
    let blob = [0x06, 0x14, 0x0e, 3, 2, 5, 3, 2, 14, 0];
    let TypeSig::Array(element, shape) = signature::field(cursor(&blob)).unwrap() else {
        panic!("not an array");
    };
    assert_eq!(*element, TypeSig::Primitive(ElementType::String));
    assert_eq!(
        (shape.rank, shape.sizes, shape.lower_bounds),
        (3, vec![5, 3], vec![7, 0])
    );
}

#[test]
fn modifiers_stand_around_their_type() {
    let blob = [0x06, 0x1f, 0x05, 0x20, 0x09, 0x08];
    let sig = signature::field(cursor(&blob)).unwrap();
    let TypeSig::Modified(outer, inner) = &sig else {
        panic!("no modifier: {sig:?}");
    };
    assert!(outer.required);
    assert!(matches!(&**inner, TypeSig::Modified(inner, _) if !inner.required));
    assert_eq!(sig.unmodified(), &TypeSig::Primitive(ElementType::I4));
}

#[test]
fn endless_nesting_is_an_error() {
    let mut blob = vec![0x06];
    blob.resize(limits::SIGNATURE_BYTES, 0x1d);
    let error = signature::field(cursor(&blob)).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::TooDeep);
}

#[test]
fn a_signature_longer_than_the_limit_is_not_read() {
    let blob = vec![0x06; limits::SIGNATURE_BYTES + 1];
    let error = signature::field(cursor(&blob)).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::TooLong(blob.len() as u64));
}

#[test]
fn a_count_that_cannot_fit_reserves_nothing() {
    let error = signature::method(cursor(&[0x00, 0xdf, 0xff, 0xff, 0xff, 0x01])).unwrap_err();
    assert_eq!(
        error.kind(),
        &ErrorKind::BadCount {
            count: 0x1fff_ffff,
            left: 1
        }
    );
}

/// Every type is an enum of this width.
struct Enums(Option<ElementType>);

impl EnumSizes for Enums {
    fn classify(&self, _: TypeDefOrRef) -> TypeClass {
        TypeClass::Enum("Ns.Color".into(), self.0)
    }

    fn underlying_of_name(&self, _: &str) -> Option<ElementType> {
        self.0
    }
}

/// A constructor with one parameter of the value type `TypeDef 1`.
const ENUM_CONSTRUCTOR: &[u8] = &[0x20, 1, 0x01, 0x11, 0x04];

#[test]
fn attribute_arguments_are_read_by_type() {
    // (string, null string, object = 5, int32[] = { 1 }), Name = true
    let constructor = [0x20, 4, 0x01, 0x0e, 0x0e, 0x1c, 0x1d, 0x08];
    let constructor = signature::method(cursor(&constructor)).unwrap();
    let blob = b"\x01\x00\x02hi\xff\x08\x05\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x54\x02\x04Name\x01";
    let value = attribute::decode(cursor(blob), &constructor, &[], &Enums(None)).unwrap();
    assert_eq!(value.fixed[0].as_str(), Some("hi"));
    assert_eq!(value.fixed[1], Argument::String(None));
    assert_eq!(value.fixed[2], Argument::Boxed(Box::new(Argument::I4(5))));
    assert!(matches!(
        &value.fixed[3],
        Argument::Array(_, Some(elements)) if *elements == [Argument::I4(1)]
    ));
    assert_eq!(value.named("Name").and_then(Argument::as_bool), Some(true));
}

#[test]
fn a_generic_attribute_takes_its_type_arguments() {
    // (!0, !1[]) of an instance for string and int16
    let constructor = [0x20, 2, 0x01, 0x13, 0, 0x1d, 0x13, 1];
    let constructor = signature::method(cursor(&constructor)).unwrap();
    let arguments = [ElementType::String, ElementType::I2].map(TypeSig::Primitive);
    let blob = b"\x01\x00\x02hi\x01\0\0\0\xff\xff\0\0";
    let value = attribute::decode(cursor(blob), &constructor, &arguments, &Enums(None)).unwrap();
    assert_eq!(value.fixed[0].as_str(), Some("hi"));
    assert!(matches!(
        &value.fixed[1],
        Argument::Array(_, Some(elements)) if *elements == [Argument::I2(-1)]
    ));
    let error = attribute::decode(cursor(blob), &constructor, &[], &Enums(None)).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::BadElementType(0x13));
}

#[test]
fn an_enum_nested_in_a_generic_type_is_an_enum() {
    // (valuetype Outer<int32>): the enum is an instance of a generic type
    let constructor = [0x20, 1, 0x01, 0x15, 0x11, 0x04, 1, 0x08];
    let constructor = signature::method(cursor(&constructor)).unwrap();
    let enums = Enums(Some(ElementType::I2));
    let value = attribute::decode(cursor(&[1, 0, 3, 0, 0, 0]), &constructor, &[], &enums);
    assert_eq!(value.unwrap().fixed[0].as_integer(), Some(3));
}

#[test]
fn an_enum_takes_the_width_that_its_definition_says() {
    let constructor = signature::method(cursor(ENUM_CONSTRUCTOR)).unwrap();
    let enums = Enums(Some(ElementType::I2));
    let value = attribute::decode(cursor(&[1, 0, 0xfe, 0xff, 0, 0]), &constructor, &[], &enums);
    assert_eq!(value.unwrap().fixed[0].as_integer(), Some(-2));
}

#[test]
fn an_unknown_enum_takes_the_only_width_that_fits() {
    let constructor = signature::method(cursor(ENUM_CONSTRUCTOR)).unwrap();
    let value = attribute::decode(cursor(&[1, 0, 7, 0, 0]), &constructor, &[], &Enums(None));
    assert_eq!(value.unwrap().fixed[0].as_integer(), Some(7));
}

#[test]
fn an_unknown_enum_that_fits_no_width_is_an_error() {
    let constructor = signature::method(cursor(ENUM_CONSTRUCTOR)).unwrap();
    let value = attribute::decode(
        cursor(&[1, 0, 7, 0, 0, 1, 1]),
        &constructor,
        &[],
        &Enums(None),
    );
    let error = value.unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::UnknownEnum("Ns.Color".to_owned()));
}
