//! What ODC would say of an external library: a package is checked before it is uploaded.
//!
//! ODC validates a package on the server and answers with the codes `OS-ELG-MODL-05001` to `05029`. [`check`]
//! decides all of them from metadata and the directory of the archive alone, and adds findings of our own
//! that ODC does not make, or only when a call fails. [`codes`] lists both.
//!
//! A check goes through two steps. First every file is read once, one at a time (`survey`): the rules about
//! the package (`rules::layout`, `rules::closure`, `rules::framework`) need no more than what is kept from
//! that. Then the assembly with the interface is opened, with those that define the types it uses, and the
//! rules about the library look at it.
//!
//! ```no_run
//! let report = dllift::check::check("Vendor.zip".as_ref())?;
//! for finding in &report.findings {
//!     println!("{}: {}", finding.code, finding.message);
//! }
//! # Ok::<(), dllift::check::CheckError>(())
//! ```
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod codes;
mod error;
mod finding;
mod library;
mod package;
mod report;
mod rules;
mod survey;

pub use codes::{Code, code, codes};
pub use error::CheckError;
pub use finding::Finding;
pub use report::{CheckedLibrary, PackageKind, Report};

use crate::limits;
use finding::Findings;
use package::Package;
use std::path::{Path, PathBuf};
use survey::Survey;

/// Checks the package at `path`: a ZIP archive, a publish folder, or an assembly, which stands for itself and
/// what it references of the assemblies beside it.
///
/// # Errors
/// [`CheckError`], where there is no package that could be checked.
pub fn check(path: &Path) -> Result<Report, CheckError> {
    Package::open(path).map(|package| report(&package))
}

/// Checks the ZIP archive in `bytes`.
///
/// # Errors
/// [`CheckError::DamagedArchive`], where it is none.
pub fn check_archive(bytes: Vec<u8>) -> Result<Report, CheckError> {
    Package::of_archive(bytes).map(|package| report(&package))
}

/// The files in `folder` and its subfolders: their names in a package, sorted, and their paths.
pub(crate) fn files_of_folder(folder: &Path) -> Result<Vec<(String, PathBuf)>, CheckError> {
    let files = package::files_of_folder(folder)?.into_iter();
    Ok(files.map(|(name, _, path)| (name, path)).collect())
}

fn report(package: &Package) -> Report {
    let mut findings = Findings::default();
    let survey = Survey::of(package, &mut findings);
    rules::package(package, &survey, &mut findings);
    let mut checked = None;
    // Where there are several, the package is refused for that already.
    for (facts, interface) in survey.libraries().into_iter().take(limits::LIBRARIES) {
        let library = library::check(package, &survey, facts, interface, &mut findings);
        checked = checked.or(library);
    }
    Report::new(package, checked, findings)
}
