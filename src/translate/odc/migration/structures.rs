use super::is_name;
use crate::extension::{Action, Attribute, DataType, Structure};
use crate::translate::config::given_names::GivenNames;
use crate::translate::odc::crossing::RESERVED;
use crate::translate::{Names, StructurePlan};
use crate::xif::{Xif, XifAction, XifStructure, XifType, shown};
use foldhash::HashMap;
use std::collections::BTreeSet;

const NO_NAME: &str = "a name that OutSystems does not allow";

/// The structures of an extension as ODC can have them.
pub(super) struct Structures {
    all: Vec<Structure>,
    positions: HashMap<String, usize>,
    /// Why ODC cannot have each, if it cannot.
    refused: Vec<Option<String>>,
    /// The names of those that have another one than in the extension.
    renamed: HashMap<String, String>,
}

impl Structures {
    pub(super) fn of(xif: &Xif, names: &mut GivenNames) -> Self {
        let mut taken = Names::new();
        let mut renamed = HashMap::default();
        let mut refused = Vec::with_capacity(xif.structures.len());
        for structure in &xif.structures {
            let (own, id) = (&structure.name, type_id(xif, &structure.name));
            let name = names.structures.get(&id).unwrap_or(own);
            let name = match RESERVED.contains(&name) {
                true => format!("{name}Structure"),
                false => name.to_owned(),
            };
            refused.push(match own_refusal(structure) {
                None if !taken.take(&name) => {
                    Some(format!("there are two structures called {name}"))
                }
                reason => reason,
            });
            if name != *own {
                renamed.insert(own.clone(), name);
            }
        }
        let structures = xif.structures.iter();
        let all = structures.map(|of| structure(xif, of, names, &renamed));
        let all: Vec<Structure> = all.collect();
        let positions = all.iter().enumerate();
        let positions = positions.map(|(at, of)| (of.name.clone(), at)).collect();
        let mut structures = Self {
            all,
            positions,
            refused,
            renamed,
        };
        structures.spread();
        structures
    }

    /// A structure that holds one that is refused is refused, too.
    fn spread(&mut self) {
        let mut users: HashMap<usize, Vec<usize>> = HashMap::default();
        for (at, structure) in self.all.iter().enumerate() {
            for attribute in &structure.attributes {
                let name = attribute.data_type.structure_name();
                if let Some(used) = name.and_then(|name| self.positions.get(name)) {
                    users.entry(*used).or_default().push(at);
                }
            }
        }
        let refused = self.refused.iter().enumerate();
        let refused = refused.filter(|(_, reason)| reason.is_some());
        let mut left: Vec<usize> = refused.map(|(at, _)| at).collect();
        while let Some(at) = left.pop() {
            let reason = self.refused.get(at).cloned().flatten();
            for user in users.remove(&at).unwrap_or_default() {
                if let Some(slot @ None) = self.refused.get_mut(user) {
                    slot.clone_from(&reason);
                    left.push(user);
                }
            }
        }
    }

    /// A type of the extension under the names of the library.
    pub(super) fn named(&self, data_type: &DataType) -> DataType {
        named(data_type, &self.renamed)
    }

    fn refusal_of(&self, data_type: &DataType) -> Option<&str> {
        let name = data_type.structure_name()?;
        let name = self.renamed.get(name).map_or(name, String::as_str);
        let position = *self.positions.get(name)?;
        self.refused.get(position)?.as_deref()
    }

    /// Why ODC cannot have an action, if it cannot.
    pub(super) fn refuses(&self, action: &XifAction) -> Option<String> {
        if !is_name(&action.name) {
            return Some(format!("it has {NO_NAME}"));
        }
        let names = action.parameters.iter().map(|parameter| &*parameter.name);
        if let Some(twice) = twice(names) {
            return Some(format!("it has two parameters called {}", shown(twice)));
        }
        action.parameters.iter().find_map(|parameter| {
            let place = format!("the parameter {}", shown(&parameter.name));
            match refusal(&place, &parameter.name, &parameter.data_type) {
                Some(reason) => Some(reason),
                None => {
                    let data_type = parameter.data_type.known()?;
                    self.refusal_of(data_type).map(str::to_owned)
                }
            }
        })
    }

