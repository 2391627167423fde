use super::simple_name;
use crate::xml::unescaped;
use quick_xml::events::{BytesStart, attributes::AttrError};

/// Documentation markup on its way to plain text.
///
/// Fed with the events inside one section. It folds white space, holds no more than the section's own
/// text and one entry per open reference, and reads the recommended tags of ECMA-334 annex D, the
/// later ones of the C# reference and the few HTML ones that editors render.
#[derive(Default)]
pub(super) struct Flattener {
    text: String,
    gap: Option<Gap>,
    references: Vec<Reference>,
    muted: usize,
}

/// What separates the text so far from the text to come; of several, the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Space,
    /// Between a term and its description.
    Term,
    /// Between two items of a list.
    Item,
}

/// An open element that stands for `name`, unless it has text of its own.
struct Reference {
    name: String,
    start: usize,
}

/// What an element does to the text in and around it.
enum Markup {
    Inline,
    Block,
    List,
    Item,
    Term,
    /// Headings of a table: they say nothing once the columns are gone.
    Heading,
    Reference,
}

impl Markup {
    fn of(element: &str) -> Self {
        match element {
            "para" | "code" | "p" | "br" | "div" | "description" => Self::Block,
            "list" | "ul" | "ol" => Self::List,
            "item" | "li" => Self::Item,
            "term" => Self::Term,
            "listheader" => Self::Heading,
            "see" | "seealso" | "paramref" | "typeparamref" => Self::Reference,
            _ => Self::Inline,
        }
    }
}

impl Flattener {
    /// An element begins.
    ///
    /// # Errors
    /// The element is a reference whose attributes are malformed.
    pub(super) fn start(&mut self, element: &BytesStart<'_>) -> Result<(), AttrError> {
        match Markup::of(element.local_name().as_ref()) {
            Markup::Inline | Markup::Item | Markup::Term => {}
            Markup::Block | Markup::List => self.widen(Gap::Space),
            Markup::Heading => self.muted += 1,
            Markup::Reference => {
                let name = referenced(element)?;
                let start = self.text.len();
                self.references.push(Reference { name, start });
            }
        }
        Ok(())
    }

    /// An element ends.
    pub(super) fn end(&mut self, element: &str) {
        match Markup::of(element) {
            Markup::Inline => {}
            Markup::Block => self.widen(Gap::Space),
            // What follows a list is no further item.
            Markup::List => self.gap = Some(Gap::Space),
            Markup::Item => self.widen(Gap::Item),
            Markup::Term => self.widen(Gap::Term),
            Markup::Heading => self.muted = self.muted.saturating_sub(1),
            Markup::Reference => {
                if let Some(reference) = self.references.pop()
                    && reference.start == self.text.len()
                {
                    self.text(&reference.name);
                }
            }
        }
    }

    /// Character data, with entities resolved.
    pub(super) fn text(&mut self, text: &str) {
        if self.muted > 0 {
            return;
        }
        let blank = |c: char| c.is_whitespace() || c.is_control();
        for (index, word) in text.split(blank).enumerate() {
            if index > 0 {
                self.widen(Gap::Space);
            }
            if !word.is_empty() {
                self.close_gap();
                self.text.push_str(word);
            }
        }
    }

    /// The folded and trimmed text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    fn widen(&mut self, gap: Gap) {
        if self.muted > 0 {
            return;
        }
        self.gap = self.gap.max(Some(gap));
    }

    /// Writes the separator that is due; one never stands first, nor after punctuation that separates
    /// already.
    fn close_gap(&mut self) {
        let Some(gap) = self.gap.take() else { return };
        if self.text.is_empty() {
            return;
        }
        let separated = self.text.ends_with(['.', '!', '?', ';', ':']);
        self.text.push_str(match gap {
            Gap::Item if !separated => "; ",
            Gap::Term if !separated => ": ",
            _ => " ",
        });
    }
}

/// What a reference without text reads as.
fn referenced(element: &BytesStart<'_>) -> Result<String, AttrError> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        let value = unescaped(&attribute.value);
        match attribute.key.as_ref() {
            "cref" => return Ok(simple_name(&value).to_owned()),
            "langword" | "name" | "href" => return Ok(value.into_owned()),
            _ => {}
        }
    }
    Ok(String::new())
}
