use thiserror::Error;

/// Why a documentation file could not be read.
///
/// Offsets count bytes from the start of the file, whatever its encoding.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum XmlDocsError {
    /// The bytes are neither UTF-8 nor UTF-16 with a byte order mark.
    #[error("at byte {offset}: not UTF-8, or UTF-16 with a byte order mark")]
    Encoding {
        /// Where the first wrong sequence begins.
        offset: usize,
    },
    /// The text is not well-formed XML.
    #[error("at byte {offset}: {reason}")]
    Malformed {
        /// Where the wrong markup begins.
        offset: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The file ends inside an element.
    #[error("at byte {offset}: the file ends inside an element")]
    Truncated {
        /// The end of the file.
        offset: usize,
    },
    /// Elements are nested deeper than any documentation comment needs.
    #[error("at byte {offset}: elements are nested deeper than {limit}")]
    TooDeep {
        /// Where the element after the deepest allowed one ends.
        offset: usize,
        /// The greatest depth.
        limit: usize,
    },
    /// The root element is missing or is not `doc`: an XML file of another kind.
    #[error("not a documentation file: the root element is not <doc>")]
    NotDocumentation,
}
