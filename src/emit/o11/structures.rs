//! `Structures.cs`: a struct for each structure.

use super::error::O11Error;
use super::keys::Keys;
use super::literal::csharp_literal;
use super::record_type::{Column, DATABASE_USINGS, Field, Kind, RecordType, Shape};
use super::types::{Basic, CSharpType, namespace, parameter_name, structure_name};
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::emit::xml::xml_text;
use crate::extension::{Attribute, DataType, Extension, Key, Structure};

pub(super) fn structures(extension: &Extension) -> Result<String, O11Error> {
    let namespace = namespace(&extension.name);
    let keys = Keys::of(extension);
    /// About what one takes.
    const STRUCTURE: usize = 8000;
    let room = extension.structures.len().saturating_mul(STRUCTURE);
    let mut w = CodeWriter::windows(BYTE_ORDER_MARK).with_room(room);
    w.lines(USINGS);
    w.lines(DATABASE_USINGS);
    w.blank();
    w.open(format_args!("namespace {namespace} {{"));
    w.blank();
    for structure in &extension.structures {
        record_type(&keys, structure)?.write(&mut w, "");
        w.blank();
    }
    w.close(format_args!("}} // {namespace}"));
    Ok(w.finish())
}

/// The usings of `Structures.cs` and `Entities.cs`, before [`DATABASE_USINGS`].
pub(super) const USINGS: &str = "\
using System;
using System.Collections;
using System.Data;
using System.Reflection;
using System.Runtime.Serialization;
";

fn record_type(keys: &Keys, structure: &Structure) -> Result<RecordType, O11Error> {
    let name = structure_name(&structure.name);
    let summary = format!(
        "Structure <code>{name}</code> that represents the Service Studio structure\n <code>{}</code> <p> Description: {}</p>",
        structure.name,
        xml_text(&structure.description)
    );
    let fields = structure
        .attributes
        .iter()
        .map(|attribute| field(keys, structure, attribute))
        .collect::<Result<_, _>>()?;
    Ok(RecordType {
        name,
        summary,
        kind: Kind::Structure,
        fields,
    })
}

fn field(keys: &Keys, structure: &Structure, attribute: &Attribute) -> Result<Field, O11Error> {
    let csharp = CSharpType::of(&attribute.data_type);
    let initial = match &attribute.default {
        None => csharp.initial(),
        Some(expression) => {
            csharp_literal(&attribute.data_type, expression).ok_or_else(|| O11Error::Default {
                structure: structure.name.clone(),
                attribute: attribute.name.clone(),
                expression: expression.clone(),
            })?
        }
    };
    let shape = match &csharp {
        CSharpType::Record(_) => Shape::Record,
        CSharpType::RecordList(_) => Shape::List,
        CSharpType::Basic(basic) => {
            match (column(basic, structure, attribute), &attribute.data_type) {
                (None, _) => Shape::Handle,
                (Some(column), DataType::BinaryData) => Shape::Bytes(column),
                (Some(column), _) => Shape::Value(column),
            }
        }
    };
    Ok(Field {
        name: attribute.name.clone(),
        field: parameter_name(&attribute.name),
        csharp: csharp.to_string(),
        initial,
        key: format!(
            "{}*{}",
            Key::from(keys.extension()),
            Key::from(keys.attribute(structure, attribute))
        ),
        shape,
        details: String::new(),
    })
}

fn column(basic: &Basic, structure: &Structure, attribute: &Attribute) -> Option<Column> {
    let (reader, kind) = basic.reader.zip(basic.kind)?;
    let (structure, attribute, initial) = (&structure.name, &attribute.name, basic.initial);
    Some(Column {
        kind,
        read: format!("r.{reader}(index++, \"{structure}.{attribute}\", {initial})"),
    })
}
