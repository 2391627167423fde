use super::type_use::NamedType;
use super::{Assembly, ReflectionName, Type, Unresolved};
use crate::metadata::{Error, ErrorKind, Id, ResolutionScope, TypeDefOrRef, limits, table};
use foldhash::HashMap;
use std::ptr;
use std::sync::OnceLock;

/// Where reflection looks for a type whose assembly is not named.
const CORE_LIBRARIES: &[&str] = &[
    "mscorlib",
    "System.Private.CoreLib",
    "System.Runtime",
    "netstandard",
];

/// Assemblies that know each other: references between them are resolved by simple name.
///
/// Where several have one name, the first is found; the set is in the order in which it was given.
#[derive(Debug, Default)]
pub struct AssemblySet<'a> {
    assemblies: Vec<Assembly<'a>>,
    by_name: HashMap<String, usize>,
    found: Vec<OnceLock<Box<[Found]>>>,
}

/// Where a row of an assembly's TypeRef table leads, once it was looked up: ordinal of the assembly and row of its
/// TypeDef table. Small, for a hostile file can be all type references.
type Found = OnceLock<(u32, Id<table::TypeDef>)>;

impl<'a> AssemblySet<'a> {
    /// A set of `assemblies`.
    pub fn new(mut assemblies: Vec<Assembly<'a>>) -> Self {
        let mut by_name = HashMap::with_capacity_and_hasher(assemblies.len(), Default::default());
        for (ordinal, assembly) in assemblies.iter_mut().enumerate() {
            assembly.ordinal = ordinal;
            by_name
                .entry(assembly.name().to_ascii_lowercase())
                .or_insert(ordinal);
        }
        Self {
            found: assemblies.iter().map(|_| OnceLock::new()).collect(),
            assemblies,
            by_name,
        }
    }

    /// The assemblies in order.
    pub fn assemblies(&self) -> &[Assembly<'a>] {
        &self.assemblies
    }

