//! OutSystems expression literals, for the default values of parameters and attributes.
//!
//! A function that returns an `Option` gives `None` for a value outside of the platform's type.

use crate::extension::DataType;

/// `True` or `False`.
pub fn boolean(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

/// An Integer or Long Integer.
pub fn integer(value: i64) -> String {
    value.to_string()
}

/// A Text: in quotation marks, with those inside doubled and line breaks as `NewLine()`.
///
/// ```
/// use dllift::translate::literal;
///
/// assert_eq!(literal::text(r#"a "b""#), r#""a ""b""""#);
/// assert_eq!(literal::text("a\r\nb"), r#""a" + NewLine() + "b""#);
/// ```
pub fn text(value: &str) -> String {
    let value = value.replace("\r\n", "\n");
    let mut terms = Vec::new();
    for (index, line) in value.split(['\n', '\r']).enumerate() {
        if index > 0 {
            terms.push("NewLine()".to_owned());
        }
        if !line.is_empty() {
            terms.push(format!("\"{}\"", line.replace('"', "\"\"")));
        }
    }
    if terms.is_empty() {
        terms.push("\"\"".to_owned());
    }
    terms.join(" + ")
}

/// The decimals that the platform keeps of a Decimal.
const DECIMALS: usize = 8;

/// The units of the last decimal in 1.
const UNITS: u128 = 100_000_000;

/// The greatest integral part of a Decimal, which is a `System.Decimal`.
const MAX_INTEGRAL: u128 = (1 << 96) - 1;

/// A Decimal from a `double`: the shortest decimal number that reads back as `value`, written without
/// exponent and rounded, half away from zero, to the 8 decimals that the platform keeps; `None` where that leaves
/// less than six digits of more.
pub fn double(value: f64) -> Option<String> {
    decimal_from_digits(&value.to_string())
}

/// A Decimal from a `float`; as [`double`], but shortest among the `float`s.
pub fn single(value: f32) -> Option<String> {
    decimal_from_digits(&value.to_string())
}

/// A Decimal from the parts of a `System.Decimal`, `mantissa / 10^scale`, rounded as in [`double`].
///
/// `None` as there, and if the parts make no `System.Decimal`: more than 96 bits, or a scale above 28.
pub fn decimal(mantissa: u128, scale: u8, negative: bool) -> Option<String> {
    const MAX_SCALE: u8 = 28;
    if mantissa > MAX_INTEGRAL || scale > MAX_SCALE {
        return None;
    }
    let power = 10_u128.checked_pow(scale.into())?;
    let units = if power <= UNITS {
        mantissa.checked_mul(UNITS / power)?
    } else {
        let divisor = power / UNITS;
        let units = mantissa.checked_add(divisor / 2)? / divisor;
        is_close(units, mantissa.is_multiple_of(divisor)).then_some(units)?
    };
    Some(decimal_from_units(units, negative))
}

/// From a number as Rust writes it, which has no exponent: `-12.5`.
fn decimal_from_digits(number: &str) -> Option<String> {
    let (negative, magnitude) = match number.strip_prefix('-') {
        Some(magnitude) => (true, magnitude),
        None => (false, number),
    };
    let (integral, fraction) = magnitude.split_once('.').unwrap_or((magnitude, ""));
    let integral: u128 = integral.parse().ok()?;
    let zeros = std::iter::repeat('0');
    let kept: String = fraction.chars().chain(zeros).take(DECIMALS).collect();
    let up = fraction.as_bytes().get(DECIMALS) >= Some(&b'5');
    let units = integral
        .checked_mul(UNITS)?
        .checked_add(kept.parse().ok()?)?
        .checked_add(up.into())?;
    is_close(units, fraction.len() <= DECIMALS).then_some(())?;
    (units <= MAX_INTEGRAL * UNITS).then(|| decimal_from_units(units, negative))
}

/// Whether a value that was rounded to these units is still about what it was: it has six digits, or all.
fn is_close(units: u128, is_exact: bool) -> bool {
    const DIGITS: u128 = 100_000;
    is_exact || units >= DIGITS
}

/// The decimal point stays even in whole numbers: without it the literal would be an Integer, and
/// Integers end earlier.
fn decimal_from_units(units: u128, negative: bool) -> String {
    let sign = if negative && units > 0 { "-" } else { "" };
    let fraction = format!("{:0DECIMALS$}", units % UNITS);
    let fraction = fraction.trim_end_matches('0');
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    format!("{sign}{}.{fraction}", units / UNITS)
}

/// A Date Time from the ticks of a `System.DateTime`, to the second: `#2026-01-31 13:45:00#`.
///
/// The platform's null, 1900-01-01 00:00, is `NullDate()`; `None` for what is before it or after the
/// platform's last day, 3000-12-31.
pub fn date_time(ticks: i64) -> Option<String> {
    let moment = Moment::from_ticks(ticks)?;
    Some(match moment.is_null() {
        true => NULL_DATE.to_owned(),
        false => format!("#{} {}#", moment.date(), moment.time()),
    })
}

/// A Date from the ticks of a `System.DateTime`, as [`date_time`]: `#2026-01-31#`.
pub fn date(ticks: i64) -> Option<String> {
    let moment = Moment::from_ticks(ticks)?;
    Some(match moment.is_null() {
        true => NULL_DATE.to_owned(),
        false => format!("#{}#", moment.date()),
    })
}

/// The literal of a type's null value; `None` for structures and lists, which have no literals.
pub fn null(data_type: &DataType) -> Option<&'static str> {
    match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => Some("\"\""),
        DataType::Integer | DataType::LongInteger => Some("0"),
        DataType::Decimal | DataType::Currency => Some("0.0"),
        DataType::Boolean => Some("False"),
        DataType::DateTime | DataType::Date => Some(NULL_DATE),
        DataType::Time => Some("#00:00:00#"),
        DataType::BinaryData => Some("NullBinary()"),
        DataType::Object => Some("NullObject()"),
        DataType::Structure { .. } | DataType::List { .. } => None,
    }
}

