//! A closure of assemblies as text for other programs: [`document`] for JSON, [`dot`] for Graphviz, [`mermaid`] for
//! Markdown, and [`html`], a page of its own.
//!
//! The pictures show what ships and what is missing; what the platform brings is only in the document.

mod document;
mod dot;
mod html;
mod mermaid;

pub use document::{Document, document};
pub use dot::dot;
pub use html::html;
pub use mermaid::mermaid;

use crate::closure::{Closure, Place};
use petgraph::graph::NodeIndex;
use std::collections::BTreeMap;

/// The nodes of a picture of `closure`.
fn pictured(closure: &Closure<'_>) -> impl Iterator<Item = NodeIndex> {
    let nodes = closure.graph().node_indices();
    nodes.filter(|node| is_pictured(closure, *node))
}

fn is_pictured(closure: &Closure<'_>, node: NodeIndex) -> bool {
    closure.graph()[node].place != Place::Platform
}

/// The nodes that an arrow leads to from `node`, each once, and the versions on it.
fn arrows(closure: &Closure<'_>, node: NodeIndex) -> BTreeMap<NodeIndex, String> {
    let mut arrows = BTreeMap::<NodeIndex, Vec<String>>::new();
    for (to, requirement) in closure.references(node) {
        if is_pictured(closure, to) {
            arrows
                .entry(to)
                .or_default()
                .push(requirement.version.to_string());
        }
    }
    arrows
        .into_iter()
        .map(|(to, versions)| (to, versions.join(", ")))
        .collect()
}
