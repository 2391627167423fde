use super::attribute::optional_type;
use super::dumper::Dumper;
use super::line::Line;
use super::signature::Printer;
use crate::metadata::{
    HasCustomAttribute, HasDeclSecurity, Id, List, Metadata, Result, Row, Table, TypeOrMethodDef,
    limits, table,
};
use std::io;

impl<'m, W: io::Write> Dumper<'m, '_, W> {
    /// A type, its attributes and its members.
    pub(super) fn ty(&mut self, row: Row<'m, table::TypeDef>) -> io::Result<()> {
        let (id, metadata) = (row.id(), self.metadata);
        self.type_record(row)?;
        self.attributes(HasCustomAttribute::TypeDef(id), id)?;
        self.security(HasDeclSecurity::TypeDef(id), id)?;
        self.generic_param_attributes(TypeOrMethodDef::TypeDef(id))?;
        for (position, interface) in (0u32..).zip(metadata.interface_impls(id)) {
            let parent = HasCustomAttribute::InterfaceImpl(interface.id());
            self.attributes(parent, format_args!("{id}/iface{position}"))?;
        }
        for field in self.list("fields", id, row.field_list())? {
            self.each("fields", id, field, |dumper, field| dumper.field(id, field))?;
        }
        for method in self.list("methods", id, row.method_list())? {
            self.each("methods", id, method, |dumper, method| {
                dumper.method(id, method)
            })?;
        }
        if let Some(map) = metadata.property_map(id) {
            for property in self.list("props", id, map.property_list())? {
                self.each("props", id, property, |dumper, row| {
                    dumper.property(id, row)
                })?;
            }
        }
        if let Some(map) = metadata.event_map(id) {
            for event in self.list("events", id, map.event_list())? {
                self.each("events", id, event, |dumper, row| dumper.event(id, row))?;
            }
        }
        Ok(())
    }

    fn type_record(&mut self, row: Row<'m, table::TypeDef>) -> io::Result<()> {
        let (id, assembly, metadata) = (row.id(), self.assembly, self.metadata);
        self.record("type", format_args!("type {id}"), |line| {
            line.key("tok").text_of(id);
            line.key("name").begin_text();
            Printer::new(line, metadata).definition(id, limits::CHAIN)?;
            line.end_text();
            line.key("ns").text(row.namespace()?);
            line.key("simple").text(row.name()?);
            line.key("flags")
                .text_of(format_args!("{:08x}", row.flags()));
            line.key("base");
            optional_type(line, assembly, row.extends()?)?;
            line.key("outer");
            match metadata
                .nested_class(id)
                .map(Row::enclosing_class)
                .transpose()?
                .flatten()
            {
                Some(outer) => line.text_of(outer),
                None => line.null(),
            }
            line.key("ifaces").begin('[');
            for interface in metadata.interface_impls(id) {
                optional_type(line, assembly, interface.interface()?)?;
            }
            line.end(']');
            generic_params(line, metadata, TypeOrMethodDef::TypeDef(id))?;
            let layout = metadata.class_layout(id);
            line.key("pack")
                .optional_number(layout.map(Row::packing_size));
            line.key("size")
                .optional_number(layout.map(Row::class_size));
            let properties = metadata.property_map(id).map(Row::property_list);
            let events = metadata.event_map(id).map(Row::event_list);
            line.key("nfields").number(length(Some(row.field_list())));
            line.key("nmethods").number(length(Some(row.method_list())));
            line.key("nprops").number(length(properties));
            line.key("nevents").number(length(events));
            line.key("nested").begin('[');
            for nested in assembly.nested_in(id) {
                line.text_of(nested.id());
            }
            line.end(']');
            Ok(())
        })
    }

    /// The list itself; where it cannot be read, an error record and nothing.
    fn list<T: Table>(
        &mut self,
        what: &str,
        owner: Id<table::TypeDef>,
        list: Result<List<'m, T>>,
    ) -> io::Result<impl Iterator<Item = Result<Id<T>>> + use<'m, T, W>> {
        let list = match list {
            Ok(list) => Some(list),
            Err(error) => {
                self.error(format_args!("{what} {owner}"), &error)?;
                None
            }
        };
        Ok(list.into_iter().flatten())
    }

    /// Dumps the row that an element of a list names, or an error record.
    fn each<T: Table>(
        &mut self,
        what: &str,
        owner: Id<table::TypeDef>,
        id: Result<Id<T>>,
        dump: impl FnOnce(&mut Self, Row<'m, T>) -> io::Result<()>,
    ) -> io::Result<()> {
        let metadata = self.metadata;
        match id.and_then(|id| metadata.row(id)) {
            Ok(row) => dump(self, row),
            Err(error) => self.error(format_args!("{what} {owner}"), &error),
        }
    }

    /// The attributes of the generic parameters of `owner`.
    pub(super) fn generic_param_attributes(&mut self, owner: TypeOrMethodDef) -> io::Result<()> {
        for row in self.metadata.generic_params(owner) {
            self.attributes(HasCustomAttribute::GenericParam(row.id()), row.id())?;
        }
        Ok(())
    }
}

/// The number of rows in a list; none where it cannot be read.
fn length<T: Table>(list: Option<Result<List<'_, T>>>) -> u64 {
    let list = list.and_then(Result::ok);
    list.map_or(0, |list| list.len() as u64)
}

/// The key `gp`: the generic parameters of `owner` and their constraints.
pub(super) fn generic_params<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    owner: TypeOrMethodDef,
) -> Result<()> {
    line.key("gp").begin('[');
    for row in metadata.generic_params(owner) {
        line.begin('{');
        line.key("n").text(row.name()?);
        line.key("flags").number(row.flags());
        line.key("cons").begin('[');
        for constraint in metadata.generic_param_constraints(row.id()) {
            match constraint.constraint()? {
                Some(ty) => Printer::new(line, metadata).type_ref(ty)?,
                None => line.null(),
            }
        }
        line.end(']');
        line.end('}');
    }
    line.end(']');
    Ok(())
}
