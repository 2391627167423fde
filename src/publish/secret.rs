use std::fmt;

/// Text that must not be seen: its `Debug` form does not show it, and it has no other.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// Who signs in: an API client of the portal.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// Its id.
    pub id: String,
    /// Its secret.
    pub secret: Secret,
}

impl Secret {
    /// Keeps `text` from being seen.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text, for who sends it.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    /// `text` without the secret, should somebody have written it there.
    pub(super) fn taken_from(&self, text: &str) -> String {
        match self.0.is_empty() {
            true => text.to_owned(),
            false => text.replace(&self.0, "…"),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Credentials, Secret};

    #[test]
    fn a_secret_is_not_shown() {
        let credentials = Credentials {
            id: "me".to_owned(),
            secret: Secret::new("hush".to_owned()),
        };
        assert!(!format!("{credentials:?} {credentials:#?}").contains("hush"));
        assert_eq!(credentials.secret.taken_from("it is hush!"), "it is …!");
        assert_eq!(
            Secret::new(String::new()).taken_from("as it is"),
            "as it is"
        );
    }
}
