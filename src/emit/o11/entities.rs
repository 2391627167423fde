//! `Entities.cs`: for each entity, where its table is, and a struct for a row of it.

use super::error::O11Error;
use super::keys::Keys;
use super::record_type::{Column, DATABASE_USINGS, Field, Kind, RecordType, Shape};
use super::structures::USINGS;
use super::types::{Basic, CSharpType, entity_record_name, namespace, parameter_name};
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::emit::xml::xml_text;
use crate::extension::{DataType, Entity, EntityAttribute, Extension, Key};

pub(super) fn entities(extension: &Extension) -> Result<String, O11Error> {
    let namespace = namespace(&extension.name);
    let keys = Keys::of(extension);
    let mut w = CodeWriter::windows(BYTE_ORDER_MARK);
    w.lines(USINGS);
    w.lines(DATABASE_USINGS);
    w.blank();
    w.open(format_args!("namespace {namespace} {{"));
    w.blank();
    for entity in &extension.entities {
        w.lines(&classes(&keys, entity));
        record_type(&keys, entity)?.write(&mut w, "");
        w.blank();
    }
    w.close(format_args!("}} // {namespace}"));
    Ok(w.finish())
}

const CLASSES: &str = include_str!("templates/Entity.cs");

fn classes(keys: &Keys, entity: &Entity) -> String {
    let columns = entity.attributes.iter().map(|attribute| {
        let (name, column) = (
            attribute.name.to_lowercase(),
            text_literal(&attribute.column),
        );
        format!("\t\t{{ \"{name}\", {column} }}")
    });
    let columns: Vec<String> = columns.collect();
    CLASSES
        .replace("{E}", &entity.name)
        .replace("{extension}", &keys.extension().to_string())
        .replace("{entity}", &keys.entity(entity).to_string())
        .replace("{table}", &text_literal(&entity.table))
        .replace("{columns}", &columns.join(",\n"))
}

fn record_type(keys: &Keys, entity: &Entity) -> Result<RecordType, O11Error> {
    let name = entity_record_name(&entity.name);
    let summary = format!(
        "Entity <code>{name}</code> that represents the Service Studio entity\n <code>{}</code> <p> Description: {}</p>",
        entity.name,
        xml_text(&entity.description)
    );
    let fields = entity.attributes.iter();
    let fields = fields.map(|attribute| field(keys, entity, attribute));
    Ok(RecordType {
        kind: Kind::Row(format!(
            "\"{}\", \"{}\", \"{}\", 0, {}, null",
            entity.name,
            Key::from(keys.entity(entity)),
            Key::from(keys.extension()),
            text_literal(&entity.table)
        )),
        name,
        summary,
        fields: fields.collect::<Result<_, _>>()?,
    })
}

fn field(keys: &Keys, entity: &Entity, attribute: &EntityAttribute) -> Result<Field, O11Error> {
    let EntityAttribute {
        name,
        data_type,
        mandatory,
        identifier,
        auto_number,
        ..
    } = attribute;
    let CSharpType::Basic(basic) = CSharpType::of(data_type) else {
        return Err(no_column(entity, attribute));
    };
    let (reader, kind) = match attribute.reference {
        Some(_) => reference(data_type),
        None => column(&basic),
    }
    .ok_or_else(|| no_column(entity, attribute))?;
    let column = Column {
        kind,
        read: format!(
            "r.{reader}(index++, \"{}.{name}\", {})",
            entity.name, basic.initial
        ),
    };
    let length = attribute.length.unwrap_or(0);
    Ok(Field {
        name: name.clone(),
        field: parameter_name(name),
        csharp: basic.csharp.to_owned(),
        initial: basic.initial.to_owned(),
        key: format!(
            "{}*{}",
            Key::from(keys.extension()),
            Key::from(keys.entity_attribute(entity, attribute))
        ),
        shape: match data_type {
            DataType::BinaryData => Shape::Bytes(column),
            _ => Shape::Value(column),
        },
        // What the last but one flag says is not known: it is false wherever it was seen.
        details: format!("\"{name}\", {length}, {auto_number}, {identifier}, false, {mandatory}"),
    })
}

/// The reader and the `TypeKind` of a basic type.
fn column(basic: &Basic) -> Option<(&'static str, &'static str)> {
    basic.reader.zip(basic.kind)
}

/// Those of a reference, by the type of the identifier that it holds.
fn reference(data_type: &DataType) -> Option<(&'static str, &'static str)> {
    let reader = match data_type {
        DataType::Integer => "ReadEntityReference",
        DataType::LongInteger => "ReadEntityReferenceLongInteger",
        DataType::Text => "ReadEntityReferenceText",
        _ => return None,
    };
    Some((reader, "EntityReference"))
}

fn no_column(entity: &Entity, attribute: &EntityAttribute) -> O11Error {
    O11Error::EntityAttribute {
        entity: entity.name.clone(),
        attribute: attribute.name.clone(),
    }
}

/// A name of the database as a C# literal.
fn text_literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            // The separators end a line in C#, too.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                literal.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}
