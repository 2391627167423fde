//! What OutSystems Developer Cloud can carry of a translation (TRANSLATION §8).
//!
//! ODC has no type Object: data alone crosses. [`library`] looks at a finished [`Translation`] and gives the
//! actions that an external library can have. What would need an Object is left out with a diagnostic, but an
//! instance of an opaque class is made in each call ([`Construction`]): its action takes what the constructor
//! takes. So the actions of constructors themselves are absorbed.
//!
//! Nothing is translated a second time: calls and conversions are those of the translation, less what does not
//! cross.

mod construction;
mod crossing;
mod full_names;
mod migration;
mod names;

pub use construction::Construction;
pub use migration::{Fate, Migrated, Migration, MigrationError, migrate};

use super::catalogue::diagnostic;
use super::plan::{Argument, Call, Translation};
use crate::extension::{
    Action, Diagnostic, Entity, Extension, ExternalLibrary, LeftOut, LibraryAction, MemberKind,
};
use construction::Makers;
use crossing::Crossing;
use names::ActionNames;
use std::collections::BTreeSet;

/// The translation as ODC can carry it.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Actions, calls and structures as in [`Translation`]; every .NET type in code is named in full.
    /// Structures that no action uses stay in their places, which conversions name.
    pub translation: Translation,
    /// How the object is made that each action uses, if it uses one; parallel to the actions.
    pub constructions: Vec<Option<Construction>>,
    /// Why an action is to be written by hand, if it is; parallel to the actions, or empty.
    pub by_hand: Vec<Option<String>>,
    /// The positions of the structures that actions use.
    pub used: BTreeSet<usize>,
}

impl Library {
    /// The definition: the actions, and the structures that they use.
    pub fn definition(&self) -> Extension {
        let extension = &self.translation.extension;
        let structures = extension.structures.iter().enumerate();
        let used = structures.filter(|(at, _)| self.used.contains(at));
        Extension {
            structures: used.map(|(_, structure)| structure.clone()).collect(),
            members: Vec::new(),
            diagnostics: Vec::new(),
            ..extension.clone()
        }
    }
}

/// Why an action is not in the library.
struct Refusal {
    code: &'static str,
    detail: String,
}

impl Refusal {
    fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }
}

/// An action of the library, before it has its name.
struct Candidate {
    /// Position of the extension's action.
    of: usize,
    action: Action,
    call: Call,
    construction: Option<Construction>,
}

/// The library of a translation, what to say about it in `extension.json`, and the diagnostics.
pub fn library(translation: &Translation) -> (Library, ExternalLibrary, Vec<Diagnostic>) {
    let extension = &translation.extension;
    let mut diagnostics = Vec::new();
    let crossing = Crossing::new(translation);
    let makers = Makers::new(translation, &crossing);
    let mut summary = ExternalLibrary::default();
    let (mut candidates, mut refused) = (Vec::new(), Vec::new());
    for (at, (action, call)) in extension.actions.iter().zip(&translation.calls).enumerate() {
        let drafted = draft(action, call, &crossing, &makers, &mut diagnostics);
        match drafted {
            Ok((action, call, construction)) => candidates.push(Candidate {
                of: at,
                action,
                call,
                construction,
            }),
            Err(refusal) => refused.push((at, refusal)),
        }
    }
    let classes: BTreeSet<&str> = candidates
        .iter()
        .filter_map(|candidate| Some(candidate.construction.as_ref()?.class.as_str()))
        .collect();
    for (at, refusal) in refused {
        let (Some(action), Some(call)) = (extension.actions.get(at), translation.calls.get(at))
        else {
            continue;
        };
        let is_maker = call.kind == MemberKind::Constructor;
        if is_maker && classes.contains(call.declaring.as_str()) {
            summary.absorbed.push(action.name.clone());
            continue;
        }
        summary.left_out.push(LeftOut {
            action: action.name.clone(),
            code: refusal.code.to_owned(),
        });
        let id = action.member.id.clone();
        diagnostics.push(diagnostic(refusal.code, id, &refusal.detail));
    }
    let used = crossing.used(candidates.iter().map(|candidate| &candidate.call));
    diagnostics.extend(crossing.lost(&used));
    let structures = crossing.into_structures();
    let mut library = Library {
        translation: Translation {
            extension: Extension {
                structures: Vec::new(),
                entities: Vec::new(),
                members: Vec::new(),
                diagnostics: Vec::new(),
                actions: Vec::new(),
                odc: None,
                ..extension.clone()
            },
            enums: translation.enums.clone(),
            json: translation.json.clone(),
            uses_obsolete: translation.uses_obsolete,
            ..Translation::default()
        },
        constructions: Vec::new(),
        by_hand: Vec::new(),
        used,
    };
    for (structure, plan) in structures {
        library.translation.extension.structures.push(structure);
        library.translation.structures.push(plan);
    }
    names::rename_attributes(&mut library, &mut diagnostics);
    let mut names = ActionNames::new(&library.definition());
    for mut candidate in candidates {
        let of = extension.actions.get(candidate.of);
        let of = of.map(|action| action.name.clone()).unwrap_or_default();
        let name = names.name(&candidate.action);
        if name != of {
            let id = candidate.action.member.id.clone();
            diagnostics.push(diagnostic("DL3040", id, &name));
        }
        candidate.action.name = name;
        summary.actions.push(LibraryAction {
            of,
            maker: candidate
                .construction
                .as_ref()
                .map(|maker| maker.id.clone()),
            action: candidate.action.clone(),
        });
        let key = translation.keys.get(candidate.of).cloned();
        library.translation.keys.push(key.unwrap_or_default());
        library.translation.extension.actions.push(candidate.action);
        library.translation.calls.push(candidate.call);
        library.constructions.push(candidate.construction);
    }
    let definition = library.definition().structures;
    summary.structures = definition
        .into_iter()
        .map(|structure| structure.name)
        .collect();
    full_names::write(&mut library);
    diagnostics.extend(extension.entities.iter().map(entity));
    (library, summary, diagnostics)
}

