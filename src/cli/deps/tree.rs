use crate::cli::diagnostics::diagnostics;
use crate::cli::style::{ERROR, GOOD, LABEL, TITLE, count, paint, plain};
use crate::closure::{Closure, Finding, Place, Requirement};
use crate::extension::Diagnostic;
use foldhash::HashSet;
use petgraph::graph::NodeIndex;

/// Types beyond these are only counted.
const TYPES: usize = 3;
/// Files that are not needed, beyond these, are only counted.
const UNUSED: usize = 10;

/// The closure as a tree for each input, then what is wrong with it.
pub(super) fn tree<'m>(
    closure: &Closure<'m>,
    findings: &[Finding<'m>],
    said: &[Diagnostic],
    unused: &[String],
) -> String {
    let mut tree = Tree {
        closure,
        shown: HashSet::default(),
        text: String::new(),
    };
    for input in closure.inputs() {
        tree.root(input);
    }
    let mut text = tree.text;
    text.push_str(&needs(closure, findings));
    if !unused.is_empty() {
        text.push_str(&format!("\n{}\n", paint(TITLE, "Not needed")));
        for path in unused.iter().take(UNUSED) {
            text.push_str(&format!("  {}\n", plain(path)));
        }
        let more = unused.len().saturating_sub(UNUSED);
        if more > 0 {
            text.push_str(&format!("  and {more} more\n"));
        }
    }
    let table = diagnostics(said);
    if !table.is_empty() {
        text.push_str(&format!("\n{table}"));
    }
    text
}

struct Tree<'c, 'm> {
    closure: &'c Closure<'m>,
    /// Whose references were shown.
    shown: HashSet<NodeIndex>,
    text: String,
}

/// A branch that is being drawn: what stands before its lines, and what is left of it.
struct Branch {
    indent: String,
    left: std::vec::IntoIter<(NodeIndex, Requirement)>,
}

impl Tree<'_, '_> {
    /// The tree of an input. It keeps its own stack, since a chain of references can be of any length.
    fn root(&mut self, input: NodeIndex) {
        let name = plain(&self.closure.graph()[input].to_string());
        let file = self.file(input);
        self.text
            .push_str(&format!("{}{file}\n", paint(TITLE, &name)));
        let mut open = Vec::from_iter(self.branch(input, String::new()));
        while let Some(branch) = open.last_mut() {
            let Some((node, requirement)) = branch.left.next() else {
                open.pop();
                continue;
            };
            let is_last = branch.left.as_slice().is_empty();
            let (arm, below) = if is_last {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            let indent = branch.indent.clone();
            let below = format!("{indent}{below}");
            let line = self.line(node, requirement);
            self.text.push_str(&format!("{indent}{arm}{line}\n"));
            if self.closure.graph()[node].place == Place::Shipped {
                open.extend(self.branch(node, below));
            }
        }
    }

    /// The references of `node`, unless they were shown already. What the platform brings is one line.
    fn branch(&mut self, node: NodeIndex, indent: String) -> Option<Branch> {
        if !self.shown.insert(node) {
            return None;
        }
        let graph = self.closure.graph();
        let references = self.closure.references(node);
        let (platform, mut others): (Vec<_>, Vec<_>) =
            references.partition(|(to, _)| graph[*to].place == Place::Platform);
        others.sort_by_cached_key(|(to, _)| graph[*to].name.to_ascii_lowercase());
        if !platform.is_empty() {
            let mut names: Vec<String> = platform
                .iter()
                .map(|(to, _)| plain(graph[*to].name))
                .collect();
            names.sort_unstable();
            names.dedup();
            let arm = if others.is_empty() {
                "└─ "
            } else {
                "├─ "
            };
            let names = paint(LABEL, &format!("platform: {}", names.join(", ")));
            self.text.push_str(&format!("{indent}{arm}{names}\n"));
        }
        Some(Branch {
            indent,
            left: others.into_iter(),
        })
    }

    fn line(&self, node: NodeIndex, requirement: Requirement) -> String {
        let member = &self.closure.graph()[node];
        let wanted = format!("{} {}", plain(member.name), requirement.version);
        match member.file {
            None => format!("{wanted}  {}", paint(ERROR, "missing")),
            Some(file) => {
                let found = file.assembly().version();
                let other = match found == requirement.version {
                    true => String::new(),
                    false => format!(" → {found}"),
                };
                let above = match self.shown.contains(&node) && self.has_references(node) {
                    true => paint(LABEL, " (above)"),
                    false => String::new(),
                };
                format!("{wanted}{other}{}{above}", self.file(node))
            }
        }
    }

    fn has_references(&self, node: NodeIndex) -> bool {
        self.closure.references(node).next().is_some()
    }

    fn file(&self, node: NodeIndex) -> String {
        let file = self.closure.graph()[node].file;
        let path = file.map(|file| plain(&file.path().display().to_string()));
        path.map(|path| format!("  {}", paint(GOOD, &path)))
            .unwrap_or_default()
    }
}

/// Which public types lead to which missing assembly.
fn needs<'m>(closure: &Closure<'m>, findings: &[Finding<'m>]) -> String {
    let mut text = String::new();
    for (node, types) in closure.types_in_need(findings) {
        let name = plain(closure.graph()[node].name);
        let names = types.iter().filter_map(|ty| ty.full_name().ok());
        let names = names.take(TYPES).map(|name| plain(&name.to_string()));
        let names: Vec<String> = names.collect();
        let more = match types.len().saturating_sub(TYPES) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let types = count(types.len(), "public type");
        let title = paint(
            TITLE,
            &format!("{types} of the inputs cannot be loaded without {name}"),
        );
        text.push_str(&format!("\n{title}\n  {}{more}\n", names.join(", ")));
    }
    text
}
