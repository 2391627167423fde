use super::{Assembly, Type, TypeName};
use crate::metadata::signature::{Budget, ElementType, MethodSig, TypeSig};
use crate::metadata::{Id, Result, Row, TypeDefOrRef, TypeOrMethodDef, limits, signature, table};
use std::cell::Cell;
use std::hash::{Hash, Hasher};

/// A type as a signature uses it, with names instead of tokens.
///
/// Custom modifiers are left out; where they matter (`init`, `in`), the member that has them says so.
/// `System.Int32` and its like are always [`TypeUse::Primitive`]. `Display` writes C#;
/// [`DocId`](super::DocId) writes documentation ids.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeUse<'m> {
    /// A type that C# has a keyword for, and `IntPtr`, `UIntPtr`, `TypedReference`.
    Primitive(ElementType),
    /// A class, interface, struct, enum or delegate, with its type arguments.
    Named(NamedType<'m>),
    /// Generic parameter of the type: its number from 0 and its name.
    Var(u32, &'m str),
    /// Generic parameter of the method: its number from 0 and its name.
    MVar(u32, &'m str),
    /// A one-dimensional array.
    Array(Box<TypeUse<'m>>),
    /// An array with this rank, or with bounds.
    MultiArray(Box<TypeUse<'m>>, u32),
    /// An unmanaged pointer.
    Pointer(Box<TypeUse<'m>>),
    /// A managed pointer: `ref`, `out` or `in`.
    ByRef(Box<TypeUse<'m>>),
    /// A function pointer: return type first, then the parameters.
    FunctionPointer(Vec<TypeUse<'m>>),
}

/// A named type in use.
#[derive(Clone, Debug)]
pub struct NamedType<'m> {
    /// Its name.
    pub name: TypeName<'m>,
    /// Whether the signature says that it is a value type.
    pub is_value_type: bool,
    /// Type arguments, those of enclosing types first; empty for a plain type.
    pub arguments: Vec<TypeUse<'m>>,
    /// Names that source code gave the elements of a tuple; empty for all other types, and where it gave none.
    pub element_names: Vec<&'m str>,
    /// The assembly whose metadata uses it.
    pub(crate) origin: &'m Assembly<'m>,
    /// Its definition or reference there.
    pub(crate) token: TypeDefOrRef,
}

impl PartialEq for NamedType<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.arguments == other.arguments
            && self.element_names == other.element_names
    }
}
impl Eq for NamedType<'_> {}
impl Hash for NamedType<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
        self.arguments.hash(state);
    }
}

/// Whose metadata a signature is from, and whose generic parameters are in scope.
#[derive(Clone, Copy)]
pub(super) struct Scope<'m> {
    pub(super) assembly: &'m Assembly<'m>,
    pub(super) ty: Option<Id<table::TypeDef>>,
    pub(super) method: Option<Id<table::MethodDef>>,
}

impl<'m> Scope<'m> {
    pub(super) fn type_use(self, sig: &TypeSig) -> Result<TypeUse<'m>> {
        self.convert(sig, Budget::new(&Cell::new(0)))
    }

    /// The type that a TypeDefOrRef column names.
    pub(super) fn type_def_or_ref(self, ty: TypeDefOrRef) -> Result<TypeUse<'m>> {
        self.named(ty, false, Budget::new(&Cell::new(0)))
    }

    fn convert(self, sig: &TypeSig, budget: Budget<'_>) -> Result<TypeUse<'m>> {
        let deeper = budget.deeper()?;
        let inner = |sig: &TypeSig| self.convert(sig, deeper).map(Box::new);
        Ok(match sig {
            TypeSig::Primitive(element) => TypeUse::Primitive(*element),
            TypeSig::Class(ty) => self.named(*ty, false, deeper)?,
            TypeSig::ValueType(ty) => self.named(*ty, true, deeper)?,
            TypeSig::Generic {
                is_value_type,
                definition,
                arguments,
            } => {
                let mut used = self.named(*definition, *is_value_type, deeper)?;
                if let TypeUse::Named(named) = &mut used {
                    let arguments = arguments.iter().map(|sig| self.convert(sig, deeper));
                    named.arguments = arguments.collect::<Result<_>>()?;
                }
                used
            }
            TypeSig::Var(number) => {
                let owner = self.ty.map(TypeOrMethodDef::TypeDef);
                TypeUse::Var(*number, self.parameter_name(owner, *number))
            }
            TypeSig::MVar(number) => {
                let owner = self.method.map(TypeOrMethodDef::MethodDef);
                TypeUse::MVar(*number, self.parameter_name(owner, *number))
            }
            TypeSig::SzArray(element) => TypeUse::Array(inner(element)?),
            TypeSig::Array(element, shape) => TypeUse::MultiArray(inner(element)?, shape.rank),
            TypeSig::Pointer(target) => TypeUse::Pointer(inner(target)?),
            TypeSig::ByRef(target) => TypeUse::ByRef(inner(target)?),
            TypeSig::Modified(_, modified) => self.convert(modified, deeper)?,
            TypeSig::Pinned(pinned) => self.convert(pinned, deeper)?,
            TypeSig::FunctionPointer(sig) => self.function_pointer(sig, deeper)?,
        })
    }

    fn function_pointer(self, sig: &MethodSig, budget: Budget<'_>) -> Result<TypeUse<'m>> {
        let types = std::iter::once(&sig.return_type).chain(&sig.parameters);
        let types = types.map(|sig| self.convert(sig, budget));
        Ok(TypeUse::FunctionPointer(types.collect::<Result<_>>()?))
    }

    fn named(
        self,
        ty: TypeDefOrRef,
        is_value_type: bool,
        budget: Budget<'_>,
    ) -> Result<TypeUse<'m>> {
        if let TypeDefOrRef::TypeSpec(id) = ty {
            budget.take_type_spec()?;
            let row = self.assembly.metadata().row(id)?;
            return self.convert(&signature::type_spec(row.signature()?)?, budget);
        }
        let name = TypeName::of(self.assembly, ty)?;
        if name.namespace == "System"
            && let [simple] = name.path.as_slice()
            && let Some(element) = ElementType::from_system_name(simple)
        {
            return Ok(TypeUse::Primitive(element));
        }
        Ok(TypeUse::Named(NamedType {
            name,
            is_value_type,
            arguments: Vec::new(),
            element_names: Vec::new(),
            origin: self.assembly,
            token: ty,
        }))
    }

    /// Name of the generic parameter `number` of `owner`; empty where it has none.
    fn parameter_name(self, owner: Option<TypeOrMethodDef>, number: u32) -> &'m str {
        let name = || {
            let rows = self.assembly.metadata().generic_params(owner?);
            let at = |row: &Row<'_, table::GenericParam>| u32::from(row.number()) == number;
            // Compilers write the rows in order.
            let guess = rows.clone().nth(usize::try_from(number).ok()?).filter(at);
            let row = guess.or_else(|| rows.take(limits::CHAIN).find(at));
            row?.name().ok()
        };
        name().unwrap_or_default()
    }
}

