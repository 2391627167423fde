use super::schema::{Table, TableId};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::num::NonZeroU32;

/// The number of a row in table `T`, from 1: a simple index (II.24.2.6) that is not null.
///
/// An id belongs to the metadata from which it was read; used with another, it names another row or
/// none, which is an error value and never undefined.
pub struct Id<T> {
    row: NonZeroU32,
    table: PhantomData<fn() -> T>,
}

impl<T: Table> Id<T> {
    /// The id of the row with this number, or `None` for 0, which is null.
    pub fn new(row: u32) -> Option<Self> {
        Some(Self {
            row: NonZeroU32::new(row)?,
            table: PhantomData,
        })
    }

    /// The row number, from 1.
    pub fn row(self) -> u32 {
        self.row.get()
    }

    /// Position in an array with one element per row, from 0.
    pub fn index(self) -> usize {
        usize::try_from(self.row.get().saturating_sub(1)).unwrap_or(usize::MAX)
    }

    /// The metadata token (III.1.9).
    pub fn token(self) -> Token {
        Token::new(T::ID, self.row())
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.row.cmp(&other.row)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}
impl<T: Table> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", T::ID, self.row)
    }
}
impl<T: Table> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.token().fmt(f)
    }
}

/// A metadata token (III.1.9): the table's number in the high byte, the row number below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Token(pub u32);

impl Token {
    /// The token of row `row` of `table`.
    pub fn new(table: TableId, row: u32) -> Self {
        Self(u32::from(table as u8) << 24 | row & 0x00ff_ffff)
    }

    /// The table, or `None` where its number is unknown.
    pub fn table(self) -> Option<TableId> {
        TableId::from_number((self.0 >> 24) as u8)
    }

    /// The row number, from 1; 0 in a null token.
    pub fn row(self) -> u32 {
        self.0 & 0x00ff_ffff
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}
