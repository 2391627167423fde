use foldhash::HashSet;
use std::sync::LazyLock;

/// The classes of .NET 10 that others can derive from and that implement `IDisposable`: each line a namespace with
/// names.
const CLASSES: &str = include_str!("disposable.txt");

/// Whether a class of the framework implements `IDisposable`, and with it what derives from it.
pub(crate) fn is_disposable_class(namespace: &str, name: &str) -> bool {
    static NAMES: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
        let lines = CLASSES.lines().filter_map(|line| line.split_once(' '));
        let names = |(namespace, names): (&'static str, &'static str)| {
            names.split(' ').map(move |name| (namespace, name))
        };
        lines.flat_map(names).collect()
    });
    NAMES.contains(&(namespace, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_disposable_and_builders_are_not() {
        assert!(is_disposable_class("System.IO", "MemoryStream"));
        assert!(is_disposable_class("System.ComponentModel", "Component"));
        assert!(!is_disposable_class("System.Text", "StringBuilder"));
        assert!(!is_disposable_class("", ""));
    }
}
