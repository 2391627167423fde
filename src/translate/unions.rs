//! Unions of F#, and those among them that are no more than names.

use super::csharp::is_identifier;
use crate::clr::{Assembly, CustomAttribute, Field, Method, Property, Type};
use foldhash::HashSet;

/// `SourceConstructFlags`: the kind of the construct, a union, and a case of one.
const KIND: i128 = 31;
const SUM_TYPE: i128 = 1;
const UNION_CASE: i128 = 8;

/// Whether the assembly can have unions: it refers to what the compiler marks them with, or has it.
pub(super) fn can_be_in(assembly: &Assembly<'_>) -> bool {
    const CORE: &str = "FSharp.Core";
    assembly.name() == CORE || assembly.references().any(|to| to.name == CORE)
}

/// Whether the type is a union. A case of one shows all that it holds, but not which case it is.
pub(super) fn is_union(ty: Type<'_>) -> bool {
    let mut attributes = ty.custom_attributes();
    attributes.any(|attribute| construct(attribute).is_some_and(|(kind, _)| kind == SUM_TYPE))
}

/// The names of a union's cases in the order of their tags, where no case holds anything: its values are then those
/// of an enum. `None` for any other type, and where names differ by case only or are those of other members, too, so
/// that C# cannot tell which is meant.
pub(super) fn names(ty: Type<'_>) -> Option<Vec<String>> {
    if ty.is_generic() || !is_union(ty) {
        return None;
    }
    let mut cases = Vec::new();
    for method in ty.methods().filter_map(Result::ok) {
        let mut constructs = method.custom_attributes().filter_map(construct);
        if let Some((_, tag)) = constructs.find(|(kind, _)| *kind == UNION_CASE) {
            cases.push((tag?, name(method)?.to_owned()));
        }
    }
    cases.sort();
    let is_in_order = |(at, (tag, _)): (usize, &(i128, String))| *tag == at as i128;
    let mut known = HashSet::default();
    let mut is_new = |(_, name): &(i128, String)| known.insert(name.to_lowercase());
    let is_whole = !cases.is_empty()
        && cases.iter().enumerate().all(is_in_order)
        && cases.iter().all(&mut is_new)
        && cases.iter().all(|(_, name)| is_clear(ty, name))
        && ty.properties().filter_map(Result::ok).any(is_tag);
    is_whole.then(|| cases.into_iter().map(|(_, name)| name).collect())
}

/// Whether the type has one property of the name, and no method.
fn is_clear(ty: Type<'_>, name: &str) -> bool {
    let properties = ty.properties().filter_map(Result::ok);
    let properties = properties.filter(|property| property.name() == Ok(name));
    let mut methods = ty.methods().filter_map(Result::ok);
    properties.count() == 1 && !methods.any(|method| method.name() == Ok(name))
}

/// The type that holds the numbers of a union's cases.
const TAGS: &str = "Tags";

/// The union that the type belongs to: itself, or the one around the constants of its tags.
pub(super) fn of(ty: Type<'_>) -> Type<'_> {
    match (ty.name(), ty.enclosing()) {
        (Ok(TAGS), Some(around)) if is_union(around) => around,
        _ => ty,
    }
}

/// The property that gives the number of a value's case, if the type holds these numbers.
pub(super) fn tag_of_constants(ty: Type<'_>) -> Option<Property<'_>> {
    let union = of(ty);
    let mut properties = union.properties().filter_map(Result::ok);
    (union != ty).then(|| properties.find(|property| is_tag(*property)))?
}

/// What the values of the property mean, if they are the numbers of a union's cases.
pub(super) fn tags(property: Property<'_>) -> Option<String> {
    let union = property.declaring_type();
    let constants = Some(union).filter(|ty| is_tag(property) && is_union(*ty))?;
    let constants = constants.find_nested(TAGS)?.fields().filter_map(Result::ok);
    let meaning = |field: Field<'_>| {
        let number = field.constant().ok()??.as_integer()?;
        Some(format!("{number} is {}", field.name().ok()?))
    };
    let meanings: Vec<String> = constants.filter_map(meaning).collect();
    Some(format!("{}.", meanings.join(", ")))
}

fn is_tag(property: Property<'_>) -> bool {
    let is_public = property.getter().is_some_and(Method::is_public);
    is_public && property.name() == Ok("Tag")
}

/// The case that the getter gives, if it is that of a public property that C# can name.
fn name(getter: Method<'_>) -> Option<&str> {
    let name = getter.name().ok()?.strip_prefix("get_")?;
    (getter.is_public() && getter.is_static() && is_identifier(name)).then_some(name)
}

/// What the compiler notes of a construct: its kind and its number among others of that kind.
fn construct(attribute: CustomAttribute<'_>) -> Option<(i128, Option<i128>)> {
    if !attribute.is("Microsoft.FSharp.Core", "CompilationMappingAttribute") {
        return None;
    }
    let value = attribute.value(None).ok()?;
    let mut numbers = value.fixed.iter().map(|argument| argument.as_integer());
    Some((numbers.next()?? & KIND, numbers.next().flatten()))
}
