//! One request and its answer: repeated where the server is busy, bounded in time and size.

use super::{Authorities, PublishError, Secret, Settings};
use serde::de::DeserializeOwned;
use std::io::ErrorKind;
use std::thread::sleep;
use std::time::Duration;
use ureq::http::Response;
use ureq::http::header::RETRY_AFTER;
use ureq::tls::TlsConfig;
use ureq::{Agent, Body, Error};

/// Bytes of an answer that are read; the largest have an icon for each action.
const MOST: u64 = 1 << 24;

/// Characters of what a server says that are shown.
const SAID: usize = 300;

/// What is sent, and to where.
pub(super) struct Request<'a> {
    /// What it is for, in the words of an error.
    pub(super) what: &'static str,
    pub(super) url: &'a str,
    pub(super) send: Send<'a>,
    /// What lets it in.
    pub(super) token: Option<&'a Secret>,
}

/// Method and content of a request.
pub(super) enum Send<'a> {
    Get,
    PostForm(&'a [(&'a str, &'a str)]),
    PostJson(Vec<u8>),
    PutFile(&'a [u8]),
}

/// Sends requests.
#[derive(Debug)]
pub(super) struct Transport {
    agent: Agent,
    settings: Settings,
    /// What must not be shown although a server says it.
    secrets: Vec<Secret>,
}

impl Transport {
    pub(super) fn new(settings: Settings) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(settings.connect))
            .user_agent(concat!("dllift/", env!("CARGO_PKG_VERSION")));
        let mut tls = TlsConfig::builder();
        if let Some(Authorities(roots)) = &settings.authorities {
            tls = tls.root_certs(roots.clone());
        }
        let config = config.tls_config(tls.build());
        Self {
            agent: config.build().into(),
            settings,
            secrets: Vec::new(),
        }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Keeps `secret` out of everything that is shown.
    pub(super) fn hide(&mut self, secret: &Secret) {
        self.secrets.push(secret.clone());
    }

    /// Sends `request` and reads its answer as JSON.
    pub(super) fn json<T: DeserializeOwned>(
        &self,
        request: &Request<'_>,
    ) -> Result<T, PublishError> {
        let body = self.send(request)?;
        serde_json::from_slice(&body).map_err(|error| PublishError::BadAnswer {
            what: request.what,
            reason: self.shown(&error.to_string()),
        })
    }

    /// Sends `request`, again where the server is too busy, and reads its answer.
    pub(super) fn send(&self, request: &Request<'_>) -> Result<Vec<u8>, PublishError> {
        let what = request.what;
        let mut attempt = 0;
        loop {
            let is_last = attempt >= self.settings.retries;
            let asked = match self.once(request) {
                Ok(response) => {
                    let status = response.status().as_u16();
                    match status {
                        200..=299 => return self.body(response, what),
                        300..=399 => return Err(PublishError::Redirected { what }),
                        429 | 500..=599 if !is_last => retry_after(&response),
                        _ => {
                            let body = self.body(response, what).unwrap_or_default();
                            let said = self.said(&body);
                            return Err(PublishError::Refused { what, status, said });
                        }
                    }
                }
                // What was sent may have been heard: only what can be said twice is said again.
                Err(error) if !is_last && request.send.is_repeatable() && is_passing(&error) => {
                    None
                }
                Err(error) => {
                    let reason = self.shown(&reason(&error));
                    return Err(PublishError::Unreachable { what, reason });
                }
            };
            sleep(self.pause(attempt, asked));
            attempt = attempt.saturating_add(1);
        }
    }

    fn once(&self, request: &Request<'_>) -> Result<Response<Body>, Error> {
        let Request {
            url, send, token, ..
        } = request;
        let authorization = token.map(|token| format!("Bearer {}", token.reveal()));
        let timeout = match send {
            Send::PutFile(_) => self.settings.upload,
            _ => self.settings.request,
        };
        macro_rules! prepared {
            ($method:ident) => {{
                let request = self.agent.$method(*url);
                let request = request.config().timeout_global(Some(timeout)).build();
                match &authorization {
                    Some(value) => request.header("Authorization", value),
                    None => request,
                }
            }};
        }
        match send {
            Send::Get => prepared!(get).call(),
            Send::PostForm(fields) => prepared!(post).send_form(fields.iter().copied()),
            Send::PostJson(json) => prepared!(post)
                .content_type("application/json")
                .send(json.as_slice()),
            Send::PutFile(bytes) => prepared!(put).send(*bytes),
        }
    }

    fn body(
        &self,
        mut response: Response<Body>,
        what: &'static str,
    ) -> Result<Vec<u8>, PublishError> {
        let body = response.body_mut().with_config().limit(MOST).read_to_vec();
        body.map_err(|error| PublishError::BadAnswer {
            what,
            reason: match error {
                Error::BodyExceedsLimit(_) => format!("it has more than {MOST} bytes"),
                error => self.shown(&reason(&error)),
            },
        })
    }

    /// How long to wait before the next attempt.
    fn pause(&self, attempt: u32, asked: Option<Duration>) -> Duration {
        let factor = 2u32.saturating_pow(attempt);
        let own = self.settings.backoff.saturating_mul(factor);
        asked.unwrap_or(own).min(self.settings.longest_wait)
    }

    /// What an answer says in words: a field of a JSON object (RFC 9457, RFC 6749), or short text.
    fn said(&self, body: &[u8]) -> String {
        const FIELDS: [&str; 5] = ["detail", "error_description", "message", "title", "error"];
        let json: Option<serde_json::Value> = serde_json::from_slice(body).ok();
        let text = match &json {
            Some(json) => FIELDS.iter().find_map(|field| json.get(field)?.as_str()),
            None => std::str::from_utf8(body)
                .ok()
                .filter(|text| !text.contains('<')),
        };
        self.shown(text.unwrap_or_default().trim())
    }

    /// `text` without secrets, and not too long.
    fn shown(&self, text: &str) -> String {
        let hidden = self.secrets.iter();
        let text = hidden.fold(text.to_owned(), |text, secret| secret.taken_from(&text));
        text.chars().take(SAID).collect()
    }
}

impl Send<'_> {
    /// Whether it does the same when it is done twice.
    fn is_repeatable(&self) -> bool {
        !matches!(self, Self::PostJson(_))
    }
}

/// How long the server asks to wait: whole seconds; a date is not looked at.
fn retry_after(response: &Response<Body>) -> Option<Duration> {
    let seconds = response.headers().get(RETRY_AFTER)?.to_str().ok()?;
    seconds.trim().parse().ok().map(Duration::from_secs)
}

/// Whether it may go better the next time.
fn is_passing(error: &Error) -> bool {
    matches!(
        error,
        Error::Io(_) | Error::Timeout(_) | Error::ConnectionFailed | Error::Protocol(_)
    )
}

/// Why there is no answer, without the address, which can hold a signature.
fn reason(error: &Error) -> String {
    match error {
        Error::BadUri(_) => "it is no address".to_owned(),
        Error::Timeout(_) => "it took too long".to_owned(),
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            "nobody listens there".to_owned()
        }
        error => error.to_string(),
    }
}
