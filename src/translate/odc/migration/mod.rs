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
use super::names::{ActionNames, rename_attributes};
use crate::clr::{Assembly, AssemblySet, facade_package};
use crate::extension::{Action, DeployAction, Extension, FORMAT, MemberKind, MemberRef, Resource};
use crate::extension::{Parameter, Source};
use crate::translate::config::{self, Config, given_names::GivenNames};
use crate::translate::{Names, Options, Translation};
use crate::xif::{Direction, Xif, XifAction, XifError, XifParameter, shown};
use call::Caller;
use foldhash::HashSet;
use std::collections::BTreeSet;
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
    /// Documentation ids that the configuration renames, and nothing has.
    pub idle: Vec<String>,
    /// The names of its entities, of which the library has none.
    pub entities: Vec<String>,
    /// Other files of the extension that are copied where it is published: they are not in the library.
    pub left_behind: Vec<String>,
}

/// An action of the extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// Its name.
    pub name: String,
    /// Its name in the library, where it is there under another one.
    pub renamed: Option<String>,
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

/// Makes the library of an extension. Of the options it is about names and descriptions: elements are named by the
/// documentation ids of what the extension's code has for them, `M:OutSystems.NssLoans.CssLoans.MssPayment`.
///
/// # Errors
/// [`MigrationError`].
pub fn migrate(xif: &Xif, options: &Options) -> Result<Migration, MigrationError> {
    if !is_name(&xif.name) {
        return Err(MigrationError::Name(xif.name.clone()));
    }
    let name = options.chosen_name().unwrap_or_else(|| xif.name.clone());
    let mut names = GivenNames::new(&options.config, &options.lock);
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
    let structures = Structures::of(xif, &mut names);
    let mut library = Library::default();
    let mut actions = Vec::new();
    let mut taken = Names::new();
    for action in &xif.actions {
        let fate = match taken.take(&action.name) {
            true => add(&mut library, action, &caller, &structures, &names),
            false => Fate::LeftOut("another action has its name".to_owned()),
        };
        let (name, renamed) = (action.name.clone(), None);
        actions.push(Migrated {
            name,
            renamed,
            fate,
        });
    }
    library.used = structures.used(&library.translation.extension.actions);
    let (definitions, plans) = structures.into_parts();
    let resources = assemblies.iter().map(|(file, _)| Resource {
        file: file.clone(),
        action: DeployAction::Binaries,
        references: Vec::new(),
        target: None,
    });
    let members = set.assemblies().iter();
    let packages = members.flat_map(|assembly| assembly.packages_behind_facades());
    let packages: BTreeSet<&str> = packages.map(|(_, package)| package).collect();
    let packages = packages.into_iter().filter(|name| set.find(name).is_none());
    library.translation = Translation {
        packages: packages.filter_map(facade_package).collect(),
        extension: Extension {
            format: FORMAT,
            original_name: options.lock.original_extension(&name),
            name,
            description: xif.description.clone(),
            structures: definitions,
            resources: resources.collect(),
            ..library.translation.extension
        },
        structures: plans,
        ..library.translation
    };
    config::apply::apply(&options.config, &mut library.translation.extension);
    name_elements(&mut library, &mut actions);
    let entities = xif.entities.iter();
    Ok(Migration {
        idle: idle(&options.config, &library),
        library,
        actions,
        assemblies,
        entities: entities.map(|of| shown(&of.structure.name)).collect(),
        left_behind,
    })
}

/// The ids that `config` renames and no element of the library has.
fn idle(config: &Config, library: &Library) -> Vec<String> {
    let extension = &library.translation.extension;
    let structures = extension.structures.iter();
    let attributes = structures
        .clone()
        .flat_map(|structure| &structure.attributes);
    let known: HashSet<&str> = extension
        .actions
        .iter()
        .map(|action| action.member.id.as_str())
        .chain(structures.map(|structure| structure.type_id.as_str()))
        .chain(attributes.map(|attribute| attribute.member.as_str()))
        .collect();
    let ids = config.rename.keys();
    ids.filter(|id| !known.contains(id.as_str()))
        .cloned()
        .collect()
}

/// Gives attributes and actions the names that ODC and its C# take.
fn name_elements(library: &mut Library, actions: &mut [Migrated]) {
    rename_attributes(library, &mut Vec::new());
    let mut names = ActionNames::new(&library.definition());
    let migrated = actions.iter_mut();
    let there = migrated.filter(|of| !matches!(of.fate, Fate::LeftOut(_)));
    for (action, migrated) in library.translation.extension.actions.iter_mut().zip(there) {
        action.name = names.name(action);
        migrated.renamed = (action.name != migrated.name).then(|| action.name.clone());
    }
}

/// Adds an action to the library, if ODC can have it.
fn add(
    library: &mut Library,
    action: &XifAction,
    caller: &Caller<'_, '_>,
    structures: &Structures,
    names: &GivenNames,
) -> Fate {
    if let Some(reason) = structures.refuses(action) {
        return Fate::LeftOut(reason);
    }
    let all = |direction| {
        let parameters = action.parameters.iter();
        let parameters = parameters.filter(move |of| of.direction == direction);
        parameters
            .filter_map(|of| parameter(of, structures))
            .collect()
    };
    let (call, fate) = caller.call(action);
    let id = format!("M:{}.{}", caller.class, call::method(action));
    library.translation.keys.push(id.clone());
    let member = MemberRef {
        kind: MemberKind::Method,
        id,
        is_static: false,
    };
    let name = names.actions.get(&member.id).unwrap_or(&action.name);
    library.translation.extension.actions.push(Action {
        name: name.to_owned(),
        description: action.description.clone(),
        function: action.function,
        inputs: all(Direction::Input),
        outputs: all(Direction::Output),
        member,
    });
    library.translation.calls.push(call);
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

fn parameter(parameter: &XifParameter, structures: &Structures) -> Option<Parameter> {
    Some(Parameter {
        name: parameter.name.clone(),
        data_type: structures.named(parameter.data_type.known()?),
        mandatory: parameter.mandatory && parameter.direction == Direction::Input,
        default: parameter.default.clone(),
        description: parameter.description.clone(),
        source: Source {
            name: format!("ss{}", parameter.name),
            net_type: String::new(),
        },
    })
}
