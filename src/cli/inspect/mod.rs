//! `dllift inspect`: what an assembly is, in a card; of several, one line each. And what is in a `.xif`.

mod counts;
mod extension;
mod extension_text;
mod facts;
mod text;

use super::args::{Format, Inspect};
use super::problems;
use super::progress::Progress;
use super::response::{Response, Tone, say};
use crate::clr::Library;
use crate::extension::Coverage;
use extension::ExtensionFacts;
use facts::Facts;
use rayon::prelude::*;
use serde::Serialize;

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    assemblies: &'a [Facts<'a>],
    /// Those of the `.xif` files.
    extensions: &'a [ExtensionFacts],
    /// The sum over all assemblies.
    coverage: Option<Coverage>,
    problems: Vec<problems::Problem>,
}

pub(super) fn run(arguments: &Inspect) -> Response {
    let (xifs, inputs) = extension::split(&arguments.inputs);
    let mut problems = Vec::new();
    let extensions: Vec<_> = xifs
        .iter()
        .filter_map(|(path, bytes)| ExtensionFacts::read(path, bytes, &mut problems))
        .collect();
    let store = inputs.open();
    problems::say_problems(&store);
    problems.extend(problems::listed(&store));
    let library = Library::new(&store);
    if library.inputs().len() == 0 && extensions.is_empty() {
        return problems::no_input_with(&problems, arguments.format);
    }
    let files: Vec<_> = library.inputs().collect();
    let progress = Progress::new(files.len());
    let facts = |file| {
        let facts = Facts::of(&library, file, !arguments.no_coverage);
        progress.step();
        facts
    };
    let facts: Vec<_> = match files.as_slice() {
        // The threads would cost more than they give.
        [only] => vec![facts(*only)],
        _ => files.into_par_iter().map(facts).collect(),
    };
    drop(progress);
    for facts in &facts {
        if let Some(damage) = &facts.damage {
            let rest = "The counts leave out what is damaged.";
            say(Tone::Warning, &format!("{} {damage}. {rest}", facts.file));
        }
    }
    let exit = problems::exit_with(&problems);
    let coverage = facts.iter().map(|facts| facts.coverage).sum();
    let coverage = Some(coverage).filter(|_| !facts.is_empty()).flatten();
    if arguments.format == Format::Json {
        let document = Document {
            assemblies: &facts,
            extensions: &extensions,
            coverage,
            problems,
        };
        return Response::json(&document, exit);
    }
    let mut cards: Vec<_> = extensions.iter().map(extension_text::card).collect();
    match facts.as_slice() {
        [] => {}
        [only] => cards.insert(0, text::card(only)),
        facts => cards.insert(0, text::lines(facts, coverage)),
    }
    Response::styled(cards.join("\n"), exit)
}
