use crate::pe::InflateError;
use thiserror::Error;

/// Why a `.xif` cannot be read.
///
/// Offsets count bytes of the XML in it. `Display` continues a sentence that begins with the file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum XifError {
    /// The file is no zlib stream, or one that is too large.
    #[error("cannot be inflated: {0}")]
    Inflate(#[from] InflateError),
    /// The content is not UTF-8.
    #[error("holds no XML: byte {offset} of its content is not UTF-8")]
    Encoding {
        /// Where the first wrong sequence begins.
        offset: usize,
    },
    /// The content is something else.
    #[error("holds no extension: its root element is not Extension")]
    NotAnExtension,
    /// The XML is not well-formed.
    #[error("is damaged at byte {offset} of its XML, in {path}: {reason}")]
    Malformed {
        /// Where the wrong markup is.
        offset: usize,
        /// The elements that are open.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The XML has a document type, with which entities could be defined.
    #[error("has a document type at byte {offset} of its XML, which no extension has")]
    DocumentType {
        /// Where it ends.
        offset: usize,
    },
    /// The XML ends inside an element.
    #[error("ends in {path}")]
    Truncated {
        /// The elements that are open.
        path: String,
    },
    /// Elements are nested too deep.
    #[error("has more than {limit} levels of elements at byte {offset} of its XML, in {path}")]
    TooDeep {
        /// Where the first element of too many ends its start.
        offset: usize,
        /// The elements that are open.
        path: String,
        /// The greatest depth.
        limit: usize,
    },
    /// There are too many elements.
    #[error("has more than {limit} elements up to byte {offset} of its XML")]
    TooMany {
        /// Where the first element of too many ends its start.
        offset: usize,
        /// The greatest number.
        limit: usize,
    },
    /// The content of a resource is not base64.
    #[error("has a resource {file} that is not base64 at byte {offset} of the XML")]
    Base64 {
        /// The resource.
        file: String,
        /// Where the first wrong byte is.
        offset: usize,
    },
}
