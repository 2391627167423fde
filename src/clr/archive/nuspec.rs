use super::{Archive, ArchiveError};
use foldhash::HashSet;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Levels of elements around the two that are read: `package` and `metadata`.
const DEPTH: usize = 2;

/// A package: what its `.nuspec` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// Id of the package.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The packages that it needs for any framework, each once.
    pub dependencies: Vec<PackageDependency>,
}

/// A package that another needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackageDependency {
    /// Id of the package.
    pub id: String,
    /// The versions that will do: `1.2.3` and later ones, or an interval such as `[1.0,2.0)`.
    pub versions: String,
}

/// The package that `archive` is, if it has a `.nuspec` at its root.
pub(super) fn of(archive: &Archive) -> Result<Option<Package>, ArchiveError> {
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
fn parse(text: &str) -> Package {
    let mut package = Package::default();
    let mut needed = Vec::new();
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut depth = 0usize;
    let mut element = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                element = start.local_name().as_ref().to_owned();
                needed.extend(dependency(&start));
                depth = depth.saturating_add(1);
            }
            Ok(Event::Empty(empty)) => needed.extend(dependency(&empty)),
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
    let mut known = HashSet::default();
    needed.retain(|of: &PackageDependency| known.insert(of.id.to_ascii_lowercase()));
    package.dependencies = needed;
    package
}

/// What an element says of a package that is needed, if it is one that does.
fn dependency(element: &BytesStart<'_>) -> Option<PackageDependency> {
    if element.local_name().as_ref() != "dependency" {
        return None;
    }
    let mut dependency = PackageDependency::default();
    for attribute in element.attributes().with_checks(false).flatten() {
        let slot = match attribute.key.local_name().as_ref() {
            "id" => &mut dependency.id,
            "version" => &mut dependency.versions,
            _ => continue,
        };
        slot.push_str(attribute.value.trim());
    }
    Some(dependency)
}

#[cfg(test)]
mod tests {
    use super::{Package, PackageDependency, parse};

    #[test]
    fn id_version_and_dependencies_are_read() {
        let text = "\u{feff}<?xml version='1.0'?><package xmlns='http://n/'><metadata>\
            <id>Some.Package</id><version> 1.2.3-beta </version>\
            <dependencies><group><id>no</id><dependency id='A' version='[1.0, 2.0)'/></group>\
            <group><dependency id='a' version='3.0'/></group></dependencies></metadata></package>";
        let expected = Package {
            id: "Some.Package".to_owned(),
            version: "1.2.3-beta".to_owned(),
            dependencies: vec![PackageDependency {
                id: "A".to_owned(),
                versions: "[1.0, 2.0)".to_owned(),
            }],
        };
        assert_eq!(parse(text), expected);
        assert_eq!(parse("<package><metadata><id>"), Package::default());
        assert_eq!(parse("no xml"), Package::default());
    }
}
