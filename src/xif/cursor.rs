use super::{XifError, XifNote};
use crate::limits::{XIF_DEPTH, XIF_ELEMENTS};
use crate::xml;
use quick_xml::Reader;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Characters of a text of the file that is quoted; OutSystems allows names 50.
const SHOWN: usize = 50;

/// A place in the XML of a `.xif`: between the elements of an open element.
///
/// What is not asked for is passed over.
pub(super) struct Cursor<'t> {
    reader: Reader<&'t [u8]>,
    /// Bytes before the text, a byte order mark.
    mark: usize,
    open: Vec<BytesStart<'t>>,
    elements: usize,
    pub(super) notes: Vec<XifNote>,
}

impl<'t> Cursor<'t> {
    /// Opens the root element of `text`, before which there are `mark` bytes.
    pub(super) fn new(text: &'t str, mark: usize) -> Result<(Self, BytesStart<'t>), XifError> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut cursor = Self {
            reader,
            mark,
            open: Vec::new(),
            elements: 0,
            notes: Vec::new(),
        };
        loop {
            match cursor.event()? {
                Event::Start(root) if root.local_name().as_ref() == "Extension" => {
                    cursor.enter(&root)?;
                    return Ok((cursor, root));
                }
                Event::Start(_) | Event::Eof => return Err(XifError::NotAnExtension),
                _ => {}
            }
        }
    }

    /// Calls `each` with every element in the one that is open, and closes it.
    pub(super) fn children(
        &mut self,
        mut each: impl FnMut(&mut Self, &BytesStart<'t>) -> Result<(), XifError>,
    ) -> Result<(), XifError> {
        let depth = self.open.len();
        loop {
            match self.event()? {
                Event::Start(child) => {
                    self.enter(&child)?;
                    each(self, &child)?;
                    while self.open.len() > depth {
                        self.pass()?;
                    }
                }
                Event::End(_) => {
                    self.open.pop();
                    return Ok(());
                }
                Event::Eof => return Err(self.truncated()),
                _ => {}
            }
        }
    }

    /// The text in the element that is open, which it closes.
    pub(super) fn text(&mut self) -> Result<String, XifError> {
        let mut all = String::new();
        self.content(|event| match event {
            Event::Text(text) => all.push_str(text),
            Event::CData(text) => all.push_str(text),
            Event::GeneralRef(reference) => xml::resolve(reference, |text| all.push_str(text)),
            _ => {}
        })?;
        Ok(all)
    }

    /// Closes the element that is open.
    pub(super) fn pass(&mut self) -> Result<Range<usize>, XifError> {
        self.content(|_| {})
    }

    /// Closes the element that is open. What was in it is at the returned place of the file.
    fn content(&mut self, mut on: impl FnMut(&Event<'t>)) -> Result<Range<usize>, XifError> {
        let start = self.position();
        let mut depth = self.open.len();
        let outside = depth;
        loop {
            let end = self.position();
            let event = self.event()?;
            match &event {
                Event::Start(_) if depth >= XIF_DEPTH => {
                    return Err(XifError::TooDeep {
                        offset: self.position(),
                        path: self.path(),
                        limit: XIF_DEPTH,
                    });
                }
                Event::Start(_) => depth = depth.saturating_add(1),
                Event::End(_) if depth == outside => {
                    self.open.pop();
                    return Ok(start..end);
                }
                Event::End(_) => depth = depth.saturating_sub(1),
                Event::Eof => return Err(self.truncated()),
                event => on(event),
            }
        }
    }

    /// The value of an attribute, empty where `element` does not have it.
    pub(super) fn get(&self, element: &BytesStart<'_>, name: &str) -> Result<String, XifError> {
        let value = xml::attribute(element, name).map_err(|error| self.bad_attribute(&error))?;
        Ok(value.unwrap_or_default())
    }

    /// The error of an element that was just read, whose attributes are malformed.
    pub(super) fn bad_attribute(&self, error: &AttrError) -> XifError {
        self.malformed(self.position(), error)
    }

    /// Takes note of what is not understood in the element that is open.
    pub(super) fn note(&mut self, message: String) {
        let place = self.path();
        self.notes.push(XifNote { place, message });
    }

    /// Takes note of the element that is open: nobody knows what it means.
    pub(super) fn unknown(&mut self) -> Result<(), XifError> {
        self.note("is not known and was left out".to_owned());
        Ok(())
    }

    /// Bytes of the file that were read.
    fn position(&self) -> usize {
        let position = usize::try_from(self.reader.buffer_position());
        position.unwrap_or(usize::MAX).saturating_add(self.mark)
    }

    fn event(&mut self) -> Result<Event<'t>, XifError> {
        match self.reader.read_event() {
            Ok(Event::DocType(_)) => Err(XifError::DocumentType {
                offset: self.position(),
            }),
            Ok(event) => Ok(event),
            Err(error) => {
                let offset = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
                Err(self.malformed(offset.saturating_add(self.mark), &error))
            }
        }
    }

    fn enter(&mut self, element: &BytesStart<'t>) -> Result<(), XifError> {
        self.count()?;
        self.open.push(element.clone());
        Ok(())
    }

    /// Counts an element, or something in one that can be as many.
    pub(super) fn count(&mut self) -> Result<(), XifError> {
        self.elements = self.elements.saturating_add(1);
        if self.elements > XIF_ELEMENTS {
            return Err(XifError::TooMany {
                offset: self.position(),
                limit: XIF_ELEMENTS,
            });
        }
        Ok(())
    }

    fn malformed(&self, offset: usize, error: &dyn std::error::Error) -> XifError {
        XifError::Malformed {
            offset,
            path: self.path(),
            reason: xml::reason(error),
        }
    }

    fn truncated(&self) -> XifError {
        XifError::Truncated { path: self.path() }
    }

    /// The elements that are open: `Extension/Actions/Action Send/Variables`.
    fn path(&self) -> String {
        let parts = self.open.iter().enumerate().map(|(level, element)| {
            let tag = shown(element.local_name().as_ref());
            let named = ["Name", "Filename"].iter().find_map(|name| {
                let name = xml::attribute(element, name).ok().flatten();
                name.filter(|_| level > 0)
            });
            match named {
                Some(name) => format!("{tag} {}", shown(&name)),
                None => tag,
            }
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

/// The beginning of `text`, made fit to be shown.
pub(crate) fn shown(text: &str) -> String {
    let text = text.chars().filter(|c| !c.is_control());
    text.take(SHOWN).collect()
}
