//! Parameters of a method on their way into an Action (TRANSLATION §7): inputs and outputs, defaults, and when
//! a value is null.

use super::catalogue::diagnostic;
use super::changed::{Returning, empty, takes_value};
use super::csharp::escape;
use super::defaults;
use super::docs;
use super::draft::{Drafter, Signature, damaged};
use super::mapper::Skip;
use super::plan::{Argument, Conversion, Mapping, Passing};
use super::policy::NullPolicy;
use super::type_map::{self, Omitted};
use super::type_names::with_values;
use super::{identifier, literal, pascal_case};
use crate::clr::{Method, Nullability, Parameter as ClrParameter, ParameterDirection, TypeUse};
use crate::extension::Diagnostic;

impl<'m> Drafter<'_, 'm> {
    pub(super) fn argument(
        &mut self,
        action: &mut Signature,
        parameter: &ClrParameter<'m>,
        method: Method<'m>,
        returning: &Returning<'m>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Result<Argument, Skip> {
        let ty = self.close(parameter.ty.target());
        let ty = ty.with_element_names(parameter.custom_attributes());
        let direction = parameter.direction();
        if let Some(row) = omitted(&ty).filter(|_| direction == ParameterDirection::Value) {
            let id = self.surface.id.clone();
            diagnostics.push(diagnostic(row.code, id, parameter.name));
            let mapping = self.mapper.handle(&ty)?;
            return Ok(Argument {
                fixed: Some(row.passed),
                ..Argument::plain(&escape(parameter.name), mapping)
            });
        }
        let comes_in = direction != ParameterDirection::Out;
        let mut mapping = self.mapper.map(&ty, comes_in)?;
        let changed = self.changed(parameter, &ty, &mapping, returning);
        let is_changed = changed.is_some();
        match changed {
            Some(changed) => mapping = changed,
            None => diagnostics.extend(self.lost(parameter, &ty, &mapping, returning)),
        }
        let comes_in = comes_in && takes_value(&mapping);
        let empty = is_changed.then(|| empty(&mapping)).flatten();
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
        let nulls = self.mapper.policies.nulls;
        let enumeration = self.mapper.enum_definition(&ty);
        let value = default.as_ref();
        let said = value.and_then(|value| defaults::expression(value, &mapping, enumeration));
        let is_null = default.as_ref().is_some_and(defaults::is_null);
        // An empty value that is the default is no null.
        let is_empty = said.is_some() && said.as_deref() == literal::null(&mapping.data_type);
        let is_meant = is_empty && !is_null && nulls != NullPolicy::Companion;
        let is_nullable = matches!(mapping.conversion, Conversion::Nullable { .. });
        // Nothing can be made of null, but by default.
        let is_legal = !is_meant
            && ((is_null && empty.is_none())
                || (!is_changed
                    && self.mapper.is_reference(&mapping)
                    && parameter.nullability(method) == Nullability::Nullable));
        if let Conversion::Nullable { empty_is_null, .. } = &mut mapping.conversion {
            // Left out, it is what its default is.
            *empty_is_null |= nulls == NullPolicy::Value && is_legal;
            *empty_is_null &= !is_meant;
        }
        let has_empty = self.mapper.has_empty(&mapping);
        let has_companion =
            nulls == NullPolicy::Companion && (is_nullable || (is_legal && has_empty));
        let mut argument = Argument {
            passing: match direction {
                ParameterDirection::Out => Passing::Out,
                ParameterDirection::Ref => Passing::Ref,
                _ if is_changed => Passing::Changed,
                ParameterDirection::Value | ParameterDirection::In => Passing::Value,
            },
            default: match default.as_ref() {
                _ if empty.is_some() => empty.map(str::to_owned),
                Some(value) => Some(defaults::code(value, &mapping.net)),
                None if parameter.is_params() => Some(format!("new {} {{}}", mapping.net)),
                None => None,
            },
            ..Argument::plain(&escape(parameter.name), mapping.clone())
        };
        if comes_in {
            let name = if is_ref {
                format!("In_{name}")
            } else {
                name.clone()
            };
            let mut input = action.parameter(&name, id, &mapping, parameter.name);
            input.description.clone_from(&description);
            input.default = match empty {
                Some(_) => literal::null(&mapping.data_type).map(str::to_owned),
                None => said,
            };
            // Left out, an input of a basic type is empty, which is not the default that was meant.
            let is_basic = !matches!(
                mapping.conversion,
                Conversion::Structure(_) | Conversion::List(..)
            );
            input.mandatory = !parameter.is_params()
                && ((default.is_none() && empty.is_none())
                    || (is_basic && input.default.is_none()));
            argument.empty_is_null = is_legal && has_empty && nulls != NullPolicy::Companion;
            argument.empty_is_null &= default.is_some() || nulls == NullPolicy::EmptyIsNull;
            if input.mandatory && default.is_some() {
                let id = self.surface.id.clone();
                diagnostics.push(diagnostic("DL2014", id, parameter.name));
            }
            let (given, is_mandatory) = (input.name.clone(), input.mandatory);
            argument.input = Some(action.input(input));
            if has_companion {
                let mut has = action.companion(&given, id);
                has.mandatory = is_mandatory;
                has.default = (!is_mandatory).then(|| literal::boolean(!is_null).to_owned());
                argument.companion_input = Some(action.input(has));
            }
        }
        if is_ref || is_changed || !comes_in {
            let description = match description.as_str() {
                "" if is_changed => format!("{name} after the call."),
                _ => description,
            };
            let name = match is_ref || comes_in {
                true => format!("Out_{name}"),
                false => name,
            };
            let mut output = action.parameter(&name, id, &mapping, parameter.name);
            output.description = description;
            let given = output.name.clone();
            argument.output = Some(action.output(output));
            if has_companion {
                let has = action.companion(&given, id);
                argument.companion_output = Some(action.output(has));
            }
        }
        Ok(argument)
    }
}

impl Argument {
    /// An argument passed by value, with neither input nor output yet.
    pub(super) fn plain(name: &str, mapping: Mapping) -> Self {
        Self {
            name: name.to_owned(),
            is_named: false,
            passing: Passing::Value,
            mapping,
            empty_is_null: false,
            input: None,
            output: None,
            companion_input: None,
            companion_output: None,
            fixed: None,
            default: None,
        }
    }
}

/// What is passed for a parameter that an Action has none for (TRANSLATION §4).
fn omitted(ty: &TypeUse<'_>) -> Option<&'static Omitted> {
    let name = &ty.as_named()?.name;
    let is_platform = ["System", "Microsoft"]
        .iter()
        .any(|start| name.namespace.starts_with(start));
    is_platform.then(|| type_map::omitted(&name.to_string()))?
}
