use super::type_use::Scope;
use super::{Assembly, AssemblySet, ReflectionName, Type, TypeKind, TypeName, TypeUse};
use crate::metadata::attribute::{self, AttributeValue, EnumSizes, TypeClass};
use crate::metadata::signature::{self, ElementType, MethodSig, TypeSig};
use crate::metadata::{
    CustomAttributeType, Error, ErrorKind, MemberRefParent, Result, Row, TypeDefOrRef, table,
};

/// A custom attribute (II.22.10): a `Copy` view of its row.
#[derive(Clone, Copy, Debug)]
pub struct CustomAttribute<'m> {
    assembly: &'m Assembly<'m>,
    row: Row<'m, table::CustomAttribute>,
}

/// Enums of the framework whose values are not `int`, for attributes whose enum is not at hand.
const ODD_ENUMS: &[(&str, ElementType)] = &[
    ("System.Security.SecurityRuleSet", ElementType::U1),
    ("System.Diagnostics.Tracing.EventLevel", ElementType::I4),
    ("System.Diagnostics.Tracing.EventKeywords", ElementType::I8),
    ("System.Diagnostics.Tracing.EventChannel", ElementType::U1),
    ("System.Runtime.InteropServices.VarEnum", ElementType::I4),
    (
        "System.Runtime.CompilerServices.MethodCodeType",
        ElementType::I4,
    ),
];

impl<'m> CustomAttribute<'m> {
    pub(super) fn new(assembly: &'m Assembly<'m>, row: Row<'m, table::CustomAttribute>) -> Self {
        Self { assembly, row }
    }

    /// Its row.
    pub fn row(self) -> Row<'m, table::CustomAttribute> {
        self.row
    }

    /// The attribute's class: the type that has the constructor.
    ///
    /// # Errors
    /// If the constructor's reference is damaged.
    pub fn class(self) -> Result<TypeDefOrRef> {
        let metadata = self.assembly.metadata();
        let class = match self.row.constructor()? {
            Some(CustomAttributeType::MethodDef(id)) => {
                metadata.method_owner(id).map(TypeDefOrRef::TypeDef)
            }
            Some(CustomAttributeType::MemberRef(id)) => match metadata.row(id)?.class()? {
                Some(MemberRefParent::TypeDef(id)) => Some(TypeDefOrRef::TypeDef(id)),
                Some(MemberRefParent::TypeRef(id)) => Some(TypeDefOrRef::TypeRef(id)),
                Some(MemberRefParent::TypeSpec(id)) => Some(TypeDefOrRef::TypeSpec(id)),
                _ => None,
            },
            None => None,
        };
        class.ok_or_else(|| Error::new(ErrorKind::Null))
    }

    /// The attribute's class, with its type arguments.
    ///
    /// # Errors
    /// If the constructor's reference is damaged.
    pub fn ty(self) -> Result<TypeUse<'m>> {
        let scope = Scope {
            assembly: self.assembly,
            ty: None,
            method: None,
        };
        scope.type_def_or_ref(self.class()?)
    }

    /// Name of the attribute's class, without type arguments.
    ///
    /// # Errors
    /// If the constructor's reference is damaged.
    pub fn type_name(self) -> Result<TypeName<'m>> {
        let class = match self.instantiation()? {
            Some((definition, _)) => definition,
            None => self.class()?,
        };
        self.assembly.type_name(class)
    }

    /// The generic type that its class is an instance of, and the type arguments.
    fn instantiation(self) -> Result<Option<(TypeDefOrRef, Vec<TypeSig>)>> {
        let TypeDefOrRef::TypeSpec(id) = self.class()? else {
            return Ok(None);
        };
        let row = self.assembly.metadata().row(id)?;
        Ok(match signature::type_spec(row.signature()?)? {
            TypeSig::Generic {
                definition,
                arguments,
                ..
            } => Some((definition, arguments)),
            _ => None,
        })
    }

    /// Whether its class is `namespace.name`. Damaged attributes, and instances of generic types, are nothing.
    pub fn is(self, namespace: &str, name: &str) -> bool {
        let class = self.class();
        class.is_ok_and(|class| self.assembly.is_type(class, namespace, name))
    }

    fn constructor(self) -> Result<MethodSig> {
        let metadata = self.assembly.metadata();
        let cursor = match self.row.constructor()? {
            Some(CustomAttributeType::MethodDef(id)) => metadata.row(id)?.signature()?,
            Some(CustomAttributeType::MemberRef(id)) => metadata.row(id)?.signature()?,
            None => return Err(Error::new(ErrorKind::Null)),
        };
        signature::method(cursor)
    }

    /// Its arguments; `set` finds the enums among them that other assemblies define.
    ///
    /// # Errors
    /// If the value is damaged, or an enum's width cannot be known.
    pub fn value(self, set: Option<&'m AssemblySet<'m>>) -> Result<AttributeValue<'m>> {
        let assembly = self.assembly;
        let enums = Enums { assembly, set };
        let arguments = self.instantiation()?.map(|(_, arguments)| arguments);
        let arguments = arguments.unwrap_or_default();
        attribute::decode(self.row.value()?, &self.constructor()?, &arguments, &enums)
    }

    /// The first argument, if it is a string that is not null.
    pub fn first_string(self) -> Option<&'m str> {
        let value = self.value(None).ok()?;
        value.fixed.first().and_then(attribute::Argument::as_str)
    }
}

struct Enums<'m> {
    assembly: &'m Assembly<'m>,
    set: Option<&'m AssemblySet<'m>>,
}

impl Enums<'_> {
    fn underlying(&self, name: &str, ty: Option<TypeDefOrRef>) -> Option<ElementType> {
        let definition = match (ty, self.set) {
            (Some(TypeDefOrRef::TypeDef(id)), _) => self.assembly.type_def(id).ok(),
            (Some(ty), Some(set)) => set.resolve(self.assembly, ty).ok(),
            (None, Some(set)) => set.find_named(self.assembly, &ReflectionName::parse(name)?),
            (_, None) => self.assembly.find_named(&ReflectionName::parse(name)?),
        };
        if let Some(definition) = definition.filter(|ty| ty.kind() == TypeKind::Enum) {
            return enum_element(definition);
        }
        let full = name.split(',').next().unwrap_or(name).trim_end();
        let row = ODD_ENUMS.iter().find(|(known, _)| *known == full);
        row.map(|(_, element)| *element)
    }
}

impl EnumSizes for Enums<'_> {
    fn classify(&self, ty: TypeDefOrRef) -> TypeClass {
        let Ok(name) = self.assembly.type_name(ty) else {
            return TypeClass::Enum("?".into(), None);
        };
        if name.is("System", "Type") {
            return TypeClass::SystemType;
        }
        let name = name.to_string();
        let underlying = self.underlying(&name, Some(ty));
        TypeClass::Enum(name.into(), underlying)
    }

    fn underlying_of_name(&self, name: &str) -> Option<ElementType> {
        self.underlying(name, None)
    }
}

/// The type of an enum's values: that of its only instance field (II.14.3).
pub(super) fn enum_element(definition: Type<'_>) -> Option<ElementType> {
    let fields = definition.fields().filter_map(Result::ok);
    let mut instance = fields.filter(|field| !field.is_static());
    match instance.next()?.ty().ok()? {
        TypeUse::Primitive(element) => Some(element),
        _ => None,
    }
}
