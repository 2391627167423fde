use super::assembly::is_generic_name;
use super::type_use::Scope;
use super::{Assembly, CustomAttribute, Event, Field, Method, Property, TypeName, TypeUse};
use crate::metadata::{
    HasCustomAttribute, Id, List, Result, Row, TypeDefOrRef, TypeOrMethodDef, limits, table,
};
use std::fmt;

/// A type definition: a `Copy` view of its row.
#[derive(Clone, Copy)]
pub struct Type<'m> {
    assembly: &'m Assembly<'m>,
    row: Row<'m, table::TypeDef>,
}

/// What a type is to C#.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are C#'s")]
pub enum TypeKind {
    Class,
    Interface,
    Struct,
    Enum,
    Delegate,
}

impl fmt::Debug for Type<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Type({} {:?})", self.row.id(), self.name())
    }
}

impl PartialEq for Type<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.assembly.is(other.assembly) && self.id() == other.id()
    }
}
impl Eq for Type<'_> {}

/// What tells a type definition from others of a set: the ordinal of its assembly, and its row number.
pub(crate) type TypeKey = (usize, u32);

impl<'m> Type<'m> {
    pub(super) fn new(assembly: &'m Assembly<'m>, row: Row<'m, table::TypeDef>) -> Self {
        Self { assembly, row }
    }

    /// What it can be looked up by.
    pub(crate) fn key(self) -> TypeKey {
        (self.assembly.ordinal(), self.id().row())
    }

    /// The assembly that defines it.
    pub fn assembly(self) -> &'m Assembly<'m> {
        self.assembly
    }

