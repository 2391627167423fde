//! What the wizard imports of a class: an action for each call that a member allows (O11.md §1.2, §1.3).

use super::class::Class;
use super::names::{capitalised, plain};
use super::types::{Types, clr_name};
use crate::clr::{Field, Method, Property, TypeUse};
use crate::extension::MemberKind;
use crate::translate::draft::damaged;
use crate::translate::mapper::Skip;
use crate::translate::nameable::{full_name, is_obsolete_error};
use crate::translate::plan::{Mapping, Passing};
use crate::translate::surface::{Member, SurfaceMember};

/// An action in the making.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) kind: MemberKind,
    /// Name of the class, as a part of names.
    pub(super) class: String,
    /// How an instance of the class crosses.
    pub(super) handle: Mapping,
    /// The member's .NET name.
    pub(super) name: String,
    pub(super) is_static: bool,
    /// Declared parameters; of a setter, the value.
    pub(super) parameters: Vec<Value>,
    /// The new object, the returned value, or that of a property or field.
    pub(super) result: Option<Value>,
}

/// A parameter or a result.
#[derive(Debug)]
pub(super) struct Value {
    /// .NET name of a parameter, action parameter of a result.
    pub(super) name: String,
    pub(super) mapping: Mapping,
    pub(super) passing: Passing,
}

impl Value {
    /// A value that is passed by value.
    pub(super) fn new(name: impl Into<String>, mapping: Mapping) -> Self {
        Self {
            name: name.into(),
            mapping,
            passing: Passing::Value,
        }
    }
}

impl Import {
    /// Where its kind stands in the definition: constructors, methods, properties, fields.
    pub(super) fn rank(&self) -> u8 {
        match self.kind {
            MemberKind::Constructor => 0,
            MemberKind::Method => 1,
            MemberKind::PropertyGet | MemberKind::PropertySet => 2,
            MemberKind::FieldGet | MemberKind::FieldSet => 3,
        }
    }

    /// The name of the action, where no other has it.
    pub(super) fn action_name(&self) -> String {
        let member = capitalised(&self.name);
        plain(&match self.kind {
            MemberKind::Constructor => format!("{}Create", self.class),
            MemberKind::Method => format!("{}{member}", self.class),
            MemberKind::PropertyGet | MemberKind::FieldGet => format!("{}{member}Get", self.class),
            MemberKind::PropertySet | MemberKind::FieldSet => format!("{}{member}Set", self.class),
        })
    }

    /// The key of its name in the lock file, where `id` is the documentation id of the member.
    pub(super) fn key(&self, id: &str) -> String {
        match self.kind {
            MemberKind::Constructor | MemberKind::Method => id.to_owned(),
            MemberKind::PropertyGet | MemberKind::FieldGet => format!("{id} Get"),
            MemberKind::PropertySet | MemberKind::FieldSet => format!("{id} Set"),
        }
    }

    /// Whether the first input is the instance to call.
    pub(super) fn has_instance(&self) -> bool {
        !self.is_static && self.kind != MemberKind::Constructor
    }
}

impl<'m> Class<'m> {
    /// What the wizard imports of a member, or why it does not.
    pub(super) fn imports(
        &self,
        types: &mut Types<'m>,
        member: &SurfaceMember<'m>,
    ) -> Result<Vec<Import>, Skip> {
        if member.member.custom_attributes().any(is_obsolete_error) {
            return Err(Skip::new("DL1011", ""));
        }
        let name = member.member.name().map_err(damaged)?;
        if !member.member.is_speakable() {
            return Err(Skip::new("DL1017", name));
        }
        if member.is_hidden {
            let is_public = member.member.declaring_type().is_public();
            let code = if is_public { "DL1035" } else { "DL1023" };
            return Err(Skip::new(code, full_name(self.ty)));
        }
        let mut importer = Importer {
            class: self,
            types,
            arguments: &member.arguments,
            name,
        };
        match member.member {
            Member::Constructor(method) => importer.constructor(method),
            Member::Method(method) => importer.method(method),
            Member::Property(property) => importer.property(property),
            Member::Field(field) => importer.field(field),
            Member::Event(_) => Err(Skip::new("DL1007", name)),
        }
    }

    pub(super) fn import(
        &self,
        kind: MemberKind,
        name: &str,
        is_static: bool,
        parameters: Vec<Value>,
        result: Option<Value>,
    ) -> Import {
        Import {
            kind,
            class: self.name.clone(),
            handle: self.handle.clone(),
            name: name.to_owned(),
            is_static,
            parameters,
            result,
        }
    }
}

