//! `dllift publish`: a package to the portal, up to its review there.

use super::args::{Format, Publish};
use super::check;
use super::response::{Exit, Response, Tone, say};
use super::severity::{grave, label};
use super::style::{GOOD, LABEL, TITLE, count, paint, plain};
use super::table::{Cell, Table};
use crate::check::{check as check_package, code};
use crate::extension::Severity;
use crate::pe::{FileBytes, FileKind};
use crate::publish::{
    Authorities, Change, Client, Contents, Credentials, Operation, OperationKey, OperationStatus,
    Portal, PublishError, Secret, Settings, ValidationMessage,
};
use console::Term;
use serde::Serialize;
use std::env;
use std::path::Path;
use std::time::Duration;

/// Environment variables with what signs in.
const ID: &str = "ODC_CLIENT_ID";
const SECRET: &str = "ODC_CLIENT_SECRET";

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    portal: String,
    key: &'a OperationKey,
    operation: &'a Operation,
    messages: &'a [ValidationMessage],
    contents: &'a Contents,
    remaining: Vec<String>,
}

/// The JSON document of `--dry-run`.
#[derive(Serialize)]
struct Plan<'a> {
    portal: String,
    steps: &'a [String],
    #[serde(flatten)]
    check: check::Document<'a>,
}

pub(super) fn run(arguments: &Publish) -> Response {
    let format = arguments.format;
    let result = Portal::parse(&arguments.portal).map_err(Stop::usage);
    let result = result.and_then(|portal| publish(arguments, portal));
    match result {
        Ok(response) | Err(Stop::Answered(response)) => response,
        Err(Stop::Failed(error, help, exit)) => {
            Response::failure(&error, help, &[], format).with_exit(exit)
        }
    }
}

/// Why a run ends early.
enum Stop {
    /// What was wrong, and what can be done.
    Failed(String, &'static str, Exit),
    /// People were told.
    Answered(Response),
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        Self::Failed(error.to_string(), error.help(), Exit::Failed)
    }
}

impl Stop {
    /// What was given on the command line is wrong.
    fn usage(error: PublishError) -> Self {
        Self::Failed(error.to_string(), error.help(), Exit::Usage)
    }
}

fn publish(arguments: &Publish, portal: Portal) -> Result<Response, Stop> {
    let authorities = arguments.ca.as_deref().map(authorities).transpose()?;
    let settings = Settings {
        authorities,
        patience: Duration::from_secs(arguments.timeout),
        ..Settings::default()
    };
    let resumed = arguments.resume.as_deref().map(OperationKey::parse);
    let resumed = resumed.transpose().map_err(Stop::usage)?;
    let package = match (&arguments.package, resumed) {
        (_, Some(key)) => {
            let client = Client::sign_in(portal.clone(), &credentials()?, settings)?;
            return finish(&portal, &client, &key, arguments.format);
        }
        (Some(package), None) => package,
        // clap asks for one of the two.
        (None, None) => return Err(Stop::Failed("there is no package".into(), "", Exit::Usage)),
    };
    let bytes = checked(arguments, &portal, package)?;
    let client = Client::sign_in(portal.clone(), &credentials()?, settings)?;
    let kilobytes = bytes.len().div_ceil(1024);
    say(
        Tone::Note,
        &format!("uploading {kilobytes} KB to {portal}."),
    );
    let key = client.start(&file_name(package), &bytes)?;
    let resume = format!("dllift publish --portal {portal} --resume {key}");
    say(
        Tone::Note,
        &format!("the operation is {key}; {resume} goes on with it."),
    );
    finish(&portal, &client, &key, arguments.format)
}

/// The authorities in the file at `path`.
fn authorities(path: &Path) -> Result<Authorities, Stop> {
    let pem = FileBytes::open(path).map_err(|error| {
        let error = format!("cannot read {}: {error}", path.display());
        Stop::Failed(error, "Check the path and its permissions.", Exit::Usage)
    })?;
    Authorities::parse(&pem).map_err(Stop::usage)
}

