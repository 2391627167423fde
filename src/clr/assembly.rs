use super::TypeUse;
use super::type_use::Scope;
use super::{CustomAttribute, Error, ReflectionName, Type, TypeName, split_arity};
use crate::metadata::{
    Cursor, Guid, HasCustomAttribute, Id, Implementation, Metadata, ResolutionScope, Result, Row,
    Rows, TypeDefOrRef, table,
};
use crate::pe::Image;
use std::fmt;
use std::sync::OnceLock;

/// One assembly, or a module without a manifest: its image, its metadata and the look-ups that are built
/// when they are first needed.
#[derive(Debug)]
pub struct Assembly<'a> {
    image: Image<'a>,
    metadata: Metadata<'a>,
    pub(super) ordinal: usize,
    /// Type definitions sorted by namespace and name.
    by_name: OnceLock<Box<[Id<table::TypeDef>]>>,
    /// Types that are forwarded to other assemblies, sorted by namespace and name.
    exports: OnceLock<Box<[Id<table::ExportedType>]>>,
    /// Pairs of enclosing and nested type, sorted.
    nesting: OnceLock<Box<[Nesting]>>,
    /// Whether anything in it says where null is legal.
    pub(super) is_annotated: OnceLock<bool>,
    is_reference: OnceLock<bool>,
}

/// An enclosing and a nested type.
type Nesting = (Id<table::TypeDef>, Id<table::TypeDef>);

/// A four-part assembly version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u16, pub u16, pub u16, pub u16);

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}.{}", self.0, self.1, self.2, self.3)
    }
}

/// A reference to another assembly (II.22.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AssemblyReference<'m> {
    /// Simple name.
    pub name: &'m str,
    /// The version that was compiled against.
    pub version: Version,
    /// Whether it has a public key or its token: the assembly must have a strong name (II.6.3).
    pub is_strong: bool,
}

impl<'a> Assembly<'a> {
    /// Reads the headers and the metadata root of `data`, the bytes of a whole file.
    ///
    /// # Errors
    /// [`Error::Image`] for what is not a .NET image, [`Error::Metadata`] for damage that hides every table.
    pub fn parse(data: &'a [u8]) -> std::result::Result<Self, Error> {
        let image = Image::parse(data)?;
        let (offset, bytes) = image.metadata()?;
        Ok(Self {
            metadata: Metadata::parse(bytes, offset)?.with_names_checked(),
            image,
            ordinal: 0,
            by_name: OnceLock::new(),
            exports: OnceLock::new(),
            nesting: OnceLock::new(),
            is_annotated: OnceLock::new(),
            is_reference: OnceLock::new(),
        })
    }

