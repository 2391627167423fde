//! Actions in the making: a member's parameters and call, before names are given.

use super::action_names::NameRequest;
use super::catalogue::diagnostic;
use super::csharp::escape;
use super::defaults;
use super::docs;
use super::mapper::{Mapper, Skip};
use super::nameable::is_obsolete_error;
use super::owner::Owner;
use super::plan::{Argument, Call, Conversion, Instance, Mapping, Passing};
use super::surface::{Member, SurfaceMember};
use super::transparency::is_read_only;
use super::type_names::{unique, with_values};
use super::{Names, identifier, pascal_case};
use crate::clr::{
    Field, MemberDocs, Method, Parameter as ClrParameter, ParameterDirection, TypeKind, TypeUse,
};
use crate::extension::{DataType, Diagnostic, MemberKind, Parameter, Source};
use std::fmt::Display;

/// An action without its final name.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) naming: NameRequest,
    pub(super) description: String,
    pub(super) inputs: Vec<Parameter>,
    pub(super) outputs: Vec<Parameter>,
    pub(super) call: Call,
    /// Documentation id of the member.
    pub(super) id: String,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Makes the drafts of one type's members.
pub(super) struct Drafter<'a, 'm> {
    pub(super) mapper: &'a mut Mapper<'m>,
    pub(super) owner: &'a Owner<'m>,
    /// The member, and its comment.
    pub(super) surface: &'a SurfaceMember<'m>,
    pub(super) docs: Option<&'m MemberDocs>,
}

/// Parameters of an action as they are added.
#[derive(Default)]
struct Signature {
    names: Names,
    inputs: Vec<Parameter>,
    outputs: Vec<Parameter>,
}

impl Signature {
    fn parameter(
        &mut self,
        name: &str,
        id: impl Display,
        mapping: &Mapping,
        source: &str,
    ) -> Parameter {
        Parameter {
            name: unique(&mut self.names, name, id),
            data_type: mapping.data_type.clone(),
            mandatory: false,
            default: None,
            description: String::new(),
            source: Source {
                name: source.to_owned(),
                net_type: mapping.net.replace("global::", ""),
            },
        }
    }

    fn input(&mut self, parameter: Parameter) -> usize {
        self.inputs.push(parameter);
        self.inputs.len().saturating_sub(1)
    }

    fn output(&mut self, parameter: Parameter) -> usize {
        self.outputs.push(parameter);
        self.outputs.len().saturating_sub(1)
    }
}

/// What a property or field is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Get,
    Set,
}