    /// The assembly with the simple name `name`, whose case does not matter.
    pub fn find(&self, name: &str) -> Option<&Assembly<'a>> {
        let ordinal = self.by_name.get(&name.to_ascii_lowercase())?;
        self.assemblies.get(*ordinal)
    }

    /// The definition of a type in use.
    ///
    /// # Errors
    /// [`Unresolved`], if it is in no assembly of the set.
    pub fn definition<'m>(&'m self, named: &NamedType<'m>) -> Result<Type<'m>, Unresolved> {
        self.resolve(named.origin, named.token)
    }

    /// The definition of `ty`, a column or token of `from`. Forwarders are followed.
    ///
    /// # Errors
    /// [`Unresolved`], if it is in no assembly of the set, or the reference is damaged.
    pub fn resolve<'m>(
        &'m self,
        from: &'m Assembly<'m>,
        ty: TypeDefOrRef,
    ) -> Result<Type<'m>, Unresolved> {
        match ty {
            TypeDefOrRef::TypeDef(id) => Ok(from.type_def(id)?),
            TypeDefOrRef::TypeRef(id) => self.found(from, id),
            TypeDefOrRef::TypeSpec(_) => Err(Error::new(ErrorKind::Null).into()),
        }
    }

    /// As [`Self::reference`], which is asked only once where the type is found.
    fn found<'m>(
        &'m self,
        from: &'m Assembly<'m>,
        id: Id<table::TypeRef>,
    ) -> Result<Type<'m>, Unresolved> {
        let known = self.known(from, id);
        let found = known.and_then(|known| {
            let (ordinal, id) = *known.get()?;
            let assembly = self.assemblies.get(usize::try_from(ordinal).ok()?)?;
            assembly.type_def(id).ok()
        });
        if let Some(found) = found {
            return Ok(found);
        }
        let found = self.reference(from, id, limits::CHAIN)?;
        if let (Some(known), Ok(ordinal)) = (known, u32::try_from(found.assembly().ordinal())) {
            // Whoever was faster found the same.
            let _ = known.set((ordinal, found.id()));
        }
        Ok(found)
    }

    /// The place for what `id` leads to; `None` where `from` is not of this set or has no such row.
    fn known(&self, from: &Assembly<'_>, id: Id<table::TypeRef>) -> Option<&Found> {
        let ordinal = from.ordinal();
        let own = self.assemblies.get(ordinal)?;
        ptr::addr_eq(own, from).then_some(())?;
        let known = self.found.get(ordinal)?.get_or_init(|| {
            let rows = from.metadata().rows::<table::TypeRef>();
            rows.map(|_| Found::new()).collect()
        });
        known.get(usize::try_from(id.row()).ok()?.checked_sub(1)?)
    }

    fn reference<'m>(
        &'m self,
        from: &'m Assembly<'m>,
        id: Id<table::TypeRef>,
        depth: usize,
    ) -> Result<Type<'m>, Unresolved> {
        let depth = deeper(depth)?;
        let row = from.metadata().row(id)?;
        let (namespace, name) = (row.namespace()?, row.name()?);
        match row.resolution_scope()? {
            Some(ResolutionScope::TypeRef(outer)) => {
                let outer = self.reference(from, outer, depth)?;
                nested(outer, name)
            }
            Some(ResolutionScope::AssemblyRef(id)) => {
                let assembly = self.referenced(from, id)?;
                self.top_level(assembly, namespace, name, depth)
            }
            Some(ResolutionScope::Module(_) | ResolutionScope::ModuleRef(_)) | None => {
                self.top_level(from, namespace, name, depth)
            }
        }
    }

    fn referenced<'m>(
        &'m self,
        from: &'m Assembly<'m>,
        id: Id<table::AssemblyRef>,
    ) -> Result<&'m Assembly<'m>, Unresolved> {
        let name = from.metadata().row(id)?.name()?;
        self.find(name)
            .ok_or_else(|| Unresolved::MissingAssembly(name.to_owned()))
    }

    /// The definition of the type that text in `from` names, without regard to type arguments and
    /// suffixes. A name without an assembly is one of `from` or of the core library.
    pub fn find_named<'m>(
        &'m self,
        from: &'m Assembly<'m>,
        name: &ReflectionName<'_>,
    ) -> Option<Type<'m>> {
        let (namespace, simple) = name.outermost();
        let outermost = |assembly: &'m Assembly<'m>| {
            let found = self.top_level(assembly, namespace, simple, limits::CHAIN);
            found.ok()
        };
        let top = match name.assembly_name() {
            Some(assembly) if assembly != from.name() => outermost(self.find(assembly)?)?,
            Some(_) => outermost(from)?,
            None => {
                let libraries = CORE_LIBRARIES.iter();
                let core = || {
                    libraries
                        .filter_map(|name| self.find(name))
                        .find_map(outermost)
                };
                outermost(from).or_else(core)?
            }
        };
        let mut inner = name.path.iter().skip(1);
        inner.try_fold(top, |outer, name| outer.find_nested(name))
    }

    /// The type `namespace.name` of `assembly`, or of the assembly that it is forwarded to.
    fn top_level<'m>(
        &'m self,
        assembly: &'m Assembly<'m>,
        namespace: &str,
        name: &str,
        depth: usize,
    ) -> Result<Type<'m>, Unresolved> {
        let depth = deeper(depth)?;
        if let Some(found) = assembly.find_type(namespace, name) {
            return Ok(found);
        }
        if let Some(target) = assembly.forwarded_to(namespace, name) {
            let target = self.referenced(assembly, target)?;
            return self.top_level(target, namespace, name, depth);
        }
        Err(Unresolved::MissingType {
            assembly: assembly.name().to_owned(),
            name: match namespace {
                "" => name.to_owned(),
                namespace => format!("{namespace}.{name}"),
            },
        })
    }
}

fn nested<'m>(outer: Type<'m>, name: &str) -> Result<Type<'m>, Unresolved> {
    outer
        .find_nested(name)
        .ok_or_else(|| Unresolved::MissingType {
            assembly: outer.assembly().name().to_owned(),
            name: name.to_owned(),
        })
}

fn deeper(depth: usize) -> Result<usize, Unresolved> {
    let deeper = depth.checked_sub(1);
    deeper.ok_or_else(|| Error::new(ErrorKind::TooDeep).into())
}
