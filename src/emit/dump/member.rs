use super::attribute::{constant, optional_type};
use super::dumper::Dumper;
use super::line::Line;
use super::signature::Printer;
use super::types::generic_params;
use crate::metadata::signature::TypeSig;
use crate::metadata::{
    HasConstant, HasCustomAttribute, HasDeclSecurity, HasFieldMarshal, HasSemantics, Id,
    MemberForwarded, Metadata, MethodDefOrRef, Result, Row, TypeOrMethodDef, signature, table,
};
use std::io;

const SETTER: u16 = 0x1;
const GETTER: u16 = 0x2;
const OTHER: u16 = 0x4;
const ADD: u16 = 0x8;
const REMOVE: u16 = 0x10;
const RAISE: u16 = 0x20;

/// `MethodAttributes.PinvokeImpl` (II.23.1.10); without it, an ImplMap row means nothing.
const PINVOKE: u16 = 0x2000;

type Type = Id<table::TypeDef>;

/// The Param rows of a method by sequence number, the return value's first.
type Params<'m> = Vec<Option<Row<'m, table::Param>>>;

impl<'m, W: io::Write> Dumper<'m, '_, W> {
    pub(super) fn field(&mut self, ty: Type, row: Row<'m, table::Field>) -> io::Result<()> {
        let (id, metadata) = (row.id(), self.metadata);
        self.record("field", format_args!("field {id}"), |line| {
            line.key("tok").text_of(id);
            line.key("type").text_of(ty);
            line.key("n").text(row.name()?);
            line.key("flags")
                .text_of(format_args!("{:04x}", row.flags()));
            line.key("t");
            Printer::new(line, metadata).type_sig(&signature::field(row.signature()?)?)?;
            constant_of(line, metadata, HasConstant::Field(id))?;
            let layout = metadata.field_layout(id).map(|row| row.offset());
            line.key("offset").optional_number(layout);
            line.key("rva")
                .number(metadata.field_rva(id).map_or(0, |row| row.rva()));
            marshal(line, metadata, HasFieldMarshal::Field(id))
        })?;
        self.attributes(HasCustomAttribute::Field(id), id)
    }

    pub(super) fn method(&mut self, ty: Type, row: Row<'m, table::MethodDef>) -> io::Result<()> {
        let (id, metadata) = (row.id(), self.metadata);
        let mut params = Params::new();
        self.record("method", format_args!("method {id}"), |line| {
            let semantics = metadata.semantics_of(id);
            let semantics = semantics.fold(0, |all, row| all | row.semantics());
            line.key("tok").text_of(id);
            line.key("type").text_of(ty);
            line.key("n").text(row.name()?);
            line.key("flags")
                .text_of(format_args!("{:04x}", row.flags()));
            line.key("impl")
                .text_of(format_args!("{:04x}", row.impl_flags()));
            line.key("rva").number(row.rva());
            line.key("sem").number(semantics);
            let sig = signature::method(row.signature()?)?;
            line.key("sig");
            Printer::new(line, metadata).method_sig(&sig)?;
            generic_params(line, metadata, TypeOrMethodDef::MethodDef(id))?;
            line.key("ret");
            Printer::new(line, metadata).type_sig(&sig.return_type)?;
            params = by_sequence(metadata, row, sig.parameters.len())?;
            let (return_row, rows) = params
                .split_first()
                .map_or((None, &[][..]), |(r, p)| (*r, p));
            line.key("params").begin('[');
            for ((sequence, ty), row) in (1u32..).zip(&sig.parameters).zip(rows) {
                parameter(line, metadata, sequence, ty, *row)?;
            }
            line.end(']');
            line.key("retparam");
            match return_row {
                Some(row) => return_value(line, metadata, row)?,
                None => line.null(),
            }
            line.key("pinvoke");
            pinvoke(line, metadata, row)?;
            line.key("overrides").begin('[');
            for row in metadata.overrides_of(MethodDefOrRef::MethodDef(id)) {
                match row.method_declaration()? {
                    Some(method) => Printer::new(line, metadata).method_ref(method)?,
                    None => line.null(),
                }
            }
            line.end(']');
            Ok(())
        })?;
        self.attributes(HasCustomAttribute::MethodDef(id), id)?;
        self.security(HasDeclSecurity::MethodDef(id), id)?;
        self.generic_param_attributes(TypeOrMethodDef::MethodDef(id))?;
        for row in params.into_iter().flatten() {
            self.attributes(HasCustomAttribute::Param(row.id()), row.id())?;
        }
        Ok(())
    }

    pub(super) fn property(&mut self, ty: Type, row: Row<'m, table::Property>) -> io::Result<()> {
        let (id, metadata) = (row.id(), self.metadata);
        self.record("property", format_args!("prop {id}"), |line| {
            line.key("tok").text_of(id);
            line.key("type").text_of(ty);
            line.key("n").text(row.name()?);
            line.key("flags")
                .text_of(format_args!("{:04x}", row.flags()));
            let sig = signature::property(row.signature()?)?;
            line.key("hasthis").boolean(sig.has_this);
            line.key("t");
            Printer::new(line, metadata).type_sig(&sig.property_type)?;
            line.key("params").begin('[');
            for parameter in &sig.parameters {
                Printer::new(line, metadata).type_sig(parameter)?;
            }
            line.end(']');
            let association = HasSemantics::Property(id);
            accessor(line, metadata, "get", association, GETTER)?;
            accessor(line, metadata, "set", association, SETTER)?;
            others(line, metadata, association)?;
            constant_of(line, metadata, HasConstant::Property(id))
        })?;
        self.attributes(HasCustomAttribute::Property(id), id)
    }

    pub(super) fn event(&mut self, ty: Type, row: Row<'m, table::Event>) -> io::Result<()> {
        let (id, assembly, metadata) = (row.id(), self.assembly, self.metadata);
        self.record("event", format_args!("event {id}"), |line| {
            line.key("tok").text_of(id);
            line.key("type").text_of(ty);
            line.key("n").text(row.name()?);
            line.key("flags")
                .text_of(format_args!("{:04x}", row.flags()));
            line.key("t");
            optional_type(line, assembly, row.event_type()?)?;
            let association = HasSemantics::Event(id);
            accessor(line, metadata, "add", association, ADD)?;
            accessor(line, metadata, "remove", association, REMOVE)?;
            accessor(line, metadata, "raise", association, RAISE)?;
            others(line, metadata, association)
        })?;
        self.attributes(HasCustomAttribute::Event(id), id)
    }
}

