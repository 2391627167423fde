//! The parts of a C# file in which people edit methods, by which a later run knows what they edited.

use super::csharp::{BYTE_ORDER_MARK, Source};
use crate::hash::sha256_of_lines;
use std::collections::BTreeMap;

/// SHA-256 of each part of a file, as generated: of its members, under their keys, and of its head. Byte order
/// marks and line ends do not count.
pub(in crate::emit) type Parts = BTreeMap<String, String>;

/// What stands for the lines above the class; no member is called so.
pub(in crate::emit) const HEAD: &str = "the lines above the class";

/// The parts of a generated file; none where its members cannot be told apart.
pub(in crate::emit) fn found(generated: &str) -> Option<Parts> {
    of(&Source::parse(generated, None)?)
}

/// The parts of a file that is generated; none where two members have one key.
pub(in crate::emit) fn of(source: &Source<'_>) -> Option<Parts> {
    let mut parts = Noted::new(source.head);
    for member in &source.members {
        parts.add(&member.key, member.text);
    }
    parts.finish()
}

/// The hash of a part.
pub(in crate::emit) fn hash(part: &str) -> String {
    sha256_of_lines(part.trim_start_matches(BYTE_ORDER_MARK))
}

/// Parts that are noted as they are written.
pub(in crate::emit) struct Noted {
    parts: Parts,
    is_clear: bool,
}

impl Noted {
    pub(in crate::emit) fn new(head: &str) -> Self {
        Self {
            parts: Parts::from([(HEAD.to_owned(), hash(head))]),
            is_clear: true,
        }
    }

    /// Adds a member: its lines, with the comments above it.
    pub(in crate::emit) fn add(&mut self, key: &str, text: &str) {
        let last = self.parts.insert(key.to_owned(), hash(text));
        self.is_clear &= last.is_none();
    }

    /// The parts; none where two members have one key.
    pub(in crate::emit) fn finish(self) -> Option<Parts> {
        self.is_clear.then_some(self.parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clr::{FileStore, Library};
    use crate::emit::o11::{extension_files, lower};
    use crate::translate::{Options, translate};
    use std::path::Path;

    #[test]
    fn what_is_noted_is_what_would_be_found() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
        for name in ["Rules", "Rarities", "RoundTrip", "Modern", "MortgageLib"] {
            let store = FileStore::open(&[folder.join(format!("{name}.dll"))], &[]);
            let translation = translate(&Library::new(&store), &Options::default());
            let files = extension_files(&translation, &lower(&translation.extension)).unwrap();
            let mut edited = files.iter().filter(|file| file.is_edited);
            let file = edited.next().unwrap();
            let text = str::from_utf8(&file.bytes).unwrap();
            assert!(file.parts.is_some());
            assert_eq!(file.parts, found(text), "{name}");
        }
    }
}
