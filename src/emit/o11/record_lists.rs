//! `RecordLists.cs`: a class for the record list of each structure and of each entity.

use super::record_type::DATABASE_USINGS;
use super::types::namespace;
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::extension::Extension;

pub(super) fn record_lists(extension: &Extension) -> String {
    /// About what one takes.
    const STRUCTURE: usize = 3600;
    let room = extension.structures.len().saturating_mul(STRUCTURE);
    let mut w = CodeWriter::windows(BYTE_ORDER_MARK).with_room(room);
    w.lines(USINGS);
    w.lines(DATABASE_USINGS);
    w.line("using OutSystems.HubEdition.RuntimePlatform.NewRuntime;");
    w.blank();
    w.open(format_args!("namespace {} {{", namespace(&extension.name)));
    let structures = extension.structures.iter().map(|s| &s.name);
    let entities = extension.entities.iter().map(|entity| &entity.name);
    for name in structures.chain(entities) {
        w.blank();
        w.lines(&RECORD_LIST.replace("{S}", name));
    }
    w.close("}");
    w.finish()
}

const USINGS: &str = "\
using System;
using System.Data;
using System.Collections;
using System.Runtime.Serialization;
using System.Reflection;
using System.Xml;
";

const RECORD_LIST: &str = include_str!("templates/RecordList.cs");