    /// The image around the metadata.
    pub fn image(&self) -> &Image<'a> {
        &self.image
    }

    /// The rows behind the types.
    pub fn metadata(&self) -> &Metadata<'a> {
        &self.metadata
    }

    /// Position in its [`AssemblySet`](super::AssemblySet); 0 outside of one.
    pub fn ordinal(&self) -> usize {
        self.ordinal
    }

    /// Whether it has a manifest (II.22.2); a netmodule has none.
    pub fn has_manifest(&self) -> bool {
        self.manifest().is_some()
    }

    fn manifest(&self) -> Option<Row<'_, table::Assembly>> {
        self.metadata.first()
    }

    /// Simple name of the assembly, or of the module where there is no manifest; empty where it is damaged.
    pub fn name(&self) -> &str {
        let name = match self.manifest() {
            Some(row) => row.name(),
            None => match self.metadata.first::<table::Module>() {
                Some(row) => row.name(),
                None => return "",
            },
        };
        name.unwrap_or_default()
    }

    /// The assembly's version; zeros where there is no manifest.
    pub fn version(&self) -> Version {
        self.manifest().map_or(Version::default(), |row| {
            Version(
                row.major_version(),
                row.minor_version(),
                row.build_number(),
                row.revision_number(),
            )
        })
    }

    /// The assembly's culture; empty for neutral.
    pub fn culture(&self) -> &str {
        let culture = self.manifest().map(|row| row.culture());
        culture.and_then(Result::ok).unwrap_or_default()
    }

    /// Module version id, which every compilation sets anew.
    pub fn mvid(&self) -> Option<Guid> {
        self.metadata
            .first::<table::Module>()
            .and_then(|row| row.mvid().ok().flatten())
    }

    /// The assemblies that it references, in table order; damaged rows are left out.
    pub fn references(&self) -> impl Iterator<Item = AssemblyReference<'_>> {
        let rows = self.metadata.rows::<table::AssemblyRef>();
        rows.filter_map(|row| {
            Some(AssemblyReference {
                name: row.name().ok()?,
                version: Version(
                    row.major_version(),
                    row.minor_version(),
                    row.build_number(),
                    row.revision_number(),
                ),
                is_strong: row.public_key_or_token().is_ok_and(|key| !key.is_empty()),
            })
        })
    }

    /// All types, nested ones too, in table order. The first is `<Module>`, which holds global members.
    pub fn types(&self) -> impl Iterator<Item = Type<'_>> {
        let rows: Rows<'_, table::TypeDef> = self.metadata.rows();
        rows.map(move |row| Type::new(self, row))
    }

    /// The type `id`.
    ///
    /// # Errors
    /// If there is no such row.
    pub fn type_def(&self, id: Id<table::TypeDef>) -> Result<Type<'_>> {
        Ok(Type::new(self, self.metadata.row(id)?))
    }

    /// The type with this full name as a reference of this assembly uses it, wherever it is defined.
    pub fn find_reference(&'a self, full_name: &str) -> Option<TypeUse<'a>> {
        let (namespace, name) = full_name.rsplit_once('.').unwrap_or(("", full_name));
        let mut rows = self.metadata.rows::<table::TypeRef>();
        let is_wanted = |row: &Row<'_, table::TypeRef>| {
            row.name() == Ok(name) && row.namespace() == Ok(namespace)
        };
        let row = rows.find(is_wanted)?;
        let scope = Scope {
            assembly: self,
            ty: None,
            method: None,
        };
        scope.type_def_or_ref(TypeDefOrRef::TypeRef(row.id())).ok()
    }

    /// The top-level type `namespace.name`; `name` keeps its arity suffix.
    pub fn find_type(&self, namespace: &str, name: &str) -> Option<Type<'_>> {
        let by_name = self.by_name.get_or_init(|| {
            let rows = self.metadata.rows::<table::TypeDef>();
            let top = rows.filter(|row| row.flags() & 7 < 2).map(Row::id);
            let mut ids: Box<[_]> = top.collect();
            ids.sort_by_cached_key(|id| self.type_key(*id));
            ids
        });
        let found = by_name.binary_search_by(|id| self.type_key(*id).cmp(&(namespace, name)));
        self.type_def(*by_name.get(found.ok()?)?).ok()
    }

    /// Whether it is there for compilers only (`ReferenceAssemblyAttribute`): no method has its code, and private
    /// members are left out.
    pub fn is_reference(&self) -> bool {
        const NAMESPACE: &str = "System.Runtime.CompilerServices";
        *self.is_reference.get_or_init(|| {
            let mut attributes = self.custom_attributes();
            attributes.any(|of| of.is(NAMESPACE, "ReferenceAssemblyAttribute"))
        })
    }

    /// The type of this assembly that text names, without regard to type arguments and suffixes; `None`
    /// where the name is one of another assembly.
    pub fn find_named(&self, name: &ReflectionName<'_>) -> Option<Type<'_>> {
        if name
            .assembly_name()
            .is_some_and(|assembly| assembly != self.name())
        {
            return None;
        }
        let (namespace, simple) = name.outermost();
        let top = self.find_type(namespace, simple)?;
        let mut inner = name.path.iter().skip(1);
        inner.try_fold(top, |outer, name| outer.find_nested(name))
    }

    fn type_key(&self, id: Id<table::TypeDef>) -> (&str, &str) {
        let row = self.metadata.row(id);
        let key = row.and_then(|row| Ok((row.namespace()?, row.name()?)));
        key.unwrap_or_default()
    }

    /// The assembly to which the top-level type `namespace.name` is forwarded.
    pub(super) fn forwarded_to(
        &self,
        namespace: &str,
        name: &str,
    ) -> Option<Id<table::AssemblyRef>> {
        let key = |id: &Id<table::ExportedType>| {
            let row = self.metadata.row(*id);
            let key = row.and_then(|row| Ok((row.namespace()?, row.name()?)));
            key.unwrap_or_default()
        };
        let exports = self.exports.get_or_init(|| {
            let rows = self.metadata.rows::<table::ExportedType>();
            let forwarded = rows.filter(|row| {
                let target = row.implementation();
                matches!(target, Ok(Some(Implementation::AssemblyRef(_))))
            });
            let mut ids: Box<[_]> = forwarded.map(Row::id).collect();
            ids.sort_by_cached_key(key);
            ids
        });
        let found = exports.binary_search_by(|id| key(id).cmp(&(namespace, name)));
        let row = self.metadata.row(*exports.get(found.ok()?)?).ok()?;
        match row.implementation().ok()?? {
            Implementation::AssemblyRef(target) => Some(target),
            _ => None,
        }
    }

    /// The types nested directly in `enclosing`.
    pub(crate) fn nested_in(
        &self,
        enclosing: Id<table::TypeDef>,
    ) -> impl Iterator<Item = Type<'_>> {
        let nesting = self.nesting.get_or_init(|| {
            let rows = self.metadata.rows::<table::NestedClass>();
            let pairs = rows
                .filter_map(|row| Some((row.enclosing_class().ok()??, row.nested_class().ok()??)));
            let mut pairs: Box<[_]> = pairs.collect();
            pairs.sort_unstable();
            pairs
        });
        let start = nesting.partition_point(|(outer, _)| *outer < enclosing);
        let pairs = nesting.iter().skip(start);
        pairs
            .take_while(move |(outer, _)| *outer == enclosing)
            .filter_map(|(_, nested)| self.type_def(*nested).ok())
    }

    /// Exported types and forwarders (II.22.14); damaged rows are left out.
    pub fn exported_types(
        &self,
    ) -> impl Iterator<Item = (Row<'_, table::ExportedType>, TypeName<'_>)> {
        let rows = self.metadata.rows::<table::ExportedType>();
        rows.filter_map(|row| Some((row, TypeName::of_exported(self, row.id()).ok()?)))
    }

    /// The custom attributes of the assembly.
    pub fn custom_attributes(&self) -> impl Iterator<Item = CustomAttribute<'_>> {
        let manifest = self.manifest().map(Row::id);
        manifest
            .into_iter()
            .flat_map(|id| self.attributes_of(HasCustomAttribute::Assembly(id)))
    }

    pub(crate) fn attributes_of(
        &self,
        parent: HasCustomAttribute,
    ) -> impl Iterator<Item = CustomAttribute<'_>> {
        let rows = self.metadata.custom_attributes(parent);
        rows.map(move |row| CustomAttribute::new(self, row))
    }

    /// The content of a resource that is in this file (II.22.24, II.25.3.3): `row` says where.
    ///
    /// # Errors
    /// [`Error::Image`] or [`Error::Metadata`], if the file does not hold all of it.
    pub fn embedded_resource(
        &self,
        row: Row<'_, table::ManifestResource>,
    ) -> std::result::Result<&'a [u8], Error> {
        let resources = self.image.cli_header().resources;
        let (start, bytes) = self.image.directory(resources, "the resources directory")?;
        let offset = row.offset();
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        let bytes = bytes.get(at..).unwrap_or_default();
        let mut cursor = Cursor::new(bytes, start.saturating_add(u64::from(offset)));
        let length = usize::try_from(cursor.u32()?).unwrap_or(usize::MAX);
        Ok(cursor.take(length, "the resource")?)
    }

    /// The value of `TargetFrameworkAttribute`, for instance `.NETFramework,Version=v4.7.2`.
    pub fn target_framework(&self) -> Option<&str> {
        let attribute = self.custom_attributes().find(|attribute| {
            attribute.is("System.Runtime.Versioning", "TargetFrameworkAttribute")
        })?;
        attribute.first_string()
    }

    /// The name of `ty`, a definition or a reference.
    ///
    /// # Errors
    /// If a row on the way is damaged, or `ty` is a type specification.
    pub fn type_name(&self, ty: TypeDefOrRef) -> Result<TypeName<'_>> {
        TypeName::of(self, ty)
    }

    /// Whether `ty`, a definition or a reference, is the top-level type `namespace.name`, in whatever assembly.
    pub(super) fn is_type(&self, ty: TypeDefOrRef, namespace: &str, name: &str) -> bool {
        let metadata = &self.metadata;
        match ty {
            TypeDefOrRef::TypeDef(id) => metadata.row(id).is_ok_and(|row| {
                row.name() == Ok(name)
                    && row.namespace() == Ok(namespace)
                    && metadata.nested_class(id).is_none()
            }),
            TypeDefOrRef::TypeRef(id) => metadata.row(id).is_ok_and(|row| {
                let is_nested = || {
                    matches!(
                        row.resolution_scope(),
                        Ok(Some(ResolutionScope::TypeRef(_)))
                    )
                };
                row.name() == Ok(name) && row.namespace() == Ok(namespace) && !is_nested()
            }),
            TypeDefOrRef::TypeSpec(_) => false,
        }
    }

    /// Whether two assemblies are the same object.
    pub(super) fn is(&self, other: &Assembly<'_>) -> bool {
        std::ptr::eq(
            std::ptr::from_ref(self).cast::<u8>(),
            std::ptr::from_ref(other).cast(),
        )
    }
}

/// Whether `name` is the simple name of a generic type.
pub(super) fn is_generic_name(name: &str) -> bool {
    split_arity(name).1 > 0
}
