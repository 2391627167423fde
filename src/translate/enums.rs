//! Enums (TRANSLATION §4), and the unions of F# that are as enums are.

use super::mapper::{Mapper, Skip, code};
use super::plan::{Conversion, EnumPlan, EnumShape, Mapping};
use super::policy::EnumPolicy;
use super::type_map::{self, Code};
use super::type_names::type_identifier;
use super::unions;
use crate::clr::{Type, TypeKind, TypeUse};
use crate::extension::DataType;

impl<'m> Mapper<'m> {
    /// Whether the type is a union of F# that is treated as an enum.
    pub(super) fn is_union_of_names(&self, definition: Type<'m>) -> bool {
        let types = &self.nameable.types;
        let is_shown = || types.is_shown(definition) && !types.is_text(definition);
        let is_free = || !types.is_handle(definition) && !is_shown();
        self.has_unions
            && (self.enum_positions.contains_key(&definition.key())
                || (is_free() && unions::names(definition).is_some()))
    }

    /// The mapping of an enum or a union of names.
    pub(super) fn enumeration(
        &mut self,
        definition: Type<'m>,
        ty: &TypeUse<'m>,
    ) -> Result<Mapping, Skip> {
        let net = code(ty)?;
        let key = definition.key();
        let position = match self.enum_positions.get(&key) {
            Some(position) => *position,
            None => {
                let position = self.enums.len();
                let name = type_identifier(definition, &self.enum_names);
                self.enum_names.take(&name);
                self.enums.push(match definition.kind() {
                    TypeKind::Enum => enum_plan(definition, name, net.clone()),
                    _ => union_plan(definition, name, net.clone()),
                });
                self.enum_positions.insert(key, position);
                position
            }
        };
        let plan = self.enums.get(position);
        let plan = plan.filter(|plan| plan.shape == EnumShape::Enum);
        let is_text = self.nameable.types.is_text(definition);
        let data_type = match (self.policies.enums, plan) {
            (EnumPolicy::Integer, Some(plan)) if !is_text => plan.number.clone(),
            _ => DataType::Text,
        };
        Ok(Mapping {
            data_type,
            net,
            conversion: Conversion::Enum(position),
        })
    }

    /// Whether a translated member uses the enum.
    pub(super) fn uses_enum(&self, definition: Type<'m>) -> bool {
        self.enum_positions
            .contains_key(&unions::of(definition).key())
    }

    /// The enum behind a mapping, for its description.
    pub(super) fn enum_of(&self, mapping: &Mapping) -> Option<&EnumPlan> {
        match &mapping.conversion {
            Conversion::Enum(position) => self.enums.get(*position),
            Conversion::Nullable { inner, .. } | Conversion::List(_, inner) => self.enum_of(inner),
            _ => None,
        }
    }

    /// The definition of the enum that `ty` is, or is the nullable form of.
    pub(super) fn enum_definition(&self, ty: &TypeUse<'m>) -> Option<Type<'m>> {
        let named = ty.as_named()?;
        if let [argument] = named.arguments.as_slice() {
            let is_nullable = named.name.is("System", "Nullable`1");
            return is_nullable.then(|| self.enum_definition(argument))?;
        }
        let definition = self.set.definition(named).ok()?;
        (definition.kind() == TypeKind::Enum).then_some(definition)
    }
}

fn enum_plan(definition: Type<'_>, name: String, net: String) -> EnumPlan {
    let fields = definition.fields().filter_map(Result::ok);
    let (mut members, mut number, mut is_exact) = (Vec::new(), DataType::Integer, false);
    for field in fields {
        match (field.name(), field.ty()) {
            (Ok(name), _) if field.is_literal() => members.push(name.to_owned()),
            (_, Ok(TypeUse::Primitive(element))) => {
                if let Some(row) = type_map::primitive(element) {
                    number = row.data_type.clone();
                    is_exact = row.to_net == Code::None;
                }
            }
            _ => {}
        }
    }
    EnumPlan {
        name,
        net,
        shape: EnumShape::Enum,
        members,
        number,
        is_exact,
    }
}

fn union_plan(definition: Type<'_>, name: String, net: String) -> EnumPlan {
    EnumPlan {
        name,
        net,
        shape: EnumShape::Union {
            is_class: !definition.is_value_type(),
        },
        members: unions::names(definition).unwrap_or_default(),
        number: DataType::Integer,
        is_exact: false,
    }
}
