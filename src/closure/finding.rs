use super::native::{foreign_architecture, is_mixed, native_libraries};
use super::{Closure, Place, Platform, Requirement, Support};
use crate::clr::{FacadePackage, Found, Version, facade_package, is_core_assembly};
use petgraph::algo::tarjan_scc;
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Something about a closure that a person should know.
#[derive(Clone, Debug)]
pub enum Finding<'m> {
    /// An assembly that nobody brings.
    Missing {
        /// The assembly.
        node: NodeIndex,
    },
    /// An assembly that .NET Framework has and the platform does not, or not as much of it as is wanted; or the
    /// package to which the platform's assembly only forwards.
    OnlyInFramework {
        /// The assembly.
        node: NodeIndex,
    },
    /// An assembly of which different versions are wanted, while a folder holds one.
    Conflict {
        /// The assembly.
        node: NodeIndex,
        /// Each version that is wanted, sorted.
        wanted: Vec<Wanted>,
    },
    /// An assembly that is at hand in another version than the one that is wanted.
    OtherVersion {
        /// The assembly.
        node: NodeIndex,
        /// What is wanted.
        wanted: Wanted,
    },
    /// Several files that have one name, of which a folder can hold one.
    SameFile {
        /// The assemblies.
        nodes: Vec<NodeIndex>,
    },
    /// Assemblies that reference each other.
    Cycle {
        /// The assemblies, sorted.
        nodes: Vec<NodeIndex>,
    },
    /// An assembly that was built for a framework that the platform cannot load.
    Framework {
        /// The assembly.
        node: NodeIndex,
        /// The framework's moniker.
        moniker: String,
    },
    /// An assembly that was built for another framework than the platform's, which loads it all the same.
    OtherFramework {
        /// The assembly.
        node: NodeIndex,
        /// The framework's moniker.
        moniker: String,
    },
    /// A file among the inputs or beside them that must not be shipped, since the platform has its own.
    Withheld {
        /// The assembly.
        node: NodeIndex,
    },
    /// An assembly for another processor than the platform's.
    Architecture {
        /// The assembly.
        node: NodeIndex,
        /// The processor.
        machine: String,
    },
    /// A file that would ship and is a reference assembly, which has no code.
    Reference {
        /// The assembly.
        node: NodeIndex,
    },
    /// An assembly that is partly native code (C++/CLI).
    Mixed {
        /// The assembly.
        node: NodeIndex,
    },
    /// An assembly that calls native libraries that the platform does not have.
    Native {
        /// The assembly.
        node: NodeIndex,
        /// Names of the libraries, sorted.
        libraries: Vec<&'m str>,
    },
}

/// A version of an assembly, and who wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The version.
    pub version: Version,
    /// The first that wants it, by the length of the chain to it.
    pub by: NodeIndex,
}

