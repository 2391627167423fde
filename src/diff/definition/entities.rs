use super::Changes;
use crate::diff::kinds::*;
use crate::diff::pairs::pairs;
use crate::extension::{Entity, EntityAttribute};

impl Changes {
    pub(super) fn entities(&mut self, old: &[Entity], new: &[Entity]) {
        let pairs = pairs(old, new, |entity| &entity.type_id);
        for entity in pairs.removed {
            self.add(ENTITY_REMOVED, &entity.name);
        }
        for entity in pairs.added {
            self.add(ENTITY_ADDED, &entity.name);
        }
        for (old, new) in pairs.both {
            let name = &new.name;
            self.compare(ENTITY_RENAMED, name, &old.name, &new.name);
            self.compare(ENTITY_TABLE, name, &old.table, &new.table);
            self.compare(
                STRUCTURE_DESCRIPTION,
                name,
                &old.description,
                &new.description,
            );
            self.columns(name, &old.attributes, &new.attributes);
        }
    }

    fn columns(&mut self, entity: &str, old: &[EntityAttribute], new: &[EntityAttribute]) {
        let pairs = pairs(old, new, |attribute| &attribute.member);
        for attribute in pairs.removed {
            self.add(COLUMN_REMOVED, format!("{entity}.{}", attribute.name));
        }
        for attribute in pairs.added {
            self.add(COLUMN_ADDED, format!("{entity}.{}", attribute.name));
        }
        for (old, new) in pairs.both {
            let subject = format!("{entity}.{}", new.name);
            let subject = subject.as_str();
            self.compare(COLUMN_RENAMED, subject, &old.name, &new.name);
            self.compare(COLUMN_TYPE, subject, &old.data_type, &new.data_type);
            self.compare(COLUMN_SOURCE, subject, &old.column, &new.column);
            self.compare(COLUMN_SIZE, subject, &old.column_type, &new.column_type);
            self.compare(COLUMN_MANDATORY, subject, old.mandatory, new.mandatory);
            self.compare(COLUMN_ROLE, subject, role(old), role(new));
            self.compare(
                ATTRIBUTE_DESCRIPTION,
                subject,
                &old.description,
                &new.description,
            );
        }
    }
}

/// What the platform does with an attribute by itself.
fn role(attribute: &EntityAttribute) -> String {
    let roles = [
        attribute.identifier.then(|| "identifier".to_owned()),
        attribute.auto_number.then(|| "automatic number".to_owned()),
        attribute
            .reference
            .as_ref()
            .map(|of| format!("reference to {of}")),
    ];
    let roles: Vec<String> = roles.into_iter().flatten().collect();
    match roles.len() {
        0 => "a value".to_owned(),
        _ => roles.join(", "),
    }
}
