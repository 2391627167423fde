use super::PublishError;
use std::time::Duration;
use ureq::tls::{PemItem, RootCerts, parse_pem};

/// How long things may take, and how often they are tried.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Time for a connection to be made.
    pub connect: Duration,
    /// Time for a request and its answer.
    pub request: Duration,
    /// Time for the upload.
    pub upload: Duration,
    /// How many times a request is repeated that the server was too busy for.
    pub retries: u32,
    /// Time before the first repetition; each next one waits twice as long, or as long as the server asks.
    pub backoff: Duration,
    /// The longest time before a repetition, whatever the server asks.
    pub longest_wait: Duration,
    /// Time between two looks at an operation.
    pub interval: Duration,
    /// Time for an operation to end.
    pub patience: Duration,
    /// Whose certificates are trusted; the public ones' where there are none.
    pub authorities: Option<Authorities>,
}

/// Authorities whose certificates are trusted, for instance that of a company's proxy.
#[derive(Clone, Debug)]
pub struct Authorities(pub(super) RootCerts);

impl Authorities {
    /// Reads their certificates, one after the other in PEM (RFC 7468).
    ///
    /// # Errors
    /// [`PublishError::Authorities`], also where there is none.
    pub fn parse(pem: &[u8]) -> Result<Self, PublishError> {
        let mut certificates = Vec::new();
        for item in parse_pem(pem) {
            match item {
                Ok(PemItem::Certificate(certificate)) => certificates.push(certificate),
                Ok(_) => {}
                Err(error) => return Err(PublishError::Authorities(error.to_string())),
            }
        }
        match certificates.is_empty() {
            true => Err(PublishError::Authorities("there is none".to_owned())),
            false => Ok(Self(RootCerts::new_with_certs(&certificates))),
        }
    }
}

impl Default for Settings {
    /// What suits the portal, which allows 100 requests a minute.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            request: Duration::from_secs(60),
            upload: Duration::from_secs(600),
            retries: 5,
            backoff: Duration::from_secs(1),
            longest_wait: Duration::from_secs(60),
            interval: Duration::from_secs(3),
            patience: Duration::from_secs(900),
            authorities: None,
        }
    }
}
