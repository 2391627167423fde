use crate::clr::Assembly;
use crate::metadata::{Id, ResolutionScope, table};
use foldhash::HashMap;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Assemblies of .NET that only forward types, as far as they forward them to packages that .NET does not bring: the
/// facade and the package, then their types, each line a namespace with names, or with `*` for all of it.
const MOVED: &str = include_str!("facades.txt");

/// By namespace and name, or `*`.
type Moved = HashMap<(&'static str, &'static str), &'static str>;

static FACADES: LazyLock<HashMap<String, Moved>> = LazyLock::new(|| {
    let mut facades: HashMap<String, Moved> = HashMap::default();
    let mut now = ("", "");
    for line in MOVED.lines() {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else {
            continue;
        };
        if line.starts_with(' ') {
            let moved = facades.entry(now.0.to_ascii_lowercase()).or_default();
            moved.extend(words.map(|name| ((first, name), now.1)));
        } else {
            now = (first, words.next().unwrap_or_default());
        }
    }
    facades
});

impl Assembly<'_> {
    /// The packages that .NET needs for types that this assembly looks for in facades, each with the name of the
    /// facade, sorted. A package has the name of its assembly.
    pub(crate) fn packages_behind_facades(&self) -> BTreeSet<(&str, &'static str)> {
        let metadata = self.metadata();
        let mut facades: HashMap<Id<table::AssemblyRef>, (&str, &Moved)> = HashMap::default();
        for row in metadata.rows::<table::AssemblyRef>() {
            if let Ok(name) = row.name()
                && let Some(moved) = FACADES.get(&name.to_ascii_lowercase())
            {
                facades.insert(row.id(), (name, moved));
            }
        }
        if facades.is_empty() {
            return BTreeSet::new();
        }
        let rows = metadata.rows::<table::TypeRef>();
        let packages = rows.filter_map(|row| {
            let Some(ResolutionScope::AssemblyRef(id)) = row.resolution_scope().ok()? else {
                return None;
            };
            let (facade, moved) = facades.get(&id)?;
            let namespace = row.namespace().ok()?;
            let package = moved.get(&(namespace, row.name().ok()?));
            let package = package.or_else(|| moved.get(&(namespace, "*")))?;
            Some((*facade, *package))
        });
        packages.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::FACADES;
    use crate::clr::is_core_assembly;

    #[test]
    fn facades_are_parts_of_dot_net_and_packages_are_not() {
        assert!(FACADES.len() > 10);
        for (facade, moved) in FACADES.iter() {
            assert!(is_core_assembly(facade), "{facade}");
            assert!(!moved.is_empty(), "{facade}");
            for package in moved.values() {
                assert!(!is_core_assembly(package), "{package}");
            }
        }
    }
}
