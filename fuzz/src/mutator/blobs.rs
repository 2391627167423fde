//! Damage to the heaps: names, signatures, attribute values, constants (II.23, II.24.2).

use super::headers::nudge;
use super::map::{Field, Map, put};
use super::random::Random;
use super::tables;
use dllift::metadata::TableId;
use dllift::metadata::schema::ColumnKind;
use std::ops::Range;

/// The columns that hold signatures.
const SIGNATURES: &[(TableId, usize)] = &[
    (TableId::Field, 2),
    (TableId::MethodDef, 4),
    (TableId::MemberRef, 2),
    (TableId::StandAloneSig, 0),
    (TableId::Property, 2),
    (TableId::TypeSpec, 0),
    (TableId::MethodSpec, 1),
];
const ATTRIBUTES: &[(TableId, usize)] = &[(TableId::CustomAttribute, 2)];
const CONSTANTS: &[(TableId, usize)] = &[(TableId::Constant, 2)];
/// Marshalling descriptors and permission sets.
const OTHERS: &[(TableId, usize)] = &[(TableId::FieldMarshal, 1), (TableId::DeclSecurity, 2)];

/// A blob that is not empty and that one of `columns` refers to.
fn blob(
    data: &[u8],
    map: &Map,
    random: &mut Random,
    columns: &[(TableId, usize)],
) -> Option<Range<usize>> {
    for _ in 0..8 {
        let cell = tables::cell(map, random, |id, at, _| columns.contains(&(id, at)))?;
        let found = map.blob(data, cell.get(data));
        if let Some(found) = found.filter(|blob| !blob.is_empty()) {
            return Some(found);
        }
    }
    None
}

/// Element types and the other bytes that signatures are made of (II.23.1.16, II.23.2.3).
const SIGNATURE_BYTES: &[u8] = &[
    0x00, 0x01, 0x02, 0x05, 0x06, 0x07, 0x08, 0x0a, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15,
    0x16, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x40, 0x41, 0x45, 0x50, 0x51, 0x55, 0xff,
];

pub fn element_type(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, SIGNATURES)?;
    *data.get_mut(blob.start + random.below(blob.len()))? = random.pick(SIGNATURE_BYTES);
    Some(())
}

/// The second byte of most signatures is a count.
pub fn signature_count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, SIGNATURES)?;
    let count = random.pick(&[0, 1, 2, 0x40, 0x7f, 0xbf]);
    put(data.get_mut(blob)?, 1, &[count]);
    Some(())
}

pub fn long_integer(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, SIGNATURES)?;
    let at = blob.start + random.below(blob.len());
    put(data, at, &[random.pick(&[0xe0, 0xf0, 0xff]), 1, 2, 3, 4]);
    Some(())
}

/// Writes a copy of the metadata with `content` as a new blob behind the file, where nothing is in its way,
/// and returns the blob's index.
fn add_blob(data: &mut Vec<u8>, map: &Map, content: &[u8]) -> Option<u32> {
    let heap = map.stream("#Blob")?;
    let old_heap = data.get(heap.range.clone())?.to_vec();
    let index = old_heap.len() as u32;
    let mut metadata = data.get(map.metadata.clone())?.to_vec();
    let start = metadata.len() as u32;
    metadata.extend(old_heap);
    metadata.extend((content.len() as u32 | 0xc000_0000).to_be_bytes());
    metadata.extend(content);
    let header = heap.header - map.metadata.start;
    Field::new(header, 4).set(&mut metadata, start);
    let size = metadata.len() as u32 - start;
    Field::new(header + 4, 4).set(&mut metadata, size);

    let section = *map.sections.last()?;
    let [address, raw_size, raw] = [12, 16, 20].map(|at| Field::new(section + at, 4));
    let rva = address.get(data).checked_add(data.len() as u32)?;
    let rva = rva.checked_sub(raw.get(data))?;
    let grown = (data.len() + metadata.len()).checked_sub(raw.get(data) as usize)?;
    raw_size.set(data, grown as u32);
    Field::new(section + 8, 4).set(data, grown as u32);
    Field::new(map.cli + 8, 4).set(data, rva);
    Field::new(map.cli + 12, 4).set(data, metadata.len() as u32);
    data.extend(metadata);
    Some(index)
}

