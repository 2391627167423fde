use super::Assembly;
use crate::metadata::{Result, table};
use std::fmt;

/// The short form of a public key, which names the publisher of an assembly; `Display` writes it in hex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PublicKeyToken(pub [u8; 8]);

impl PublicKeyToken {
    /// The token of a public key: the last eight bytes of its SHA-1, in reverse (II.6.3).
    pub fn of(public_key: &[u8]) -> Self {
        let hash = sha1_smol::Sha1::from(public_key).digest().bytes();
        let mut token = [0; 8];
        for (byte, hash) in token.iter_mut().zip(hash.iter().rev()) {
            *byte = *hash;
        }
        Self(token)
    }
}

impl fmt::Display for PublicKeyToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Assembly<'_> {
    /// The token of its public key; `None` if it has no key, and so no strong name.
    ///
    /// # Errors
    /// If the key is damaged.
    pub fn public_key_token(&self) -> Result<Option<PublicKeyToken>> {
        let Some(manifest) = self.metadata().first::<table::Assembly>() else {
            return Ok(None);
        };
        let key = manifest.public_key()?.rest();
        Ok((!key.is_empty()).then(|| PublicKeyToken::of(key)))
    }
}

#[cfg(test)]
mod tests {
    use super::PublicKeyToken;

    #[test]
    fn the_standard_public_key_has_the_token_of_the_framework() {
        let mut key = [0; 16];
        key[8] = 4;
        assert_eq!(PublicKeyToken::of(&key).to_string(), "b77a5c561934e089");
    }
}
