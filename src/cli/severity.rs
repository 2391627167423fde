use super::response::{Tone, say};
use super::style::{ERROR, NOTE, WARNING, count};
use crate::extension::Severity;
use anstyle::Style;

/// How a severity is shown.
pub(super) fn label(severity: Severity) -> (Style, &'static str) {
    match severity {
        Severity::Error => (ERROR, "error"),
        Severity::Warning => (WARNING, "warning"),
        Severity::Info => (NOTE, "note"),
    }
}

/// Whether findings of these severities make a run fail: an error among them, or, with `strict`, a warning,
/// which people are told then.
pub(super) fn grave(severities: impl Iterator<Item = Severity>, strict: bool) -> bool {
    let (mut errors, mut warnings) = (0, 0);
    for severity in severities {
        errors += usize::from(severity == Severity::Error);
        warnings += usize::from(severity == Severity::Warning);
    }
    if errors == 0 && warnings > 0 && strict {
        say_strict(warnings);
    }
    errors > 0 || strict && warnings > 0
}

/// Tells people why a run fails that has only warnings.
pub(super) fn say_strict(warnings: usize) {
    let warnings = count(warnings, "warning");
    let help = "dllift explain CODE says what can be done.";
    say(Tone::Error, &format!("{warnings} with --strict. {help}"));
}
