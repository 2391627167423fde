//! The parameters of an action in C#. Required inputs come first, then outputs, then optional inputs; the last
//! output is the returned value.

use super::attribute::Attribute;
use super::platform::Structs;
use crate::emit::csharp::Platform;
use crate::extension::{Action, Parameter};
use crate::translate::csharp::escape;
use crate::translate::odc::Construction;
use crate::translate::{Argument, Call};

/// How C# declares an action.
pub(super) struct Signature<'a> {
    pub(super) action: &'a Action,
    structs: &'a Structs,
    /// Whether each input is optional.
    optional: Vec<bool>,
}

impl<'a> Signature<'a> {
    pub(super) fn new(
        action: &'a Action,
        call: &Call,
        construction: Option<&Construction>,
        structs: &'a Structs,
    ) -> Self {
        let mut optional = vec![false; action.inputs.len()];
        let made = construction.map(|construction| &construction.call);
        let calls = std::iter::once(call).chain(made);
        let arguments = calls.flat_map(|call| &call.arguments);
        for argument in arguments.filter(|argument| argument.is_optional()) {
            for at in argument.input.into_iter().chain(argument.companion_input) {
                if let Some(is_optional) = optional.get_mut(at) {
                    *is_optional = true;
                }
            }
        }
        Self {
            action,
            structs,
            optional,
        }
    }

    /// The output that the method returns.
    pub(super) fn returned(&self) -> Option<&'a Parameter> {
        self.action.outputs.last()
    }

    pub(super) fn is_optional(&self, input: usize) -> bool {
        self.optional.get(input).copied().unwrap_or_default()
    }

    /// The method without its parameters: `decimal TotalInterest`.
    pub(super) fn head(&self) -> String {
        let result = self.returned();
        let result = result.map(|returned| self.structs.type_of(&returned.data_type));
        let result = result.as_deref().unwrap_or("void");
        format!("{result} {}", escape(&self.action.name))
    }

    /// The declarations of the parameters, with the attributes that `describe` gives them.
    pub(super) fn parameters(
        &self,
        describe: impl Fn(&Parameter) -> Option<Attribute>,
    ) -> Vec<String> {
        let inputs = || self.action.inputs.iter().enumerate();
        let required = inputs().filter(|(at, _)| !self.is_optional(*at));
        let required = required.map(|(_, input)| (input, "", ""));
        let outputs = self.action.outputs.split_last();
        let outputs = outputs.map_or(&[][..], |(_, outputs)| outputs).iter();
        let outputs = outputs.map(|output| (output, "out ", ""));
        let optional = inputs().filter(|(at, _)| self.is_optional(*at));
        let optional = optional.map(|(_, input)| (input, "", "?"));
        let all = required.chain(outputs).chain(optional);
        all.map(|(parameter, passing, nullable)| {
            let attribute = describe(parameter).and_then(Attribute::unless_empty);
            let attribute = attribute.map_or_else(String::new, |attribute| attribute + " ");
            let ty = self.structs.type_of(&parameter.data_type);
            let name = escape(&parameter.name);
            let default = if nullable.is_empty() { "" } else { " = null" };
            format!("{attribute}{passing}{ty}{nullable} {name}{default}")
        })
        .collect()
    }
}

impl Signature<'_> {
    /// C# of an input's value, where it is not null.
    pub(super) fn value(&self, input: usize) -> String {
        let Some(parameter) = self.action.inputs.get(input) else {
            return String::new();
        };
        let name = escape(&parameter.name);
        let is_nullable = self.is_optional(input) && !Structs::is_reference(&parameter.data_type);
        if is_nullable {
            format!("{name}.Value")
        } else {
            name
        }
    }
}

/// C# of what an argument is where its input is not given.
pub(super) fn default_of(argument: &Argument) -> String {
    let default = argument.default.clone();
    default.unwrap_or_else(|| format!("default({})", argument.mapping.net))
}
