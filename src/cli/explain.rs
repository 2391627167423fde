//! `dllift explain`: what a diagnostic means.

use super::args::Explain;
use super::response::{Exit, Response, Tone, say};
use super::severity::label;
use super::style::{LABEL, TITLE, paint};
use super::table::{Cell, Table};
use crate::check::{Code, code, codes};
use crate::extension::Severity;
use crate::translate::CATALOGUE;
use crate::translate::catalogue::{Entry, entry};
use crate::translate::config::nearest;

/// What there is to say of a code.
struct Explained {
    code: &'static str,
    severity: Severity,
    message: String,
    why: &'static str,
    help: &'static str,
    example: &'static str,
    link: Option<String>,
}

impl From<&'static Entry> for Explained {
    fn from(entry: &'static Entry) -> Self {
        Self {
            code: entry.code,
            severity: entry.severity,
            message: entry.message.replace("{}", "…"),
            why: entry.why,
            help: entry.help,
            example: entry.example(),
            link: None,
        }
    }
}

impl From<&'static Code> for Explained {
    fn from(code: &'static Code) -> Self {
        Self {
            code: code.code,
            severity: code.severity,
            message: code.message.replace("{}", "…"),
            why: code.why,
            help: code.help,
            example: code.example,
            link: code.link(),
        }
    }
}

/// All of them: those of translations, then those of packages.
fn all() -> impl Iterator<Item = Explained> {
    let of_translations = CATALOGUE.iter().map(Explained::from);
    of_translations.chain(codes().map(Explained::from))
}

pub(super) fn run(arguments: &Explain) -> Response {
    let Some(asked) = &arguments.code else {
        return Response::styled(list(), Exit::Fine);
    };
    let wanted = asked.to_ascii_uppercase();
    let found = entry(&wanted).map(Explained::from);
    match found.or_else(|| code(&wanted).map(Explained::from)) {
        Some(found) => Response::styled(found.text(), Exit::Fine),
        None => {
            let nearest = nearest(&wanted, all().map(|of| of.code));
            let meant = match nearest {
                Some(nearest) => format!("Did you mean {nearest}?"),
                None => "A code is DL and four digits, or OS-ELG-MODL- and five.".to_owned(),
            };
            let all = "dllift explain --list shows all";
            let message = format!("there is no diagnostic {asked}. {meant} {all}.");
            say(Tone::Error, &message);
            Response::exact(String::new(), Exit::Usage)
        }
    }
}

fn list() -> String {
    let mut table = Table::default();
    for of in all() {
        let (style, severity) = label(of.severity);
        table.row([
            Cell::new(of.code),
            Cell::new(severity).style(style),
            Cell::new(of.message),
        ]);
    }
    table.render("")
}

impl Explained {
    fn text(&self) -> String {
        let (style, severity) = label(self.severity);
        let mut text = format!(
            "{}  {}\n\n{}\n{}\n{}\n\n{}\n\n",
            paint(TITLE, self.code),
            paint(style, severity),
            self.message,
            self.why,
            self.help,
            paint(LABEL, "Example"),
        );
        for line in self.example.lines() {
            let indent = if line.is_empty() { "" } else { "    " };
            text.push_str(&format!("{indent}{line}\n"));
        }
        if let Some(link) = &self.link {
            text.push_str(&format!("\n{link}\n"));
        }
        text
    }
}
