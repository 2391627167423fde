use super::type_use::Scope;
use super::{CustomAttribute, Parameter, Type, TypeUse};
use crate::metadata::{
    Constant, HasConstant, HasCustomAttribute, HasSemantics, MemberForwarded, Result, Row,
    TypeDefOrRef, TypeOrMethodDef, signature, table,
};
use std::fmt;

/// Who may use a member (II.23.1.5, II.23.1.10), in order: the later, the more code. `Display` writes C#.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the standard's own")]
pub enum Access {
    CompilerControlled,
    Private,
    FamilyAndAssembly,
    Assembly,
    Family,
    FamilyOrAssembly,
    Public,
}

impl Access {
    fn from_flags(flags: u16) -> Self {
        match flags & 7 {
            0 => Self::CompilerControlled,
            1 => Self::Private,
            2 => Self::FamilyAndAssembly,
            3 => Self::Assembly,
            4 => Self::Family,
            5 => Self::FamilyOrAssembly,
            _ => Self::Public,
        }
    }
}

macro_rules! member {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'m> {
            declaring: Type<'m>,
            row: Row<'m, table_of!($name)>,
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} {:?})"), self.row.id(), self.name())
            }
        }

        impl<'m> $name<'m> {
            pub(super) fn new(declaring: Type<'m>, row: Row<'m, table_of!($name)>) -> Self {
                Self { declaring, row }
            }

            /// The type that declares it.
            pub fn declaring_type(self) -> Type<'m> {
                self.declaring
            }

            /// Its row.
            pub fn row(self) -> Row<'m, table_of!($name)> {
                self.row
            }

            /// Its name.
            ///
            /// # Errors
            /// If the name is damaged.
            pub fn name(self) -> Result<&'m str> {
                self.row.name()
            }

            /// Its custom attributes.
            pub fn custom_attributes(self) -> impl Iterator<Item = CustomAttribute<'m>> {
                let parent = attribute_parent!($name)(self.row.id());
                self.declaring.assembly().attributes_of(parent)
            }
        }
    };
}

macro_rules! table_of {
    (Method) => {
        table::MethodDef
    };
    (Field) => {
        table::Field
    };
    (Property) => {
        table::Property
    };
    (Event) => {
        table::Event
    };
}

macro_rules! attribute_parent {
    (Method) => {
        HasCustomAttribute::MethodDef
    };
    (Field) => {
        HasCustomAttribute::Field
    };
    (Property) => {
        HasCustomAttribute::Property
    };
    (Event) => {
        HasCustomAttribute::Event
    };
}

member! {
    /// A method or constructor (II.22.26): a `Copy` view of its row.
    Method
}
member! {
    /// A field (II.22.15): a `Copy` view of its row.
    Field
}
member! {
    /// A property or indexer (II.22.34): a `Copy` view of its row.
    Property
}
member! {
    /// An event (II.22.13): a `Copy` view of its row.
    Event
}

/// The signature of a method, with names.
#[derive(Clone, Debug)]
pub struct Signature<'m> {
    /// Number of the method's own generic parameters.
    pub generic_parameters: u32,
    /// Whether callers can add arguments (`__arglist`).
    pub is_vararg: bool,
    /// Whether it is called on an instance.
    pub has_this: bool,
    /// The return type; `void` for none.
    pub return_type: TypeUse<'m>,
    /// The `Param` row of the return value, which carries its attributes; mostly absent.
    pub return_row: Option<Row<'m, table::Param>>,
    /// The parameters in order.
    pub parameters: Vec<Parameter<'m>>,
}

impl<'m> Signature<'m> {
    /// The types of the parameters, and of what is returned.
    pub(crate) fn types(&self) -> impl Iterator<Item = &TypeUse<'m>> {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        parameters.chain([&self.return_type])
    }
}

/// The signature of a property, with names.
#[derive(Clone, Debug)]
pub struct PropertySignature<'m> {
    /// Whether it belongs to instances.
    pub has_this: bool,
    /// Its type.
    pub ty: TypeUse<'m>,
    /// Parameter types of an indexer.
    pub parameters: Vec<TypeUse<'m>>,
}

impl<'m> Method<'m> {
    /// `MethodAttributes` (II.23.1.10).
    pub fn flags(self) -> u16 {
        self.row.flags()
    }

    /// Who may call it.
    pub fn access(self) -> Access {
        Access::from_flags(self.flags())
    }

