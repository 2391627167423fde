//! Which types become Structures (TRANSLATION §1 and §5): those whose public data members are their whole
//! state.

use super::nameable::is_obsolete_error;
use super::surface::Member;
use super::unions::is_union;
use crate::clr::{
    AssemblySet, CustomAttribute, DocId, Field, Method, ParameterDirection, Property, Type,
    TypeKind, TypeUse,
};
use crate::extension::Target;
use crate::metadata::{limits, signature::ElementType};

/// A transparent type.
#[derive(Clone, Debug)]
pub(super) struct Transparent<'m> {
    /// Its data members: those of bases first, fields before properties, in declaration order.
    pub(super) data: Vec<DataMember<'m>>,
    /// How an object is built; `None` where the type can only be read.
    pub(super) constructor: Option<Builder<'m>>,
    /// Whether the C# of another target could build it.
    pub(super) is_built_elsewhere: bool,
}

/// A public field or readable property.
#[derive(Clone, Debug)]
pub(super) struct DataMember<'m> {
    pub(super) name: &'m str,
    pub(super) ty: TypeUse<'m>,
    pub(super) id: String,
    pub(super) member: Member<'m>,
    /// Whether it holds a part of the state, rather than computing its value.
    pub(super) is_state: bool,
    /// Whether an initialiser can set it.
    pub(super) is_settable: bool,
    /// Whether it is `required`: an initialiser has to set it.
    pub(super) is_required: bool,
}

/// The constructor that builds a transparent type.
#[derive(Clone, Debug)]
pub(super) struct Builder<'m> {
    /// `None` for the one that every struct has.
    pub(super) method: Option<Method<'m>>,
    /// Position of the data member that each parameter takes.
    pub(super) parameters: Vec<usize>,
    /// Whether it leaves the `required` members to an initialiser.
    pub(super) leaves_required: bool,
    /// Whether C# calls it that does not know `required` members.
    pub(super) is_plain: bool,
}

impl Builder<'_> {
    /// Whether an initialiser sets the data member at `at` of those of the type.
    pub(super) fn sets(&self, at: usize, member: &DataMember<'_>) -> bool {
        let is_open = member.is_state && !self.parameters.contains(&at);
        member.is_settable && (is_open || self.needs(member))
    }

    /// Whether it makes no object unless an initialiser sets the data member.
    pub(super) fn needs(&self, member: &DataMember<'_>) -> bool {
        self.leaves_required && member.is_required
    }
}

/// The C# of a target: that of O11 is older than `required` members (C# 11).
fn knows_required(target: Target) -> bool {
    target == Target::Odc
}

/// Decides whether `ty`, with the type arguments `arguments`, is transparent. A type is looked at as its own
/// metadata shows it: nothing is assumed of bases that are not at hand. What is `forced` is transparent as far as
/// it shows anything, whatever it hides. It is built as the C# of `target` can.
pub(super) fn transparent<'m>(
    set: &'m AssemblySet<'m>,
    ty: Type<'m>,
    arguments: &[TypeUse<'m>],
    forced: bool,
    target: Target,
) -> Option<Transparent<'m>> {
    let kind = ty.kind();
    let is_class = kind == TypeKind::Class && !ty.is_abstract();
    let is_struct = kind == TypeKind::Struct && !is_by_ref_like(ty);
    let is_possible = match kind {
        TypeKind::Class | TypeKind::Interface if forced => !ty.is_static(),
        _ => is_class || is_struct,
    };
    if !is_possible || ty.generic_params().count() != arguments.len() {
        return None;
    }
    let (mut levels, is_whole) = levels(set, ty, arguments);
    let is_union = || levels.iter().any(|(level, _)| is_union(*level));
    // A reference assembly does not show what is private.
    let is_shown = || {
        levels
            .iter()
            .all(|(level, _)| !level.assembly().is_reference())
    };
    if !forced && (!is_whole || is_union() || !is_shown()) {
        return None;
    }
    levels.reverse();
    let mut data: Vec<DataMember<'m>> = Vec::new();
    for (level, arguments) in levels {
        for member in level_data(level, &arguments, forced)? {
            match data.iter_mut().find(|known| known.name == member.name) {
                Some(known) => match overriding(known, &member) {
                    Some(overriding) => *known = overriding,
                    None if forced => *known = member,
                    None => return None,
                },
                None => data.push(member),
            }
        }
        let is_hidden = |member: &DataMember<'m>| {
            member.member.declaring_type() != level && declares(level, member.name)
        };
        if forced {
            data.retain(|member| !is_hidden(member));
        } else if data.iter().any(is_hidden) {
            return None;
        }
    }
    let is_unusable = |member: &DataMember<'m>| {
        let mut attributes = member.member.custom_attributes();
        attributes.any(is_obsolete_error)
    };
    let is_lost = |member: &DataMember<'m>| member.is_state && is_unusable(member);
    if !forced && data.iter().any(is_lost) {
        return None;
    }
    let is_lacking = data.iter().any(|of| of.is_required && is_unusable(of));
    data.retain(|member| !is_unusable(member));
    if data.is_empty() {
        return None;
    }
    let mut constructor = None;
    let mut is_built_elsewhere = false;
    if is_class || is_struct {
        let mut builders = builders(ty, kind, &data, arguments);
        builders.retain(|builder| !(is_lacking && builder.leaves_required));
        let all = builders.len();
        builders.retain(|builder| builder.is_plain || knows_required(target));
        is_built_elsewhere = builders.is_empty() && all > 0;
        constructor = builders
            .into_iter()
            .min_by_key(|builder| builder.parameters.len());
    }
    Some(Transparent {
        data,
        constructor,
        is_built_elsewhere,
    })
}

