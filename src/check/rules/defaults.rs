use super::boundary::{Carrier, Kind, Value};
use crate::check::finding::Findings;
use crate::clr::{DefaultValue, Parameter};
use crate::metadata::Constant;

/// 05026: a default value is a constant of a type that OutSystems knows, or null where that is a value.
pub(super) fn check(
    parameter: &Parameter<'_>,
    value: &Value<'_>,
    carrier: &Carrier<'_>,
    findings: &mut Findings,
) {
    let reason = match parameter.default_value() {
        Ok(None) => return,
        Ok(Some(default)) => unsupported(&default, parameter, value),
        Err(error) => Some(error.to_string()),
    };
    if let Some(reason) = reason {
        findings.add("05026", carrier.file, carrier.id, &[&carrier.name, &reason]);
    }
}

fn unsupported(
    default: &DefaultValue,
    parameter: &Parameter<'_>,
    value: &Value<'_>,
) -> Option<String> {
    let is_reference =
        value.is_nullable || value.is_list || matches!(value.kind, Kind::Text | Kind::BinaryData);
    match default {
        DefaultValue::Constant(Constant::Null) if is_reference => None,
        DefaultValue::Constant(Constant::Null) => match value.kind {
            // Their types are what is wrong.
            Kind::Unsupported | Kind::Asynchronous | Kind::Enum | Kind::Unknown => None,
            _ => Some(format!("default({}) is no constant", parameter.ty)),
        },
        DefaultValue::Constant(Constant::R4(number)) if !number.is_finite() => {
            Some(format!("{number} is no number to OutSystems"))
        }
        DefaultValue::Constant(Constant::R8(number)) if !number.is_finite() => {
            Some(format!("{number} is no number to OutSystems"))
        }
        DefaultValue::TypeDefault => Some("it is optional without a value".to_owned()),
        DefaultValue::Constant(_) | DefaultValue::Decimal { .. } | DefaultValue::DateTime(_) => {
            None
        }
    }
}