    /// Whether anybody may call it.
    pub fn is_public(self) -> bool {
        self.access() == Access::Public
    }

    /// Whether it needs no instance.
    pub fn is_static(self) -> bool {
        self.flags() & 0x10 != 0
    }

    /// Whether it can be or is overridden.
    pub fn is_virtual(self) -> bool {
        self.flags() & 0x40 != 0
    }

    /// Whether it takes a slot of its own rather than overriding a base type's method.
    pub fn is_new_slot(self) -> bool {
        self.flags() & 0x100 != 0
    }

    /// Whether it has no body that could be called without overriding it.
    pub fn is_abstract(self) -> bool {
        self.flags() & 0x400 != 0
    }

    /// Whether its name means something to compilers: accessors, operators, constructors.
    pub fn is_special_name(self) -> bool {
        self.flags() & 0x800 != 0
    }

    /// Whether it creates instances (`.ctor`).
    pub fn is_constructor(self) -> bool {
        self.flags() & 0x1000 != 0 && self.name().is_ok_and(|name| name == ".ctor")
    }

    /// Whether C# can call it as if it were a method of its first parameter.
    pub fn is_extension(self) -> bool {
        let is_marked = |attribute: CustomAttribute<'_>| {
            attribute.is(super::parameter::COMPILER_SERVICES, "ExtensionAttribute")
        };
        // Only static classes have such methods, which spares the others a look at their attributes.
        self.is_static() && self.declaring.is_static() && self.custom_attributes().any(is_marked)
    }

    /// The type that a column names, with the generic parameters of the method and its type in scope.
    ///
    /// # Errors
    /// If the index or the type specification behind it is damaged.
    pub fn type_use(self, ty: TypeDefOrRef) -> Result<TypeUse<'m>> {
        self.scope().type_def_or_ref(ty)
    }

    fn scope(self) -> Scope<'m> {
        Scope {
            method: Some(self.row.id()),
            ..self.declaring.scope()
        }
    }

    /// The custom attributes of its return value.
    pub fn return_attributes(self) -> impl Iterator<Item = CustomAttribute<'m>> + use<'m> {
        let assembly = self.declaring.assembly();
        let rows = self.row.param_list().into_iter().flatten();
        let rows = rows.filter_map(|id| assembly.metadata().row(id.ok()?).ok());
        let found = rows.into_iter().find(|row| row.sequence() == 0);
        let parent = found.map(|row| HasCustomAttribute::Param(row.id()));
        parent
            .into_iter()
            .flat_map(move |parent| assembly.attributes_of(parent))
    }

    /// Its own generic parameters.
    pub fn generic_params(self) -> impl Iterator<Item = Row<'m, table::GenericParam>> {
        let owner = TypeOrMethodDef::MethodDef(self.row.id());
        self.declaring.assembly().metadata().generic_params(owner)
    }

    /// The native function behind it (II.22.22).
    pub fn pinvoke(self) -> Option<Row<'m, table::ImplMap>> {
        let member = MemberForwarded::MethodDef(self.row.id());
        self.declaring.assembly().metadata().impl_map(member)
    }

    /// Its parameters and return type.
    ///
    /// # Errors
    /// If the signature or a name in it is damaged.
    pub fn signature(self) -> Result<Signature<'m>> {
        let assembly = self.declaring.assembly();
        let scope = self.scope();
        let sig = signature::method(self.row.signature()?)?;
        // By sequence number, the return value first; the rows need not be in that order.
        let mut rows = vec![None; sig.parameters.len().saturating_add(1)];
        for id in self.row.param_list()? {
            let row = assembly.metadata().row(id?)?;
            if let Some(slot) = rows.get_mut(usize::from(row.sequence())) {
                *slot = Some(row);
            }
        }
        let row_at = |sequence: usize| rows.get(sequence).copied().flatten();
        let mut parameters = Vec::with_capacity(sig.parameters.len());
        for (position, ty) in sig.parameters.iter().enumerate() {
            let row = row_at(position.saturating_add(1));
            parameters.push(Parameter {
                assembly,
                row,
                name: row.map_or(Ok(""), |row| row.name())?,
                position,
                ty: scope.type_use(ty)?,
            });
        }
        Ok(Signature {
            generic_parameters: sig.generic_parameters,
            is_vararg: sig.convention == signature::CallingConvention::VarArg,
            has_this: sig.has_this,
            return_type: scope.type_use(&sig.return_type)?,
            return_row: row_at(0),
            parameters,
        })
    }
}

