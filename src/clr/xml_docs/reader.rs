use super::encoding::Decoded;
use super::flatten::Flattener;
use super::{Exception, MemberDocs, NamedText, XmlDocsError};
use crate::xml::{self, attribute, reason};
use foldhash::HashMap;
use quick_xml::Reader;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// Far more than lists in lists need.
const MAX_DEPTH: usize = 64;

/// Reads the members of a documentation file.
pub(super) fn read(bytes: &[u8]) -> Result<HashMap<String, MemberDocs>, XmlDocsError> {
    let decoded = Decoded::new(bytes)?;
    let mut reader = Reader::from_str(&decoded.text);
    reader.config_mut().expand_empty_elements = true;
    let offset = |position: u64| {
        let position = usize::try_from(position).unwrap_or(decoded.text.len());
        decoded.file_offset(position)
    };
    let mut file = File::default();
    loop {
        let event = reader
            .read_event()
            .map_err(|error| XmlDocsError::Malformed {
                offset: offset(reader.error_position()),
                reason: reason(&error),
            })?;
        match event {
            Event::Start(element) => {
                if file.depth == 0 && element.local_name().as_ref() != "doc" {
                    return Err(XmlDocsError::NotDocumentation);
                }
                if file.depth == MAX_DEPTH {
                    return Err(XmlDocsError::TooDeep {
                        offset: offset(reader.buffer_position()),
                        limit: MAX_DEPTH,
                    });
                }
                file.start(&element)
                    .map_err(|error| XmlDocsError::Malformed {
                        offset: offset(reader.buffer_position()),
                        reason: reason(&error),
                    })?;
            }
            Event::End(element) => file.end(element.local_name().as_ref()),
            Event::Text(text) => file.text(&text),
            Event::CData(text) => file.text(&text),
            Event::GeneralRef(reference) => file.reference(&reference),
            // The reader is told to give an empty element as a start and an end.
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
            Event::Eof if file.depth > 0 => {
                return Err(XmlDocsError::Truncated {
                    offset: bytes.len(),
                });
            }
            Event::Eof if !file.rooted => return Err(XmlDocsError::NotDocumentation),
            Event::Eof => return Ok(file.members),
        }
    }
}

/// A documentation file being read: what is complete, and the member and section that are open.
#[derive(Default)]
struct File {
    members: HashMap<String, MemberDocs>,
    depth: usize,
    rooted: bool,
    member: Option<Member>,
    section: Option<Section>,
}

struct Member {
    id: String,
    docs: MemberDocs,
    depth: usize,
}

struct Section {
    kind: Kind,
    text: Flattener,
    depth: usize,
}

enum Kind {
    Summary,
    Returns,
    Value,
    Remarks,
    Param(String),
    TypeParam(String),
    Exception(String),
}

impl Kind {
    /// The section that an element opens, or `None` for one that no description quotes.
    fn of(element: &BytesStart<'_>) -> Result<Option<Self>, AttrError> {
        Ok(match element.local_name().as_ref() {
            "summary" => Some(Self::Summary),
            "returns" => Some(Self::Returns),
            "value" => Some(Self::Value),
            "remarks" => Some(Self::Remarks),
            "param" => attribute(element, "name")?.map(Self::Param),
            "typeparam" => attribute(element, "name")?.map(Self::TypeParam),
            "exception" => attribute(element, "cref")?.map(Self::Exception),
            _ => None,
        })
    }
}

impl File {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), AttrError> {
        self.depth += 1;
        self.rooted = true;
        let name = element.local_name();
        let Some(member) = &mut self.member else {
            if name.as_ref() == "member"
                && let Some(id) = attribute(element, "name")?
            {
                self.member = Some(Member {
                    id,
                    docs: MemberDocs::default(),
                    depth: self.depth,
                });
            }
            return Ok(());
        };
        if name.as_ref() == "inheritdoc" && member.docs.inherit_doc.is_none() {
            member.docs.inherit_doc = Some(attribute(element, "cref")?);
        }
        if let Some(section) = &mut self.section {
            return section.text.start(element);
        }
        // A section inside of an example is part of the example.
        if self.depth == member.depth + 1 {
            self.section = Kind::of(element)?.map(|kind| Section {
                kind,
                text: Flattener::default(),
                depth: self.depth,
            });
        }
        Ok(())
    }

    fn end(&mut self, element: &str) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        if let Some(section) = self.section.take_if(|section| section.depth == depth) {
            if let Some(member) = &mut self.member {
                member.docs.add(section.kind, section.text.finish());
            }
        } else if let Some(section) = &mut self.section {
            section.text.end(element);
        } else if let Some(member) = self.member.take_if(|member| member.depth == depth) {
            self.members.entry(member.id).or_insert(member.docs);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(section) = &mut self.section {
            section.text.text(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        if let Some(section) = &mut self.section {
            xml::resolve(reference, |text| section.text.text(text));
        }
    }
}

impl MemberDocs {
    fn add(&mut self, kind: Kind, text: String) {
        if let Kind::Exception(cref) = kind {
            self.exceptions.push(Exception { cref, text });
            return;
        }
        if text.is_empty() {
            return;
        }
        let section = match kind {
            Kind::Summary => &mut self.summary,
            Kind::Returns => &mut self.returns,
            Kind::Value => &mut self.value,
            Kind::Remarks => &mut self.remarks,
            Kind::Param(name) => return self.params.push(NamedText { name, text }),
            Kind::TypeParam(name) => return self.type_params.push(NamedText { name, text }),
            Kind::Exception(_) => return,
        };
        section.get_or_insert(text);
    }
}