/// The data member that `member`, of a more derived type, makes of `known`, which has the same name; `None`
/// where it hides a part of the state.
fn overriding<'m>(known: &DataMember<'m>, member: &DataMember<'m>) -> Option<DataMember<'m>> {
    let is_override = match member.member {
        Member::Property(property) => {
            let getter = property.getter()?;
            getter.is_virtual() && !getter.is_new_slot()
        }
        _ => false,
    };
    if !is_override && known.is_state {
        return None;
    }
    Some(DataMember {
        is_state: member.is_state || (is_override && known.is_state),
        // A setter that is not overridden is inherited.
        is_settable: member.is_settable || (is_override && known.is_settable),
        ..member.clone()
    })
}

/// Whether `level` has a public member or nested type called `name`: it hides what its bases call so.
fn declares(level: Type<'_>, name: &str) -> bool {
    let is_public = |method: Option<Method<'_>>| method.is_some_and(Method::is_public);
    let mut methods = level.methods().filter_map(Result::ok);
    let mut properties = level.properties().filter_map(Result::ok);
    let mut fields = level.fields().filter_map(Result::ok);
    let mut events = level.events().filter_map(Result::ok);
    methods.any(|method| method.is_public() && method.name() == Ok(name))
        || properties.any(|property| {
            property.name() == Ok(name)
                && (is_public(property.getter()) || is_public(property.setter()))
        })
        || fields.any(|field| field.is_public() && field.name() == Ok(name))
        || events.any(|event| event.name() == Ok(name) && is_public(event.adder()))
        || level
            .nested()
            .any(|nested| nested.is_public() && nested.name() == Ok(name))
}

/// A type and its type arguments.
type Level<'m> = (Type<'m>, Vec<TypeUse<'m>>);

/// `ty` and its bases, and whether they are all there up to `System.Object`.
fn levels<'m>(
    set: &'m AssemblySet<'m>,
    ty: Type<'m>,
    arguments: &[TypeUse<'m>],
) -> (Vec<Level<'m>>, bool) {
    let mut levels = Vec::new();
    let mut next = Some((ty, arguments.to_vec()));
    let mut is_whole = false;
    while let Some((level, arguments)) = next.take().filter(|_| levels.len() < limits::CHAIN) {
        match level.base() {
            Ok(None | Some(TypeUse::Primitive(ElementType::Object))) => is_whole = true,
            Ok(Some(TypeUse::Named(base))) if base.name.is("System", "ValueType") => {
                is_whole = true;
            }
            Ok(Some(TypeUse::Named(base))) => {
                let own = base.arguments.iter().map(|ty| ty.substitute(&arguments));
                let definition = set.definition(&base).ok();
                next = definition.map(|definition| (definition, own.collect()));
            }
            _ => {}
        }
        levels.push((level, arguments));
    }
    (levels, is_whole)
}

