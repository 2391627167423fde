//! `dllift inspect`: what an assembly is, in a card; of several, one line each.

mod counts;
mod facts;
mod text;

use super::args::{Format, Inspect};
use super::problems;
use super::progress::Progress;
use super::response::{Response, Tone, say};
use crate::clr::Library;
use crate::extension::Coverage;
use facts::Facts;
use rayon::prelude::*;
use serde::Serialize;

/// The JSON document.
#[derive(Serialize)]
struct Document<'a> {
    assemblies: &'a [Facts<'a>],
    /// The sum over all assemblies.
    coverage: Option<Coverage>,
    problems: Vec<problems::Problem>,
}

pub(super) fn run(arguments: &Inspect) -> Response {
    let inputs = &arguments.inputs;
    let store = inputs.open();
    problems::say_problems(&store);
    let library = Library::new(&store);
    if library.inputs().len() == 0 {
        return problems::no_input(&store, arguments.format);
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
    let exit = problems::exit(&store);
    let coverage = facts.iter().map(|facts| facts.coverage).sum();
    match (arguments.format, facts.as_slice()) {
        (Format::Json, facts) => {
            let problems = problems::listed(&store);
            Response::json(
                &Document {
                    assemblies: facts,
                    coverage,
                    problems,
                },
                exit,
            )
        }
        (_, [only]) => Response::styled(text::card(only), exit),
        (_, facts) => Response::styled(text::lines(facts, coverage), exit),
    }
}
