//! The external library of an extension that Integration Studio saved.
//!
//! Its actions and structures are those of the file. An action calls the extension's own implementation, the
//! method `Mss<Action>` of `Css<Extension>`, where nothing that the method leads to is of the platform's runtime,
//! which ODC does not have. Records are of it: an action with structures is to be written by hand, as is one
//! whose code uses the runtime for anything else. What the wizard imported from a static method is called
//! without the implementation where that is in the way.

mod call;
mod defaults;
mod needs;
mod structures;

use super::Library;
use crate::clr::{Assembly, AssemblySet};
use crate::extension::{Action, DeployAction, Extension, FORMAT, MemberKind, MemberRef, Resource};
use crate::extension::{Parameter, Source};
use crate::translate::Translation;
use crate::xif::{Direction, Xif, XifAction, XifError, XifParameter};
use call::Caller;
use structures::Structures;
use thiserror::Error;

/// A library, and what became of the extension in it.
#[derive(Debug)]
pub struct Migration {
    /// The library.
    pub library: Library,
    /// What became of each action, in the extension's order.
    pub actions: Vec<Migrated>,
    /// The assemblies that the library needs: file names and contents.
    pub assemblies: Vec<(String, Vec<u8>)>,
    /// Other files of the extension that are copied where it is published: they are not in the library.
    pub left_behind: Vec<String>,
}

/// An action of the extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Its name.
    pub name: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It calls the extension's implementation.
    Implementation,
    /// It calls the imported member with this name.
    Imported(String),
    /// It is there, and throws until somebody writes it, for this reason.
    ByHand(String),
    /// It is not there, for this reason.
    LeftOut(String),
}

/// Why an extension has no library. `Display` continues a sentence that begins with the file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MigrationError {
    /// An assembly in the file is damaged.
    #[error(transparent)]
    Xif(#[from] XifError),
    /// The extension has a name that OutSystems does not allow.
    #[error("is called {0:?}, which is no name in OutSystems")]
    Name(String),
}

/// Makes the library of an extension.
///
/// # Errors
/// [`MigrationError`].
pub fn migrate(xif: &Xif) -> Result<Migration, MigrationError> {
    if !is_name(&xif.name) {
        return Err(MigrationError::Name(xif.name.clone()));
    }
    let mut assemblies = Vec::new();
    let mut left_behind = Vec::new();
    for resource in &xif.resources {
        let is_dll = resource.file.to_ascii_lowercase().ends_with(".dll");
        match resource.action {
            Some(DeployAction::Binaries) if is_dll => {
                let content = resource.content()?;
                match Assembly::parse(&content).is_ok() {
                    true => assemblies.push((resource.file.clone(), content)),
                    false => left_behind.push(resource.file.clone()),
                }
            }
            Some(DeployAction::Ignore) => {}
            _ => left_behind.push(resource.file.clone()),
        }
    }
    let parsed = assemblies.iter();
    let parsed = parsed.filter_map(|(_, content)| Assembly::parse(content).ok());
    let set = AssemblySet::new(parsed.collect());
    let caller = Caller::new(xif, &set);
    let structures = Structures::of(xif);
    let mut library = Library::default();
    let mut actions = Vec::new();
    for action in &xif.actions {
        let fate = add(&mut library, action, &caller, &structures);
        let name = action.name.clone();
        actions.push(Migrated { name, fate });
    }
    library.used = structures.used(&library.translation.extension.actions);
    let (definitions, plans) = structures.into_parts();
    let resources = assemblies.iter().map(|(file, _)| Resource {
        file: file.clone(),
        action: DeployAction::Binaries,
        references: Vec::new(),
        target: None,
    });
    library.translation = Translation {
        extension: Extension {
            format: FORMAT,
            name: xif.name.clone(),
            description: xif.description.clone(),
            structures: definitions,
            resources: resources.collect(),
            ..library.translation.extension
        },
        structures: plans,
        ..library.translation
    };
    Ok(Migration {
        library,
        actions,
        assemblies,
        left_behind,
    })
}

/// Adds an action to the library, if ODC can have it.
fn add(
    library: &mut Library,
    action: &XifAction,
    caller: &Caller<'_, '_>,
    structures: &Structures,
) -> Fate {
    if let Some(reason) = structures.refuses(action) {
        return Fate::LeftOut(reason);
    }
    let all = |direction| {
        let parameters = action.parameters.iter();
        let parameters = parameters.filter(move |of| of.direction == direction);
        parameters.filter_map(parameter).collect()
    };
    let (call, fate) = caller.call(action);
    let member = MemberRef {
        kind: MemberKind::Method,
        id: format!("M:{}.{}", caller.class, call::method(action)),
        is_static: false,
    };
    library.translation.extension.actions.push(Action {
        name: action.name.clone(),
        description: action.description.clone(),
        function: action.function,
        inputs: all(Direction::Input),
        outputs: all(Direction::Output),
        member,
    });
    library.translation.calls.push(call);
    library.translation.keys.push(action.name.clone());
    library.constructions.push(None);
    library.by_hand.push(match &fate {
        Fate::ByHand(reason) => Some(reason.clone()),
        _ => None,
    });
    fate
}

/// Whether OutSystems allows the name of an element, which code is written with (O11.md §1.6).
fn is_name(text: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
    text.len() <= 50
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(is_part)
}

fn parameter(parameter: &XifParameter) -> Option<Parameter> {
    Some(Parameter {
        name: parameter.name.clone(),
        data_type: parameter.data_type.known()?.clone(),
        mandatory: parameter.mandatory && parameter.direction == Direction::Input,
        default: parameter.default.clone(),
        description: parameter.description.clone(),
        source: Source {
            name: format!("ss{}", parameter.name),
            net_type: String::new(),
        },
    })
}
