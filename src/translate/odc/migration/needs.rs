use crate::clr::{AssemblySet, Method, Reach, is_core_assembly};
use std::collections::{BTreeMap, HashSet, VecDeque};

/// What the assemblies of the platform's runtime begin with; so does the implementation, which is at hand.
const RUNTIME: &str = "OutSystems.";

/// Why ODC cannot run `method`, if it cannot.
pub(super) fn refusal(set: &AssemblySet<'_>, method: Method<'_>) -> Option<String> {
    let reached = match Reach::of(method) {
        Ok(reached) => reached,
        Err(error) => return Some(format!("its code cannot be read: {error}")),
    };
    missing(set, &reached)
}

/// Why what these assemblies have cannot be run: one of them, or one that they reference, is missing.
fn missing(set: &AssemblySet<'_>, reached: &BTreeMap<&str, String>) -> Option<String> {
    let names = reached.keys().map(|name| (*name).to_owned());
    let mut left: VecDeque<String> = names.collect();
    let mut seen: HashSet<String> = left.iter().cloned().collect();
    while let Some(name) = left.pop_front() {
        if let Some(assembly) = set.find(&name) {
            for reference in assembly.references() {
                if seen.insert(reference.name.to_owned()) {
                    left.push_back(reference.name.to_owned());
                }
            }
            continue;
        }
        let used = match reached.get(name.as_str()) {
            Some(ty) => format!("its code uses {ty} of {name}"),
            None => format!("its code uses an assembly that refers to {name}"),
        };
        if name.starts_with(RUNTIME) {
            return Some(format!("{used}, which is a part of OutSystems 11"));
        }
        if !is_core_assembly(&name) {
            return Some(format!(
                "{used}, which is neither in the extension nor in .NET 10"
            ));
        }
    }
    None
}
