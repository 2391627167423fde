use super::TableId;
use std::fmt;
use thiserror::Error as ThisError;

/// The result of reading metadata.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a piece of metadata cannot be read, and where it is.
///
/// One machine word wide, so that a `Result` of a number stays in registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Box<Detail>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Detail {
    kind: ErrorKind,
    offset: Option<u64>,
    cell: Option<(TableId, u32, &'static str)>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A structure passes the end of the bytes that hold it.
    #[error("{what} is cut off: it needs {needs} bytes, {has} are left")]
    CutOff {
        /// The structure.
        what: &'static str,
        /// Its length in bytes.
        needs: u64,
        /// The bytes that are left.
        has: u64,
    },
    /// The metadata root does not begin with `BSJB` (II.24.2.1).
    #[error("the metadata root has the signature {0:#010x} instead of 0x424a5342")]
    BadSignature(u32),
    /// More streams than [`limits::STREAMS`](super::limits::STREAMS).
    #[error("the metadata root lists {0} streams")]
    TooManyStreams(u16),
    /// A stream header whose name has no end.
    #[error("a stream name has no end")]
    BadStreamName,
    /// There is no `#~` or `#-` stream.
    #[error("there is no table stream (#~ or #-)")]
    NoTables,
    /// A table number that no standard defines has rows, so that the tables after it cannot be found.
    #[error("the table stream holds the unknown table {0:#04x} before others")]
    UnknownTable(u8),
    /// A row number past the end of its table.
    #[error("row {row} of {table} does not exist: the table has {rows} rows")]
    NoSuchRow {
        /// The table.
        table: TableId,
        /// The number asked for, from 1.
        row: u32,
        /// The rows that there are.
        rows: u32,
    },
    /// A coded index whose tag stands for no table (II.24.2.6).
    #[error("the coded index {value:#x} has a tag that stands for no table")]
    BadTag {
        /// The index.
        value: u32,
    },
    /// A column that must name a row is null.
    #[error("the index is null")]
    Null,
    /// A list column that points behind the end of the table, or before a list of an earlier row.
    #[error(
        "the list begins at row {start} of {table}: past its {rows} rows, or before an earlier list"
    )]
    BadList {
        /// The table.
        table: TableId,
        /// First row of the list.
        start: u32,
        /// The rows that there are.
        rows: u32,
    },
    /// An index past the end of a heap.
    #[error("index {index:#x} is past the end of {heap}, which has {size:#x} bytes")]
    PastHeap {
        /// The heap's name.
        heap: &'static str,
        /// The index.
        index: u32,
        /// The heap's size in bytes.
        size: u64,
    },
    /// A string of `#Strings` without a terminating zero in the next
    /// [`limits::NAME_BYTES`](super::limits::NAME_BYTES) bytes.
    #[error("the name has no end")]
    UnterminatedString,
    /// A name that is not UTF-8.
    #[error("the name is not UTF-8")]
    InvalidUtf8,
    /// The first byte of a compressed integer is 0xE0 or more (II.23.2).
    #[error("{0:#04x} does not begin a compressed integer")]
    BadCompressedInteger(u8),
    /// A signature that begins with the wrong byte (II.23.2).
    #[error("{what} begins with {value:#04x}")]
    BadSignatureKind {
        /// What was expected.
        what: &'static str,
        /// The byte.
        value: u8,
    },
    /// An element type that is unknown, or not allowed where it stands (II.23.1.16).
    #[error("element type {0:#04x} is not allowed here")]
    BadElementType(u8),
    /// More nesting than [`limits::SIGNATURE_DEPTH`](super::limits::SIGNATURE_DEPTH).
    #[error("more than {} levels of nesting", super::limits::SIGNATURE_DEPTH)]
    TooDeep,
    /// A signature, or the text that it is to become, has this many bytes: more than
    /// [`limits`](super::limits) allows.
    #[error("{0} bytes are too many")]
    TooLong(u64),
    /// More than [`limits::TYPE_SPECS`](super::limits::TYPE_SPECS).
    #[error(
        "the signature leads to more than {} type specifications",
        super::limits::TYPE_SPECS
    )]
    TooManyTypeSpecs,
    /// A count that the bytes that are left cannot hold.
    #[error("{count} elements cannot fit into {left} bytes")]
    BadCount {
        /// The count.
        count: u32,
        /// The bytes that are left.
        left: u64,
    },
    /// A custom-attribute value that does not begin with 0x0001 (II.23.3).
    #[error("the attribute value begins with {0:#06x} instead of 0x0001")]
    BadProlog(u16),
    /// The width of an enum argument cannot be known: its assembly is not at hand.
    #[error("the size of the enum {0} is unknown: its assembly is not at hand")]
    UnknownEnum(String),
    /// Bytes are left over behind a value.
    #[error("{0} bytes are left over behind the value")]
    Trailing(u64),
    /// A constant whose bytes do not suit its type (II.22.9).
    #[error("a constant of type {element_type:#04x} has {length} bytes")]
    BadConstant {
        /// Element type.
        element_type: u8,
        /// Length of the value in bytes.
        length: u64,
    },
}

impl Error {
    #[cold]
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Detail {
            kind,
            offset: None,
            cell: None,
        }))
    }

    #[cold]
    pub(crate) fn at(kind: ErrorKind, offset: u64) -> Self {
        Self(Box::new(Detail {
            kind,
            offset: Some(offset),
            cell: None,
        }))
    }

    /// Adds the table cell from which the bad value came, unless one is known already.
    #[cold]
    pub(crate) fn in_cell(mut self, table: TableId, row: u32, column: &'static str) -> Self {
        self.0.cell.get_or_insert((table, row, column));
        self
    }

    /// What is wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// File offset of the bad bytes, where known.
    pub fn offset(&self) -> Option<u64> {
        self.0.offset
    }

    /// Table, row number and column of the bad value, where it came from a table.
    pub fn cell(&self) -> Option<(TableId, u32, &'static str)> {
        self.0.cell
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.kind)?;
        if let Some((table, row, column)) = self.0.cell {
            write!(f, " ({table} row {row}, column {column})")?;
        }
        if let Some(offset) = self.0.offset {
            write!(f, " at file offset {offset:#x}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
