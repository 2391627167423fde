/// Jaro-Winkler similarity, from which on a slip of the pen is likely.
const ALIKE: f64 = 0.8;

/// Names to compare others with.
pub(super) struct Known<'k>(Vec<(Vec<char>, &'k str)>);

impl<'k> Known<'k> {
    pub(super) fn new(names: impl IntoIterator<Item = &'k str>) -> Self {
        let names = names.into_iter();
        Self(names.map(|name| (lower_case(name), name)).collect())
    }

    /// The one that is most like `text`, the first of several, if any is like it at all.
    pub(super) fn nearest(&self, text: &str) -> Option<&'k str> {
        let text = lower_case(text);
        let names = self.0.iter();
        let alike = names.map(|(known, name)| (strsim::generic_jaro_winkler(&text, known), name));
        let (_, nearest) = alike
            .filter(|(similarity, _)| *similarity >= ALIKE)
            .min_by(|a, b| b.0.total_cmp(&a.0))?;
        Some(nearest)
    }
}

fn lower_case(name: &str) -> Vec<char> {
    name.to_lowercase().chars().collect()
}

/// The one of `known` that is most like `text`, the first of several, if any is like it at all.
pub(crate) fn nearest<'k>(text: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    Known::new(known).nearest(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_alike_is_suggested() {
        let known = ["include", "exclude", "rename"];
        assert_eq!(nearest("INCLUDES", known), Some("include"));
        assert_eq!(nearest("policies", known), None);
    }
}
