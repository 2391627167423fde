use super::net_name::declaring_type;
use crate::extension::{Diagnostic, Extension, MemberState, Severity, Target};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

/// One thing to say about one member, or about the whole extension where `id` is empty.
#[derive(Clone, Copy)]
pub(super) struct Finding<'a> {
    pub(super) code: &'a str,
    pub(super) id: &'a str,
    pub(super) message: &'a str,
    pub(super) why: &'a str,
    pub(super) help: &'a str,
}

impl<'a> Finding<'a> {
    pub(super) fn of(diagnostic: &'a Diagnostic) -> Self {
        Self {
            code: &diagnostic.code,
            id: &diagnostic.id,
            message: &diagnostic.message,
            why: &diagnostic.why,
            help: &diagnostic.help,
        }
    }
}

/// Findings for which the same reason holds.
pub(super) struct Reason<'a> {
    /// The diagnostic code; empty where no reason was recorded.
    pub(super) code: &'a str,
    pub(super) why: &'a str,
    pub(super) help: &'a str,
    /// The message, where all findings have the same.
    pub(super) message: Option<&'a str>,
    /// At least one.
    pub(super) findings: Vec<Finding<'a>>,
}

/// The findings of an extension, each in one place of the report, grouped by reason and sorted by code.
pub(super) struct Findings<'a> {
    /// The skipped members, a finding for each.
    pub(super) skipped: Vec<Reason<'a>>,
    pub(super) errors: Vec<Reason<'a>>,
    pub(super) warnings: Vec<Reason<'a>>,
    pub(super) notes: Vec<Reason<'a>>,
}

impl<'a> Findings<'a> {
    pub(super) fn of(extension: &'a Extension) -> Self {
        let (skipped, mut explained) = skipped(extension);
        explained.extend(left_out_in_odc(extension));
        let others = |severity| {
            let diagnostics = extension.diagnostics.iter();
            let others = diagnostics
                .filter(|d| d.severity == severity && !explained.contains(&key(d)))
                .map(Finding::of);
            by_reason(others)
        };
        Self {
            errors: others(Severity::Error),
            warnings: others(Severity::Warning),
            notes: others(Severity::Info),
            skipped: by_reason(skipped),
        }
    }
}

/// How many findings there are in all.
pub(super) fn total(reasons: &[Reason<'_>]) -> usize {
    reasons.iter().map(|reason| reason.findings.len()).sum()
}

/// A diagnostic's code and id.
type Key<'a> = (&'a str, &'a str);

fn key(diagnostic: &Diagnostic) -> Key<'_> {
    (&diagnostic.code, &diagnostic.id)
}

/// The skipped members with their reasons, and the diagnostics that give these.
fn skipped(extension: &Extension) -> (Vec<Finding<'_>>, HashSet<Key<'_>>) {
    let diagnostics: HashMap<_, _> = extension.diagnostics.iter().map(|d| (key(d), d)).collect();
    let mut explained = HashSet::default();
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

/// The diagnostics that say why ODC lacks an action; they stand where the targets are side by side.
fn left_out_in_odc(extension: &Extension) -> impl Iterator<Item = Key<'_>> {
    let left_out = extension.odc.iter().flat_map(|odc| &odc.left_out);
    let codes: HashSet<&str> = left_out.map(|of| of.code.as_str()).collect();
    let diagnostics = extension.diagnostics.iter();
    let odc = diagnostics.filter(move |of| {
        of.target == Some(Target::Odc) && !of.id.is_empty() && codes.contains(&*of.code)
    });
    odc.map(key)
}

pub(super) fn by_reason<'a>(findings: impl IntoIterator<Item = Finding<'a>>) -> Vec<Reason<'a>> {
    let mut reasons = BTreeMap::<_, Vec<_>>::new();
    for finding in findings {
        let reason = (finding.code, finding.why, finding.help);
        reasons.entry(reason).or_default().push(finding);
    }
    let reasons = reasons.into_iter();
    let reasons = reasons.map(|((code, why, help), findings)| Reason {
        code,
        why,
        help,
        message: shared_message(&findings),
        findings,
    });
    reasons.collect()
}

fn shared_message<'a>(findings: &[Finding<'a>]) -> Option<&'a str> {
    let first = findings.first()?.message;
    let is_shared = findings.iter().all(|finding| finding.message == first);
    is_shared.then_some(first)
}
