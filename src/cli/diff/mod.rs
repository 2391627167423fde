//! `dllift diff`: what changed between two versions, and whom it breaks.

mod text;
mod version;

use super::args::{Diff, DiffFormat, FailOn, Format};
use super::response::{Exit, Response};
use crate::diff::{self, Change, Impact};
use crate::emit::diff::{Document, markdown};
use crate::emit::sarif;
use version::{Version, VersionError};

pub(super) fn run(arguments: &Diff) -> Response {
    let compared = match compare(arguments) {
        Ok(document) => document,
        Err(error) => {
            let form = match arguments.format {
                DiffFormat::Sarif => Format::Sarif,
                _ => Format::Text,
            };
            return Response::failure(&error.to_string(), error.help(), &[], form)
                .with_exit(Exit::Usage);
        }
    };
    let least = arguments.fail_on.map(|fail_on| match fail_on {
        FailOn::Breaking => Impact::Breaking,
        FailOn::Compatible => Impact::Compatible,
        FailOn::Cosmetic => Impact::Cosmetic,
    });
    let is_found = least.is_some_and(|least| {
        let mut changes = compared.changes.iter();
        changes.any(|change| change.impact() >= least)
    });
    let exit = if is_found { Exit::Failed } else { Exit::Fine };
    match arguments.format {
        DiffFormat::Text => Response::styled(text::text(&compared), exit),
        DiffFormat::Json => Response::json(&compared, exit),
        DiffFormat::Markdown => Response::exact(markdown(&compared), exit),
        DiffFormat::Sarif => {
            Response::json(&sarif::difference_log(&compared, &arguments.new), exit)
        }
    }
}

fn compare(arguments: &Diff) -> Result<Document, VersionError> {
    let old = Version::open(&arguments.old, arguments)?;
    let new = Version::open(&arguments.new, arguments)?;
    let (libraries, stores) = (old.library(), new.library());
    let mut changes: Vec<Change> = Vec::new();
    let (old_extension, lock) = old.extension(libraries.as_ref(), None, arguments)?;
    let (new_extension, _) = new.extension(stores.as_ref(), Some(lock), arguments)?;
    changes.extend(diff::definition(&old_extension, &new_extension));
    if let (Some(old), Some(new)) = (&libraries, &stores) {
        changes.extend(diff::surface(old, new));
    }
    let versions = (&old_extension, &new_extension);
    Ok(Document::new(changes, Some(versions)))
}
