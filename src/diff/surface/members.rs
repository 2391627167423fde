use super::{Changes, is_compiler_generated};
use crate::clr::{
    CustomAttribute, DefaultValue, DocId, Event, Field, Method, Parameter, ParameterDirection,
    Property, Type, TypeKind,
};
use crate::diff::kinds::*;
use crate::diff::pairs::pairs;

/// A public member, without the accessors of properties and events.
#[derive(Clone, Copy)]
enum Member<'m> {
    Method(Method<'m>),
    Field(Field<'m>),
    Property(Property<'m>),
    Event(Event<'m>),
}

impl<'m> Member<'m> {
    fn custom_attributes(self) -> impl Iterator<Item = CustomAttribute<'m>> {
        let attributes: Box<dyn Iterator<Item = _>> = match self {
            Self::Method(of) => Box::new(of.custom_attributes()),
            Self::Field(of) => Box::new(of.custom_attributes()),
            Self::Property(of) => Box::new(of.custom_attributes()),
            Self::Event(of) => Box::new(of.custom_attributes()),
        };
        attributes
    }

    /// The method, or the accessor that says what holds for both.
    fn method(self) -> Option<Method<'m>> {
        match self {
            Self::Method(of) => Some(of),
            Self::Field(_) => None,
            Self::Property(of) => of.getter().or_else(|| of.setter()),
            Self::Event(of) => of.adder().or_else(|| of.remover()),
        }
    }

    fn is_static(self) -> bool {
        match self {
            Self::Field(of) => of.is_static(),
            _ => self.method().is_some_and(Method::is_static),
        }
    }
}

impl Changes {
    pub(super) fn members(&mut self, old: Type<'_>, new: Type<'_>) {
        let (was, is) = (members(old), members(new));
        let pairs = pairs(&was, &is, |(id, _)| id);
        for (id, _) in pairs.removed {
            self.add(MEMBER_REMOVED, id);
        }
        for (id, member) in pairs.added {
            let kind = match member {
                of if of.method().is_some_and(Method::is_abstract) => abstract_kind(new),
                Member::Field(_) if new.kind() == TypeKind::Enum => ENUM_MEMBER_ADDED,
                _ => MEMBER_ADDED,
            };
            self.add(kind, id);
        }
        for ((id, was), (_, is)) in pairs.both {
            self.obsolete(
                MEMBER_OBSOLETE,
                id,
                was.custom_attributes(),
                is.custom_attributes(),
            );
            let owners = (staticness(was.is_static()), staticness(is.is_static()));
            self.compare(MEMBER_STATIC, id, owners.0, owners.1);
            match (was, is) {
                (Member::Method(was), Member::Method(is)) => self.method(id, *was, *is),
                (Member::Field(was), Member::Field(is)) => self.field(id, *was, *is),
                (Member::Property(was), Member::Property(is)) => self.property(id, *was, *is),
                (Member::Event(was), Member::Event(is)) => self.event(id, *was, *is),
                // Their ids begin with other letters.
                _ => {}
            }
        }
    }

    fn method(&mut self, id: &str, was: Method<'_>, is: Method<'_>) {
        if !was.is_abstract() && is.is_abstract() {
            self.add(MEMBER_ABSTRACT, id);
        }
        let is_open = |of: Method<'_>| {
            const FINAL: u16 = 0x20;
            of.is_virtual() && of.flags() & FINAL == 0 && !of.declaring_type().is_sealed()
        };
        self.toggle(
            (MEMBER_VIRTUAL_LOST, MEMBER_VIRTUAL_GAINED),
            id,
            is_open(was),
            is_open(is),
        );
        let (Ok(was), Ok(is)) = (was.signature(), is.signature()) else {
            return;
        };
        let types = (was.return_type.to_string(), is.return_type.to_string());
        self.compare(RETURN_TYPE, id, types.0, types.1);
        for (was, is) in was.parameters.iter().zip(&is.parameters) {
            self.parameter(id, was, is);
        }
    }

    fn parameter(&mut self, id: &str, was: &Parameter<'_>, is: &Parameter<'_>) {
        self.compare(PARAMETER_NAME, id, was.name, is.name);
        let directions = (direction(was), direction(is));
        self.compare(PARAMETER_DIRECTION, id, directions.0, directions.1);
        self.toggle(
            (PARAMS_LOST, PARAMS_GAINED),
            id,
            was.is_params(),
            is.is_params(),
        );
        let default = |of: &Parameter<'_>| of.default_value().ok().flatten();
        match (default(was), default(is)) {
            (None, Some(_)) => self.compare(PARAMETER_NOW_OPTIONAL, id, "", is.name),
            (Some(_), None) => self.compare(PARAMETER_NOW_MANDATORY, id, "", is.name),
            (Some(was), Some(is)) => {
                self.compare(PARAMETER_DEFAULT, id, default_text(&was), default_text(&is));
            }
            (None, None) => {}
        }
    }

    fn field(&mut self, id: &str, was: Field<'_>, is: Field<'_>) {
        if let (Ok(was), Ok(is)) = (was.ty(), is.ty()) {
            self.compare(FIELD_TYPE, id, was.to_string(), is.to_string());
        }
        let is_fixed = |of: Field<'_>| of.is_init_only() || of.is_literal();
        self.toggle(
            (FIELD_WRITABLE, FIELD_READ_ONLY),
            id,
            is_fixed(was),
            is_fixed(is),
        );
        let kind = match is.declaring_type().kind() {
            TypeKind::Enum => ENUM_VALUE,
            _ => CONSTANT_VALUE,
        };
        if let (Ok(Some(was)), Ok(Some(is))) = (was.constant(), is.constant()) {
            self.compare(kind, id, was.to_string(), is.to_string());
        }
    }

    fn property(&mut self, id: &str, was: Property<'_>, is: Property<'_>) {
        if let (Ok(was), Ok(is)) = (was.signature(), is.signature()) {
            self.compare(PROPERTY_TYPE, id, was.ty.to_string(), is.ty.to_string());
        }
        let has = |accessor: Option<Method<'_>>| accessor.is_some_and(Method::is_public);
        self.toggle(
            (GETTER_LOST, GETTER_GAINED),
            id,
            has(was.getter()),
            has(is.getter()),
        );
        self.toggle(
            (SETTER_LOST, SETTER_GAINED),
            id,
            has(was.setter()),
            has(is.setter()),
        );
    }

    fn event(&mut self, id: &str, was: Event<'_>, is: Event<'_>) {
        if let (Ok(Some(was)), Ok(Some(is))) = (was.ty(), is.ty()) {
            self.compare(EVENT_TYPE, id, was.to_string(), is.to_string());
        }
    }
}

