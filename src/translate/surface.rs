//! The public surface (TRANSLATION §3): which members of the inputs have to be accounted for.

use crate::clr::{
    AssemblySet, CustomAttribute, DocId, Event, Field, Method, Property, Type, TypeKind, TypeUse,
    is_framework_assembly,
};
use crate::metadata::{self, Id, limits, table};
use std::collections::HashSet;

/// A public type of an input, and its members.
#[derive(Debug)]
pub(super) struct SurfaceType<'m> {
    pub(super) ty: Type<'m>,
    pub(super) kind: TypeKind,
    /// Constructors, methods, properties, fields, events; each in declaration order, then those of bases
    /// that nobody can name.
    pub(super) members: Vec<SurfaceMember<'m>>,
    /// Members whose rows cannot be found.
    pub(super) damaged: Vec<metadata::Error>,
}

/// A public member of a public type.
#[derive(Debug)]
pub(super) struct SurfaceMember<'m> {
    /// Documentation id, under the name of the type that it is translated on.
    pub(super) id: String,
    /// Documentation id of its declaration, which differs where it comes from a base type.
    pub(super) declared_id: String,
    pub(super) member: Member<'m>,
    /// Type arguments of the declaring type, where that is a generic base.
    pub(super) arguments: Vec<TypeUse<'m>>,
    /// Documentation id of the member of a public base that it overrides.
    pub(super) overrides: Option<String>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Member<'m> {
    Constructor(Method<'m>),
    Method(Method<'m>),
    Property(Property<'m>),
    Field(Field<'m>),
    Event(Event<'m>),
}

impl<'m> Member<'m> {
    fn id(self) -> String {
        match self {
            Self::Constructor(method) | Self::Method(method) => DocId(&method).to_string(),
            Self::Property(property) => DocId(&property).to_string(),
            Self::Field(field) => DocId(&field).to_string(),
            Self::Event(event) => DocId(&event).to_string(),
        }
    }

    pub(super) fn name(self) -> metadata::Result<&'m str> {
        match self {
            Self::Constructor(method) | Self::Method(method) => method.name(),
            Self::Property(property) => property.name(),
            Self::Field(field) => field.name(),
            Self::Event(event) => event.name(),
        }
    }

    pub(super) fn declaring_type(self) -> Type<'m> {
        match self {
            Self::Constructor(method) | Self::Method(method) => method.declaring_type(),
            Self::Property(property) => property.declaring_type(),
            Self::Field(field) => field.declaring_type(),
            Self::Event(event) => event.declaring_type(),
        }
    }

    pub(super) fn custom_attributes(self) -> Box<dyn Iterator<Item = CustomAttribute<'m>> + 'm> {
        match self {
            Self::Constructor(method) | Self::Method(method) => {
                Box::new(method.custom_attributes())
            }
            Self::Property(property) => Box::new(property.custom_attributes()),
            Self::Field(field) => Box::new(field.custom_attributes()),
            Self::Event(event) => Box::new(event.custom_attributes()),
        }
    }

    pub(super) fn has(self, namespace: &str, name: &str) -> bool {
        self.custom_attributes()
            .any(|attribute| attribute.is(namespace, name))
    }

    /// The method that decides whether the member overrides another.
    fn virtual_method(self) -> Option<Method<'m>> {
        match self {
            Self::Method(method) => Some(method),
            Self::Property(property) => property.getter().or_else(|| property.setter()),
            Self::Event(event) => event.adder(),
            Self::Constructor(_) | Self::Field(_) => None,
        }
    }
}

/// Finds the surface of a set of inputs.
pub(super) struct SurfaceFinder<'m, 'd> {
    pub(super) set: &'m AssemblySet<'m>,
    /// Ordinals of the inputs.
    pub(super) inputs: &'d HashSet<usize>,
    /// Whether the member has a documentation comment of its own.
    pub(super) is_documented: &'d dyn Fn(Type<'m>, &str) -> bool,
}