/// Lets a cell of `columns` point to a new blob with `content`.
fn replace(
    data: &mut Vec<u8>,
    map: &Map,
    random: &mut Random,
    columns: &[(TableId, usize)],
    content: &[u8],
) -> Option<()> {
    let index = add_blob(data, map, content)?;
    let moved = Map::of(data)?;
    for _ in 0..1 + random.below(4) {
        let cell = tables::cell(&moved, random, |id, at, _| columns.contains(&(id, at)))?;
        cell.set(data, index);
    }
    Some(())
}

pub fn deep_signature(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let depth = random.pick(&[60, 63, 64, 65, 1_000, 0xfff0, 0x2_0000]);
    let level = random.pick(&[
        &[0x1d][..],
        &[0x10],
        &[0x0f],
        &[0x20, 0x04],
        &[0x15, 0x12, 0x04, 0x01],
        &[0x1b, 0x00, 0x00],
    ]);
    let head = random.pick(&[&[0x06][..], &[0x00, 0x00], &[]]);
    let levels = level.repeat(depth / level.len());
    replace(
        data,
        map,
        random,
        SIGNATURES,
        &[head, &levels, &[0x08]].concat(),
    )
}

pub fn wide_signature(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let count = random.pick(&[0x7fu32, 0x3fff, 0x8000, 0x1fff_ffff]);
    let encoded = (count | 0xc000_0000).to_be_bytes();
    let arguments = vec![0x08; random.pick(&[10, 0x100, 0x8000, 0x1_0000])];
    let head = random.pick(&[&[0x00][..], &[0x06, 0x15, 0x12, 0x04], &[0x0a], &[0x07]]);
    replace(
        data,
        map,
        random,
        SIGNATURES,
        &[head, &encoded, &arguments].concat(),
    )
}

/// A TypeDefOrRefOrSpecEncoded of four bytes for the type specification `row`.
fn encoded_spec(row: u32) -> [u8; 4] {
    (row << 2 | 2 | 0xc000_0000).to_be_bytes()
}

pub fn type_spec_of_itself(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let rows = map.table(TableId::TypeSpec)?.rows;
    let row = random.below(rows) as u32 + 1;
    let kind = random.pick(&[0x12, 0x11]);
    let content = [&[kind][..], &encoded_spec(row)].concat();
    let index = add_blob(data, map, &content)?;
    let moved = Map::of(data)?;
    moved
        .table(TableId::TypeSpec)?
        .cell(row as usize - 1, 0)
        .set(data, index);
    Some(())
}

/// Lets each type specification be an instance with the next one as both arguments.
pub fn doubling_type_specs(data: &mut Vec<u8>, map: &Map, _: &mut Random) -> Option<()> {
    let rows = map.table(TableId::TypeSpec)?.rows.min(64);
    for row in 1..rows as u32 {
        let next = encoded_spec(row + 1);
        let content = [&[0x15, 0x12, 0x04, 2, 0x12][..], &next, &[0x12], &next].concat();
        let map = Map::of(data)?;
        let index = add_blob(data, &map, &content)?;
        let moved = Map::of(data)?;
        moved
            .table(TableId::TypeSpec)?
            .cell(row as usize - 1, 0)
            .set(data, index);
    }
    (rows > 1).then_some(())
}

pub fn attribute_prolog(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, ATTRIBUTES)?;
    nudge(data, Field::new(blob.start, 2), random)
}

/// The count of named arguments: the last two bytes where there are none, else any two.
pub fn attribute_count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, ATTRIBUTES)?;
    let back = 2 + random.pick(&[0, 0, 1, 4]);
    let at = blob.end.checked_sub(back).filter(|at| *at >= blob.start)?;
    nudge(data, Field::new(at, 2), random)
}

pub fn attribute_byte(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, ATTRIBUTES)?;
    let byte = random.pick(&[0, 1, 0x1d, 0x50, 0x51, 0x53, 0x54, 0x55, 0x80, 0xff]);
    *data.get_mut(blob.start + random.below(blob.len()))? = byte;
    Some(())
}

/// Names of enums, and what only looks like one.
const ENUM_NAMES: &[&str] = &[
    "",
    ",",
    "System.AttributeTargets",
    "No.Such, mscorlib",
    "A+B+C+D, X",
    "T`1[[T`1[[T`1[[T]]]]]]",
    "\\,\\+\\\\",
    "[[[[[[[[[[[[[[[[",
];

