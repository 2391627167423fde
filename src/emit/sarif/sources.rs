use crate::check::{PackageKind, Report};
use crate::clr::{DocId, Library};
use crate::extension::Diagnostic;
use foldhash::HashMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The files that diagnostics are about: the inputs, then the configuration.
#[derive(Debug, Default)]
pub struct Sources {
    uris: Vec<String>,
    /// Position of the input that has the type with a documentation id.
    types: HashMap<String, usize>,
    configuration: Option<usize>,
    /// Positions of the files of a package, by their names in it.
    files: HashMap<String, usize>,
}

impl Sources {
    /// The inputs of `library`, and the configuration file that was read.
    pub fn new(library: &Library<'_>, configuration: Option<&Path>) -> Self {
        let mut sources = Self::default();
        for (position, file) in library.inputs().enumerate() {
            sources.uris.push(uri(file.path()));
            for ty in file.assembly().types().filter(|ty| ty.is_public()) {
                let id = DocId(&ty).to_string();
                sources.types.entry(id).or_insert(position);
            }
        }
        if let Some(path) = configuration {
            sources.configuration = Some(sources.uris.len());
            sources.uris.push(uri(path));
        }
        sources
    }

    /// One file.
    pub(super) fn of_file(path: &Path) -> Self {
        Self {
            uris: vec![uri(path)],
            ..Self::default()
        }
    }

    /// The package that was checked, and the files in it that findings are about.
    pub(super) fn of_package(report: &Report, path: &Path) -> Self {
        let mut sources = Self::of_file(path);
        for finding in report.findings.iter().filter(|of| !of.file.is_empty()) {
            if !sources.files.contains_key(&finding.file) {
                let position = sources.uris.len();
                sources.files.insert(finding.file.clone(), position);
                sources
                    .uris
                    .push(uri(&in_package(report.kind, path, &finding.file)));
            }
        }
        sources
    }

    /// Position and URI of a file in the package; those of the package itself for no file.
    pub(super) fn file(&self, name: &str) -> Option<(usize, &str)> {
        let position = self.files.get(name).copied().unwrap_or(0);
        Some((position, self.uris.get(position)?))
    }

    pub(super) fn uris(&self) -> impl Iterator<Item = &str> {
        self.uris.iter().map(String::as_str)
    }

    /// Position and URI of the file that the diagnostic is about; what is about all of them is shown at the
    /// first.
    pub(super) fn place(&self, diagnostic: &Diagnostic) -> Option<(usize, &str)> {
        let configuration = self.configuration;
        let position = match configuration.filter(|_| diagnostic.code.starts_with("DL6")) {
            Some(configuration) => configuration,
            None => self.input(&diagnostic.id).unwrap_or(0),
        };
        let uri = self.uris.get(position)?;
        Some((position, uri))
    }

    /// The input that has the type, or the type of the member, with the documentation id `id`.
    fn input(&self, id: &str) -> Option<usize> {
        let (_, path) = id.split_once(':')?;
        let mut path = path.split(['(', '~']).next()?;
        loop {
            if let Some(position) = self.types.get(&format!("T:{path}")) {
                return Some(*position);
            }
            (path, _) = path.rsplit_once('.')?;
        }
    }
}

/// The path of the file called `name` in the package of this kind at `path`.
fn in_package(kind: PackageKind, path: &Path, name: &str) -> PathBuf {
    match kind {
        PackageKind::Archive => format!("{}!{name}", path.display()).into(),
        PackageKind::Folder => path.join(name),
        PackageKind::Assembly => path.with_file_name(name),
    }
}

/// A path as a URI reference (RFC 3986): relative where the path is.
fn uri(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("./").unwrap_or(&text);
    let mut uri = match (path.is_absolute(), text.starts_with('/')) {
        (true, true) => "file://".to_owned(),
        (true, false) => "file:///".to_owned(),
        (false, _) => String::new(),
    };
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;
    use std::path::Path;

    #[test]
    fn paths_are_uri_references() {
        for (path, expected) in [
            ("bin/A.dll", "bin/A.dll"),
            ("./A.dll", "A.dll"),
            ("/opt/x y/Ü.dll", "file:///opt/x%20y/%C3%9C.dll"),
            ("a.nupkg!lib/A.dll", "a.nupkg%21lib/A.dll"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }
}