/// The data members that `level` itself declares; `None` where it has state that they do not show, unless that is
/// `forced` to be no matter: then any of them can be a part of the state.
fn level_data<'m>(
    level: Type<'m>,
    arguments: &[TypeUse<'m>],
    forced: bool,
) -> Option<Vec<DataMember<'m>>> {
    let mut data = Vec::new();
    let mut hides = level.kind() == TypeKind::Interface;
    let mut properties = Vec::new();
    for property in level.properties() {
        let property = property.ok()?;
        let signature = property.signature().ok()?;
        let is_readable = property.getter().is_some_and(Method::is_public);
        if !is_readable || !signature.has_this || !signature.parameters.is_empty() {
            continue;
        }
        properties.push(DataMember {
            name: property.name().ok()?,
            ty: signature.ty.substitute(arguments),
            id: DocId(&property).to_string(),
            member: Member::Property(property),
            is_state: false,
            is_settable: property.setter().is_some_and(Method::is_public),
            is_required: property.custom_attributes().any(is_required),
        });
    }
    for field in level.fields() {
        let field: Field<'m> = field.ok()?;
        if field.is_static() {
            continue;
        }
        let (name, ty) = (field.name().ok()?, field.ty().ok()?.substitute(arguments));
        if field.is_public() {
            data.push(DataMember {
                name,
                ty,
                id: DocId(&field).to_string(),
                member: Member::Field(field),
                is_state: true,
                is_settable: !field.is_init_only(),
                is_required: field.custom_attributes().any(is_required),
            });
            continue;
        }
        let backed = properties
            .iter_mut()
            .find(|property| property.ty == ty && is_backing_field(name, property.name));
        match backed {
            Some(property) => property.is_state = true,
            None if forced => hides = true,
            None => return None,
        }
    }
    for property in properties.iter_mut().filter(|_| hides) {
        property.is_state = true;
    }
    data.append(&mut properties);
    Some(data)
}

/// Whether a field named `field` stores the property named `property`: the compilers' own names, and
/// the usual handwritten ones.
fn is_backing_field(field: &str, property: &str) -> bool {
    let generated = field
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix(">k__BackingField"));
    if let Some(name) = generated.or_else(|| field.strip_suffix('@')) {
        return name == property;
    }
    let stem = field.strip_prefix("m_").or_else(|| field.strip_prefix('_'));
    let stem = stem.unwrap_or(field);
    let mut property = property.chars();
    let mut stem = stem.chars();
    let first = (stem.next(), property.next());
    matches!(first, (Some(a), Some(b)) if a == b || a.to_lowercase().eq(b.to_lowercase()))
        && stem.eq(property)
}

/// The constructors that restore the whole state.
fn builders<'m>(
    ty: Type<'m>,
    kind: TypeKind,
    data: &[DataMember<'m>],
    arguments: &[TypeUse<'m>],
) -> Vec<Builder<'m>> {
    let constructors = ty.methods().filter_map(Result::ok);
    let constructors = constructors.filter(|m| m.is_constructor() && m.is_public());
    let is_usable = |method: &Method<'_>| {
        leaves_required(*method) || !method.custom_attributes().any(is_obsolete_error)
    };
    let constructors = constructors.filter(is_usable);
    let mut builders: Vec<Builder<'m>> = constructors
        .filter_map(|method| matching(method, data, arguments))
        .collect();
    // A struct that has no such constructor of its own has one all the same.
    let is_parameterless = |method: &Method<'_>| {
        let signature = method.signature();
        method.is_constructor() && signature.is_ok_and(|of| of.parameters.is_empty())
    };
    let mut methods = ty.methods().filter_map(Result::ok);
    if kind == TypeKind::Struct && !methods.any(|method| is_parameterless(&method)) {
        builders.push(Builder {
            method: None,
            parameters: Vec::new(),
            leaves_required: true,
            is_plain: true,
        });
    }
    builders.retain(|builder| {
        let mut state = data
            .iter()
            .enumerate()
            .filter(|(_, member)| member.is_state);
        state.all(|(at, member)| member.is_settable || builder.parameters.contains(&at))
    });
    builders
}

