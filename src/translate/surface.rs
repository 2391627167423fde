//! The public surface (TRANSLATION §3): which members of the inputs have to be accounted for.

use crate::clr::{
    Assembly, AssemblySet, CustomAttribute, DocId, Event, Field, Method, Property, Type, TypeKey,
    TypeKind, TypeUse, is_framework_assembly,
};
use crate::metadata::signature::ElementType;
use crate::metadata::{self, Id, limits, table};
use foldhash::{HashMap, HashSet};
use std::rc::Rc;

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
    /// Whether C# finds another member under its name, because it comes from a base that nobody can name.
    pub(super) is_hidden: bool,
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

    pub(super) fn is_method(self) -> bool {
        matches!(self, Self::Method(_) | Self::Constructor(_))
    }

    fn is_static(self) -> bool {
        match self {
            Self::Field(field) => field.is_static(),
            other => other.virtual_method().is_some_and(Method::is_static),
        }
    }

    /// Types of the parameters of a method or an indexer.
    fn parameter_types(self) -> Vec<TypeUse<'m>> {
        match self {
            Self::Constructor(method) | Self::Method(method) => {
                let signature = method.signature().ok();
                let parameters = signature.into_iter().flat_map(|found| found.parameters);
                parameters.map(|parameter| parameter.ty).collect()
            }
            Self::Property(property) => {
                let signature = property.signature().ok();
                signature.map_or_else(Vec::new, |found| found.parameters)
            }
            Self::Field(_) | Self::Event(_) => Vec::new(),
        }
    }

    /// Whether C# can take this member for `other`, which a base declares and which has the same name:
    /// it looks at bases only where no overload of the derived type takes the arguments.
    fn hides(self, other: Self) -> bool {
        if !matches!((self, other), (Self::Method(_), Self::Method(_))) {
            return true;
        }
        let (own, others) = (self.parameter_types(), other.parameter_types());
        // Of the types of arguments only `object` is converted to no other.
        let takes = |(own, other): (&TypeUse<'_>, &TypeUse<'_>)| own == other || !is_object(other);
        own.len() == others.len() && own.iter().zip(&others).all(takes)
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

/// A type's own member.
#[derive(Debug)]
struct Own<'m> {
    member: Member<'m>,
    id: String,
    /// Where in the id the name of the type ends.
    split: usize,
}

impl<'m> Own<'m> {
    /// The id without its kind and the name of the type: `.Method(System.Int32)`.
    fn rest(&self) -> &str {
        self.id.get(self.split..).unwrap_or(&self.id)
    }

    /// As [`Self::rest`], where the type is an instance with these type arguments.
    fn closed_rest(&self, arguments: &[TypeUse<'m>]) -> String {
        let types = self.member.parameter_types();
        let rest = self.rest();
        match rest.split_once('(') {
            Some((name, _)) if !arguments.is_empty() => {
                let types = types.iter().map(|ty| ty.substitute(arguments));
                let ids: Vec<String> = types.map(|ty| DocId(&ty).to_string()).collect();
                format!("{name}({})", ids.join(","))
            }
            _ => rest.to_owned(),
        }
    }
}

/// A base type, and its type arguments.
type Base<'m> = (Type<'m>, Vec<TypeUse<'m>>);

/// Finds the surface of a set of inputs.
pub(super) struct SurfaceFinder<'m, 'd> {
    pub(super) set: &'m AssemblySet<'m>,
    /// Ordinals of the inputs.
    pub(super) inputs: &'d HashSet<usize>,
    /// Whether the member has a documentation comment of its own.
    pub(super) is_documented: &'d (dyn Fn(Type<'m>, &str) -> bool + Sync),
    /// Whether inherited members count on each class that has them, as in the profile `wizard`.
    pub(super) inherits: bool,
    /// Own members of the types that were looked at.
    own: HashMap<TypeKey, Rc<[Own<'m>]>>,
}