impl<'m> TypeUse<'m> {
    /// The named type, if it is one.
    pub fn as_named(&self) -> Option<&NamedType<'m>> {
        match self {
            Self::Named(named) => Some(named),
            _ => None,
        }
    }

    /// Whether it is `void`.
    pub fn is_void(&self) -> bool {
        *self == Self::Primitive(ElementType::Void)
    }

    /// The type behind a `ref`, `out` or `in`, or the type itself.
    pub fn target(&self) -> &Self {
        match self {
            Self::ByRef(target) => target,
            other => other,
        }
    }

    /// Visits the named types in it, type arguments too.
    pub fn each_name(&self, visit: &mut impl FnMut(&NamedType<'m>)) {
        match self {
            Self::Named(named) => {
                visit(named);
                named.arguments.iter().for_each(|of| of.each_name(visit));
            }
            Self::Array(inner)
            | Self::MultiArray(inner, _)
            | Self::Pointer(inner)
            | Self::ByRef(inner) => inner.each_name(visit),
            Self::FunctionPointer(types) => types.iter().for_each(|of| of.each_name(visit)),
            Self::Primitive(_) | Self::Var(..) | Self::MVar(..) => {}
        }
    }

    /// Whether a generic parameter is in it.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Primitive(_) => false,
            Self::Var(..) | Self::MVar(..) => true,
            Self::Named(named) => named.arguments.iter().any(Self::is_open),
            Self::Array(inner)
            | Self::MultiArray(inner, _)
            | Self::Pointer(inner)
            | Self::ByRef(inner) => inner.is_open(),
            Self::FunctionPointer(types) => types.iter().any(Self::is_open),
        }
    }

    /// The type with the generic parameters of the type replaced by `arguments`.
    #[must_use]
    pub fn substitute(&self, arguments: &[TypeUse<'m>]) -> Self {
        if arguments.is_empty() {
            return self.clone();
        }
        self.with_parameters(&|parameter| match parameter {
            Self::Var(number, _) => arguments.get(usize::try_from(*number).ok()?).cloned(),
            _ => None,
        })
    }

    /// The type with the generic parameters of the method replaced by `arguments`.
    #[must_use]
    pub fn substitute_method(&self, arguments: &[TypeUse<'m>]) -> Self {
        if arguments.is_empty() {
            return self.clone();
        }
        self.with_parameters(&|parameter| match parameter {
            Self::MVar(number, _) => arguments.get(usize::try_from(*number).ok()?).cloned(),
            _ => None,
        })
    }

    /// The type with each generic parameter replaced for which `argument` gives something.
    fn with_parameters(&self, argument: &dyn Fn(&Self) -> Option<Self>) -> Self {
        let inner = |ty: &Self| Box::new(ty.with_parameters(argument));
        let all = |types: &[Self]| -> Vec<Self> {
            let types = types.iter().map(|ty| ty.with_parameters(argument));
            types.collect()
        };
        match self {
            Self::Primitive(_) => self.clone(),
            Self::Var(..) | Self::MVar(..) => argument(self).unwrap_or_else(|| self.clone()),
            Self::Named(named) => Self::Named(NamedType {
                arguments: all(&named.arguments),
                element_names: named.element_names.clone(),
                name: named.name.clone(),
                ..*named
            }),
            Self::Array(element) => Self::Array(inner(element)),
            Self::MultiArray(element, rank) => Self::MultiArray(inner(element), *rank),
            Self::Pointer(target) => Self::Pointer(inner(target)),
            Self::ByRef(target) => Self::ByRef(inner(target)),
            Self::FunctionPointer(types) => Self::FunctionPointer(all(types)),
        }
    }

    /// The type that `definition` is inside its own members: itself, applied to its own parameters.
    pub fn of_definition(definition: Type<'m>) -> Result<Self> {
        let scope = definition.scope();
        let mut used = scope.type_def_or_ref(TypeDefOrRef::TypeDef(definition.id()))?;
        if let Self::Named(named) = &mut used {
            named.is_value_type = definition.is_value_type();
            for parameter in definition.generic_params() {
                let number = u32::from(parameter.number());
                named.arguments.push(Self::Var(number, parameter.name()?));
            }
        }
        Ok(used)
    }
}