/// The constructor, if each of its parameters takes the data member of its name and type.
fn matching<'m>(
    method: Method<'m>,
    data: &[DataMember<'m>],
    arguments: &[TypeUse<'m>],
) -> Option<Builder<'m>> {
    let signature = method.signature().ok()?;
    let position = |parameter: &crate::clr::Parameter<'m>| {
        if parameter.direction() != ParameterDirection::Value {
            return None;
        }
        let ty = parameter.ty.substitute(arguments);
        data.iter()
            .position(|member| member.name.eq_ignore_ascii_case(parameter.name) && member.ty == ty)
    };
    let parameters = signature.parameters.iter().map(position);
    let leaves_required = leaves_required(method);
    Some(Builder {
        method: Some(method),
        parameters: parameters.collect::<Option<_>>()?,
        leaves_required,
        is_plain: !leaves_required,
    })
}

fn is_required(attribute: CustomAttribute<'_>) -> bool {
    attribute.is("System.Runtime.CompilerServices", "RequiredMemberAttribute")
}

/// Whether a constructor leaves the `required` members of its type to an initialiser. The compiler marks it as a use
/// of the feature, and as obsolete for those that do not know the feature, unless its author says that it sets them.
pub(super) fn leaves_required(method: Method<'_>) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    const FEATURE: &str = "RequiredMembers";
    const OBSOLETE: &str = "Constructors of types with required members are not supported in this version of your compiler.";
    let mut attributes = method.custom_attributes();
    let is_obsolete_otherwise = |attribute: CustomAttribute<'_>| {
        is_obsolete_error(attribute) && attribute.first_string() != Some(OBSOLETE)
    };
    attributes.any(|attribute| {
        attribute.is(NAMESPACE, "CompilerFeatureRequiredAttribute")
            && attribute.first_string() == Some(FEATURE)
    }) && !method.custom_attributes().any(is_obsolete_otherwise)
}

/// Whether values live on the stack only (`ref struct`).
pub(super) fn is_by_ref_like(ty: Type<'_>) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    let mut attributes = ty.custom_attributes();
    attributes.any(|attribute| attribute.is(NAMESPACE, "IsByRefLikeAttribute"))
}

/// Methods that .NET means to look only, by name and number of parameters: what every object has, and
/// comparisons.
const LOOKS: &[(&str, usize)] = &[
    ("CompareTo", 1),
    ("Equals", 1),
    ("GetHashCode", 0),
    ("GetType", 0),
    ("ToString", 0),
    ("ToString", 1),
    ("ToString", 2),
];

/// Whether a method of a transparent type leaves the object as it is: it is `readonly`, or one that only looks.
pub(super) fn is_read_only(ty: Type<'_>, method: Method<'_>) -> bool {
    const NAMESPACE: &str = "System.Runtime.CompilerServices";
    let looks = |name| {
        let signature = method.signature();
        signature.is_ok_and(|found| LOOKS.contains(&(name, found.parameters.len())))
    };
    let mut attributes = ty.custom_attributes().chain(method.custom_attributes());
    attributes.any(|attribute| attribute.is(NAMESPACE, "IsReadOnlyAttribute"))
        || method.name().is_ok_and(looks)
}

/// Whether a property's value can change once the object is built.
pub(super) fn is_mutable(data: &[DataMember<'_>]) -> bool {
    let init_only =
        |member: Member<'_>| matches!(member, Member::Property(p) if Property::is_init_only(p));
    data.iter()
        .any(|member| member.is_settable && !init_only(member.member))
}

#[cfg(test)]
mod tests {
    use super::is_backing_field;

    #[test]
    fn backing_fields_are_known_by_name() {
        for field in [
            "<Rate>k__BackingField",
            "Rate@",
            "_rate",
            "_Rate",
            "m_rate",
            "m_Rate",
            "rate",
        ] {
            assert!(is_backing_field(field, "Rate"), "{field}");
        }
        for field in [
            "<Rates>k__BackingField",
            "rates",
            "_",
            "m_",
            "",
            "RATE",
            "mRate",
        ] {
            assert!(!is_backing_field(field, "Rate"), "{field}");
        }
    }
}
