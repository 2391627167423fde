//! What OutSystems Developer Cloud can carry of a translation (TRANSLATION §8).
//!
//! ODC has no type Object: data alone crosses. `library` looks at a finished [`Translation`] and gives the
//! actions that an external library can have. What would need an Object is left out with a diagnostic, but an
//! instance of an opaque class is made in each call ([`Construction`]): its action takes what the constructor
//! takes. So the actions of constructors themselves are absorbed.
//!
//! Calls and conversions are those of the translation, less what does not cross. Only where a type can be built in
//! ODC and not in O11 is the translation one of its own, set beside that for O11.

mod construction;
mod crossing;
mod full_names;
mod loading;
mod migration;
mod names;
mod overloads;
mod wider;

pub use construction::Construction;
pub(super) use loading::Unloadable;
pub use migration::{Fate, Migrated, Migration, MigrationError, migrate};
pub(super) use wider::set_beside;

use super::catalogue::diagnostic;
use super::plan::{Argument, Call, Instance, Translation};
use crate::extension::{
    Action, Diagnostic, Entity, Extension, ExternalLibrary, LeftOut, LibraryAction, MemberKind,
    Structure, Target,
};
use construction::{Maker, Makers};
use crossing::Crossing;
use foldhash::HashMap;
use names::ActionNames;
use std::collections::{BTreeMap, BTreeSet};

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
    /// The extension's names of the actions; parallel to the actions, or empty.
    pub action_names: Vec<String>,
    /// The extension's names of the attributes that have others here, by the documentation ids of type and member.
    pub attribute_names: BTreeMap<(String, String), String>,
}

impl Library {
    /// The definition: the actions, and the structures that they use.
    pub fn definition(&self) -> Extension {
        let extension = &self.translation.extension;
        Extension {
            structures: self.used_structures().cloned().collect(),
            members: Vec::new(),
            diagnostics: Vec::new(),
            ..extension.clone()
        }
    }

    /// The structures that actions use.
    pub(super) fn used_structures(&self) -> impl Iterator<Item = &Structure> {
        let structures = self.translation.extension.structures.iter().enumerate();
        let used = structures.filter(|(at, _)| self.used.contains(at));
        used.map(|(_, structure)| structure)
    }

    /// The structures that are not, or not so, in the extension.
    pub(super) fn own_structures(&self, extension: &Extension) -> Vec<Structure> {
        let known: HashMap<&str, &Structure> = extension
            .structures
            .iter()
            .map(|structure| (structure.name.as_str(), structure))
            .collect();
        let own = self.used_structures();
        let own = own.filter(|own| known.get(own.name.as_str()) != Some(own));
        own.cloned().collect()
    }
}

/// Why an action is not in the library.
#[derive(Clone)]
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

impl Candidate {
    /// The call, and the one that makes the object that it uses.
    fn calls(&self) -> impl Iterator<Item = &Call> {
        let construction = self.construction.iter().map(|made| &made.call);
        std::iter::once(&self.call).chain(construction)
    }

    /// Why it would do nothing: it disposes of the object that was made for it.
    fn refusal(&self) -> Option<Refusal> {
        let made = self.construction.as_ref()?;
        let is_disposed = self.call.instance.as_ref()?.is_disposed;
        let class = construction::simple_name(&made.class);
        is_disposed.then(|| Refusal::new("DL1045", class))
    }
}

/// The library of a translation, what to say about it in `extension.json`, and the diagnostics.
pub(super) fn library(
    translation: &Translation,
    unloadable: &Unloadable,
) -> (Library, ExternalLibrary, Vec<Diagnostic>) {
    let extension = &translation.extension;
    let crossing = Crossing::new(translation, unloadable);
    let makers = Makers::new(translation, &crossing);
    let mut diagnostics = Vec::new();
    let mut summary = ExternalLibrary::default();
    let (mut candidates, mut refused) = (Vec::new(), Vec::new());
    let mut classes = BTreeSet::new();
    for (of, (action, call)) in extension.actions.iter().zip(&translation.calls).enumerate() {
        match candidate(of, action, call, &crossing, &makers) {
            Ok((candidate, mut said)) => {
                classes.extend(candidate.construction.iter().map(|of| of.class.clone()));
                match candidate.refusal() {
                    Some(refusal) => refused.push((action, call, refusal)),
                    None => {
                        diagnostics.append(&mut said);
                        candidates.push(candidate);
                    }
                }
            }
            Err(refusal) => refused.push((action, call, refusal)),
        }
    }
    for (action, call, refusal) in refused {
        let is_maker = call.kind == MemberKind::Constructor;
        if is_maker && classes.contains(&call.declaring) {
            summary.absorbed.push(action.name.clone());
            continue;
        }
        let Refusal { code, detail } = refusal;
        diagnostics.push(diagnostic(code, action.member.id.clone(), &detail));
        summary.left_out.push(LeftOut {
            action: action.name.clone(),
            code: code.to_owned(),
        });
    }
    let mut library = Library {
        used: crossing.used(candidates.iter().flat_map(Candidate::calls)),
        translation: without_actions(translation),
        constructions: Vec::new(),
        by_hand: Vec::new(),
        action_names: Vec::new(),
        attribute_names: BTreeMap::new(),
    };
    diagnostics.extend(crossing.lost(&library.used));
    let structures = crossing.into_structures().into_iter().unzip();
    let own = &mut library.translation;
    (own.extension.structures, own.structures) = structures;
    names::rename_attributes(&mut library, &mut diagnostics);
    let mut names = ActionNames::new(&library.definition());
    for candidate in candidates {
        let of = extension.actions.get(candidate.of);
        let of = of.map(|action| action.name.clone()).unwrap_or_default();
        let mut action = Action {
            name: names.name(&candidate.action),
            ..candidate.action
        };
        names::rename_parameters(&mut action, &mut diagnostics);
        library.action_names.push(of.clone());
        if action.name != of {
            let id = action.member.id.clone();
            diagnostics.push(diagnostic("DL3040", id, &action.name));
        }
        let maker = candidate.construction.as_ref();
        summary.actions.push(LibraryAction {
            of,
            maker: maker.map(|maker| maker.id.clone()),
            action: action.clone(),
        });
        let key = translation.keys.get(candidate.of).cloned();
        library.translation.keys.push(key.unwrap_or_default());
        library.translation.extension.actions.push(action);
        library.translation.calls.push(candidate.call);
        library.constructions.push(candidate.construction);
    }
    let structures = library.used_structures();
    summary.structures = structures.map(|of| of.name.clone()).collect();
    full_names::write(&mut library);
    diagnostics.extend(extension.entities.iter().map(entity));
    (library, summary, diagnostics)
}

