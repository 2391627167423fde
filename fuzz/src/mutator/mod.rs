//! Damage to .NET images that knows what it damages.
//!
//! Flipped bits seldom get past the first check. [`mutant`] finds the places of a valid image ([`Map`])
//! and applies one of the [`KINDS`] of damage there, so that what is damaged is one field, list or blob of
//! an otherwise sound file. Equal seeds give equal mutants. The fuzz targets and `tests/hostile.rs` share it.
#![allow(clippy::ptr_arg, reason = "all kinds of damage have one type")]

mod blobs;
mod headers;
mod map;
mod random;
mod streams;
mod tables;

pub use map::Map;
pub use random::Random;

/// Damages an image at a place that the map says; `None` where the image has no such place. What it did
/// until it gave up stays done.
type Damage = fn(&mut Vec<u8>, &Map, &mut Random) -> Option<()>;

/// The kinds of damage, each with its name.
pub const KINDS: &[(&str, Damage)] = &[
    ("bits of the headers", headers::bits),
    ("the offset of the PE header", headers::pe_offset),
    ("the number of sections", headers::section_count),
    ("the size of the optional header", headers::optional_size),
    (
        "the magic number of the optional header",
        headers::optional_magic,
    ),
    ("the size of the headers", headers::size_of_headers),
    ("the number of data directories", headers::directory_count),
    ("a data directory", headers::directory),
    ("the directory of the CLI header", headers::cli_directory),
    ("a section header", headers::section),
    ("sections that overlap", headers::section_overlap),
    ("a gap between sections", headers::section_gap),
    ("swapped sections", headers::swapped_sections),
    ("the CLI header", headers::cli_header),
    ("the metadata directory", headers::metadata_directory),
    ("truncation", headers::truncation),
    ("truncation of the metadata", headers::metadata_truncation),
    ("bits of the metadata root", streams::root_bits),
    ("the length of the version", streams::version_length),
    ("the number of streams", streams::count),
    ("the offset of a stream", streams::offset),
    ("the size of a stream", streams::size),
    ("the name of a stream", streams::name),
    ("a stream with the name of another", streams::duplicate),
    ("a stream that is missing", streams::removed),
    ("streams that overlap", streams::overlap),
    ("streams that are shifted", streams::shifted),
    ("the widths of heap indices", streams::heap_sizes),
    ("the mask of tables", streams::valid_mask),
    ("the mask of sorted tables", streams::sorted_mask),
    ("a row count", streams::row_count),
    ("swapped row counts", streams::swapped_counts),
    ("a simple index", tables::simple_index),
    ("a coded index", tables::coded_index),
    ("the index of a string", tables::string_index),
    ("the index of a blob", tables::blob_index),
    ("the index of a GUID", tables::guid_index),
    ("a number in a row", tables::number),
    ("the start of a list", tables::list_start),
    ("lists that run backwards", tables::reversed_lists),
    ("lists that overlap", tables::overlapping_lists),
    ("a class nested in itself", tables::nested_in_itself),
    ("classes nested in a circle", tables::nested_in_a_circle),
    ("base types in a circle", tables::extends_in_a_circle),
    ("resolution scopes in a circle", tables::scopes_in_a_circle),
    ("exported types in a circle", tables::exports_in_a_circle),
    ("an owner of generic parameters", tables::generic_owner),
    ("swapped rows", tables::swapped_rows),
    ("a repeated row", tables::repeated_row),
    ("an element type", blobs::element_type),
    ("a count in a signature", blobs::signature_count),
    ("a compressed integer of five bytes", blobs::long_integer),
    ("a deep signature", blobs::deep_signature),
    ("a wide signature", blobs::wide_signature),
    ("a type specification of itself", blobs::type_spec_of_itself),
    (
        "type specifications that double",
        blobs::doubling_type_specs,
    ),
    ("the prolog of an attribute", blobs::attribute_prolog),
    ("a count in an attribute", blobs::attribute_count),
    ("a byte of an attribute", blobs::attribute_byte),
    ("an enum in an attribute", blobs::attribute_enum),
    ("a deep attribute", blobs::deep_attribute),
    (
        "the length of an array in an attribute",
        blobs::attribute_array,
    ),
    ("the type of a constant", blobs::constant_type),
    ("the value of a constant", blobs::constant_value),
    (
        "a marshalling descriptor or permission set",
        blobs::descriptor,
    ),
    ("the length of a blob", blobs::blob_length),
    ("a name that is not UTF-8", blobs::invalid_utf8),
    ("a name with odd characters", blobs::odd_name),
    ("a name without an end", blobs::endless_name),
];

/// The mutant of `image` for `seed`, and the name of its damage; every eighth mutant is damaged twice.
/// `None` where `image` is too odd to be aimed at.
pub fn mutant(image: &[u8], seed: u64) -> Option<(&'static str, Vec<u8>)> {
    let mut map = Map::of(image)?;
    let mut random = Random::new(seed);
    let mut data = image.to_vec();
    if seed % 8 == 7 {
        let (name, damage) = random.pick(KINDS);
        let _ = damage(&mut data, &map, &mut random);
        match Map::of(&data) {
            Some(left) => map = left,
            None => return Some((name, data)),
        }
    }
    // Seeds in a row go through the kinds in a row, past those for which the image has no place.
    let first = (seed % KINDS.len() as u64) as usize;
    let mut kinds = KINDS.iter().cycle().skip(first).take(KINDS.len());
    let (name, _) = kinds.find(|(_, damage)| damage(&mut data, &map, &mut random).is_some())?;
    Some((name, data))
}
