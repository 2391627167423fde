use super::Kind;
use serde::Serialize;

/// What a change does to consumers; the gravest is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Impact {
    /// Nothing that runs changes.
    Cosmetic,
    /// Consumers go on working, perhaps after a refresh of their dependencies.
    Compatible,
    /// Consumers have to be changed, or fail.
    Breaking,
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The extension: actions, parameters, structures, attributes, entities.
    Extension,
    /// The public surface of the .NET assemblies.
    Net,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What happened, and what it means.
    pub kind: &'static Kind,
    /// What it happened to: a name in the extension (`Action.Parameter`), or a documentation id.
    pub subject: String,
    /// How it was; empty where nothing was.
    pub old: String,
    /// How it is; empty where nothing is.
    pub new: String,
}

impl Change {
    pub(super) fn new(kind: &'static Kind, subject: impl Into<String>) -> Self {
        Self {
            kind,
            subject: subject.into(),
            old: String::new(),
            new: String::new(),
        }
    }

    pub(super) fn changed(mut self, old: impl ToString, new: impl ToString) -> Self {
        self.old = old.to_string();
        self.new = new.to_string();
        self
    }

    /// Name of the action, structure or entity that the subject is, or is a part of.
    pub fn element(&self) -> &str {
        let end = self.subject.find('.').unwrap_or(self.subject.len());
        self.subject.get(..end).unwrap_or_default()
    }

    /// What happened, in one sentence.
    pub fn message(&self) -> String {
        let what = self.kind.what.replace("{}", &self.subject);
        // Descriptions are sentences themselves.
        if self.kind.name.ends_with("description") {
            return format!("{what}.");
        }
        match (self.old.as_str(), self.new.as_str()) {
            ("", "") => format!("{what}."),
            ("", new) => format!("{what}: {new}."),
            (old, "") => format!("{what}: it was {old}."),
            (old, new) => format!("{what}: {old} → {new}."),
        }
    }
}

/// The part of a version (`major.minor.patch`) that a set of changes asks to be counted up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// Nothing changed.
    None,
    /// Only what is cosmetic.
    Patch,
    /// Something is new, and nothing breaks.
    Minor,
    /// Something breaks.
    Major,
}

/// The part of the version to count up for changes with these impacts.
pub fn bump(impacts: impl Iterator<Item = Impact>) -> Bump {
    match impacts.max() {
        None => Bump::None,
        Some(Impact::Cosmetic) => Bump::Patch,
        Some(Impact::Compatible) => Bump::Minor,
        Some(Impact::Breaking) => Bump::Major,
    }
}
