//! The archive itself: its size, and the names and places of its files.

use crate::check::finding::Findings;
use crate::check::package::{FileId, Package};
use std::collections::BTreeMap;

const MB: u64 = 1 << 20;

/// What OutSystems' upload tools take, and what the portal takes, in MB.
const TOOLS: u64 = 50;
const PORTAL: u64 = 90;

pub(super) fn check(package: &Package, findings: &mut Findings) {
    size(package, findings);
    names(package, findings);
    overlaps(package, findings);
}

fn size(package: &Package, findings: &mut Findings) {
    let Some(size) = package.archive_size() else {
        return;
    };
    let number = if size >= PORTAL.saturating_mul(MB) {
        "DL7001"
    } else if size > TOOLS.saturating_mul(MB) {
        "DL7002"
    } else {
        return;
    };
    let tenths = size.saturating_mul(10).checked_div(MB).unwrap_or_default();
    let (whole, tenth) = (tenths / 10, tenths % 10);
    findings.add(number, "", "", &[&format!("{whole}.{tenth}")]);
}

/// DL7003 and DL7004.
fn names(package: &Package, findings: &mut Findings) {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for file in package.files() {
        let name = package.file_name(file);
        let times = places.entry(name).or_default();
        *times = times.saturating_add(1);
        if !is_plain(name) {
            findings.add("DL7003", name, "", &[name]);
        }
    }
    for (name, times) in places.into_iter().filter(|(_, times)| *times > 1) {
        findings.add("DL7004", name, "", &[name, &times.to_string()]);
    }
}

/// Whether a name is relative, stays in its folder and means the same on every system.
fn is_plain(name: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    !name.contains(['\\', ':', '\0']) && name.split('/').all(is_part)
}

/// DL7005.
fn overlaps(package: &Package, findings: &mut Findings) {
    let ranges = package
        .files()
        .filter_map(|file| Some((package.range(file)?, file)));
    let ranges = ranges.filter(|(range, _)| !range.is_empty());
    let mut ranges: Vec<_> = ranges.collect();
    ranges.sort_by_key(|(range, _)| (range.start, range.end));
    // The file that reaches farthest of those before.
    let mut last: Option<(usize, FileId)> = None;
    for (range, file) in ranges {
        if let Some((end, other)) = last
            && range.start < end
        {
            let (name, other) = (package.file_name(file), package.file_name(other));
            findings.add("DL7005", name, "", &[other, name]);
        }
        if last.is_none_or(|(end, _)| range.end > end) {
            last = Some((range.end, file));
        }
    }
}
