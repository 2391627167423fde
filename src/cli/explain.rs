//! `dllift explain`: what a diagnostic means.

use super::args::Explain;
use super::response::{Exit, Response, Tone, say};
use super::style::{ERROR, LABEL, NOTE, TITLE, WARNING, paint};
use super::table::{Cell, Table};
use crate::extension::Severity;
use crate::translate::CATALOGUE;
use crate::translate::catalogue::{Entry, entry};
use crate::translate::config::nearest;
use anstyle::Style;

pub(super) fn run(arguments: &Explain) -> Response {
    let Some(code) = &arguments.code else {
        return Response::styled(list(), Exit::Fine);
    };
    let wanted = code.to_ascii_uppercase();
    match entry(&wanted) {
        Some(entry) => Response::styled(explained(entry), Exit::Fine),
        None => {
            let nearest = nearest(&wanted, CATALOGUE.iter().map(|entry| entry.code));
            let meant = match nearest {
                Some(nearest) => format!("Did you mean {nearest}?"),
                None => "A code is DL and four digits.".to_owned(),
            };
            let all = "dllift explain --list shows all";
            let message = format!("there is no diagnostic {code}. {meant} {all}.");
            say(Tone::Error, &message);
            Response::exact(String::new(), Exit::Usage)
        }
    }
}

fn list() -> String {
    let mut table = Table::default();
    for entry in CATALOGUE {
        let (style, severity) = severity(entry);
        let message = entry.message.replace("{}", "…");
        table.row([
            Cell::new(entry.code),
            Cell::new(severity).style(style),
            Cell::new(message),
        ]);
    }
    table.render("")
}

fn explained(entry: &Entry) -> String {
    let (style, severity) = severity(entry);
    let message = entry.message.replace("{}", "…");
    let mut text = format!(
        "{}  {}\n\n{message}\n{}\n{}\n\n{}\n\n",
        paint(TITLE, entry.code),
        paint(style, severity),
        entry.why,
        entry.help,
        paint(LABEL, "Example"),
    );
    for line in entry.example().lines() {
        let indent = if line.is_empty() { "" } else { "    " };
        text.push_str(&format!("{indent}{line}\n"));
    }
    text
}

fn severity(entry: &Entry) -> (Style, &'static str) {
    match entry.severity {
        Severity::Error => (ERROR, "error"),
        Severity::Warning => (WARNING, "warning"),
        Severity::Info => (NOTE, "note"),
    }
}
