//! Damage to the headers of the image: DOS, COFF, optional header, sections, CLI header (II.25).

use super::map::{Field, Map};
use super::random::Random;
use std::ops::Range;

/// Flips a few bits of `range`.
pub fn flip(data: &mut [u8], range: Range<usize>, random: &mut Random) -> Option<()> {
    for _ in 0..1 + random.below(8) {
        let at = range.start + random.below(range.len());
        *data.get_mut(at)? ^= 1 << random.below(8);
    }
    Some(())
}

/// Moves a field to a value near its own, or to an extreme one.
pub fn nudge(data: &mut [u8], field: Field, random: &mut Random) -> Option<()> {
    let value = random.near(field.get(data));
    field.set(data, value);
    Some(())
}

pub fn bits(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let end = map.sections.last().map_or(0x200, |section| section + 40);
    flip(data, 0..end, random)
}

pub fn pe_offset(data: &mut Vec<u8>, _: &Map, random: &mut Random) -> Option<()> {
    nudge(data, Field::new(0x3c, 4), random)
}

pub fn section_count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let count = random.pick(&[0, 1, 2, 70, 96, 0xffff, map.sections.len() as u32 + 1]);
    Field::new(map.pe + 6, 2).set(data, count);
    Some(())
}

pub fn optional_size(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, Field::new(map.pe + 20, 2), random)
}

pub fn optional_magic(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let magic = random.pick(&[0x10b, 0x20b, 0x107, 0, 0xffff]);
    Field::new(map.optional, 2).set(data, magic);
    Some(())
}

pub fn size_of_headers(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, Field::new(map.optional + 60, 4), random)
}

pub fn directory_count(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let count = random.pick(&[0, 1, 14, 15, 16, 17, 64, 0x1000_0000, u32::MAX]);
    Field::new(map.directories - 4, 4).set(data, count);
    Some(())
}

pub fn directory(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(
        data,
        Field::new(map.directories + 4 * random.below(32), 4),
        random,
    )
}

pub fn cli_directory(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let half = 4 * random.below(2);
    nudge(data, Field::new(map.directories + 14 * 8 + half, 4), random)
}

/// Virtual size, address, raw size, raw offset.
fn section_field(map: &Map, random: &mut Random) -> Option<Field> {
    let section = *map.sections.get(random.below(map.sections.len()))?;
    Some(Field::new(section + random.pick(&[8, 12, 16, 20]), 4))
}

pub fn section(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, section_field(map, random)?, random)
}

pub fn section_overlap(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let from = *map.sections.get(random.below(map.sections.len()))?;
    let to = *map.sections.get(random.below(map.sections.len()))?;
    let field = random.pick(&[12, 20]);
    let value = Field::new(from + field, 4).get(data);
    let shift = random.pick(&[0, 1, 0x10, 0x100]);
    Field::new(to + field, 4).set(data, value.wrapping_add(shift));
    (from != to).then_some(())
}

pub fn section_gap(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let section = *map.sections.get(random.below(map.sections.len()))?;
    let address = Field::new(section + 12, 4);
    let size = Field::new(section + 16, 4);
    let gap = 1 + random.below(size.get(data) as usize) as u32;
    if random.below(2) == 0 {
        let moved = address.get(data).wrapping_add(gap);
        address.set(data, moved);
    } else {
        let cut = size.get(data).wrapping_sub(gap);
        size.set(data, cut);
    }
    Some(())
}

pub fn swapped_sections(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let one = *map.sections.get(random.below(map.sections.len()))?;
    let other = *map.sections.get(random.below(map.sections.len()))?;
    for byte in 8..24 {
        data.swap(one + byte, other + byte);
    }
    (one != other).then_some(())
}

pub fn cli_header(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(data, Field::new(map.cli + 4 * random.below(18), 4), random)
}

pub fn metadata_directory(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    nudge(
        data,
        Field::new(map.cli + 8 + 4 * random.below(2), 4),
        random,
    )
}

pub fn truncation(data: &mut Vec<u8>, _: &Map, random: &mut Random) -> Option<()> {
    data.truncate(random.below(data.len()));
    Some(())
}

pub fn metadata_truncation(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let length = random.below(map.metadata.len());
    if random.below(2) == 0 {
        data.truncate(map.metadata.start + length);
    } else {
        Field::new(map.cli + 12, 4).set(data, length as u32);
    }
    Some(())
}
