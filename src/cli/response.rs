use super::args::Format;
use super::problems::Problem;
use super::style::{self, paint, plain};
use crate::emit::sarif::{self, Level, Notification, Sources};
use serde::Serialize;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// What a subcommand answers: standard output, and whether all went well.
pub(super) struct Response {
    output: Output,
    exit: Exit,
}

enum Output {
    /// For people; styles are taken out unless it goes to a terminal.
    Styled(String),
    /// Written as it is.
    Exact(String),
    /// Written already, or not.
    Streamed(io::Result<()>),
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    Fine,
    /// An input or the output was bad.
    Failed,
    /// The command line is wrong, or there is nothing that `check` could look at.
    Usage,
}

/// The JSON document of a run that has no result.
#[derive(Serialize)]
struct Failure<'a> {
    error: &'a str,
    help: &'a str,
    problems: &'a [Problem],
}

impl Response {
    pub(super) fn styled(text: String, exit: Exit) -> Self {
        Self {
            output: Output::Styled(text),
            exit,
        }
    }

    pub(super) fn exact(text: String, exit: Exit) -> Self {
        Self {
            output: Output::Exact(text),
            exit,
        }
    }

    /// The output was written while it was made, as far as `written` says.
    pub(super) fn streamed(written: io::Result<()>, exit: Exit) -> Self {
        Self {
            output: Output::Streamed(written),
            exit,
        }
    }

    /// `document` as JSON.
    pub(super) fn json<T: Serialize>(document: &T, exit: Exit) -> Self {
        match serde_json::to_string_pretty(document) {
            Ok(json) => Self::exact(json + "\n", exit),
            Err(error) => {
                say(Tone::Error, &format!("{error}. Report a bug of dllift."));
                Self::exact(String::new(), Exit::Failed)
            }
        }
    }

    /// There is no result, because of `error`.
    pub(super) fn failure(error: &str, help: &str, problems: &[Problem], format: Format) -> Self {
        say(Tone::Error, &format!("{error}. {help}"));
        Self::without_result(error, help, problems, format)
    }

    /// As [`Self::failure`], where the reasons were said already.
    pub(super) fn without_result(
        error: &str,
        help: &str,
        problems: &[Problem],
        format: Format,
    ) -> Self {
        match format {
            Format::Text => Self::exact(String::new(), Exit::Failed),
            Format::Json => Self::json(
                &Failure {
                    error,
                    help,
                    problems,
                },
                Exit::Failed,
            ),
            Format::Sarif => {
                let notifications = problems.iter().map(Problem::notification);
                let error = Notification::new(Level::Error, format!("{error}. {help}"));
                let notifications = notifications.chain([error]).collect();
                let log = sarif::log(&[], &Sources::default(), notifications, false);
                Self::json(&log, Exit::Failed)
            }
        }
    }

    /// The same answer with another exit.
    pub(super) fn with_exit(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }

    /// What clap has to say: help and version, or an error in the command line.
    pub(super) fn usage(error: &clap::Error, as_json: bool) -> Self {
        if !error.use_stderr() {
            return Self::styled(error.render().ansi().to_string(), Exit::Fine);
        }
        // Nothing can be done where standard error is closed.
        let _ = error.print();
        if !as_json {
            return Self::exact(String::new(), Exit::Usage);
        }
        let text = error.render().to_string();
        let lines = text.lines().map(str::trim);
        let message: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
        let message = message.join(" ");
        let message = message.strip_prefix("error: ").unwrap_or(&message);
        let help = "See dllift --help.";
        Self::json(
            &Failure {
                error: message,
                help,
                problems: &[],
            },
            Exit::Usage,
        )
    }

    /// Writes the output.
    pub(super) fn send(self) -> ExitCode {
        let written = match self.output {
            Output::Styled(text) => write(&mut anstream::stdout().lock(), &text),
            Output::Exact(text) => write(&mut io::stdout().lock(), &text),
            Output::Streamed(written) => written,
        };
        let exit = match written {
            Ok(()) => self.exit,
            // The reader has seen enough, as in `dllift … | head`.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.exit,
            Err(error) => {
                let message = format!("cannot write to standard output: {error}.");
                say(
                    Tone::Error,
                    &format!("{message} Check what it is connected to."),
                );
                Exit::Failed
            }
        };
        ExitCode::from(match exit {
            Exit::Fine => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
        })
    }
}

fn write(stream: &mut impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}

/// How serious a line on standard error is.
#[derive(Clone, Copy)]
pub(super) enum Tone {
    Error,
    Warning,
    Note,
}

/// Writes one line to standard error.
pub(super) fn say(tone: Tone, message: &str) {
    let (style, label) = match tone {
        Tone::Error => (style::ERROR, "error:"),
        Tone::Warning => (style::WARNING, "warning:"),
        Tone::Note => (style::NOTE, "note:"),
    };
    let line = format!("{} {}\n", paint(style, label), plain(message));
    // Nothing can be done where standard error is closed.
    let _ = anstream::stderr().lock().write_all(line.as_bytes());
}
