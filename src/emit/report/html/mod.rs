//! The report as one HTML file that needs nothing else: no network, no other file.
//!
//! What is short is written here ([`sections`]). The long lists are [`data`] in the page, of which the
//! script builds what somebody looks at: so the report of a framework library with thousands of
//! actions opens at once.

mod data;
mod elements;
mod sections;

use super::findings::Findings;
use super::targets::Targets;
use crate::emit::html::{THEME, fill, script_hash};
use crate::extension::Extension;
use data::Data;
use sections::Sections;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("report.css");
/// Each file is one idea; together they are one script.
const SCRIPT: &str = concat!(
    include_str!("dom.js"),
    include_str!("list.js"),
    include_str!("definition.js"),
    include_str!("members.js"),
    include_str!("page.js"),
);

/// The import report of an extension as one HTML page.
///
/// Data types are written as the definition has them: an extension that was lowered for a target
/// gives that target's report. Equal extensions give equal text.
pub fn html(extension: &Extension) -> String {
    let findings = Findings::of(extension);
    let sections = Sections {
        extension,
        findings: &findings,
        targets: Targets::of(extension),
    };
    let data = Data::of(extension, &findings);
    // About what each takes of those that there can be thousands of.
    let room = [
        (extension.actions.len(), 440),
        (extension.members.len(), 160),
    ];
    let room = room.map(|(count, each)| count.saturating_mul(each));
    fill(PAGE, room.iter().sum(), |slot, page| match slot {
        "style" => {
            page.html(THEME).html(STYLE);
        }
        "script" => {
            page.html(SCRIPT);
        }
        "script hash" => {
            page.text(&script_hash(SCRIPT));
        }
        "data" => {
            page.json(&data);
        }
        "title" => {
            page.text(&extension.name);
        }
        _ => sections.write(slot, page),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_of_the_page_is_filled() {
        let page = html(&Extension::default());
        assert!(!page.contains("{{") && page.ends_with("</html>\n"));
    }
}
