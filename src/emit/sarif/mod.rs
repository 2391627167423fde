//! Findings as SARIF 2.1.0, the form in which code hosts and editors show them.
//!
//! The rules are the [catalogue](crate::translate::CATALOGUE), the results an extension's diagnostics. A
//! result is where its member is: in the assembly that [`Sources`] knows, under its documentation id.
//! Files that could not be read are notifications of the run, not results.

mod model;
mod sources;

pub use model::{Level, Log, Notification};
pub use sources::Sources;

use crate::extension::{Diagnostic, Severity};
use crate::translate::CATALOGUE;
use crate::translate::catalogue::Entry;
use model::{
    Artifact, ArtifactIndex, ArtifactLocation, Driver, Invocation, Location, LogicalLocation,
    PhysicalLocation, Rule, RuleConfiguration, Run, RunResult, Text, Tool,
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one run: `diagnostics` of an extension made from `sources`, and what is to be said of the
/// run itself.
pub fn log(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    notifications: Vec<Notification>,
    is_successful: bool,
) -> Log {
    let artifacts = sources.uris().map(|uri| Artifact {
        location: ArtifactLocation {
            uri: uri.to_owned(),
        },
    });
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "dllift",
                semantic_version: env!("CARGO_PKG_VERSION"),
                rules: CATALOGUE.iter().map(rule).collect(),
            },
        },
        invocations: vec![Invocation {
            execution_successful: is_successful,
            tool_execution_notifications: notifications,
        }],
        artifacts: artifacts.collect(),
        results: diagnostics.iter().map(|of| result(of, sources)).collect(),
    };
    Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: vec![run],
    }
}

fn rule(entry: &'static Entry) -> Rule {
    let text = |text: &str| Text {
        text: text.to_owned(),
    };
    Rule {
        id: entry.code,
        short_description: text(&entry.message.replace("{}", "…")),
        full_description: text(entry.why),
        help: text(&format!("{}\n\n{}", entry.help, entry.example())),
        default_configuration: RuleConfiguration {
            level: entry.severity.into(),
        },
    }
}

fn result(diagnostic: &Diagnostic, sources: &Sources) -> RunResult {
    let Diagnostic {
        code,
        severity,
        target: _,
        id,
        message,
        why,
        help,
    } = diagnostic;
    let logical = (!id.is_empty()).then(|| LogicalLocation {
        fully_qualified_name: id.clone(),
        kind: kind(id),
    });
    let physical = sources
        .place(diagnostic)
        .map(|(index, uri)| PhysicalLocation {
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
    RunResult {
        rule_id: code.clone(),
        rule_index: CATALOGUE.iter().position(|entry| entry.code == code),
        level: (*severity).into(),
        message: Text {
            text: format!("{message} {why} {help}"),
        },
        locations: is_somewhere.then_some(location).into_iter().collect(),
    }
}

/// SARIF's word (§3.33.7) for what has the documentation id.
fn kind(id: &str) -> &'static str {
    match id.as_bytes().first() {
        Some(b'T') => "type",
        Some(b'M') => "function",
        Some(b'N') => "namespace",
        _ => "member",
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
