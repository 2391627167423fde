//! Where the boxes of a picture are: in columns, so that arrows lead to the right.

use crate::closure::Closure;
use crate::emit::deps::{arrows, pictured};
use foldhash::HashMap;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// Pixels of a character of the label's font, about.
const CHARACTER: usize = 8;
/// Pixels of a box, and between boxes.
const HEIGHT: usize = 28;
const PADDING: usize = 12;
const GAP: usize = 14;
const COLUMN_GAP: usize = 72;
const MARGIN: usize = 16;
/// How often the columns are put in order; more changes little.
const SWEEPS: usize = 6;

/// A picture of a closure, in pixels.
pub(super) struct Layout {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) boxes: Vec<Place>,
    /// From which box to which, by their positions in `boxes`.
    pub(super) arrows: Vec<(usize, usize)>,
}

/// Where a box is.
pub(super) struct Place {
    pub(super) node: NodeIndex,
    pub(super) label: String,
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
}

impl Place {
    /// The height of every box.
    pub(super) const HEIGHT: usize = HEIGHT;
    /// Between the left edge and the label.
    pub(super) const PADDING: usize = PADDING;
}

impl Layout {
    /// A layered drawing: the column of a box is the length of the longest chain to it, and each column is in
    /// the order of its neighbours' middles.
    pub(super) fn of(closure: &Closure<'_>) -> Self {
        let nodes: Vec<NodeIndex> = pictured(closure).collect();
        let places = nodes.iter().enumerate().map(|(place, node)| (*node, place));
        let by_node: HashMap<NodeIndex, usize> = places.collect();
        let mut graph: DiGraph<(), ()> = DiGraph::new();
        for _ in &nodes {
            graph.add_node(());
        }
        for (from, node) in nodes.iter().enumerate() {
            for to in arrows(closure, *node).into_keys() {
                if let Some(to) = by_node.get(&to).filter(|to| **to != from) {
                    graph.add_edge(NodeIndex::new(from), NodeIndex::new(*to), ());
                }
            }
        }
        let columns = order(&graph, &columns(&graph));
        let labels: Vec<String> = nodes
            .iter()
            .map(|node| closure.graph()[*node].to_string())
            .collect();
        let tallest = columns.iter().map(Vec::len).max().unwrap_or_default();
        let height = tallest * (HEIGHT + GAP);
        let mut boxes: Vec<Option<Place>> = nodes.iter().map(|_| None).collect();
        let mut x = MARGIN;
        for column in &columns {
            let characters = column.iter().map(|of| labels[of.index()].chars().count());
            let widest = characters.max().unwrap_or_default() * CHARACTER + 2 * PADDING;
            let top = MARGIN + (height - column.len() * (HEIGHT + GAP)) / 2;
            for (row, place) in column.iter().enumerate() {
                let label = labels[place.index()].clone();
                boxes[place.index()] = Some(Place {
                    node: nodes[place.index()],
                    width: label.chars().count() * CHARACTER + 2 * PADDING,
                    label,
                    x,
                    y: top + row * (HEIGHT + GAP),
                });
            }
            x += widest + COLUMN_GAP;
        }
        let ends = graph.raw_edges().iter();
        Self {
            width: (x + MARGIN).saturating_sub(COLUMN_GAP),
            height: height + 2 * MARGIN,
            boxes: boxes.into_iter().flatten().collect(),
            arrows: ends
                .map(|of| (of.source().index(), of.target().index()))
                .collect(),
        }
    }
}

/// The column of each node. Nodes that reach each other are in one.
fn columns(graph: &DiGraph<(), ()>) -> Vec<usize> {
    let mut components = tarjan_scc(graph);
    // They come with the last first.
    components.reverse();
    let mut columns = vec![0; graph.node_count()];
    let mut own = vec![0; graph.node_count()];
    for (number, component) in components.iter().enumerate() {
        for node in component {
            own[node.index()] = number;
        }
    }
    for (number, component) in components.iter().enumerate() {
        let column = component.iter().map(|node| columns[node.index()]).max();
        let column = column.unwrap_or_default();
        for node in component {
            columns[node.index()] = column;
        }
        for node in component {
            for to in graph
                .neighbors(*node)
                .filter(|to| own[to.index()] != number)
            {
                columns[to.index()] = columns[to.index()].max(column + 1);
            }
        }
    }
    columns
}

/// The nodes of each column from top to bottom.
fn order(graph: &DiGraph<(), ()>, columns: &[usize]) -> Vec<Vec<NodeIndex>> {
    let count = columns.iter().max().map_or(0, |last| last + 1);
    let mut ordered: Vec<Vec<NodeIndex>> = vec![Vec::new(); count];
    for node in graph.node_indices() {
        ordered[columns[node.index()]].push(node);
    }
    // Where each node is, from the middle of its column.
    let mut heights = vec![0.0; columns.len()];
    let measure = |column: &[NodeIndex], heights: &mut [f64]| {
        let middle = (column.len() as f64 - 1.0) / 2.0;
        for (row, node) in column.iter().enumerate() {
            heights[node.index()] = row as f64 - middle;
        }
    };
    for column in &ordered {
        measure(column, &mut heights);
    }
    for sweep in 0..SWEEPS {
        let direction = match sweep % 2 {
            0 => petgraph::Incoming,
            _ => petgraph::Outgoing,
        };
        let mut numbers: Vec<usize> = (0..count).collect();
        if direction == petgraph::Outgoing {
            numbers.reverse();
        }
        for number in numbers {
            let column = &mut ordered[number];
            let middle = |node: &NodeIndex| {
                let neighbours: Vec<f64> = graph
                    .neighbors_directed(*node, direction)
                    .map(|other| heights[other.index()])
                    .collect();
                match neighbours.len() {
                    0 => heights[node.index()],
                    several => neighbours.iter().sum::<f64>() / several as f64,
                }
            };
            let mut keyed: Vec<(f64, NodeIndex)> =
                column.iter().map(|node| (middle(node), *node)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            *column = keyed.into_iter().map(|(_, node)| node).collect();
            measure(column, &mut heights);
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_to_the_right_except_in_a_cycle() {
        // 0 → 1 → 2 ⇄ 3, 0 → 2
        let graph = DiGraph::from_edges([(0, 1), (1, 2), (2, 3), (3, 2), (0, 2)]);
        assert_eq!(columns(&graph), [0, 1, 2, 2]);
    }

    #[test]
    fn a_column_follows_the_one_before_it() {
        // 0 → 3, 1 → 2
        let graph = DiGraph::from_edges([(0, 3), (1, 2)]);
        let ordered = order(&graph, &[0, 0, 1, 1]);
        let rows = |column: &Vec<NodeIndex>| column.iter().map(|of| of.index()).collect();
        let rows: Vec<Vec<usize>> = ordered.iter().map(rows).collect();
        assert_eq!(rows, [vec![0, 1], vec![3, 2]]);
    }
}
