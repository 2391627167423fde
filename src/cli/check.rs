//! `dllift check`: what OutSystems Developer Cloud would refuse.

use super::args::{Check, Format};
use super::response::{Exit, Response};
use super::severity::{grave, label};
use super::style::{GOOD, LABEL, TITLE, count, paint, plain};
use crate::check::{CheckedLibrary, Finding, Report, check};
use crate::emit::sarif;
use crate::extension::Severity;
use serde::Serialize;

/// The JSON document.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    target: &'static str,
    counts: Counts,
    #[serde(flatten)]
    report: &'a Report,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

impl<'a> Document<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self {
            target: "odc",
            counts: Counts {
                errors: report.count(Severity::Error),
                warnings: report.count(Severity::Warning),
                notes: report.count(Severity::Info),
            },
            report,
        }
    }
}

pub(super) fn run(arguments: &Check) -> Response {
    let Check {
        input,
        target: _,
        strict,
        format,
    } = arguments;
    let report = match check(input) {
        Ok(report) => report,
        Err(error) => {
            let failure = Response::failure(&error.to_string(), error.help(), &[], *format);
            return failure.with_exit(Exit::Usage);
        }
    };
    let exit = match grave(report.findings.iter().map(|of| of.severity), *strict) {
        true => Exit::Failed,
        false => Exit::Fine,
    };
    match format {
        Format::Text => Response::styled(text(&report), exit),
        Format::Json => Response::json(&Document::new(&report), exit),
        Format::Sarif => Response::json(&sarif::package_log(&report, input), exit),
    }
}

/// What a person wants to know: how bad it is, what is in the package, and each finding.
pub(super) fn text(report: &Report) -> String {
    let headline = format!("{}: {}", plain(&report.package), counts(report));
    let mut text = format!("{}\n", paint(TITLE, &headline));
    if let Some(library) = &report.library {
        text.push_str(&described(library));
    }
    for finding in &report.findings {
        text.push_str(&format!("\n{}", shown(finding)));
    }
    if report.left_out > 0 {
        let more = count(report.left_out, "more finding");
        text.push_str(&format!("\n{more} of the same codes, not listed.\n"));
    }
    text
}

fn counts(report: &Report) -> String {
    let words = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "note"),
    ];
    let counts = words.map(|(severity, word)| (report.count(severity), word));
    let counts = counts.into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<_> = counts.map(|(number, word)| count(number, word)).collect();
    match counts.as_slice() {
        [] => paint(GOOD, "nothing found"),
        counts => counts.join(", "),
    }
}

fn described(library: &CheckedLibrary) -> String {
    let CheckedLibrary {
        name,
        interface,
        file,
        actions,
        structures,
    } = library;
    let (actions, structures) = (count(*actions, "action"), count(*structures, "structure"));
    let text = format!("{name}, the interface {interface} in {file}: {actions}, {structures}");
    plain(&text) + "\n"
}

fn shown(finding: &Finding) -> String {
    let (style, severity) = label(finding.severity);
    let place = [&finding.file, &finding.id].map(|part| plain(part));
    let place = place.into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(" ");
    let Finding {
        code,
        message,
        why,
        help,
        ..
    } = finding;
    let head = format!(
        "{}  {code}  {}",
        paint(style, severity),
        paint(LABEL, &place)
    );
    let mut text = format!(
        "{}\n  {}\n  {why}\n  {help}\n",
        head.trim_end(),
        plain(message)
    );
    if let Some(link) = &finding.link {
        text.push_str(&format!("  {link}\n"));
    }
    text
}
