use super::document::Document;
use super::escape::{code, sentence};
use crate::extension::{Diagnostic, Extension, MemberState, Severity};
use std::collections::{BTreeMap, HashMap, HashSet};

/// One thing to say about one member, or about the whole extension where `id` is empty.
struct Finding<'a> {
    code: &'a str,
    id: &'a str,
    message: &'a str,
    why: &'a str,
    help: &'a str,
}

impl<'a> Finding<'a> {
    fn of(diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: &diagnostic.code,
            id: &diagnostic.id,
            message: &diagnostic.message,
            why: &diagnostic.why,
            help: &diagnostic.help,
        }
    }
}

/// The findings of an extension, each in one place of the report.
pub(super) struct Findings<'a> {
    /// The skipped members with their reasons.
    skipped: Vec<Finding<'a>>,
    errors: Vec<Finding<'a>>,
    warnings: Vec<Finding<'a>>,
    notes: Vec<Finding<'a>>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(extension: &'a Extension) -> Self {
        let (skipped, explained) = skipped(extension);
        let others = |severity| {
            let diagnostics = extension.diagnostics.iter();
            diagnostics
                .filter(|d| d.severity == severity && !explained.contains(&key(d)))
                .map(Finding::of)
                .collect()
        };
        Self {
            errors: others(Severity::Error),
            warnings: others(Severity::Warning),
            notes: others(Severity::Info),
            skipped,
        }
    }

    /// How many errors there are besides the reasons of skipped members.
    pub(super) fn errors(&self) -> usize {
        self.errors.len()
    }

    /// How many warnings there are besides the reasons of skipped members.
    pub(super) fn warnings(&self) -> usize {
        self.warnings.len()
    }

    /// Writes the skipped members, then the other findings by severity, all by diagnostic code.
    pub(super) fn write(&self, document: &mut Document) {
        section(document, "Skipped members", &self.skipped);
        section(document, "Errors", &self.errors);
        section(document, "Warnings", &self.warnings);
        section(document, "Notes", &self.notes);
    }
}

/// A diagnostic's code and id.
type Key<'a> = (&'a str, &'a str);

fn key(diagnostic: &Diagnostic) -> Key<'_> {
    (&diagnostic.code, &diagnostic.id)
}

/// The skipped members with their reasons, and the diagnostics that give these.
fn skipped(extension: &Extension) -> (Vec<Finding<'_>>, HashSet<Key<'_>>) {
    let diagnostics: HashMap<_, _> = extension.diagnostics.iter().map(|d| (key(d), d)).collect();
    let mut explained = HashSet::new();
    let mut findings = Vec::new();
    let members = extension.members.iter();
    for member in members.filter(|member| member.state == MemberState::Skipped) {
        let code = member.by.first().map_or("", String::as_str);
        // A member that went with its type has its reason there.
        let reason = [member.id.as_str(), &declaring_type(&member.id)]
            .iter()
            .find_map(|id| diagnostics.get(&(code, *id)).copied());
        let mut finding = Finding {
            code,
            id: &member.id,
            message: "No reason was recorded.",
            why: "",
            help: "",
        };
        if let Some(diagnostic) = reason {
            explained.insert(key(diagnostic));
            finding = Finding {
                id: &member.id,
                ..Finding::of(diagnostic)
            };
        }
        findings.push(finding);
    }
    (findings, explained)
}

/// The documentation id of the type that declares a member.
fn declaring_type(id: &str) -> String {
    let name = id.split_once(':').map_or(id, |(_, name)| name);
    let name = name.split('(').next().unwrap_or(name);
    let declaring = name
        .rsplit_once('.')
        .map_or(name, |(declaring, _)| declaring);
    format!("T:{declaring}")
}

fn section(document: &mut Document, title: &str, findings: &[Finding<'_>]) {
    if findings.is_empty() {
        return;
    }
    document.heading(2, title);
    let mut by_code = BTreeMap::<_, BTreeMap<_, Vec<_>>>::new();
    for finding in findings {
        let reasons = by_code.entry(finding.code).or_default();
        let reason = reasons.entry((finding.why, finding.help)).or_default();
        reason.push(finding);
    }
    for (code, reasons) in by_code {
        document.heading(3, if code.is_empty() { "No code" } else { code });
        for ((why, help), findings) in reasons {
            group(document, why, help, &findings);
        }
    }
}

/// What is the same for all `findings` once, then the members, each with its message where these
/// differ.
fn group(document: &mut Document, why: &str, help: &str, findings: &[&Finding<'_>]) {
    let messages: HashSet<_> = findings.iter().map(|finding| finding.message).collect();
    let shared = match findings {
        [first, ..] if messages.len() == 1 => Some(sentence(first.message)),
        _ => None,
    };
    let why = sentence(why);
    document.paragraph(&match &shared {
        Some(message) if !why.is_empty() => format!("{message} {why}"),
        Some(message) => message.clone(),
        None => why,
    });
    if !help.is_empty() {
        document.paragraph(&format!("What to do: {}", sentence(help)));
    }
    let items = findings.iter().filter_map(|finding| {
        let message = sentence(finding.message);
        match (finding.id, &shared) {
            ("", Some(_)) => None,
            ("", None) => Some(message),
            (id, Some(_)) => Some(code(id)),
            (id, None) => Some(format!("{}: {message}", code(id))),
        }
    });
    document.list(items);
}

#[cfg(test)]
mod tests {
    use super::declaring_type;

    #[test]
    fn the_declaring_type_is_read_from_the_documentation_id() {
        for (id, declaring) in [
            ("M:A.B.C(System.Int32)", "T:A.B"),
            ("P:A.B.Item(System.String)", "T:A.B"),
            ("M:A.B`1.#ctor", "T:A.B`1"),
            ("F:B.X", "T:B"),
        ] {
            assert_eq!(declaring_type(id), declaring);
        }
    }
}
