use super::Platform;
use crate::clr::{FrameworkId, Library, LibraryFile, TargetFramework, Version};
use foldhash::HashMap;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use std::collections::VecDeque;
use std::fmt;

/// The inputs of a library and everything that they reference, directly or not, as far as it has to be at hand
/// on a platform.
pub struct Closure<'m> {
    pub(super) library: &'m Library<'m>,
    pub(super) platform: Platform,
    graph: DiGraph<Member<'m>, Requirement>,
    /// How many nodes are inputs; they are the first.
    inputs: usize,
    /// Of each node, the one through which the shortest chain from an input leads.
    before: Vec<Option<NodeIndex>>,
}

/// An assembly of a closure. `Display` writes its name, and its version if it is known.
#[derive(Clone, Copy, Debug)]
pub struct Member<'m> {
    /// Simple name.
    pub name: &'m str,
    /// Who brings it.
    pub place: Place,
    /// Where it is, if it is at hand.
    pub file: Option<LibraryFile<'m>>,
}

/// Who brings an assembly of a closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// We do: it is an input, or at hand and not the platform's.
    Shipped,
    /// The platform does; its references are not followed.
    Platform,
    /// Nobody does.
    Missing,
}

/// What a reference (II.22.5) asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// The version that was compiled against.
    pub version: Version,
    /// Whether it must be the assembly with a certain strong name.
    pub is_strong: bool,
    /// Whether the reference itself is to a facade of the platform, which forwards the types to the assembly.
    pub is_through_facade: bool,
}

impl<'m> Member<'m> {
    /// The framework that it was built for, as far as it says.
    pub fn framework(&self) -> Option<TargetFramework<'m>> {
        let assembly = self.file?.assembly();
        assembly.target_framework().and_then(TargetFramework::parse)
    }

    /// Whether it is a build for .NET or .NET Standard.
    fn is_for_dot_net(&self) -> bool {
        let framework = self.framework().map(|framework| framework.id);
        matches!(
            framework,
            Some(FrameworkId::CoreApp | FrameworkId::Standard)
        )
    }
}

impl fmt::Display for Member<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            Some(file) if self.place == Place::Shipped => {
                write!(f, "{} {}", self.name, file.assembly().version())
            }
            _ => f.write_str(self.name),
        }
    }
}

impl<'m> Closure<'m> {
    /// The closure of the inputs of `library`.
    ///
    /// References go by simple name without regard to case, as in [`AssemblySet::find`](crate::clr::AssemblySet::find).
    pub fn new(library: &'m Library<'m>, platform: Platform) -> Self {
        Self::of(library, library.inputs(), platform)
    }

    /// [`Self::new`], of some files of `library` as its inputs.
    pub fn of(
        library: &'m Library<'m>,
        inputs: impl IntoIterator<Item = LibraryFile<'m>>,
        platform: Platform,
    ) -> Self {
        let mut closure = Self {
            library,
            platform,
            graph: DiGraph::new(),
            inputs: 0,
            before: Vec::new(),
        };
        let mut nodes: HashMap<String, NodeIndex> = HashMap::default();
        let mut queue = VecDeque::new();
        for file in inputs {
            let name = file.assembly().name();
            let node = closure.graph.add_node(Member {
                name,
                place: Place::Shipped,
                file: Some(file),
            });
            closure.before.push(None);
            nodes.entry(name.to_ascii_lowercase()).or_insert(node);
            queue.push_back((node, file));
        }
        closure.inputs = closure.graph.node_count();
        while let Some((from, file)) = queue.pop_front() {
            for reference in file.assembly().references() {
                let to = closure.node(reference.name, from, &mut nodes, &mut queue);
                let requirement = Requirement {
                    version: reference.version,
                    is_strong: reference.is_strong,
                    is_through_facade: false,
                };
                closure.graph.add_edge(from, to, requirement);
            }
            for (facade, package) in closure.platform.packages(file.assembly()) {
                let Some(facade) = nodes.get(&facade.to_ascii_lowercase()).copied() else {
                    continue;
                };
                let to = closure.node(package, facade, &mut nodes, &mut queue);
                let requirement = Requirement {
                    version: Version(0, 0, 0, 0),
                    is_strong: true,
                    is_through_facade: true,
                };
                closure.graph.add_edge(from, to, requirement);
            }
        }
        closure
    }

    /// The node of the assembly `name`; a new one comes after `before` in chains.
    fn node(
        &mut self,
        name: &'m str,
        before: NodeIndex,
        nodes: &mut HashMap<String, NodeIndex>,
        queue: &mut VecDeque<(NodeIndex, LibraryFile<'m>)>,
    ) -> NodeIndex {
        *nodes.entry(name.to_ascii_lowercase()).or_insert_with(|| {
            let member = self.member(name);
            let node = self.graph.add_node(member);
            self.before.push(Some(before));
            if let (Place::Shipped, Some(file)) = (member.place, member.file) {
                queue.push_back((node, file));
            }
            node
        })
    }

    /// The assembly that a reference by `name` leads to.
    fn member(&self, name: &'m str) -> Member<'m> {
        let found = self.library.set().find(name);
        let file = found.and_then(|found| self.library.file(found));
        let mut member = Member {
            name,
            place: Place::Missing,
            file,
        };
        if self.platform.brings(name) {
            member.place = Place::Platform;
        } else if self.platform.is_only_in_framework(name) && !member.is_for_dot_net() {
            // A part of .NET Framework, which works nowhere else.
            member.file = None;
        } else if file.is_some() {
            member.place = Place::Shipped;
        }
        member
    }

    /// The assemblies, the inputs first, and the references between them: one edge for each row, even where several
    /// rows lead to the same assembly, and one for each package behind a facade of the platform.
    pub fn graph(&self) -> &DiGraph<Member<'m>, Requirement> {
        &self.graph
    }

    /// What the inputs are to run on.
    pub fn platform(&self) -> Platform {
        self.platform
    }

    /// The nodes of the inputs, in order.
    pub fn inputs(&self) -> impl Iterator<Item = NodeIndex> + use<> {
        (0..self.inputs).map(NodeIndex::new)
    }

    /// The files that must ship, the inputs first. An input that the platform refuses is none of them.
    pub fn shipped(&self) -> impl Iterator<Item = LibraryFile<'m>> {
        let members = self.graph.node_weights();
        let shipped = members
            .filter(|member| member.place == Place::Shipped && !self.platform.refuses(member.name));
        shipped.filter_map(|member| member.file)
    }

    /// The shortest chain of references from an input to `node`, both included.
    pub fn chain(&self, node: NodeIndex) -> Vec<NodeIndex> {
        let before = |node: &NodeIndex| self.before.get(node.index()).copied().flatten();
        let mut chain: Vec<_> = std::iter::successors(Some(node), before).collect();
        chain.reverse();
        chain
    }

    /// Who references `node` and what each asks for, in order.
    pub fn users(&self, node: NodeIndex) -> impl Iterator<Item = (NodeIndex, Requirement)> {
        let edges = self.graph.edges_directed(node, petgraph::Incoming);
        let mut users: Vec<_> = edges.map(|edge| (edge.source(), *edge.weight())).collect();
        // petgraph gives the latest edge first.
        users.reverse();
        users.into_iter()
    }

    /// What `node` references and what it asks for, in table order.
    pub fn references(&self, node: NodeIndex) -> impl Iterator<Item = (NodeIndex, Requirement)> {
        let edges = self.graph.edges(node);
        let mut references: Vec<_> = edges.map(|edge| (edge.target(), *edge.weight())).collect();
        references.reverse();
        references.into_iter()
    }
}
