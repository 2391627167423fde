//! Method bodies (II.25.4): the header, the IL as bytes, and the exception clauses behind it.
//!
//! ```
//! use dllift::metadata::body::{ClauseKind, MethodBody};
//!
//! // A tiny header and two instructions: ldnull, throw.
//! let body = MethodBody::parse(&[0x0a, 0x14, 0x7a], 0)?;
//! assert_eq!(body.max_stack, 8);
//! assert_eq!(body.code.rest(), [0x14, 0x7a]);
//! assert_eq!(body.clauses().count(), 0);
//! # Ok::<(), dllift::metadata::Error>(())
//! ```

use super::error::{ErrorKind, Result};
use super::{Cursor, Token};

/// What the low two bits of a header say (II.25.4.1).
const FORMAT: u8 = 0x3;
const TINY: u8 = 0x2;
const FAT: u8 = 0x3;
/// Flags of a fat header (II.25.4.4).
const MORE_SECTIONS: u16 = 0x8;
const INIT_LOCALS: u16 = 0x10;
/// `MaxStack` of a method with a tiny header (II.25.4.2).
const TINY_MAX_STACK: u16 = 8;
/// Flags of a section (II.25.4.5).
const EXCEPTION_TABLE: u8 = 0x1;
const FAT_SECTION: u8 = 0x40;
const MORE: u8 = 0x80;
const SECTION_HEADER: usize = 4;
const SMALL_CLAUSE: usize = 12;
const FAT_CLAUSE: usize = 24;

/// A method's body: header read, the rest borrowed.
#[derive(Clone, Copy, Debug)]
pub struct MethodBody<'m> {
    /// Whether the header has the fat form (II.25.4.3).
    pub is_fat: bool,
    /// Values that the code puts on the stack at most.
    pub max_stack: u16,
    /// Whether local variables begin as zeros.
    pub init_locals: bool,
    /// Token of the local variables' StandAloneSig row; `None` for a method without any.
    pub locals: Option<Token>,
    /// The IL.
    pub code: Cursor<'m>,
    /// The bytes from the first section on; empty where the header announces none.
    sections: Cursor<'m>,
}

/// A protected range of IL, and what handles its exceptions (II.25.4.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExceptionClause {
    /// What kind of handler it is.
    pub kind: ClauseKind,
    /// IL offset of the protected range.
    pub try_offset: u32,
    /// Its length in bytes.
    pub try_length: u32,
    /// IL offset of the handler.
    pub handler_offset: u32,
    /// Its length in bytes.
    pub handler_length: u32,
}

/// The kinds of exception handlers (II.25.4.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// Handles exceptions of the type with this token.
    Catch(Token),
    /// Handles what the code at this IL offset accepts.
    Filter(u32),
    /// Runs however the range is left.
    Finally,
    /// Runs if the range is left by an exception.
    Fault,
}

impl<'m> MethodBody<'m> {
    /// Reads the body at the start of `bytes`, which are at `offset` in the file and may go on behind it.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownForm`] for a header that is neither tiny nor fat, [`ErrorKind::CutOff`] where
    /// the bytes end before the code does.
    pub fn parse(bytes: &'m [u8], offset: u64) -> Result<Self> {
        let start = Cursor::new(bytes, offset);
        let mut cursor = start;
        let first = cursor.u8()?;
        match first & FORMAT {
            TINY => Ok(Self {
                is_fat: false,
                max_stack: TINY_MAX_STACK,
                init_locals: false,
                locals: None,
                code: code(&mut cursor, u32::from(first >> 2))?,
                sections: Cursor::new(&[], cursor.offset()),
            }),
            FAT => Self::parse_fat(start),
            form => Err(start.error(ErrorKind::UnknownForm {
                what: "the method header",
                value: form.into(),
            })),
        }
    }

    fn parse_fat(start: Cursor<'m>) -> Result<Self> {
        let mut cursor = start;
        let flags = cursor.u16()?;
        let max_stack = cursor.u16()?;
        let size = cursor.u32()?;
        let locals = Token(cursor.u32()?);
        // The header says its own size in words of four bytes; the standard knows only three of them.
        let header = usize::from(flags >> 12).saturating_mul(4);
        let mut cursor = start;
        cursor.take(header.max(12), "the method header")?;
        let code = code(&mut cursor, size)?;
        let sections = if flags & MORE_SECTIONS == 0 {
            Cursor::new(&[], cursor.offset())
        } else {
            cursor
        };
        Ok(Self {
            is_fat: true,
            max_stack,
            init_locals: flags & INIT_LOCALS != 0,
            locals: (locals.row() != 0).then_some(locals),
            code,
            sections: aligned(start, sections),
        })
    }