impl<'m> SurfaceFinder<'m, '_> {
    /// The public types of input `ordinal` in table order.
    pub(super) fn types(&self, ordinal: usize) -> Vec<SurfaceType<'m>> {
        let assembly = self.set.assemblies().get(ordinal);
        let types = assembly.into_iter().flat_map(|assembly| assembly.types());
        types
            .filter(|ty| ty.is_public() && !is_compiler_generated(ty.custom_attributes()))
            .map(|ty| self.surface(ty))
            .collect()
    }

    fn surface(&self, ty: Type<'m>) -> SurfaceType<'m> {
        let kind = ty.kind();
        let mut members = Vec::new();
        self.own_members(ty, kind, &mut members);
        let mut members: Vec<_> = members
            .into_iter()
            .map(|member| self.surface_member(ty, member))
            .collect();
        if matches!(kind, TypeKind::Class) && !ty.is_static() {
            self.unreachable_bases(ty, &mut members);
        }
        let damaged = std::iter::empty()
            .chain(ty.methods().filter_map(Result::err))
            .chain(ty.properties().filter_map(Result::err))
            .chain(ty.fields().filter_map(Result::err))
            .chain(ty.events().filter_map(Result::err));
        SurfaceType {
            ty,
            kind,
            members,
            damaged: damaged.collect(),
        }
    }

    fn own_members(&self, ty: Type<'m>, kind: TypeKind, members: &mut Vec<Member<'m>>) {
        let accessors = accessors(ty);
        let is_plain = |method: &Method<'m>| {
            method.is_public()
                && !accessors.contains(&method.row().id())
                && !is_compiler_generated(method.custom_attributes())
                && !method.name().is_ok_and(|name| name == ".cctor")
        };
        let methods: Vec<_> = ty
            .methods()
            .filter_map(Result::ok)
            .filter(is_plain)
            .collect();
        let constructors = methods.iter().filter(|method| method.is_constructor());
        members.extend(constructors.copied().map(Member::Constructor));
        let others = methods.iter().filter(|method| !method.is_constructor());
        let others = others.filter(|method| !self.is_object_noise(**method));
        members.extend(others.copied().map(Member::Method));
        let is_public = |method: Option<Method<'m>>| method.is_some_and(Method::is_public);
        let properties = ty.properties().filter_map(Result::ok);
        let properties = properties.filter(|p| is_public(p.getter()) || is_public(p.setter()));
        members.extend(properties.map(Member::Property));
        let fields = ty.fields().filter_map(Result::ok);
        let fields = fields
            .filter(|field| field.is_public() && (kind != TypeKind::Enum || field.is_static()));
        members.extend(fields.map(Member::Field));
        let events = ty.events().filter_map(Result::ok);
        members.extend(events.filter(|e| is_public(e.adder())).map(Member::Event));
    }

    /// `ToString`, `Equals` and `GetHashCode` as `System.Object` has them, without a comment of their own.
    fn is_object_noise(&self, method: Method<'m>) -> bool {
        let parameters = match method.name() {
            Ok("ToString" | "GetHashCode" | "GetType") => 0,
            Ok("Equals") => 1,
            _ => return false,
        };
        if method.is_static() || !method.is_virtual() || method.is_new_slot() {
            return false;
        }
        let Ok(signature) = method.signature() else {
            return false;
        };
        let object = |ty: &TypeUse<'_>| {
            matches!(
                ty,
                TypeUse::Primitive(metadata::signature::ElementType::Object)
            )
        };
        signature.parameters.len() == parameters
            && signature
                .parameters
                .iter()
                .all(|parameter| object(&parameter.ty))
            && !(self.is_documented)(method.declaring_type(), &DocId(&method).to_string())
    }

    fn surface_member(&self, ty: Type<'m>, member: Member<'m>) -> SurfaceMember<'m> {
        let id = member.id();
        SurfaceMember {
            overrides: self.overridden(ty, member, &id),
            declared_id: id.clone(),
            id,
            member,
            arguments: Vec::new(),
        }
    }

    /// The public members of bases that an extension cannot name, or that no input declares: they are
    /// translated on `ty` (TRANSLATION §3).
    fn unreachable_bases(&self, ty: Type<'m>, members: &mut Vec<SurfaceMember<'m>>) {
        let mut seen: HashSet<String> = members.iter().map(|m| without_type(ty, &m.id)).collect();
        for (base, arguments) in self.bases(ty) {
            let is_input = self.inputs.contains(&base.assembly().ordinal());
            if base.is_public() && (is_input || is_framework_assembly(base.assembly().name())) {
                break;
            }
            let mut own = Vec::new();
            self.own_members(base, base.kind(), &mut own);
            for member in own {
                let declared_id = member.id();
                let rest = without_type(base, &declared_id);
                let is_static = match member {
                    Member::Constructor(_) => continue,
                    Member::Field(field) => field.is_static(),
                    other => other.virtual_method().is_some_and(Method::is_static),
                };
                if is_static || !seen.insert(rest.clone()) {
                    continue;
                }
                members.push(SurfaceMember {
                    id: with_type(ty, &declared_id, &rest),
                    declared_id,
                    member,
                    arguments: arguments.clone(),
                    overrides: None,
                });
            }
        }
    }

    /// The base types of `ty` that are at hand, nearest first, with their type arguments.
    pub(super) fn bases(&self, ty: Type<'m>) -> Vec<(Type<'m>, Vec<TypeUse<'m>>)> {
        let mut bases = Vec::new();
        let mut current = (ty, Vec::new());
        for _ in 0..limits::CHAIN {
            let Ok(Some(TypeUse::Named(base))) = current.0.base() else {
                break;
            };
            let Ok(definition) = self.set.definition(&base) else {
                break;
            };
            let arguments = base.arguments.iter();
            let arguments = arguments.map(|ty| ty.substitute(&current.1)).collect();
            current = (definition, arguments);
            bases.push(current.clone());
        }
        bases
    }

    /// The id of the member of a public base among the inputs that `member` overrides.
    fn overridden(&self, ty: Type<'m>, member: Member<'m>, id: &str) -> Option<String> {
        let method = member.virtual_method()?;
        if !method.is_virtual() || method.is_new_slot() || method.is_static() {
            return None;
        }
        let rest = without_type(ty, id);
        let name = member.name().ok()?;
        let mut found = None;
        for (base, _) in self.bases(ty) {
            if !base.is_public() || !self.inputs.contains(&base.assembly().ordinal()) {
                continue;
            }
            let mut own = Vec::new();
            self.own_members(base, base.kind(), &mut own);
            let same = own.into_iter().filter(|other| other.name() == Ok(name));
            let mut ids = same.map(Member::id);
            // The one that opened the slot is the one that has the Action.
            found = ids.find(|id| without_type(base, id) == rest).or(found);
        }
        found
    }
}

