//! What methods are made of and what native code sees: bodies, P/Invoke and marshalling.

use super::{Error, Field, Method, Parameter};
use crate::metadata::body::MethodBody;
use crate::metadata::{HasFieldMarshal, Marshalling, Result, Row};

/// `CodeTypeMask` of `MethodImplAttributes` (II.23.1.10); 0 is IL.
const CODE_TYPE: u16 = 0x3;

impl<'m> Method<'m> {
    /// Its body (II.25.4), or `None` where it has none in IL: abstract, imported, native, or made by the
    /// runtime.
    ///
    /// # Errors
    /// [`Error::Image`], where the file does not hold the body; [`Error::Metadata`], where its header is
    /// damaged.
    pub fn body(self) -> std::result::Result<Option<MethodBody<'m>>, Error> {
        let row = self.row();
        if row.rva() == 0 || row.impl_flags() & CODE_TYPE != 0 {
            return Ok(None);
        }
        let image = self.declaring_type().assembly().image();
        let (offset, bytes) = image.located(row.rva(), "the method body")?;
        Ok(Some(MethodBody::parse(bytes, offset)?))
    }
}

impl<'m> Field<'m> {
    /// How native code sees it (II.23.4), where that is given.
    ///
    /// # Errors
    /// If the descriptor is damaged.
    pub fn marshalling(self) -> Result<Option<Marshalling<'m>>> {
        let parent = HasFieldMarshal::Field(self.row().id());
        let metadata = self.declaring_type().assembly().metadata();
        metadata
            .field_marshal(parent)
            .map(Row::marshalling)
            .transpose()
    }
}

impl<'m> Parameter<'m> {
    /// How native code sees it (II.23.4), where that is given.
    ///
    /// # Errors
    /// If the descriptor is damaged.
    pub fn marshalling(&self) -> Result<Option<Marshalling<'m>>> {
        let Some(row) = self.row else {
            return Ok(None);
        };
        let parent = HasFieldMarshal::Param(row.id());
        let metadata = self.assembly.metadata();
        metadata
            .field_marshal(parent)
            .map(Row::marshalling)
            .transpose()
    }
}