    /// The exception clauses, from the innermost; an error ends them.
    pub fn clauses(&self) -> Clauses<'m> {
        Clauses {
            clauses: Cursor::new(&[], self.sections.offset()),
            is_fat: false,
            sections: self.sections,
            more: !self.sections.is_empty(),
        }
    }
}

fn code<'m>(cursor: &mut Cursor<'m>, size: u32) -> Result<Cursor<'m>> {
    let offset = cursor.offset();
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let bytes = cursor.take(size, "the method's code")?;
    Ok(Cursor::new(bytes, offset))
}

/// `cursor` at the next multiple of four bytes from `start`, where sections begin (II.25.4.5).
fn aligned<'m>(start: Cursor<'m>, cursor: Cursor<'m>) -> Cursor<'m> {
    let padding = start.offset().wrapping_sub(cursor.offset()) & 3;
    let mut aligned = cursor;
    let padding = usize::try_from(padding).unwrap_or(0);
    match aligned.take(padding, "the padding") {
        Ok(_) => aligned,
        Err(_) => cursor,
    }
}

/// The exception clauses of a body; see [`MethodBody::clauses`].
#[derive(Clone, Debug)]
pub struct Clauses<'m> {
    /// What is left of the present section.
    clauses: Cursor<'m>,
    is_fat: bool,
    /// The bytes from the next section on.
    sections: Cursor<'m>,
    more: bool,
}

impl Clauses<'_> {
    fn try_next(&mut self) -> Result<Option<ExceptionClause>> {
        while self.clauses.is_empty() {
            if !self.more {
                return Ok(None);
            }
            self.section()?;
        }
        if self.is_fat {
            fat_clause(&mut self.clauses).map(Some)
        } else {
            small_clause(&mut self.clauses).map(Some)
        }
    }

    /// Reads the head of the next section, and its clauses if it has some.
    fn section(&mut self) -> Result<()> {
        let start = self.sections;
        let cursor = &mut self.sections;
        let kind = cursor.u8()?;
        let [b0, b1, b2] = [cursor.u8()?, cursor.u8()?, cursor.u8()?];
        self.is_fat = kind & FAT_SECTION != 0;
        let size = if self.is_fat {
            u32::from_le_bytes([b0, b1, b2, 0])
        } else {
            b0.into()
        };
        let clause = if self.is_fat {
            FAT_CLAUSE
        } else {
            SMALL_CLAUSE
        };
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        // Some compilers leave the head out of the size. Either way the quotient is the number of clauses.
        let clauses = size.checked_div(clause).unwrap_or(0);
        let length = if kind & EXCEPTION_TABLE == 0 {
            size.saturating_sub(SECTION_HEADER)
        } else {
            clauses.saturating_mul(clause)
        };
        let offset = cursor.offset();
        let bytes = cursor.take(length, "a section of the method")?;
        if kind & EXCEPTION_TABLE != 0 {
            self.clauses = Cursor::new(bytes, offset);
        }
        self.more = kind & MORE != 0;
        self.sections = aligned(start, self.sections);
        Ok(())
    }
}

impl Iterator for Clauses<'_> {
    type Item = Result<ExceptionClause>;

    fn next(&mut self) -> Option<Self::Item> {
        let clause = self.try_next();
        if clause.is_err() {
            self.clauses = Cursor::new(&[], self.clauses.offset());
            self.more = false;
        }
        clause.transpose()
    }
}

fn small_clause(cursor: &mut Cursor<'_>) -> Result<ExceptionClause> {
    let at = *cursor;
    let flags = cursor.u16()?;
    Ok(ExceptionClause {
        try_offset: cursor.u16()?.into(),
        try_length: cursor.u8()?.into(),
        handler_offset: cursor.u16()?.into(),
        handler_length: cursor.u8()?.into(),
        kind: clause_kind(at, flags.into(), cursor.u32()?)?,
    })
}

fn fat_clause(cursor: &mut Cursor<'_>) -> Result<ExceptionClause> {
    let at = *cursor;
    let flags = cursor.u32()?;
    Ok(ExceptionClause {
        try_offset: cursor.u32()?,
        try_length: cursor.u32()?,
        handler_offset: cursor.u32()?,
        handler_length: cursor.u32()?,
        kind: clause_kind(at, flags, cursor.u32()?)?,
    })
}

