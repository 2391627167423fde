//! `Records.cs`: a struct for the record of each structure and of each entity.

use super::keys::Keys;
use super::record_type::{DATABASE_USINGS, Field, Kind, RecordType, Shape};
use super::types::{entity_record_name, namespace, record_name, structure_name};
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::extension::{Extension, Key};
use uuid::Uuid;

/// The key that the platform's own generator puts before the key of every record.
const RECORDS_KEY: &str = "2UmDmepsh0WSfJ_D1JexCA";

pub(super) fn records(extension: &Extension) -> String {
    let keys = Keys::of(extension);
    /// About what one takes.
    const STRUCTURE: usize = 7000;
    let room = extension.structures.len().saturating_mul(STRUCTURE);
    let mut w = CodeWriter::windows(BYTE_ORDER_MARK).with_room(room);
    w.lines(USINGS);
    w.lines(DATABASE_USINGS);
    w.blank();
    w.open(format_args!("namespace {} {{", namespace(&extension.name)));
    let structures = extension.structures.iter().map(|structure| Content {
        name: &structure.name,
        csharp: structure_name(&structure.name),
        prefix: "ST",
        key: keys.record(structure),
        shape: Shape::Structure,
    });
    let entities = extension.entities.iter().map(|entity| Content {
        name: &entity.name,
        csharp: entity_record_name(&entity.name),
        prefix: "EN",
        key: keys.entity_record(entity),
        shape: Shape::Row(entity.attributes.len()),
    });
    for content in structures.chain(entities) {
        w.blank();
        content.write(&mut w);
    }
    w.close("}");
    w.finish()
}

const USINGS: &str = "\
using System;
using System.Collections;
using System.Data;
using System.Runtime.Serialization;
using System.Reflection;
using System.Xml;
";

/// What a record holds: a structure, or a row of an entity.
struct Content<'e> {
    name: &'e str,
    /// Its C# struct.
    csharp: String,
    /// What goes between `ss` and the name of its field.
    prefix: &'static str,
    /// Key of the record.
    key: Uuid,
    shape: Shape,
}

impl Content<'_> {
    fn write(self, w: &mut CodeWriter) {
        let name = record_name(self.name);
        let field = format!("ss{}{}", self.prefix, self.name);
        let conversions = CONVERSIONS
            .replace("{record}", &name)
            .replace("{content}", &self.csharp)
            .replace("{field}", &field);
        let record = RecordType {
            summary: format!("Structure <code>{name}</code>"),
            name,
            kind: Kind::Record,
            fields: vec![Field {
                name: self.name.to_owned(),
                field,
                initial: format!("new {}(null)", self.csharp),
                csharp: self.csharp,
                key: format!("{RECORDS_KEY}*{}", Key::from(self.key)),
                shape: self.shape,
                details: String::new(),
            }],
        };
        record.write(w, &conversions);
    }
}

const CONVERSIONS: &str = "\
public static implicit operator {content}({record} r) {
	return r.{field};
}

public static implicit operator {record}({content} r) {
	{record} res = new {record}(null);
	res.{field} = r;
	return res;
}

";
