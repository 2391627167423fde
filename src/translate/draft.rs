//! Actions in the making: a member's parameters and call, before names are given.

use super::action_names::NameRequest;
use super::catalogue::diagnostic;
use super::csharp::escape;
use super::docs;
use super::mapper::{Mapper, Skip, code};
use super::nameable::is_obsolete_error;
use super::operators;
use super::owner::Owner;
use super::plan::{Argument, Call, Conversion, Instance, Mapping, Passing, Syntax};
use super::policy::{MemberPolicy, NullPolicy};
use super::surface::{Member, SurfaceMember};
use super::transparency::{is_read_only, leaves_required};
use super::type_map::{self, Awaited, NOTHING};
use super::type_names::{telling, unique, with_values};
use super::unions;
use super::{Names, identifier, pascal_case};
use crate::clr::{
    DocId, MemberDocs, Method, Nullability, Signature as MethodSignature, TypeKind, TypeUse,
};
use crate::extension::{DataType, Diagnostic, MemberKind, Parameter, Source};
use foldhash::HashSet;
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
    /// Names of all methods of the surface, in lower case: an asynchronous one takes none of them.
    pub(super) method_names: &'a HashSet<String>,
    /// Whether the configuration wants the arguments back that the member can change.
    pub(super) returns_arguments: Option<bool>,
    /// Type arguments of the declaring type, and of the method.
    pub(super) arguments: &'a [TypeUse<'m>],
    pub(super) method_arguments: &'a [TypeUse<'m>],
}

/// Parameters of an action as they are added.
pub(super) struct Signature {
    names: Names,
    pub(super) inputs: Vec<Parameter>,
    pub(super) outputs: Vec<Parameter>,
}

impl Signature {
    /// With room for so many inputs, and for the one output that most actions have.
    pub(super) fn new(inputs: usize) -> Self {
        Self {
            names: Names::default(),
            inputs: Vec::with_capacity(inputs),
            outputs: Vec::with_capacity(1),
        }
    }

    pub(super) fn parameter(
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

    /// The Boolean that says whether the parameter `name` has a value.
    pub(super) fn companion(&mut self, name: &str, id: impl Display) -> Parameter {
        Parameter {
            name: unique(&mut self.names, &format!("Has{name}"), id),
            data_type: DataType::Boolean,
            mandatory: false,
            default: None,
            description: format!("Whether {name} has a value."),
            source: Source {
                name: String::new(),
                net_type: "bool".to_owned(),
            },
        }
    }

    pub(super) fn input(&mut self, parameter: Parameter) -> usize {
        self.inputs.push(parameter);
        self.inputs.len().saturating_sub(1)
    }

    pub(super) fn output(&mut self, parameter: Parameter) -> usize {
        self.outputs.push(parameter);
        self.outputs.len().saturating_sub(1)
    }
}

impl<'m> Drafter<'_, 'm> {
    /// The type, with the type arguments at hand.
    pub(super) fn close(&self, ty: &TypeUse<'m>) -> TypeUse<'m> {
        ty.substitute(self.arguments)
            .substitute_method(self.method_arguments)
    }

    pub(super) fn constructor(&mut self, method: Method<'m>) -> Result<Draft, Skip> {
        if self.owner.ty.is_abstract() {
            return Err(Skip::new("DL1018", self.owner.name()));
        }
        let names = self.owner.names.iter();
        let levels = names.map(|name| format!("{name}Create")).collect();
        let result = Some(self.mapper.map(&self.owner.used, false)?);
        let signature = method.signature().map_err(damaged)?;
        self.call(
            method,
            &signature,
            MemberKind::Constructor,
            levels,
            result,
            None,
        )
    }

    pub(super) fn method(&mut self, method: Method<'m>) -> Result<Draft, Skip> {
        let name = method.name().map_err(damaged)?;
        if method.is_static() && self.owner.kind == TypeKind::Interface {
            return Err(Skip::new("DL1021", name));
        }
        let operator = match method.is_special_name() && name.starts_with("op_") {
            true => Some(self.operator(name)?),
            false => None,
        };
        let signature = method.signature().map_err(damaged)?;
        let ty = self.close(&signature.return_type);
        let ty = ty.with_element_names(method.return_attributes());
        let (ty, awaited) = awaited(ty);
        let result = match ty {
            Some(ty) if !ty.is_void() && !is_named(&ty, NOTHING) => {
                Some(self.mapper.map(&ty, false)?)
            }
            _ => None,
        };
        let levels = match operator {
            Some(operator) => {
                let names = self.owner.names.iter();
                let target = clr_name(&signature.return_type);
                let verb = operator.name.replace("{T}", &target);
                names.map(|class| format!("{class}{verb}")).collect()
            }
            None => self.method_levels(name, awaited.is_some()),
        };
        let kind = MemberKind::Method;
        let mut draft = self.call(method, &signature, kind, levels, result, awaited)?;
        if let Some(operator) = operator {
            // Conversions have one name in metadata, but are no overloads of each other: their results differ.
            if let Some(level) = draft.naming.levels.first() {
                draft.naming.group = format!("{} {level}", self.owner.code);
            }
            draft.call.syntax = Syntax::Operator(operator.code);
            draft.call.is_overloaded = true;
        }
        Ok(draft)
    }

    /// C# of the method's type arguments.
    fn type_arguments(&self) -> Result<String, Skip> {
        if self.method_arguments.is_empty() {
            return Ok(String::new());
        }
        let types = self.method_arguments.iter().map(code);
        Ok(format!(
            "<{}>",
            types.collect::<Result<Vec<_>, _>>()?.join(", ")
        ))
    }

    fn operator(&self, name: &str) -> Result<&'static operators::Operator, Skip> {
        let wanted = self.mapper.policies.operators == MemberPolicy::Translate;
        let row = operators::operator(name).filter(|_| wanted);
        row.ok_or_else(|| Skip::new("DL1008", name))
    }

