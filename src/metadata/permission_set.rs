use super::attribute::{EnumSizes, NamedArgument, decode_named, string};
use super::error::Result;
use super::heaps::utf16;
use super::{Cursor, Row, table};

/// Begins the binary form; XML begins with `<`.
const BINARY: u8 = b'.';

/// The permission set of a security declaration (II.22.11).
#[derive(Clone, Debug)]
pub enum PermissionSet<'m> {
    /// XML, as compilers for .NET 1.x wrote it.
    Xml(String),
    /// The attributes that the source has, in the form that came with .NET 2.0.
    Attributes(Vec<SecurityAttribute<'m>>),
}

/// A security attribute as written in the source (II.22.11).
#[derive(Clone, Copy, Debug)]
pub struct SecurityAttribute<'m> {
    /// Serialised name of the attribute's class.
    pub class: &'m str,
    /// The number of named arguments, and the arguments.
    pub arguments: Cursor<'m>,
}

impl<'m> SecurityAttribute<'m> {
    /// Its arguments; `enums` knows the enums among them.
    ///
    /// # Errors
    /// Those of [`decode`](super::attribute::decode).
    pub fn named(&self, enums: &dyn EnumSizes) -> Result<Vec<NamedArgument<'m>>> {
        decode_named(self.arguments, enums)
    }
}

impl<'m> PermissionSet<'m> {
    /// Reads a permission set. The arguments of its attributes are left for later.
    ///
    /// # Errors
    /// [`InvalidUtf16`](super::ErrorKind::InvalidUtf16) in the XML,
    /// [`CutOff`](super::ErrorKind::CutOff) and the like in the binary form.
    pub fn parse(mut cursor: Cursor<'m>) -> Result<Self> {
        if cursor.peek() != Some(BINARY) {
            return utf16(cursor).map(Self::Xml);
        }
        cursor.u8()?;
        let mut attributes = Vec::new();
        for _ in 0..cursor.count()? {
            let class = string(&mut cursor)?.unwrap_or_default();
            let length = cursor.count()?;
            let offset = cursor.offset();
            let arguments = cursor.take(length, "a security attribute")?;
            attributes.push(SecurityAttribute {
                class,
                arguments: Cursor::new(arguments, offset),
            });
        }
        Ok(Self::Attributes(attributes))
    }
}

impl<'m> Row<'m, table::DeclSecurity> {
    /// [`permission_set`](Self::permission_set), decoded.
    ///
    /// # Errors
    /// Those of [`PermissionSet::parse`].
    pub fn permissions(self) -> Result<PermissionSet<'m>> {
        PermissionSet::parse(self.permission_set()?)
    }
}

#[cfg(test)]
mod tests {
    use super::PermissionSet;
    use crate::metadata::attribute::{Argument, EnumSizes, TypeClass};
    use crate::metadata::signature::ElementType;
    use crate::metadata::{Cursor, ErrorKind, Result, TypeDefOrRef};

    struct NoEnums;

    impl EnumSizes for NoEnums {
        fn classify(&self, _: TypeDefOrRef) -> TypeClass {
            TypeClass::SystemType
        }

        fn underlying_of_name(&self, _: &str) -> Option<ElementType> {
            None
        }
    }

    fn parse(bytes: &[u8]) -> Result<PermissionSet<'_>> {
        PermissionSet::parse(Cursor::new(bytes, 0))
    }

    #[test]
    fn xml_is_utf_16() {
        let text = "<PermissionSet/>";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(matches!(parse(&bytes), Ok(PermissionSet::Xml(found)) if found == text));
        let error = parse(&[0x00, 0xd8]).map_err(|error| error.kind().clone());
        assert!(matches!(error, Err(ErrorKind::InvalidUtf16)));
    }

    #[test]
    fn the_binary_form_lists_attributes() {
        // One attribute, `A`, with the property `X = true`.
        let bytes = [b'.', 1, 1, b'A', 6, 1, 0x54, 0x02, 1, b'X', 1];
        let Ok(PermissionSet::Attributes(attributes)) = parse(&bytes) else {
            panic!("not the binary form");
        };
        assert_eq!(attributes.len(), 1);
        assert_eq!(attributes[0].class, "A");
        let named = attributes[0].named(&NoEnums).unwrap();
        assert_eq!((named.len(), named[0].name), (1, "X"));
        assert_eq!(named[0].value, Argument::Boolean(true));
    }

    #[test]
    fn damaged_sets_are_errors() {
        assert!(parse(b".\x7f").is_err());
        assert!(parse(b".\x01\x05A").is_err());
        assert!(parse(b".\x01\x01A\x09").is_err());
    }
}