impl<'m> Drafter<'_, 'm> {
    pub(super) fn constructor(&mut self, method: Method<'m>) -> Result<Draft, Skip> {
        if self.owner.ty.is_abstract() {
            return Err(Skip::new("DL1018", self.owner.name()));
        }
        let names = self.owner.names.iter();
        let levels = names.map(|name| format!("{name}Create")).collect();
        let result = self.mapper.map(&self.owner.used, false)?;
        self.call(method, MemberKind::Constructor, levels, Some(result))
    }

    pub(super) fn method(&mut self, method: Method<'m>) -> Result<Draft, Skip> {
        let name = method.name().map_err(damaged)?;
        if method.is_special_name() && name.starts_with("op_") {
            return Err(Skip::new("DL1008", name));
        }
        if method.is_static() && self.owner.kind == TypeKind::Interface {
            return Err(Skip::new("DL1021", name));
        }
        let signature = method.signature().map_err(damaged)?;
        let result = if signature.return_type.is_void() {
            None
        } else {
            let ty = signature.return_type.substitute(&self.surface.arguments);
            Some(self.mapper.map(&ty, false)?)
        };
        let mut levels = vec![identifier(name)];
        let capital = identifier(&pascal_case(name));
        let names = self.owner.names.iter();
        levels.extend(names.map(|class| format!("{class}{capital}")));
        self.call(method, MemberKind::Method, levels, result)
    }

    fn call(
        &mut self,
        method: Method<'m>,
        kind: MemberKind,
        levels: Vec<String>,
        result: Option<Mapping>,
    ) -> Result<Draft, Skip> {
        let name = method.name().map_err(damaged)?;
        let signature = method.signature().map_err(damaged)?;
        if signature.generic_parameters > 0 {
            return Err(Skip::new("DL1004", name));
        }
        if signature.is_vararg {
            return Err(Skip::new("DL1009", name));
        }
        let is_overloaded = self.owner.is_overloaded(name);
        let mut action = Signature::default();
        let is_instance = kind == MemberKind::Method && !method.is_static();
        let mut instance = match is_instance {
            true => Some(self.instance(&mut action)?),
            false => None,
        };
        let mut diagnostics = Vec::new();
        let mut arguments = Vec::new();
        let mut is_named = false;
        for parameter in &signature.parameters {
            match self.argument(&mut action, parameter) {
                Ok(argument) => arguments.push(Argument {
                    is_named,
                    ..argument
                }),
                // Without it the call could mean another overload as well.
                Err(_)
                    if parameter.is_optional() && !is_overloaded && !parameter.name.is_empty() =>
                {
                    is_named = true;
                    let id = self.surface.id.clone();
                    diagnostics.push(diagnostic("DL2006", id, parameter.name));
                }
                Err(skip) => return Err(skip),
            }
        }
        if let Some(instance) = &mut instance {
            self.changed_instance(&mut action, instance, Some(method));
        }
        if let Some(result) = &result {
            let outs = arguments
                .iter()
                .any(|argument| argument.passing == Passing::Out);
            let is_try = outs && name.starts_with("Try") && result.data_type == DataType::Boolean;
            self.result(
                &mut action,
                if is_try { "Success" } else { "Result" },
                result,
            );
        }
        let parameters = signature.parameters.iter();
        let call = Call {
            kind,
            declaring: self.owner.code.clone(),
            member: if is_instance || method.is_static() {
                escape(name)
            } else {
                String::new()
            },
            instance,
            arguments,
            result,
            is_overloaded,
        };
        Ok(Draft {
            naming: NameRequest {
                group: format!("{} {name}", self.owner.code),
                levels,
                parameters: parameters
                    .map(|parameter| clr_name(&parameter.ty))
                    .collect(),
                id: self.surface.id.clone(),
            },
            description: docs::description(self.docs, self.surface.member.custom_attributes()),
            inputs: action.inputs,
            outputs: action.outputs,
            call,
            id: self.surface.id.clone(),
            diagnostics,
        })
    }

    pub(super) fn property_get(
        &mut self,
        ty: &TypeUse<'m>,
        is_static: bool,
    ) -> Result<Draft, Skip> {
        self.access(MemberKind::PropertyGet, Access::Get, ty, is_static)
    }

    pub(super) fn property_set(
        &mut self,
        ty: &TypeUse<'m>,
        is_static: bool,
    ) -> Result<Draft, Skip> {
        self.access(MemberKind::PropertySet, Access::Set, ty, is_static)
    }

    pub(super) fn field_get(&mut self, field: Field<'m>, ty: &TypeUse<'m>) -> Result<Draft, Skip> {
        self.access(MemberKind::FieldGet, Access::Get, ty, field.is_static())
    }

    pub(super) fn field_set(&mut self, field: Field<'m>, ty: &TypeUse<'m>) -> Result<Draft, Skip> {
        self.access(MemberKind::FieldSet, Access::Set, ty, field.is_static())
    }

    fn access(
        &mut self,
        kind: MemberKind,
        access: Access,
        ty: &TypeUse<'m>,
        is_static: bool,
    ) -> Result<Draft, Skip> {
        let name = self.surface.member.name().map_err(damaged)?;
        if is_static && self.owner.kind == TypeKind::Interface {
            return Err(Skip::new("DL1021", name));
        }
        let mapping = self.mapper.map(ty, access == Access::Set)?;
        let mut action = Signature::default();
        let mut instance = match is_static {
            true => None,
            false => Some(self.instance(&mut action)?),
        };
        let mut arguments = Vec::new();
        let (verb, result) = match access {
            Access::Get => {
                self.result(&mut action, "Result", &mapping);
                ("Get", Some(mapping))
            }
            Access::Set => {
                let mut value = action.parameter("Value", &self.surface.id, &mapping, "value");
                value.mandatory = true;
                let description = "The value to set.".to_owned();
                value.description = with_values(description, self.mapper.enum_of(&mapping));
                arguments.push(Argument {
                    name: "value".to_owned(),
                    is_named: false,
                    passing: Passing::Value,
                    empty_is_null: false,
                    mapping,
                    input: Some(action.input(value)),
                    output: None,
                });
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
                id: format!("{id} {verb}"),
            },
            description: docs::description(self.docs, self.surface.member.custom_attributes()),
            inputs: action.inputs,
            outputs: action.outputs,
            call: Call {
                kind,
                declaring: self.owner.code.clone(),
                member: escape(name),
                instance,
                arguments,
                result,
                is_overloaded: false,
            },
            id,
            diagnostics: Vec::new(),
        })
    }

    /// The input `This_…` for an instance member.
    fn instance(&mut self, action: &mut Signature) -> Result<Instance, Skip> {
        let mut mapping = self.mapper.map(&self.owner.used, true)?;
        let name = format!("This_{}", self.owner.name());
        let mut parameter = action.parameter(&name, &self.surface.id, &mapping, "");
        parameter.mandatory = true;
        parameter.description = match mapping.conversion {
            Conversion::Handle => format!("The {} to use.", self.owner.name()),
            _ => format!("The {} to use, by value.", self.owner.name()),
        };
        action.input(parameter);
        let declaring = self.surface.member.declaring_type();
        let is_inherited = declaring != self.owner.ty && declaring.is_public();
        if is_inherited && mapping.conversion == Conversion::Handle {
            // Members of the derived type could hide the one that is meant.
            let base = TypeUse::of_definition(declaring).map_err(damaged)?;
            mapping = self
                .mapper
                .handle(&base.substitute(&self.surface.arguments))?;
        }
        Ok(Instance {
            is_value: mapping.conversion != Conversion::Handle || self.owner.ty.is_value_type(),
            mapping,
            changed: None,
        })
    }

    /// The output `Out_This_…`, where the call can change an instance that was passed by value.
    fn changed_instance(
        &mut self,
        action: &mut Signature,
        instance: &mut Instance,
        method: Option<Method<'m>>,
    ) {
        let is_mutable = match instance.mapping.conversion {
            Conversion::Structure(_) => self.mapper.is_mutable(self.owner.ty),
            _ => true,
        };
        let changes = method.is_none_or(|method| !is_read_only(self.owner.ty, method));
        if !(instance.is_value && is_mutable && changes) {
            return;
        }
        let name = format!("Out_This_{}", self.owner.name());
        let mut parameter = action.parameter(&name, &self.surface.id, &instance.mapping, "");
        parameter.description = format!("The {} after the call.", self.owner.name());
        instance.changed = Some(action.output(parameter));
    }

    fn result(&mut self, action: &mut Signature, name: &str, mapping: &Mapping) {
        // A declared parameter keeps its name.
        let names = [name, "ReturnValue", "Returned"];
        let free = names.into_iter().find(|name| action.names.is_free(name));
        let free = free.unwrap_or(name);
        let mut parameter = action.parameter(free, &self.surface.id, mapping, "");
        let description = match (self.surface.member, self.docs) {
            (Member::Constructor(_), _) => format!("The new {}.", self.owner.name()),
            (Member::Method(_), Some(docs)) => docs.returns.clone().unwrap_or_default(),
            (_, Some(docs)) => docs
                .value
                .clone()
                .or_else(|| docs.summary.clone())
                .unwrap_or_default(),
            (_, None) => String::new(),
        };
        parameter.description =
            with_values(docs::shorten(&description), self.mapper.enum_of(mapping));
        action.output(parameter);
    }

    fn argument(
        &mut self,
        action: &mut Signature,
        parameter: &ClrParameter<'m>,
    ) -> Result<Argument, Skip> {
        let ty = parameter.ty.target().substitute(&self.surface.arguments);
        let direction = parameter.direction();
        let comes_in = direction != ParameterDirection::Out;
        let mapping = self.mapper.map(&ty, comes_in)?;
        let fallback = format!("Parameter{}", parameter.position.saturating_add(1));
        let name = match parameter.name {
            "" => fallback,
            name => identifier(&pascal_case(name)),
        };
        let is_ref = direction == ParameterDirection::Ref;
        let id = format_args!("{} {}", self.surface.id, parameter.position);
        let text = self.docs.and_then(|docs| docs.param(parameter.name));
        let description = docs::shorten(text.unwrap_or_default());
        let description = with_values(description, self.mapper.enum_of(&mapping));
        let default = parameter.default_value().map_err(damaged)?;
        let input = comes_in.then(|| {
            let name = if is_ref {
                format!("In_{name}")
            } else {
                name.clone()
            };
            let mut input = action.parameter(&name, id, &mapping, parameter.name);
            input.description.clone_from(&description);
            input.mandatory = default.is_none();
            let enumeration = self.mapper.enum_definition(&ty);
            let default = default.as_ref();
            input.default =
                default.and_then(|value| defaults::expression(value, &mapping, enumeration));
            // Left out, an input of a basic type is empty, which is not the default that was meant.
            let is_basic = !matches!(
                mapping.conversion,
                Conversion::Structure(_) | Conversion::List(..)
            );
            input.mandatory |= is_basic && input.default.is_none();
            action.input(input)
        });
        let output = (is_ref || !comes_in).then(|| {
            let name = if is_ref { format!("Out_{name}") } else { name };
            let mut output = action.parameter(&name, id, &mapping, parameter.name);
            output.description = description;
            action.output(output)
        });
        Ok(Argument {
            name: escape(parameter.name),
            is_named: false,
            passing: match direction {
                ParameterDirection::Out => Passing::Out,
                ParameterDirection::Ref => Passing::Ref,
                ParameterDirection::Value | ParameterDirection::In => Passing::Value,
            },
            empty_is_null: default.as_ref().is_some_and(defaults::is_null) && has_empty(&mapping),
            mapping,
            input,
            output,
        })
    }
}

