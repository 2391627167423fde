//! Defaults of optional parameters as OutSystems expressions (TRANSLATION §7).

use super::plan::{Conversion, Mapping};
use super::{csharp, literal};
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

/// C# of the value itself, for a parameter of type `net`.
pub(super) fn code(value: &DefaultValue, net: &str) -> String {
    let constant = match value {
        DefaultValue::TypeDefault => return format!("default({net})"),
        DefaultValue::DateTime(ticks) => return format!("new System.DateTime({ticks}L)"),
        DefaultValue::Decimal {
            negative,
            digits,
            scale,
        } => {
            let [low, middle, high] = [0, 32, 64].map(|shift| (digits >> shift) as u32 as i32);
            return format!("new decimal({low}, {middle}, {high}, {negative}, {scale})");
        }
        DefaultValue::Constant(constant) => constant,
    };
    match constant {
        Constant::Null => format!("default({net})"),
        Constant::Boolean(value) => value.to_string(),
        Constant::Char(unit) => format!("'\\u{unit:04x}'"),
        Constant::String(units) => csharp::string_literal(units.iter().copied()),
        Constant::R4(value) => real(f64::from(*value), &value.to_string(), "float", "F"),
        Constant::R8(value) => real(*value, &value.to_string(), "double", "D"),
        integer => match (integer.as_integer(), net) {
            (Some(value), "int") => value.to_string(),
            (Some(value), _) if value < 0 => format!("({net}) ({value})"),
            (Some(value), _) => format!("({net}) {value}"),
            (None, _) => format!("default({net})"),
        },
    }
}

fn real(value: f64, digits: &str, name: &str, suffix: &str) -> String {
    match value {
        _ if value.is_nan() => format!("{name}.NaN"),
        f64::INFINITY => format!("{name}.PositiveInfinity"),
        f64::NEG_INFINITY => format!("{name}.NegativeInfinity"),
        _ => format!("{digits}{suffix}"),
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
        Constant::Char(unit) => text(&[*unit])?,
        Constant::String(units) => text(units)?,
        Constant::R4(value) => literal::single(*value)?,
        Constant::R8(value) => literal::double(*value)?,
        Constant::Null => literal::null(data_type)?.to_owned(),
        integer => {
            let value = integer.as_integer()?;
            number(value, data_type)?
        }
    })
}

/// `None` for half a character, and for the one that ends a text elsewhere.
fn text(units: &[u16]) -> Option<String> {
    let text = String::from_utf16(units).ok();
    text.filter(|text| !text.contains('\0'))
        .map(|text| literal::text(&text))
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