impl<'m> Closure<'m> {
    /// What a person should know about it, the gravest kinds first, each kind in the order of the graph.
    pub fn findings(&self) -> Vec<Finding<'m>> {
        let mut findings: Vec<_> = self.missing().collect();
        findings.extend(self.versions());
        findings.extend(self.same_files());
        for node in self.graph().node_indices() {
            findings.extend(self.of_file(node));
        }
        findings.extend(self.cycles());
        findings
    }

    /// What nobody brings, but for parts of .NET that only assemblies want which the platform does not load: there
    /// that is the one thing to say.
    fn missing(&self) -> impl Iterator<Item = Finding<'m>> {
        let nodes = self.graph().node_indices();
        nodes.filter_map(|node| {
            let member = self.graph()[node];
            match member.place {
                Place::Shipped => return None,
                Place::Platform => {
                    let is_lacking = !self.lost(node).is_empty();
                    return is_lacking.then_some(Finding::OnlyInFramework { node });
                }
                Place::Missing => {}
            }
            let mut users = self.users(node);
            if self.platform.is_only_in_framework(member.name)
                || users.all(|(_, requirement)| requirement.is_through_facade)
            {
                return Some(Finding::OnlyInFramework { node });
            }
            let is_for_dot_net = is_core_assembly(member.name)
                && self.users(node).all(|(by, _)| !self.is_loaded(by));
            (!is_for_dot_net).then_some(Finding::Missing { node })
        })
    }

    /// The full names of the types that what ships looks for in the platform's assembly `node`, and that are neither
    /// there nor in a package.
    pub fn lost(&self, node: NodeIndex) -> BTreeSet<String> {
        let name = self.graph()[node].name;
        let files = self.shipped().filter(|_| self.platform.is_facade(name));
        let lost = files.flat_map(|file| self.platform.lost(file.assembly()));
        let lost = lost.filter(|lost| lost.facade.eq_ignore_ascii_case(name));
        lost.map(|lost| format!("{}.{}", lost.namespace, lost.name))
            .collect()
    }

    /// The packages to which the platform's assemblies only forward what ships looks for in them, as far as they are
    /// not at hand; sorted.
    pub fn packages(&self) -> Vec<&'static FacadePackage> {
        let missing = self.graph().node_indices();
        let missing = missing.filter(|node| self.graph()[*node].place == Place::Missing);
        let packages = missing.filter(|node| {
            let mut users = self.users(*node);
            users.any(|(_, requirement)| requirement.is_through_facade)
        });
        let packages = packages.filter_map(|node| facade_package(self.graph()[node].name));
        let mut packages: Vec<_> = packages.collect();
        packages.sort_unstable_by_key(|package| package.name);
        packages
    }

    /// Whether the platform loads the assembly, as far as the framework that it was built for says.
    fn is_loaded(&self, node: NodeIndex) -> bool {
        let framework = self.graph()[node].framework();
        framework.is_none_or(|of| self.platform.support(&of) != Support::None)
    }

    fn versions(&self) -> impl Iterator<Item = Finding<'m>> {
        let nodes = self.graph().node_indices();
        nodes.filter_map(|node| {
            let member = self.graph()[node];
            let file = member.file.filter(|_| member.place == Place::Shipped)?;
            let found = file.assembly().version();
            let mut wanted: BTreeMap<Version, NodeIndex> = BTreeMap::new();
            let mut is_strong = false;
            for (by, requirement) in self.users(node).filter(|(by, _)| *by != node) {
                let Requirement { version, .. } = requirement;
                is_strong |= requirement.is_strong;
                wanted.entry(version).or_insert(by);
            }
            let wanted: Vec<Wanted> = wanted
                .into_iter()
                .map(|(version, by)| Wanted { version, by })
                .collect();
            match wanted.as_slice() {
                [] => None,
                [only] if !self.platform.accepts(found, only.version, is_strong) => {
                    Some(Finding::OtherVersion {
                        node,
                        wanted: *only,
                    })
                }
                [_] => None,
                several => {
                    let mut versions = several.iter().map(|of| of.version);
                    let fit = versions.all(|of| self.platform.accepts(found, of, is_strong));
                    (!fit).then_some(Finding::Conflict { node, wanted })
                }
            }
        })
    }

    fn same_files(&self) -> impl Iterator<Item = Finding<'m>> {
        let mut by_name: BTreeMap<String, Vec<NodeIndex>> = BTreeMap::new();
        for node in self.graph().node_indices() {
            let member = self.graph()[node];
            if let Some(file) = member.file.filter(|_| member.place == Place::Shipped) {
                let name = file.file_name().to_ascii_lowercase();
                by_name.entry(name).or_default().push(node);
            }
        }
        let several = by_name.into_values().filter(|nodes| nodes.len() > 1);
        several.map(|nodes| Finding::SameFile { nodes })
    }

    fn of_file(&self, node: NodeIndex) -> Vec<Finding<'m>> {
        let member = self.graph()[node];
        let Some(file) = member.file else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        let refused = self.platform.refuses(member.name);
        let is_ours = match file.found() {
            Found::Input => true,
            // Beside builds for .NET Framework lie many parts of .NET, as they must for .NET Framework.
            Found::Beside | Found::InputFolder => self.platform == Platform::O11,
            _ => false,
        };
        if is_ours && refused {
            findings.push(Finding::Withheld { node });
        }
        if refused || member.place != Place::Shipped {
            return findings;
        }
        let assembly = file.assembly();
        if let Some(framework) = member.framework() {
            let moniker = framework.to_string();
            match self.platform.support(&framework) {
                Support::Full => {}
                Support::Partial => findings.push(Finding::OtherFramework { node, moniker }),
                Support::None => findings.push(Finding::Framework { node, moniker }),
            }
        }
        if let Some(machine) = foreign_architecture(assembly) {
            findings.push(Finding::Architecture { node, machine });
        }
        if assembly.is_reference() {
            findings.push(Finding::Reference { node });
        }
        if is_mixed(assembly) {
            findings.push(Finding::Mixed { node });
        }
        let mut libraries = native_libraries(assembly);
        libraries.retain(|name| !self.platform.has_library(name));
        if !libraries.is_empty() {
            findings.push(Finding::Native { node, libraries });
        }
        findings
    }

    fn cycles(&self) -> impl Iterator<Item = Finding<'m>> {
        let components = tarjan_scc(self.graph()).into_iter();
        let mut cycles: Vec<_> = components
            .filter(|nodes| nodes.len() > 1)
            .map(|mut nodes| {
                nodes.sort_unstable();
                nodes
            })
            .collect();
        cycles.sort_unstable();
        cycles.into_iter().map(|nodes| Finding::Cycle { nodes })
    }
}