/// The bytes of the package, if it is one that the portal would take.
fn checked(arguments: &Publish, portal: &Portal, package: &Path) -> Result<FileBytes, Stop> {
    let unreadable = |error: String, help| Stop::Failed(error, help, Exit::Usage);
    let report =
        check_package(package).map_err(|error| unreadable(error.to_string(), error.help()))?;
    let bytes = FileBytes::open(package).map_err(|error| {
        let error = format!("cannot read {}: {error}", package.display());
        unreadable(error, "Check the path and its permissions.")
    })?;
    if FileKind::of(&bytes) != FileKind::Zip {
        let error = format!("{} is no ZIP archive", package.display());
        return Err(unreadable(error, "Make one with dllift pack."));
    }
    let is_refused = grave(report.findings.iter().map(|of| of.severity), false);
    let json = arguments.format == Format::Json;
    if is_refused && !arguments.force {
        let name = package.display();
        say(
            Tone::Error,
            &format!("{name} was not uploaded. Mend what is found, or use --force."),
        );
        return Err(Stop::Answered(match json {
            true => Response::json(&check::Document::new(&report), Exit::Failed),
            false => Response::styled(check::text(&report), Exit::Failed),
        }));
    }
    if arguments.dry_run {
        let steps = plan(portal, package, bytes.len());
        return Err(Stop::Answered(match json {
            true => {
                let plan = Plan {
                    portal: portal.to_string(),
                    steps: &steps,
                    check: check::Document::new(&report),
                };
                Response::json(&plan, Exit::Fine)
            }
            false => {
                let text = check::text(&report);
                Response::styled(
                    format!("{text}\n{}", numbered("Would do", &steps)),
                    Exit::Fine,
                )
            }
        }));
    }
    Ok(bytes)
}

fn plan(portal: &Portal, package: &Path, size: usize) -> Vec<String> {
    let kilobytes = size.div_ceil(1024);
    vec![
        format!("Sign in to {portal} with the API client in {ID} and {SECRET}."),
        format!("Upload {}, {kilobytes} KB.", file_name(package)),
        "Start a generation operation and wait for its end.".to_owned(),
        "Show its messages and what changes.".to_owned(),
    ]
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// What signs in, from the environment, or from a terminal.
fn credentials() -> Result<Credentials, Stop> {
    let given = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let terminal = Term::stderr();
    let missing = || {
        let error = format!("there is no {ID} and {SECRET} in the environment");
        let help = "Make an API client in the portal, and give its id and secret there.";
        Stop::Failed(error, help, Exit::Failed)
    };
    let ask = |label: &str, hidden: bool| {
        if !terminal.is_term() {
            return Err(missing());
        }
        let asked = terminal.write_str(&format!("{label}: "));
        let line = asked.and_then(|()| match hidden {
            true => terminal.read_secure_line(),
            false => terminal.read_line(),
        });
        let line = line.map_err(|_| missing())?;
        let line = line.trim();
        (!line.is_empty())
            .then(|| line.to_owned())
            .ok_or_else(missing)
    };
    Ok(Credentials {
        id: given(ID).map_or_else(|| ask("Client id", false), Ok)?,
        secret: Secret::new(given(SECRET).map_or_else(|| ask("Client secret", true), Ok)?),
    })
}

/// Waits for the operation and shows what came of it.
fn finish(
    portal: &Portal,
    client: &Client,
    key: &OperationKey,
    format: Format,
) -> Result<Response, Stop> {
    let operation = client.wait(key, |status| {
        say(Tone::Note, &format!("{}.", in_words(status)));
    })?;
    let messages = client.messages(key)?;
    let is_good = operation.status.is_good();
    let contents = match is_good {
        true => client.contents(key)?,
        false => Contents::default(),
    };
    let remaining = remaining(portal, &operation);
    let exit = if is_good { Exit::Fine } else { Exit::Failed };
    Ok(match format {
        Format::Json => {
            let document = Document {
                portal: portal.to_string(),
                key,
                operation: &operation,
                messages: &messages,
                contents: &contents,
                remaining,
            };
            Response::json(&document, exit)
        }
        _ => {
            let mut text = headline(&operation, key);
            text.push_str(&shown_messages(&messages));
            text.push_str(&changes(&contents));
            text.push_str(&format!(
                "\n{}",
                numbered("What remains to be done", &remaining)
            ));
            Response::styled(text, exit)
        }
    })
}

fn in_words(status: &OperationStatus) -> &'static str {
    match status {
        OperationStatus::None => "the operation waits for its turn",
        OperationStatus::Generating => "the portal makes the library",
        OperationStatus::Downloading => "the portal fetches the library",
        OperationStatus::GenerationError => "the portal refuses the package",
        OperationStatus::DownloadError => "the portal could not fetch the library",
        OperationStatus::ReadyForReview => "the library waits for its review",
        OperationStatus::Completed => "the operation is complete",
        OperationStatus::Other(_) => "the operation has a status that is not known",
    }
}

