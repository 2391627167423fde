use crate::extension::{DataType, Extension};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The names of the actions and structures that have a value of a structure, in definition order.
#[derive(Default)]
pub(super) struct Users<'a> {
    pub(super) actions: Vec<&'a str>,
    pub(super) structures: Vec<&'a str>,
}

impl<'a> Users<'a> {
    /// The users of each structure that has any, by its name.
    pub(super) fn of(extension: &'a Extension) -> HashMap<&'a str, Self> {
        let mut users: HashMap<&str, Self> = HashMap::default();
        for action in &extension.actions {
            let parameters = action.inputs.iter().chain(&action.outputs);
            for used in distinct(parameters.map(|parameter| &parameter.data_type)) {
                users.entry(used).or_default().actions.push(&action.name);
            }
        }
        for structure in &extension.structures {
            let attributes = structure.attributes.iter();
            for used in distinct(attributes.map(|attribute| &attribute.data_type)) {
                let users = users.entry(used).or_default();
                users.structures.push(&structure.name);
            }
        }
        users
    }
}

/// The structures that values of these types are made of, each once.
fn distinct<'t>(types: impl Iterator<Item = &'t DataType>) -> BTreeSet<&'t str> {
    types.filter_map(DataType::structure_name).collect()
}
