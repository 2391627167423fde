use super::error::{Error, ErrorKind, Result};
use super::schema::{Table, TableId};
use super::{Id, Metadata};
use std::iter::FusedIterator;
use std::marker::PhantomData;

/// The rows that a list column stands for: from its own value up to the next row's (II.22.37).
///
/// Lists never share a row. Where the values of a column do not rise, or pass the end of the table, the
/// rows with such values have no list, and the others end where the next good one begins; else a small
/// file could claim every method for each of its types.
///
/// Where the metadata has a Ptr table for `T`, the ids come through it, so that each can be bad by itself.
pub struct List<'m, T> {
    metadata: &'m Metadata<'m>,
    pointers: Option<TableId>,
    next: u32,
    end: u32,
    table: PhantomData<fn() -> T>,
}

/// How a list column divides the table that it refers to; found out by the first list.
#[derive(Debug)]
pub(crate) enum Lists {
    /// The values rise and none passes the end.
    Rising,
    /// They do not: where the list of each row ends, 0 for a row without one.
    Ends(Box<[u32]>),
}

impl Lists {
    /// `starts` are the values of the column; `last` is one past the last row that they may refer to.
    fn new(starts: impl DoubleEndedIterator<Item = u32> + Clone, last: u32) -> Self {
        if starts.clone().is_sorted() && starts.clone().next_back().is_none_or(|most| most <= last)
        {
            return Self::Rising;
        }
        let mut taken = 0;
        let mut ends: Box<[u32]> = starts
            .map(|start| {
                let good = (taken..=last).contains(&start);
                taken = if good { start } else { taken };
                if good { start.max(1) } else { 0 }
            })
            .collect();
        let mut end = last;
        for slot in ends.iter_mut().rev().filter(|slot| **slot != 0) {
            std::mem::swap(slot, &mut end);
        }
        Self::Ends(ends)
    }
}

impl<'m, T: Table> List<'m, T> {
    /// The list in column `column` of row `row` of `owner`.
    pub(super) fn of(
        metadata: &'m Metadata<'m>,
        owner: TableId,
        row: u32,
        column: usize,
    ) -> Result<Self> {
        let pointers = pointer_table(T::ID).filter(|table| metadata.row_count(*table) > 0);
        let table = pointers.unwrap_or(T::ID);
        let rows = metadata.row_count(table);
        let last = rows.saturating_add(1);
        let start_of = |row: u32| {
            let bytes = metadata.row_bytes(owner, row)?;
            Some(metadata.layout(owner).number(bytes, column))
        };
        let start = start_of(row).unwrap_or(last);
        let lists = metadata.lists.get(T::ID as usize).map(|lists| {
            let owners = 1..=metadata.row_count(owner);
            let starts = owners.map(|row| start_of(row).unwrap_or(0));
            lists.get_or_init(|| Lists::new(starts, last))
        });
        let end = match lists {
            Some(Lists::Ends(ends)) => {
                let index = usize::try_from(row.saturating_sub(1)).ok();
                let end = index.and_then(|index| ends.get(index)).copied();
                match end {
                    Some(end @ 1..) => end,
                    _ => return Err(Error::new(ErrorKind::BadList { table, start, rows })),
                }
            }
            _ => start_of(row.saturating_add(1)).unwrap_or(last),
        };
        Ok(Self {
            metadata,
            pointers,
            next: start.max(1),
            end,
            table: PhantomData,
        })
    }
}

/// The table through which a list column goes in a `#-` stream (II.22.15 and following, informative).
fn pointer_table(table: TableId) -> Option<TableId> {
    match table {
        TableId::Field => Some(TableId::FieldPtr),
        TableId::MethodDef => Some(TableId::MethodPtr),
        TableId::Param => Some(TableId::ParamPtr),
        TableId::Event => Some(TableId::EventPtr),
        TableId::Property => Some(TableId::PropertyPtr),
        _ => None,
    }
}

impl<T> Clone for List<'_, T> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<T: Table> Iterator for List<'_, T> {
    type Item = Result<Id<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.end {
            return None;
        }
        let position = self.next;
        self.next = position.saturating_add(1);
        let Some(pointers) = self.pointers else {
            return Id::new(position).map(Ok);
        };
        let bytes = self.metadata.row_bytes(pointers, position)?;
        let row = self.metadata.layout(pointers).number(bytes, 0);
        Some(match (self.metadata.check(T::ID, row), Id::new(row)) {
            (Ok(()), Some(id)) => Ok(id),
            (Ok(()), None) => Err(Error::new(ErrorKind::Null)),
            (Err(error), _) => Err(error),
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end.saturating_sub(self.next);
        let left = usize::try_from(left).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

impl<T: Table> ExactSizeIterator for List<'_, T> {}
impl<T: Table> FusedIterator for List<'_, T> {}

#[cfg(test)]
mod tests {
    use super::Lists;

    fn ends(starts: &[u32], last: u32) -> Option<Vec<u32>> {
        match Lists::new(starts.iter().copied(), last) {
            Lists::Rising => None,
            Lists::Ends(ends) => Some(ends.into_vec()),
        }
    }

    #[test]
    fn rising_columns_need_no_index() {
        assert_eq!(ends(&[], 1), None);
        assert_eq!(ends(&[1, 1, 4, 9], 9), None);
    }

    #[test]
    fn no_row_is_in_two_lists() {
        assert_eq!(ends(&[1, 8, 1, 8, 1], 9), Some(vec![8, 8, 0, 9, 0]));
        assert_eq!(ends(&[1, 10, 2, 11, 3], 9), Some(vec![2, 0, 3, 0, 9]));
    }
}