impl<'m> Field<'m> {
    /// `FieldAttributes` (II.23.1.5).
    pub fn flags(self) -> u16 {
        self.row.flags()
    }

    /// Who may use it.
    pub fn access(self) -> Access {
        Access::from_flags(self.flags())
    }

    /// Whether anybody may use it.
    pub fn is_public(self) -> bool {
        self.access() == Access::Public
    }

    /// Whether it belongs to the type rather than to instances.
    pub fn is_static(self) -> bool {
        self.flags() & 0x10 != 0
    }

    /// Whether only constructors may set it (`readonly`).
    pub fn is_init_only(self) -> bool {
        self.flags() & 0x20 != 0
    }

    /// Whether it is a constant (`const`), which has no storage.
    pub fn is_literal(self) -> bool {
        self.flags() & 0x40 != 0
    }

    /// Whether its name means something to compilers, as `value__` of enums does.
    pub fn is_special_name(self) -> bool {
        self.flags() & 0x200 != 0
    }

    /// Its type.
    ///
    /// # Errors
    /// If the signature is damaged.
    pub fn ty(self) -> Result<TypeUse<'m>> {
        let sig = signature::field(self.row.signature()?)?;
        self.declaring.scope().type_use(&sig)
    }

    /// The value of a constant.
    ///
    /// # Errors
    /// If the value does not suit its type.
    pub fn constant(self) -> Result<Option<Constant>> {
        let parent = HasConstant::Field(self.row.id());
        let row = self.declaring.assembly().metadata().constant(parent);
        row.map(Row::decode).transpose()
    }
}

impl<'m> Property<'m> {
    /// Its type and, for an indexer, its parameters.
    ///
    /// # Errors
    /// If the signature is damaged.
    pub fn signature(self) -> Result<PropertySignature<'m>> {
        let sig = signature::property(self.row.signature()?)?;
        let scope = self.declaring.scope();
        let parameters = sig.parameters.iter().map(|sig| scope.type_use(sig));
        Ok(PropertySignature {
            has_this: sig.has_this,
            ty: scope.type_use(&sig.property_type)?,
            parameters: parameters.collect::<Result<_>>()?,
        })
    }

    fn accessor(self, semantics: u16) -> Option<Method<'m>> {
        accessor(
            self.declaring,
            HasSemantics::Property(self.row.id()),
            semantics,
        )
    }

    /// The method that reads it.
    pub fn getter(self) -> Option<Method<'m>> {
        self.accessor(0x2)
    }

    /// The method that writes it.
    pub fn setter(self) -> Option<Method<'m>> {
        self.accessor(0x1)
    }

    /// Whether its setter may only be called while the object is made (`init`).
    pub fn is_init_only(self) -> bool {
        let signature = self.setter().and_then(|setter| setter.row.signature().ok());
        let signature = signature.and_then(|cursor| signature::method(cursor).ok());
        let Some(signature) = signature else {
            return false;
        };
        let mut ty = &signature.return_type;
        while let signature::TypeSig::Modified(modifier, inner) = ty {
            let name = self.declaring.assembly().type_name(modifier.modifier);
            if name.is_ok_and(|name| name.simple() == "IsExternalInit") {
                return true;
            }
            ty = inner;
        }
        false
    }
}

impl<'m> Event<'m> {
    /// Its delegate type.
    ///
    /// # Errors
    /// If the index is damaged.
    pub fn ty(self) -> Result<Option<TypeUse<'m>>> {
        match self.row.event_type()? {
            Some(ty) => self.declaring.scope().type_def_or_ref(ty).map(Some),
            None => Ok(None),
        }
    }

    fn accessor(self, semantics: u16) -> Option<Method<'m>> {
        accessor(
            self.declaring,
            HasSemantics::Event(self.row.id()),
            semantics,
        )
    }

    /// The method that subscribes.
    pub fn adder(self) -> Option<Method<'m>> {
        self.accessor(0x8)
    }

    /// The method that unsubscribes.
    pub fn remover(self) -> Option<Method<'m>> {
        self.accessor(0x10)
    }
}

fn accessor(declaring: Type<'_>, of: HasSemantics, semantics: u16) -> Option<Method<'_>> {
    let metadata = declaring.assembly().metadata();
    let mut rows = metadata.method_semantics(of);
    let row = rows.find(|row| row.semantics() & semantics != 0)?;
    let method = metadata.row(row.method().ok()??).ok()?;
    Some(Method::new(declaring, method))
}