    /// Names for a method, shortest first. An asynchronous one loses its `Async` where no other method has
    /// the name that is left.
    fn method_levels(&self, name: &str, is_async: bool) -> Vec<String> {
        let plain = name.strip_suffix("Async").filter(|plain| {
            let is_taken = self.method_names.contains(&plain.to_lowercase());
            is_async && !plain.is_empty() && !is_taken
        });
        let mut name = plain.unwrap_or(name).to_owned();
        if !self.method_arguments.is_empty() {
            name.push_str(&format!("Of{}", telling(self.method_arguments)));
        }
        let mut levels = vec![identifier(&name)];
        let capital = identifier(&pascal_case(&name));
        let names = self.owner.names.iter();
        levels.extend(names.map(|class| format!("{class}{capital}")));
        levels
    }

    pub(super) fn call(
        &mut self,
        method: Method<'m>,
        signature: &MethodSignature<'m>,
        kind: MemberKind,
        levels: Vec<String>,
        result: Option<Mapping>,
        awaited: Option<&'static Awaited>,
    ) -> Result<Draft, Skip> {
        let name = method.name().map_err(damaged)?;
        if signature.generic_parameters as usize != self.method_arguments.len() {
            return Err(Skip::new("DL1004", name));
        }
        if signature.is_vararg {
            return Err(Skip::new("DL1009", name));
        }
        let is_overloaded = self.owner.is_overloaded(name);
        let is_instance = kind == MemberKind::Method && !method.is_static();
        let count = signature.parameters.len();
        let mut action = Signature::new(count.saturating_add(usize::from(is_instance)));
        let mut instance = match is_instance {
            true => Some(self.instance(&mut action)?),
            false => None,
        };
        let mut diagnostics = Vec::new();
        let mut arguments = Vec::with_capacity(count);
        let mut is_named = false;
        let returning = self.returning(method, signature, result.is_some(), awaited.is_some());
        for parameter in &signature.parameters {
            match self.argument(&mut action, parameter, method, &returning, &mut diagnostics) {
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
            // The method of an interface is virtual; another one with its name is not what is called by `using`.
            let is_named = ["Dispose", "DisposeAsync"].contains(&name);
            let is_bare = signature.parameters.is_empty() && result.is_none();
            let is_it = is_named && is_bare && method.is_virtual();
            instance.is_disposed = instance.is_disposable && is_it;
            self.changed_instance(&mut action, instance, Some(method));
        }
        let mut result_companion = None;
        if let Some(result) = &result {
            let outs = arguments
                .iter()
                .any(|argument| argument.passing == Passing::Out);
            let is_try = outs && name.starts_with("Try") && result.data_type == DataType::Boolean;
            let name = if is_try { "Success" } else { "Result" };
            let nullability = method.return_nullability(usize::from(awaited.is_some()));
            result_companion = self.result(&mut action, name, result, nullability);
        }
        let parameters = signature.parameters.iter();
        let call = Call {
            kind,
            syntax: Syntax::Member,
            declaring: self.owner.code.clone(),
            member: if is_instance || method.is_static() {
                format!("{}{}", escape(name), self.type_arguments()?)
            } else {
                String::new()
            },
            instance,
            arguments,
            result,
            result_companion,
            is_overloaded,
            awaited,
            is_preferred: kind == MemberKind::Constructor && is_activated(method),
        };
        Ok(Draft {
            naming: NameRequest {
                group: format!("{} {name}{}", self.owner.code, self.type_arguments()?),
                levels,
                parameters: parameters
                    .map(|parameter| clr_name(&parameter.ty))
                    .collect(),
                id: self.key(),
            },
            description: docs::description(self.docs, self.surface.member.custom_attributes()),
            inputs: action.inputs,
            outputs: action.outputs,
            call,
            id: self.surface.id.clone(),
            diagnostics,
        })
    }

    /// What tells the Action from all others: the documentation id, and the type arguments that close it.
    pub(super) fn key(&self) -> String {
        let owner = self.owner.used.as_named();
        let arguments = owner.map_or(&[][..], |named| &named.arguments).iter();
        let arguments = arguments.chain(self.method_arguments);
        let arguments: Vec<String> = arguments.map(|ty| DocId(ty).to_string()).collect();
        match arguments.as_slice() {
            [] => self.surface.id.clone(),
            _ => format!("{} {}", self.surface.id, arguments.join(",")),
        }
    }

    /// The input `This_…` for an instance member.
    pub(super) fn instance(&mut self, action: &mut Signature) -> Result<Instance, Skip> {
        let mut mapping = self.owner.instance(|ty| self.mapper.map(ty, true))?;
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
            mapping = self.mapper.handle(&self.close(&base))?;
        }
        Ok(Instance {
            is_value: mapping.conversion != Conversion::Handle || self.owner.ty.is_value_type(),
            mapping,
            changed: None,
            is_disposable: self.owner.is_disposable(self.mapper.set),
            is_disposed: false,
        })
    }

