use serde::{Deserialize, Serialize};

/// Names members, in one of three ways:
///
/// - a documentation id, `M:Ns.Type.Method(System.Int32)`, names one member; that of a type names all
///   members of the type and of the types in it;
/// - an attribute in brackets, `[Obsolete]` or `[Vendor.InternalOnly]`, names the members that have it,
///   and the members of types that have it;
/// - anything else is a glob over `Namespace.Type.Member`, in which `*` stands for any characters but
///   a dot, and `**` for any characters; a glob of a type names all its members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(String);

/// What a pattern looks at.
pub(super) struct Subject<'a> {
    /// Documentation id of the member.
    pub(super) id: &'a str,
    /// Documentation id of its type.
    pub(super) type_id: &'a str,
    /// Full names of the attributes of both.
    pub(super) attributes: &'a [String],
}

/// What the texts of a subject must have to be named by a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part<'a> {
    /// How an id or a path begins.
    Beginning(&'a str),
    /// How a path or an attribute ends.
    Ending(&'a str),
}

impl<'a> Part<'a> {
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Beginning(text) | Self::Ending(text) => text,
        }
    }
}

impl<'a> Subject<'a> {
    /// The parts of its texts that have this length in bytes.
    pub(super) fn parts(&self, length: usize) -> impl Iterator<Item = Part<'a>> {
        let paths = [path(self.id), path(self.type_id)];
        let beginnings = [self.id, self.type_id].into_iter().chain(paths);
        let attributes = self.attributes.iter().map(|name| attribute(name));
        let endings = paths.into_iter().chain(attributes);
        let beginnings = beginnings.filter_map(move |text| text.get(..length));
        let endings = endings.filter_map(move |text| text.get(text.len().checked_sub(length)?..));
        beginnings
            .map(Part::Beginning)
            .chain(endings.map(Part::Ending))
    }
}

impl Pattern {
    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The documentation id that it is.
    pub(super) fn id(&self) -> Option<&str> {
        let (kind, _) = self.0.split_once(':')?;
        matches!(kind, "M" | "P" | "F" | "E" | "T").then_some(&self.0)
    }

    pub(super) fn names(&self, subject: &Subject<'_>) -> bool {
        if let Some(id) = self.id() {
            let in_type = |rest: &str| rest.is_empty() || rest.starts_with('.');
            return id == subject.id || subject.type_id.strip_prefix(id).is_some_and(in_type);
        }
        if let Some(attribute) = self.attribute() {
            let mut names = subject.attributes.iter();
            return names.any(|name| is_attribute(attribute, name));
        }
        glob(&self.0, path(subject.id)) || glob(&self.0, path(subject.type_id))
    }

    /// What all that it names has.
    pub(super) fn part(&self) -> Part<'_> {
        if let Some(id) = self.id() {
            return Part::Beginning(id);
        }
        if let Some(written) = self.attribute() {
            return Part::Ending(attribute(written));
        }
        let beginning = self.0.split('*').next().unwrap_or_default();
        let ending = self.0.rsplit('*').next().unwrap_or_default();
        match ending.len() > beginning.len() {
            true => Part::Ending(ending),
            false => Part::Beginning(beginning),
        }
    }

    fn attribute(&self) -> Option<&str> {
        self.0.strip_prefix('[')?.strip_suffix(']')
    }
}

/// The name of an attribute class without its ending.
fn attribute(name: &str) -> &str {
    name.strip_suffix("Attribute").unwrap_or(name)
}

/// Whether an attribute class is the one that C# would take `written` for.
fn is_attribute(written: &str, full: &str) -> bool {
    let (full, written) = (attribute(full), attribute(written));
    match full.strip_suffix(written) {
        Some(namespace) => {
            namespace.is_empty() || (namespace.ends_with('.') && !written.contains('.'))
        }
        None => false,
    }
}

/// `Namespace.Type.Member` of a documentation id.
fn path(id: &str) -> &str {
    let path = id.split_once(':').map_or(id, |(_, path)| path);
    path.split(['(', '~']).next().unwrap_or(path)
}

/// Whether `pattern` covers all of `path`: keeps the set of prefixes of `path` that the part of the
/// pattern read so far covers, so that its work is the product of the two lengths at most.
fn glob(pattern: &str, path: &str) -> bool {
    let path = path.as_bytes();
    let mut covered = vec![false; path.len().saturating_add(1)];
    if let Some(none) = covered.first_mut() {
        *none = true;
    }
    let mut pattern = pattern.bytes().peekable();
    while let Some(token) = pattern.next() {
        let crosses_dots = token == b'*' && pattern.next_if_eq(&b'*').is_some();
        let mut before = false;
        for (at, covers) in covered.iter_mut().enumerate() {
            let last = at.checked_sub(1).and_then(|last| path.get(last)).copied();
            let now = match token {
                b'*' => *covers || (before && (crosses_dots || last != Some(b'.'))),
                plain => before && last == Some(plain),
            };
            // A star goes on from what it covers itself, any other byte from what was covered before it.
            before = if token == b'*' { now } else { *covers };
            *covers = now;
        }
    }
    covered.last().copied().unwrap_or(false)
}

impl TryFrom<String> for Pattern {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.is_empty() {
            return Err("an empty pattern names nothing".to_owned());
        }
        if text.starts_with('[') && !text.ends_with(']') {
            return Err(format!("`{text}` has no closing bracket"));
        }
        Ok(Self(text))
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stop_at_dots_and_double_stars_do_not() {
        for (pattern, path, is_match) in [
            ("A.B.C", "A.B.C", true),
            ("A.B", "A.B.C", false),
            ("A.*", "A.B", true),
            ("A.*", "A.B.C", false),
            ("A.*", "A.", true),
            ("A.**", "A.B.C", true),
            ("A.**", "A", false),
            ("**.Get*", "A.B.GetRate", true),
            ("**.Get*", "A.B.ForgetRate", false),
            ("*.*e*.R*te", "A.Be.Rate", true),
            ("***", "A.B", true),
            ("", "", true),
            ("", "A", false),
        ] {
            assert_eq!(glob(pattern, path), is_match, "{pattern} {path}");
        }
    }

    #[test]
    fn a_member_is_named_by_id_by_attribute_and_by_path() {
        let subject = Subject {
            id: "M:Ns.Type.Method(System.Int32)",
            type_id: "T:Ns.Type",
            attributes: &["System.ObsoleteAttribute".into(), "My.InternalOnly".into()],
        };
        for (pattern, is_match) in [
            ("M:Ns.Type.Method(System.Int32)", true),
            ("M:Ns.Type.Method", false),
            ("T:Ns.Type", true),
            ("T:Ns.Ty", false),
            ("[Obsolete]", true),
            ("[ObsoleteAttribute]", true),
            ("[System.Obsolete]", true),
            ("[InternalOnly]", true),
            ("[My.InternalOnly]", true),
            ("[Only]", false),
            ("[y.InternalOnly]", false),
            ("Ns.Type.Method", true),
            ("Ns.Type", true),
            ("Ns.*", true),
            ("*.Method", false),
            ("**.Method", true),
            ("N*.Type.Meth**od", true),
            ("**", true),
            ("Ns.Other.*", false),
        ] {
            let pattern = Pattern::try_from(pattern.to_owned()).unwrap();
            assert_eq!(pattern.names(&subject), is_match, "{}", pattern.as_str());
            let part = pattern.part();
            let mut parts = subject.parts(part.text().len());
            assert!(!is_match || parts.any(|own| own == part), "{part:?}");
        }
    }
}
