use super::document::{Document, Table};
use super::escape::{code, sentence};
use crate::emit::report::findings::{Findings, Reason};
use std::collections::BTreeMap;

/// Writes the skipped members, then the other findings by severity, all by diagnostic code.
pub(super) fn write(document: &mut Document, findings: &Findings<'_>) {
    if !findings.skipped.is_empty() {
        document.heading(2, "Skipped members");
        distribution(document, &findings.skipped);
        reasons(document, &findings.skipped);
    }
    for (title, found) in [
        ("Errors", &findings.errors),
        ("Warnings", &findings.warnings),
        ("Notes", &findings.notes),
    ] {
        if !found.is_empty() {
            document.heading(2, title);
            reasons(document, found);
        }
    }
}

/// How many members each reason holds for.
fn distribution(document: &mut Document, reasons: &[Reason<'_>]) {
    let each = || reasons.iter();
    document.table(
        &Table::default()
            .column("Reason", each().map(|reason| title(reason.code).to_owned()))
            .column("Members", each().map(|r| r.findings.len().to_string()))
            .column("Why", each().map(|reason| sentence(reason.why))),
    );
}

pub(super) fn reasons(document: &mut Document, reasons: &[Reason<'_>]) {
    let mut by_code = BTreeMap::<_, Vec<_>>::new();
    for reason in reasons {
        by_code.entry(reason.code).or_default().push(reason);
    }
    for (code, reasons) in by_code {
        document.heading(3, title(code));
        for reason in reasons {
            write_reason(document, reason);
        }
    }
}

fn title(code: &str) -> &str {
    if code.is_empty() { "No code" } else { code }
}

/// What is the same for all findings once, then the members, each with its message where these
/// differ.
fn write_reason(document: &mut Document, reason: &Reason<'_>) {
    let why = sentence(reason.why);
    document.paragraph(&match reason.message.map(sentence) {
        Some(message) if !why.is_empty() => format!("{message} {why}"),
        Some(message) => message,
        None => why,
    });
    if !reason.help.is_empty() {
        document.paragraph(&format!("What to do: {}", sentence(reason.help)));
    }
    let items = reason.findings.iter().filter_map(|finding| {
        let message = sentence(finding.message);
        match (finding.id, reason.message) {
            ("", Some(_)) => None,
            ("", None) => Some(message),
            (id, Some(_)) => Some(code(id)),
            (id, None) => Some(format!("{}: {message}", code(id))),
        }
    });
    document.list(items);
}
