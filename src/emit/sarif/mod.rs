//! Findings as SARIF 2.1.0, the form in which code hosts and editors show them.
//!
//! Of a translation, the rules are the [catalogue](crate::translate::CATALOGUE), the results an extension's
//! diagnostics. A result is where its member is: in the assembly that [`Sources`] knows, under its
//! documentation id. Of a package, they are its [codes] and its findings; of two versions, the [kinds](KINDS) of
//! change and what changed. Files that could not be read are notifications of the run, not results.

mod model;
mod sources;

pub use model::{Level, Log, Notification};
pub use sources::Sources;

use crate::check::{Code, Report, codes};
use crate::diff::{Impact, KINDS, Kind};
use crate::emit::diff::Document;
use crate::extension::{Diagnostic, Severity};
use crate::translate::CATALOGUE;
use crate::translate::catalogue::Entry;
use model::{
    Artifact, ArtifactIndex, ArtifactLocation, Driver, Invocation, Location, LogicalLocation,
    PhysicalLocation, Rule, RuleConfiguration, Run, RunResult, Text, Tool,
};
use std::path::Path;

/// The log of one run: `diagnostics` of an extension made from `sources`, and what is to be said of the
/// run itself.
pub fn log(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    notifications: Vec<Notification>,
    is_successful: bool,
) -> Log {
    let results = diagnostics.iter().map(|diagnostic| {
        let Diagnostic {
            code,
            severity,
            target: _,
            id,
            message,
            why,
            help,
        } = diagnostic;
        RunResult {
            rule_id: code.clone(),
            rule_index: CATALOGUE.iter().position(|entry| entry.code == code),
            level: (*severity).into(),
            message: Text::new(format!("{message} {why} {help}")),
            locations: location(id, sources.place(diagnostic)),
        }
    });
    let invocation = Invocation {
        execution_successful: is_successful,
        tool_execution_notifications: notifications,
    };
    let rules = CATALOGUE.iter().map(rule);
    of_run(rules, invocation, sources, results)
}

/// The log of the check of the package at `path`.
pub fn package_log(report: &Report, path: &Path) -> Log {
    let sources = Sources::of_package(report, path);
    let results = report.findings.iter().map(|finding| RunResult {
        rule_id: finding.code.clone(),
        rule_index: codes().position(|row| row.code == finding.code),
        level: finding.severity.into(),
        message: Text::new(format!(
            "{} {} {}",
            finding.message, finding.why, finding.help
        )),
        locations: location(&finding.id, sources.file(&finding.file)),
    });
    let rules = codes().map(package_rule);
    of_run(rules, Invocation::complete(), &sources, results)
}

/// The log of what changed up to the version at `path`: the rules are the [kinds](KINDS) of change.
pub fn difference_log(difference: &Document, path: &Path) -> Log {
    let sources = Sources::of_file(path);
    let results = difference.changes.iter().map(|change| RunResult {
        rule_id: change.kind.to_owned(),
        rule_index: KINDS.iter().position(|kind| kind.name == change.kind),
        level: change.impact().into(),
        message: Text::new(format!("{} {}", change.message, change.why)),
        locations: location(&change.subject, sources.file("")),
    });
    let rules = KINDS.iter().map(|kind| kind_rule(kind));
    of_run(rules, Invocation::complete(), &sources, results)
}

/// The log of one run.
fn of_run(
    rules: impl Iterator<Item = Rule>,
    invocation: Invocation,
    sources: &Sources,
    results: impl Iterator<Item = RunResult>,
) -> Log {
    let driver = Driver {
        name: "dllift",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.collect(),
    };
    Log::new(Run {
        tool: Tool { driver },
        invocations: vec![invocation],
        artifacts: artifacts(sources),
        results: results.collect(),
    })
}

fn artifacts(sources: &Sources) -> Vec<Artifact> {
    let artifacts = sources.uris().map(|uri| Artifact {
        location: ArtifactLocation {
            uri: uri.to_owned(),
        },
    });
    artifacts.collect()
}

fn rule(entry: &'static Entry) -> Rule {
    Rule {
        id: entry.code,
        short_description: Text::new(entry.message.replace("{}", "…")),
        full_description: Text::new(entry.why),
        help: Text::new(format!("{}\n\n{}", entry.help, entry.example())),
        help_uri: None,
        default_configuration: RuleConfiguration {
            level: entry.severity.into(),
        },
    }
}

fn package_rule(code: &'static Code) -> Rule {
    Rule {
        id: code.code,
        short_description: Text::new(code.message.replace("{}", "…")),
        full_description: Text::new(code.why),
        help: Text::new(format!("{}\n\n{}", code.help, code.example)),
        help_uri: code.link(),
        default_configuration: RuleConfiguration {
            level: code.severity.into(),
        },
    }
}

fn kind_rule(kind: &'static Kind) -> Rule {
    let impact = |platform: &str, impact: Impact| match impact {
        Impact::Breaking => format!("{platform}: consumers have to be changed, or fail."),
        Impact::Compatible => format!("{platform}: consumers go on working."),
        Impact::Cosmetic => format!("{platform}: nothing that runs changes."),
    };
    let help = [impact("OutSystems 11", kind.o11), impact("ODC", kind.odc)];
    Rule {
        id: kind.name,
        short_description: Text::new(kind.what.replace("{}", "…")),
        full_description: Text::new(kind.why),
        help: Text::new(help.join(" ")),
        help_uri: None,
        default_configuration: RuleConfiguration {
            level: kind.impact().into(),
        },
    }
}

/// The place of what `id` names, a documentation id or a name in an extension, in the file with this position and
/// URI.
fn location(id: &str, file: Option<(usize, &str)>) -> Vec<Location> {
    let logical = (!id.is_empty()).then(|| LogicalLocation {
        fully_qualified_name: id.to_owned(),
        kind: kind(id),
    });
    let physical = file.map(|(index, uri)| PhysicalLocation {
        artifact_location: ArtifactIndex {
            uri: uri.to_owned(),
            index,
        },
    });
    let is_somewhere = logical.is_some() || physical.is_some();
    let location = Location {
        physical_location: physical,
        logical_locations: logical.into_iter().collect(),
    };
    is_somewhere.then_some(location).into_iter().collect()
}

/// SARIF's word (§3.33.7) for what has the documentation id, or the name.
fn kind(id: &str) -> &'static str {
    match id.split_once(':') {
        Some(("T", _)) => "type",
        Some(("M", _)) => "function",
        Some(("N", _)) => "namespace",
        _ => "member",
    }
}

impl From<Impact> for Level {
    fn from(impact: Impact) -> Self {
        match impact {
            Impact::Breaking => Self::Error,
            Impact::Compatible | Impact::Cosmetic => Self::Note,
        }
    }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Info => Self::Note,
        }
    }
}
