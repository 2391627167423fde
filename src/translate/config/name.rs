use crate::translate::mapper::NAME;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A name that OutSystems takes: `[A-Za-z][A-Za-z0-9_]*`, at most 50 characters (TRANSLATION §9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "cli",
    derive(schemars::JsonSchema),
    schemars(extend("pattern" = "^[A-Za-z][A-Za-z0-9_]{0,49}$"))
)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let starts = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if !starts || !name.chars().all(is_plain) {
            return Err(format!(
                "`{name}` is no OutSystems name: a letter, then letters, digits and underscores"
            ));
        }
        if name.len() > NAME {
            return Err(format!("`{name}` has more than {NAME} characters"));
        }
        Ok(Self(name))
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn only_what_outsystems_takes_is_a_name() {
        let is_name = |text: &str| Name::try_from(text.to_owned()).is_ok();
        for name in ["A", "loan_2", &"A".repeat(50)] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "_a", "2", "a b", "é", &"A".repeat(51)] {
            assert!(!is_name(name), "{name}");
        }
    }
}