impl<'m, 'd> SurfaceFinder<'m, 'd> {
    pub(super) fn new(
        set: &'m AssemblySet<'m>,
        inputs: &'d HashSet<usize>,
        is_documented: &'d (dyn Fn(Type<'m>, &str) -> bool + Sync),
    ) -> Self {
        Self {
            set,
            inputs,
            is_documented,
            inherits: false,
            own: HashMap::default(),
        }
    }

    /// The type, and its members.
    pub(super) fn surface(&mut self, ty: Type<'m>) -> SurfaceType<'m> {
        let kind = ty.kind();
        let bases = self.bases(ty);
        let own = self.own(ty, kind);
        let mut members: Vec<_> = own
            .iter()
            .map(|own| SurfaceMember {
                id: own.id.clone(),
                declared_id: own.id.clone(),
                member: own.member,
                arguments: Vec::new(),
                overrides: self.overridden(own, &bases),
                is_hidden: false,
            })
            .collect();
        if matches!(kind, TypeKind::Class) && !ty.is_static() {
            self.unreachable_bases(ty, &own, &bases, &mut members);
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

    fn own(&mut self, ty: Type<'m>, kind: TypeKind) -> Rc<[Own<'m>]> {
        if let Some(known) = self.own.get(&ty.key()) {
            return Rc::clone(known);
        }
        let split = DocId(&ty).to_string().len();
        let mut members = Vec::new();
        self.own_members(ty, kind, &mut members);
        let own = members.into_iter().map(|member| Own {
            member,
            id: member.id(),
            split,
        });
        let own: Rc<[Own<'m>]> = own.collect();
        self.own.insert(ty.key(), Rc::clone(&own));
        own
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
        let others = others.filter(|method| self.inherits || !self.is_object_noise(**method));
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
        let mut types = signature.parameters.iter().map(|parameter| &parameter.ty);
        types.len() == parameters
            && types.all(is_object)
            && !(self.is_documented)(method.declaring_type(), &DocId(&method).to_string())
    }

    /// The public members of bases that an extension cannot name, or that no input declares: they are
    /// translated on `ty` (TRANSLATION §3). So are those of generic bases, whose arguments `ty` fixes.
    fn unreachable_bases(
        &mut self,
        ty: Type<'m>,
        own: &[Own<'m>],
        bases: &[Base<'m>],
        members: &mut Vec<SurfaceMember<'m>>,
    ) {
        let name = DocId(&ty).to_string();
        let name = name.get(2..).unwrap_or_default();
        let inherits = self.inherits && !ty.is_abstract() && !ty.is_generic();
        let mut seen: HashSet<String> = own.iter().map(|own| own.rest().to_owned()).collect();
        let mut nearer = Nearer::default();
        nearer.add(ty, own);
        for (base, arguments) in bases {
            let assembly = base.assembly();
            let is_framework = is_framework_assembly(assembly.name());
            let is_input = self.inputs.contains(&assembly.ordinal());
            let is_translated = is_input && !base.is_generic();
            let is_reachable = is_translated || (is_framework && !is_input);
            if base.is_public() && is_reachable && !inherits {
                break;
            }
            let level = self.own(*base, base.kind());
            for own in &*level {
                let member = own.member;
                let rest = own.closed_rest(arguments);
                if matches!(member, Member::Constructor(_)) || !seen.insert(rest.clone()) {
                    continue;
                }
                if member.is_static() {
                    continue;
                }
                let kind = own.id.get(..2).unwrap_or_default();
                members.push(SurfaceMember {
                    id: format!("{kind}{name}{rest}"),
                    declared_id: own.id.clone(),
                    member,
                    arguments: arguments.clone(),
                    overrides: None,
                    is_hidden: (inherits || !base.is_public()) && nearer.hides(member),
                });
            }
            nearer.add(*base, &level);
        }
    }

    /// The base types of `ty` that are at hand, nearest first, with their type arguments.
    fn bases(&self, ty: Type<'m>) -> Vec<Base<'m>> {
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

    /// The id of the member of a public base among the inputs that `own` overrides.
    fn overridden(&mut self, own: &Own<'m>, bases: &[Base<'m>]) -> Option<String> {
        let method = own.member.virtual_method()?;
        if !method.is_virtual() || method.is_new_slot() || method.is_static() {
            return None;
        }
        // The one that opened the slot is the one that has the Action.
        bases.iter().rev().find_map(|(base, _)| {
            if !base.is_public() || !self.inputs.contains(&base.assembly().ordinal()) {
                return None;
            }
            let members = self.own(*base, base.kind());
            let mut members = members.iter();
            let found = members.find(|other| other.rest() == own.rest());
            found.map(|found| found.id.clone())
        })
    }
}

fn is_object(ty: &TypeUse<'_>) -> bool {
    matches!(ty, TypeUse::Primitive(ElementType::Object))
}

/// What C# finds before it looks at a base: the members and public nested types of more derived types.
#[derive(Default)]
struct Nearer<'m> {
    members: HashMap<&'m str, Vec<Member<'m>>>,
    nested: HashSet<&'m str>,
}

impl<'m> Nearer<'m> {
    fn add(&mut self, ty: Type<'m>, own: &[Own<'m>]) {
        for member in own.iter().map(|own| own.member) {
            let name = member.name().unwrap_or_default();
            self.members.entry(name).or_default().push(member);
        }
        let nested = ty.nested().filter(|nested| nested.is_public());
        self.nested
            .extend(nested.filter_map(|nested| nested.name().ok()));
    }

    /// Whether C# can take something else for `member`, of a base.
    fn hides(&self, member: Member<'m>) -> bool {
        let name = member.name().unwrap_or_default();
        let mut same = self.members.get(name).into_iter().flatten();
        self.nested.contains(name) || same.any(|nearer| nearer.hides(member))
    }
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

/// The public types of an assembly in table order.
pub(super) fn types<'m>(assembly: &'m Assembly<'m>) -> impl Iterator<Item = Type<'m>> {
    let types = assembly.types();
    types.filter(|ty| ty.is_public() && !is_compiler_generated(ty.custom_attributes()))
}

/// Whether one of the attributes says that a compiler made what has them.
pub(super) fn is_compiler_generated<'m>(
    mut attributes: impl Iterator<Item = CustomAttribute<'m>>,
) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    attributes.any(|attribute| attribute.is(NAMESPACE, "CompilerGeneratedAttribute"))
}
