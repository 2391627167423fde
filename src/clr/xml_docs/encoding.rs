use super::XmlDocsError;
use std::borrow::Cow;

/// A file as text, with what is needed to lead a position in the text back to the bytes.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    mark: usize,
    utf16: bool,
}

impl<'a> Decoded<'a> {
    /// Reads UTF-8 with or without a byte order mark, and UTF-16 of either order with one.
    ///
    /// The encoding that the XML declaration names is not asked: the mark is the better witness, and
    /// compilers write nothing else.
    pub(super) fn new(bytes: &'a [u8]) -> Result<Self, XmlDocsError> {
        if let Some(units) = bytes.strip_prefix(b"\xFF\xFE") {
            return Self::from_utf16(units, u16::from_le_bytes);
        }
        if let Some(units) = bytes.strip_prefix(b"\xFE\xFF") {
            return Self::from_utf16(units, u16::from_be_bytes);
        }
        let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let mark = bytes.len() - body.len();
        match std::str::from_utf8(body) {
            Ok(text) => Ok(Self {
                text: Cow::Borrowed(text),
                mark,
                utf16: false,
            }),
            Err(error) => Err(XmlDocsError::Encoding {
                offset: mark + error.valid_up_to(),
            }),
        }
    }

    fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Self, XmlDocsError> {
        const MARK: usize = 2;
        let (units, rest) = bytes.as_chunks::<2>();
        let mut text = String::with_capacity(units.len());
        let mut read = 0;
        for decoded in char::decode_utf16(units.iter().map(|&pair| unit(pair))) {
            let c = decoded.map_err(|_| XmlDocsError::Encoding {
                offset: MARK + 2 * read,
            })?;
            read += c.len_utf16();
            text.push(c);
        }
        if !rest.is_empty() {
            return Err(XmlDocsError::Encoding {
                offset: MARK + 2 * read,
            });
        }
        Ok(Self {
            text: Cow::Owned(text),
            mark: MARK,
            utf16: true,
        })
    }

    /// The offset in the file of the offset `at` in the text.
    pub(super) fn file_offset(&self, at: usize) -> usize {
        let in_file = match self.text.get(..at) {
            Some(before) if self.utf16 => 2 * before.encode_utf16().count(),
            _ => at,
        };
        self.mark + in_file
    }
}
