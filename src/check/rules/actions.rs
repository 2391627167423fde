//! The methods of the interface: what they take and give.

use super::boundary::{Carrier, Kind, Value};
use super::structures::Structures;
use super::{SDK, defaults};
use crate::check::finding::{Findings, some_of};
use crate::check::library::Library;
use crate::clr::{CustomAttribute, DocId, Method, ParameterDirection};

/// A method that becomes an action.
pub(super) struct Action<'m> {
    pub(super) name: &'m str,
    pub(super) id: String,
    /// Names of its parameters, then that of its return value, if there is one.
    pub(super) parameters: Vec<String>,
    /// What it carries.
    pub(super) values: Vec<Value<'m>>,
}

/// 05015 to 05017, 05024, 05026 and DL7104: every method, and what is no method.
pub(super) fn check<'m>(library: &Library<'m>, findings: &mut Findings) -> Vec<Action<'m>> {
    let interface = library.interface;
    let file = library.file(library.assembly());
    let mut other = |id: String, name: &str, what: &str| {
        findings.add("DL7104", file, &id, &[name, what]);
    };
    for property in interface.properties().flatten() {
        let name = property.name().unwrap_or_default();
        other(DocId(&property).to_string(), name, "a property");
    }
    for event in interface.events().flatten() {
        let name = event.name().unwrap_or_default();
        other(DocId(&event).to_string(), name, "an event");
    }
    let mut actions = Vec::new();
    for method in interface.methods() {
        let method = match method {
            Ok(method) => method,
            Err(error) => {
                findings.add("DL7020", file, "", &[file, &error.to_string()]);
                continue;
            }
        };
        let (id, name) = (
            DocId(&method).to_string(),
            method.name().unwrap_or_default(),
        );
        if method.is_static() {
            findings.add("DL7104", file, &id, &[name, "a static method"]);
        } else if !method.is_special_name() {
            if method.generic_params().next().is_some() {
                findings.add("DL7104", file, &id, &[name, "a generic method"]);
            }
            actions.extend(action(library, method, name, id, findings));
        }
    }
    actions
}

fn action<'m>(
    library: &Library<'m>,
    method: Method<'m>,
    name: &'m str,
    id: String,
    findings: &mut Findings,
) -> Option<Action<'m>> {
    let file = library.file(library.assembly());
    let signature = match method.signature() {
        Ok(signature) => signature,
        Err(error) => {
            findings.add("DL7020", file, &id, &[file, &error.to_string()]);
            return None;
        }
    };
    let (mut parameters, mut values) = (Vec::new(), Vec::new());
    for parameter in &signature.parameters {
        let shown = format!("{} of {name}", parameter.name);
        let reference = match parameter.direction() {
            ParameterDirection::Ref => Some("ref"),
            ParameterDirection::In => Some("in"),
            ParameterDirection::Value | ParameterDirection::Out => None,
        };
        if let Some(keyword) = reference {
            findings.add("05016", file, &id, &[&shown, keyword]);
        }
        let mut attributes = parameter.custom_attributes();
        let attribute = attributes.find(|of| of.is(SDK, "OSParameterAttribute"));
        let carrier = Carrier {
            name: format!("the parameter {shown}"),
            file,
            id: &id,
            data_type: number_of(library, attribute, "DataType"),
        };
        let ty = parameter.ty.target();
        let value = Value::of(library, ty);
        value.check(ty, &carrier, findings);
        defaults::check(parameter, &value, &carrier, findings);
        parameters.push(parameter.name.to_owned());
        values.push(value);
    }
    if !signature.return_type.is_void() {
        let mut attributes = method.custom_attributes();
        let attribute = attributes.find(|of| of.is(SDK, "OSActionAttribute"));
        let carrier = Carrier {
            name: format!("the return value of {name}"),
            file,
            id: &id,
            data_type: number_of(library, attribute, "ReturnType"),
        };
        let value = Value::of(library, &signature.return_type);
        value.check(&signature.return_type, &carrier, findings);
        let given = attribute.and_then(|of| text_of(of, "ReturnName"));
        parameters.push(given.unwrap_or(name).to_owned());
        values.push(value);
    }
    Some(Action {
        name,
        id,
        parameters,
        values,
    })
}

/// The number that an attribute gives the property `name`; 0 where it gives none.
pub(super) fn number_of<'m>(
    library: &Library<'m>,
    attribute: Option<CustomAttribute<'m>>,
    name: &str,
) -> i128 {
    let value = attribute.and_then(|of| of.value(Some(library.set())).ok());
    let argument = value.as_ref().and_then(|value| value.named(name));
    argument
        .and_then(|number| number.as_integer())
        .unwrap_or_default()
}

/// The text that an attribute gives the property `name`, if it gives one that is not empty.
pub(super) fn text_of<'m>(attribute: CustomAttribute<'m>, name: &str) -> Option<&'m str> {
    let value = attribute.value(None).ok()?;
    let text = value.named(name).and_then(|text| text.as_str());
    text.filter(|text| !text.is_empty())
}

/// DL7105: the actions that carry files or lists, themselves or in a structure.
pub(super) fn check_payload(
    library: &Library<'_>,
    actions: &[Action<'_>],
    structures: &Structures<'_>,
    findings: &mut Findings,
) {
    let is_large = |value: &Value<'_>| {
        value.is_large() || matches!(value.kind, Kind::Structure(ty) if structures.are_large(ty))
    };
    let large = actions
        .iter()
        .filter(|action| action.values.iter().any(is_large));
    let names: Vec<_> = large.map(|action| action.name).collect();
    if !names.is_empty() {
        let file = library.file(library.assembly());
        let id = DocId(&library.interface).to_string();
        let count = match names.len() {
            1 => "1 action".to_owned(),
            many => format!("{many} actions"),
        };
        findings.add("DL7105", file, &id, &[&count, &some_of(&names)]);
    }
}
