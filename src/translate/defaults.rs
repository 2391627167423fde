//! Defaults of optional parameters as OutSystems expressions (TRANSLATION §7).

use super::literal;
use super::plan::{Conversion, Mapping};
use crate::clr::{DefaultValue, Type};
use crate::extension::DataType;
use crate::metadata::Constant;

/// The expression for `value`, or `None` where the platform's type cannot say it.
///
/// `enumeration` is the definition of the parameter's enum.
pub(super) fn expression(
    value: &DefaultValue,
    mapping: &Mapping,
    enumeration: Option<Type<'_>>,
) -> Option<String> {
    if let Some(definition) = enumeration {
        let number = match value {
            DefaultValue::Constant(Constant::Null) => {
                return literal::null(&mapping.data_type).map(str::to_owned);
            }
            DefaultValue::Constant(constant) => constant.as_integer()?,
            _ if matches!(mapping.conversion, Conversion::Nullable { .. }) => {
                return literal::null(&mapping.data_type).map(str::to_owned);
            }
            _ => 0,
        };
        if mapping.data_type != DataType::Text {
            return self::number(number, &mapping.data_type);
        }
        return Some(literal::text(&enum_text(definition, number)));
    }
    match value {
        _ if is_null(value) => literal::null(&mapping.data_type).map(str::to_owned),
        DefaultValue::Decimal {
            negative,
            digits,
            scale,
        } => literal::decimal(*digits, *scale, *negative),
        DefaultValue::DateTime(ticks) => literal::date_time(*ticks),
        DefaultValue::Constant(constant) => self::constant(constant, &mapping.data_type),
        DefaultValue::TypeDefault => None,
    }
}

/// Whether the default is null, or the default of a struct.
pub(super) fn is_null(value: &DefaultValue) -> bool {
    matches!(
        value,
        DefaultValue::Constant(Constant::Null)
            | DefaultValue::TypeDefault
            | DefaultValue::DateTime(0)
    )
}

fn constant(constant: &Constant, data_type: &DataType) -> Option<String> {
    Some(match constant {
        Constant::Boolean(value) => literal::boolean(*value).to_owned(),
        Constant::Char(0) => literal::text(""),
        Constant::Char(unit) => literal::text(&String::from_utf16_lossy(&[*unit])),
        Constant::String(units) => literal::text(&String::from_utf16_lossy(units)),
        Constant::R4(value) => literal::single(*value)?,
        Constant::R8(value) => literal::double(*value)?,
        Constant::Null => literal::null(data_type)?.to_owned(),
        integer => {
            let value = integer.as_integer()?;
            number(value, data_type)?
        }
    })
}

fn number(value: i128, data_type: &DataType) -> Option<String> {
    match data_type {
        DataType::Decimal => literal::decimal(value.unsigned_abs(), 0, value < 0),
        _ => Some(literal::integer(i64::try_from(value).ok()?)),
    }
}

/// The text of an enum's value: its name, the names of its flags, or the number.
fn enum_text(definition: Type<'_>, value: i128) -> String {
    let fields = definition.fields().filter_map(Result::ok);
    let members: Vec<(&str, i128)> = fields
        .filter(|field| field.is_literal())
        .filter_map(|field| Some((field.name().ok()?, field.constant().ok()??.as_integer()?)))
        .collect();
    if let Some((name, _)) = members.iter().find(|(_, known)| *known == value) {
        return (*name).to_owned();
    }
    let mut left = value;
    let mut flags = Vec::new();
    for (name, flag) in &members {
        if *flag != 0 && left & flag == *flag {
            left &= !flag;
            flags.push(*name);
        }
    }
    if left == 0 && !flags.is_empty() {
        flags.join(", ")
    } else {
        value.to_string()
    }
}
