//! Row numbers by the value of a column that the standard does not sort a table by.

use super::coded::{Coded, MethodDefOrRef};
use super::schema::{Table, column, table};
use super::{Id, Metadata, Row};

/// Pairs of a key and a row number, sorted; built by the first look-up.
#[derive(Debug)]
pub(crate) struct Index(Box<[(u32, u32)]>);

impl Index {
    fn new<T: Table>(metadata: &Metadata<'_>, column: usize) -> Self {
        let rows = metadata.rows::<T>();
        let pairs = rows.map(|row| (row.number_at(column), row.id().row()));
        let mut pairs: Box<[_]> = pairs.collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    fn rows<'m, T: Table>(
        &'m self,
        metadata: &'m Metadata<'m>,
        key: u32,
    ) -> impl Iterator<Item = Row<'m, T>> + use<'m, T> {
        let start = self.0.partition_point(|(found, _)| *found < key);
        let pairs = self.0.get(start..).unwrap_or_default().iter();
        pairs
            .take_while(move |(found, _)| *found == key)
            .filter_map(|(_, row)| metadata.row(Id::new(*row)?).ok())
    }
}

impl Metadata<'_> {
    /// What `method` is to properties and events (II.22.28), in table order.
    pub fn semantics_of(
        &self,
        method: Id<table::MethodDef>,
    ) -> impl Iterator<Item = Row<'_, table::MethodSemantics>> {
        let column = column::MethodSemantics::method as usize;
        let index = self
            .semantics_by_method
            .get_or_init(|| Index::new::<table::MethodSemantics>(self, column));
        index.rows(self, method.row())
    }

    /// What `body` overrides explicitly (II.22.27), in table order.
    pub fn overrides_of(
        &self,
        body: MethodDefOrRef,
    ) -> impl Iterator<Item = Row<'_, table::MethodImpl>> {
        let column = column::MethodImpl::method_body as usize;
        let index = self
            .overrides_by_body
            .get_or_init(|| Index::new::<table::MethodImpl>(self, column));
        index.rows(self, body.encode())
    }
}
