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
use crate::clr::{
    DefaultValue, Method, Nullability, Parameter as ClrParameter, ParameterDirection, TypeUse,
};
use crate::extension::Diagnostic;
use crate::metadata::Constant;

/// What is known of a parameter before it has inputs and outputs.
struct Passed<'p> {
    /// Its name in .NET, and what names in OutSystems are made of.
    source: &'p str,
    name: String,
    position: usize,
    description: String,
    default: Option<DefaultValue>,
    /// The default in OutSystems, where that can say it.
    said: Option<String>,
    /// C# of what is passed where nothing comes in, of what can begin empty.
    empty: Option<&'static str>,
    is_params: bool,
    is_ref: bool,
    /// Whether an empty value coming in stands for null.
    empty_is_null: bool,
    has_companion: bool,
}

impl<'m> Drafter<'_, 'm> {
    /// How the parameter is passed; what it takes and gives is added to the action.
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
        let passing = match changed {
            Some(_) => Passing::Changed,
            None => Passing::of(parameter),
        };
        match changed {
            Some(changed) => mapping = changed,
            None => diagnostics.extend(self.lost(parameter, &ty, &mapping, returning)),
        }
        let (passed, mapping) = self.passed(parameter, method, &ty, mapping, passing)?;
        let default = match passed.default.as_ref() {
            _ if passed.empty.is_some() => passed.empty.map(str::to_owned),
            Some(value) => Some(defaults::code(value, &mapping.net)),
            None if passed.is_params => Some(format!("new {} {{}}", mapping.net)),
            None => None,
        };
        let mut argument = Argument {
            passing,
            default,
            ..Argument::plain(&escape(parameter.name), mapping)
        };
        if comes_in && takes_value(&argument.mapping) {
            self.comes_in(action, &passed, &mut argument, diagnostics);
        }
        if passing.comes_back() {
            self.comes_back(action, &passed, &mut argument);
        }
        Ok(argument)
    }

    /// What is known of the parameter, and its mapping with what its default says of null.
    fn passed<'p>(
        &mut self,
        parameter: &ClrParameter<'p>,
        method: Method<'m>,
        ty: &TypeUse<'m>,
        mut mapping: Mapping,
        passing: Passing,
    ) -> Result<(Passed<'p>, Mapping), Skip> {
        let position = parameter.position;
        let name = match parameter.name {
            "" => format!("Parameter{}", position.saturating_add(1)),
            name => identifier(&pascal_case(name)),
        };
        let text = self.docs.and_then(|docs| docs.param(parameter.name));
        let description = docs::shorten(text.unwrap_or_default());
        let description = with_values(description, self.mapper.enum_of(&mapping));
        let default = parameter.default_value().map_err(damaged)?;
        let default = default.or_else(|| is_left_out(parameter).then_some(NULL));
        let enumeration = self.mapper.enum_definition(ty);
        let said = default.as_ref();
        let said = said.and_then(|value| defaults::expression(value, &mapping, enumeration));
        let is_changed = passing == Passing::Changed;
        let empty = is_changed.then(|| empty(&mapping)).flatten();

        let nulls = self.mapper.policies.nulls;
        let has_companions = nulls == NullPolicy::Companion;
        let is_null = default.as_ref().is_some_and(defaults::is_null);
        // An empty value that is the default is no null.
        let is_empty = said.is_some() && said.as_deref() == literal::null(&mapping.data_type);
        let is_meant = is_empty && !is_null && !has_companions;
        let can_be_null = self.mapper.is_reference(&mapping)
            && parameter.nullability(method) == Nullability::Nullable;
        // Nothing can be made of null, but by default.
        let is_legal = !is_meant && ((is_null && empty.is_none()) || (can_be_null && !is_changed));
        let is_nullable = matches!(mapping.conversion, Conversion::Nullable { .. });
        if let Conversion::Nullable { empty_is_null, .. } = &mut mapping.conversion {
            // Left out, it is what its default is.
            *empty_is_null |= nulls == NullPolicy::Value && is_legal;
            *empty_is_null &= !is_meant;
        }
        let has_empty = is_legal && self.mapper.has_empty(&mapping);
        let passed = Passed {
            source: parameter.name,
            name,
            position,
            description,
            said,
            empty,
            is_params: parameter.is_params(),
            is_ref: passing == Passing::Ref,
            empty_is_null: has_empty
                && !has_companions
                && (default.is_some() || nulls == NullPolicy::EmptyIsNull),
            has_companion: has_companions && (is_nullable || has_empty),
            default,
        };
        Ok((passed, mapping))
    }

    /// Adds the input that gives the argument its value.
    fn comes_in(
        &self,
        action: &mut Signature,
        passed: &Passed<'_>,
        argument: &mut Argument,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let mapping = &argument.mapping;
        let id = format_args!("{} {}", self.surface.id, passed.position);
        let name = match passed.is_ref {
            true => &format!("In_{}", passed.name),
            false => &passed.name,
        };
        let mut input = action.parameter(name, id, mapping, passed.source);
        input.description.clone_from(&passed.description);
        input.default = match passed.empty {
            Some(_) => literal::null(&mapping.data_type).map(str::to_owned),
            None => passed.said.clone(),
        };
        // Left out, an input of a basic type is empty, which is not the default that was meant.
        let is_basic = !matches!(
            mapping.conversion,
            Conversion::Structure(_) | Conversion::List(..)
        );
        let has_default = passed.default.is_some() || passed.empty.is_some();
        input.mandatory =
            !passed.is_params && (!has_default || (is_basic && input.default.is_none()));
        if input.mandatory && has_default {
            let id = self.surface.id.clone();
            diagnostics.push(diagnostic("DL2014", id, passed.source));
        }
        argument.empty_is_null = passed.empty_is_null;
        let (given, is_mandatory) = (input.name.clone(), input.mandatory);
        argument.input = Some(action.input(input));
        if passed.has_companion {
            let mut has = action.companion(&given, id);
            has.mandatory = is_mandatory;
            let is_null = passed.default.as_ref().is_some_and(defaults::is_null);
            has.default = (!is_mandatory).then(|| literal::boolean(!is_null).to_owned());
            argument.companion_input = Some(action.input(has));
        }
    }

    /// Adds the output that takes what the argument is after the call.
    fn comes_back(&self, action: &mut Signature, passed: &Passed<'_>, argument: &mut Argument) {
        let id = format_args!("{} {}", self.surface.id, passed.position);
        let name = match argument.input {
            Some(_) => &format!("Out_{}", passed.name),
            None => &passed.name,
        };
        let mut output = action.parameter(name, id, &argument.mapping, passed.source);
        output.description = match passed.description.as_str() {
            "" if argument.passing == Passing::Changed => {
                format!("{} after the call.", passed.name)
            }
            description => description.to_owned(),
        };
        let given = output.name.clone();
        argument.output = Some(action.output(output));
        if passed.has_companion {
            let has = action.companion(&given, id);
            argument.companion_output = Some(action.output(has));
        }
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

/// The default of what F# lets its callers leave out: no value.
const NULL: DefaultValue = DefaultValue::Constant(Constant::Null);

/// Whether F# lets its callers leave out the parameter (`?name`), which takes an option then.
fn is_left_out(parameter: &ClrParameter<'_>) -> bool {
    let mut attributes = parameter.custom_attributes();
    attributes.any(|attribute| attribute.is("Microsoft.FSharp.Core", "OptionalArgumentAttribute"))
}

/// What is passed for a parameter that an Action has none for (TRANSLATION §4).
fn omitted(ty: &TypeUse<'_>) -> Option<&'static Omitted> {
    let name = &ty.as_named()?.name;
    let is_platform = ["System", "Microsoft"]
        .iter()
        .any(|start| name.namespace.starts_with(start));
    is_platform.then(|| type_map::omitted(&name.to_string()))?
}
