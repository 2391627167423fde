use crate::clr::{Assembly, AssemblySet, Version, is_framework_assembly};
use foldhash::HashMap;
use petgraph::graph::{DiGraph, NodeIndex};
use std::fmt;

/// An assembly of a set, or one that its assemblies reference and that is not at hand.
#[derive(Clone, Copy, Debug)]
pub struct AssemblyNode<'m> {
    /// Simple name.
    pub name: &'m str,
    /// The assembly; `None` where only references tell of it.
    pub assembly: Option<&'m Assembly<'m>>,
}

impl AssemblyNode<'_> {
    /// Whether the assembly is a part of .NET itself.
    pub fn is_framework(&self) -> bool {
        is_framework_assembly(self.name)
    }
}

impl fmt::Display for AssemblyNode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.assembly {
            Some(assembly) => write!(f, "{} {}", self.name, assembly.version()),
            None => f.write_str(self.name),
        }
    }
}

/// The references (II.22.5) between the assemblies of `set`: an edge leads from an assembly to one that it
/// references, with the version that it was compiled against.
///
/// References go by simple name, as in [`AssemblySet::find`]; what is not in the set is a node without an
/// assembly.
pub fn assemblies<'m>(set: &'m AssemblySet<'m>) -> DiGraph<AssemblyNode<'m>, Version> {
    let mut graph = DiGraph::new();
    let mut nodes: HashMap<String, NodeIndex> = HashMap::default();
    let own: Vec<NodeIndex> = set
        .assemblies()
        .iter()
        .map(|assembly| {
            let name = assembly.name();
            let node = graph.add_node(AssemblyNode {
                name,
                assembly: Some(assembly),
            });
            nodes.entry(name.to_ascii_lowercase()).or_insert(node);
            node
        })
        .collect();
    for (assembly, from) in set.assemblies().iter().zip(own) {
        for reference in assembly.references() {
            let name = reference.name.to_ascii_lowercase();
            let to = *nodes.entry(name).or_insert_with(|| {
                graph.add_node(AssemblyNode {
                    name: reference.name,
                    assembly: None,
                })
            });
            graph.update_edge(from, to, reference.version);
        }
    }
    graph
}
