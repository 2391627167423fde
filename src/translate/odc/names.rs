//! Names that differ from those of the extension. In ODC the name in C# is the name, actions and structures
//! share one space (OS-ELG-MODL-05025), and some names are taken by C# itself.

use super::Library;
use super::construction::simple_name;
use crate::extension::{Action, Diagnostic, Extension};
use crate::translate::catalogue::diagnostic;
use crate::translate::mapper::NAME;
use crate::translate::type_names::unique;
use crate::translate::{Names, fit, identifier, names::hashed};
use std::mem;

/// The namespace that the code in the library names.
const SYSTEM: &str = "System";

/// Members that every class or struct has: C# warns of others with their names.
const INHERITED: &[&str] = &[
    SYSTEM,
    "Equals",
    "Finalize",
    "GetHashCode",
    "GetType",
    "MemberwiseClone",
    "ReferenceEquals",
    "ToString",
];

/// Gives each action its name.
pub(super) struct ActionNames {
    taken: Names,
}

impl ActionNames {
    /// Structures keep their names.
    pub(super) fn new(definition: &Extension) -> Self {
        let structures = definition.structures.iter();
        Self {
            taken: structures.map(|structure| &structure.name).collect(),
        }
    }

    /// The action's own name where that can be, else the name of its class before it.
    pub(super) fn name(&mut self, action: &Action) -> String {
        let id = &action.member.id;
        let own = &action.name;
        let path = id.split('(').next().unwrap_or(id);
        let class = path.rsplit_once('.').map_or("", |(class, _)| class);
        let class = identifier(simple_name(class));
        let qualified = fit(&format!("{class}{own}"), id, NAME);
        for name in [own, &qualified] {
            if !INHERITED.contains(&name.as_str()) && self.taken.take(name) {
                return name.clone();
            }
        }
        let unique = hashed(&qualified, id, NAME);
        self.taken.take(&unique);
        unique
    }
}

/// What an element is called that cannot be called `name`.
fn valued(name: &str) -> String {
    format!("{name}Value")
}

/// Renames the parameters that would hide the namespace `System` in the body of the action.
pub(super) fn rename_parameters(action: &mut Action, diagnostics: &mut Vec<Diagnostic>) {
    let all = action.inputs.iter().chain(&action.outputs);
    let mut names: Names = all.map(|parameter| &parameter.name).collect();
    for parameter in action.inputs.iter_mut().chain(&mut action.outputs) {
        if parameter.name != SYSTEM {
            continue;
        }
        let id = &action.member.id;
        parameter.name = unique(&mut names, &valued(SYSTEM), id);
        diagnostics.push(diagnostic("DL3040", id.clone(), &parameter.name));
    }
}

/// Renames the attributes that have the name of their structure, or of what every struct has.
pub(super) fn rename_attributes(library: &mut Library, diagnostics: &mut Vec<Diagnostic>) {
    let structures = library.translation.extension.structures.iter_mut();
    for (at, structure) in structures.enumerate() {
        let names = structure.attributes.iter().map(|attribute| &attribute.name);
        let mut names: Names = names.collect();
        for attribute in &mut structure.attributes {
            let is_taken =
                attribute.name == structure.name || INHERITED.contains(&attribute.name.as_str());
            if !is_taken {
                continue;
            }
            let name = unique(&mut names, &valued(&attribute.name), &attribute.member);
            if library.used.contains(&at) {
                let id = attribute.member.clone();
                diagnostics.push(diagnostic("DL3040", id, &name));
            }
            let key = (structure.type_id.clone(), attribute.member.clone());
            let first = mem::replace(&mut attribute.name, name);
            library.attribute_names.insert(key, first);
        }
    }
}
