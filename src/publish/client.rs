use super::answers::{
    Contents, Created, Discovery, LogMessages, Operation, OperationStatus, Token, Upload,
    ValidationMessage,
};
use super::transport::{Request, Send, Transport};
use super::{Credentials, Portal, PublishError, Secret, Settings};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::thread::sleep;
use std::time::Instant;

const DISCOVERY: &str = "/identity/.well-known/openid-configuration";
const API: &str = "/api/external-libraries/v1";

/// Names an operation, also for a later run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OperationKey(String);

impl OperationKey {
    /// Reads a key.
    ///
    /// # Errors
    /// [`PublishError::Key`], where it has other characters than letters, digits and hyphens, which would change
    /// the address that it becomes a part of.
    pub fn parse(text: &str) -> Result<Self, PublishError> {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if text.is_empty() || text.len() > 64 || !text.chars().all(is_plain) {
            return Err(PublishError::Key(text.chars().take(64).collect()));
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for OperationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Somebody who is signed in to a portal.
#[derive(Debug)]
pub struct Client {
    portal: Portal,
    transport: Transport,
    token: Secret,
}

impl Client {
    /// Signs in to `portal` (OpenID Connect Discovery 1.0; RFC 6749, 4.4).
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn sign_in(
        portal: Portal,
        credentials: &Credentials,
        settings: Settings,
    ) -> Result<Self, PublishError> {
        let mut transport = Transport::new(settings);
        transport.hide(&credentials.secret);
        let discovery: Discovery = transport.json(&Request {
            what: "looking for the sign-in of the portal",
            url: &portal.at(DISCOVERY),
            send: Send::Get,
            token: None,
        })?;
        portal.check(&discovery.token_endpoint, "the sign-in")?;
        let token: Token = transport.json(&Request {
            what: "signing in",
            url: &discovery.token_endpoint,
            send: Send::PostForm(&[
                ("grant_type", "client_credentials"),
                ("client_id", &credentials.id),
                ("client_secret", credentials.secret.reveal()),
            ]),
            token: None,
        })?;
        let token = Secret::new(token.access_token);
        transport.hide(&token);
        Ok(Self {
            portal,
            transport,
            token,
        })
    }

    /// Uploads the package `file_name` with these bytes and starts to make a library of it.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn start(&self, file_name: &str, package: &[u8]) -> Result<OperationKey, PublishError> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Body<'a> {
            file_name: &'a str,
            high_code_binary_uri: &'a str,
        }

        let upload: Upload = self.ask("asking for a place to upload to", "/uploads", Send::Get)?;
        self.portal.check(&upload.upload_url, "the upload")?;
        // Its address says who may write there: the token is not for that server.
        self.transport.send(&Request {
            what: "uploading",
            url: &upload.upload_url,
            send: Send::PutFile(package),
            token: None,
        })?;
        let what = "starting the operation";
        let body = serde_json::to_vec(&Body {
            file_name,
            high_code_binary_uri: &upload.download_url,
        });
        let body = body.map_err(|error| PublishError::BadAnswer {
            what,
            reason: error.to_string(),
        })?;
        let created: Created = self.ask(what, "/generation-operations", Send::PostJson(body))?;
        OperationKey::parse(&created.operation_key)
    }

    /// Waits until the operation ends, and tells `progress` each new status.
    ///
    /// # Errors
    /// [`PublishError`]; the operation goes on in the portal, and can be waited for again.
    pub fn wait(
        &self,
        key: &OperationKey,
        mut progress: impl FnMut(&OperationStatus),
    ) -> Result<Operation, PublishError> {
        let started = Instant::now();
        let settings = self.transport.settings();
        let mut last = None;
        loop {
            let operation: Operation = self.of_operation("looking at the operation", key, "")?;
            let status = &operation.status;
            if last.as_ref() != Some(status) {
                progress(status);
                last = Some(status.clone());
            }
            if let OperationStatus::Other(status) = status {
                let (key, status) = (key.clone(), status.clone());
                return Err(PublishError::UnknownStatus { key, status });
            }
            if !status.is_under_way() {
                return Ok(operation);
            }
            if started.elapsed() >= settings.patience {
                let (key, status) = (key.clone(), status.clone());
                return Err(PublishError::NotEnded { key, status });
            }
            sleep(settings.interval);
        }
    }

    /// What the portal found in the package.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn messages(&self, key: &OperationKey) -> Result<Vec<ValidationMessage>, PublishError> {
        let what = "asking for the messages";
        let messages: LogMessages = self.of_operation(what, key, "/log-messages")?;
        Ok(messages.validation_messages)
    }

    /// What is in the library, and what changed.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn contents(&self, key: &OperationKey) -> Result<Contents, PublishError> {
        self.of_operation("asking for the contents", key, "/contents")
    }

    fn of_operation<T: DeserializeOwned>(
        &self,
        what: &'static str,
        key: &OperationKey,
        part: &str,
    ) -> Result<T, PublishError> {
        let path = format!("/generation-operations/{key}{part}");
        self.ask(what, &path, Send::Get)
    }

    fn ask<T: DeserializeOwned>(
        &self,
        what: &'static str,
        path: &str,
        send: Send<'_>,
    ) -> Result<T, PublishError> {
        self.transport.json(&Request {
            what,
            url: &self.portal.at(&format!("{API}{path}")),
            send,
            token: Some(&self.token),
        })
    }
}
