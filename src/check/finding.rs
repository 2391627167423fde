use super::codes::code;
use crate::extension::Severity;
use crate::limits;
use foldhash::HashMap;
use serde::Serialize;
use std::cmp::Reverse;

/// Something about a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `OS-ELG-MODL-` and five digits, or `DL` and four.
    pub code: String,
    /// How much it matters: an error makes ODC refuse the package, or the library useless.
    pub severity: Severity,
    /// The file in the package that it is about; empty for the whole package.
    pub file: String,
    /// Documentation id of the type or member that it is about; empty for the whole file.
    pub id: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Why, in one sentence.
    pub why: String,
    /// What to do, in one sentence.
    pub help: String,
    /// The page of OutSystems about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Findings in the making.
#[derive(Debug, Default)]
pub(super) struct Findings {
    list: Vec<Finding>,
    /// How many there are of each code, those left out counted in.
    counts: HashMap<&'static str, usize>,
    left_out: usize,
}

impl Findings {
    /// Adds a finding about `id` in `file`; `details` fill the message of `number`, a code of ours or the
    /// digits of one of OutSystems'.
    pub(super) fn add(&mut self, number: &'static str, file: &str, id: &str, details: &[&str]) {
        let Some(row) = code(number) else {
            debug_assert!(false, "{number} is no code");
            return;
        };
        let count = self.counts.entry(row.code).or_default();
        *count = count.saturating_add(1);
        if *count > limits::FINDINGS {
            self.left_out = self.left_out.saturating_add(1);
            return;
        }
        let details: Vec<_> = details.iter().map(|detail| shortened(detail)).collect();
        let details: Vec<_> = details.iter().map(String::as_str).collect();
        self.list.push(Finding {
            code: row.code.to_owned(),
            severity: row.severity,
            file: shortened(file),
            id: shortened(id),
            message: row.message_with(&details),
            why: row.why.to_owned(),
            help: row.help.to_owned(),
            link: row.link(),
        });
    }

    /// Takes over the findings of `other`.
    pub(super) fn append(&mut self, mut other: Self) {
        self.list.append(&mut other.list);
        self.left_out = self.left_out.saturating_add(other.left_out);
    }

    /// All of them, each once, the gravest first, else OutSystems' before ours and in order of their codes
    /// and places; and how many were left out.
    pub(super) fn into_sorted(self) -> (Vec<Finding>, usize) {
        fn key(of: &Finding) -> impl Ord + '_ {
            let place = (&of.code, &of.file, &of.id, &of.message);
            (Reverse(of.severity), of.link.is_none(), place)
        }
        let mut list = self.list;
        list.sort_by(|a, b| key(a).cmp(&key(b)));
        list.dedup();
        (list, self.left_out)
    }
}

/// A detail as long as a message can bear; a name in a damaged file can have megabytes.
fn shortened(detail: &str) -> String {
    const MOST: usize = 400;
    match detail.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", detail.get(..end).unwrap_or_default()),
        None => detail.to_owned(),
    }
}

/// `text` as the beginning of a sentence.
pub(super) fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// `A, B, C and 4 more`: the first few names and how many there are.
pub(super) fn some_of<S: AsRef<str>>(names: &[S]) -> String {
    const NAMED: usize = 5;
    let named: Vec<_> = names.iter().take(NAMED).map(AsRef::as_ref).collect();
    let named = named.join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} more"),
    }
}
