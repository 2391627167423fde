//! A portal on this machine, which answers as its published description says, or as a test wants it to.

use super::support::testdata;
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A request that came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Method and path: `GET /uploads`.
    pub(crate) line: String,
    /// By name in lower case.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// What a server does with a request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Status and JSON.
    Json(u16, String),
    /// Status and more header lines, without a body.
    Head(u16, String),
    /// Status 200 and a body that does not end.
    Endless,
    /// No answer, for a second.
    Nothing,
    /// The connection is closed at once.
    Close,
}

pub(crate) struct Server {
    /// `http://127.0.0.1:` and the port.
    pub(crate) root: String,
    received: Arc<Mutex<Vec<Received>>>,
}

type Script = BTreeMap<String, VecDeque<Reply>>;

const API: &str = "/api/external-libraries/v1";
pub(crate) const KEY: &str = "0d1c2b3a-1111-2222-3333-444455556666";

pub(crate) fn json(text: &str) -> Reply {
    Reply::Json(200, text.to_owned())
}

/// What the description says, for the portal at `root`.
fn described(root: &str) -> Script {
    let one = |reply| VecDeque::from([reply]);
    let operation = format!("GET {API}/generation-operations/{KEY}");
    let contents = r#"{
        "actions": [
            {"name": "Send", "changeType": "Updated", "iconBase64": "AA==", "parameters": [
                {"name": "Text", "dataType": "Text", "parameterType": "Input", "changeType": "Unchanged"},
                {"name": "Priority", "dataType": "Integer", "parameterType": "Input", "changeType": "Added"},
                {"name": "Mode", "dataType": "Text", "parameterType": "Input", "changeType": "Removed"}]},
            {"name": "Count", "changeType": "Unchanged", "parameters": []},
            {"name": "Gone", "changeType": "Removed", "parameters": []}],
        "structures": [
            {"name": "Order", "changeType": "Added", "attributes": [
                {"name": "Id", "dataType": "LongInteger", "changeType": "Added"}]}]}"#;
    BTreeMap::from([
        (
            "GET /identity/.well-known/openid-configuration".to_owned(),
            one(json(&format!(
                r#"{{"issuer": "x", "token_endpoint": "{root}/identity/token"}}"#
            ))),
        ),
        (
            "POST /identity/token".to_owned(),
            one(json(
                r#"{"access_token": "t0ken", "token_type": "Bearer", "expires_in": 43200}"#,
            )),
        ),
        (
            format!("GET {API}/uploads"),
            one(json(&format!(
                r#"{{"uploadUrl": "{root}/bucket/x?signature=1", "downloadUrl": "{root}/bucket/x"}}"#
            ))),
        ),
        (
            "PUT /bucket/x?signature=1".to_owned(),
            one(Reply::Head(200, String::new())),
        ),
        (
            format!("POST {API}/generation-operations"),
            one(Reply::Json(201, format!(r#"{{"operationKey": "{KEY}"}}"#))),
        ),
        (
            operation.clone(),
            VecDeque::from([
                json(r#"{"status": "Generating"}"#),
                json(r#"{"status": "Generating"}"#),
                json(
                    r#"{"status": "ReadyForReview", "libraryKey": "k", "libraryName": "Vendor", "isNewLibrary": false}"#,
                ),
            ]),
        ),
        (
            format!("{operation}/log-messages"),
            one(json(r#"{"validationMessages": []}"#)),
        ),
        (format!("{operation}/contents"), one(json(contents))),
    ])
}

impl Server {
    /// A portal that answers as described, but for `changes`: replies by the path's end, in order; the last one
    /// stays.
    pub(crate) fn start(changes: &[(&str, Vec<Reply>)]) -> Self {
        Self::with(changes, None)
    }

    /// A portal whose certificate the authority of `testdata/tls` gave.
    pub(crate) fn encrypted(changes: &[(&str, Vec<Reply>)]) -> Self {
        let [server, key] =
            ["server.pem", "server.key"].map(|name| testdata(&format!("tls/{name}")));
        let config = ServerConfig::builder_with_provider(default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![CertificateDer::from_pem_slice(&server).unwrap()],
                PrivateKeyDer::from_pem_slice(&key).unwrap(),
            );
        Self::with(changes, Some(Arc::new(config.unwrap())))
    }

    fn with(changes: &[(&str, Vec<Reply>)], tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let scheme = if tls.is_some() { "https" } else { "http" };
        let root = format!("{scheme}://{}", listener.local_addr().unwrap());
        let mut script = described(&root);
        for (end, replies) in changes {
            let line = script
                .keys()
                .find(|line| line.ends_with(end))
                .unwrap()
                .clone();
            script.insert(line, replies.iter().cloned().collect());
        }
        let received = Arc::new(Mutex::new(Vec::new()));
        let (script, seen) = (Arc::new(Mutex::new(script)), Arc::clone(&received));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (script, seen) = (Arc::clone(&script), Arc::clone(&seen));
                let tls = tls.clone();
                thread::spawn(move || match tls {
                    Some(tls) => {
                        let connection = ServerConnection::new(tls).unwrap();
                        answer(StreamOwned::new(connection, stream), &script, &seen);
                    }
                    None => answer(stream, &script, &seen),
                });
            }
        });
        Self { root, received }
    }

    /// What came, in order.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The requests that came, without the part of the path that all have.
    pub(crate) fn lines(&self) -> Vec<String> {
        let lines = self
            .received()
            .into_iter()
            .map(|of| of.line.replace(API, ""));
        lines.map(|line| line.replace(KEY, "KEY")).collect()
    }
}

fn answer(mut stream: impl Read + Write, script: &Mutex<Script>, seen: &Mutex<Vec<Received>>) {
    let Some(received) = read(&mut stream) else {
        return;
    };
    let reply = {
        let mut script = script.lock().unwrap();
        match script.get_mut(&received.line) {
            Some(replies) if replies.len() > 1 => replies.pop_front().unwrap(),
            Some(replies) => replies[0].clone(),
            None => Reply::Json(404, r#"{"title": "Not Found"}"#.to_owned()),
        }
    };
    seen.lock().unwrap().push(received);
    // Who asked may have gone away.
    let _ = match reply {
        Reply::Json(status, text) => {
            let length = text.len();
            write!(
                stream,
                "HTTP/1.1 {status} x\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{text}"
            )
        }
        Reply::Head(status, lines) => {
            write!(
                stream,
                "HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n{lines}\r\n"
            )
        }
        Reply::Endless => {
            let _ = write!(stream, "HTTP/1.1 200 x\r\nconnection: close\r\n\r\n[");
            while stream.write_all(&[b' '; 65536]).is_ok() {}
            Ok(())
        }
        Reply::Nothing => {
            thread::sleep(Duration::from_secs(1));
            Ok(())
        }
        Reply::Close => Ok(()),
    };
}

fn read(stream: &mut impl Read) -> Option<Received> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split(' ');
    let line = format!("{} {}", words.next()?, words.next()?);
    let mut headers = BTreeMap::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(':') else {
            break;
        };
        headers.insert(name.to_ascii_lowercase(), value.trim().to_owned());
    }
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Received {
        line,
        headers,
        body,
    })
}
