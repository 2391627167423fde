//! The *Import Details* of actions and resources: the report of Integration Studio's own import.

use crate::extension::{Action, MemberKind, Parameter, Resource, Target};
use crate::translate::{Argument, Call, Passing, Translation};

/// What the wizard's report says of a translation by the profile `wizard` (O11.md §1.4), with Windows line
/// ends.
///
/// A path on the machine that it was made on is not in it: the *Original Path* of a resource is its file
/// name. The texts for fields are made like those for properties, as nobody has seen them.
pub fn import_details(translation: &Translation) -> String {
    let extension = &translation.extension;
    let actions = extension.actions.iter().zip(&translation.calls);
    let actions = actions.map(|(action, call)| self::action(action, call));
    let first = extension.inputs.first();
    let imported = first.map_or("", |input| input.file.as_str());
    let resources = extension.resources.iter();
    let resources = resources.filter(|resource| resource.is_for(Target::O11));
    let resources = resources.map(|resource| self::resource(resource, imported));
    let text: String = actions.chain(resources).collect();
    text.replace('\n', "\r\n")
}

fn action(action: &Action, call: &Call) -> String {
    let (name, target, declaring) = (&action.name, target(call), plain(&call.declaring));
    let mut text = format!(
        " - Action {name}: \n        Target: {target}\n        Declaring Type: {declaring}\n        Parameters: \n"
    );
    let inputs = action.inputs.iter().enumerate();
    let inputs = inputs.map(|(at, input)| (input, input_text(call, at)));
    let last = action.outputs.len().saturating_sub(1);
    let outputs = action.outputs.iter().enumerate();
    let outputs = outputs.map(|(at, output)| {
        let is_result = call.result.is_some() && at == last;
        (
            output,
            if is_result {
                result_text(call.kind)
            } else {
                ""
            },
        )
    });
    for (parameter, information) in inputs.chain(outputs) {
        text.push_str(&self::parameter(parameter, information));
    }
    text
}

/// `Method Send(string, out string): int`, without the type where nothing is returned.
fn target(call: &Call) -> String {
    let member = plain(&call.member);
    let declaring = plain(&call.declaring);
    let of = |mapping: Option<&str>| mapping.map(|net| format!(": {}", plain(net)));
    let result = of(call.result.as_ref().map(|result| result.net.as_str())).unwrap_or_default();
    let arguments = || {
        let arguments: Vec<String> = call.arguments.iter().map(argument).collect();
        arguments.join(", ")
    };
    match call.kind {
        MemberKind::Constructor => {
            let class = declaring.rsplit('.').next().unwrap_or_default();
            format!("Constructor {class}({}){result}", arguments())
        }
        MemberKind::Method => format!("Method {member}({}){result}", arguments()),
        MemberKind::PropertyGet => format!("Property {member}{result}"),
        MemberKind::PropertySet => format!("Property {member}: {}", arguments()),
        MemberKind::FieldGet => format!("Field {member}{result}"),
        MemberKind::FieldSet => format!("Field {member}: {}", arguments()),
    }
}

fn argument(argument: &Argument) -> String {
    let net = plain(&argument.mapping.net);
    match argument.passing {
        Passing::Value | Passing::Changed | Passing::ReadOnly => net,
        Passing::Ref => format!("ref {net}"),
        Passing::Out => format!("out {net}"),
    }
}

fn parameter(parameter: &Parameter, information: &str) -> String {
    let Parameter {
        name, data_type, ..
    } = parameter;
    let net = &parameter.source.net_type;
    let colon = if information.is_empty() { "" } else { ": " };
    format!("            {name}({data_type} <- {net}){colon}{information}\n")
}

fn input_text(call: &Call, position: usize) -> &'static str {
    match call.kind {
        _ if call.instance.is_some() && position == 0 => {
            "Parameter added to hold the object instance to invoke"
        }
        MemberKind::PropertySet => "Value used to set the Property",
        MemberKind::FieldSet => "Value used to set the Field",
        _ => "",
    }
}

fn result_text(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::Constructor => "Parameter added to hold the new object instance",
        MemberKind::Method => "Parameter added to hold the method return",
        MemberKind::PropertyGet => "Value of the Property",
        MemberKind::FieldGet => "Value of the Field",
        MemberKind::PropertySet | MemberKind::FieldSet => "",
    }
}

fn resource(resource: &Resource, imported: &str) -> String {
    let file = &resource.file;
    format!(
        " - Resource {file}: Resource was added when importing {imported}\n        Original Path: {file}\n"
    )
}

/// A name in C#, as the report shows it.
fn plain(name: &str) -> String {
    name.replace("global::", "").replace('@', "")
}
