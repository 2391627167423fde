use super::cursor::shown;
use super::types::{RECORD, RECORD_LIST};
use super::{Xif, XifNote, XifType};
use crate::extension::DataType;
use crate::limits::XIF_NAME;
use foldhash::HashMap;

/// What a key leads to.
struct Record {
    name: String,
    is_structure: bool,
}

/// Turns the keys in the types of records into names.
///
/// Structures stand behind the actions that use them, so that it is done at the end.
pub(super) fn name_records(xif: &mut Xif) {
    let records = records(xif);
    let mut notes = Vec::new();
    let mut name = |of: &mut XifType, place: &dyn Fn() -> String| {
        let unknown = resolve(of, &records).into_iter();
        notes.extend(unknown.map(|key| XifNote {
            place: place(),
            message: format!("is a record of {}, which is not in the file", shown(&key)),
        }));
    };
    for action in &mut xif.actions {
        for parameter in &mut action.parameters {
            name(&mut parameter.data_type, &|| {
                let (action, direction) = (shown(&action.name), parameter.direction);
                let parameter = format!("{direction:?}Parameter {}", shown(&parameter.name));
                format!("Extension/Actions/Action {action}/Variables/{parameter}")
            });
        }
    }
    for structure in &mut xif.structures {
        for attribute in &mut structure.attributes {
            name(&mut attribute.data_type, &|| {
                let (structure, attribute) = (shown(&structure.name), shown(&attribute.name));
                format!("Extension/Structures/Structure {structure}/Attribute {attribute}")
            });
        }
    }
    xif.notes.append(&mut notes);
}

/// The structures and entities by the text of their keys.
fn records(xif: &Xif) -> HashMap<String, Record> {
    let structures = xif.structures.iter().map(|structure| (structure, true));
    let entities = xif.entities.iter().map(|entity| (&entity.structure, false));
    let mut records = HashMap::default();
    for (structure, is_structure) in structures.chain(entities) {
        // Each use gets a copy of the name.
        if let Some(key) = structure.key.filter(|_| structure.name.len() <= XIF_NAME) {
            records.entry(key.to_string()).or_insert_with(|| Record {
                name: structure.name.clone(),
                is_structure,
            });
        }
    }
    records
}

/// Names what `of` is a record of, and returns the keys that are nowhere.
fn resolve(of: &mut XifType, records: &HashMap<String, Record>) -> Vec<String> {
    let XifType::Other(other) = of else {
        return Vec::new();
    };
    if let [key] = other.records.as_slice()
        && let Some(record) = records.get(key).filter(|record| record.is_structure)
    {
        let structure = DataType::structure(&record.name);
        match other.name.as_str() {
            RECORD => *of = XifType::Known(structure),
            RECORD_LIST => *of = XifType::Known(structure.into_list()),
            _ => {}
        }
    }
    let XifType::Other(other) = of else {
        return Vec::new();
    };
    let mut unknown = Vec::new();
    for key in &mut other.records {
        match records.get(key) {
            Some(record) => key.clone_from(&record.name),
            None => unknown.push(key.clone()),
        }
    }
    unknown
}
