//! Structures that can be read and not made, where an action takes an Object of the type and none gives one.

use super::catalogue::diagnostic;
use super::plan::{Conversion, Mapping, Passing, Translation};
use crate::extension::Diagnostic;
use foldhash::HashSet;

/// What to say of such structures: what takes them cannot be called.
pub(super) fn unmade(translation: &Translation) -> Vec<Diagnostic> {
    let (mut taken, mut given) = (HashSet::default(), HashSet::default());
    for call in &translation.calls {
        let instance = call.instance.iter().map(|instance| &instance.mapping);
        let arguments = call.arguments.iter();
        let inputs = arguments.clone().filter(|of| of.passing != Passing::Out);
        for mapping in instance.chain(inputs.map(|of| &of.mapping)) {
            taken.extend(handle(mapping));
        }
        let outputs = arguments.filter(|of| of.passing.comes_back());
        for mapping in outputs.map(|of| &of.mapping).chain(&call.result) {
            given.extend(handle(mapping));
        }
    }
    let attributes = translation.structures.iter().flat_map(|of| &of.attributes);
    given.extend(attributes.filter_map(|of| handle(&of.mapping)));
    let extension = &translation.extension;
    let structures = extension.structures.iter().zip(&translation.structures);
    let unmade = structures.filter(|(_, plan)| {
        let net = plan.net.as_str();
        plan.constructor.is_none() && taken.contains(net) && !given.contains(net)
    });
    let said = unmade.map(|(of, _)| diagnostic("DL2012", of.type_id.clone(), &of.name));
    said.collect()
}

/// The .NET type of the Object that a value travels as, or that each item of a list does.
fn handle(mapping: &Mapping) -> Option<&str> {
    match &mapping.conversion {
        Conversion::Handle => Some(&mapping.net),
        Conversion::List(_, inner) | Conversion::Nullable { inner, .. } => handle(inner),
        _ => None,
    }
}
