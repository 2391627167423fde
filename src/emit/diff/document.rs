use crate::diff::{self, Bump, Change, Expected, Impact, Level};
use crate::extension::Extension;
use serde::Serialize;

/// The difference of two versions.
#[derive(Serialize)]
pub struct Document {
    /// The part of a version to count up: of the extension if there is one, else of the library.
    pub bump: Bump,
    /// What changed, the gravest first; what is about the extension before what is about .NET.
    pub changes: Vec<Row>,
    /// What the ODC portal is expected to say of each element of the external library; empty where there is none.
    pub portal: Vec<Expected>,
}

/// A change.
#[derive(Serialize)]
pub struct Row {
    /// Name of its kind.
    pub kind: &'static str,
    /// What it is about.
    pub level: Level,
    /// What it does to modules of OutSystems 11.
    pub o11: Impact,
    /// What it does to apps of ODC.
    pub odc: Impact,
    /// A name in the extension, or a documentation id.
    pub subject: String,
    /// How it was.
    pub old: String,
    /// How it is.
    pub new: String,
    /// What happened.
    pub message: String,
    /// Why it has that impact.
    pub why: &'static str,
}

impl Row {
    fn of(change: Change) -> Self {
        Self {
            message: change.message(),
            kind: change.kind.name,
            level: change.kind.level,
            o11: change.kind.o11,
            odc: change.kind.odc,
            why: change.kind.why,
            subject: change.subject,
            old: change.old,
            new: change.new,
        }
    }

    /// The graver of its impacts.
    pub fn impact(&self) -> Impact {
        self.o11.max(self.odc)
    }
}

impl Document {
    /// The document of `changes`; `versions` are the old and the new one of the extension, where such were compared.
    pub fn new(mut changes: Vec<Change>, versions: Option<(&Extension, &Extension)>) -> Self {
        let portal = versions.map_or_else(Vec::new, |(old, new)| diff::portal(old, new));
        // The order of the comparison stays within an impact.
        changes.sort_by_key(|change| (change.kind.level, std::cmp::Reverse(change.kind.impact())));
        let decisive = match versions {
            Some(_) => Level::Extension,
            None => Level::Net,
        };
        let impacts = changes
            .iter()
            .filter(|change| change.kind.level == decisive);
        Self {
            bump: diff::bump(impacts.map(|change| change.kind.impact())),
            changes: changes.into_iter().map(Row::of).collect(),
            portal,
        }
    }
}
