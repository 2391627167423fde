//! Constants as C# writes them.

use super::DefaultValue;
use crate::metadata::Constant;
use std::fmt::{self, Display, Write};

/// Writes a C# literal, without the suffixes by which C# tells the integer types apart: where a constant
/// stands, its type stands, too.
impl Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Char(unit) => write_quoted(f, [*unit], '\''),
            Self::I1(value) => value.fmt(f),
            Self::U1(value) => value.fmt(f),
            Self::I2(value) => value.fmt(f),
            Self::U2(value) => value.fmt(f),
            Self::I4(value) => value.fmt(f),
            Self::U4(value) => value.fmt(f),
            Self::I8(value) => value.fmt(f),
            Self::U8(value) => value.fmt(f),
            Self::R4(value) => write_float(f, value, f64::from(*value), ("float", "f")),
            Self::R8(value) => write_float(f, value, *value, ("double", "")),
            Self::String(units) => write_quoted(f, units.iter().copied(), '"'),
            Self::Null => f.write_str("null"),
        }
    }
}

/// Writes the C# expression after the `=` of a parameter.
impl Display for DefaultValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Constant(constant) => constant.fmt(f),
            Self::Decimal {
                negative,
                digits,
                scale,
            } => {
                let scale = usize::from(*scale);
                let digits = format!("{digits:0>width$}", width = scale.saturating_add(1));
                let (whole, decimals) = digits.split_at(digits.len().saturating_sub(scale));
                let sign = if *negative { "-" } else { "" };
                let point = if scale > 0 { "." } else { "" };
                write!(f, "{sign}{whole}{point}{decimals}m")
            }
            Self::DateTime(ticks) => write!(f, "new System.DateTime({ticks})"),
            Self::TypeDefault => f.write_str("default"),
        }
    }
}

/// Text as a C# string literal.
pub(crate) struct Quoted<'t>(pub(crate) &'t str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_quoted(f, self.0.encode_utf16(), '"')
    }
}

fn write_quoted(
    f: &mut fmt::Formatter<'_>,
    units: impl IntoIterator<Item = u16>,
    quote: char,
) -> fmt::Result {
    f.write_char(quote)?;
    for character in char::decode_utf16(units) {
        match character {
            Ok('\n') => f.write_str("\\n")?,
            Ok('\r') => f.write_str("\\r")?,
            Ok('\t') => f.write_str("\\t")?,
            Ok('\0') => f.write_str("\\0")?,
            Ok(c) if c == '\\' || c == quote => write!(f, "\\{c}")?,
            Ok(c) if c.is_control() => write!(f, "\\u{:04x}", u32::from(c))?,
            Ok(c) => f.write_char(c)?,
            Err(lone) => write!(f, "\\u{:04x}", lone.unpaired_surrogate())?,
        }
    }
    f.write_char(quote)
}

/// The shortest digits that mean this very number; C# names those that have none.
fn write_float(
    f: &mut fmt::Formatter<'_>,
    value: impl fmt::Debug,
    wide: f64,
    (ty, suffix): (&str, &str),
) -> fmt::Result {
    if wide.is_nan() {
        write!(f, "{ty}.NaN")
    } else if wide.is_infinite() {
        let sign = if wide > 0.0 { "Positive" } else { "Negative" };
        write!(f, "{ty}.{sign}Infinity")
    } else {
        write!(f, "{value:?}{suffix}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_literals_of_csharp() {
        let units = "a\"b'\\\n\u{1b}é".encode_utf16().chain([0xd800]);
        for (constant, expected) in [
            (Constant::Boolean(true), "true"),
            (Constant::Char(0x27), r"'\''"),
            (Constant::I8(i64::MIN), "-9223372036854775808"),
            (Constant::R4(0.1), "0.1f"),
            (Constant::R8(1.0), "1.0"),
            (Constant::R8(f64::NEG_INFINITY), "double.NegativeInfinity"),
            (Constant::R4(f32::NAN), "float.NaN"),
            (
                Constant::String(units.collect()),
                r#""a\"b'\\\n\u001bé\ud800""#,
            ),
            (Constant::Null, "null"),
        ] {
            assert_eq!(constant.to_string(), expected);
        }
    }

    #[test]
    fn decimals_have_all_their_digits() {
        for (negative, digits, scale, expected) in [
            (false, 0, 0, "0m"),
            (true, 5, 3, "-0.005m"),
            (false, 1250, 2, "12.50m"),
        ] {
            let value = DefaultValue::Decimal {
                negative,
                digits,
                scale,
            };
            assert_eq!(value.to_string(), expected);
        }
    }
}
