//! Names as the wizard gives them (O11.md §1.3).

use crate::translate::mapper::NAME;
use crate::translate::{Names, fit, identifier};
use foldhash::HashMap;

/// `name` with `_` for every character that OutSystems does not allow. What an identifier cannot begin
/// with is treated as in the profile `structured`: what the wizard does with it is unknown.
pub(super) fn plain(name: &str) -> String {
    let plain = name.chars().map(|c| match c.is_ascii_alphanumeric() {
        true => c,
        false => '_',
    });
    identifier(&plain.collect::<String>())
}

/// `name` with a capital first letter.
pub(super) fn capitalised(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// Names that are given one after another: the first keeps the plain one, the next get `1`, `2` and so on.
#[derive(Default)]
pub(super) struct Suffixes {
    taken: Names,
    /// The number to try next, by name in lower case.
    next: HashMap<String, usize>,
}

impl Suffixes {
    /// For names that must differ from those that are taken, too.
    pub(super) fn beside(taken: &Names) -> Self {
        Self {
            taken: taken.clone(),
            next: HashMap::default(),
        }
    }

    /// A free name. `id` feeds the hash in a name that would be too long.
    pub(super) fn give(&mut self, name: &str, id: &str) -> String {
        let stem = fit(name, id, NAME);
        if self.taken.take(&stem) {
            return stem;
        }
        let next = self.next.entry(stem.to_lowercase()).or_insert(1);
        loop {
            let suffix = next.to_string();
            *next = next.saturating_add(1);
            let kept = stem.chars().take(NAME.saturating_sub(suffix.len()));
            let name: String = kept.chain(suffix.chars()).collect();
            if self.taken.take(&name) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_are_not_allowed_become_underscores() {
        for (name, expected) in [
            ("msgIn", "msgIn"),
            ("preço", "pre_o"),
            ("Return_Loan[]", "Return_Loan__"),
            ("Return_List`1", "Return_List_1"),
            ("_x", "x"),
        ] {
            assert_eq!(plain(name), expected);
        }
    }

    #[test]
    fn the_first_of_several_keeps_the_plain_name() {
        let mut names = Suffixes::default();
        let given: Vec<String> = ["LoanAdd", "LoanAdd1", "LoanAdd", "loanadd"]
            .iter()
            .map(|name| names.give(name, ""))
            .collect();
        assert_eq!(given, ["LoanAdd", "LoanAdd1", "LoanAdd2", "loanadd3"]);
    }

    #[test]
    fn a_number_has_room_in_the_longest_name() {
        let mut names = Suffixes::default();
        let name = "A".repeat(NAME);
        assert_eq!(names.give(&name, ""), name);
        assert_eq!(names.give(&name, ""), format!("{}1", "A".repeat(49)));
    }
}
