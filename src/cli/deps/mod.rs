//! `dllift deps`: what assemblies need to run, and what stands in the way.

mod tree;

use super::args::{Deps, DepsFormat, Format};
use super::problems::{self, Problem};
use super::response::{Exit, Response};
use crate::closure::Closure;
use crate::clr::Library;
use crate::emit::deps;
use crate::extension::Severity;
use crate::translate::dependencies;
use serde::Serialize;

/// The JSON document.
#[derive(Serialize)]
struct Document<'m> {
    #[serde(flatten)]
    closure: deps::Document<'m>,
    /// Files in the folders of inputs that nothing asks for.
    unused: Vec<String>,
    problems: Vec<Problem>,
}

pub(super) fn run(arguments: &Deps) -> Response {
    let format = match arguments.format {
        DepsFormat::Json => Format::Json,
        _ => Format::Text,
    };
    let platform = arguments.target.into();
    let store = arguments.inputs.open_on(platform);
    problems::say_problems(&store);
    let library = Library::new(&store);
    if library.inputs().len() == 0 {
        return problems::no_input(&store, format);
    }
    let closure = Closure::new(&library, platform);
    let findings = closure.findings();
    let diagnostics = dependencies(&closure, &findings);
    let is_broken = diagnostics.iter().any(|of| of.severity == Severity::Error);
    let exit = if is_broken {
        Exit::Failed
    } else {
        problems::exit(&store)
    };
    let unused = || store.unused().map(|path| path.display().to_string());
    match arguments.format {
        DepsFormat::Tree => {
            let text = tree::tree(
                &closure,
                &findings,
                &diagnostics,
                &unused().collect::<Vec<_>>(),
            );
            Response::styled(text, exit)
        }
        DepsFormat::Json => {
            let document = Document {
                closure: deps::document(&closure, &findings, diagnostics),
                unused: unused().collect(),
                problems: problems::listed(&store),
            };
            Response::json(&document, exit)
        }
        DepsFormat::Dot => Response::exact(deps::dot(&closure), exit),
        DepsFormat::Mermaid => Response::exact(deps::mermaid(&closure), exit),
        DepsFormat::Html => Response::exact(deps::html(&closure, &diagnostics), exit),
    }
}
