use super::{Closure, Finding};
use crate::clr::{Assembly, AssemblySet, Type, Unresolved};
use crate::metadata::{TypeDefOrRef, table};
use foldhash::{HashMap, HashSet};
use petgraph::graph::NodeIndex;
use std::collections::{BTreeMap, BTreeSet};

impl<'m> Closure<'m> {
    /// The assemblies among `findings` that nobody brings, each with the public types of the inputs whose own
    /// signatures name a type of it.
    pub fn types_in_need(&self, findings: &[Finding<'m>]) -> BTreeMap<NodeIndex, Vec<Type<'m>>> {
        let mut found: BTreeMap<NodeIndex, Vec<Type<'m>>> = BTreeMap::new();
        let absent = Absent::new(self, findings);
        if absent.nodes.is_empty() {
            return found;
        }
        for file in self.inputs().filter_map(|node| self.graph()[node].file) {
            let leading = absent.references(file.assembly());
            if leading.is_empty() {
                continue;
            }
            for ty in file.assembly().types().filter(|ty| ty.is_public()) {
                let mut needed = BTreeSet::new();
                for used in ty.public_signature_types() {
                    used.each_name(&mut |named| needed.extend(leading.get(&named.token)));
                }
                for node in needed {
                    found.entry(node).or_default().push(ty);
                }
            }
        }
        found
    }
}

/// The assemblies that nobody brings, and what leads to them.
struct Absent<'m> {
    set: &'m AssemblySet<'m>,
    /// By simple names in lower case.
    nodes: HashMap<String, NodeIndex>,
    /// Ordinals of the assemblies whose forwarders may lead there, directly or not.
    forwarders: HashSet<usize>,
}

impl<'m> Absent<'m> {
    fn new(closure: &Closure<'m>, findings: &[Finding<'m>]) -> Self {
        let nodes = findings.iter().filter_map(|finding| match finding {
            Finding::Missing { node } | Finding::OnlyInFramework { node } => Some(*node),
            _ => None,
        });
        let nodes = nodes.map(|node| (closure.graph()[node].name.to_ascii_lowercase(), node));
        let mut absent = Self {
            set: closure.library.set(),
            nodes: nodes.collect(),
            forwarders: HashSet::default(),
        };
        if !absent.nodes.is_empty() {
            absent.find_forwarders();
        }
        absent
    }

    fn find_forwarders(&mut self) {
        let mut before: HashMap<usize, Vec<usize>> = HashMap::default();
        let mut open = Vec::new();
        for assembly in self.set.assemblies() {
            let mut forwarders = assembly.metadata().rows::<table::ExportedType>();
            if forwarders.next().is_none() {
                continue;
            }
            for reference in assembly.references() {
                if self.node(reference.name).is_some() {
                    open.push(assembly.ordinal());
                } else if let Some(target) = self.set.find(reference.name) {
                    let before = before.entry(target.ordinal()).or_default();
                    before.push(assembly.ordinal());
                }
            }
        }
        while let Some(ordinal) = open.pop() {
            if self.forwarders.insert(ordinal) {
                open.extend(before.get(&ordinal).into_iter().flatten());
            }
        }
    }

    fn node(&self, name: &str) -> Option<NodeIndex> {
        self.nodes.get(&name.to_ascii_lowercase()).copied()
    }

    /// The references of `assembly` to types that are there. Most assemblies have none, which is told without a look
    /// at each type.
    fn references(&self, assembly: &'m Assembly<'m>) -> HashMap<TypeDefOrRef, NodeIndex> {
        let mut assemblies = assembly.references();
        let may_lead = assemblies.any(|reference| {
            let target = self.set.find(reference.name);
            self.node(reference.name).is_some()
                || target.is_some_and(|of| self.forwarders.contains(&of.ordinal()))
        });
        if !may_lead {
            return HashMap::default();
        }
        let rows = assembly.metadata().rows::<table::TypeRef>();
        let types = rows.map(|row| TypeDefOrRef::TypeRef(row.id()));
        let leading = types.filter_map(|ty| {
            let node = match self.set.resolve(assembly, ty) {
                Err(Unresolved::MissingAssembly(name)) => self.node(&name),
                // A part of .NET Framework can be at hand, and is of no use.
                Ok(definition) => self.node(definition.assembly().name()),
                Err(_) => None,
            };
            Some((ty, node?))
        });
        leading.collect()
    }
}
