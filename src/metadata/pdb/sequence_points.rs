use crate::metadata::error::{ErrorKind, Result};
use crate::metadata::{Cursor, Id, Metadata, Row, Table, TableId, table};

/// A place in the IL that stands for a place in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequencePoint {
    /// IL offset.
    pub il_offset: u32,
    /// The source file.
    pub document: Option<Id<table::Document>>,
    /// The place in the source; `None` for code that a debugger steps over.
    pub span: Option<SourceSpan>,
}

/// A range of source text: lines from 1, columns from 1, the end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it all")]
pub struct SourceSpan {
    pub start_line: u32,
    pub start_column: u32,
    pub end_line: u32,
    pub end_column: u32,
}

/// The sequence points of a method, decoded one by one ("Sequence Points Blob"). An error ends them.
#[derive(Clone, Debug)]
pub struct SequencePoints<'m> {
    cursor: Cursor<'m>,
    documents: u32,
    document: Option<Id<table::Document>>,
    il_offset: Option<u32>,
    /// Where the last point begins that is not hidden.
    start: Option<(u32, u32)>,
}

impl<'m> Row<'m, table::MethodDebugInformation> {
    /// The method's sequence points. `metadata` is that of the row.
    ///
    /// # Errors
    /// If the blob's head is damaged.
    pub fn points(self, metadata: &Metadata<'_>) -> Result<SequencePoints<'m>> {
        let mut cursor = self.sequence_points()?;
        let documents = metadata.row_count(TableId::Document);
        let mut document = self.document()?;
        if !cursor.is_empty() {
            // The row of the local variables' signature, which the method's body has, too.
            cursor.compressed_u32()?;
            if document.is_none() {
                document = row(&mut cursor, documents)?;
            }
        }
        Ok(SequencePoints {
            cursor,
            documents,
            document,
            il_offset: None,
            start: None,
        })
    }
}

impl SequencePoints<'_> {
    fn try_next(&mut self) -> Result<Option<SequencePoint>> {
        let cursor = &mut self.cursor;
        let il_offset = loop {
            if cursor.is_empty() {
                return Ok(None);
            }
            let at = *cursor;
            let delta = cursor.compressed_u32()?;
            match self.il_offset {
                None => break delta,
                // Two points cannot have one offset: a document record.
                Some(_) if delta == 0 => self.document = row(cursor, self.documents)?,
                Some(last) => break moved(at, "an IL offset", last, delta.into())?,
            }
        };
        self.il_offset = Some(il_offset);
        let at = *cursor;
        let lines = cursor.compressed_u32()?;
        let columns = if lines == 0 {
            i64::from(cursor.compressed_u32()?)
        } else {
            i64::from(cursor.compressed_i32()?)
        };
        let span = if (lines, columns) == (0, 0) {
            None
        } else {
            let (line, column) = match self.start {
                None => (cursor.compressed_u32()?, cursor.compressed_u32()?),
                Some((line, column)) => (
                    moved(at, "a line", line, cursor.compressed_i32()?.into())?,
                    moved(at, "a column", column, cursor.compressed_i32()?.into())?,
                ),
            };
            self.start = Some((line, column));
            Some(SourceSpan {
                start_line: line,
                start_column: column,
                end_line: moved(at, "a line", line, lines.into())?,
                end_column: moved(at, "a column", column, columns)?,
            })
        };
        Ok(Some(SequencePoint {
            il_offset,
            document: self.document,
            span,
        }))
    }
}

impl Iterator for SequencePoints<'_> {
    type Item = Result<SequencePoint>;

    fn next(&mut self) -> Option<Self::Item> {
        let point = self.try_next();
        if point.is_err() {
            self.cursor = Cursor::new(&[], self.cursor.offset());
        }
        point.transpose()
    }
}

fn row<T: Table>(cursor: &mut Cursor<'_>, rows: u32) -> Result<Option<Id<T>>> {
    let at = *cursor;
    let row = cursor.compressed_u32()?;
    if row > rows {
        let table = T::ID;
        return Err(at.error(ErrorKind::NoSuchRow { table, row, rows }));
    }
    Ok(Id::new(row))
}

fn moved(at: Cursor<'_>, what: &'static str, from: u32, by: i64) -> Result<u32> {
    let value = i64::from(from).saturating_add(by);
    u32::try_from(value).map_err(|_| at.error(ErrorKind::OutOfRange { what, value }))
}

#[cfg(test)]
mod tests {
    use super::{SequencePoint, SequencePoints, SourceSpan};
    use crate::metadata::{Cursor, ErrorKind, Id, Result};

    fn points(bytes: &[u8]) -> Vec<Result<SequencePoint>> {
        let points = SequencePoints {
            cursor: Cursor::new(bytes, 0),
            documents: 2,
            document: Id::new(1),
            il_offset: None,
            start: None,
        };
        points.collect()
    }

    #[test]
    fn deltas_add_up_and_documents_change() {
        // Line 10 column 5 to 6; hidden; then, in document 2, two lines up and over two lines.
        let bytes = [0, 0, 1, 10, 5, 3, 0, 0, 0, 2, 4, 2, 0x7b, 0x7d, 2];
        let found: Vec<_> = points(&bytes).into_iter().map(Result::unwrap).collect();
        let point = |il_offset, document, span: Option<[u32; 4]>| SequencePoint {
            il_offset,
            document: Id::new(document),
            span: span.map(
                |[start_line, start_column, end_line, end_column]| SourceSpan {
                    start_line,
                    start_column,
                    end_line,
                    end_column,
                },
            ),
        };
        assert_eq!(
            found,
            [
                point(0, 1, Some([10, 5, 10, 6])),
                point(3, 1, None),
                point(7, 2, Some([8, 6, 10, 3])),
            ]
        );
    }

    #[test]
    fn lines_before_the_first_are_an_error_and_the_end() {
        let found = points(&[0, 0, 1, 1, 5, 3, 0, 1, 0x7b, 0, 9, 9]);
        assert!(matches!(&found[..], [Ok(_), Err(_)]));
        let error = found[1].as_ref().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::OutOfRange { .. }));
    }

    #[test]
    fn documents_that_do_not_exist_are_an_error() {
        let found = points(&[0, 0, 1, 1, 5, 0, 3]);
        let error = found[1].as_ref().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NoSuchRow { row: 3, .. }));
    }

    #[test]
    fn a_blob_of_nothing_has_no_points() {
        assert!(points(&[]).is_empty());
        assert!(matches!(&points(&[0, 0])[..], [Err(_)]));
    }
}
