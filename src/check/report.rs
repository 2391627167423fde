use super::finding::{Finding, Findings};
use super::package::Package;
use crate::extension::Severity;
use serde::Serialize;

/// What was found in a package.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// File name of the package.
    pub package: String,
    /// What the package is.
    #[serde(skip)]
    pub kind: PackageKind,
    /// The library in it; `None` where it has no interface with the attribute `OSInterface`.
    pub library: Option<CheckedLibrary>,
    /// The findings, the gravest first.
    pub findings: Vec<Finding>,
    /// How many more there are, which were left out because there are so many of their codes.
    pub left_out: usize,
}

/// What a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageKind {
    /// A ZIP archive.
    Archive,
    /// A publish folder.
    Folder,
    /// An assembly, and what it references of those beside it.
    Assembly,
}

/// Which library a package holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckedLibrary {
    /// The name that it will have in ODC.
    pub name: String,
    /// Full name of its interface.
    pub interface: String,
    /// The file that has the interface.
    pub file: String,
    /// How many actions it has.
    pub actions: usize,
    /// How many structures it has.
    pub structures: usize,
}

impl Report {
    pub(super) fn new(
        package: &Package,
        library: Option<CheckedLibrary>,
        findings: Findings,
    ) -> Self {
        let (findings, left_out) = findings.into_sorted();
        Self {
            package: package.name(),
            kind: package.kind(),
            library,
            findings,
            left_out,
        }
    }

    /// How many findings are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let findings = self.findings.iter();
        findings.filter(|of| of.severity == severity).count()
    }
}
