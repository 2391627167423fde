use crate::clr::{Assembly, Error};
use crate::metadata::{self, ErrorKind, Implementation, Row, table};
use std::fmt;

/// `VisibilityMask` and `Public` of `ManifestResourceAttributes` (II.23.1.9).
const VISIBILITY: u32 = 0x7;
const PUBLIC: u32 = 0x1;

/// A manifest resource (II.22.24): a `Copy` view of its row.
#[derive(Clone, Copy)]
pub struct ManifestResource<'m> {
    assembly: &'m Assembly<'m>,
    row: Row<'m, table::ManifestResource>,
}

/// Where the content of a manifest resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceLocation<'m> {
    /// Here: its content.
    Embedded(&'m [u8]),
    /// In the file of this name, which belongs to the assembly.
    File(&'m str),
    /// In the assembly of this name, under the same name.
    Assembly(&'m str),
}

impl fmt::Debug for ManifestResource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, name) = (self.row.id(), self.name());
        write!(f, "ManifestResource({id} {name:?})")
    }
}

impl<'m> ManifestResource<'m> {
    /// Its row.
    pub fn row(self) -> Row<'m, table::ManifestResource> {
        self.row
    }

    /// Its name.
    ///
    /// # Errors
    /// If the name is damaged.
    pub fn name(self) -> metadata::Result<&'m str> {
        self.row.name()
    }

    /// Whether code outside of the assembly can see it.
    pub fn is_public(self) -> bool {
        self.row.flags() & VISIBILITY == PUBLIC
    }

    /// Where its content is.
    ///
    /// # Errors
    /// [`Error::Metadata`] where the row or the row that it refers to is damaged, or the file does not hold
    /// all of the content; [`Error::Image`] where it does not hold the CLI resources.
    pub fn location(self) -> Result<ResourceLocation<'m>, Error> {
        let metadata = self.assembly.metadata();
        Ok(match self.row.implementation()? {
            None => ResourceLocation::Embedded(self.assembly.embedded_resource(self.row)?),
            Some(Implementation::File(id)) => ResourceLocation::File(metadata.row(id)?.name()?),
            Some(Implementation::AssemblyRef(id)) => {
                ResourceLocation::Assembly(metadata.row(id)?.name()?)
            }
            Some(Implementation::ExportedType(id)) => {
                let value = id.token().0;
                return Err(metadata::Error::new(ErrorKind::BadTag { value }).into());
            }
        })
    }
}

impl Assembly<'_> {
    /// Its manifest resources, in table order.
    pub fn resources(&self) -> impl Iterator<Item = ManifestResource<'_>> {
        let rows = self.metadata().rows::<table::ManifestResource>();
        rows.map(move |row| ManifestResource {
            assembly: self,
            row,
        })
    }
}