pub fn attribute_enum(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let name = random.pick(ENUM_NAMES).as_bytes();
    let value = vec![1; random.below(12)];
    let head = [
        1,
        0,
        1,
        0,
        random.pick(&[0x53, 0x54]),
        0x55,
        name.len() as u8,
    ];
    let content = [&head[..], name, &[1, b'p'], &value].concat();
    replace(data, map, random, ATTRIBUTES, &content)
}

pub fn deep_attribute(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let depth = random.pick(&[10, 63, 64, 65, 10_000]);
    let level = vec![random.pick(&[0x51, 0x1d]); depth];
    let content = [&[1, 0, 1, 0, 0x54][..], &level, &[0x08, 1, b'p'], &level].concat();
    replace(data, map, random, ATTRIBUTES, &content)
}

/// An array in an attribute that claims more elements than it has.
pub fn attribute_array(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let length = random.near(16).to_le_bytes();
    let element = random.pick(&[0x02, 0x08, 0x0e, 0x50, 0x51, 0x55]);
    let head = [1, 0, 1, 0, 0x54, 0x1d, element, 1, b'p'];
    let content = [&head[..], &length, &[0; 16]].concat();
    replace(data, map, random, ATTRIBUTES, &content)
}

pub fn constant_type(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.table(TableId::Constant)?;
    let value = u32::from(random.pick(SIGNATURE_BYTES)) | u32::from(random.byte()) << 8;
    table.cell(random.below(table.rows), 0).set(data, value);
    Some(())
}

pub fn constant_value(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, CONSTANTS)?;
    if random.below(2) == 0 {
        // Its length, which is one byte before a short blob.
        *data.get_mut(blob.start - 1)? = random.pick(&[0, 1, 3, 7, 9, 0x7f]);
    } else {
        data.get_mut(blob)?
            .fill(random.pick(&[0, 0x7f, 0x80, 0xd8, 0xff]));
    }
    Some(())
}

pub fn descriptor(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let blob = blob(data, map, random, OTHERS)?;
    *data.get_mut(blob.start + random.below(blob.len()))? = random.byte();
    Some(())
}

pub fn blob_length(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = tables::cell(map, random, |_, _, kind| matches!(kind, ColumnKind::Blob))?;
    let at = map.stream("#Blob")?.range.start + cell.get(data) as usize;
    let length = random.pick(&[
        [0x7f, 0, 0, 0],
        [0xbf, 0xff, 0, 0],
        [0xdf, 0xff, 0xff, 0xff],
        [0xe0, 0, 0, 0],
        [0xff, 0xff, 0xff, 0xff],
    ]);
    put(data, at, &length[..1 + random.below(4)]);
    Some(())
}

/// The place of a name.
fn name(data: &[u8], map: &Map, random: &mut Random) -> Option<usize> {
    let cell = tables::cell(map, random, |_, _, kind| matches!(kind, ColumnKind::Str))?;
    let at = map.stream("#Strings")?.range.start + cell.get(data) as usize;
    (cell.get(data) != 0 && *data.get(at)? != 0).then_some(at)
}

pub fn invalid_utf8(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let at = name(data, map, random)?;
    *data.get_mut(at)? = random.pick(&[0x80, 0xc0, 0xf8, 0xff]);
    Some(())
}

/// Characters that mean something to documentation ids, reflection names, C#, XML, Markdown or a terminal.
const ODD_CHARACTERS: &[u8] = b"`.+,<>&*[](){}@#!|\\/\"'\x1b\n\r\x01 -_0~%$^:;=?";

pub fn odd_name(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let at = name(data, map, random)?;
    let length = data.get(at..)?.iter().position(|byte| *byte == 0)?;
    for _ in 0..1 + random.below(3) {
        *data.get_mut(at + random.below(length))? = random.pick(ODD_CHARACTERS);
    }
    Some(())
}

/// Fills the zeros that end names.
pub fn endless_name(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let heap = map.stream("#Strings")?.range.clone();
    let start = heap.start + random.below(heap.len());
    let end = heap.end.min(start + random.pick(&[16, 256, 0x1_0000]));
    let zeros = data.get_mut(start..end)?.iter_mut();
    zeros
        .filter(|byte| **byte == 0)
        .for_each(|byte| *byte = b'x');
    Some(())
}
