//! What is wrong with a closure, in the catalogue's words.

use super::catalogue::diagnostic;
use crate::closure::{Closure, Finding, Place, Platform, Wanted};
use crate::clr::facade_package;
use crate::extension::Diagnostic;
use petgraph::graph::NodeIndex;
use std::collections::BTreeSet;

/// The `findings` of `closure` as diagnostics.
pub fn dependencies(closure: &Closure<'_>, findings: &[Finding<'_>]) -> Vec<Diagnostic> {
    let words = Words(closure);
    findings
        .iter()
        .map(|finding| {
            let (code, detail) = words.of(finding);
            diagnostic(code, String::new(), &detail)
        })
        .collect()
}

struct Words<'c, 'm>(&'c Closure<'m>);

impl Words<'_, '_> {
    /// The code of a finding, and the detail for its message.
    fn of(&self, finding: &Finding<'_>) -> (&'static str, String) {
        match finding {
            Finding::Missing { node } => ("DL4001", self.wanted_by(*node)),
            Finding::OnlyInFramework { node } => self.lacking(*node),
            Finding::Conflict { node, wanted } => {
                let wanted: Vec<String> = wanted.iter().map(|of| self.wanted(of, *node)).collect();
                let name = self.0.graph()[*node].name;
                let wanted = wanted.join(", ");
                (
                    "DL4010",
                    format!(
                        "{name} are wanted: {wanted}; {} is at hand",
                        self.at_hand(*node)
                    ),
                )
            }
            Finding::OtherVersion { node, wanted } => {
                let name = self.0.graph()[*node].name;
                let (wanted, found) = (self.wanted(wanted, *node), self.at_hand(*node));
                (
                    "DL4011",
                    format!("{name} is wanted: {wanted}; {found} is at hand"),
                )
            }
            Finding::SameFile { nodes } => {
                let files = nodes.iter().filter_map(|node| self.0.graph()[*node].file);
                let paths: Vec<String> = files.map(|of| of.path().display().to_string()).collect();
                let name = self.file(nodes.first().copied());
                ("DL4012", format!("{name}: {}", paths.join(", ")))
            }
            Finding::Cycle { nodes } => {
                let names: Vec<&str> = nodes
                    .iter()
                    .map(|node| self.0.graph()[*node].name)
                    .collect();
                ("DL4013", names.join(", "))
            }
            Finding::Framework { node, moniker } => {
                let code = match self.0.platform() {
                    Platform::O11 => "DL4002",
                    Platform::Odc => "DL4005",
                };
                (code, format!("{} ({moniker})", self.file(Some(*node))))
            }
            Finding::OtherFramework { node, moniker } => {
                ("DL4004", format!("{} ({moniker})", self.file(Some(*node))))
            }
            Finding::Withheld { node } => {
                let code = match self.0.platform() {
                    Platform::O11 => "DL4014",
                    Platform::Odc => "DL4021",
                };
                (code, self.file(Some(*node)))
            }
            Finding::Architecture { node, machine } => {
                ("DL4015", format!("{} ({machine})", self.file(Some(*node))))
            }
            Finding::Reference { node } => ("DL4020", self.file(Some(*node))),
            Finding::Mixed { node } => {
                let code = match self.0.platform() {
                    Platform::O11 => "DL4016",
                    Platform::Odc => "DL4019",
                };
                (code, self.file(Some(*node)))
            }
            Finding::Native { node, libraries } => {
                let libraries = libraries.join(", ");
                (
                    "DL4017",
                    format!("{libraries}, which {} calls", self.file(Some(*node))),
                )
            }
        }
    }

    fn file(&self, node: Option<NodeIndex>) -> String {
        let file = node.and_then(|node| self.0.graph()[node].file);
        file.map(|file| file.file_name().into_owned())
            .unwrap_or_default()
    }

    fn at_hand(&self, node: NodeIndex) -> String {
        let file = self.0.graph()[node].file;
        file.map(|file| file.assembly().version().to_string())
            .unwrap_or_default()
    }

    /// A version, and the chain to `node` through the first that wants it.
    fn wanted(&self, wanted: &Wanted, node: NodeIndex) -> String {
        let mut chain = self.0.chain(wanted.by);
        chain.push(node);
        format!("{} ({})", wanted.version, self.names(&chain))
    }

    /// What is not there of .NET Framework: some types of an assembly, all of it, or a package that works on Windows
    /// only. What other packages have is there.
    fn lacking(&self, node: NodeIndex) -> (&'static str, String) {
        let Self(closure) = self;
        let wanted = self.wanted_by(node);
        let mut users = closure.users(node);
        let is_package = users.all(|(_, requirement)| requirement.is_through_facade);
        let types = match closure.graph()[node].place {
            Place::Platform => closure.lost(node),
            _ => BTreeSet::new(),
        };
        if !types.is_empty() {
            const NAMED: usize = 3;
            let named: Vec<&str> = types.iter().take(NAMED).map(String::as_str).collect();
            let more = if types.len() > NAMED { " and more" } else { "" };
            return ("DL4018", format!("{}{more} of {wanted}", named.join(", ")));
        }
        match facade_package(closure.graph()[node].name) {
            Some(package) if is_package && !package.is_for_windows => ("DL4022", wanted),
            Some(_) if is_package => (
                "DL4018",
                format!("the package {wanted}, which works on Windows only"),
            ),
            _ => ("DL4018", format!("the assembly {wanted}")),
        }
    }

    /// An assembly and the shortest chain to it.
    fn wanted_by(&self, node: NodeIndex) -> String {
        let chain = self.0.chain(node);
        format!("{} ({})", self.0.graph()[node].name, self.names(&chain))
    }

    fn names(&self, chain: &[NodeIndex]) -> String {
        let names: Vec<&str> = chain
            .iter()
            .map(|node| self.0.graph()[*node].name)
            .collect();
        names.join(" → ")
    }
}
