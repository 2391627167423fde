//! The two targets side by side: what of an extension for OutSystems 11 an external library for ODC has, and why it
//! lacks the rest.

use super::findings::{Finding, Reason, by_reason};
use crate::extension::{Action, Extension, LibraryAction, Parameter, Target};
use foldhash::HashMap;

/// What became of the actions in ODC.
pub(super) struct Targets<'a> {
    /// How many there are for OutSystems 11.
    pub(super) actions: usize,
    /// How many are the same in both.
    pub(super) same: usize,
    /// Those that have another name or other parameters in ODC.
    pub(super) other: Vec<Other<'a>>,
    /// Those that make an object, which ODC's actions do by themselves, or that are attributes of its structures.
    pub(super) absorbed: Vec<&'a str>,
    /// Structures that ODC alone has, or has with other attributes.
    pub(super) structures: Vec<&'a str>,
    /// Those that ODC lacks, by reason; each finding's id is the name of an action.
    pub(super) left_out: Vec<Reason<'a>>,
}

/// An action that is another one in ODC.
pub(super) struct Other<'a> {
    /// Its name in OutSystems 11.
    pub(super) o11: &'a str,
    /// Its name in ODC.
    pub(super) odc: &'a str,
    /// Documentation id of what makes the object that it uses in each call.
    pub(super) maker: Option<&'a str>,
}

impl<'a> Targets<'a> {
    /// `None` where ODC is no target.
    pub(super) fn of(extension: &'a Extension) -> Option<Self> {
        let library = extension.odc.as_ref()?;
        let actions = extension.actions.iter();
        let actions: HashMap<&str, &Action> = actions.map(|of| (of.name.as_str(), of)).collect();
        let is_same = |own: &LibraryAction| {
            let action = actions.get(own.of.as_str());
            own.maker.is_none() && action.is_some_and(|action| is_called_alike(action, &own.action))
        };
        let other: Vec<Other<'_>> = library
            .actions
            .iter()
            .filter(|action| !is_same(action))
            .map(|action| Other {
                o11: &action.of,
                odc: &action.action.name,
                maker: action.maker.as_deref(),
            })
            .collect();
        let reasons: HashMap<(&str, &str), Finding<'_>> = extension
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.target == Some(Target::Odc))
            .map(|diagnostic| {
                (
                    (&*diagnostic.code, &*diagnostic.id),
                    Finding::of(diagnostic),
                )
            })
            .collect();
        let left_out = library.left_out.iter().map(|left_out| {
            let action = actions.get(&*left_out.action);
            let member = action.map_or("", |action| &*action.member.id);
            let finding = Finding {
                code: &left_out.code,
                id: &left_out.action,
                message: "No reason was recorded.",
                why: "",
                help: "",
            };
            match reasons.get(&(&*left_out.code, member)) {
                Some(reason) => Finding {
                    id: &left_out.action,
                    ..*reason
                },
                None => finding,
            }
        });
        Some(Self {
            actions: extension.actions.len(),
            same: library.actions.len() - other.len(),
            other,
            absorbed: library.absorbed.iter().map(String::as_str).collect(),
            structures: library
                .own_structures
                .iter()
                .map(|structure| structure.name.as_str())
                .collect(),
            left_out: by_reason(left_out),
        })
    }

    /// How many actions ODC has.
    pub(super) fn in_odc(&self) -> usize {
        self.same + self.other.len()
    }

    /// The counts in one sentence.
    pub(super) fn summary(&self) -> String {
        let left_out: usize = self.left_out.iter().map(|of| of.findings.len()).sum();
        format!(
            "Of {} actions for OutSystems 11, {} are the same in ODC, {} are there in another form, {} are a part of \
             others, and {left_out} are not there.",
            self.actions,
            self.same,
            self.other.len(),
            self.absorbed.len(),
        )
    }
}

/// Whether two actions have the same name and parameters. Lists are written differently for the two targets; what
/// matters is where an Object is.
fn is_called_alike(one: &Action, other: &Action) -> bool {
    fn shape(parameters: &[Parameter]) -> impl Iterator<Item = (&str, bool)> {
        let parameters = parameters.iter();
        parameters.map(|of| (of.name.as_str(), of.data_type.holds_object()))
    }
    one.name == other.name
        && shape(&one.inputs).eq(shape(&other.inputs))
        && shape(&one.outputs).eq(shape(&other.outputs))
}