fn by_sequence<'m>(
    metadata: &'m Metadata<'m>,
    method: Row<'m, table::MethodDef>,
    parameters: usize,
) -> Result<Params<'m>> {
    let mut rows = vec![None; parameters.saturating_add(1)];
    for id in method.param_list()? {
        let row = metadata.row(id?)?;
        if let Some(slot) = rows.get_mut(usize::from(row.sequence())) {
            *slot = Some(row);
        }
    }
    Ok(rows)
}

fn parameter<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    sequence: u32,
    ty: &TypeSig,
    row: Option<Row<'m, table::Param>>,
) -> Result<()> {
    line.begin('{');
    line.key("seq").number(sequence);
    line.key("n")
        .optional_text(row.map(|row| row.name()).transpose()?);
    let flags = row.map_or(0, |row| row.flags());
    line.key("flags").text_of(format_args!("{flags:04x}"));
    line.key("t");
    Printer::new(line, metadata).type_sig(ty)?;
    param_facts(line, metadata, row)?;
    line.end('}');
    Ok(())
}

fn return_value<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    row: Row<'m, table::Param>,
) -> Result<()> {
    line.begin('{');
    line.key("n").text(row.name()?);
    line.key("flags")
        .text_of(format_args!("{:04x}", row.flags()));
    param_facts(line, metadata, Some(row))?;
    line.end('}');
    Ok(())
}

/// The keys `const` and `marshal` of a parameter.
fn param_facts<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    row: Option<Row<'m, table::Param>>,
) -> Result<()> {
    match row {
        Some(row) => {
            constant_of(line, metadata, HasConstant::Param(row.id()))?;
            marshal(line, metadata, HasFieldMarshal::Param(row.id()))
        }
        None => {
            line.key("const").null();
            line.key("marshal").null();
            Ok(())
        }
    }
}

fn constant_of<'m>(line: &mut Line, metadata: &'m Metadata<'m>, parent: HasConstant) -> Result<()> {
    line.key("const");
    match metadata.constant(parent) {
        Some(row) => constant(line, &row.decode()?),
        None => line.null(),
    }
    Ok(())
}

/// The key `marshal`: the native type (II.23.2.9), which the descriptor begins with.
fn marshal<'m>(line: &mut Line, metadata: &'m Metadata<'m>, parent: HasFieldMarshal) -> Result<()> {
    let descriptor = metadata
        .field_marshal(parent)
        .map(Row::native_type)
        .transpose()?;
    let native_type = descriptor.and_then(|cursor| cursor.peek());
    line.key("marshal").optional_number(native_type);
    Ok(())
}

fn pinvoke<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    method: Row<'m, table::MethodDef>,
) -> Result<()> {
    let map = metadata.impl_map(MemberForwarded::MethodDef(method.id()));
    let Some(map) = map.filter(|_| method.flags() & PINVOKE != 0) else {
        line.null();
        return Ok(());
    };
    line.begin('{');
    line.key("module");
    match map.import_scope()? {
        Some(module) => line.text(metadata.row(module)?.name()?),
        None => line.null(),
    }
    line.key("entry").text(map.import_name()?);
    line.key("flags")
        .text_of(format_args!("{:04x}", map.mapping_flags()));
    line.end('}');
    Ok(())
}

fn accessor<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    key: &str,
    association: HasSemantics,
    semantics: u16,
) -> Result<()> {
    let mut rows = metadata.method_semantics(association);
    let row = rows.find(|row| row.semantics() & semantics != 0);
    line.key(key);
    match row.map(|row| row.method()).transpose()?.flatten() {
        Some(method) => line.text_of(method),
        None => line.null(),
    }
    Ok(())
}

fn others<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    association: HasSemantics,
) -> Result<()> {
    line.key("other").begin('[');
    for row in metadata.method_semantics(association) {
        if row.semantics() & OTHER != 0
            && let Some(method) = row.method()?
        {
            line.text_of(method);
        }
    }
    line.end(']');
    Ok(())
}
