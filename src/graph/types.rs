use crate::clr::{AssemblySet, NamedType, Type};
use foldhash::{HashMap, HashSet};
use petgraph::graph::{DiGraph, NodeIndex};

/// The types of a set, and where each is in the graph.
struct Nodes<'m, E> {
    set: &'m AssemblySet<'m>,
    graph: DiGraph<Type<'m>, E>,
    by_row: HashMap<(usize, u32), NodeIndex>,
}

impl<'m, E> Nodes<'m, E> {
    fn new(set: &'m AssemblySet<'m>) -> Self {
        let mut graph = DiGraph::new();
        let types = set
            .assemblies()
            .iter()
            .flat_map(|assembly| assembly.types());
        let by_row = types.map(|ty| (ty.key(), graph.add_node(ty))).collect();
        Self { set, graph, by_row }
    }

    fn types(&self) -> Vec<(NodeIndex, Type<'m>)> {
        let nodes = self.graph.node_indices();
        nodes
            .filter_map(|node| Some((node, *self.graph.node_weight(node)?)))
            .collect()
    }

    fn node(&self, ty: Type<'m>) -> Option<NodeIndex> {
        self.by_row.get(&ty.key()).copied()
    }

    fn node_of(&self, named: &NamedType<'m>) -> Option<NodeIndex> {
        self.node(self.set.definition(named).ok()?)
    }
}

/// Which type of the set derives from or implements which: an edge leads from a type to its base type and
/// to each interface that it names. Types outside of the set are left out.
pub fn inheritance<'m>(set: &'m AssemblySet<'m>) -> DiGraph<Type<'m>, ()> {
    let mut nodes = Nodes::new(set);
    for (from, ty) in nodes.types() {
        let base = ty.base().ok().flatten();
        let parents = base
            .into_iter()
            .chain(ty.interfaces().filter_map(Result::ok));
        for parent in parents {
            if let Some(to) = parent.as_named().and_then(|named| nodes.node_of(named)) {
                nodes.graph.update_edge(from, to, ());
            }
        }
    }
    nodes.graph
}

/// Which type of the set is nested in which: an edge leads from a type to each type nested directly in it.
pub fn nesting<'m>(set: &'m AssemblySet<'m>) -> DiGraph<Type<'m>, ()> {
    let mut nodes = Nodes::new(set);
    for (to, ty) in nodes.types() {
        if let Some(from) = ty.enclosing().and_then(|outer| nodes.node(outer)) {
            nodes.graph.update_edge(from, to, ());
        }
    }
    nodes.graph
}

/// Which type of the set needs which: an edge leads from a type to each other type that its base,
/// interfaces, fields, and method signatures name. Method bodies are not looked at, and what is damaged
/// names nothing.
pub fn dependencies<'m>(set: &'m AssemblySet<'m>) -> DiGraph<Type<'m>, ()> {
    let mut nodes = Nodes::new(set);
    for (from, ty) in nodes.types() {
        let mut found = HashSet::default();
        for used in ty.signature_types() {
            used.each_name(&mut |named| found.extend(nodes.node_of(named)));
        }
        let mut found: Vec<NodeIndex> = found.into_iter().filter(|to| *to != from).collect();
        found.sort_unstable();
        for to in found {
            nodes.graph.add_edge(from, to, ());
        }
    }
    nodes.graph
}