    /// Its row (II.22.37).
    pub fn row(self) -> Row<'m, table::TypeDef> {
        self.row
    }

    /// The number of its row.
    pub fn id(self) -> Id<table::TypeDef> {
        self.row.id()
    }

    /// Simple name, with the arity suffix of a generic type.
    ///
    /// # Errors
    /// If the name is damaged.
    pub fn name(self) -> Result<&'m str> {
        self.row.name()
    }

    /// Full name.
    ///
    /// # Errors
    /// If a name is damaged, or types are nested in a loop.
    pub fn full_name(self) -> Result<TypeName<'m>> {
        TypeName::of(self.assembly, TypeDefOrRef::TypeDef(self.id()))
    }

    /// `TypeAttributes` (II.23.1.15).
    pub fn flags(self) -> u32 {
        self.row.flags()
    }

    /// Whether it is abstract.
    pub fn is_abstract(self) -> bool {
        self.flags() & 0x80 != 0
    }

    /// Whether it is sealed.
    pub fn is_sealed(self) -> bool {
        self.flags() & 0x100 != 0
    }

    /// Whether it is a static class of C#: abstract and sealed.
    pub fn is_static(self) -> bool {
        self.is_abstract() && self.is_sealed()
    }

    /// Whether code outside of the assembly can name it: public, and nested in public types only.
    pub fn is_public(self) -> bool {
        let mut ty = self;
        for _ in 0..limits::CHAIN {
            match ty.flags() & 7 {
                1 => return true,
                2 => match ty.enclosing() {
                    Some(outer) => ty = outer,
                    None => return false,
                },
                _ => return false,
            }
        }
        false
    }

    /// The type that it is nested in.
    pub fn enclosing(self) -> Option<Self> {
        let nested = self.assembly.metadata().nested_class(self.id())?;
        self.assembly.type_def(nested.enclosing_class().ok()??).ok()
    }

    /// The types nested directly in it.
    pub fn nested(self) -> impl Iterator<Item = Self> {
        self.assembly.nested_in(self.id())
    }

    /// The type `name` nested directly in it.
    pub fn find_nested(self, name: &str) -> Option<Self> {
        self.nested().find(|ty| ty.name() == Ok(name))
    }

    /// Whether it, or a type around it, has generic parameters.
    pub fn is_generic(self) -> bool {
        self.generic_params().next().is_some() || self.name().is_ok_and(is_generic_name)
    }

    /// Its generic parameters, those of enclosing types first.
    pub fn generic_params(self) -> impl Iterator<Item = Row<'m, table::GenericParam>> {
        let owner = TypeOrMethodDef::TypeDef(self.id());
        self.assembly.metadata().generic_params(owner)
    }

    pub(super) fn scope(self) -> Scope<'m> {
        Scope {
            assembly: self.assembly,
            ty: Some(self.id()),
            method: None,
        }
    }

    /// The type that a column names, with the type's own generic parameters in scope.
    ///
    /// # Errors
    /// If the index or the type specification behind it is damaged.
    pub fn type_use(self, ty: TypeDefOrRef) -> Result<TypeUse<'m>> {
        self.scope().type_def_or_ref(ty)
    }

    /// The base type; `None` for interfaces and `System.Object`.
    ///
    /// # Errors
    /// If the index or the type specification behind it is damaged.
    pub fn base(self) -> Result<Option<TypeUse<'m>>> {
        match self.row.extends()? {
            Some(base) => self.scope().type_def_or_ref(base).map(Some),
            None => Ok(None),
        }
    }

    /// The interfaces that it says it implements.
    pub fn interfaces(self) -> impl Iterator<Item = Result<TypeUse<'m>>> {
        let rows = self.assembly.metadata().interface_impls(self.id());
        rows.filter_map(move |row| {
            let interface = row.interface().transpose()?;
            Some(interface.and_then(|ty| self.scope().type_def_or_ref(ty)))
        })
    }

    /// What it is to C#; an enum, struct or delegate by its base type (II.10.1.3, II.14.3, II.14.6).
    pub fn kind(self) -> TypeKind {
        if self.flags() & 0x20 != 0 {
            return TypeKind::Interface;
        }
        let base = self.row.extends().ok().flatten();
        let base = base.and_then(|base| TypeName::top_level(self.assembly, base));
        let Some(("System", base)) = base else {
            return TypeKind::Class;
        };
        match base {
            "Enum" => TypeKind::Enum,
            "ValueType" if !self.name().is_ok_and(|name| name == "Enum") => TypeKind::Struct,
            "MulticastDelegate" => TypeKind::Delegate,
            "Delegate" if !self.name().is_ok_and(|name| name == "MulticastDelegate") => {
                TypeKind::Delegate
            }
            _ => TypeKind::Class,
        }
    }

    /// Whether it is a struct or an enum.
    pub fn is_value_type(self) -> bool {
        matches!(self.kind(), TypeKind::Struct | TypeKind::Enum)
    }

    /// Its fields, in declaration order; an error for each that is damaged.
    pub fn fields(self) -> impl Iterator<Item = Result<Field<'m>>> {
        let list = flatten(self.row.field_list());
        list.map(move |id| Ok(Field::new(self, self.assembly.metadata().row(id?)?)))
    }

    /// Its methods, in declaration order; an error for each that is damaged.
    pub fn methods(self) -> impl Iterator<Item = Result<Method<'m>>> {
        let list = flatten(self.row.method_list());
        list.map(move |id| Ok(Method::new(self, self.assembly.metadata().row(id?)?)))
    }

    /// Its properties, in declaration order; an error for each that is damaged.
    pub fn properties(self) -> impl Iterator<Item = Result<Property<'m>>> {
        let map = self.assembly.metadata().property_map(self.id());
        let list = map.into_iter().flat_map(|map| flatten(map.property_list()));
        list.map(move |id| Ok(Property::new(self, self.assembly.metadata().row(id?)?)))
    }

    /// Its events, in declaration order; an error for each that is damaged.
    pub fn events(self) -> impl Iterator<Item = Result<Event<'m>>> {
        let map = self.assembly.metadata().event_map(self.id());
        let list = map.into_iter().flat_map(|map| flatten(map.event_list()));
        list.map(move |id| Ok(Event::new(self, self.assembly.metadata().row(id?)?)))
    }

    /// The types that its declaration names: its base, its interfaces, and those of its fields and method
    /// signatures. Method bodies are not looked at, and what is damaged names nothing.
    pub fn signature_types(self) -> impl Iterator<Item = TypeUse<'m>> {
        self.named_types(|_| true, |_| true)
    }

    /// As [`Self::signature_types`], of the public members alone.
    pub fn public_signature_types(self) -> impl Iterator<Item = TypeUse<'m>> {
        self.named_types(Field::is_public, Method::is_public)
    }

    fn named_types(
        self,
        has_field: impl Fn(Field<'m>) -> bool,
        has_method: impl Fn(Method<'m>) -> bool,
    ) -> impl Iterator<Item = TypeUse<'m>> {
        let base = self.base().ok().flatten();
        let fields = self.fields().flatten().filter(move |of| has_field(*of));
        let methods = self.methods().flatten().filter(move |of| has_method(*of));
        let signatures = methods.filter_map(|method| method.signature().ok());
        base.into_iter()
            .chain(self.interfaces().flatten())
            .chain(fields.filter_map(|field| field.ty().ok()))
            .chain(signatures.flat_map(|signature| {
                let parameters = signature.parameters.into_iter();
                std::iter::once(signature.return_type).chain(parameters.map(|of| of.ty))
            }))
    }

    /// Its custom attributes.
    pub fn custom_attributes(self) -> impl Iterator<Item = CustomAttribute<'m>> {
        self.assembly
            .attributes_of(HasCustomAttribute::TypeDef(self.id()))
    }
}

/// The ids of a list column; where the column itself is damaged, that one error.
fn flatten<T: crate::metadata::Table>(
    list: Result<List<'_, T>>,
) -> impl Iterator<Item = Result<Id<T>>> {
    let (list, error) = match list {
        Ok(list) => (Some(list), None),
        Err(error) => (None, Some(Err(error))),
    };
    list.into_iter().flatten().chain(error)
}
