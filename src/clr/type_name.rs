use super::Assembly;
use crate::metadata::{
    ErrorKind, Id, Implementation, ResolutionScope, Result, TypeDefOrRef, limits, table,
};
use std::fmt::{self, Write};

/// The name of a type: its assembly, its namespace, and the simple names from the outermost type inwards.
///
/// Simple names keep the arity suffix of generic types (`` List`1 ``). `Display` writes the full name of
/// reflection: `` Ns.Outer+Inner`1 ``, without the assembly.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeName<'m> {
    /// Simple name of the assembly, or of the module, that has the type.
    pub assembly: &'m str,
    /// Namespace of the outermost type; empty for none.
    pub namespace: &'m str,
    /// Simple names, outermost first; never empty.
    pub path: Vec<&'m str>,
}

/// Where a type is.
enum Place<'m, T> {
    /// Inside the type of this row.
    Inside(Id<T>),
    /// In an assembly or module, and in a namespace of it.
    Top(&'m str, &'m str),
}

impl<'m> TypeName<'m> {
    /// The simple name of the type itself.
    pub fn simple(&self) -> &'m str {
        self.path.last().copied().unwrap_or_default()
    }

    /// Whether this is the top-level type `name` of `namespace`, in whatever assembly.
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.namespace == namespace && self.path == [name]
    }

    /// The name of a type that is defined or referenced in `assembly`. A type specification has none.
    ///
    /// # Errors
    /// If a row on the way is damaged, or types are nested in a loop.
    pub fn of(assembly: &'m Assembly<'m>, ty: TypeDefOrRef) -> Result<Self> {
        match ty {
            TypeDefOrRef::TypeDef(id) => Self::of_definition(assembly, id),
            TypeDefOrRef::TypeRef(id) => Self::of_reference(assembly, id),
            TypeDefOrRef::TypeSpec(_) => Err(crate::metadata::Error::new(ErrorKind::Null)),
        }
    }

    /// Namespace and simple name of a type that is defined or referenced in `assembly`, unless it is nested.
    pub(super) fn top_level(
        assembly: &'m Assembly<'m>,
        ty: TypeDefOrRef,
    ) -> Option<(&'m str, &'m str)> {
        let metadata = assembly.metadata();
        match ty {
            TypeDefOrRef::TypeDef(id) => {
                let row = metadata.row(id).ok()?;
                let is_nested = metadata.nested_class(id).is_some();
                (!is_nested).then_some((row.namespace().ok()?, row.name().ok()?))
            }
            TypeDefOrRef::TypeRef(id) => {
                let row = metadata.row(id).ok()?;
                let scope = row.resolution_scope().ok()?;
                let is_nested = matches!(scope, Some(ResolutionScope::TypeRef(_)));
                (!is_nested).then_some((row.namespace().ok()?, row.name().ok()?))
            }
            TypeDefOrRef::TypeSpec(_) => None,
        }
    }

    fn of_definition(assembly: &'m Assembly<'m>, id: Id<table::TypeDef>) -> Result<Self> {
        let metadata = assembly.metadata();
        Self::outwards(id, |id| {
            let row = metadata.row(id)?;
            let enclosing = match metadata.nested_class(id) {
                Some(nested) => nested.enclosing_class()?,
                None => None,
            };
            let place = match enclosing {
                Some(outer) => Place::Inside(outer),
                None => Place::Top(assembly.name(), row.namespace()?),
            };
            Ok((row.name()?, place))
        })
    }

    fn of_reference(assembly: &'m Assembly<'m>, id: Id<table::TypeRef>) -> Result<Self> {
        let metadata = assembly.metadata();
        Self::outwards(id, |id| {
            let row = metadata.row(id)?;
            let scope = match row.resolution_scope()? {
                Some(ResolutionScope::TypeRef(outer)) => {
                    return Ok((row.name()?, Place::Inside(outer)));
                }
                Some(ResolutionScope::AssemblyRef(id)) => metadata.row(id)?.name()?,
                Some(ResolutionScope::ModuleRef(id)) => metadata.row(id)?.name()?,
                Some(ResolutionScope::Module(_)) | None => assembly.name(),
            };
            Ok((row.name()?, Place::Top(scope, row.namespace()?)))
        })
    }

    /// The name of an exported type or forwarder of `assembly` (II.22.14).
    ///
    /// # Errors
    /// As for [`TypeName::of`].
    pub fn of_exported(assembly: &'m Assembly<'m>, id: Id<table::ExportedType>) -> Result<Self> {
        let metadata = assembly.metadata();
        Self::outwards(id, |id| {
            let row = metadata.row(id)?;
            let scope = match row.implementation()? {
                Some(Implementation::ExportedType(outer)) => {
                    return Ok((row.name()?, Place::Inside(outer)));
                }
                Some(Implementation::AssemblyRef(id)) => metadata.row(id)?.name()?,
                Some(Implementation::File(id)) => metadata.row(id)?.name()?,
                None => assembly.name(),
            };
            Ok((row.name()?, Place::Top(scope, row.namespace()?)))
        })
    }

    /// The name that is put together from the type at `id` outwards; `look` says each type's simple name and place.
    fn outwards<T>(
        mut id: Id<T>,
        look: impl Fn(Id<T>) -> Result<(&'m str, Place<'m, T>)>,
    ) -> Result<Self> {
        let mut path = Vec::new();
        for _ in 0..limits::CHAIN {
            let (name, place) = look(id)?;
            path.push(name);
            match place {
                Place::Inside(outer) => id = outer,
                Place::Top(assembly, namespace) => {
                    path.reverse();
                    return Ok(Self {
                        assembly,
                        namespace,
                        path,
                    });
                }
            }
        }
        Err(crate::metadata::Error::new(ErrorKind::TooDeep))
    }

    /// Writes the name with `separator` between nested types, handing each simple name, cut before its
    /// arity suffix, and its arity to `segment`.
    pub(super) fn write_segments<W: Write>(
        &self,
        f: &mut W,
        separator: char,
        mut segment: impl FnMut(&mut W, &'m str, usize) -> fmt::Result,
    ) -> fmt::Result {
        if !self.namespace.is_empty() {
            write!(f, "{}.", self.namespace)?;
        }
        for (position, name) in self.path.iter().enumerate() {
            if position > 0 {
                f.write_char(separator)?;
            }
            let (name, arity) = split_arity(name);
            segment(f, name, arity)?;
        }
        Ok(())
    }
}

impl fmt::Display for TypeName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.namespace.is_empty() {
            write!(f, "{}.", self.namespace)?;
        }
        f.write_str(&self.path.join("+"))
    }
}

/// Splits the simple name of a generic type into the name proper and its number of parameters:
/// `` List`1 `` is `("List", 1)`.
pub fn split_arity(name: &str) -> (&str, usize) {
    let split = name.rsplit_once('`');
    let parsed = split.and_then(|(name, arity)| Some((name, arity.parse().ok()?)));
    parsed.unwrap_or((name, 0))
}
