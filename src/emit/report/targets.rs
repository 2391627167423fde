//! The two targets side by side: what of an extension for OutSystems 11 an external library for ODC has, and why it
//! lacks the rest.

use super::findings::{Finding, Reason, by_reason};
use crate::extension::{Extension, Target};
use std::collections::HashMap;

/// What became of the actions in ODC.
pub(super) struct Targets<'a> {
    /// How many there are for OutSystems 11.
    pub(super) actions: usize,
    /// How many are the same in both.
    pub(super) same: usize,
    /// Those that have another name or other parameters in ODC.
    pub(super) other: Vec<Other<'a>>,
    /// Those that make an object, which ODC's actions do by themselves.
    pub(super) absorbed: Vec<&'a str>,
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
        let actions = library.actions.iter();
        let other: Vec<Other<'_>> = actions
            .filter(|action| action.maker.is_some() || action.of != action.action.name)
            .map(|action| Other {
                o11: &action.of,
                odc: &action.action.name,
                maker: action.maker.as_deref(),
            })
            .collect();
        let members: HashMap<&str, &str> = extension
            .actions
            .iter()
            .map(|action| (&*action.name, &*action.member.id))
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
            let member = members.get(&*left_out.action).copied().unwrap_or_default();
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
