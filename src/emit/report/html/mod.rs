//! The report as one HTML file that needs nothing else: no network, no other file.
//!
//! What is short is written here ([`sections`]). The long lists are [`data`] in the page, of which the
//! script builds what somebody looks at: so the report of a framework library with thousands of
//! actions opens at once. Foreign text gets into the page escaped ([`markup`]) or as data, which the
//! script only ever shows as text; and the page's policy lets no other script run.

mod data;
mod elements;
mod markup;
mod sections;

use super::findings::Findings;
use crate::extension::Extension;
use data::Data;
use markup::Markup;
use sections::Sections;
use sha2::{Digest, Sha256};

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
    };
    let data = Data::of(extension, &findings);
    let mut page = Markup::default();
    let mut rest = PAGE;
    while let Some((before, (slot, after))) = rest
        .split_once("{{")
        .and_then(|(before, from)| Some((before, from.split_once("}}")?)))
    {
        page.html(before);
        match slot {
            "style" => page.html(STYLE),
            "script" => page.html(SCRIPT),
            "script hash" => page.text(&script_hash()),
            "data" => page.json(&data),
            "title" => page.text(&extension.name),
            _ => sections.write(slot, &mut page),
        };
        rest = after;
    }
    page.html(rest);
    page.into_string()
}

/// The script as the page's policy names it.
fn script_hash() -> String {
    format!("sha256-{}", base64(&Sha256::digest(SCRIPT)))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let mut group = [0; 4];
        group[1..=chunk.len()].copy_from_slice(chunk);
        let group = u32::from_be_bytes(group);
        for digit in 0..4 {
            let sextet = (group >> (18 - 6 * digit)) & 0x3f;
            let is_padding = digit > chunk.len();
            text.push(if is_padding {
                '='
            } else {
                char::from(DIGITS[sextet as usize])
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn every_slot_of_the_page_is_filled() {
        let page = html(&Extension::default());
        assert!(!page.contains("{{") && page.ends_with("</html>\n"));
    }
}
