//! The choices that change an extension after it is made (TRANSLATION §12).

use super::Config;
use crate::extension::{Action, Extension};
use crate::translate::docs::shorten;
use crate::translate::{Call, Translation};

/// Sets the descriptions and functions that the configuration chooses.
pub(in crate::translate) fn apply(config: &Config, extension: &mut Extension) {
    if let Some(description) = &config.description {
        extension.description = shorten(description);
    }
    if config.members.is_empty() {
        return;
    }
    let chosen = |id: &str| config.members.get(id);
    let describe = |id: &str, description: &mut String| {
        if let Some(text) = chosen(id).and_then(|choices| choices.description.as_deref()) {
            *description = shorten(text);
        }
    };
    for action in &mut extension.actions {
        describe(&action.member.id, &mut action.description);
        let function = chosen(&action.member.id).and_then(|choices| choices.function);
        if let Some(function) = function {
            action.function = function && can_be_function(action);
        }
    }
    for structure in &mut extension.structures {
        describe(&structure.type_id, &mut structure.description);
        for attribute in &mut structure.attributes {
            describe(&attribute.member, &mut attribute.description);
        }
    }
    for entity in &mut extension.entities {
        describe(&entity.type_id, &mut entity.description);
        for attribute in &mut entity.attributes {
            describe(&attribute.member, &mut attribute.description);
        }
    }
}

/// Prefers the constructors that the configuration chooses, or static members that make an object.
pub(in crate::translate) fn prefer(config: &Config, translation: &mut Translation) {
    let chosen = config.members.values();
    for id in chosen.filter_map(|choices| choices.constructor.as_ref()) {
        let actions = &translation.extension.actions;
        let Some(at) = actions.iter().position(|action| action.member.id == *id) else {
            continue;
        };
        let made = |call: &Call| call.result.as_ref().map(|result| result.net.clone());
        let class = translation.calls.get(at).and_then(made);
        for (position, call) in translation.calls.iter_mut().enumerate() {
            if made(call) == class {
                call.is_preferred = position == at;
            }
        }
    }
}

/// Whether a parameter of the member comes back.
pub(super) fn returns_argument(action: &Action) -> bool {
    let mut outputs = action.outputs.iter();
    outputs.any(|output| !output.source.name.is_empty())
}

/// Whether OutSystems takes the action as a function: it has one output.
pub(super) fn can_be_function(action: &Action) -> bool {
    action.outputs.len() == 1
}
