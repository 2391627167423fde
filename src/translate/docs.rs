//! Descriptions (TRANSLATION §10) from XML documentation and attributes.

use super::describe;
use crate::clr::{CustomAttribute, Library, MemberDocs, simple_name};

/// The most characters of a description (O11.md §1.6).
const DESCRIPTION: usize = 255;

/// The documentation of the assemblies of a library.
pub(super) struct Docs<'m> {
    library: &'m Library<'m>,
}

impl<'m> Docs<'m> {
    pub(super) fn new(library: &'m Library<'m>) -> Self {
        Self { library }
    }

    /// The comment on the member `id` of the assembly with this ordinal.
    pub(super) fn get(&self, ordinal: usize, id: &str) -> Option<&'m MemberDocs> {
        let assembly = self.library.set().assemblies().get(ordinal)?;
        let file = self.library.file(assembly)?;
        file.docs().ok()??.resolve(id)
    }

    /// The comment on `id`, or, where that only says `inheritdoc`, on `inherited`.
    pub(super) fn member(
        &self,
        ordinal: usize,
        id: &str,
        inherited: Option<&str>,
    ) -> Option<&'m MemberDocs> {
        let own = self.get(ordinal, id);
        match (own, inherited) {
            (Some(docs), Some(base)) if docs.inherit_doc.is_some() && docs.summary.is_none() => {
                self.get(ordinal, base).or(own)
            }
            _ => own,
        }
    }
}

/// A description from the parts of a comment, or from `DescriptionAttribute` where there is none.
pub(super) fn description<'m>(
    docs: Option<&MemberDocs>,
    attributes: impl Iterator<Item = CustomAttribute<'m>>,
) -> String {
    let summary = docs.and_then(|docs| docs.summary.clone().or_else(|| docs.value.clone()));
    let mut is_obsolete = false;
    let mut described = None;
    for attribute in attributes {
        if attribute.is("System", "ObsoleteAttribute") {
            is_obsolete = true;
        } else if attribute.is("System.ComponentModel", "DescriptionAttribute") {
            described = attribute.first_string();
        }
    }
    let mut text = summary
        .or_else(|| described.map(str::to_owned))
        .unwrap_or_default();
    if is_obsolete {
        text = format!("Deprecated: {text}");
    }
    for exception in docs.into_iter().flat_map(|docs| &docs.exceptions) {
        text.push(' ');
        text.push_str(&throws(&exception.cref, &exception.text));
    }
    shorten(&text)
}

/// Folds and cuts a description to what the platform takes.
pub(super) fn shorten(text: &str) -> String {
    describe(text.trim(), DESCRIPTION)
}

/// `Throws X if …`.
fn throws(cref: &str, text: &str) -> String {
    let name = simple_name(cref);
    let text = text.trim();
    if text.is_empty() {
        return format!("Throws {name}.");
    }
    let lower = text.to_ascii_lowercase();
    let openings = ["thrown if ", "thrown when ", "if ", "when "];
    let opening = openings.iter().find(|opening| lower.starts_with(**opening));
    let condition = opening
        .and_then(|opening| text.get(opening.len()..))
        .unwrap_or(text);
    let stop = if condition.ends_with('.') { "" } else { "." };
    format!("Throws {name} if {}{stop}", uncapitalised(condition))
}

/// The text with a small first letter, unless its first word is an acronym or a name in capitals.
fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::throws;

    #[test]
    fn exceptions_read_as_sentences() {
        let throws = |text| throws("T:System.ArgumentException", text);
        assert_eq!(throws(""), "Throws ArgumentException.");
        assert_eq!(
            throws("Thrown when years is zero."),
            "Throws ArgumentException if years is zero."
        );
        assert_eq!(
            throws("The rate is high"),
            "Throws ArgumentException if the rate is high."
        );
        assert_eq!(
            throws("If URL is empty."),
            "Throws ArgumentException if URL is empty."
        );
    }
}
