//! Types that contain themselves: OutSystems has no recursive structures.

use super::mapper::{Mapper, TypeKey, key};
use crate::clr::{AssemblySet, Type, TypeUse};
use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;
use std::collections::HashMap;

impl<'m> Mapper<'m> {
    /// Whether values of the type contain values of the same type, over any number of steps.
    pub(super) fn is_recursive(&mut self, ty: Type<'m>) -> bool {
        if let Some(known) = self.recursive.get(&key(ty)) {
            return *known;
        }
        let set = self.set;
        let mut graph = DiGraph::<TypeKey, ()>::new();
        let mut nodes = HashMap::from([(key(ty), graph.add_node(key(ty)))]);
        let mut open = vec![ty];
        while let Some(ty) = open.pop() {
            let (Some(from), Some(candidate)) = (nodes.get(&key(ty)).copied(), self.candidate(ty))
            else {
                continue;
            };
            for inner in candidate
                .data
                .iter()
                .flat_map(|member| carried(set, &member.ty))
            {
                let to = *nodes.entry(key(inner)).or_insert_with(|| {
                    open.push(inner);
                    graph.add_node(key(inner))
                });
                graph.add_edge(from, to, ());
            }
        }
        for component in tarjan_scc(&graph) {
            let is_loop = match component.as_slice() {
                [single] => graph.contains_edge(*single, *single),
                _ => true,
            };
            for node in component {
                if let Some(key) = graph.node_weight(node) {
                    self.recursive.insert(*key, is_loop);
                }
            }
        }
        self.recursive.get(&key(ty)).copied().unwrap_or(false)
    }
}

/// The type definitions whose values a value of type `ty` holds.
fn carried<'m>(set: &'m AssemblySet<'m>, ty: &TypeUse<'m>) -> Vec<Type<'m>> {
    match ty {
        TypeUse::Named(named) => match named.arguments.as_slice() {
            [] => set.definition(named).ok().into_iter().collect(),
            [argument] => carried(set, argument),
            _ => Vec::new(),
        },
        TypeUse::Array(element) => carried(set, element),
        _ => Vec::new(),
    }
}
