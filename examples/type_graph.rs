//! Draws which public type derives from or implements which, in Graphviz's language, and tells which types need each
//! other in a circle: `type_graph FILE-OR-FOLDER... | dot -Tsvg > graph.svg`.

use dllift::clr::{FileStore, Library, Type};
use dllift::graph;
use petgraph::algo::tarjan_scc;
use petgraph::dot::{Config, Dot};

fn main() {
    let paths: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let store = FileStore::open(&paths, &[]);
    for problem in store.problems() {
        eprintln!("{problem}");
    }
    let library = Library::new(&store);
    let needs = graph::dependencies(library.set());
    for circle in tarjan_scc(&needs).iter().filter(|types| types.len() > 1) {
        let names: Vec<String> = circle.iter().map(|node| name(needs[*node])).collect();
        eprintln!("need each other: {}", names.join(", "));
    }
    let inheritance = graph::inheritance(library.set());
    let public =
        inheritance.filter_map(|_, ty| ty.is_public().then(|| name(*ty)), |_, ()| Some(()));
    let label = |_, node: (_, &String)| format!("label = \"{}\"", node.1.escape_default());
    let config = [Config::NodeNoLabel, Config::EdgeNoLabel];
    let dot = Dot::with_attr_getters(&public, &config, &|_, _| String::new(), &label);
    println!("{dot:?}");
}

/// The full name; empty where it is damaged.
fn name(ty: Type<'_>) -> String {
    let name = ty.full_name().map(|name| name.to_string());
    name.unwrap_or_default()
}
