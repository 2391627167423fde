use crate::base64;
use serde::{Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;
use uuid::Uuid;

/// The key by which the platform knows an element: a GUID with a text form of its own.
///
/// `Display` and `FromStr` are that form, which `GlobalObjectKey.Parse` reads and a `.xif` has: 22
/// base64 digits of the bytes in .NET's order, with `_` for `/` and no padding.
///
/// ```
/// use dllift::extension::Key;
///
/// let key: Key = "FUGxLW6vYkWjkZwBRQ9O_Q".parse()?;
/// assert_eq!(key.guid().to_string(), "2db14115-af6e-4562-a391-9c01450f4efd");
/// assert_eq!(Key::from(key.guid()).to_string(), "FUGxLW6vYkWjkZwBRQ9O_Q");
/// # Ok::<(), dllift::extension::KeyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Uuid);

/// A text that is no [`Key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a key has 22 base64 digits, with _ for /")]
pub struct KeyError;

/// Digits of a key: 21 hold six bits, the last one the two that are left, at its high end.
const DIGITS: usize = 22;

impl Key {
    /// The key as a GUID.
    pub fn guid(self) -> Uuid {
        self.0
    }
}

impl From<Uuid> for Key {
    fn from(guid: Uuid) -> Self {
        Self(guid)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = u128::from_be_bytes(self.0.to_bytes_le());
        let sextets = (0..DIGITS - 1).map(|i| bits >> (122 - 6 * i));
        let digits =
            sextets
                .chain([bits << 4])
                .map(|sextet| match base64::digit((sextet & 0x3f) as u8) {
                    b'/' => '_',
                    digit => char::from(digit),
                });
        f.pad(&digits.collect::<String>())
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let digits: &[u8; DIGITS] = text.as_bytes().try_into().map_err(|_| KeyError)?;
        let (last, first) = digits.split_last().ok_or(KeyError)?;
        let sextet = |digit: u8| match digit {
            b'/' => Err(KeyError),
            b'_' => Ok(63),
            digit => base64::sextet(digit).ok_or(KeyError),
        };
        let mut bits = 0u128;
        for digit in first {
            bits = bits << 6 | u128::from(sextet(*digit)?);
        }
        let last = sextet(*last)?;
        if last & 0xf != 0 {
            return Err(KeyError);
        }
        bits = bits << 2 | u128::from(last >> 4);
        Ok(Self(Uuid::from_bytes_le(bits.to_be_bytes())))
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;
    use uuid::Uuid;

    #[test]
    fn text_is_that_of_a_published_extension() {
        let key = Key(Uuid::from_u128(0x2DB1_4115_AF6E_4562_A391_9C01_450F_4EFD));
        assert_eq!(key.to_string(), "FUGxLW6vYkWjkZwBRQ9O_Q");
    }

    #[test]
    fn every_key_goes_both_ways() {
        for bit in 0..128 {
            let key = Key(Uuid::from_u128(1 << bit));
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn other_texts_are_no_keys() {
        for text in [
            "",
            "FUGxLW6vYkWjkZwBRQ9O_",
            "FUGxLW6vYkWjkZwBRQ9O_QQ",
            "FUGxLW6vYkWjkZwBRQ9O/Q",
            "FUGxLW6vYkWjkZwBRQ9O_R",
            "FUGxLW6vYkWjkZwBRQ9O =",
            "FUGxLW6vYkWjkZwBRQ9\u{e9}",
        ] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
    }
}
