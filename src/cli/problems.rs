use super::args::Format;
use super::response::{Exit, Response, Tone, say};
use super::style::count;
use crate::clr::{FileProblem, FileStore, Library};
use crate::emit::sarif::{Level, Notification};
use serde::Serialize;

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

    /// The problem as SARIF shows it.
    pub(super) fn notification(&self) -> Notification {
        let level = match self.severity {
            "error" => Level::Error,
            "warning" => Level::Warning,
            _ => Level::Note,
        };
        Notification::new(level, format!("{}. {}", self.message, self.help))
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
            say_problem(problem);
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

/// Tells people about one problem.
pub(super) fn say_problem(problem: &FileProblem) {
    let tone = if problem.is_error {
        Tone::Error
    } else {
        Tone::Warning
    };
    say(tone, &format!("{problem}. {}", problem.kind.help()));
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
    if store.problems().iter().any(|problem| problem.is_error) {
        Exit::Failed
    } else {
        Exit::Fine
    }
}

/// The answer where no input could be opened.
pub(super) fn no_input(store: &FileStore, format: Format) -> Response {
    let mut errors = store.problems().iter().filter(|problem| problem.is_error);
    let (error, help) = match (errors.next(), errors.next()) {
        (Some(only), None) => (only.to_string(), only.kind.help()),
        _ => ("no input could be read".to_owned(), "See the problems."),
    };
    Response::without_result(&error, help, &listed(store), format)
}

/// Tells people about the documentation of inputs that cannot be read, and lists it for JSON.
pub(super) fn documentation(library: &Library<'_>) -> Vec<Problem> {
    let problems = library.inputs().filter_map(|file| file.docs().err());
    problems
        .inspect(|problem| say_problem(problem))
        .map(Problem::new)
        .collect()
}
