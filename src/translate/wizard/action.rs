//! From an import to an action and its call.

use super::import::{Import, Value};
use super::names::{Suffixes, plain};
use crate::clr::MemberDocs;
use crate::extension::{Action, MemberKind, MemberRef, Parameter, Source};
use crate::translate::csharp::escape;
use crate::translate::docs;
use crate::translate::plan::{Argument, Call, Instance, Mapping, Passing, Syntax};

/// The action `name` of the member `id`.
pub(super) fn action(
    import: &Import,
    name: String,
    id: String,
    docs: Option<&MemberDocs>,
) -> (Action, Call) {
    let mut signature = Signature::default();
    let instance = import.has_instance().then(|| {
        let parameter = signature.parameter(&format!("This_{}", import.class), "", &import.handle);
        let description = format!("The {} to use.", import.class);
        signature.input(parameter, description);
        Instance {
            is_disposed: false,
            mapping: import.handle.clone(),
            is_value: false,
            changed: None,
            is_disposable: false,
        }
    });
    let arguments = import.parameters.iter().enumerate();
    let arguments = arguments
        .map(|(at, value)| signature.argument(import.kind, at, value, docs))
        .collect();
    if let Some(result) = &import.result {
        let parameter = signature.parameter(&result.name, "", &result.mapping);
        signature.output(parameter, result_description(import, docs));
    }
    let call = Call {
        kind: import.kind,
        syntax: Syntax::Member,
        declaring: import.handle.net.clone(),
        member: match import.kind {
            MemberKind::Constructor => String::new(),
            _ => escape(&import.name),
        },
        instance,
        arguments,
        result: import.result.as_ref().map(|value| value.mapping.clone()),
        result_companion: None,
        is_overloaded: false,
        awaited: None,
        is_preferred: false,
    };
    let action = Action {
        name,
        description: docs::description(docs, std::iter::empty()),
        function: false,
        inputs: signature.inputs,
        outputs: signature.outputs,
        member: MemberRef {
            kind: import.kind,
            id,
            is_static: import.is_static && import.kind != MemberKind::Constructor,
        },
    };
    (action, call)
}

fn result_description(import: &Import, docs: Option<&MemberDocs>) -> String {
    let text = match import.kind {
        MemberKind::Constructor => return format!("The new {}.", import.class),
        MemberKind::Method => docs.and_then(|docs| docs.returns.as_deref()),
        _ => docs.and_then(|docs| docs.value.as_deref().or(docs.summary.as_deref())),
    };
    docs::shorten(text.unwrap_or_default())
}

/// Parameters of an action as they are added.
#[derive(Default)]
struct Signature {
    names: Suffixes,
    inputs: Vec<Parameter>,
    outputs: Vec<Parameter>,
}

impl Signature {
    fn parameter(&mut self, name: &str, source: &str, mapping: &Mapping) -> Parameter {
        Parameter {
            name: self.names.give(&plain(name), name),
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

    fn input(&mut self, parameter: Parameter, description: String) -> usize {
        self.inputs.push(Parameter {
            mandatory: true,
            description,
            ..parameter
        });
        self.inputs.len().saturating_sub(1)
    }

    fn output(&mut self, parameter: Parameter, description: String) -> usize {
        self.outputs.push(Parameter {
            description,
            ..parameter
        });
        self.outputs.len().saturating_sub(1)
    }

    /// The parameters for the argument at `position`.
    fn argument(
        &mut self,
        kind: MemberKind,
        position: usize,
        value: &Value,
        docs: Option<&MemberDocs>,
    ) -> Argument {
        let name = match value.name.as_str() {
            "" => format!("Parameter{}", position.saturating_add(1)),
            name => name.to_owned(),
        };
        let description = match kind {
            MemberKind::PropertySet | MemberKind::FieldSet => "The value to set.".to_owned(),
            _ => {
                let text = docs.and_then(|docs| docs.param(&value.name));
                docs::shorten(text.unwrap_or_default())
            }
        };
        let (comes_in, comes_out) = match value.passing {
            Passing::Value | Passing::Changed | Passing::ReadOnly => (Some(name), None),
            Passing::Ref => (Some(format!("In_{name}")), Some(format!("Out_{name}"))),
            Passing::Out => (None, Some(name)),
        };
        let input = comes_in.map(|name| {
            let parameter = self.parameter(&name, &value.name, &value.mapping);
            self.input(parameter, description.clone())
        });
        let output = comes_out.map(|name| {
            let parameter = self.parameter(&name, &value.name, &value.mapping);
            self.output(parameter, description)
        });
        Argument {
            passing: value.passing,
            input,
            output,
            ..Argument::plain(&escape(&value.name), value.mapping.clone())
        }
    }
}
