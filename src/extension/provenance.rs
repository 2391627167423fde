use serde::{Deserialize, Serialize};
use std::fmt;
use std::iter::Sum;

/// An assembly that was translated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Input {
    /// File name without a folder.
    pub file: String,
    /// Simple name of the assembly.
    pub assembly: String,
    /// Assembly version, `a.b.c.d`.
    pub version: String,
    /// Module version id, lower case with hyphens.
    pub mvid: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Target framework, for instance `.NETFramework,Version=v4.7.2`; empty where unknown.
    pub framework: String,
}

/// What became of a public member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MemberState {
    /// It is one or more actions.
    Translated,
    /// It is part of a structure, an entity or another action.
    Absorbed,
    /// It was left out, for the reason that a diagnostic gives.
    Skipped,
}

/// A public member and its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct PublicMember {
    /// Documentation id.
    pub id: String,
    /// What became of it.
    pub state: MemberState,
    /// The actions, the structure attribute or the diagnostic code that decided its state.
    pub by: Vec<String>,
}

/// The counts of the public members by state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// All public members; the sum of the other three.
    pub public: usize,
    /// Members that became actions.
    pub translated: usize,
    /// Members that became part of something else.
    pub absorbed: usize,
    /// Members that were left out.
    pub skipped: usize,
}

impl Coverage {
    /// Counts the states of members.
    pub fn of(states: impl IntoIterator<Item = MemberState>) -> Self {
        let mut coverage = Self::default();
        for state in states {
            coverage.public += 1;
            match state {
                MemberState::Translated => coverage.translated += 1,
                MemberState::Absorbed => coverage.absorbed += 1,
                MemberState::Skipped => coverage.skipped += 1,
            }
        }
        coverage
    }

    /// The share of members that were translated or absorbed, in tenths of a per cent, rounded down;
    /// 1000 where there is no public member.
    pub fn per_mille(&self) -> usize {
        match self.public {
            0 => 1000,
            public => (self.translated + self.absorbed) * 1000 / public,
        }
    }
}

/// Writes the headline of a translation:
/// `231 public members: 184 translated, 30 absorbed, 17 skipped (92.6 %)`.
impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per_mille = self.per_mille();
        write!(
            f,
            "{} public member{}: {} translated, {} absorbed, {} skipped ({}.{} %)",
            self.public,
            if self.public == 1 { "" } else { "s" },
            self.translated,
            self.absorbed,
            self.skipped,
            per_mille / 10,
            per_mille % 10
        )
    }
}

impl Sum for Coverage {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, part| Self {
            public: sum.public + part.public,
            translated: sum.translated + part.translated,
            absorbed: sum.absorbed + part.absorbed,
            skipped: sum.skipped + part.skipped,
        })
    }
}

/// How much a [`Diagnostic`] matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// For information.
    Info,
    /// Something was left out or may surprise.
    Warning,
    /// The result would not work.
    Error,
}

/// A platform that an extension is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Target {
    /// OutSystems 11.
    O11,
    /// OutSystems Developer Cloud.
    Odc,
}

/// A finding of the translation (TRANSLATION §13).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// `DL` and four digits.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The only target for which it holds; both where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Documentation id of the member or type that it concerns; empty for the whole extension.
    pub id: String,
    /// What happened, in one sentence.
    pub message: String,
    /// Why, in one sentence.
    pub why: String,
    /// What to do, in one sentence.
    pub help: String,
}
