//! The coverage without the translation.

use super::catalogue::entry;
use super::config::left_out::{CODE as LEFT_OUT, LeftOut};
use super::docs::Docs;
use super::job::Build;
use super::{Options, translate};
use crate::clr::Library;
use crate::extension::{Coverage, Extension, MemberState, Profile};
use std::collections::BTreeMap;

/// What a translation would cover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Estimate {
    /// How many members there are in each state.
    pub coverage: Coverage,
    /// How many are skipped, by the code of the reason.
    pub reasons: BTreeMap<&'static str, usize>,
}

impl Estimate {
    fn of(extension: &Extension) -> Self {
        let mut reasons = BTreeMap::new();
        let members = extension.members.iter();
        let skipped = members.filter(|member| member.state == MemberState::Skipped);
        let rows = skipped
            .flat_map(|member| &member.by)
            .filter_map(|code| entry(code));
        for row in rows {
            let count = reasons.entry(row.code).or_insert(0usize);
            *count = count.saturating_add(1);
        }
        Self {
            coverage: extension.coverage,
            reasons,
        }
    }
}

/// What [`translate`] would cover, for much less work.
pub fn estimate<'m>(library: &'m Library<'m>, options: &Options) -> Estimate {
    if options.config.profile == Profile::Wizard {
        return Estimate::of(&translate(library, options).extension);
    }
    let build = Build::of(library, options);
    let docs = Docs::new(library);
    let mut surface = build.surface(&docs, Profile::Structured);
    let left_out = LeftOut::take(&mut surface, &options.config);
    let mut accounting = build.accounting(&docs, options);
    accounting.account(&surface);
    let left_out = left_out.coverage(&accounting.mapper.structures);
    let mut estimate = accounting.estimate(&surface);
    if left_out.skipped > 0 {
        estimate.reasons.insert(LEFT_OUT, left_out.skipped);
    }
    estimate.coverage = [estimate.coverage, left_out].into_iter().sum();
    estimate
}
