use crate::clr::{AssemblySet, Method, Reach, is_core_assembly};
use crate::limits::XIF_STEPS;
use crate::xif::shown;
use foldhash::HashSet;
use std::cell::Cell;
use std::collections::{BTreeMap, VecDeque};

/// What the assemblies of the platform's runtime begin with; so does the implementation, which is at hand.
const RUNTIME: &str = "OutSystems.";

/// What is said where there are no [`Steps`] left.
pub(super) const TOO_MUCH: &str = "the extension's code is too much to be followed";

/// How much more may be looked at, of [`XIF_STEPS`].
#[derive(Debug)]
pub(super) struct Steps(Cell<u64>);

impl Steps {
    pub(super) fn new() -> Self {
        Self(Cell::new(XIF_STEPS))
    }

    /// Takes some steps; whether they were left.
    pub(super) fn take(&self, steps: usize) -> bool {
        self.0.set(self.0.get().saturating_sub(steps as u64));
        self.0.get() > 0
    }
}

/// Why ODC cannot run `method`, if it cannot.
pub(super) fn refusal(set: &AssemblySet<'_>, method: Method<'_>, steps: &Steps) -> Option<String> {
    let mut left = steps.0.get();
    let reached = Reach::within(method, &mut left);
    steps.0.set(left);
    match reached {
        Ok(Some(reached)) => missing(set, &reached, steps),
        Ok(None) => Some(TOO_MUCH.to_owned()),
        Err(error) => Some(format!("its code cannot be read: {error}")),
    }
}

/// Why what these assemblies have cannot be run: one of them, or one that they reference, is missing.
fn missing(
    set: &AssemblySet<'_>,
    reached: &BTreeMap<&str, String>,
    steps: &Steps,
) -> Option<String> {
    let names = reached.keys().map(|name| (*name).to_owned());
    let mut left: VecDeque<String> = names.collect();
    let mut seen: HashSet<String> = left.iter().cloned().collect();
    while let Some(name) = left.pop_front() {
        if let Some(assembly) = set.find(&name) {
            for reference in assembly.references() {
                if !steps.take(1) {
                    return Some(TOO_MUCH.to_owned());
                }
                if seen.insert(reference.name.to_owned()) {
                    left.push_back(reference.name.to_owned());
                }
            }
            continue;
        }
        let used = match reached.get(name.as_str()) {
            Some(ty) => format!("its code uses {} of {}", shown(ty), shown(&name)),
            None => format!("its code uses an assembly that refers to {}", shown(&name)),
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
