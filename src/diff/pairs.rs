use foldhash::HashMap;
use std::hash::Hash;

/// What two versions have in common, and what only one has.
pub(super) struct Pairs<'a, T> {
    /// In the order of the old version.
    pub(super) both: Vec<(&'a T, &'a T)>,
    pub(super) removed: Vec<&'a T>,
    pub(super) added: Vec<&'a T>,
}

/// Pairs the items with equal keys. Of several with one key, the first belongs to the first.
pub(super) fn pairs<'a, T, K: Eq + Hash>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&'a T) -> K,
) -> Pairs<'a, T> {
    let mut left: HashMap<K, Vec<usize>> = HashMap::default();
    for (at, item) in new.iter().enumerate().rev() {
        left.entry(key(item)).or_default().push(at);
    }
    let mut pairs = Pairs {
        both: Vec::new(),
        removed: Vec::new(),
        added: Vec::new(),
    };
    let mut is_taken = vec![false; new.len()];
    for item in old {
        let at = left.get_mut(&key(item)).and_then(Vec::pop);
        match at.and_then(|at| Some((new.get(at)?, is_taken.get_mut(at)?))) {
            Some((other, is_taken)) => {
                *is_taken = true;
                pairs.both.push((item, other));
            }
            None => pairs.removed.push(item),
        }
    }
    let rest = new.iter().zip(is_taken).filter(|(_, taken)| !taken);
    pairs.added = rest.map(|(item, _)| item).collect();
    pairs
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn equal_keys_are_paired_in_order() {
        let (old, new) = (["a1", "a2", "b"], ["c", "a3", "a4"]);
        let pairs = pairs(&old, &new, |item| item.as_bytes()[0]);
        assert_eq!(pairs.both, [(&"a1", &"a3"), (&"a2", &"a4")]);
        assert_eq!((pairs.removed, pairs.added), (vec![&"b"], vec![&"c"]));
    }
}
