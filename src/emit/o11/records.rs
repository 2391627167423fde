//! `Records.cs`: a struct for the record of each structure.

use super::keys::{Keys, key_text};
use super::record_type::{DATABASE_USINGS, Field, RecordType, Shape};
use super::types::{namespace, record_name, structure_name};
use super::writer::CodeWriter;
use crate::extension::{Extension, Structure};

/// The key that the platform's own generator puts before the key of every record.
const RECORDS_KEY: &str = "2UmDmepsh0WSfJ_D1JexCA";

pub(super) fn records(extension: &Extension) -> String {
    let keys = Keys::of(extension);
    let mut w = CodeWriter::new();
    w.lines(USINGS);
    w.lines(DATABASE_USINGS);
    w.blank();
    w.open(format_args!("namespace {} {{", namespace(&extension.name)));
    for structure in &extension.structures {
        let conversions = CONVERSIONS.replace("{S}", &structure.name);
        w.blank();
        record_type(&keys, structure).write(&mut w, &conversions);
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

fn record_type(keys: &Keys, structure: &Structure) -> RecordType {
    let name = record_name(&structure.name);
    let csharp = structure_name(&structure.name);
    RecordType {
        summary: format!("Structure <code>{name}</code>"),
        name,
        is_structure: false,
        fields: vec![Field {
            name: structure.name.clone(),
            field: format!("ssST{}", structure.name),
            initial: format!("new {csharp}(null)"),
            csharp,
            key: format!("{RECORDS_KEY}*{}", key_text(keys.record(structure))),
            shape: Shape::Structure,
        }],
    }
}

const CONVERSIONS: &str = "\
public static implicit operator ST{S}Structure(RC{S}Record r) {
	return r.ssST{S};
}

public static implicit operator RC{S}Record(ST{S}Structure r) {
	RC{S}Record res = new RC{S}Record(null);
	res.ssST{S} = r;
	return res;
}

";
