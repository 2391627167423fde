//! Structures of transparent types (TRANSLATION §5).

use super::catalogue::diagnostic;
use super::csharp::{escape, is_identifier, type_code};
use super::docs;
use super::mapper::{ClosedKey, Mapper};
use super::nameable::full_name;
use super::plan::{AttributePlan, Conversion, Mapping, StructurePlan};
use super::policy::{CyclePolicy, NullPolicy};
use super::surface::Member;
use super::transparency::{DataMember, Transparent, transparent};
use super::type_map::{self, Product};
use super::type_names::{closed_identifier, unique, with_values};
use super::{Names, identifier, pascal_case};
use crate::clr::{DocId, Nullability, Type, TypeUse};
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

impl<'m> Mapper<'m> {
    /// The position of the structure that the type is, or `None` where it is opaque.
    pub(super) fn structure(&mut self, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> Option<usize> {
        let key: ClosedKey<'m> = (ty.key(), arguments.to_vec());
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
        if candidate.is_built_elsewhere {
            let name = full_name(ty);
            let id = DocId(&ty).to_string();
            self.diagnostics.push(diagnostic("DL2009", id, &name));
        }
        // What only can be read and has methods of its own is better held: an output alone would leave
        // its methods without an instance.
        let is_shown = self.nameable.types.is_shown(ty);
        if candidate.constructor.is_none() && has_own_methods(ty) && !is_shown {
            return Class::Opaque;
        }
        let Some(net) = closed_use(ty, arguments).and_then(|used| type_code(&used)) else {
            return Class::Opaque;
        };
        let cuts = self.cuts(ty, arguments);
        let mut parts = Vec::with_capacity(candidate.data.len());
        for (at, member) in candidate.data.iter().enumerate() {
            if !is_identifier(member.name) {
                match is_shown {
                    true => continue,
                    false => return Class::Opaque,
                }
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
                Err(_) if is_shown => {}
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
        Some(self.json_text(&member.ty, net))
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
            let is_set = constructor.is_some_and(|builder| builder.sets(at, member));
            let is_taken = constructor.is_some_and(|builder| builder.parameters.contains(&at));
            if (is_set || (is_taken && member.is_state)) && !self.is_buildable(&mapping) {
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
            let can_be_null = self.can_be_null(member.member, &mapping);
            let has_companion = can_be_null && self.policies.nulls == NullPolicy::Companion;
            attributes.push(Attribute {
                description: with_values(description, self.enum_of(&mapping)),
                ..plain_attribute(&attribute, &mapping, &member.id)
            });
            plans.push(AttributePlan {
                member: escape(member.name),
                empty_is_null: can_be_null && self.policies.nulls == NullPolicy::EmptyIsNull,
                mapping,
                is_set,
                is_required: candidate
                    .constructor
                    .as_ref()
                    .is_some_and(|of| of.needs(member)),
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
            let mut data = candidate.data.iter().zip(&places);
            if data.any(|(member, place)| builder.needs(member) && place.is_none()) {
                return None;
            }
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
            rests: Vec::new(),
        });
        position
    }

    pub(super) fn is_buildable(&self, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::Structure(position) => self
                .plans
                .get(*position)
                .is_some_and(|plan| plan.constructor.is_some()),
            Conversion::Nullable { inner, .. } => self.is_buildable(inner),
            Conversion::List(collection, inner) => {
                collection.to_net.is_some() && self.is_buildable(inner)
            }
            // What it is of is mapped when all structures are known.
            Conversion::Json(position) => self.json.get(*position).is_none_or(is_made),
            _ => true,
        }
    }

    /// Whether null is legal in the member: it is a `Nullable<T>`, or annotated.
    pub(super) fn can_be_null(&self, member: Member<'_>, mapping: &Mapping) -> bool {
        let is_annotated = || member.nullability() == Nullability::Nullable;
        matches!(mapping.conversion, Conversion::Nullable { .. })
            || (self.is_reference(mapping) && is_annotated())
    }

    /// Whether an empty value coming in can stand for null, or for the default of a date, which is no date of
    /// OutSystems.
    pub(super) fn has_empty(&self, mapping: &Mapping) -> bool {
        let is_date = || matches!(mapping.data_type, DataType::DateTime | DataType::Date);
        let is_scalar = matches!(mapping.conversion, Conversion::Scalar(_));
        self.is_reference(mapping) || (is_scalar && is_date())
    }

    /// Whether values of the mapped type can be null.
    pub(super) fn is_reference(&self, mapping: &Mapping) -> bool {
        match mapping.conversion {
            Conversion::Scalar(row) => !row.is_value_type,
            Conversion::List(..) => true,
            Conversion::Structure(position) => {
                let plan = self.plans.get(position);
                plan.is_some_and(|plan| plan.is_class)
            }
            _ => false,
        }
    }

    /// Whether values of a transparent type can change after they are built.
    pub(super) fn is_mutable(&mut self, ty: Type<'m>, arguments: &[TypeUse<'m>]) -> bool {
        self.candidate(ty, arguments)
            .is_some_and(|candidate| super::transparency::is_mutable(&candidate.data))
    }

    /// What the type shows of itself, if it is transparent.
    pub(super) fn candidate(
        &mut self,
        ty: Type<'m>,
        arguments: &[TypeUse<'m>],
    ) -> Option<Rc<Transparent<'m>>> {
        let (set, types, target) = (self.set, &self.nameable.types, self.target);
        let candidate = self.candidates.entry((ty.key(), arguments.to_vec()));
        let found = candidate.or_insert_with(|| match types.is_handle(ty) {
            true => None,
            false => transparent(set, ty, arguments, types.is_shown(ty), target).map(Rc::new),
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

pub(super) fn plain_attribute(name: &str, mapping: &Mapping, member: &str) -> Attribute {
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
        is_required: false,
        empty_is_null: false,
        companion: None,
        is_companion: true,
    };
    (attribute, plan)
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

impl Member<'_> {
    /// Whether null is legal in the property or field.
    pub(super) fn nullability(self) -> Nullability {
        match self {
            Self::Property(property) => property.nullability(),
            Self::Field(field) => field.nullability(),
            _ => Nullability::Oblivious,
        }
    }
}

/// Whether values of the type can be made, as far as the framework's own types around others say it.
fn is_made(ty: &TypeUse<'_>) -> bool {
    match ty {
        TypeUse::Array(element) | TypeUse::MultiArray(element, _) => is_made(element),
        TypeUse::Named(named) if !named.arguments.is_empty() => {
            let product = type_map::product(&named.name.to_string());
            product.is_none_or(Product::is_made) && named.arguments.iter().all(is_made)
        }
        _ => true,
    }
}
