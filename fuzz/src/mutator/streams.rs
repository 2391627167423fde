//! Damage to the metadata root, the stream headers and the head of the table stream (II.24.2).

use super::headers::{flip, nudge};
use super::map::{Field, Map, Stream, put};
use super::random::Random;

fn stream<'m>(map: &'m Map, random: &mut Random) -> Option<&'m Stream> {
    map.streams.get(random.below(map.streams.len()))
}

pub fn root_bits(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let end = map.streams.last()?.name_bytes().end;
    flip(data, map.metadata.start..end, random)
}

pub fn version_length(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, Field::new(map.metadata.start + 12, 4), random)
}

pub fn count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let first = map.streams.first()?.header;
    nudge(data, Field::new(first - 2, 2), random)
}

pub fn offset(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, stream(map, random)?.offset(), random)
}

pub fn size(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, stream(map, random)?.size(), random)
}

pub fn name(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let name = stream(map, random)?.name_bytes();
    match random.below(3) {
        0 => data.get_mut(name)?.fill(b'x'),
        1 => data.get_mut(name)?.make_ascii_lowercase(),
        _ => *data.get_mut(name.start + random.below(name.len()))? = random.byte(),
    }
    Some(())
}

const NAMES: &[&str] = &[
    "#~", "#-", "#Strings", "#US", "#Blob", "#GUID", "#Pdb", "#JTD",
];

/// Gives a stream the name of another, as far as the name fits.
pub fn duplicate(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let place = stream(map, random)?.name_bytes();
    let fits = NAMES.iter().filter(|name| name.len() < place.len());
    let fits: Vec<&str> = fits.copied().collect();
    let name = random.pick(&fits);
    let bytes = data.get_mut(place)?;
    bytes.fill(0);
    put(bytes, 0, name.as_bytes());
    Some(())
}

pub fn removed(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let name = stream(map, random)?.name_bytes();
    *data.get_mut(name.start + 1)? = b'?';
    Some(())
}

pub fn overlap(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let from = stream(map, random)?;
    let to = stream(map, random)?;
    let offset = from.offset().get(data);
    to.offset().set(data, offset);
    if random.below(2) == 0 {
        let size = from.size().get(data);
        to.size().set(data, size);
    }
    (from.header != to.header).then_some(())
}

/// Moves all of the metadata but its root a few bytes up.
pub fn shifted(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let start = map.streams.last()?.name_bytes().end;
    let bytes = data.get_mut(start..map.metadata.end)?;
    let distance = random.pick(&[1, 2, 3, 4, 16]);
    bytes.rotate_right(distance.min(bytes.len()));
    Some(())
}

pub fn heap_sizes(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    *data.get_mut(map.table_stream + 6)? ^= random.pick(&[1, 2, 4, 7, 0x20, 0x40, 0x80]);
    Some(())
}

pub fn valid_mask(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    *data.get_mut(map.table_stream + 8 + random.below(8))? ^= 1 << random.below(8);
    Some(())
}

pub fn sorted_mask(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let some = random.byte();
    let mask = random.pick(&[0, some, 0xff]);
    data.get_mut(map.table_stream + 16..)?
        .get_mut(..8)?
        .fill(mask);
    Some(())
}

pub fn row_count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.tables.get(random.below(map.tables.len()))?;
    nudge(data, table.count, random)
}

/// Exchanges the row counts of two tables, so that all after them is misread.
pub fn swapped_counts(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let one = map.tables.get(random.below(map.tables.len()))?.count;
    let other = map.tables.get(random.below(map.tables.len()))?.count;
    let (first, second) = (one.get(data), other.get(data));
    one.set(data, second);
    other.set(data, first);
    (first != second).then_some(())
}
