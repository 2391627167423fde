use super::Text;
use super::line::Line;
use super::method;
use crate::clr::{Access, Event, Field, Method, Property, Type, TypeKind};
use crate::metadata::{
    HasConstant, HasCustomAttribute, HasFieldMarshal, HasSemantics, Metadata, Result,
};
use std::io;

/// `FieldAttributes` (II.23.1.5).
const NOT_SERIALIZED: u16 = 0x80;

/// Semantics of accessors (II.23.1.12) and what the comments call them.
const SETTER: u16 = 0x1;
const GETTER: u16 = 0x2;
const ACCESSORS: &[(u16, &str)] = &[
    (GETTER, "get"),
    (SETTER, "set"),
    (0x08, "add"),
    (0x10, "remove"),
    (0x20, "raise"),
    (0x04, "other"),
];

impl<'m, W: io::Write> Text<'m, '_, W> {
    /// The fields, properties, events and methods of `ty`.
    pub(super) fn members(&mut self, ty: Type<'m>) -> io::Result<()> {
        for field in ty.fields() {
            if let Some(field) = self.or_damage("field", field)? {
                self.field(field)?;
            }
        }
        self.gap();
        for property in ty.properties() {
            if let Some(property) = self.or_damage("property", property)? {
                self.property(property)?;
            }
        }
        self.gap();
        for event in ty.events() {
            if let Some(event) = self.or_damage("event", event)? {
                self.event(event)?;
            }
        }
        self.gap();
        for method in ty.methods() {
            if let Some(method) = self.or_damage("method", method)? {
                self.method(method)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, field: Field<'m>) -> io::Result<()> {
        let (id, metadata) = (field.row().id(), self.metadata);
        self.attributes(HasCustomAttribute::Field(id), "", &[])?;
        if field.flags() & NOT_SERIALIZED != 0 {
            self.plain("[NonSerialized]")?;
        }
        if let Some(layout) = metadata.field_layout(id) {
            let offset = layout.offset();
            self.line(id, |line| line.put(format_args!("[FieldOffset({offset})]")))?;
        }
        self.marshalling(HasFieldMarshal::Field(id), "")?;
        self.line(id, |line| {
            line.comment(id);
            if let Some(data) = metadata.field_rva(id) {
                line.comment(format_args!("RVA {:#x}", data.rva()));
            }
            let is_value = field.declaring_type().kind() == TypeKind::Enum && field.is_literal();
            if is_value {
                line.put(field.name()?)?;
            } else {
                let modifiers = match (field.is_literal(), field.is_static(), field.is_init_only())
                {
                    (true, ..) => "const ",
                    (false, true, true) => "static readonly ",
                    (false, true, false) => "static ",
                    (false, false, true) => "readonly ",
                    (false, false, false) => "",
                };
                let access = field.access();
                line.put(format_args!("{access} {modifiers}{} ", field.ty()?))?;
                line.put(field.name()?)?;
            }
            if let Some(value) = field.constant()? {
                line.put(format_args!(" = {value}"))?;
            }
            line.put(if is_value { "," } else { ";" })
        })
    }

    fn property(&mut self, property: Property<'m>) -> io::Result<()> {
        let (id, metadata) = (property.row().id(), self.metadata);
        self.attributes(HasCustomAttribute::Property(id), "", &[])?;
        self.line(id, |line| {
            line.comment(id);
            accessor_tokens(line, metadata, HasSemantics::Property(id))?;
            let (getter, setter) = (property.getter(), property.setter());
            let access = access(getter, setter);
            method::modifiers(line, getter.or(setter), access)?;
            let signature = property.signature()?;
            line.put(format_args!("{} {}", signature.ty, property.name()?))?;
            if !signature.parameters.is_empty() {
                let mut separator = "[";
                for ty in &signature.parameters {
                    line.put(format_args!("{separator}{ty}"))?;
                    separator = ", ";
                }
                line.put("]")?;
            }
            line.put(" { ")?;
            let set = if property.is_init_only() {
                "init"
            } else {
                "set"
            };
            for (accessor, keyword) in [(getter, "get"), (setter, set)] {
                let Some(accessor) = accessor else {
                    continue;
                };
                if Some(accessor.access()) != access {
                    line.put(format_args!("{} ", accessor.access()))?;
                }
                line.put(format_args!("{keyword}; "))?;
            }
            line.put("}")?;
            match metadata.constant(HasConstant::Property(id)) {
                Some(row) => line.put(format_args!(" = {};", row.decode()?)),
                None => Ok(()),
            }
        })
    }

    fn event(&mut self, event: Event<'m>) -> io::Result<()> {
        let (id, metadata) = (event.row().id(), self.metadata);
        self.attributes(HasCustomAttribute::Event(id), "", &[])?;
        self.line(id, |line| {
            line.comment(id);
            accessor_tokens(line, metadata, HasSemantics::Event(id))?;
            let (adder, remover) = (event.adder(), event.remover());
            method::modifiers(line, adder.or(remover), access(adder, remover))?;
            line.put("event ")?;
            if let Some(ty) = event.ty()? {
                line.put(format_args!("{ty} "))?;
            }
            line.put(format_args!("{};", event.name()?))
        })
    }
}

/// The access of a property or event: that of its more accessible accessor.
fn access(first: Option<Method<'_>>, second: Option<Method<'_>>) -> Option<Access> {
    let accessors = first.into_iter().chain(second);
    accessors.map(Method::access).max()
}

fn accessor_tokens<'m>(
    line: &mut Line,
    metadata: &'m Metadata<'m>,
    association: HasSemantics,
) -> Result<()> {
    for row in metadata.method_semantics(association) {
        let known = ACCESSORS
            .iter()
            .find(|(flag, _)| row.semantics() & flag != 0);
        if let (Some((_, name)), Some(method)) = (known, row.method()?) {
            line.comment(format_args!("{name} {method}"));
        }
    }
    Ok(())
}
