//! What C# compilers write about types in attributes: names of tuple elements, and where null is legal.

use super::{
    Assembly, CustomAttribute, Field, Method, NamedType, Parameter, Property, Type, TypeUse,
};
use crate::metadata::attribute::Argument;
use crate::metadata::{limits, table};

const COMPILER_SERVICES: &str = "System.Runtime.CompilerServices";

/// Whether a value of a reference type can be null (`NullableAttribute`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Nullability {
    /// Nothing is said.
    #[default]
    Oblivious,
    /// It is never null.
    NotNull,
    /// It can be null.
    Nullable,
}

impl Nullability {
    fn from_byte(byte: i128) -> Self {
        match byte {
            1 => Self::NotNull,
            2 => Self::Nullable,
            _ => Self::Oblivious,
        }
    }

    /// What the first attribute called `name` says of the type at `at`, the outermost being the first.
    fn from_attributes<'m>(
        mut attributes: impl Iterator<Item = CustomAttribute<'m>>,
        name: &str,
        at: usize,
    ) -> Option<Self> {
        let found = attributes.find(|attribute| attribute.is(COMPILER_SERVICES, name))?;
        let value = found.value(None).ok()?;
        let byte = match value.fixed.first()? {
            Argument::Array(_, Some(bytes)) => bytes.get(at)?.as_integer()?,
            byte => byte.as_integer()?,
        };
        Some(Self::from_byte(byte))
    }

    fn own<'m>(attributes: impl Iterator<Item = CustomAttribute<'m>>) -> Option<Self> {
        Self::from_attributes(attributes, "NullableAttribute", 0)
    }

    fn context<'m>(attributes: impl Iterator<Item = CustomAttribute<'m>>) -> Option<Self> {
        Self::from_attributes(attributes, "NullableContextAttribute", 0)
    }
}

impl Assembly<'_> {
    /// Whether anything in it says where null is legal, which spares a look at every attribute.
    fn has_nullability(&self) -> bool {
        *self.is_annotated.get_or_init(|| {
            let is_meant =
                |name: &str| matches!(name, "NullableAttribute" | "NullableContextAttribute");
            let references = self.metadata().rows::<table::TypeRef>();
            let mut references = references.filter_map(|row| row.name().ok());
            let is_defined = |name| self.find_type(COMPILER_SERVICES, name).is_some();
            references.any(is_meant)
                || is_defined("NullableAttribute")
                || is_defined("NullableContextAttribute")
        })
    }
}

impl Type<'_> {
    /// What holds for members that say nothing of null themselves.
    pub fn nullable_context(self) -> Nullability {
        let mut ty = Some(self);
        for _ in 0..limits::CHAIN {
            let Some(level) = ty else { break };
            if let Some(context) = Nullability::context(level.custom_attributes()) {
                return context;
            }
            ty = level.enclosing();
        }
        Nullability::Oblivious
    }
}

impl<'m> Parameter<'m> {
    /// Whether null can be passed, if its type is a reference type. `method` is whose parameter it is.
    pub fn nullability(&self, method: Method<'m>) -> Nullability {
        if !method.declaring_type().assembly().has_nullability() {
            return Nullability::Oblivious;
        }
        Nullability::own(self.custom_attributes())
            .or_else(|| Nullability::context(method.custom_attributes()))
            .unwrap_or_else(|| method.declaring_type().nullable_context())
    }
}

impl Method<'_> {
    /// Whether what it returns can be null, if that is of a reference type; of a generic type the type argument
    /// at `at` less one, where `at` is not 0.
    pub fn return_nullability(self, at: usize) -> Nullability {
        if !self.declaring_type().assembly().has_nullability() {
            return Nullability::Oblivious;
        }
        let attributes = self.return_attributes();
        Nullability::from_attributes(attributes, "NullableAttribute", at)
            .or_else(|| Nullability::context(self.custom_attributes()))
            .unwrap_or_else(|| self.declaring_type().nullable_context())
    }
}

impl Property<'_> {
    /// Whether it can be null, if its type is a reference type.
    pub fn nullability(self) -> Nullability {
        if !self.declaring_type().assembly().has_nullability() {
            return Nullability::Oblivious;
        }
        Nullability::own(self.custom_attributes())
            .unwrap_or_else(|| self.declaring_type().nullable_context())
    }
}

impl Field<'_> {
    /// Whether it can be null, if its type is a reference type.
    pub fn nullability(self) -> Nullability {
        if !self.declaring_type().assembly().has_nullability() {
            return Nullability::Oblivious;
        }
        Nullability::own(self.custom_attributes())
            .unwrap_or_else(|| self.declaring_type().nullable_context())
    }
}

impl<'m> TypeUse<'m> {
    /// The type with the names that `attributes`, those of the parameter, property or field, give to the
    /// elements of tuples in it (`TupleElementNamesAttribute`).
    #[must_use]
    pub fn with_element_names(
        self,
        mut attributes: impl Iterator<Item = CustomAttribute<'m>>,
    ) -> Self {
        let elements = self.tuple_elements();
        if elements == 0 {
            return self;
        }
        let is_wanted =
            |found: &CustomAttribute<'m>| found.is(COMPILER_SERVICES, "TupleElementNamesAttribute");
        let value = attributes
            .find(is_wanted)
            .and_then(|found| found.value(None).ok());
        let names = value.and_then(|value| match value.fixed.into_iter().next() {
            Some(Argument::Array(_, Some(names))) => Some(names),
            _ => None,
        });
        // Mono's compiler counts other types, too: names that do not fit would go to the wrong elements.
        let Some(names) = names.filter(|names| names.len() == elements) else {
            return self;
        };
        let mut named = self;
        named.take_names(&mut names.iter().map(|name| name.as_str().unwrap_or_default()));
        named
    }

    /// How many elements the tuples in it have together.
    fn tuple_elements(&self) -> usize {
        match self {
            Self::Named(named) => {
                let own = named.tuple_length();
                let inner = named.arguments.iter().map(TypeUse::tuple_elements);
                inner.fold(own, usize::saturating_add)
            }
            Self::Array(inner) | Self::MultiArray(inner, _) | Self::ByRef(inner) => {
                inner.tuple_elements()
            }
            _ => 0,
        }
    }

    /// The names stand in the order in which a walk meets the tuples, the outer before the inner.
    fn take_names(&mut self, names: &mut impl Iterator<Item = &'m str>) {
        match self {
            Self::Named(named) => {
                // What a long tuple nests has its names here, and places without names of its own.
                named.element_names = names.take(named.tuple_length()).collect();
                for argument in &mut named.arguments {
                    argument.take_names(names);
                }
            }
            Self::Array(inner) | Self::MultiArray(inner, _) | Self::ByRef(inner) => {
                inner.take_names(names);
            }
            _ => {}
        }
    }
}

impl NamedType<'_> {
    fn is_tuple(&self) -> bool {
        let simple = self.name.simple();
        self.name.namespace == "System" && simple.starts_with("ValueTuple`")
    }

    /// How many elements source code sees in the tuple: the eighth argument is a tuple of more of them. Not a
    /// tuple has none.
    fn tuple_length(&self) -> usize {
        const REST: usize = 7;
        let nested = self.arguments.get(REST).and_then(TypeUse::as_named);
        match nested.filter(|nested| nested.is_tuple()) {
            _ if !self.is_tuple() => 0,
            Some(nested) => nested.tuple_length().saturating_add(REST),
            None => self.arguments.len(),
        }
    }
}
