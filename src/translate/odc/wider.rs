//! Types that ODC's C# builds and O11's does not (`required` members): what is an Object in O11 is a structure in
//! ODC, so that the translation for ODC is another one.

use crate::extension::{Diagnostic, ExternalLibrary, LeftOut, MemberState, Target};
use crate::translate::plan::Translation;
use foldhash::{HashMap, HashSet};

/// Sets what ODC has, which `summary` says of the translation `wider`, beside `translation`, which is for O11: the
/// actions of O11 that ODC does not have, and the diagnostics that hold for one of the two.
pub(in crate::translate) fn set_beside(
    translation: &mut Translation,
    wider: &Translation,
    summary: &mut ExternalLibrary,
) {
    let keys: HashSet<&str> = wider.keys.iter().map(String::as_str).collect();
    let members = wider.extension.members.iter();
    let members: HashMap<&str, _> = members.map(|of| (of.id.as_str(), of)).collect();
    let actions = translation.keys.iter().zip(&translation.extension.actions);
    for (_, action) in actions.filter(|(key, _)| !keys.contains(key.as_str())) {
        let member = members.get(action.member.id.as_str());
        let reason = member
            .filter(|member| member.state == MemberState::Skipped)
            .and_then(|member| member.by.first());
        match reason {
            Some(code) => summary.left_out.push(LeftOut {
                action: action.name.clone(),
                code: code.clone(),
            }),
            None => summary.absorbed.push(action.name.clone()),
        }
    }
    let of_o11 = &mut translation.extension.diagnostics;
    let of_odc = &wider.extension.diagnostics;
    let only_odc = missing(of_odc, of_o11);
    for at in missing(of_o11, of_odc) {
        if let Some(said) = of_o11.get_mut(at) {
            said.target = Some(Target::O11);
        }
    }
    let only_odc = only_odc.into_iter().filter_map(|at| of_odc.get(at));
    of_o11.extend(only_odc.map(|said| Diagnostic {
        target: Some(Target::Odc),
        ..said.clone()
    }));
}

/// The positions of what is said of a member or type by `some` and not by `others`.
fn missing(some: &[Diagnostic], others: &[Diagnostic]) -> Vec<usize> {
    fn what(said: &Diagnostic) -> (&str, &str, &str) {
        (&said.code, &said.id, &said.message)
    }
    let others: HashSet<_> = others.iter().map(what).collect();
    let some = some.iter().enumerate();
    let some = some.filter(|(_, said)| !said.id.is_empty() && !others.contains(&what(said)));
    some.map(|(at, _)| at).collect()
}
