//! Actions that read and write properties, indexers and fields.

use super::action_names::NameRequest;
use super::csharp::escape;
use super::docs;
use super::draft::{Draft, Drafter, Signature, awaited, damaged, is_named};
use super::mapper::Skip;
use super::plan::{Argument, Call, Conversion, Mapping, Syntax};
use super::policy::NullPolicy;
use super::type_map::EVENT;
use super::type_names::with_values;
use super::{identifier, pascal_case};
use crate::clr::{Field, Method, Nullability, Property, Type, TypeKind, TypeUse};
use crate::extension::MemberKind;

impl<'m> Drafter<'_, 'm> {
    /// The Actions that read and write a property or an indexer.
    pub(super) fn property(&mut self, property: Property<'m>) -> Result<Vec<Draft>, Skip> {
        let name = self.surface.member.name().map_err(damaged)?;
        let signature = property.signature().map_err(damaged)?;
        let ty = self.close(&signature.ty);
        let ty = ty.with_element_names(property.custom_attributes());
        if is_named(&ty, EVENT) {
            return Err(Skip::new("DL1007", name));
        }
        let is_static = !signature.has_this;
        let mut drafts = Vec::new();
        for (method, kind) in [
            (property.getter(), MemberKind::PropertyGet),
            (property.setter(), MemberKind::PropertySet),
        ] {
            let Some(method) = method.filter(|method| method.is_public()) else {
                continue;
            };
            if kind == MemberKind::PropertySet && property.is_init_only() {
                continue;
            }
            drafts.push(match signature.parameters.is_empty() {
                true => self.access(kind, &ty, is_static)?,
                false => self.indexed(property, method, kind, &ty)?,
            });
        }
        if drafts.is_empty() {
            return Err(Skip::new("DL1016", name));
        }
        Ok(drafts)
    }

    /// The Action of an indexer's accessor. A property with parameters that is no indexer to C# is used by the
    /// name of its accessor.
    fn indexed(
        &mut self,
        property: Property<'m>,
        accessor: Method<'m>,
        kind: MemberKind,
        ty: &TypeUse<'m>,
    ) -> Result<Draft, Skip> {
        let name = self.surface.member.name().map_err(damaged)?;
        let is_indexer = is_default_member(property.declaring_type(), name);
        let is_get = kind == MemberKind::PropertyGet;
        let verb = if is_get { "Get" } else { "Set" };
        let member = identifier(&pascal_case(name));
        let levels = self.owner.names.iter();
        let levels = levels.map(|class| format!("{class}{member}{verb}"));
        let levels = levels.collect();
        let result = match is_get {
            true => Some(self.mapper.map(ty, false)?),
            false => None,
        };
        let signature = accessor.signature().map_err(damaged)?;
        let method = MemberKind::Method;
        let mut draft = self.call(accessor, &signature, method, levels, result, None)?;
        draft.naming.group = format!("{} {name} {verb}", self.owner.code);
        draft.naming.id = format!("{} {verb}", self.key());
        if is_indexer {
            draft.call.kind = kind;
            draft.call.syntax = Syntax::Index;
        }
        // All accessors of one name are overloads, whatever their parameters are.
        draft.call.is_overloaded = true;
        Ok(draft)
    }

    pub(super) fn field_get(&mut self, field: Field<'m>, ty: &TypeUse<'m>) -> Result<Draft, Skip> {
        self.access(MemberKind::FieldGet, ty, field.is_static())
    }

    pub(super) fn field_set(&mut self, field: Field<'m>, ty: &TypeUse<'m>) -> Result<Draft, Skip> {
        self.access(MemberKind::FieldSet, ty, field.is_static())
    }

    /// The Action that reads or writes a property or a field.
    fn access(
        &mut self,
        kind: MemberKind,
        ty: &TypeUse<'m>,
        is_static: bool,
    ) -> Result<Draft, Skip> {
        let name = self.surface.member.name().map_err(damaged)?;
        if is_static && self.owner.kind == TypeKind::Interface {
            return Err(Skip::new("DL1021", name));
        }
        let is_get = matches!(kind, MemberKind::PropertyGet | MemberKind::FieldGet);
        let (inner, awaited) = match is_get {
            true => awaited(ty.clone()),
            false => (Some(ty.clone()), None),
        };
        // A task without a result is only of use as a handle.
        let (ty, awaited) = inner.map_or((ty.clone(), None), |inner| (inner, awaited));
        let mapping = self.mapper.map(&ty, !is_get)?;
        let inputs = usize::from(!is_static).saturating_add(usize::from(!is_get));
        let mut action = Signature::new(inputs);
        let mut instance = match is_static {
            true => None,
            false => Some(self.instance(&mut action)?),
        };
        let mut arguments = Vec::with_capacity(usize::from(!is_get));
        let mut result_companion = None;
        let (verb, result) = match is_get {
            true => {
                // What a task gives is not what the annotation of the member is about.
                let nullability = match awaited {
                    Some(_) => Nullability::Oblivious,
                    None => self.surface.member.nullability(),
                };
                result_companion = self.result(&mut action, "Result", &mapping, nullability);
                ("Get", Some(mapping))
            }
            false => {
                arguments.push(self.set_value(&mut action, mapping));
                if let Some(instance) = &mut instance {
                    self.changed_instance(&mut action, instance, None);
                }
                ("Set", None)
            }
        };
        let member = identifier(&pascal_case(name));
        let levels = self.owner.names.iter();
        let levels = levels
            .map(|class| format!("{class}{member}{verb}"))
            .collect();
        let id = self.surface.id.clone();
        Ok(Draft {
            naming: NameRequest {
                group: format!("{} {name} {verb}", self.owner.code),
                levels,
                parameters: Vec::new(),
                id: format!("{} {verb}", self.key()),
            },
            description: docs::description(self.docs, self.surface.member.custom_attributes()),
            inputs: action.inputs,
            outputs: action.outputs,
            call: Call {
                kind,
                syntax: Syntax::Member,
                declaring: self.owner.code.clone(),
                member: escape(name),
                instance,
                arguments,
                result,
                result_companion,
                is_overloaded: false,
                awaited,
                is_preferred: false,
            },
            id,
            diagnostics: Vec::new(),
        })
    }

    /// The input for the value that a member is set to.
    fn set_value(&mut self, action: &mut Signature, mapping: Mapping) -> Argument {
        let mut value = action.parameter("Value", &self.surface.id, &mapping, "value");
        value.mandatory = true;
        let description = "The value to set.".to_owned();
        value.description = with_values(description, self.mapper.enum_of(&mapping));
        let nulls = self.mapper.policies.nulls;
        // A Nullable<T> looks by itself.
        let is_nullable = matches!(mapping.conversion, Conversion::Nullable { .. });
        let can_be_null = self.mapper.can_be_null(self.surface.member, &mapping);
        let mut argument = Argument {
            empty_is_null: can_be_null && !is_nullable && nulls == NullPolicy::EmptyIsNull,
            ..Argument::plain("value", mapping)
        };
        let given = value.name.clone();
        argument.input = Some(action.input(value));
        if nulls == NullPolicy::Companion && can_be_null {
            let mut has = action.companion(&given, &self.surface.id);
            has.mandatory = true;
            argument.companion_input = Some(action.input(has));
        }
        argument
    }
}

/// Whether C# uses the property `name` as the indexer of `ty` (`DefaultMemberAttribute`).
fn is_default_member(ty: Type<'_>, name: &str) -> bool {
    let mut attributes = ty.custom_attributes();
    attributes.any(|attribute| {
        attribute.is("System.Reflection", "DefaultMemberAttribute")
            && attribute.first_string() == Some(name)
    })
}
