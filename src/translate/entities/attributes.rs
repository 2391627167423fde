//! Reading the .NET attributes that map classes to tables.

use crate::clr::CustomAttribute;
use crate::metadata::attribute::{Argument, AttributeValue};

/// Attributes of `System.ComponentModel.DataAnnotations`.
pub(super) const ANNOTATIONS: &str = "System.ComponentModel.DataAnnotations";
/// Attributes for tables and columns.
pub(super) const SCHEMA: &str = "System.ComponentModel.DataAnnotations.Schema";
/// Attributes of LINQ to SQL.
pub(super) const LINQ: &str = "System.Data.Linq.Mapping";
/// Attributes and types of Entity Framework Core.
pub(super) const CORE: &str = "Microsoft.EntityFrameworkCore";
/// Types of Entity Framework 6.
pub(super) const ENTITY_FRAMEWORK: &str = "System.Data.Entity";

/// The custom attributes of a type or member.
pub(super) struct Attributes<'m>(Vec<CustomAttribute<'m>>);

impl<'m> Attributes<'m> {
    pub(super) fn new(attributes: impl Iterator<Item = CustomAttribute<'m>>) -> Self {
        Self(attributes.collect())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = CustomAttribute<'m>> {
        self.0.iter().copied()
    }

    pub(super) fn has(&self, namespace: &str, name: &str) -> bool {
        self.0.iter().any(|attribute| attribute.is(namespace, name))
    }

    /// The arguments of the attribute, if it is there; none of them where they are damaged.
    pub(super) fn get(&self, namespace: &str, name: &str) -> Option<Arguments<'m>> {
        let mut all = self.0.iter();
        let attribute = all.find(|attribute| attribute.is(namespace, name))?;
        Some(Arguments(attribute.value(None).unwrap_or_default()))
    }
}

/// The arguments of an attribute.
pub(super) struct Arguments<'m>(AttributeValue<'m>);

impl<'m> Arguments<'m> {
    /// The string at `position`.
    pub(super) fn text(&self, position: usize) -> Option<&'m str> {
        self.0.fixed.get(position)?.as_str()
    }

    /// The number at `position`, if a length can be so.
    pub(super) fn number(&self, position: usize) -> Option<u32> {
        let number = self.0.fixed.get(position)?.as_integer()?;
        u32::try_from(number).ok()
    }

    /// Every string among the arguments.
    pub(super) fn texts(&self) -> Vec<&'m str> {
        let all = self.0.fixed.iter().flat_map(|argument| match argument {
            Argument::Array(_, Some(elements)) => elements.as_slice(),
            single => std::slice::from_ref(single),
        });
        all.filter_map(Argument::as_str).collect()
    }

    /// The string that is assigned to the property `name`.
    pub(super) fn named_text(&self, name: &str) -> Option<&'m str> {
        self.0.named(name)?.as_str()
    }

    /// The Boolean that is assigned to the property `name`.
    pub(super) fn named_bool(&self, name: &str) -> Option<bool> {
        self.0.named(name)?.as_bool()
    }
}
