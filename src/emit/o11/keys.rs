use crate::extension::{Attribute, Entity, EntityAttribute, Extension, Structure};
use uuid::Uuid;

/// The namespace of every key; its value means nothing but must never change.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f1b_7c0e_52d4_4f43_9a67_3c1f_0e8d_b295);

/// The keys by which OutSystems knows the elements of one extension across publishes.
///
/// They are name-based UUIDs (version 5) of the extension's name and the element's documentation id,
/// or of its name where no .NET element is behind it. So the same definition always has the same
/// keys, and consumers keep their references when an extension is generated again.
#[derive(Clone, Debug)]
pub struct Keys {
    extension: Uuid,
}

impl Keys {
    /// The keys of an extension: those of its first name, so that they stay when it is renamed.
    pub fn of(extension: &Extension) -> Self {
        let first = extension.original_name.as_ref();
        Self::new(first.unwrap_or(&extension.name))
    }

    /// The keys of the extension with this name.
    pub fn new(extension: &str) -> Self {
        Self {
            extension: Uuid::new_v5(&NAMESPACE, extension.as_bytes()),
        }
    }

    /// The key of the extension, which is also its project GUID.
    pub fn extension(&self) -> Uuid {
        self.extension
    }

    /// The key of a structure.
    pub fn structure(&self, structure: &Structure) -> Uuid {
        self.element("structure", identity(&structure.type_id, &structure.name))
    }

    /// The key of an attribute of `structure`.
    ///
    /// Of several attributes made from one member, the first has the key of the member alone.
    pub fn attribute(&self, structure: &Structure, attribute: &Attribute) -> Uuid {
        let Attribute { name, member, .. } = attribute;
        let follows_another = structure
            .attributes
            .iter()
            .take_while(|other| other.name != *name)
            .any(|other| other.member == *member);
        let identity = if follows_another {
            format!("{member}\n{name}")
        } else {
            identity(member, name).to_owned()
        };
        Uuid::new_v5(&self.structure(structure), identity.as_bytes())
    }

    /// The key of the record of one structure.
    pub fn record(&self, structure: &Structure) -> Uuid {
        self.element("record", identity(&structure.type_id, &structure.name))
    }

    /// The key of an entity.
    pub fn entity(&self, entity: &Entity) -> Uuid {
        self.element("entity", identity(&entity.type_id, &entity.name))
    }

    /// The key of an attribute of `entity`.
    pub fn entity_attribute(&self, entity: &Entity, attribute: &EntityAttribute) -> Uuid {
        let identity = identity(&attribute.member, &attribute.name);
        Uuid::new_v5(&self.entity(entity), identity.as_bytes())
    }

    /// The key of the record of one entity.
    pub fn entity_record(&self, entity: &Entity) -> Uuid {
        self.element("entity record", identity(&entity.type_id, &entity.name))
    }

    fn element(&self, kind: &str, identity: &str) -> Uuid {
        Uuid::new_v5(&self.extension, format!("{kind}\n{identity}").as_bytes())
    }
}

fn identity<'a>(id: &'a str, name: &'a str) -> &'a str {
    if id.is_empty() { name } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::DataType;

    fn attribute(name: &str, member: &str) -> Attribute {
        Attribute {
            name: name.into(),
            data_type: DataType::Text,
            mandatory: false,
            default: None,
            length: None,
            decimals: None,
            description: String::new(),
            member: member.into(),
        }
    }

    #[test]
    fn keys_differ_by_element_but_not_by_run() {
        let structure = Structure {
            name: "Loan".into(),
            description: String::new(),
            attributes: vec![
                attribute("Rate", "P:Loan.Rate"),
                attribute("HasRate", "P:Loan.Rate"),
                attribute("Months", ""),
                attribute("Note", ""),
            ],
            type_id: "T:Loan".into(),
        };
        let keys = Keys::new("Loans");
        let mut all: Vec<Uuid> = structure
            .attributes
            .iter()
            .map(|attribute| keys.attribute(&structure, attribute))
            .collect();
        all.extend([
            keys.extension(),
            keys.structure(&structure),
            keys.record(&structure),
        ]);
        assert_eq!(Keys::new("Loans").structure(&structure), all[5]);
        assert_ne!(Keys::new("Other").structure(&structure), all[5]);
        let distinct: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn renaming_keeps_the_key() {
        let mut structure = Structure {
            name: "Loan".into(),
            description: String::new(),
            attributes: vec![attribute("Rate", "P:Loan.Rate")],
            type_id: "T:Loan".into(),
        };
        let keys = Keys::new("Loans");
        let before = keys.attribute(&structure, &structure.attributes[0]);
        structure.name = "Credit".into();
        structure.attributes[0].name = "Interest".into();
        assert_eq!(keys.attribute(&structure, &structure.attributes[0]), before);
    }
}
