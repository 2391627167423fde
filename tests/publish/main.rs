//! Publishing, against a portal on this machine: the way through, and what servers do wrong.
#![cfg(feature = "cli")]

mod server;
#[path = "../support/mod.rs"]
mod support;

use dllift::emit::package::pack;
use dllift::publish::{
    Authorities, Change, Client, Contents, Credentials, OperationKey, OperationStatus, Portal,
    PublishError, Secret, Settings,
};
use server::{KEY, Reply, Server, json};
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use support::{Place, testdata};

/// Short times, so that waiting takes none.
fn settings() -> Settings {
    Settings {
        connect: Duration::from_secs(5),
        request: Duration::from_millis(400),
        upload: Duration::from_secs(5),
        retries: 2,
        backoff: Duration::from_millis(1),
        longest_wait: Duration::from_millis(20),
        interval: Duration::from_millis(1),
        patience: Duration::from_millis(100),
        authorities: None,
    }
}

fn sign_in(server: &Server) -> Result<Client, PublishError> {
    sign_in_with(server, settings())
}

fn sign_in_with(server: &Server, settings: Settings) -> Result<Client, PublishError> {
    let credentials = Credentials {
        id: "me & you".to_owned(),
        secret: Secret::new("hu$h=hush".to_owned()),
    };
    Client::sign_in(Portal::parse(&server.root).unwrap(), &credentials, settings)
}

/// The whole way with the package `bytes`: the statuses on it, and what is in the library.
fn publish(
    server: &Server,
    bytes: &[u8],
) -> Result<(Vec<OperationStatus>, Contents), PublishError> {
    let client = sign_in(server)?;
    let key = client.start("Vendor.zip", bytes)?;
    let mut statuses = Vec::new();
    client.wait(&key, |status| statuses.push(status.clone()))?;
    client.messages(&key)?;
    Ok((statuses, client.contents(&key)?))
}

/// The error of a portal that answers as `changes` say.
fn error(changes: &[(&str, Vec<Reply>)]) -> PublishError {
    publish(&Server::start(changes), b"PK").unwrap_err()
}

const WAY: &[&str] = &[
    "GET /identity/.well-known/openid-configuration",
    "POST /identity/token",
    "GET /uploads",
    "PUT /bucket/x?signature=1",
    "POST /generation-operations",
    "GET /generation-operations/KEY",
    "GET /generation-operations/KEY",
    "GET /generation-operations/KEY",
    "GET /generation-operations/KEY/log-messages",
    "GET /generation-operations/KEY/contents",
];

#[test]
fn the_way_is_the_described_one() {
    let server = Server::start(&[]);
    let package = vec![7; 3_000_000];
    let (statuses, contents) = publish(&server, &package).unwrap();
    assert_eq!(
        statuses,
        [OperationStatus::Generating, OperationStatus::ReadyForReview]
    );
    assert_eq!(contents.actions[0].change_type, Change::Updated);
    assert_eq!(contents.actions[0].parameters[1].data_type, "Integer");
    assert_eq!(
        contents.structures[0].attributes[0].change_type,
        Change::Added
    );

    assert_eq!(server.lines(), WAY);
    let received = server.received();
    let form = String::from_utf8(received[1].body.clone()).unwrap();
    let fields = [
        "grant_type=client_credentials",
        "client_id=me",
        "hu%24h%3Dhush",
    ];
    assert!(fields.iter().all(|field| form.contains(field)), "{form}");
    assert!(received[3].body == package);
    let body: serde_json::Value = serde_json::from_slice(&received[4].body).unwrap();
    assert_eq!(body["fileName"], "Vendor.zip");
    assert_eq!(
        body["highCodeBinaryUri"],
        format!("{}/bucket/x", server.root)
    );
    for request in &received {
        let of_api = request.line.contains("/api/");
        let authorization = request.headers.get("authorization").map(String::as_str);
        assert_eq!(
            authorization,
            of_api.then_some("Bearer t0ken"),
            "{}",
            request.line
        );
    }
}

