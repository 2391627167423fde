//! Every finding that a package can have, as data.

mod dllift;
mod outsystems;

use crate::extension::Severity;

use dllift::DLLIFT;
use outsystems::OUTSYSTEMS;

/// A row of the tables.
#[derive(Debug)]
pub struct Code {
    /// `OS-ELG-MODL-` and five digits, or `DL` and four.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong; each `{}` stands for a detail.
    pub message: &'static str,
    /// Why.
    pub why: &'static str,
    /// What to do.
    pub help: &'static str,
    /// What causes it, then what does not.
    pub example: &'static str,
}

const fn row(
    code: &'static str,
    severity: Severity,
    message: &'static str,
    why: &'static str,
    help: &'static str,
    example: &'static str,
) -> Code {
    Code {
        code,
        severity,
        message,
        why,
        help,
        example,
    }
}

impl Code {
    /// The page of OutSystems about it; our own codes have none.
    pub fn link(&self) -> Option<String> {
        let is_theirs = self.code.starts_with(PREFIX);
        is_theirs.then(|| format!("https://www.outsystems.com/tk/redirect?g={}", self.code))
    }

    /// The message with `details` in the places of its `{}`.
    pub(super) fn message_with(&self, details: &[&str]) -> String {
        let mut parts = self.message.split("{}");
        let mut message = parts.next().unwrap_or_default().to_owned();
        for (part, detail) in parts.zip(details) {
            message.push_str(detail);
            message.push_str(part);
        }
        message
    }
}

/// How OutSystems' codes begin: validation of external libraries.
const PREFIX: &str = "OS-ELG-MODL-";

/// All of them: OutSystems' codes, then ours.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    OUTSYSTEMS.iter().chain(DLLIFT)
}

/// The row with this code; of OutSystems' codes the digits are enough.
///
/// ```
/// use dllift::check::code;
///
/// assert!(code("05015").is_some_and(|row| row.code == "OS-ELG-MODL-05015"));
/// ```
pub fn code(code: &str) -> Option<&'static Code> {
    codes().find(|row| row.code == code || row.code.strip_prefix(PREFIX) == Some(code))
}

#[cfg(test)]
mod tests {
    use super::{DLLIFT, OUTSYSTEMS, codes};

    #[test]
    fn every_code_is_there_once_and_says_everything() {
        let numbers = OUTSYSTEMS.iter().map(|row| row.code.to_owned());
        let expected = (1..=29).map(|number| format!("OS-ELG-MODL-050{number:02}"));
        assert!(numbers.eq(expected));
        assert!(DLLIFT.is_sorted_by(|a, b| a.code < b.code));
        for row in codes() {
            for text in [row.message, row.why, row.help] {
                assert!(text.ends_with('.') && !text.contains("  "), "{text}");
            }
            assert!(!row.example.is_empty(), "{} has no example", row.code);
        }
    }
}
