//! The metadata root, the streams and the head of the table stream.

use crate::fixture::{Fixture, Stream, TYPE_DEF, root};
use dllift::metadata::{ErrorKind, Metadata, TableId, table};

/// Where the metadata is said to be in the file.
const OFFSET: u64 = 0x1000;

/// A fixture with one class.
fn with_class(name: &str) -> Fixture {
    let mut fixture = Fixture::new();
    fixture.class(name, 1, 1);
    fixture
}

/// The name of the first class in the metadata of `streams`.
fn class_name(streams: &[Stream]) -> String {
    let bytes = root(streams);
    let metadata = Metadata::parse(&bytes, OFFSET).unwrap();
    let name = metadata.first::<table::TypeDef>().unwrap().name();
    name.unwrap().to_owned()
}

/// The stream `name` of the fixture, which need not be called so there.
fn stream(fixture: &Fixture, name: &'static str) -> Stream {
    let number = match name {
        "#~" | "#-" => 0,
        "#Strings" => 1,
        "#Blob" => 2,
        _ => 3,
    };
    (name, fixture.streams().swap_remove(number).1)
}

#[test]
fn of_two_heaps_of_one_name_the_first_counts() {
    for tables in ["#~", "#-"] {
        let (mut first, second) = (with_class("First"), with_class("Second"));
        first.tables_stream = tables;
        let mut streams = first.streams();
        streams.extend(["#Strings", "#Blob", "#GUID"].map(|name| stream(&second, name)));
        assert_eq!(class_name(&streams), "First");
        let bytes = root(&streams);
        let metadata = Metadata::parse(&bytes, OFFSET).unwrap();
        assert_eq!(metadata.blobs().bytes(), streams[2].1);
        assert_eq!(metadata.guids().bytes(), streams[3].1);

        streams.rotate_left(5);
        assert_eq!(class_name(&streams), "Second");
    }
}

#[test]
fn of_two_heaps_of_user_strings_the_first_counts() {
    let mut streams = with_class("C").streams();
    streams.push(("#US", b"\0\x03a\0\0".to_vec()));
    streams.push(("#US", b"\0\x03b\0\0".to_vec()));
    let bytes = root(&streams);
    let metadata = Metadata::parse(&bytes, OFFSET).unwrap();
    assert_eq!(
        metadata.user_strings().user_string(1).unwrap(),
        [u16::from(b'a')]
    );
}

#[test]
fn of_two_compressed_table_streams_the_first_counts() {
    let (one, two) = (with_class("C"), Fixture::new());
    let mut streams = one.streams();
    streams.push(stream(&two, "#~"));
    assert_eq!(class_name(&streams), "C");
}

#[test]
fn an_uncompressed_table_stream_wins_over_a_compressed_one() {
    let (one, none) = (with_class("C"), Fixture::new());
    let mut streams = one.streams();
    streams[0] = stream(&none, "#~");
    streams.push(stream(&one, "#-"));
    assert_eq!(class_name(&streams), "C");
    streams.rotate_right(1);
    assert_eq!(class_name(&streams), "C");
}

#[test]
fn of_two_uncompressed_table_streams_the_last_counts() {
    let (one, none) = (with_class("C"), Fixture::new());
    let mut streams = one.streams();
    streams[0] = stream(&none, "#-");
    streams.push(stream(&one, "#-"));
    assert_eq!(class_name(&streams), "C");
}

#[test]
fn without_user_strings_only_the_empty_one_exists() {
    let bytes = with_class("C").metadata();
    let metadata = Metadata::parse(&bytes, OFFSET).unwrap();
    let heap = metadata.user_strings();
    assert!(heap.user_string(0).unwrap().is_empty());
    let expected = ErrorKind::PastHeap {
        heap: "#US",
        index: 1,
        size: 0,
    };
    assert_eq!(*heap.user_string(1).unwrap_err().kind(), expected);
}

#[test]
fn heap_names_in_lower_case_are_other_streams() {
    let fixture = with_class("C");
    let mut streams = fixture.streams();
    streams[1].0 = "#strings";
    let bytes = root(&streams);
    let metadata = Metadata::parse(&bytes, OFFSET).unwrap();
    let class = metadata.first::<table::TypeDef>().unwrap();
    let error = class.name().unwrap_err();
    let expected = ErrorKind::PastHeap {
        heap: "#Strings",
        index: 3,
        size: 0,
    };
    assert_eq!(*error.kind(), expected);
    assert_eq!(error.cell(), Some((TableId::TypeDef, 1, "name")));
    assert_eq!(class.namespace(), Ok(""));
}

#[test]
fn extra_table_data_is_skipped() {
    let mut fixture = with_class("C");
    fixture.extra_data = Some(0xffff_ffff);
    assert_eq!(class_name(&fixture.streams()), "C");
}

#[test]
fn a_row_count_of_all_ones_reserves_nothing() {
    let mut fixture = with_class("C");
    fixture.claimed_rows = Some((TYPE_DEF, u32::MAX));
    let bytes = fixture.metadata();
    let error = Metadata::parse(&bytes, OFFSET).unwrap_err();
    let expected = ErrorKind::CutOff {
        what: "TypeDef",
        needs: u64::from(u32::MAX) * 24,
        has: 24,
    };
    assert_eq!(*error.kind(), expected);
    // The rows of Module, 18 bytes, come after the head of the stream and two row counts.
    let tables = first_stream(&bytes);
    assert_eq!(error.offset(), Some(OFFSET + tables + 24 + 8 + 18));
}

/// File offset in the root of the first stream.
fn first_stream(root: &[u8]) -> u64 {
    u32::from_le_bytes(root[24..28].try_into().unwrap()).into()
}

#[test]
fn a_heap_length_past_the_file_is_cut_off() {
    let mut bytes = with_class("C").metadata();
    bytes[28..32].copy_from_slice(&u32::MAX.to_le_bytes());
    let error = Metadata::parse(&bytes, OFFSET).unwrap_err();
    let expected = ErrorKind::CutOff {
        what: "a stream",
        needs: u32::MAX.into(),
        has: bytes.len() as u64 - first_stream(&bytes),
    };
    assert_eq!(*error.kind(), expected);
    assert_eq!(error.offset(), Some(OFFSET + 24));
}

#[test]
fn a_stream_name_without_an_end_is_an_error() {
    let mut bytes = with_class("C").metadata();
    bytes.truncate(24 + 8 + 2);
    let error = Metadata::parse(&bytes, OFFSET).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::BadStreamName);
    assert_eq!(error.offset(), Some(OFFSET + 32));
}

#[test]
fn metadata_without_tables_is_an_error() {
    let mut streams = with_class("C").streams();
    streams.remove(0);
    let bytes = root(&streams);
    let error = Metadata::parse(&bytes, OFFSET).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NoTables);
}