const NULL_DATE: &str = "NullDate()";

/// 1900-01-01, the platform's first day.
const NULL_DAY: i64 = 693_595;

/// A second of the proleptic Gregorian calendar, as days since 0001-01-01 and seconds of the day.
struct Moment {
    day: i64,
    second: i64,
}

impl Moment {
    fn from_ticks(ticks: i64) -> Option<Self> {
        const TICKS_PER_SECOND: i64 = 10_000_000;
        const SECONDS_PER_DAY: i64 = 86_400;
        /// 3001-01-01, the day after the platform's last.
        const END: i64 = 1_095_727;
        let seconds = ticks.div_euclid(TICKS_PER_SECOND);
        let moment = Self {
            day: seconds.div_euclid(SECONDS_PER_DAY),
            second: seconds.rem_euclid(SECONDS_PER_DAY),
        };
        (NULL_DAY..END).contains(&moment.day).then_some(moment)
    }

    fn is_null(&self) -> bool {
        self.day == NULL_DAY && self.second == 0
    }

    /// `2026-01-31`.
    fn date(&self) -> String {
        const DAYS_PER_400_YEARS: i64 = 146_097;
        // Years that begin in March have their leap day at the end, and months whose first days follow
        // from one linear formula; 306 is the day of January 1 in such a year.
        let day = self.day + 306;
        let era = day / DAYS_PER_400_YEARS;
        let day = day % DAYS_PER_400_YEARS;
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let march = (5 * day + 2) / 153;
        let day = day - (153 * march + 2) / 5 + 1;
        let (month, carry) = if march < 10 {
            (march + 3, 0)
        } else {
            (march - 9, 1)
        };
        format!("{:04}-{month:02}-{day:02}", 400 * era + year + carry)
    }

