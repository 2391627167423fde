//! Arguments that a member changes: what it makes of them comes back (TRANSLATION §7).
//!
//! Metadata says only rarely what a member does to an argument that it gets by value, but a method that gives
//! nothing back must do something: it fills a stream, a writer or a buffer that it is given, and a static one,
//! which has no instance, any other argument that can change.

use super::catalogue::diagnostic;
use super::draft::Drafter;
use super::plan::{Conversion, Mapping};
use super::type_map::{self, ARRAY, CUBE, Collection, MATRIX, SLICED};
use crate::clr::{Method, Parameter, ParameterDirection, Signature, TypeUse};
use crate::extension::Diagnostic;
use foldhash::HashSet;

/// Which of the arguments of a call come back.
#[derive(Clone, Debug)]
pub(super) struct Returning<'m> {
    which: Which,
    /// What the method gives back: where that has the type of an argument, it mostly is the argument.
    result: Option<TypeUse<'m>>,
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
        signature: &Signature<'m>,
        has_result: bool,
        is_awaited: bool,
    ) -> Returning<'m> {
        let mut parameters = signature.parameters.iter();
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
        Returning {
            which,
            result: has_result.then(|| signature.return_type.clone()),
            is_awaited,
        }
    }

    /// How an argument that comes back crosses, both ways; `None` where it does not come back.
    ///
    /// `mapping` is that of an argument which does not.
    pub(super) fn changed(
        &mut self,
        parameter: &Parameter<'m>,
        ty: &TypeUse<'m>,
        mapping: &Mapping,
        returning: &Returning<'m>,
    ) -> Option<Mapping> {
        let is_written = match returning.which {
            Which::Nothing => false,
            Which::Marked => parameter.is_marked_out(),
            Which::Written | Which::All => !is_only_read(parameter),
        };
        let by_value = parameter.direction() == ParameterDirection::Value;
        if !by_value || !is_written || (returning.is_awaited && is_span(ty)) {
            return None;
        }
        let is_any = returning.which == Which::All || parameter.is_marked_out();
        let row = match &mapping.conversion {
            Conversion::Scalar(row) => type_map::changed(row.net)?,
            Conversion::Handle => type_map::changed(&ty.as_named()?.name.to_string())?,
            Conversion::List(collection, _) if !is_any && !is_buffer(collection) => return None,
            Conversion::Structure(_) if !is_any => return None,
            _ => {
                let can_change = self.can_change(ty, mapping) && self.is_lasting(mapping);
                return can_change.then(|| mapping.clone());
            }
        };
        Some(Mapping {
            data_type: row.data_type.clone(),
            net: mapping.net.clone(),
            conversion: Conversion::Scalar(row),
        })
    }

    /// Whether a member can change a value of type `ty` that it gets by value, or what is in it.
    fn can_change(&mut self, ty: &TypeUse<'m>, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::List(collection, element) => {
                collection.is_mutable || item(ty).is_some_and(|item| self.can_change(item, element))
            }
            Conversion::Structure(position) => {
                let Some(plan) = self.mapper.plans.get(*position).filter(|of| of.is_class) else {
                    return false;
                };
                let mut parts = plan.attributes.iter();
                let has_list = parts.any(|part| {
                    matches!(part.mapping.conversion, Conversion::List(of, _) if of.is_mutable)
                });
                let named = ty.as_named();
                let definition = named.and_then(|named| self.mapper.set.definition(named).ok());
                let arguments = named.map_or(&[][..], |named| &named.arguments);
                has_list || definition.is_some_and(|of| self.mapper.is_mutable(of, arguments))
            }
            _ => false,
        }
    }

    /// Whether a value is the same after it was read: what a member has read of a stream in a structure is gone.
    fn is_lasting(&self, mapping: &Mapping) -> bool {
        let mut seen = HashSet::default();
        let mut open = vec![mapping];
        while let Some(mapping) = open.pop() {
            match &mapping.conversion {
                Conversion::Scalar(row) if type_map::is_read_once(row.net) => return false,
                Conversion::List(_, inner) | Conversion::Nullable { inner, .. } => open.push(inner),
                Conversion::Structure(position) if seen.insert(*position) => {
                    let plan = self.mapper.plans.get(*position);
                    let parts = plan.iter().flat_map(|plan| &plan.attributes);
                    open.extend(parts.map(|part| &part.mapping));
                }
                _ => {}
            }
        }
        true
    }

    /// What to say of an argument that is there to be written to and does not come back.
    pub(super) fn lost(
        &self,
        parameter: &Parameter<'m>,
        ty: &TypeUse<'m>,
        mapping: &Mapping,
        returning: &Returning<'m>,
    ) -> Option<Diagnostic> {
        let is_any = returning.which == Which::All;
        let is_lost = match &mapping.conversion {
            // Arrays are mostly there to be read.
            Conversion::Scalar(row) => {
                let is_array = [type_map::BYTES, type_map::CHARS].contains(row);
                !is_array && type_map::changed(row.net).is_some()
            }
            Conversion::List(collection, _) if is_buffer(collection) => !is_array(collection),
            Conversion::List(..) | Conversion::Structure(_) => is_any && !self.is_lasting(mapping),
            _ => false,
        };
        let by_value = parameter.direction() == ParameterDirection::Value;
        let is_meant = returning.which != Which::Nothing && !is_only_read(parameter);
        let is_said = by_value && is_lost && is_meant && returning.result.as_ref() != Some(ty);
        is_said.then(|| diagnostic("DL2013", self.surface.id.clone(), parameter.name))
    }
}

/// Whether the parameter says that it is not written to: `[In]`, `params`.
fn is_only_read(parameter: &Parameter<'_>) -> bool {
    parameter.is_params() || (parameter.is_marked_in() && !parameter.is_marked_out())
}

/// The type of what is in an array or a collection.
fn item<'t, 'm>(ty: &'t TypeUse<'m>) -> Option<&'t TypeUse<'m>> {
    match ty {
        TypeUse::Array(item) | TypeUse::MultiArray(item, _) => Some(item),
        ty => ty.as_named()?.arguments.last(),
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

/// Whether the collection is as long as it is made, so that one is passed to be filled.
fn is_buffer(collection: &Collection) -> bool {
    const BUFFERS: [&str; 3] = ["System.ArraySegment`1", "System.Memory`1", "System.Span`1"];
    is_array(collection) || BUFFERS.contains(&collection.net)
}

fn is_array(collection: &Collection) -> bool {
    [ARRAY, MATRIX, CUBE, SLICED].contains(&collection)
}
