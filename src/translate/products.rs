//! Structures of pairs, tuples and groups (TRANSLATION §5), which the type map knows by name.

use super::draft::is_named;
use super::mapper::{Mapper, Skip, code, list_of};
use super::plan::{AttributePlan, Mapping, StructurePlan};
use super::structures::plain_attribute;
use super::type_map::{self, Last, NOTHING, Product};
use super::type_names::unique;
use super::{Names, identifier, pascal_case};
use crate::clr::{DocId, NamedType, TypeUse};
use crate::extension::Structure;
use crate::metadata::signature::ElementType;

/// What a structure is made of.
struct Parts {
    /// The members as C# reads them, and names for the attributes.
    members: Vec<(String, String)>,
    mappings: Vec<Mapping>,
    /// What tells the structure from others of its kind.
    telling: Vec<String>,
    /// As [`StructurePlan::rests`].
    rests: Vec<String>,
}

impl<'m> Mapper<'m> {
    /// The structure of a pair, tuple or group; `None` where a tuple nests something else than a tuple.
    pub(super) fn product(
        &mut self,
        row: &'static Product,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
    ) -> Result<Option<usize>, Skip> {
        let Some((arguments, rests)) = items(row, named)? else {
            return Ok(None);
        };
        let mut parts = self.parts(row, &arguments)?;
        parts.rests = rests;
        let given = named.element_names.iter().copied();
        let mut id = format!("T:{}", DocId(ty));
        if row.is_tuple && given.clone().any(|name| !name.is_empty()) {
            for ((_, name), given) in parts.members.iter_mut().zip(given) {
                if !given.is_empty() {
                    given.clone_into(name);
                }
            }
            let names = parts.members.iter().map(|(_, name)| name.as_str());
            id.push_str(&format!(
                "({})",
                names.clone().collect::<Vec<_>>().join(",")
            ));
            parts.telling = names.map(pascal_case).collect();
        }
        Ok(Some(self.add_product(row, parts, code(ty)?, id)))
    }

    /// The structure of an entry of a dictionary or a lookup.
    pub(super) fn entry(
        &mut self,
        row: &'static Product,
        key: &TypeUse<'m>,
        value: &TypeUse<'m>,
    ) -> Result<usize, Skip> {
        let (name, _) = crate::clr::split_arity(row.net);
        let net = format!("{name}<{}, {}>", code(key)?, code(value)?);
        let id = format!("T:{name}{{{},{}}}", DocId(key), DocId(value));
        let parts = self.parts(row, &[key.clone(), value.clone()])?;
        Ok(self.add_product(row, parts, net, id))
    }

    /// The parts for these type arguments, those of nested tuples among them.
    fn parts(&mut self, row: &'static Product, arguments: &[TypeUse<'m>]) -> Result<Parts, Skip> {
        let mut members = Vec::with_capacity(arguments.len());
        let mut mappings = Vec::with_capacity(arguments.len());
        if let Some(member) = row.told_by {
            mappings.push(self.map(&TypeUse::Primitive(ElementType::Boolean), false)?);
            members.push((member.to_owned(), member.to_owned()));
        }
        for (at, argument) in arguments.iter().enumerate() {
            if row.told_by.is_some() && is_named(argument, NOTHING) {
                continue;
            }
            let own = row.members.get(at).copied();
            match (own, row.last) {
                (None, Last::Items) => {
                    mappings.push(self.items_of(argument)?);
                    members.push((String::new(), "Items".to_owned()));
                    continue;
                }
                (Some(member), _) if row.last != Last::Rest => {
                    members.push((member.to_owned(), member.to_owned()));
                }
                _ => {
                    let nesting = "Rest.".repeat(at / TUPLE);
                    let member = format!("{nesting}Item{}", at % TUPLE + 1);
                    members.push((member, format!("Item{}", at + 1)));
                }
            }
            mappings.push(self.map(argument, false)?);
        }
        Ok(Parts {
            members,
            mappings,
            telling: arguments.iter().map(super::draft::clr_name).collect(),
            rests: Vec::new(),
        })
    }

    /// The list of the values that a group enumerates.
    fn items_of(&mut self, element: &TypeUse<'m>) -> Result<Mapping, Skip> {
        const ENUMERABLE: &str = "System.Collections.Generic.IEnumerable";
        let net = format!("{ENUMERABLE}<{}>", code(element)?);
        let row = type_map::collection("System.Collections.Generic.IEnumerable`1");
        let row = row.ok_or_else(|| Skip::new("DL1005", ENUMERABLE))?;
        Ok(list_of(row, self.map(element, false)?, net))
    }

    fn add_product(
        &mut self,
        row: &'static Product,
        parts: Parts,
        net: String,
        id: String,
    ) -> usize {
        let own = parts.members.iter().map(|(_, name)| name.clone());
        let key = (net.clone(), own.collect::<Vec<_>>());
        if let Some(position) = self.products.get(&key) {
            return *position;
        }
        let name = format!("{}Of{}", row.name, parts.telling.join("And"));
        let name = self
            .given
            .structures
            .name(&id, |names| unique(names, &identifier(&name), &id));
        let mut names = Names::new();
        let mut buildable = parts.mappings.iter();
        let is_buildable = row.is_made() && buildable.all(|mapping| self.is_buildable(mapping));
        let attribute = |((_, member), mapping): (&(String, String), &Mapping)| {
            let name = unique(&mut names, &identifier(&pascal_case(member)), member);
            plain_attribute(&name, mapping, "")
        };
        let attributes = parts.members.iter().zip(&parts.mappings).map(attribute);
        let attributes = attributes.collect();
        let members = parts.members.into_iter().zip(parts.mappings);
        let plans = members.map(|((member, _), mapping)| AttributePlan {
            member,
            mapping,
            is_set: false,
            is_required: false,
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
            rests: parts.rests,
        });
        self.products.insert(key, position);
        position
    }
}

/// How many items a tuple has beside the tuple that it nests.
const TUPLE: usize = 7;

/// The types of the items of a tuple, those in the tuples that it nests among them, and the C# of these.
type Items<'m> = (Vec<TypeUse<'m>>, Vec<String>);

/// The items of `named`; `None` where a tuple nests something else than a tuple.
fn items<'m>(row: &'static Product, named: &NamedType<'m>) -> Result<Option<Items<'m>>, Skip> {
    let (mut row, mut named) = (row, named);
    let (mut arguments, mut rests) = (Vec::new(), Vec::new());
    while row.last == Last::Rest {
        let Some((rest, own)) = named.arguments.split_last() else {
            return Ok(None);
        };
        arguments.extend_from_slice(own);
        rests.push(code(rest)?);
        let nested = rest.as_named();
        let nested = nested.and_then(|of| Some((of, type_map::product(&of.name.to_string())?)));
        match nested {
            Some((inner, of)) if of.name == row.name && of.is_class == row.is_class => {
                (row, named) = (of, inner);
            }
            _ => return Ok(None),
        }
    }
    arguments.extend_from_slice(&named.arguments);
    Ok(Some((arguments, rests)))
}