fn headline(operation: &Operation, key: &OperationKey) -> String {
    let name = operation.library_name.as_deref().unwrap_or("the library");
    let new = match operation.is_new_library {
        Some(true) => ", which is new",
        _ => "",
    };
    let title = plain(&format!("{name}{new}: {}", in_words(&operation.status)));
    let title = match operation.status.is_good() {
        true => paint(GOOD, &title),
        false => paint(TITLE, &title),
    };
    format!("{title}\n{}\n", paint(LABEL, &format!("operation {key}")))
}

/// The messages as findings are shown, with what `explain` knows of their codes.
fn shown_messages(messages: &[ValidationMessage]) -> String {
    let mut text = String::new();
    for ValidationMessage {
        error_code,
        message,
        kind,
    } in messages
    {
        let (style, severity) = label(match kind.as_str() {
            "Error" => Severity::Error,
            "Warning" => Severity::Warning,
            _ => Severity::Info,
        });
        let (severity, error_code) = (paint(style, severity), plain(error_code));
        text.push_str(&format!(
            "\n{severity}  {error_code}\n  {}\n",
            plain(message)
        ));
        if let Some(known) = code(&error_code) {
            text.push_str(&format!("  {}\n", known.help));
        }
    }
    text
}

/// The parts of the library that changed, as a table, and how many did not.
fn changes(contents: &Contents) -> String {
    let mut rows: Vec<(Change, &str, &str, String)> = Vec::new();
    for action in &contents.actions {
        let parts = action.parameters.iter();
        let parts = parts.map(|of| (of.change_type, of.name.as_str(), of.data_type.as_str()));
        rows.push((action.change_type, "action", &action.name, parts_of(parts)));
    }
    for structure in &contents.structures {
        let parts = structure.attributes.iter();
        let parts = parts.map(|of| (of.change_type, of.name.as_str(), of.data_type.as_str()));
        rows.push((
            structure.change_type,
            "structure",
            &structure.name,
            parts_of(parts),
        ));
    }
    let is_change = |change: Change| !matches!(change, Change::Unchanged | Change::None);
    let (mut changed, same): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(change, ..)| is_change(*change));
    changed.sort_by_key(|(change, kind, name, _)| (*change as u8, *kind, *name));
    let mut table = Table::default();
    for (change, kind, name, parts) in &changed {
        let change = format!("{change:?}").to_lowercase();
        let cells = [
            Cell::new(change),
            Cell::new(kind).style(LABEL),
            Cell::new(name),
        ];
        let parts = (!parts.is_empty()).then(|| Cell::new(parts));
        table.row(cells.into_iter().chain(parts));
    }
    let mut text = String::new();
    if !changed.is_empty() {
        text.push_str(&format!(
            "\n{}\n{}",
            paint(TITLE, "Changes"),
            table.render("  ")
        ));
    }
    if !same.is_empty() {
        text.push_str(&format!("\n{} unchanged\n", count(same.len(), "object")));
    }
    text
}

/// `+a Text, -b, ~c Integer`: what was added, removed and updated among the parts of an object.
fn parts_of<'a>(parts: impl Iterator<Item = (Change, &'a str, &'a str)>) -> String {
    let shown = parts.filter_map(|(change, name, data_type)| {
        Some(match change {
            Change::Added => format!("+{name} {data_type}"),
            Change::Removed => format!("-{name}"),
            Change::Updated => format!("~{name} {data_type}"),
            Change::Unchanged | Change::None => return None,
        })
    });
    let shown: Vec<_> = shown.map(|part| part.trim_end().to_owned()).collect();
    shown.join(", ")
}

/// What the public API cannot do.
fn remaining(portal: &Portal, operation: &Operation) -> Vec<String> {
    let name = operation.library_name.as_deref().unwrap_or("the library");
    match operation.status {
        OperationStatus::ReadyForReview => vec![
            format!("Open {portal}, Integrate > External Logic > {name}."),
            "Review the contents of the file, and choose Publish library.".to_owned(),
            "Release the version in its Version history, so that apps can use it.".to_owned(),
        ],
        OperationStatus::Completed => {
            vec![format!(
                "Release the version of {name} in its Version history, if it is not yet."
            )]
        }
        _ => vec!["Mend what was found, pack and publish again.".to_owned()],
    }
}

fn numbered(title: &str, steps: &[String]) -> String {
    let mut text = format!("{}\n", paint(TITLE, title));
    for (number, step) in (1..).zip(steps) {
        text.push_str(&format!("  {number}. {}\n", plain(step)));
    }
    text
}
