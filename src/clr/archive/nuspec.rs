use super::{Archive, ArchiveError};
use quick_xml::Reader;
use quick_xml::events::Event;

/// Levels of elements around the two that are read: `package` and `metadata`.
const DEPTH: usize = 2;

/// Which package it is: what its `.nuspec` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackageId {
    /// Id of the package.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// The package that `archive` is, if it has a `.nuspec` at its root.
pub(super) fn of(archive: &Archive) -> Result<Option<PackageId>, ArchiveError> {
    let is_nuspec = |name: &str| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        !name.contains('/') && ending.eq_ignore_ascii_case("nuspec")
    };
    let mut entries = archive.entries().iter();
    let Some(entry) = entries.find(|entry| is_nuspec(&entry.name)) else {
        return Ok(None);
    };
    let bytes = archive.read(entry)?;
    Ok(Some(parse(&String::from_utf8_lossy(&bytes))))
}

/// Reads a `.nuspec` as far as it is well-formed.
fn parse(text: &str) -> PackageId {
    let mut package = PackageId::default();
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0usize;
    let mut element = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                element = start.local_name().as_ref().to_owned();
                depth = depth.saturating_add(1);
            }
            Ok(Event::End(end)) => {
                if end.local_name().as_ref() == "metadata" {
                    break;
                }
                depth = depth.saturating_sub(1);
            }
            Ok(Event::Text(text)) if depth == DEPTH.saturating_add(1) => {
                let slot = match element.as_str() {
                    "id" => &mut package.id,
                    "version" => &mut package.version,
                    _ => continue,
                };
                slot.push_str(text.trim());
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    package
}

#[cfg(test)]
mod tests {
    use super::{PackageId, parse};

    #[test]
    fn id_and_version_are_read() {
        let text = "\u{feff}<?xml version='1.0'?><package xmlns='http://n/'><metadata>\
            <id>Some.Package</id><version> 1.2.3-beta </version>\
            <dependencies><group><id>no</id></group></dependencies></metadata></package>";
        let expected = PackageId {
            id: "Some.Package".to_owned(),
            version: "1.2.3-beta".to_owned(),
        };
        assert_eq!(parse(text), expected);
        assert_eq!(parse("<package><metadata><id>"), PackageId::default());
        assert_eq!(parse("no xml"), PackageId::default());
    }
}
