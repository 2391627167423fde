//! Structures (TRANSLATION §5): of transparent types, of pairs and tuples.

use super::catalogue::diagnostic;
use super::csharp::{escape, is_identifier, type_code};
use super::docs;
use super::mapper::{ClosedKey, Mapper, Skip, code, key};
use super::plan::{AttributePlan, Conversion, Mapping, StructurePlan};
use super::policy::{CyclePolicy, NullPolicy};
use super::surface::Member;
use super::transparency::{DataMember, Transparent, transparent};
use super::type_map::Product;
use super::type_names::{closed_identifier, unique, with_values};
use super::{Names, identifier, pascal_case};
use crate::clr::{DocId, NamedType, Nullability, Type, TypeUse};
use crate::extension::{Attribute, DataType, Structure};
use crate::metadata::limits;
use std::rc::Rc;

/// What a type turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Its attributes are being mapped: only a type that grows with every step of a recursion asks then.
    Pending,
    /// A structure: its position.
    Structure(usize),
    Opaque,
}

/// A data member that would make its type contain itself: its position.
pub(super) type Cut = usize;

/// A class that is a collection.
pub(super) struct Derivation<'m> {
    pub(super) element: TypeUse<'m>,
    /// Whether an empty one can be made and filled.
    pub(super) can_be_made: bool,
}

