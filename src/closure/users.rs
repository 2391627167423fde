use super::{Closure, Finding};
use crate::clr::{Type, Unresolved};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Closure<'m> {
    /// The assemblies among `findings` that nobody brings, each with the public types of the inputs whose own
    /// signatures name a type of it.
    pub fn types_in_need(&self, findings: &[Finding<'m>]) -> BTreeMap<NodeIndex, Vec<Type<'m>>> {
        let mut found: BTreeMap<NodeIndex, Vec<Type<'m>>> = BTreeMap::new();
        let missing = findings.iter().filter_map(|finding| match finding {
            Finding::Missing { node } | Finding::OnlyInFramework { node } => Some(*node),
            _ => None,
        });
        let nodes = missing.map(|node| (self.graph()[node].name, node));
        let nodes: Vec<(&str, NodeIndex)> = nodes.collect();
        if nodes.is_empty() {
            return found;
        }
        let set = self.library.set();
        // A part of .NET Framework can be at hand, and is of no use.
        let useless = nodes.iter();
        let useless = useless.filter_map(|(name, node)| Some((set.find(name)?.ordinal(), *node)));
        let useless: Vec<(usize, NodeIndex)> = useless.collect();
        let inputs = self.inputs().filter_map(|node| self.graph()[node].file);
        let types = inputs.flat_map(|file| file.assembly().types());
        for ty in types.filter(|ty| ty.is_public()) {
            let mut needed = BTreeSet::new();
            for used in ty.public_signature_types() {
                used.each_name(&mut |named| {
                    let node = match set.definition(named) {
                        Err(Unresolved::MissingAssembly(name)) => {
                            let mut nodes = nodes.iter();
                            let node = nodes.find(|(known, _)| known.eq_ignore_ascii_case(&name));
                            node.map(|(_, node)| *node)
                        }
                        Ok(definition) => {
                            let ordinal = definition.assembly().ordinal();
                            let mut useless = useless.iter();
                            let node = useless.find(|(known, _)| *known == ordinal);
                            node.map(|(_, node)| *node)
                        }
                        Err(_) => None,
                    };
                    needed.extend(node);
                });
            }
            for node in needed {
                found.entry(node).or_default().push(ty);
            }
        }
        found
    }
}
