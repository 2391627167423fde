use crate::metadata::error::{ErrorKind, Result};
use crate::metadata::{Metadata, Row, limits, table};

impl Row<'_, table::Document> {
    /// Path of the source file: the document-name blob, put together ("Document Name Blob"). `metadata` is
    /// that of the row.
    ///
    /// # Errors
    /// If the blob or one of the parts that it refers to is damaged; [`ErrorKind::TooLong`] past
    /// [`limits::NAME_BYTES`].
    pub fn path(self, metadata: &Metadata<'_>) -> Result<String> {
        let mut cursor = self.name()?;
        let at = cursor;
        let separator = cursor.u8()?;
        let mut path = Vec::new();
        let mut is_first = true;
        while !cursor.is_empty() {
            if !is_first && separator != 0 {
                path.push(separator);
            }
            is_first = false;
            let part = metadata.blobs().blob(cursor.compressed_u32()?)?;
            path.extend_from_slice(part.rest());
            // Many parts can be one long blob.
            if path.len() > limits::NAME_BYTES {
                return Err(at.error(ErrorKind::TooLong(path.len() as u64)));
            }
        }
        String::from_utf8(path).map_err(|_| at.error(ErrorKind::InvalidUtf8))
    }
}
