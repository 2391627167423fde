//! Draws which assembly references which, in Graphviz's language:
//! `assembly_graph FILE-OR-FOLDER... | dot -Tsvg > graph.svg`.

use dllift::clr::{FileStore, Library};
use dllift::graph;
use petgraph::dot::{Config, Dot};

fn main() {
    let paths: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let store = FileStore::open(&paths, &[]);
    for problem in store.problems() {
        eprintln!("{problem}");
    }
    let library = Library::new(&store);
    let references = graph::assemblies(library.set()).filter_map(
        |_, node| (!node.is_framework()).then(|| node.to_string()),
        |_, version| Some(version.to_string()),
    );
    let label = |_, node: (_, &String)| format!("label = \"{}\"", node.1.escape_default());
    let edge_label = |_, edge: petgraph::graph::EdgeReference<'_, String>| {
        format!("label = \"{}\"", edge.weight())
    };
    let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
    println!(
        "{:?}",
        Dot::with_attr_getters(&references, &config, &edge_label, &label)
    );
}
