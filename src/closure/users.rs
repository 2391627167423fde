use super::Closure;
use crate::clr::{Type, Unresolved};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeSet, HashMap};

impl<'m> Closure<'m> {
    /// The public types of the inputs whose own signatures name a type of one of the assemblies `missing`.
    pub(super) fn types_that_need(
        &self,
        missing: &[NodeIndex],
    ) -> HashMap<NodeIndex, Vec<Type<'m>>> {
        let mut found: HashMap<NodeIndex, Vec<Type<'m>>> = HashMap::new();
        if missing.is_empty() {
            return found;
        }
        let nodes = missing.iter().map(|node| (self.graph()[*node].name, *node));
        let nodes: Vec<(&str, NodeIndex)> = nodes.collect();
        let set = self.library.set();
        let inputs = self.library.inputs();
        let types = inputs.flat_map(|file| file.assembly().types());
        for ty in types.filter(|ty| ty.is_public()) {
            let mut needed = BTreeSet::new();
            for used in ty.public_signature_types() {
                used.each_name(&mut |named| {
                    if let Err(Unresolved::MissingAssembly(name)) = set.definition(named) {
                        let mut nodes = nodes.iter();
                        let node = nodes.find(|(known, _)| known.eq_ignore_ascii_case(&name));
                        needed.extend(node.map(|(_, node)| *node));
                    }
                });
            }
            for node in needed {
                found.entry(node).or_default().push(ty);
            }
        }
        found
    }
}
