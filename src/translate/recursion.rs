//! Types that contain themselves (TRANSLATION §5): OutSystems has no recursive structures, so the members
//! that close a cycle are cut.

use super::mapper::{ClosedKey, Mapper};
use super::structures::{ARGUMENT_DEPTH, Cut, depth};
use crate::clr::{AssemblySet, DocId, Type, TypeUse};
use foldhash::{HashMap, HashSet};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::rc::Rc;

/// A type that could be a structure, and the members that hold values of other such types.
struct Node<'m> {
    key: ClosedKey<'m>,
    name: String,
}

impl<'m> Mapper<'m> {
    /// The data members of a transparent type that close cycles of the graph of all structures.
    ///
    /// The graph is condensed; a cycle is walked from its type with the least name, in the order of the members,
    /// so the cut does not depend on which type was asked for first.
    pub(super) fn cuts(&mut self, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Rc<[Cut]> {
        let key: ClosedKey<'m> = (ty.key(), arguments.to_vec());
        if let Some(known) = self.cuts.get(&key) {
            return Rc::clone(known);
        }
        let graph = self.structure_graph(ty, arguments);
        for component in tarjan_scc(&graph) {
            self.cut_component(&graph, &component);
        }
        let found = self.cuts.entry(key);
        Rc::clone(found.or_insert_with(|| Rc::from([])))
    }

    /// The types that values of `ty` can hold, over any number of steps; an edge is a data member.
    fn structure_graph(
        &mut self,
        ty: Type<'m>,
        arguments: &[TypeUse<'m>],
    ) -> DiGraph<Node<'m>, Cut> {
        let set = self.set;
        let mut graph = DiGraph::new();
        let mut nodes: HashMap<ClosedKey<'m>, NodeIndex> = HashMap::default();
        let mut open = Vec::new();
        let mut visit = |graph: &mut DiGraph<Node<'m>, Cut>,
                         open: &mut Vec<_>,
                         ty: Type<'m>,
                         arguments: &[TypeUse<'m>]| {
            let key: ClosedKey<'m> = (ty.key(), arguments.to_vec());
            *nodes.entry(key).or_insert_with_key(|key| {
                let name = DocId(&ty).to_string();
                let key = key.clone();
                let node = graph.add_node(Node { key, name });
                open.push((node, ty, arguments.to_vec()));
                node
            })
        };
        visit(&mut graph, &mut open, ty, arguments);
        while let Some((from, ty, arguments)) = open.pop() {
            if depth(&arguments) > ARGUMENT_DEPTH {
                continue;
            }
            let Some(candidate) = self.candidate(ty, &arguments) else {
                continue;
            };
            for (at, member) in candidate.data.iter().enumerate() {
                let mut carried = Vec::new();
                add_carried(set, &member.ty, &mut carried);
                for (inner, arguments) in carried {
                    let to = visit(&mut graph, &mut open, inner, &arguments);
                    graph.add_edge(from, to, at);
                }
            }
        }
        graph
    }

    fn cut_component(&mut self, graph: &DiGraph<Node<'m>, Cut>, component: &[NodeIndex]) {
        let members: HashSet<NodeIndex> = component.iter().copied().collect();
        let mut order = component.to_vec();
        order.sort_by_cached_key(|node| graph.node_weight(*node).map(|node| node.name.clone()));
        let mut cuts: HashMap<NodeIndex, Vec<Cut>> = HashMap::default();
        let mut done: HashSet<NodeIndex> = HashSet::default();
        for start in order {
            // Depth first, with an explicit stack: an edge to a type on the path closes a cycle.
            let mut path = vec![(start, edges(graph, start, &members))];
            let mut on_path = HashSet::from_iter([start]);
            if !done.insert(start) {
                continue;
            }
            while let Some((node, rest)) = path.last_mut() {
                let node = *node;
                match rest.pop() {
                    Some((_, to)) if !on_path.contains(&to) => {
                        if done.insert(to) {
                            on_path.insert(to);
                            path.push((to, edges(graph, to, &members)));
                        }
                    }
                    Some((at, _)) => cuts.entry(node).or_default().push(at),
                    None => {
                        on_path.remove(&node);
                        path.pop();
                    }
                }
            }
        }
        for node in component {
            let found = cuts.remove(node).unwrap_or_default();
            if let Some(node) = graph.node_weight(*node) {
                self.cuts.insert(node.key.clone(), Rc::from(found));
            }
        }
    }
}

/// The edges from `node` to `members`, the first member's last.
fn edges(
    graph: &DiGraph<Node<'_>, Cut>,
    node: NodeIndex,
    members: &HashSet<NodeIndex>,
) -> Vec<(Cut, NodeIndex)> {
    use petgraph::visit::EdgeRef;
    let edges = graph
        .edges(node)
        .map(|edge| (*edge.weight(), edge.target()));
    let mut edges: Vec<_> = edges.filter(|(_, to)| members.contains(to)).collect();
    edges.sort_by_key(|(at, to)| (std::cmp::Reverse(*at), *to));
    edges.dedup();
    edges
}

/// Adds the type definitions whose values a value of type `ty` holds.
fn add_carried<'m>(
    set: &'m AssemblySet<'m>,
    ty: &TypeUse<'m>,
    carried: &mut Vec<(Type<'m>, Vec<TypeUse<'m>>)>,
) {
    match ty {
        TypeUse::Named(named) => {
            for argument in &named.arguments {
                add_carried(set, argument, carried);
            }
            if let Ok(definition) = set.definition(named) {
                carried.push((definition, named.arguments.clone()));
            }
        }
        TypeUse::Array(element) | TypeUse::MultiArray(element, _) => {
            add_carried(set, element, carried);
        }
        _ => {}
    }
}