    /// The positions of the structures that actions use, directly or not.
    pub(super) fn used(&self, actions: &[Action]) -> BTreeSet<usize> {
        let parameters = actions
            .iter()
            .flat_map(|of| of.inputs.iter().chain(&of.outputs));
        let mut left: Vec<&DataType> = parameters.map(|of| &of.data_type).collect();
        let mut used = BTreeSet::new();
        while let Some(data_type) = left.pop() {
            let name = data_type.structure_name();
            let Some(position) = name.and_then(|name| self.positions.get(name)) else {
                continue;
            };
            if used.insert(*position)
                && let Some(structure) = self.all.get(*position)
            {
                left.extend(structure.attributes.iter().map(|of| &of.data_type));
            }
        }
        used
    }

    /// The structures, and that nothing is behind them.
    pub(super) fn into_parts(self) -> (Vec<Structure>, Vec<StructurePlan>) {
        let plans = self.all.iter().map(|_| StructurePlan {
            net: String::new(),
            is_class: false,
            attributes: Vec::new(),
            constructor: None,
            rests: Vec::new(),
        });
        let plans = plans.collect();
        (self.all, plans)
    }
}

/// Documentation id of the struct that the extension's code has for a structure (O11.md §2.2).
fn type_id(xif: &Xif, structure: &str) -> String {
    format!("T:OutSystems.Nss{}.ST{structure}Structure", xif.name)
}

fn named(data_type: &DataType, renamed: &HashMap<String, String>) -> DataType {
    match data_type {
        DataType::Structure { name } => DataType::structure(renamed.get(name).unwrap_or(name)),
        DataType::List { of } => named(of, renamed).into_list(),
        basic => basic.clone(),
    }
}

/// A name that is there twice, without regard to case.
fn twice<'a>(names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut taken = Names::new();
    let mut names = names;
    names.find(|name| !taken.take(name))
}

fn structure(
    xif: &Xif,
    structure: &XifStructure,
    names: &GivenNames,
    renamed: &HashMap<String, String>,
) -> Structure {
    let type_id = type_id(xif, &structure.name);
    let field = |name: &str| format!("F{}.ss{name}", type_id.trim_start_matches('T'));
    let ids: Vec<String> = structure
        .attributes
        .iter()
        .map(|of| field(&of.name))
        .collect();
    let given = names.attributes(&type_id, ids.iter().map(String::as_str));
    let attributes = structure.attributes.iter().zip(ids).filter_map(|(of, id)| {
        Some(Attribute {
            name: given.get(&id).unwrap_or(&of.name).to_owned(),
            data_type: named(of.data_type.known()?, renamed),
            mandatory: of.mandatory,
            default: of.default.clone(),
            length: of.length,
            decimals: of.decimals.filter(|_| of.length.is_some()),
            description: of.description.clone(),
            member: id,
        })
    });
    let name = renamed.get(&structure.name).unwrap_or(&structure.name);
    Structure {
        name: name.clone(),
        description: structure.description.clone(),
        attributes: attributes.collect(),
        type_id,
    }
}

fn own_refusal(structure: &XifStructure) -> Option<String> {
    if !is_name(&structure.name) {
        let name = shown(&structure.name);
        return Some(format!("the structure {name:?} has {NO_NAME}"));
    }
    let names = structure.attributes.iter().map(|of| &*of.name);
    if let Some(twice) = twice(names) {
        let (name, twice) = (&structure.name, shown(twice));
        return Some(format!(
            "the structure {name} has two attributes called {twice}"
        ));
    }
    let mut attributes = structure.attributes.iter();
    attributes.find_map(|attribute| {
        let place = format!(
            "the attribute {}.{}",
            structure.name,
            shown(&attribute.name)
        );
        refusal(&place, &attribute.name, &attribute.data_type)
    })
}

fn refusal(place: &str, name: &str, data_type: &XifType) -> Option<String> {
    match data_type {
        _ if !is_name(name) => Some(format!("{place} has {NO_NAME}")),
        XifType::Known(known) if known.holds_object() => {
            Some(format!("{place} is an Object, which ODC does not have"))
        }
        XifType::Known(_) => None,
        XifType::Other(other) => Some(format!(
            "{place} has the type {other}, which ODC does not have"
        )),
    }
}
