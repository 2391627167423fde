use super::{Assembly, AssemblySet, TypeKind, TypeName, TypeUse};
use crate::metadata::attribute::{self, AttributeValue, EnumSizes, TypeClass};
use crate::metadata::signature::{self, ElementType, MethodSig};
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

    /// Name of the attribute's class.
    ///
    /// # Errors
    /// If the constructor's reference is damaged, or the class is an instance of a generic type.
    pub fn type_name(self) -> Result<TypeName<'m>> {
        self.assembly.type_name(self.class()?)
    }

    fn class(self) -> Result<TypeDefOrRef> {
        let metadata = self.assembly.metadata();
        let class = match self.row.constructor()? {
            Some(CustomAttributeType::MethodDef(id)) => {
                let class = self.assembly.owner_of(id);
                class.map(|class| TypeDefOrRef::TypeDef(class.id()))
            }
            Some(CustomAttributeType::MemberRef(id)) => match metadata.row(id)?.class()? {
                Some(MemberRefParent::TypeDef(id)) => Some(TypeDefOrRef::TypeDef(id)),
                Some(MemberRefParent::TypeRef(id)) => Some(TypeDefOrRef::TypeRef(id)),
                _ => None,
            },
            None => None,
        };
        class.ok_or_else(|| Error::new(ErrorKind::Null))
    }

    /// Whether its class is `namespace.name`. Damaged attributes are nothing.
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
        attribute::decode(self.row.value()?, &self.constructor()?, &enums)
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
            (_, set) => {
                let (full, assembly) = split_serialized(name);
                let (namespace, simple) = full.rsplit_once('.').unwrap_or(("", full));
                let own = self.assembly.find_type(namespace, simple);
                let other = || set?.find(assembly?)?.find_type(namespace, simple);
                own.or_else(other)
            }
        };
        if let Some(definition) = definition.filter(|ty| ty.kind() == TypeKind::Enum) {
            return enum_element(definition);
        }
        let full = split_serialized(name).0;
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

/// Splits a serialised type name (II.23.3) into the full name and the simple name of the assembly.
fn split_serialized(name: &str) -> (&str, Option<&str>) {
    match name.split_once(',') {
        Some((full, rest)) => (full.trim(), rest.split(',').next().map(str::trim)),
        None => (name, None),
    }
}

/// The type of an enum's values: that of its only instance field (II.14.3).
pub(super) fn enum_element(definition: super::Type<'_>) -> Option<ElementType> {
    let fields = definition.fields().filter_map(Result::ok);
    let mut instance = fields.filter(|field| !field.is_static());
    match instance.next()?.ty().ok()? {
        TypeUse::Primitive(element) => Some(element),
        _ => None,
    }
}
