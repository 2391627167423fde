use super::Pattern;
use super::pattern::{Part, Subject};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// Patterns, and which of them named something.
pub(super) struct Patterns<'c> {
    patterns: Vec<(&'c Pattern, bool)>,
    /// The positions of the patterns that can only name what has this part.
    by_part: HashMap<Part<'c>, Vec<usize>>,
    /// The lengths of these parts.
    lengths: BTreeSet<usize>,
}

impl<'c> Patterns<'c> {
    pub(super) fn new(patterns: &'c [Pattern]) -> Self {
        let mut by_part = HashMap::<_, Vec<usize>>::default();
        for (at, pattern) in patterns.iter().enumerate() {
            by_part.entry(pattern.part()).or_default().push(at);
        }
        Self {
            patterns: patterns.iter().map(|pattern| (pattern, false)).collect(),
            lengths: by_part.keys().map(|part| part.text().len()).collect(),
            by_part,
        }
    }

    /// Whether one of them names the subject; all that do are remembered.
    pub(super) fn name(&mut self, subject: &Subject<'_>) -> bool {
        let parts = self
            .lengths
            .iter()
            .flat_map(|length| subject.parts(*length));
        let possible = parts.filter_map(|part| self.by_part.get(&part));
        let possible: BTreeSet<usize> = possible.flatten().copied().collect();
        let mut any = false;
        for at in possible {
            if let Some((pattern, is_used)) = self.patterns.get_mut(at)
                && pattern.names(subject)
            {
                *is_used = true;
                any = true;
            }
        }
        any
    }

    /// The patterns that named nothing.
    pub(super) fn idle(self) -> impl Iterator<Item = String> {
        let idle = self.patterns.into_iter().filter(|(_, is_used)| !is_used);
        idle.map(|(pattern, _)| pattern.as_str().to_owned())
    }
}
