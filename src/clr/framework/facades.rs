use crate::clr::Assembly;
use crate::metadata::{Id, ResolutionScope, table};
use foldhash::HashMap;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Assemblies of .NET Framework that are facades in .NET, as far as .NET does not bring what .NET Framework has there:
/// the facade and the package to which it forwards, if there is one, then the types, each line a namespace with names,
/// or with `*` for all the others of it. Behind a facade that is named twice are types that .NET does bring.
const FACADES: &str = include_str!("facades.txt");

/// What is behind a facade of .NET where .NET Framework has a type that .NET does not bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The package with this name, which is also that of its assembly.
    Package(&'static str),
    /// Nothing.
    Nothing,
}

/// By namespace and name, or `*`. `None` for what .NET brings.
type Facade = HashMap<(&'static str, &'static str), Option<Behind>>;

static TABLE: LazyLock<HashMap<String, Facade>> = LazyLock::new(|| {
    let mut facades: HashMap<String, Facade> = HashMap::default();
    let (mut facade, mut found) = ("", None);
    for line in FACADES.lines() {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else {
            continue;
        };
        if line.starts_with(' ') {
            let types = facades.entry(facade.to_ascii_lowercase()).or_default();
            types.extend(words.map(|name| ((first, name), found)));
        } else {
            facade = first;
            found = match words.next() {
                Some(package) if package == facade => None,
                Some(package) => Some(Behind::Package(package)),
                None => Some(Behind::Nothing),
            };
        }
    }
    facades
});

/// What is there in .NET for the top-level type `namespace.name` that .NET Framework has in the assembly with this
/// simple name. `None` if .NET brings it, or does not have the assembly at all.
pub fn behind_facade(assembly: &str, namespace: &str, name: &str) -> Option<Behind> {
    let facade = TABLE.get(&assembly.to_ascii_lowercase())?;
    behind(facade, namespace, name)
}

/// Whether .NET has less in its assembly with this simple name than .NET Framework.
pub(crate) fn is_facade(assembly: &str) -> bool {
    TABLE.contains_key(&assembly.to_ascii_lowercase())
}

fn behind(facade: &Facade, namespace: &str, name: &str) -> Option<Behind> {
    let named = facade.get(&(namespace, name));
    *named.or_else(|| facade.get(&(namespace, "*")))?
}

/// A type that an assembly looks for in a facade, and that .NET does not bring.
pub(crate) struct Lost<'m> {
    pub(crate) behind: Behind,
    pub(crate) facade: &'m str,
    pub(crate) namespace: &'m str,
    pub(crate) name: &'m str,
}

impl Assembly<'_> {
    /// What .NET does not bring of what this assembly looks for in facades.
    pub(crate) fn lost_behind_facades(&self) -> impl Iterator<Item = Lost<'_>> {
        let metadata = self.metadata();
        let mut facades: HashMap<Id<table::AssemblyRef>, (&str, &Facade)> = HashMap::default();
        for row in metadata.rows::<table::AssemblyRef>() {
            if let Ok(name) = row.name()
                && let Some(types) = TABLE.get(&name.to_ascii_lowercase())
            {
                facades.insert(row.id(), (name, types));
            }
        }
        let rows = (!facades.is_empty()).then(|| metadata.rows::<table::TypeRef>());
        rows.into_iter().flatten().filter_map(move |row| {
            let Some(ResolutionScope::AssemblyRef(id)) = row.resolution_scope().ok()? else {
                return None;
            };
            let (facade, types) = facades.get(&id)?;
            let (namespace, name) = (row.namespace().ok()?, row.name().ok()?);
            Some(Lost {
                behind: behind(types, namespace, name)?,
                facade,
                namespace,
                name,
            })
        })
    }

    /// The packages that .NET needs for types that this assembly looks for in facades, each with the name of the
    /// facade, sorted.
    pub(crate) fn packages_behind_facades(&self) -> BTreeSet<(&str, &'static str)> {
        let lost = self.lost_behind_facades();
        let packages = lost.filter_map(|lost| match lost.behind {
            Behind::Package(package) => Some((lost.facade, package)),
            Behind::Nothing => None,
        });
        packages.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Behind, TABLE, behind_facade};
    use crate::clr::{facade_package, is_core_assembly, is_framework_assembly};

    #[test]
    fn facades_are_parts_of_both_and_packages_are_not() {
        assert!(TABLE.len() > 10);
        for (facade, types) in TABLE.iter() {
            assert!(is_core_assembly(facade), "{facade}");
            assert!(is_framework_assembly(facade), "{facade}");
            assert!(!types.is_empty(), "{facade}");
            for found in types.values() {
                if let Some(Behind::Package(name)) = found {
                    assert!(!is_core_assembly(name), "{name}");
                    assert!(facade_package(name).is_some(), "{name}");
                }
            }
        }
    }

    #[test]
    fn what_is_named_counts_before_what_is_not() {
        let web = |name| behind_facade("system.web", "System.Web", name);
        assert_eq!(web("HttpUtility"), None);
        assert_eq!(web("HttpException"), Some(Behind::Nothing));
        let data = |name| behind_facade("System.Data", "Microsoft.SqlServer.Server", name);
        assert_eq!(data("SqlContext"), Some(Behind::Nothing));
        let package = Behind::Package("System.Data.SqlClient");
        assert_eq!(data("SqlMetaData"), Some(package));
        assert_eq!(behind_facade("System.Memory", "System", "Span`1"), None);
    }
}
