use super::error::{Error, ErrorKind, Result};
use super::root::Metadata;
use super::schema::Table;
use super::{Coded, Cursor, Guid, Id, List};
use std::fmt;
use std::iter::FusedIterator;

/// A row of table `T`: a view whose methods are the table's columns.
pub struct Row<'m, T> {
    metadata: &'m Metadata<'m>,
    bytes: &'m [u8],
    id: Id<T>,
}

impl<T> Clone for Row<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Row<'_, T> {}

impl<T: Table> fmt::Debug for Row<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Row").field(&self.id).finish()
    }
}

impl<'m, T: Table> Row<'m, T> {
    /// The row's number.
    pub fn id(self) -> Id<T> {
        self.id
    }

    #[inline]
    pub(crate) fn number_at(self, column: usize) -> u32 {
        self.metadata.layout(T::ID).number(self.bytes, column)
    }

    #[cold]
    fn fail(self, error: Error, name: &'static str) -> Error {
        error.in_cell(T::ID, self.id.row(), name)
    }

    pub(crate) fn string_at(self, column: usize, name: &'static str) -> Result<&'m str> {
        let index = self.number_at(column);
        let text = self.metadata.strings().string(index);
        text.map_err(|error| self.fail(error, name))
    }

    pub(crate) fn blob_at(self, column: usize, name: &'static str) -> Result<Cursor<'m>> {
        let index = self.number_at(column);
        let blob = self.metadata.blobs().blob(index);
        blob.map_err(|error| self.fail(error, name))
    }

    pub(crate) fn guid_at(self, column: usize, name: &'static str) -> Result<Option<Guid>> {
        let index = self.number_at(column);
        let guid = self.metadata.guids().guid(index);
        guid.map_err(|error| self.fail(error, name))
    }

    pub(crate) fn index_at<U: Table>(
        self,
        column: usize,
        name: &'static str,
    ) -> Result<Option<Id<U>>> {
        let row = self.number_at(column);
        match self.metadata.check(U::ID, row) {
            Ok(()) => Ok(Id::new(row)),
            Err(error) => Err(self.fail(error, name)),
        }
    }

    pub(crate) fn coded_at<C: Coded>(self, column: usize, name: &'static str) -> Result<Option<C>> {
        let value = self.number_at(column);
        let coded = self.metadata.decode::<C>(value);
        coded.map_err(|error| self.fail(error, name))
    }

    pub(crate) fn list_at<U: Table>(
        self,
        column: usize,
        name: &'static str,
    ) -> Result<List<'m, U>> {
        let list = List::of(self.metadata, T::ID, self.id.row(), column);
        list.map_err(|error| self.fail(error, name))
    }
}

/// The rows of a table in order.
pub struct Rows<'m, T> {
    metadata: &'m Metadata<'m>,
    rest: &'m [u8],
    next: u32,
    table: std::marker::PhantomData<fn() -> T>,
}

impl<'m, T: Table> Rows<'m, T> {
    pub(crate) fn new(metadata: &'m Metadata<'m>) -> Self {
        Self {
            metadata,
            rest: metadata.table_bytes(T::ID),
            next: 1,
            table: std::marker::PhantomData,
        }
    }
}

impl<'m, T: Table> Iterator for Rows<'m, T> {
    type Item = Row<'m, T>;

    fn next(&mut self) -> Option<Self::Item> {
        let size = self.metadata.layout(T::ID).row_size;
        let (bytes, rest) = self.rest.split_at_checked(size).filter(|_| size > 0)?;
        let id = Id::new(self.next)?;
        self.rest = rest;
        self.next = self.next.saturating_add(1);
        Some(Row {
            metadata: self.metadata,
            bytes,
            id,
        })
    }
}

impl<T: Table> FusedIterator for Rows<'_, T> {}

impl<'a> Metadata<'a> {
    /// All rows of table `T`.
    pub fn rows<T: Table>(&self) -> Rows<'_, T> {
        Rows::new(self)
    }

    /// The row `id`.
    ///
    /// # Errors
    /// [`ErrorKind::NoSuchRow`], which an id that was read from this metadata never gives.
    pub fn row<T: Table>(&self, id: Id<T>) -> Result<Row<'_, T>> {
        match self.row_bytes(T::ID, id.row()) {
            Some(bytes) => Ok(Row {
                metadata: self,
                bytes,
                id,
            }),
            None => Err(Error::new(ErrorKind::NoSuchRow {
                table: T::ID,
                row: id.row(),
                rows: self.row_count(T::ID),
            })),
        }
    }
}
