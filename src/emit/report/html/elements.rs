//! The elements of an extension as the page's script reads them.

use crate::emit::report::labels;
use crate::emit::report::users::Users;
use crate::extension::{self, Attribute, DataType, Entity, EntityAttribute, Parameter, Structure};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Action<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    function: bool,
    /// How it reaches its member: `static method`.
    call: &'static str,
    /// Position of its member in the list of members.
    pub(super) member: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inputs: Vec<Field<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outputs: Vec<Field<'a>>,
}

impl<'a> Action<'a> {
    pub(super) fn of(action: &'a extension::Action) -> Self {
        Self {
            name: &action.name,
            description: &action.description,
            function: action.function,
            call: labels::call(&action.member),
            member: 0,
            inputs: action.inputs.iter().map(Field::parameter).collect(),
            outputs: action.outputs.iter().map(Field::parameter).collect(),
        }
    }
}

/// A structure or an entity.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    /// Documentation id of the .NET type; a structure that stands for the elements of a list has none.
    #[serde(skip_serializing_if = "str::is_empty")]
    id: &'a str,
    /// Physical table of an entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'a str>,
    attributes: Vec<Field<'a>>,
    /// Names of the actions and structures that have a value of it.
    #[serde(rename = "inActions", skip_serializing_if = "Vec::is_empty")]
    in_actions: Vec<&'a str>,
    #[serde(rename = "inStructures", skip_serializing_if = "Vec::is_empty")]
    in_structures: Vec<&'a str>,
}

impl<'a> Record<'a> {
    pub(super) fn structure(structure: &'a Structure, users: Users<'a>) -> Self {
        Self {
            name: &structure.name,
            description: &structure.description,
            id: &structure.type_id,
            table: None,
            attributes: structure.attributes.iter().map(Field::attribute).collect(),
            in_actions: users.actions,
            in_structures: users.structures,
        }
    }

    pub(super) fn entity(entity: &'a Entity) -> Self {
        Self {
            name: &entity.name,
            description: &entity.description,
            id: &entity.type_id,
            table: Some(&entity.table),
            attributes: entity.attributes.iter().map(Field::column).collect(),
            in_actions: Vec::new(),
            in_structures: Vec::new(),
        }
    }
}

/// A parameter or an attribute.
#[derive(Serialize)]
struct Field<'a> {
    name: &'a str,
    /// The type as people read it: `Loan List`.
    #[serde(rename = "type")]
    data_type: String,
    /// The structure in the type, which Integration Studio calls *Record Type*.
    #[serde(rename = "record", skip_serializing_if = "Option::is_none")]
    record_type: Option<&'a str>,
    /// The .NET type of a parameter; the documentation id of the member behind an attribute.
    #[serde(skip_serializing_if = "str::is_empty")]
    net: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    mandatory: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimals: Option<u32>,
    /// Name and type of the column of an entity's attribute.
    #[serde(skip_serializing_if = "String::is_empty")]
    column: String,
    /// Whether an entity's attribute is its identifier, and how.
    #[serde(skip_serializing_if = "str::is_empty")]
    identifier: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
}

impl<'a> Field<'a> {
    fn parameter(parameter: &'a Parameter) -> Self {
        Self {
            net: &parameter.source.net_type,
            mandatory: parameter.mandatory,
            default: parameter.default.as_deref(),
            ..Self::new(
                &parameter.name,
                &parameter.data_type,
                &parameter.description,
            )
        }
    }

    fn attribute(attribute: &'a Attribute) -> Self {
        Self {
            net: &attribute.member,
            mandatory: attribute.mandatory,
            default: attribute.default.as_deref(),
            length: attribute.length,
            decimals: attribute.decimals,
            ..Self::new(
                &attribute.name,
                &attribute.data_type,
                &attribute.description,
            )
        }
    }

    fn column(attribute: &'a EntityAttribute) -> Self {
        Self {
            data_type: labels::column_type(attribute),
            net: &attribute.member,
            mandatory: attribute.mandatory,
            length: attribute.length,
            decimals: attribute.decimals,
            column: labels::column(attribute),
            identifier: labels::identifier(attribute),
            ..Self::new(
                &attribute.name,
                &attribute.data_type,
                &attribute.description,
            )
        }
    }

    fn new(name: &'a str, data_type: &'a DataType, description: &'a str) -> Self {
        Self {
            name,
            data_type: data_type.to_string(),
            record_type: data_type.structure_name(),
            net: "",
            mandatory: false,
            default: None,
            length: None,
            decimals: None,
            column: String::new(),
            identifier: "",
            description,
        }
    }
}

fn is_false(value: &bool) -> bool {
    !value
}