/// Whether an empty value can stand for null: of a class that becomes a basic type, a list, or a date,
/// which is never `default(DateTime)` in OutSystems.
fn has_empty(mapping: &Mapping) -> bool {
    match mapping.conversion {
        Conversion::Scalar(row) => !row.is_value_type || row.data_type == DataType::DateTime,
        Conversion::List(..) => true,
        _ => false,
    }
}

pub(super) fn damaged(error: crate::metadata::Error) -> Skip {
    Skip::new("DL1013", error)
}

/// CLR simple name of a type, as an identifier: `Decimal`, `Int32Array`, `ListOfString`.
fn clr_name(ty: &TypeUse<'_>) -> String {
    match ty {
        TypeUse::Primitive(element) => element.system_name().to_owned(),
        TypeUse::Named(named) => {
            let simple = identifier(crate::clr::split_arity(named.name.simple()).0);
            let arguments: Vec<String> = named.arguments.iter().map(clr_name).collect();
            if arguments.is_empty() {
                simple
            } else {
                format!("{simple}Of{}", arguments.join("And"))
            }
        }
        TypeUse::Var(_, name) | TypeUse::MVar(_, name) => identifier(name),
        TypeUse::Array(element) | TypeUse::MultiArray(element, _) => {
            format!("{}Array", clr_name(element))
        }
        TypeUse::Pointer(target) => format!("{}Pointer", clr_name(target)),
        TypeUse::ByRef(target) => format!("{}Ref", clr_name(target)),
        TypeUse::FunctionPointer(_) => "Function".to_owned(),
    }
}

impl Member<'_> {
    /// The attribute that keeps generated code from using the member.
    pub(super) fn forbidden(self) -> Option<Skip> {
        for attribute in self.custom_attributes() {
            if is_obsolete_error(attribute) {
                return Some(Skip::new("DL1011", ""));
            }
            if attribute.is("System.ComponentModel", "EditorBrowsableAttribute") {
                let value = attribute.value(None).ok();
                let state = value.and_then(|value| value.fixed.first()?.as_integer());
                if state == Some(1) {
                    return Some(Skip::new("DL1012", ""));
                }
            }
        }
        None
    }
}
