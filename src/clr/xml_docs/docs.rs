use super::{XmlDocsError, reader};
use foldhash::HashMap;

/// More links than any hierarchy has; a longer chain of `inheritdoc` is a cycle.
const MAX_LINEAGE: usize = 64;

/// The members of a documentation file, by documentation id.
#[derive(Clone, Debug, Default)]
pub struct XmlDocs {
    members: HashMap<String, MemberDocs>,
}

/// What a documentation file says of one member, as plain text.
///
/// White space is folded and no text is empty: a section without text counts as absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemberDocs {
    /// What the member is or does.
    pub summary: Option<String>,
    /// The return value.
    pub returns: Option<String>,
    /// The value of a property.
    pub value: Option<String>,
    /// What goes beyond the summary.
    pub remarks: Option<String>,
    /// Parameters, in the order of the file.
    pub params: Vec<NamedText>,
    /// Type parameters, in the order of the file.
    pub type_params: Vec<NamedText>,
    /// Exceptions that the member throws, in the order of the file.
    pub exceptions: Vec<Exception>,
    /// Whether an `inheritdoc` element is there, and the documentation id that it names.
    ///
    /// Without one, the member that is overridden or implemented is meant, which metadata knows.
    pub inherit_doc: Option<Option<String>>,
}

/// The text about a parameter or type parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedText {
    /// .NET name.
    pub name: String,
    /// What is said of it.
    pub text: String,
}

/// When a member throws an exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Documentation id of the exception's type.
    pub cref: String,
    /// The condition; empty where none is given.
    pub text: String,
}

impl XmlDocs {
    /// Reads a documentation file: UTF-8, or UTF-16 with a byte order mark.
    ///
    /// Time and memory are linear in the length of the input. Where two members have one id, the
    /// first counts; of two sections of a kind in a member too.
    ///
    /// # Errors
    /// [`XmlDocsError`] says what is wrong and at which byte. Nothing of a malformed file is kept: half
    /// of the descriptions would look like all of them.
    pub fn parse(bytes: &[u8]) -> Result<Self, XmlDocsError> {
        let members = reader::read(bytes)?;
        Ok(Self { members })
    }

    /// What is said of the member with this documentation id.
    pub fn get(&self, id: &str) -> Option<&MemberDocs> {
        self.members.get(id)
    }

    /// The member's own documentation, then that of each member which `inheritdoc` with a `cref` leads
    /// to. Ends where a link leads out of the file, and in a cycle after a bounded number of steps.
    ///
    /// Own text goes before inherited text (C# reference, *inheritdoc*), so the first member that has a
    /// section is the one to quote.
    pub fn lineage<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a MemberDocs> {
        let inherited = |docs: &&'a MemberDocs| {
            let cref = docs.inherit_doc.as_ref()?.as_ref()?;
            self.get(cref)
        };
        std::iter::successors(self.get(id), inherited).take(MAX_LINEAGE)
    }

    /// The first documentation in the [lineage](Self::lineage) that has a summary, or else the member's
    /// own.
    ///
    /// `inheritdoc` without a `cref` is left to the caller, who knows the base types.
    pub fn resolve(&self, id: &str) -> Option<&MemberDocs> {
        self.lineage(id)
            .find(|docs| docs.summary.is_some())
            .or_else(|| self.get(id))
    }

    /// How many members are documented.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether no member is documented.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }
}

impl MemberDocs {
    /// What is said of the parameter `name`.
    pub fn param(&self, name: &str) -> Option<&str> {
        find(&self.params, name)
    }

    /// What is said of the type parameter `name`.
    pub fn type_param(&self, name: &str) -> Option<&str> {
        find(&self.type_params, name)
    }
}

fn find<'a>(texts: &'a [NamedText], name: &str) -> Option<&'a str> {
    texts
        .iter()
        .find(|named| named.name == name)
        .map(|named| named.text.as_str())
}