fn clause_kind(at: Cursor<'_>, flags: u32, detail: u32) -> Result<ClauseKind> {
    Ok(match flags {
        0 => ClauseKind::Catch(Token(detail)),
        1 => ClauseKind::Filter(detail),
        2 => ClauseKind::Finally,
        4 => ClauseKind::Fault,
        value => {
            return Err(at.error(ErrorKind::UnknownForm {
                what: "the exception clause",
                value,
            }));
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{ClauseKind, ExceptionClause, MethodBody};
    use crate::metadata::{Error, ErrorKind, Token};

    /// A fat header of code size `size` with these flags.
    fn fat(flags: u8, size: u32) -> Vec<u8> {
        let mut body = vec![3 | flags, 0x30, 2, 0];
        body.extend(size.to_le_bytes());
        body.extend(0x1100_0005u32.to_le_bytes());
        body
    }

    fn clauses(body: &[u8]) -> Vec<Result<ExceptionClause, Error>> {
        MethodBody::parse(body, 0).unwrap().clauses().collect()
    }

    #[test]
    fn a_tiny_body_has_no_locals_and_no_sections() {
        let body = MethodBody::parse(&[0x06, 0x2a, 0xff], 0x100).unwrap();
        assert!(!body.is_fat && !body.init_locals);
        assert_eq!((body.max_stack, body.locals), (8, None));
        assert_eq!(body.code.rest(), [0x2a]);
        assert_eq!(body.code.offset(), 0x101);
    }

    #[test]
    fn a_fat_body_says_all_of_it() {
        let mut bytes = fat(0x10, 2);
        bytes.extend([0, 0x2a]);
        let body = MethodBody::parse(&bytes, 0).unwrap();
        assert!(body.is_fat && body.init_locals);
        assert_eq!(body.max_stack, 2);
        assert_eq!(body.locals, Some(Token(0x1100_0005)));
        assert_eq!(body.code.rest(), [0, 0x2a]);
        assert_eq!(body.clauses().count(), 0);
    }

    #[test]
    fn clauses_come_from_small_and_fat_sections() {
        let mut bytes = fat(0x8, 1);
        bytes.extend([0x2a, 0, 0, 0]);
        bytes.extend([0x81, 16, 0, 0]);
        bytes.extend([2, 0, 1, 0, 2, 3, 0, 4, 0, 0, 0, 0]);
        bytes.extend([0x41, 28, 0, 0]);
        for value in [0u32, 5, 6, 7, 8, 0x0100_0002] {
            bytes.extend(value.to_le_bytes());
        }
        let found: Vec<_> = clauses(&bytes).into_iter().map(Result::unwrap).collect();
        let clause = |kind, [try_offset, try_length, handler_offset, handler_length]: [u32; 4]| {
            ExceptionClause {
                kind,
                try_offset,
                try_length,
                handler_offset,
                handler_length,
            }
        };
        let catch = ClauseKind::Catch(Token(0x0100_0002));
        assert_eq!(
            found,
            [
                clause(ClauseKind::Finally, [1, 2, 3, 4]),
                clause(catch, [5, 6, 7, 8])
            ]
        );
    }

    #[test]
    fn a_section_size_without_its_head_is_understood() {
        let mut bytes = fat(0x8, 0);
        bytes.extend([0x01, 12, 0, 0, 4, 0, 1, 0, 2, 3, 0, 4, 0, 0, 0, 0]);
        let found = clauses(&bytes);
        assert!(matches!(&found[..], [Ok(clause)] if clause.kind == ClauseKind::Fault));
    }

    #[test]
    fn sections_that_are_cut_off_or_unknown_end_in_one_error() {
        let mut bytes = fat(0x8, 0);
        bytes.extend([0x01, 16, 0, 0, 9, 0, 1, 0, 2, 3, 0, 4, 0, 0, 0, 0]);
        assert!(matches!(&clauses(&bytes)[..], [Err(_)]));
        assert!(matches!(&clauses(&bytes[..20])[..], [Err(_)]));
        assert!(clauses(&bytes[..12]).is_empty());
    }

    #[test]
    fn sections_of_no_size_do_not_repeat_forever() {
        let mut bytes = fat(0x8, 0);
        bytes.extend([0x81, 0, 0, 0].repeat(1000));
        assert!(matches!(&clauses(&bytes)[..], [Err(_)]));
    }

    #[test]
    fn bad_headers_are_errors_with_their_place() {
        let kind = |bytes: &[u8]| {
            MethodBody::parse(bytes, 7)
                .map(|_| ())
                .map_err(|e| e.kind().clone())
        };
        assert!(matches!(kind(&[]), Err(ErrorKind::CutOff { .. })));
        assert!(matches!(kind(&[0x0a, 0]), Err(ErrorKind::CutOff { .. })));
        assert!(matches!(
            kind(&fat(0, u32::MAX)),
            Err(ErrorKind::CutOff { .. })
        ));
        let error = MethodBody::parse(&[0x01], 7).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::UnknownForm { .. }));
        assert_eq!(error.offset(), Some(7));
    }
}
