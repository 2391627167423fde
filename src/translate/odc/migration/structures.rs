use super::is_name;
use crate::extension::{Action, Attribute, DataType, Structure};
use crate::translate::StructurePlan;
use crate::xif::{Xif, XifAction, XifStructure, XifType};
use std::collections::{BTreeSet, HashMap};

const NO_NAME: &str = "a name that OutSystems does not allow";

/// The structures of an extension as ODC can have them.
pub(super) struct Structures {
    all: Vec<Structure>,
    positions: HashMap<String, usize>,
    /// Why ODC cannot have each, if it cannot.
    refused: Vec<Option<String>>,
}

impl Structures {
    pub(super) fn of(xif: &Xif) -> Self {
        let all: Vec<Structure> = xif.structures.iter().map(structure).collect();
        let names = all.iter().enumerate();
        let positions = names.map(|(at, of)| (of.name.clone(), at)).collect();
        let refused = xif.structures.iter().map(own_refusal).collect();
        let mut structures = Self {
            all,
            positions,
            refused,
        };
        structures.spread();
        structures
    }

    /// A structure that holds one that is refused is refused, too.
    fn spread(&mut self) {
        let mut users: HashMap<usize, Vec<usize>> = HashMap::new();
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

    fn refusal_of(&self, data_type: &DataType) -> Option<&str> {
        let position = *self.positions.get(data_type.structure_name()?)?;
        self.refused.get(position)?.as_deref()
    }

    /// Why ODC cannot have an action, if it cannot.
    pub(super) fn refuses(&self, action: &XifAction) -> Option<String> {
        if !is_name(&action.name) {
            return Some(format!("it has {NO_NAME}"));
        }
        action.parameters.iter().find_map(|parameter| {
            let place = format!("the parameter {}", parameter.name);
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

fn structure(structure: &XifStructure) -> Structure {
    let attributes = structure.attributes.iter().filter_map(|of| {
        Some(Attribute {
            name: of.name.clone(),
            data_type: of.data_type.known()?.clone(),
            mandatory: of.mandatory,
            default: of.default.clone(),
            length: of.length,
            decimals: of.decimals.filter(|_| of.length.is_some()),
            description: of.description.clone(),
            member: String::new(),
        })
    });
    Structure {
        name: structure.name.clone(),
        description: structure.description.clone(),
        attributes: attributes.collect(),
        type_id: String::new(),
    }
}

fn own_refusal(structure: &XifStructure) -> Option<String> {
    if !is_name(&structure.name) {
        return Some(format!("the structure {:?} has {NO_NAME}", structure.name));
    }
    let mut attributes = structure.attributes.iter();
    attributes.find_map(|attribute| {
        let place = format!("the attribute {}.{}", structure.name, attribute.name);
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
