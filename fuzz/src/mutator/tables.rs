//! Damage to the rows: indices, lists, and loops that only several rows together make (II.22).

use super::headers::nudge;
use super::map::{Field, Map, Table};
use super::random::Random;
use dllift::metadata::TableId;
use dllift::metadata::schema::ColumnKind;

/// A cell of one of the columns that `wanted` chooses.
pub fn cell(
    map: &Map,
    random: &mut Random,
    wanted: impl Fn(TableId, usize, &ColumnKind) -> bool,
) -> Option<Field> {
    let wanted = &wanted;
    let columns = map.tables.iter().flat_map(|table| {
        let columns = table.columns.iter().enumerate();
        columns
            .filter(move |(number, (.., kind))| wanted(table.id, *number, kind))
            .map(move |(number, _)| (table, number))
    });
    let columns: Vec<(&Table, usize)> = columns.collect();
    let (table, column) = *columns.get(random.below(columns.len()))?;
    Some(table.cell(random.below(table.rows), column))
}

pub fn simple_index(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| {
        matches!(kind, ColumnKind::Index(_))
    })?;
    nudge(data, cell, random)
}

/// Null, another tag, or past the end.
pub fn coded_index(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| {
        matches!(kind, ColumnKind::Coded(_))
    })?;
    let value = cell.get(data);
    let value = match random.below(3) {
        0 => value ^ random.below(32) as u32,
        1 => value & 31,
        _ => random.near(value),
    };
    cell.set(data, value);
    Some(())
}

pub fn string_index(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| matches!(kind, ColumnKind::Str))?;
    nudge(data, cell, random)
}

pub fn blob_index(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| matches!(kind, ColumnKind::Blob))?;
    nudge(data, cell, random)
}

pub fn guid_index(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| matches!(kind, ColumnKind::Guid))?;
    nudge(data, cell, random)
}

pub fn number(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let cell = cell(map, random, |_, _, kind| {
        matches!(kind, ColumnKind::U16 | ColumnKind::U32)
    })?;
    nudge(data, cell, random)
}

/// Columns that say where a list of rows begins.
const LISTS: &[(TableId, usize)] = &[
    (TableId::TypeDef, 4),
    (TableId::TypeDef, 5),
    (TableId::MethodDef, 5),
    (TableId::EventMap, 1),
    (TableId::PropertyMap, 1),
    (TableId::LocalScope, 2),
    (TableId::LocalScope, 3),
];

fn list<'m>(map: &'m Map, random: &mut Random) -> Option<(&'m Table, usize)> {
    let there = LISTS
        .iter()
        .filter_map(|(table, column)| Some((map.table(*table)?, *column)));
    let there: Vec<_> = there.collect();
    there.get(random.below(there.len())).copied()
}

pub fn list_start(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let (table, column) = list(map, random)?;
    nudge(data, table.cell(random.below(table.rows), column), random)
}

/// Turns a whole list column around, so that no list ends behind its beginning.
pub fn reversed_lists(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let (table, column) = list(map, random)?;
    let cells = (0..table.rows).map(|row| table.cell(row, column));
    let values: Vec<u32> = cells.clone().map(|cell| cell.get(data)).collect();
    cells
        .zip(values.iter().rev())
        .for_each(|(cell, value)| cell.set(data, *value));
    (table.rows > 1).then_some(())
}

/// Makes every second list begin at row 1, so that lists claim one another's rows.
pub fn overlapping_lists(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let (table, column) = list(map, random)?;
    for row in (random.below(2)..table.rows).step_by(2) {
        table.cell(row, column).set(data, 1);
    }
    Some(())
}

/// Two rows, the same one where there is only one, counted from 1.
fn two_rows(rows: usize, random: &mut Random) -> (u32, u32) {
    let (one, other) = (random.below(rows), random.below(rows));
    (one as u32 + 1, other as u32 + 1)
}

pub fn nested_in_itself(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.table(TableId::NestedClass)?;
    let row = random.below(table.rows);
    let nested = table.cell(row, 0).get(data);
    table.cell(row, 1).set(data, nested);
    Some(())
}

pub fn nested_in_a_circle(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.table(TableId::NestedClass)?;
    let one = random.below(table.rows);
    let other = random.below(table.rows);
    let (first, second) = (table.cell(one, 0).get(data), table.cell(other, 0).get(data));
    table.cell(one, 1).set(data, second);
    table.cell(other, 1).set(data, first);
    Some(())
}

pub fn extends_in_a_circle(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.table(TableId::TypeDef)?;
    let (one, other) = two_rows(table.rows, random);
    table.cell(one as usize - 1, 3).set(data, other << 2);
    table.cell(other as usize - 1, 3).set(data, one << 2);
    Some(())
}

pub fn scopes_in_a_circle(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    const TYPE_REF: u32 = 3;
    let table = map.table(TableId::TypeRef)?;
    let (one, other) = two_rows(table.rows, random);
    table
        .cell(one as usize - 1, 0)
        .set(data, other << 2 | TYPE_REF);
    table
        .cell(other as usize - 1, 0)
        .set(data, one << 2 | TYPE_REF);
    Some(())
}

pub fn exports_in_a_circle(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    const EXPORTED_TYPE: u32 = 2;
    let table = map.table(TableId::ExportedType)?;
    let (one, other) = two_rows(table.rows, random);
    let column = table.columns.len() - 1;
    table
        .cell(one as usize - 1, column)
        .set(data, other << 2 | EXPORTED_TYPE);
    table
        .cell(other as usize - 1, column)
        .set(data, one << 2 | EXPORTED_TYPE);
    Some(())
}

/// Gives all generic parameters one owner, or one of them a wrong one.
pub fn generic_owner(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.table(TableId::GenericParam)?;
    let cell = table.cell(random.below(table.rows), 2);
    if random.below(2) == 0 {
        return nudge(data, cell, random);
    }
    let owner = cell.get(data);
    for row in 0..table.rows {
        table.cell(row, 2).set(data, owner);
        table.cell(row, 0).set(data, random.byte().into());
    }
    Some(())
}

/// Puts a table out of order.
pub fn swapped_rows(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.tables.get(random.below(map.tables.len()))?;
    let one = table.row(random.below(table.rows));
    let other = table.row(random.below(table.rows));
    for (at, with) in one.clone().zip(other.clone()) {
        data.swap(at, with);
    }
    (one != other).then_some(())
}

pub fn repeated_row(data: &mut Vec<u8>, map: &Map, random: &mut Random) -> Option<()> {
    let table = map.tables.get(random.below(map.tables.len()))?;
    let row = data.get(table.row(random.below(table.rows)))?.to_vec();
    let start = random.below(table.rows);
    for copy in start..table.rows.min(start + 1 + random.below(8)) {
        data.get_mut(table.row(copy))?.copy_from_slice(&row);
    }
    (table.rows > 1).then_some(())
}