    /// `13:45:00`.
    fn time(&self) -> String {
        let (minutes, second) = (self.second / 60, self.second % 60);
        format!("{:02}:{:02}:{second:02}", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted() {
        for (value, literal) in [
            ("", r#""""#),
            ("a", r#""a""#),
            ("\"", r#""""""#),
            ("\\n", r#""\n""#),
            (
                "a\nb\rc\r\nd",
                r#""a" + NewLine() + "b" + NewLine() + "c" + NewLine() + "d""#,
            ),
            ("\n", "NewLine()"),
            ("\n\n", "NewLine() + NewLine()"),
            ("a\n", r#""a" + NewLine()"#),
        ] {
            assert_eq!(text(value), literal, "{value:?}");
        }
    }

    #[test]
    fn integers_and_booleans() {
        assert_eq!(integer(i64::MIN), "-9223372036854775808");
        assert_eq!(integer(0), "0");
        assert_eq!(boolean(true), "True");
        assert_eq!(boolean(false), "False");
    }

    #[test]
    fn doubles_are_written_without_exponent() {
        for (value, literal) in [
            (0.0, "0.0"),
            (-0.0, "0.0"),
            (1.0, "1.0"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (1.0 / 3.0, "0.33333333"),
            (2.0 / 3.0, "0.66666667"),
            (0.999_999_999, "1.0"),
            (0.001_234_567_891, "0.00123457"),
            (0.000_000_05, "0.00000005"),
            (1e20, "100000000000000000000.0"),
            (7.9e28, "79000000000000000000000000000.0"),
            (123_456_789.123_456_78, "123456789.12345678"),
        ] {
            assert_eq!(double(value).as_deref(), Some(literal));
        }
        for value in [
            8e28,
            -8e28,
            f64::MAX,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            0.000_123_456_789,
            0.000_000_005,
            -0.000_000_004_9,
            1e-300,
        ] {
            assert_eq!(double(value), None, "{value}");
        }
    }

    #[test]
    fn floats_are_as_short_as_floats() {
        assert_eq!(single(0.1).as_deref(), Some("0.1"));
        assert_eq!(single(f32::MAX), None);
    }

    #[test]
    fn decimals_keep_eight_decimals() {
        let max = MAX_INTEGRAL;
        for (mantissa, scale, negative, literal) in [
            (0, 0, true, "0.0"),
            (15, 1, true, "-1.5"),
            (100, 2, false, "1.0"),
            (123_456_789, 9, false, "0.12345679"),
            (123_456_784, 9, false, "0.12345678"),
            (max, 0, false, "79228162514264337593543950335.0"),
            (max, 28, false, "7.92281625"),
        ] {
            assert_eq!(decimal(mantissa, scale, negative).as_deref(), Some(literal));
        }
        assert_eq!(decimal(max + 1, 0, false), None);
        assert_eq!(decimal(u128::MAX, 28, false), None);
        assert_eq!(decimal(1, 29, false), None);
        assert_eq!(decimal(1, 28, true), None);
    }

    const DAY: i64 = 864_000_000_000;

    #[test]
    fn dates_follow_the_calendar() {
        for (day, literal) in [
            (693_596, "#1900-01-02#"),
            (730_119, "#2000-01-01#"),
            (730_178, "#2000-02-29#"),
            (730_179, "#2000-03-01#"),
            (739_646, "#2026-01-31#"),
            (766_702, "#2100-02-28#"),
            (766_703, "#2100-03-01#"),
            (1_095_726, "#3000-12-31#"),
        ] {
            assert_eq!(date(day * DAY).as_deref(), Some(literal));
        }
    }

    #[test]
    fn date_times_have_seconds() {
        let time = (13 * 60 + 45) * 60 * 10_000_000 + 9_999_999;
        let literal = date_time(739_646 * DAY + time);
        assert_eq!(literal.as_deref(), Some("#2026-01-31 13:45:00#"));
    }

    #[test]
    fn dates_out_of_range() {
        let null = Some("NullDate()");
        assert_eq!(date_time(599_266_080_000_000_000).as_deref(), null);
        assert_eq!(date(599_266_080_000_000_000).as_deref(), null);
        let first = date_time(599_266_080_000_000_000 + 10_000_000);
        assert_eq!(first.as_deref(), Some("#1900-01-01 00:00:01#"));
        for ticks in [
            0,
            599_266_079_999_999_999,
            -1,
            i64::MIN,
            1_095_727 * DAY,
            3_155_378_975_999_999_999,
            i64::MAX,
        ] {
            assert_eq!(date_time(ticks), None, "{ticks}");
        }
    }

    #[test]
    fn nulls_are_literals_of_their_type() {
        assert_eq!(null(&DataType::Decimal), double(0.0).as_deref());
        assert_eq!(null(&DataType::Text), Some(text("").as_str()));
        assert_eq!(
            null(&DataType::DateTime),
            date_time(599_266_080_000_000_000).as_deref()
        );
        assert_eq!(null(&DataType::structure("Loan")), None);
        assert_eq!(null(&DataType::Text.into_list()), None);
    }
}
