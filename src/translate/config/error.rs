use super::nearest;
use serde::de::DeserializeOwned;
use std::fmt;
use std::ops::Range;
use thiserror::Error;

/// What is wrong with a TOML file, and where.
///
/// `Display` writes `line:column: what`, so that the file's path and a colon can go before it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct TomlError {
    /// Line, from 1; 0 where no place is to blame.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What may have been meant.
    pub suggestion: Option<String>,
}

impl fmt::Display for TomlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(f, "; perhaps `{suggestion}` is meant"),
            None => Ok(()),
        }
    }
}

/// Reads a TOML document.
pub(in crate::translate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, TomlError> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = error
            .span()
            .map_or((0, 0), |span| position(text, span.clone()));
        let (message, suggestion) = explained(error.message());
        TomlError {
            line,
            column,
            message,
            suggestion,
        }
    })
}

fn position(text: &str, span: Range<usize>) -> (usize, usize) {
    let before = text.get(..span.start).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (
        before.matches('\n').count().saturating_add(1),
        line.chars().count().saturating_add(1),
    )
}

/// A message in our words, and the known name that is nearest to the one that is not known.
///
/// Only serde's message tells the known names, each between backquotes after the unknown one.
fn explained(message: &str) -> (String, Option<String>) {
    let message = message.trim_end();
    for (beginning, own) in [
        ("unknown field `", "unknown key"),
        ("unknown variant `", "unknown value"),
    ] {
        let Some((unknown, rest)) = message
            .strip_prefix(beginning)
            .and_then(|rest| rest.split_once('`'))
        else {
            continue;
        };
        let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
        let own = format!("{own} `{unknown}`");
        return match nearest(unknown, known.iter().copied()) {
            Some(nearest) => (own, Some(nearest.to_owned())),
            None if known.is_empty() => (own, None),
            None => (format!("{own}, known are `{}`", known.join("`, `")), None),
        };
    }
    (message.replace('\n', ", "), None)
}

#[cfg(test)]
mod tests {
    use crate::translate::config::Config;

    fn error(text: &str) -> String {
        Config::parse(text).unwrap_err().to_string()
    }

    #[test]
    fn unknown_keys_are_named_with_their_place_and_what_was_meant() {
        for (text, message) in [
            (
                "exlude = []",
                "1:1: unknown key `exlude`; perhaps `exclude` is meant",
            ),
            (
                "name = 'A'\n\n[policies]\nenum = 'text'",
                "4:1: unknown key `enum`; perhaps `enums` is meant",
            ),
            (
                "[policies]\nenums = 'txt'",
                "2:9: unknown value `txt`; perhaps `text` is meant",
            ),
            (
                "[policies]\nenums = 'ordinal'",
                "2:9: unknown value `ordinal`, known are `text`, `integer`",
            ),
            (
                "[type]\n'T:Ns.T' = 'handel'",
                "2:12: unknown value `handel`; perhaps `handle` is meant",
            ),
            (
                "[member.'M:Ns.T.M']\ndescriptoin = ''",
                "2:1: unknown key `descriptoin`; perhaps `description` is meant",
            ),
        ] {
            assert_eq!(error(text), message, "{text}");
        }
    }

    #[test]
    fn wrong_values_are_named_with_their_place() {
        for (text, message) in [
            (
                "include = 'A'",
                "1:11: invalid type: string \"A\", expected a sequence",
            ),
            (
                "[rename]\n\"é\" = \"x\"\n'M:N.T.M' = '1st'",
                "3:13: `1st` is no OutSystems name: a letter, then letters, digits and underscores",
            ),
            (
                "exclude = ['A.*',\n  '[Obsolete']",
                "1:11: `[Obsolete` has no closing bracket",
            ),
            (
                "[instantiate]\n'M:N.T.M``1' = [[]]",
                "2:16: type arguments are full names of types, as in [\"System.Int32\"]",
            ),
        ] {
            assert_eq!(error(text), message, "{text}");
        }
        assert!(error("name =").starts_with("1:7: "), "{}", error("name ="));
    }
}