/// The id without its kind and the name of `ty`: `.Method(System.Int32)`.
fn without_type(ty: Type<'_>, id: &str) -> String {
    let name = DocId(&ty).to_string();
    let name = name.get(2..).unwrap_or_default();
    let rest = id.get(2..).and_then(|id| id.strip_prefix(name));
    rest.unwrap_or(id).to_owned()
}

/// The id of a member under the name of `ty`.
fn with_type(ty: Type<'_>, id: &str, rest: &str) -> String {
    let name = DocId(&ty).to_string();
    let kind = id.get(..2).unwrap_or_default();
    format!("{kind}{}{rest}", name.get(2..).unwrap_or_default())
}

/// The methods of `ty` that belong to properties and events.
fn accessors(ty: Type<'_>) -> HashSet<Id<table::MethodDef>> {
    let metadata = ty.assembly().metadata();
    let properties = ty.properties().filter_map(Result::ok);
    let properties = properties.map(|p| metadata::HasSemantics::Property(p.row().id()));
    let events = ty.events().filter_map(Result::ok);
    let events = events.map(|event| metadata::HasSemantics::Event(event.row().id()));
    properties
        .chain(events)
        .flat_map(|association| metadata.method_semantics(association))
        .filter_map(|row| row.method().ok().flatten())
        .collect()
}

fn is_compiler_generated<'m>(mut attributes: impl Iterator<Item = CustomAttribute<'m>>) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    attributes.any(|attribute| attribute.is(NAMESPACE, "CompilerGeneratedAttribute"))
}