    /// The output `Out_This_…`, where the call can change an instance that was passed by value.
    pub(super) fn changed_instance(
        &mut self,
        action: &mut Signature,
        instance: &mut Instance,
        method: Option<Method<'m>>,
    ) {
        let is_mutable = match instance.mapping.conversion {
            Conversion::Structure(_) => self.mapper.is_mutable(self.owner.ty, &[]),
            Conversion::Enum(_) => false,
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

    /// The output for what is returned, which is the last one; before it, where its type does not say whether
    /// there is a value, goes one that does, whose position is returned.
    pub(super) fn result(
        &mut self,
        action: &mut Signature,
        name: &str,
        mapping: &Mapping,
        nullability: Nullability,
    ) -> Option<usize> {
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
            (Member::Property(property), None) => unions::tags(property).unwrap_or_default(),
            (_, None) => String::new(),
        };
        parameter.description =
            with_values(docs::shorten(&description), self.mapper.enum_of(mapping));
        let can_be_null = matches!(mapping.conversion, Conversion::Nullable { .. })
            || (self.mapper.is_reference(mapping) && nullability == Nullability::Nullable);
        let has = (can_be_null && self.mapper.policies.nulls == NullPolicy::Companion).then(|| {
            let has = action.companion(&parameter.name, &self.surface.id);
            action.output(has)
        });
        action.output(parameter);
        has
    }
}

/// What a member of type `ty` gives when it has been waited for (`None` for nothing), and how that is done.
pub(super) fn awaited<'m>(ty: TypeUse<'m>) -> (Option<TypeUse<'m>>, Option<&'static Awaited>) {
    let Some(named) = ty.as_named() else {
        return (Some(ty), None);
    };
    if !type_map::knows(named.name.namespace) {
        return (Some(ty), None);
    }
    match type_map::awaited(&named.name.to_string()) {
        Some(row) => {
            let result = named.arguments.first();
            let result = result.filter(|ty| !is_named(ty, NOTHING));
            (result.cloned(), Some(row))
        }
        None => (Some(ty), None),
    }
}

/// Whether the type has this full name.
pub(super) fn is_named(ty: &TypeUse<'_>, name: &str) -> bool {
    ty.as_named().is_some_and(|named| {
        type_map::knows(named.name.namespace) && named.name.to_string() == name
    })
}

/// Whether the author of the class marks the constructor as the one that makes its instances.
fn is_activated(method: Method<'_>) -> bool {
    const NAMESPACE: &str = "Microsoft.Extensions.DependencyInjection";
    let mut attributes = method.custom_attributes();
    attributes.any(|attribute| attribute.is(NAMESPACE, "ActivatorUtilitiesConstructorAttribute"))
}

pub(super) fn damaged(error: crate::metadata::Error) -> Skip {
    Skip::new("DL1013", error)
}

/// CLR simple name of a type, as an identifier: `Decimal`, `Int32Array`, `ListOfString`.
pub(super) fn clr_name(ty: &TypeUse<'_>) -> String {
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
        if let Self::Constructor(method) = self
            && leaves_required(method)
        {
            return Some(Skip::new("DL1026", ""));
        }
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
