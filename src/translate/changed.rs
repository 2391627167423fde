//! Arguments that a member changes: what it makes of them comes back (TRANSLATION §7).
//!
//! Metadata says only rarely what a member does to an argument that it gets by value, but a method that gives
//! nothing back must do something: it fills a stream, a writer or a buffer that it is given, and a static one,
//! which has no instance, any other argument that can change.

use super::catalogue::diagnostic;
use super::draft::Drafter;
use super::plan::{Conversion, Mapping};
use super::type_map::{self, ARRAY, CUBE, Collection, MATRIX, SLICED};
use crate::clr::{Method, Parameter, ParameterDirection, TypeUse};
use crate::extension::Diagnostic;

/// Which of the arguments of a call come back.
#[derive(Clone, Copy, Debug)]
pub(super) struct Returning {
    which: Which,
    /// Whether the call is made in a lambda, which can hold no span.
    is_awaited: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// Those that are marked as written to.
    Marked,
    /// Also streams, writers and buffers.
    Written,
    /// All that can change.
    All,
    /// None, by choice.
    Nothing,
}

impl<'m> Drafter<'_, 'm> {
    /// Which arguments of `method` come back; `has_result` says whether it gives something back by itself.
    pub(super) fn returning(
        &self,
        method: Method<'m>,
        has_result: bool,
        is_awaited: bool,
    ) -> Returning {
        let signature = method.signature();
        let mut parameters = signature.iter().flat_map(|of| &of.parameters);
        let is_output = |parameter: &Parameter<'_>| {
            let direction = parameter.direction();
            matches!(direction, ParameterDirection::Out | ParameterDirection::Ref)
        };
        // Constructors, accessors and operators are there for what they make or set.
        let is_silent = !has_result && !method.is_special_name() && !parameters.any(is_output);
        let which = match self.returns_arguments {
            Some(true) => Which::All,
            Some(false) => Which::Nothing,
            None if !is_silent => Which::Marked,
            None if method.is_static() => Which::All,
            None => Which::Written,
        };
        Returning { which, is_awaited }
    }

    /// How an argument that comes back crosses, both ways; `None` where it does not come back.
    ///
    /// `mapping` is that of an argument which does not.
    pub(super) fn changed(
        &mut self,
        parameter: &Parameter<'m>,
        ty: &TypeUse<'m>,
        mapping: &Mapping,
        returning: Returning,
    ) -> Option<Mapping> {
        let is_written = match returning.which {
            Which::Nothing => false,
            Which::Marked => parameter.is_marked_out(),
            Which::Written | Which::All => true,
        };
        let by_value = parameter.direction() == ParameterDirection::Value;
        if !by_value
            || !is_written
            || parameter.is_params()
            || (returning.is_awaited && is_span(ty))
        {
            return None;
        }
        let is_any = returning.which == Which::All || parameter.is_marked_out();
        let row = match &mapping.conversion {
            Conversion::Scalar(row) => type_map::changed(row.net)?,
            Conversion::Handle => type_map::changed(&ty.as_named()?.name.to_string())?,
            Conversion::List(collection, _) => {
                let can_change = collection.is_mutable && (is_any || is_array(collection));
                return can_change.then(|| mapping.clone());
            }
            Conversion::Structure(position) => {
                let is_class = self.mapper.plans.get(*position)?.is_class;
                let named = ty.as_named().filter(|_| is_any && is_class)?;
                let definition = self.mapper.set.definition(named).ok()?;
                let can_change = self.mapper.is_mutable(definition, &named.arguments);
                return can_change.then(|| mapping.clone());
            }
            Conversion::Enum(_) | Conversion::Nullable { .. } | Conversion::Json(_) => return None,
        };
        Some(Mapping {
            data_type: row.data_type.clone(),
            net: mapping.net.clone(),
            conversion: Conversion::Scalar(row),
        })
    }

    /// What to say of an argument that is there to be written to and does not come back.
    pub(super) fn lost(
        &self,
        parameter: &Parameter<'m>,
        mapping: &Mapping,
        returning: Returning,
    ) -> Option<Diagnostic> {
        let is_for_writing = match &mapping.conversion {
            // Arrays are mostly there to be read.
            Conversion::Scalar(row) => {
                let is_array = [type_map::BYTES, type_map::CHARS].contains(row);
                !is_array && type_map::changed(row.net).is_some()
            }
            Conversion::List(collection, _) => collection.is_mutable && collection.is_by_ref_like,
            _ => false,
        };
        let by_value = parameter.direction() == ParameterDirection::Value;
        let is_lost = by_value && is_for_writing && returning.which != Which::Nothing;
        is_lost.then(|| diagnostic("DL2013", self.surface.id.clone(), parameter.name))
    }
}

/// Whether a value of OutSystems is needed to make the argument: a writer is made of nothing.
pub(super) fn takes_value(mapping: &Mapping) -> bool {
    match &mapping.conversion {
        Conversion::Scalar(row) => row.to_net.takes_value(),
        _ => true,
    }
}

/// C# of what is passed where nothing comes in: what grows when it is written to can begin empty.
pub(super) fn empty(mapping: &Mapping) -> Option<&'static str> {
    match &mapping.conversion {
        Conversion::Scalar(row) => type_map::growing(row.net),
        _ => None,
    }
}

/// Whether the type is `Span<T>`.
fn is_span(ty: &TypeUse<'_>) -> bool {
    ty.as_named()
        .is_some_and(|named| named.name.is("System", "Span`1"))
}

/// Whether the collection is an array, which is as long as it is made.
fn is_array(collection: &Collection) -> bool {
    [ARRAY, MATRIX, CUBE, SLICED].contains(&collection)
}