struct Importer<'a, 'm> {
    class: &'a Class<'m>,
    types: &'a mut Types<'m>,
    /// Type arguments of the declaring type.
    arguments: &'a [TypeUse<'m>],
    name: &'m str,
}

impl<'m> Importer<'_, 'm> {
    fn constructor(&mut self, method: Method<'m>) -> Result<Vec<Import>, Skip> {
        if !self.class.has_instances() {
            return Err(Skip::new("DL1018", &self.class.name));
        }
        let parameters = self.parameters(method)?;
        let name = format!("New_{}", self.class.name);
        let result = Value::new(name, self.class.handle.clone());
        Ok(vec![self.class.import(
            MemberKind::Constructor,
            self.name,
            true,
            parameters,
            Some(result),
        )])
    }

    fn method(&mut self, method: Method<'m>) -> Result<Vec<Import>, Skip> {
        if method.is_special_name() && self.name.starts_with("op_") {
            return Err(Skip::new("DL1037", self.name));
        }
        self.instance(method.is_static())?;
        let signature = method.signature().map_err(damaged)?;
        if signature.generic_parameters > 0 {
            return Err(Skip::new("DL1004", self.name));
        }
        let parameters = self.parameters(method)?;
        let result = match signature.return_type.is_void() {
            true => None,
            false => {
                let ty = signature.return_type.substitute(self.arguments);
                let name = format!("Return_{}", clr_name(&ty));
                Some(Value::new(name, self.types.map(&ty)?))
            }
        };
        let import = self.class.import(
            MemberKind::Method,
            self.name,
            method.is_static(),
            parameters,
            result,
        );
        Ok(vec![import])
    }

    fn parameters(&mut self, method: Method<'m>) -> Result<Vec<Value>, Skip> {
        let signature = method.signature().map_err(damaged)?;
        if signature.is_vararg {
            return Err(Skip::new("DL1009", self.name));
        }
        let parameters = signature.parameters.iter().map(|parameter| {
            let ty = parameter.ty.target().substitute(self.arguments);
            Ok(Value {
                name: parameter.name.to_owned(),
                mapping: self.types.map(&ty)?,
                passing: Passing::of(parameter),
            })
        });
        parameters.collect()
    }

    fn property(&mut self, property: Property<'m>) -> Result<Vec<Import>, Skip> {
        let signature = property.signature().map_err(damaged)?;
        if !signature.parameters.is_empty() {
            return Err(Skip::new("DL1032", self.name));
        }
        let ty = signature.ty.substitute(self.arguments);
        let is_public = |accessor: Option<Method<'m>>| accessor.is_some_and(Method::is_public);
        let mut kinds = Vec::new();
        if is_public(property.getter()) {
            kinds.push(MemberKind::PropertyGet);
        }
        // Of an `init` accessor C# allows no call once the object is there.
        if is_public(property.setter()) && !property.is_init_only() {
            kinds.push(MemberKind::PropertySet);
        }
        if kinds.is_empty() {
            return Err(Skip::new("DL1038", self.name));
        }
        self.accesses(kinds, !signature.has_this, &ty)
    }

    fn field(&mut self, field: Field<'m>) -> Result<Vec<Import>, Skip> {
        let ty = field.ty().map_err(damaged)?.substitute(self.arguments);
        let mut kinds = vec![MemberKind::FieldGet];
        if !field.is_literal() && !field.is_init_only() {
            kinds.push(MemberKind::FieldSet);
        }
        self.accesses(kinds, field.is_static(), &ty)
    }

    fn accesses(
        &mut self,
        kinds: Vec<MemberKind>,
        is_static: bool,
        ty: &TypeUse<'m>,
    ) -> Result<Vec<Import>, Skip> {
        self.instance(is_static)?;
        let mapping = self.types.map(ty)?;
        let imports = kinds.into_iter().map(|kind| {
            let value = Value::new(self.name, mapping.clone());
            match kind {
                MemberKind::PropertySet | MemberKind::FieldSet => {
                    self.class
                        .import(kind, self.name, is_static, vec![value], None)
                }
                _ => self
                    .class
                    .import(kind, self.name, is_static, Vec::new(), Some(value)),
            }
        });
        Ok(imports.collect())
    }

    /// Of an abstract class the wizard only shows static members.
    fn instance(&self, is_static: bool) -> Result<(), Skip> {
        if is_static || self.class.has_instances() {
            return Ok(());
        }
        Err(Skip::new("DL1033", full_name(self.class.ty)))
    }
}