#[test]
fn a_busy_server_is_asked_again() {
    let busy = |reply: Reply| {
        vec![
            Reply::Head(429, "retry-after: 0\r\n".to_owned()),
            Reply::Head(503, String::new()),
            reply,
        ]
    };
    let created = Reply::Json(201, format!(r#"{{"operationKey": "{KEY}"}}"#));
    let server = Server::start(&[
        (
            "/identity/token",
            busy(json(r#"{"access_token": "t0ken"}"#)),
        ),
        ("signature=1", busy(Reply::Head(200, String::new()))),
        (
            "POST /api/external-libraries/v1/generation-operations",
            busy(created),
        ),
    ]);
    publish(&server, b"PK").unwrap();
    assert_eq!(server.lines().len(), WAY.len() + 6);
}

#[test]
fn the_server_does_not_say_for_how_long_we_wait() {
    let wait = Reply::Head(429, "retry-after: 100000\r\n".to_owned());
    let started = Instant::now();
    let server = Server::start(&[("/uploads", vec![wait])]);
    let error = publish(&server, b"PK").unwrap_err();
    assert!(
        matches!(error, PublishError::Refused { status: 429, .. }),
        "{error}"
    );
    assert!(started.elapsed() < Duration::from_secs(5));
    let asked = server
        .lines()
        .into_iter()
        .filter(|line| line == "GET /uploads");
    assert_eq!(asked.count(), 3);
}

#[test]
fn a_connection_that_breaks_is_made_again_but_nothing_is_created_twice() {
    let server = Server::start(&[("/uploads", vec![Reply::Close])]);
    let error = publish(&server, b"PK").unwrap_err();
    assert!(matches!(error, PublishError::Unreachable { .. }), "{error}");
    assert_eq!(server.lines().len(), 2 + 3);
    let line = "POST /api/external-libraries/v1/generation-operations";
    let server = Server::start(&[(line, vec![Reply::Close])]);
    let error = publish(&server, b"PK").unwrap_err();
    assert!(matches!(error, PublishError::Unreachable { .. }), "{error}");
    let created = server
        .lines()
        .into_iter()
        .filter(|line| line.starts_with("POST /gen"));
    assert_eq!(created.count(), 1);
}

#[test]
fn an_answer_that_does_not_come_is_not_waited_for() {
    let started = Instant::now();
    let error = error(&[("/uploads", vec![Reply::Nothing])]);
    assert!(matches!(error, PublishError::Unreachable { .. }), "{error}");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_answer_that_does_not_end_is_not_read_to_its_end() {
    let started = Instant::now();
    let error = error(&[("/uploads", vec![Reply::Endless])]);
    assert!(matches!(error, PublishError::BadAnswer { .. }), "{error}");
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn an_operation_that_does_not_end_can_be_waited_for_later() {
    let never = vec![json(r#"{"status": "Generating"}"#)];
    let error = error(&[(KEY, never)]);
    let PublishError::NotEnded { key, status } = error else {
        panic!("{error}");
    };
    assert_eq!(
        (key.to_string(), status),
        (KEY.to_owned(), OperationStatus::Generating)
    );
}

#[test]
fn a_status_that_is_not_known_is_said() {
    let error = error(&[(KEY, vec![json(r#"{"status": "Dreaming"}"#)])]);
    assert!(matches!(&error, PublishError::UnknownStatus { status, .. } if status == "Dreaming"));
}

#[test]
fn answers_that_are_not_as_described_are_errors() {
    for (end, text) in [
        ("/openid-configuration", "<html>"),
        ("/openid-configuration", "{}"),
        ("/identity/token", r#"{"access_token": 7}"#),
        ("/uploads", r#"{"uploadUrl": "x"}"#),
        (
            "POST /api/external-libraries/v1/generation-operations",
            "[]",
        ),
        (KEY, r#"{"state": "Completed"}"#),
        ("/log-messages", r#"{"validationMessages": "none"}"#),
        ("/contents", r#"{"actions": [{}]}"#),
        ("/contents", ""),
    ] {
        let error = error(&[(end, vec![json(text)])]);
        assert!(
            matches!(error, PublishError::BadAnswer { .. }),
            "{end} {text}: {error}"
        );
    }
}

#[test]
fn no_redirect_is_followed() {
    let elsewhere = Server::start(&[]);
    for end in [
        "/openid-configuration",
        "/identity/token",
        "/uploads",
        "signature=1",
        KEY,
    ] {
        let head = format!("location: {}/uploads\r\n", elsewhere.root);
        let error = error(&[(end, vec![Reply::Head(307, head)])]);
        assert!(
            matches!(error, PublishError::Redirected { .. }),
            "{end}: {error}"
        );
    }
    assert!(elsewhere.received().is_empty());
}

/// The certificate of a server must be of somebody who is trusted: the public authorities, or those that are given.
#[test]
fn a_connection_is_encrypted_for_whom_is_trusted() {
    let server = Server::encrypted(&[]);
    let stranger = sign_in(&server).unwrap_err();
    assert!(
        matches!(stranger, PublishError::Unreachable { .. }),
        "{stranger}"
    );
    assert!(stranger.to_string().contains("certificate"), "{stranger}");
    assert_eq!(server.lines(), [""; 0]);
    let settings = Settings {
        authorities: Some(Authorities::parse(&testdata("tls/authority.pem")).unwrap()),
        request: Duration::from_secs(5),
        ..settings()
    };
    let client = sign_in_with(&server, settings).unwrap();
    let key = client.start("Vendor.zip", b"PK").unwrap();
    assert_eq!(key.to_string(), KEY);
    let uploaded = server
        .received()
        .into_iter()
        .find(|of| of.line.starts_with("PUT"));
    assert_eq!(uploaded.unwrap().body, b"PK");
    for wrong in [
        &b"no certificate"[..],
        b"-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n",
    ] {
        let error = Authorities::parse(wrong).unwrap_err();
        assert!(matches!(error, PublishError::Authorities(_)), "{error}");
    }
}

#[test]
fn the_command_trusts_the_authorities_in_a_file() {
    let place = Place::new();
    let done = r#"{"status": "Completed", "libraryName": "Vendor", "isNewLibrary": false}"#;
    let server = Server::encrypted(&[(KEY, vec![json(done)])]);
    place.put("authority.pem", testdata("tls/authority.pem"));
    let resume = |more: &[&str]| {
        let mut arguments = vec!["--portal", &server.root, "--resume", KEY];
        arguments.extend(more);
        dllift(&place, &arguments)
    };
    let trusted = resume(&["--ca", "authority.pem"]);
    assert_eq!(trusted.status.code(), Some(0), "{trusted:?}");
    let asked = server.lines().len();
    assert!(asked > 0);
    for wrong in ["nowhere.pem", "fine/Vendor.dll"] {
        assert_eq!(resume(&["--ca", wrong]).status.code(), Some(2));
    }
    assert_eq!(server.lines().len(), asked);
}

#[test]
fn addresses_that_are_not_encrypted_get_nothing() {
    for (end, text, asked) in [
        (
            "/openid-configuration",
            r#"{"token_endpoint": "http://portal.example/token"}"#,
            1,
        ),
        (
            "/uploads",
            r#"{"uploadUrl": "http://s3.example/x?signature=1", "downloadUrl": "http://s3.example/x"}"#,
            3,
        ),
        (
            "/uploads",
            r#"{"uploadUrl": "file:///etc/passwd", "downloadUrl": "x"}"#,
            3,
        ),
    ] {
        let server = Server::start(&[(end, vec![json(text)])]);
        let error = publish(&server, b"PK").unwrap_err();
        assert!(matches!(error, PublishError::Address { .. }), "{error}");
        assert!(!error.to_string().contains("signature"));
        assert_eq!(server.lines().len(), asked);
    }
}

#[test]
fn a_key_that_leads_elsewhere_is_none() {
    let evil = Reply::Json(201, r#"{"operationKey": "../../users"}"#.to_owned());
    let line = "POST /api/external-libraries/v1/generation-operations";
    assert!(matches!(error(&[(line, vec![evil])]), PublishError::Key(_)));
    for key in ["", "a/b", "a?b", "a b", "ä", &"a".repeat(65)] {
        assert!(OperationKey::parse(key).is_err(), "{key}");
    }
}

#[test]
fn refusals_say_what_the_server_says_but_no_secret() {
    for (end, status, text, expected) in [
        (
            "/identity/token",
            400,
            r#"{"error": "invalid_client"}"#,
            "invalid_client",
        ),
        (
            "/identity/token",
            401,
            r#"{"error_description": "hu$h=hush is wrong"}"#,
            "… is wrong",
        ),
        (
            "/uploads",
            403,
            r#"{"title": "No", "detail": "t0ken may not"}"#,
            "… may not",
        ),
        ("/uploads", 404, "<html>not here</html>", "404"),
        ("signature=1", 403, "AccessDenied", "AccessDenied"),
        (KEY, 404, "", "404"),
    ] {
        let error = error(&[(end, vec![Reply::Json(status, text.to_owned())])]);
        let text = error.to_string();
        assert!(
            matches!(error, PublishError::Refused { status: of, .. } if of == status),
            "{text}"
        );
        assert!(text.contains(expected) && !text.contains("html"), "{text}");
        assert!(!text.contains("hush") && !text.contains("t0ken"), "{text}");
    }
}

#[test]
fn nobody_sees_the_secret() {
    let client = sign_in(&Server::start(&[])).unwrap();
    let shown = format!("{client:?} {client:#?}");
    assert!(
        !shown.contains("hush") && !shown.contains("t0ken"),
        "{shown}"
    );
}

/// The command with a package that ODC takes, `Vendor.zip`, and one that it does not, `Old.zip`.
fn dllift(place: &Place, arguments: &[&str]) -> Output {
    for (kind, name) in [("fine", "Vendor.zip"), ("old", "Old.zip")] {
        for file in ["Vendor.dll", "OutSystems.ExternalLibraries.SDK.dll"] {
            place.put(
                &format!("{kind}/{file}"),
                testdata(&format!("odc/{kind}/{file}")),
            );
        }
        pack(&place.path(kind), &place.path(name), false)
            .unwrap()
            .keep()
            .unwrap();
    }
    command(place, arguments)
        .env("ODC_CLIENT_ID", "me")
        .env("ODC_CLIENT_SECRET", "hu$h=hush")
        .output()
        .unwrap()
}

fn command(place: &Place, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dllift"));
    command
        .arg("publish")
        .args(arguments)
        .current_dir(place.path(""));
    for variable in [
        "CLICOLOR_FORCE",
        "COLUMNS",
        "ODC_CLIENT_ID",
        "ODC_CLIENT_SECRET",
    ] {
        command.env_remove(variable);
    }
    for variable in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(variable);
    }
    command
}

/// Standard output and standard error, with the portal's address replaced.
fn said(server: &Server, output: &Output) -> String {
    let [stdout, stderr] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    let text = format!("{stdout}--- stderr\n{stderr}");
    assert!(!text.contains("hush") && !text.contains("t0ken"), "{text}");
    text.replace(&server.root, "https://portal")
}

#[test]
fn the_command_shows_what_changes_and_what_remains() {
    let place = Place::new();
    let done = r#"{"status": "ReadyForReview", "libraryName": "Vendor", "isNewLibrary": false}"#;
    let server = Server::start(&[(KEY, vec![json(done)])]);
    let output = dllift(&place, &["Vendor.zip", "--portal", &server.root]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!("published", said(&server, &output));
    let sent = std::fs::read(place.path("Vendor.zip")).unwrap();
    assert!(server.received().iter().any(|request| request.body == sent));
}

#[test]
fn the_command_shows_the_messages_of_a_refusal() {
    let place = Place::new();
    let messages = r#"{"validationMessages": [
        {"errorCode": "OS-ELG-MODL-05015", "message": "No such type.", "type": "Error"},
        {"errorCode": "X", "message": "By the way.", "type": "Information"}]}"#;
    let server = Server::start(&[
        (KEY, vec![json(r#"{"status": "GenerationError"}"#)]),
        ("/log-messages", vec![json(messages)]),
    ]);
    let output = dllift(&place, &["Vendor.zip", "--portal", &server.root]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("refused", said(&server, &output));
}

#[test]
fn an_operation_can_be_resumed() {
    let place = Place::new();
    let never = vec![json(r#"{"status": "Generating"}"#)];
    let server = Server::start(&[(KEY, never)]);
    let output = dllift(
        &place,
        &["Vendor.zip", "--portal", &server.root, "--timeout", "0"],
    );
    assert_eq!(output.status.code(), Some(1));
    let text = said(&server, &output);
    assert!(text.contains(&format!("--resume {KEY}")), "{text}");

    let done = r#"{"status": "Completed", "libraryName": "Vendor", "isNewLibrary": true}"#;
    let server = Server::start(&[(KEY, vec![json(done)])]);
    let output = dllift(
        &place,
        &[
            "--portal",
            &server.root,
            "--resume",
            KEY,
            "--format",
            "json",
        ],
    );
    assert_eq!(output.status.code(), Some(0));
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["operation"]["status"], "Completed");
    assert_eq!(document["contents"]["actions"][0]["changeType"], "Updated");
    assert!(!server.lines().iter().any(|line| line.contains("uploads")));
}

#[test]
fn a_dry_run_asks_nobody() {
    let place = Place::new();
    let server = Server::start(&[]);
    let output = dllift(
        &place,
        &["Vendor.zip", "--portal", &server.root, "--dry-run"],
    );
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!("dry_run", said(&server, &output));
    assert!(server.received().is_empty());
}

#[test]
fn what_would_be_refused_is_not_uploaded() {
    let place = Place::new();
    let server = Server::start(&[]);
    for (arguments, code) in [
        (&["Old.zip"][..], 1),
        (&["fine"], 2),
        (&["nowhere.zip"], 2),
        (&["Vendor.zip", "--portal", "http://portal.example"], 2),
        (&["--resume", "a/b"], 2),
        (&[], 2),
    ] {
        let portal = ["--portal", server.root.as_str()];
        let portal = if arguments.contains(&"--portal") {
            &portal[..0]
        } else {
            &portal[..]
        };
        let output = dllift(&place, &[arguments, portal].concat());
        assert_eq!(
            output.status.code(),
            Some(code),
            "{arguments:?}: {}",
            said(&server, &output)
        );
    }
    assert!(server.received().is_empty());
}

#[test]
fn without_credentials_nobody_is_asked() {
    let place = Place::new();
    let server = Server::start(&[]);
    drop(dllift(
        &place,
        &["Vendor.zip", "--portal", &server.root, "--dry-run"],
    ));
    let output = command(&place, &["Vendor.zip", "--portal", &server.root])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = said(&server, &output);
    assert!(
        text.contains("ODC_CLIENT_ID") && text.contains("ODC_CLIENT_SECRET"),
        "{text}"
    );
    assert!(server.received().is_empty());
}