impl<'m> Mapper<'m> {
    /// The position of the structure that the type is, or `None` where it is opaque.
    pub(super) fn structure(&mut self, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Option<usize> {
        let key: ClosedKey<'m> = (key(ty), arguments.to_vec());
        let class = match self.classes.get(&key) {
            Some(class) => *class,
            None if self.depth >= limits::STRUCTURE_DEPTH || depth(arguments) > ARGUMENT_DEPTH => {
                Class::Opaque
            }
            None => {
                self.classes.insert(key.clone(), Class::Pending);
                self.depth = self.depth.saturating_add(1);
                let class = self.classify(ty, arguments);
                self.depth = self.depth.saturating_sub(1);
                self.classes.insert(key, class);
                class
            }
        };
        match class {
            Class::Structure(position) => Some(position),
            Class::Pending | Class::Opaque => None,
        }
    }

    fn classify(&mut self, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Class {
        let Some(candidate) = self.candidate(ty, arguments) else {
            return Class::Opaque;
        };
        // What only can be read and has methods of its own is better held: an output alone would leave
        // its methods without an instance.
        if candidate.constructor.is_none() && has_own_methods(ty) {
            return Class::Opaque;
        }
        let Some(net) = closed_use(ty, arguments).and_then(|used| type_code(&used)) else {
            return Class::Opaque;
        };
        let cuts = self.cuts(ty, arguments);
        let mut parts = Vec::with_capacity(candidate.data.len());
        for (at, member) in candidate.data.iter().enumerate() {
            if !is_identifier(member.name) {
                return Class::Opaque;
            }
            let mapping = match cuts.contains(&at) {
                true => match self.cut(member) {
                    Some(mapping) => Ok(mapping),
                    None => continue,
                },
                false => {
                    let attributes = member.member.custom_attributes();
                    let ty = member.ty.clone().with_element_names(attributes);
                    self.map(&ty, false)
                }
            };
            match mapping {
                Ok(mapping) => parts.push((at, member, mapping)),
                Err(_) => return Class::Opaque,
            }
        }
        if parts.is_empty() {
            return Class::Opaque;
        }
        let position = self.add_structure(ty, arguments, net, &candidate, parts);
        Class::Structure(position)
    }

    /// The mapping of a member that closes a cycle; `None` where it is left out.
    fn cut(&mut self, member: &DataMember<'m>) -> Option<Mapping> {
        let net = type_code(&member.ty)?;
        let policy = self.policies.cycles;
        let code = match policy {
            CyclePolicy::Json => "DL2004",
            CyclePolicy::Omit => "DL2008",
        };
        self.diagnostics
            .push(diagnostic(code, member.id.clone(), member.name));
        if policy == CyclePolicy::Omit {
            return None;
        }
        let position = self.json.len();
        self.json.push(member.ty.clone());
        Some(Mapping {
            data_type: DataType::Text,
            net,
            conversion: Conversion::Json(position),
        })
    }

    fn add_structure(
        &mut self,
        ty: Type<'m>,
        arguments: &[TypeUse<'m>],
        net: String,
        candidate: &Transparent<'m>,
        parts: Vec<(usize, &DataMember<'m>, Mapping)>,
    ) -> usize {
        let id = DocId(&ty).to_string();
        let closed = closed_use(ty, arguments);
        let type_id = closed.map_or_else(|| id.clone(), |used| format!("T:{}", DocId(&used)));
        let name = self.given.structures.name(&type_id, |names| {
            let name = closed_identifier(ty, arguments, names);
            names.take(&name);
            name
        });
        let ordinal = ty.assembly().ordinal();
        let structure_docs = self.docs.get(ordinal, &id);
        let mut constructor = candidate.constructor.as_ref();
        let ids = candidate.data.iter().map(|member| member.id.as_str());
        let mut given = self.given.attributes(&type_id, ids);
        let mut attributes = Vec::new();
        let mut plans: Vec<AttributePlan> = Vec::new();
        // Where the attribute of each data member is.
        let mut places = vec![None; candidate.data.len()];
        for (at, member, mapping) in parts {
            let attribute = given.name(&member.id, |names| {
                unique(names, &identifier(&pascal_case(member.name)), &member.id)
            });
            let member_docs = self.docs.get(ordinal, &member.id);
            let description = docs::description(member_docs, member.member.custom_attributes());
            let taken = constructor.is_some_and(|builder| builder.parameters.contains(&at));
            if member.is_state && (taken || member.is_settable) && !self.is_buildable(&mapping) {
                constructor = None;
            }
            if !arguments.is_empty() {
                let by = format!("{name}.{attribute}");
                let entry = self.closed_members.entry(member.id.clone());
                entry.or_default().push(by);
            }
            if let Some(place) = places.get_mut(at) {
                *place = Some(plans.len());
            }
            let can_be_null = can_be_null(member.member, &mapping);
            let has_companion = can_be_null && self.policies.nulls == NullPolicy::Companion;
            attributes.push(Attribute {
                description: with_values(description, self.enum_of(&mapping)),
                ..plain_attribute(&attribute, &mapping, &member.id)
            });
            let is_set = member.is_state && member.is_settable && !taken;
            plans.push(AttributePlan {
                member: escape(member.name),
                empty_is_null: can_be_null && self.policies.nulls == NullPolicy::EmptyIsNull,
                mapping,
                is_set,
                companion: has_companion.then_some(plans.len().saturating_add(1)),
                is_companion: false,
            });
            if has_companion {
                let (has, plan) = companion(given.names(), &attribute, member);
                attributes.push(has);
                plans.push(plan);
            }
        }
        let constructor = constructor.and_then(|builder| {
            let places = builder.parameters.iter().map(|at| *places.get(*at)?);
            places.collect::<Option<Vec<usize>>>()
        });
        if !arguments.is_empty() {
            let built = candidate.constructor.as_ref();
            let method = built.and_then(|builder| builder.method);
            for id in method.into_iter().map(|method| DocId(&method).to_string()) {
                self.closed_members
                    .entry(id)
                    .or_default()
                    .push(name.clone());
            }
        }
        let position = self.structures.len();
        self.structures.push(Structure {
            name,
            description: docs::description(structure_docs, ty.custom_attributes()),
            attributes,
            type_id,
        });
        self.plans.push(StructurePlan {
            net,
            is_class: !ty.is_value_type(),
            attributes: plans,
            constructor,
        });
        position
    }

    /// The structure of a pair or tuple.
    pub(super) fn product(
        &mut self,
        row: &'static Product,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
    ) -> Result<usize, Skip> {
        let named_elements = named.element_names.iter().any(|name| !name.is_empty());
        let members: Vec<&'m str> = row
            .members
            .iter()
            .enumerate()
            .map(|(at, member)| match named.element_names.get(at) {
                Some(name) if !name.is_empty() => *name,
                _ => *member,
            })
            .collect();
        let telling = match row.is_tuple && named_elements {
            true => members.iter().map(|name| pascal_case(name)).collect(),
            false => named.arguments.iter().map(super::draft::clr_name).collect(),
        };
        let simple = crate::clr::split_arity(named.name.simple()).0;
        let prefix = if row.is_tuple { "Tuple" } else { simple };
        let mut id = format!("T:{}", DocId(ty));
        if row.is_tuple && named_elements {
            id.push_str(&format!("({})", members.join(",")));
        }
        self.add_product(
            row,
            prefix,
            telling,
            members,
            &named.arguments,
            code(ty)?,
            id,
        )
    }

    /// The structure of an entry of a dictionary.
    pub(super) fn pair(&mut self, key: &TypeUse<'m>, value: &TypeUse<'m>) -> Result<usize, Skip> {
        const PAIR: &str = "System.Collections.Generic.KeyValuePair";
        let row = super::type_map::product("System.Collections.Generic.KeyValuePair`2");
        let row = row.ok_or_else(|| Skip::new("DL1005", PAIR))?;
        let net = format!("{PAIR}<{}, {}>", code(key)?, code(value)?);
        let id = format!("T:{PAIR}{{{},{}}}", DocId(key), DocId(value));
        let telling = [key, value].map(super::draft::clr_name).to_vec();
        let arguments = [key.clone(), value.clone()];
        let members = row.members.to_vec();
        self.add_product(row, "KeyValuePair", telling, members, &arguments, net, id)
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "they are the parts of one structure"
    )]
    fn add_product(
        &mut self,
        row: &'static Product,
        prefix: &str,
        telling: Vec<String>,
        members: Vec<&'m str>,
        arguments: &[TypeUse<'m>],
        net: String,
        id: String,
    ) -> Result<usize, Skip> {
        let key = (net.clone(), members.clone());
        if let Some(position) = self.products.get(&key) {
            return Ok(*position);
        }
        let mut mappings = Vec::with_capacity(arguments.len());
        for argument in arguments {
            mappings.push(self.map(argument, false)?);
        }
        let name = format!("{prefix}Of{}", telling.join("And"));
        let name = self
            .given
            .structures
            .name(&id, |names| unique(names, &identifier(&name), &id));
        let mut names = Names::new();
        let is_buildable = mappings.iter().all(|mapping| self.is_buildable(mapping));
        let attribute = |(member, mapping): (&&str, &Mapping)| {
            let name = unique(&mut names, &identifier(&pascal_case(member)), member);
            plain_attribute(&name, mapping, "")
        };
        let attributes = members.iter().zip(&mappings).map(attribute).collect();
        let plans = row
            .members
            .iter()
            .zip(mappings)
            .map(|(member, mapping)| AttributePlan {
                member: (*member).to_owned(),
                mapping,
                is_set: false,
                empty_is_null: false,
                companion: None,
                is_companion: false,
            });
        let plans: Vec<AttributePlan> = plans.collect();
        let position = self.structures.len();
        self.structures.push(Structure {
            name,
            description: String::new(),
            attributes,
            type_id: id,
        });
        self.plans.push(StructurePlan {
            net,
            is_class: row.is_class,
            constructor: is_buildable.then(|| (0..plans.len()).collect()),
            attributes: plans,
        });
        self.products.insert(key, position);
        Ok(position)
    }

    fn is_buildable(&self, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::Structure(position) => self
                .plans
                .get(*position)
                .is_some_and(|plan| plan.constructor.is_some()),
            Conversion::Nullable { inner, .. } => self.is_buildable(inner),
            Conversion::List(collection, inner) => {
                collection.to_net.is_some() && self.is_buildable(inner)
            }
            _ => true,
        }
    }

    /// Whether values of a transparent type can change after they are built.
    pub(super) fn is_mutable(&mut self, ty: Type<'m>) -> bool {
        self.candidate(ty, &[])
            .is_some_and(|candidate| super::transparency::is_mutable(&candidate.data))
    }

    /// What the type shows of itself, if it is transparent.
    pub(super) fn candidate(
        &mut self,
        ty: Type<'m>,
        arguments: &[TypeUse<'m>],
    ) -> Option<Rc<Transparent<'m>>> {
        let (set, types) = (self.set, &self.nameable.types);
        let candidate = self.candidates.entry((key(ty), arguments.to_vec()));
        let found = candidate.or_insert_with(|| match types.is_handle(ty) {
            true => None,
            false => transparent(set, ty, arguments).map(Rc::new),
        });
        found.clone()
    }
}

/// How deep type arguments nest in types that are looked into.
pub(super) const ARGUMENT_DEPTH: usize = 8;

/// How deep the types nest.
pub(super) fn depth(types: &[TypeUse<'_>]) -> usize {
    let inner = types.iter().map(|ty| match ty {
        TypeUse::Named(named) => depth(&named.arguments),
        TypeUse::Array(inner) | TypeUse::MultiArray(inner, _) => depth(std::slice::from_ref(inner)),
        _ => 0,
    });
    inner.max().map_or(0, |deepest| deepest.saturating_add(1))
}

/// The definition with its type arguments.
fn closed_use<'m>(ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Option<TypeUse<'m>> {
    let used = TypeUse::of_definition(ty).ok()?;
    Some(used.substitute(arguments))
}

fn plain_attribute(name: &str, mapping: &Mapping, member: &str) -> Attribute {
    Attribute {
        name: name.to_owned(),
        data_type: mapping.data_type.clone(),
        mandatory: false,
        default: None,
        length: None,
        decimals: None,
        description: String::new(),
        member: member.to_owned(),
    }
}

/// The Boolean that says whether the attribute `name` has a value.
fn companion(names: &mut Names, name: &str, member: &DataMember<'_>) -> (Attribute, AttributePlan) {
    let row = super::type_map::scalar("System.Boolean");
    let mapping = Mapping {
        data_type: DataType::Boolean,
        net: "bool".to_owned(),
        conversion: row.map_or(Conversion::Handle, Conversion::Scalar),
    };
    let has = unique(names, &format!("Has{name}"), &member.id);
    let attribute = Attribute {
        description: format!("Whether {name} has a value."),
        ..plain_attribute(&has, &mapping, &member.id)
    };
    let plan = AttributePlan {
        member: escape(member.name),
        mapping,
        is_set: false,
        empty_is_null: false,
        companion: None,
        is_companion: true,
    };
    (attribute, plan)
}

/// Whether null is legal in the member: it is a `Nullable<T>`, or annotated.
fn can_be_null(member: Member<'_>, mapping: &Mapping) -> bool {
    match &mapping.conversion {
        Conversion::Nullable { .. } => true,
        Conversion::Scalar(row) if !row.is_value_type => {
            let nullability = match member {
                Member::Property(property) => property.nullability(),
                Member::Field(field) => field.nullability(),
                _ => Nullability::Oblivious,
            };
            nullability == Nullability::Nullable
        }
        _ => false,
    }
}

/// Whether the type has public instance methods that are more than data.
fn has_own_methods(ty: Type<'_>) -> bool {
    let mut methods = ty.methods().filter_map(Result::ok);
    methods.any(|method| {
        method.is_public()
            && !method.is_static()
            && !method.is_constructor()
            && !method.is_special_name()
            && (!method.is_virtual() || method.is_new_slot())
    })
}
