//! `dllift pack`: a publish folder as a package.

use super::args::{Format, Pack};
use super::check::{self, Document};
use super::response::{Exit, Response, Tone, say};
use super::severity::grave;
use super::style::{count, plain};
use crate::check::check as check_package;
use crate::emit::package::{PackError, Packed, pack};
use serde::Serialize;
use std::path::Path;

/// The JSON document.
#[derive(Serialize)]
struct PackDocument<'a> {
    /// What was written; null where the package was refused.
    output: Option<Output>,
    #[serde(flatten)]
    check: Document<'a>,
}

#[derive(Serialize)]
struct Output {
    file: String,
    files: usize,
    size: u64,
}

pub(super) fn run(arguments: &Pack) -> Response {
    let Pack {
        folder,
        out,
        force,
        strict,
        format,
    } = arguments;
    let failure = |error: &PackError| {
        let exit = match error {
            PackError::NotAFolder(_) | PackError::Folder(_) => Exit::Usage,
            _ => Exit::Failed,
        };
        Response::failure(&error.to_string(), error.help(), &[], *format).with_exit(exit)
    };
    let packed = match pack(folder, out, *force) {
        Ok(packed) => packed,
        Err(error) => return failure(&error),
    };
    // The very bytes that will be uploaded.
    let mut report = match check_package(packed.path()) {
        Ok(report) => report,
        Err(error) => {
            return Response::failure(&error.to_string(), error.help(), &[], *format);
        }
    };
    report.package = name(out);
    let output = Output {
        file: out.display().to_string(),
        files: packed.files,
        size: packed.size,
    };
    let is_refused = grave(report.findings.iter().map(|of| of.severity), *strict) && !force;
    let mut text = check::text(&report);
    if is_refused {
        say(Tone::Error, &refusal(out));
    } else {
        text.push_str(&format!("\n{}\n", written(&packed, out)));
        if let Err(error) = packed.keep() {
            return failure(&error);
        }
    }
    let exit = if is_refused { Exit::Failed } else { Exit::Fine };
    match format {
        Format::Json => {
            let document = PackDocument {
                output: (!is_refused).then_some(output),
                check: Document::new(&report),
            };
            Response::json(&document, exit)
        }
        _ => Response::styled(text, exit),
    }
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn refusal(out: &Path) -> String {
    let out = out.display();
    format!("{out} was not written. Mend what is found, or use --force to pack it as it is.")
}

fn written(packed: &Packed, out: &Path) -> String {
    let files = count(packed.files, "file");
    let kilobytes = packed.size.div_ceil(1024);
    plain(&format!("{}: {files}, {kilobytes} KB", out.display()))
}
