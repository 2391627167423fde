use crate::closure::{Closure, Finding, Member, Place, Platform};
use crate::clr::Type;
use crate::extension::Diagnostic;
use serde::Serialize;

/// A closure for programs.
#[derive(Serialize)]
pub struct Document<'m> {
    /// The platform that it is for, `o11` or `odc`.
    pub platform: &'static str,
    /// The assemblies, the inputs first.
    pub assemblies: Vec<Assembly<'m>>,
    /// The public types of the inputs that cannot be loaded, by the missing assembly that they need.
    pub types: Vec<Needs<'m>>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

/// An assembly of a closure.
#[derive(Serialize)]
pub struct Assembly<'m> {
    name: &'m str,
    /// Null where it is not at hand.
    version: Option<String>,
    place: &'static str,
    /// Why the file was opened; null where there is none.
    found: Option<String>,
    file: Option<String>,
    /// Moniker of the framework that it was built for.
    framework: Option<String>,
    references: Vec<Reference<'m>>,
}

/// A reference of an assembly.
#[derive(Serialize)]
struct Reference<'m> {
    name: &'m str,
    /// Position of the assembly that it leads to.
    to: usize,
    version: String,
    strong_name: bool,
}

/// Types that need an assembly.
#[derive(Serialize)]
pub struct Needs<'m> {
    missing: &'m str,
    types: Vec<String>,
}

/// `closure` as a document, with its `findings` and what is said of them.
pub fn document<'m>(
    closure: &Closure<'m>,
    findings: &[Finding<'m>],
    said: Vec<Diagnostic>,
) -> Document<'m> {
    let graph = closure.graph();
    let assemblies = graph.node_indices().map(|node| {
        let references = closure.references(node).map(|(to, requirement)| Reference {
            name: graph[to].name,
            to: to.index(),
            version: requirement.version.to_string(),
            strong_name: requirement.is_strong,
        });
        assembly(&graph[node], references.collect())
    });
    let needs = closure.types_in_need(findings).into_iter();
    let needs = needs.map(|(node, types)| Needs {
        missing: graph[node].name,
        types: types.into_iter().map(type_name).collect(),
    });
    Document {
        platform: match closure.platform() {
            Platform::O11 => "o11",
            Platform::Odc => "odc",
        },
        assemblies: assemblies.collect(),
        types: needs.collect(),
        findings: said,
    }
}

fn assembly<'m>(member: &Member<'m>, references: Vec<Reference<'m>>) -> Assembly<'m> {
    let file = member.file;
    Assembly {
        name: member.name,
        version: file.map(|file| file.assembly().version().to_string()),
        place: match member.place {
            Place::Shipped => "shipped",
            Place::Platform => "platform",
            Place::Missing => "missing",
        },
        found: file.map(|file| file.found().to_string()),
        file: file.map(|file| file.path().display().to_string()),
        framework: member.framework().map(|framework| framework.to_string()),
        references,
    }
}

/// The full name; empty where it is damaged.
fn type_name(ty: Type<'_>) -> String {
    let name = ty.full_name().map(|name| name.to_string());
    name.unwrap_or_default()
}