/// The translation with what all actions share.
fn without_actions(translation: &Translation) -> Translation {
    let extension = &translation.extension;
    let resources = extension.resources.iter();
    let resources = resources.filter(|resource| resource.is_for(Target::Odc));
    Translation {
        extension: Extension {
            format: extension.format,
            name: extension.name.clone(),
            original_name: extension.original_name.clone(),
            description: extension.description.clone(),
            inputs: extension.inputs.clone(),
            resources: resources.cloned().collect(),
            ..Extension::default()
        },
        enums: translation.enums.clone(),
        packages: translation.packages.clone(),
        json: translation.json.clone(),
        warnings: translation.warnings.clone(),
        ..Translation::default()
    }
}

fn entity(entity: &Entity) -> Diagnostic {
    diagnostic("DL1044", entity.type_id.clone(), &entity.name)
}

/// The action as ODC can have it, and what is to be said of it.
fn candidate(
    of: usize,
    action: &Action,
    call: &Call,
    crossing: &Crossing<'_>,
    makers: &Makers,
) -> Result<(Candidate, Vec<Diagnostic>), Refusal> {
    crossing.unloadable.loads(&call.declaring)?;
    let omitted = omitted(call, crossing)?;
    let outputs = call.arguments.iter().filter(|of| of.output.is_some());
    for mapping in outputs
        .map(|argument| &argument.mapping)
        .chain(&call.result)
    {
        crossing.out_of_net(mapping)?;
    }
    let maker = match &call.instance {
        Some(instance) => maker(instance, call, crossing, makers)?,
        None => None,
    };
    // Most actions of a library full of objects never come here.
    let (mut action, mut call) = (action.clone(), call.clone());
    action.function = false;
    let diagnostics = omit(&mut action, &mut call, &omitted);
    let mut construction = None;
    if let Some(maker) = maker {
        let instance = call.instance.as_mut();
        let changed = instance.and_then(|instance| instance.changed.take());
        let changed: Vec<usize> = changed.into_iter().collect();
        remove(&mut action.outputs, &changed, |keep| {
            for argument in &mut call.arguments {
                argument.output = argument.output.and_then(keep);
                argument.companion_output = argument.companion_output.and_then(keep);
            }
            call.result_companion = call.result_companion.and_then(keep);
        });
        construction = Some(construction::embed(maker, &mut action, &mut call));
    }
    let id = &action.member.id;
    crossing.unloadable.can_call(&mut call, id)?;
    let candidate = Candidate {
        of,
        action,
        call,
        construction,
    };
    Ok((candidate, diagnostics))
}

/// What makes the instance that the call needs, unless it crosses itself.
fn maker<'k>(
    instance: &Instance,
    call: &Call,
    crossing: &Crossing<'_>,
    makers: &'k Makers,
) -> Result<Option<&'k Maker>, Refusal> {
    if crossing.to_net(&instance.mapping).is_ok() {
        if instance.changed.is_some() {
            crossing.out_of_net(&instance.mapping)?;
        }
        return Ok(None);
    }
    if matches!(call.kind, MemberKind::PropertySet | MemberKind::FieldSet) {
        let class = construction::simple_name(&instance.mapping.net);
        return Err(Refusal::new("DL1042", class));
    }
    crossing.unloadable.loads(&instance.mapping.net)?;
    makers.of(instance).map(Some)
}

/// The arguments whose inputs do not cross, and that have defaults.
fn omitted(call: &Call, crossing: &Crossing<'_>) -> Result<Vec<usize>, Refusal> {
    let mut omitted = Vec::new();
    let arguments = call.arguments.iter().enumerate();
    for (at, argument) in arguments.filter(|(_, of)| of.input.is_some()) {
        match crossing.to_net(&argument.mapping) {
            Ok(()) => {}
            Err(_) if argument.default.is_some() && argument.output.is_none() => omitted.push(at),
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(omitted)
}

/// Takes the inputs of these arguments out: they have their defaults.
fn omit(action: &mut Action, call: &mut Call, arguments: &[usize]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut inputs = Vec::new();
    for at in arguments {
        let Some(argument) = call.arguments.get_mut(*at) else {
            continue;
        };
        let Some(input) = argument.input.take() else {
            continue;
        };
        inputs.push(input);
        inputs.extend(argument.companion_input.take());
        let input = action.inputs.get(input);
        let name = input.map_or("", |input| &input.source.name);
        diagnostics.push(diagnostic("DL2040", action.member.id.clone(), name));
    }
    remove(&mut action.inputs, &inputs, |keep| {
        for argument in &mut call.arguments {
            argument.input = argument.input.and_then(keep);
            argument.companion_input = argument.companion_input.and_then(keep);
        }
    });
    diagnostics
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
