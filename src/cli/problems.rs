use super::args::Format;
use super::response::{Exit, Response, Tone, say};
use super::style::count;
use crate::clr::{FileProblem, FileStore, Library};
use crate::emit::sarif::{Level, Notification};
use crate::xif::XifNote;
use serde::Serialize;
use std::path::Path;

/// Warnings beyond these are only counted; a folder of versions of one library has one for each file.
const WARNINGS: usize = 5;

/// A problem as JSON shows it.
#[derive(Serialize)]
pub(super) struct Problem {
    severity: &'static str,
    path: String,
    message: String,
    help: &'static str,
}

impl Problem {
    fn new(problem: &FileProblem) -> Self {
        Self {
            severity: if problem.is_error { "error" } else { "warning" },
            path: problem.path.display().to_string(),
            message: problem.to_string(),
            help: problem.kind.help(),
        }
    }

    /// A problem of the file at `path` that is none of a [`FileStore`].
    pub(super) fn of(path: &Path, message: String, help: &'static str, is_error: bool) -> Self {
        Self {
            severity: if is_error { "error" } else { "warning" },
            path: path.display().to_string(),
            message,
            help,
        }
    }

    /// Tells people about it.
    pub(super) fn say(&self) {
        let tone = match self.severity {
            "error" => Tone::Error,
            "warning" => Tone::Warning,
            _ => Tone::Note,
        };
        say(tone, &format!("{}. {}", self.message, self.help));
    }

    /// The problem as SARIF shows it.
    pub(super) fn notification(&self) -> Notification {
        let level = match self.severity {
            "error" => Level::Error,
            "warning" => Level::Warning,
            _ => Level::Note,
        };
        Notification::new(level, format!("{}. {}", self.message, self.help))
    }

    /// Whether something that was asked for is missing because of it.
    fn is_error(&self) -> bool {
        self.severity == "error"
    }

    /// Whether it is more than information.
    pub(super) fn is_warning(&self) -> bool {
        self.severity != "info"
    }
}

/// Tells people about the problems of `store`.
pub(super) fn say_problems(store: &FileStore) {
    let mut warnings = 0;
    for problem in store.problems() {
        warnings += usize::from(!problem.is_error);
        if problem.is_error || warnings <= WARNINGS {
            Problem::new(problem).say();
        }
    }
    if warnings > WARNINGS {
        let more = count(warnings - WARNINGS, "more warning");
        say(Tone::Warning, &format!("{more}; --format json lists all."));
    }
    if let [first, rest @ ..] = store.skipped() {
        let message = match rest.len() {
            0 => format!("{first}; it was skipped."),
            more => format!(
                "{first}; it and {} that are not .NET assemblies were skipped.",
                count(more, "other file")
            ),
        };
        say(Tone::Note, &message);
    }
}

/// The problems of `store`, then the files that were skipped, as JSON shows them.
pub(super) fn listed(store: &FileStore) -> Vec<Problem> {
    let problems = store.problems().iter().map(Problem::new);
    let skipped = store.skipped().iter().map(|problem| Problem {
        severity: "info",
        ..Problem::new(problem)
    });
    problems.chain(skipped).collect()
}

/// How a run ends that did all it could with `store`.
pub(super) fn exit(store: &FileStore) -> Exit {
    exit_with(&listed(store))
}

/// How a run ends that did all it could and met these problems.
pub(super) fn exit_with(problems: &[Problem]) -> Exit {
    match problems.iter().any(Problem::is_error) {
        true => Exit::Failed,
        false => Exit::Fine,
    }
}

/// The answer where no input could be opened.
pub(super) fn no_input(store: &FileStore, format: Format) -> Response {
    no_input_with(&listed(store), format)
}

/// The answer where these problems leave no input.
pub(super) fn no_input_with(problems: &[Problem], format: Format) -> Response {
    let mut errors = problems.iter().filter(|problem| problem.is_error());
    let (error, help) = match (errors.next(), errors.next()) {
        (Some(only), None) => (only.message.as_str(), only.help),
        _ => ("no input could be read", "See the problems."),
    };
    Response::without_result(error, help, problems, format)
}

/// Tells people about what could not be understood of the extension in `file`.
pub(super) fn say_notes(file: &str, notes: &[XifNote]) {
    if let [first, rest @ ..] = notes {
        let more = match rest.len() {
            0 => String::new(),
            more => format!(", and {more} more, which dllift inspect --format json lists"),
        };
        let message = format!("{file}: {} {}{more}.", first.place, first.message);
        say(Tone::Note, &message);
    }
}

/// Tells people that the configuration renames what is not there.
pub(super) fn say_idle(id: &str) {
    say(
        Tone::Warning,
        &format!("Nothing has the id {id}, which the configuration renames."),
    );
}

/// Tells people about the documentation of inputs that cannot be read, and lists it for JSON.
pub(super) fn documentation(library: &Library<'_>) -> Vec<Problem> {
    let problems = library.inputs().filter_map(|file| file.docs().err());
    problems.map(Problem::new).inspect(Problem::say).collect()
}