fn entity(entity: &Entity) -> Diagnostic {
    diagnostic("DL1044", entity.type_id.clone(), &entity.name)
}

/// The action as ODC can have it, its call, and how the object is made that it uses.
fn draft(
    action: &Action,
    call: &Call,
    crossing: &Crossing,
    makers: &Makers<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Result<(Action, Call, Option<Construction>), Refusal> {
    let (mut action, mut call) = (action.clone(), call.clone());
    action.function = false;
    // What nobody can give has its default.
    let mut omitted = Vec::new();
    for argument in &mut call.arguments {
        let Some(input) = argument.input else {
            continue;
        };
        let crosses = crossing.to_net(&argument.mapping);
        if crosses.is_err() && argument.default.is_some() && argument.output.is_none() {
            omitted.push(input);
            omitted.extend(argument.companion_input.take());
            argument.input = None;
            if let Some(input) = action.inputs.get(input) {
                let id = action.member.id.clone();
                diagnostics.push(diagnostic("DL2040", id, &input.source.name));
            }
        } else {
            crosses?;
        }
    }
    for argument in &call.arguments {
        if argument.output.is_some() {
            crossing.out_of_net(&argument.mapping)?;
        }
    }
    if let Some(result) = &call.result {
        crossing.out_of_net(result)?;
    }
    remove(&mut action.inputs, &omitted, |keep| {
        for argument in &mut call.arguments {
            argument.input = argument.input.and_then(keep);
            argument.companion_input = argument.companion_input.and_then(keep);
        }
    });
    let Some(instance) = &mut call.instance else {
        return Ok((action, call, None));
    };
    if crossing.to_net(&instance.mapping).is_ok() {
        if instance.changed.is_some() {
            crossing.out_of_net(&instance.mapping)?;
        }
        return Ok((action, call, None));
    }
    let changed: Vec<usize> = instance.changed.take().into_iter().collect();
    let is_setter = matches!(call.kind, MemberKind::PropertySet | MemberKind::FieldSet);
    if is_setter {
        let class = construction::simple_name(&instance.mapping.net);
        return Err(Refusal::new("DL1042", class));
    }
    let maker = makers.of(instance)?;
    remove(&mut action.outputs, &changed, |keep| {
        for argument in &mut call.arguments {
            argument.output = argument.output.and_then(keep);
            argument.companion_output = argument.companion_output.and_then(keep);
        }
    });
    let construction = construction::embed(maker, &mut action, &mut call);
    Ok((action, call, Some(construction)))
}

/// Removes the items at `places`, and tells `moved` where the others are then.
fn remove<T>(
    items: &mut Vec<T>,
    places: &[usize],
    moved: impl FnOnce(&dyn Fn(usize) -> Option<usize>),
) {
    if places.is_empty() {
        return;
    }
    let mut at = 0..items.len();
    items.retain(|_| at.next().is_some_and(|at| !places.contains(&at)));
    moved(&|at| {
        let before = places.iter().filter(|place| **place < at).count();
        (!places.contains(&at)).then(|| at.saturating_sub(before))
    });
}

impl Argument {
    /// Whether ODC may leave it out: C# has a default for it, or null is one of its values.
    pub fn is_optional(&self) -> bool {
        use super::plan::Conversion;
        self.default.is_some() || matches!(self.mapping.conversion, Conversion::Nullable { .. })
    }
}