/// The public members that `ty` declares, with their documentation ids.
fn members<'m>(ty: Type<'m>) -> Vec<(String, Member<'m>)> {
    let methods = ty.methods().filter_map(Result::ok).filter(|method| {
        let is_accessor = method.is_special_name() && !method.is_constructor() && {
            let name = method.name().unwrap_or_default();
            !name.starts_with("op_")
        };
        method.is_public() && !is_accessor && !is_compiler_generated(method.custom_attributes())
    });
    let fields = ty.fields().filter_map(Result::ok);
    let fields = fields.filter(|field| field.is_public() && !field.is_special_name());
    let is_public = |accessor: Option<Method<'m>>| accessor.is_some_and(Method::is_public);
    let properties = ty.properties().filter_map(Result::ok);
    let properties = properties.filter(|of| is_public(of.getter()) || is_public(of.setter()));
    let events = ty.events().filter_map(Result::ok);
    let events = events.filter(|of| is_public(of.adder()) || is_public(of.remover()));
    let methods = methods.map(|of| (DocId(&of).to_string(), Member::Method(of)));
    let fields = fields.map(|of| (DocId(&of).to_string(), Member::Field(of)));
    let properties = properties.map(|of| (DocId(&of).to_string(), Member::Property(of)));
    let events = events.map(|of| (DocId(&of).to_string(), Member::Event(of)));
    methods
        .chain(fields)
        .chain(properties)
        .chain(events)
        .collect()
}

fn abstract_kind(ty: Type<'_>) -> &'static crate::diff::Kind {
    match ty.kind() {
        TypeKind::Interface => INTERFACE_MEMBER_ADDED,
        _ => ABSTRACT_MEMBER_ADDED,
    }
}

fn staticness(is_static: bool) -> &'static str {
    if is_static {
        "static"
    } else {
        "of an instance"
    }
}

fn direction(parameter: &Parameter<'_>) -> &'static str {
    match parameter.direction() {
        ParameterDirection::Value => "by value",
        ParameterDirection::Ref => "ref",
        ParameterDirection::Out => "out",
        ParameterDirection::In => "in",
    }
}

/// A default for people; equal values give equal text.
fn default_text(value: &DefaultValue) -> String {
    match value {
        DefaultValue::Constant(constant) => constant.to_string(),
        DefaultValue::TypeDefault => "default".to_owned(),
        DefaultValue::DateTime(ticks) => format!("new DateTime({ticks})"),
        DefaultValue::Decimal {
            negative,
            digits,
            scale,
        } => {
            let sign = if *negative { "-" } else { "" };
            let scale = usize::from(*scale);
            let digits = format!("{digits:0>width$}", width = scale + 1);
            let (whole, decimals) = digits.split_at(digits.len() - scale);
            let point = if scale > 0 { "." } else { "" };
            format!("{sign}{whole}{point}{decimals}m")
        }
    }
}
