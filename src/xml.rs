//! What every reader of XML here asks of an element, made safe for input from anywhere.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;
use std::error::Error;

/// The value of an attribute, or `None` where the element has none of that name.
///
/// # Errors
/// The attributes up to that one are malformed.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, AttrError> {
    // The check for a repeated attribute takes quadratic time.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute?;
        if attribute.key.as_ref() == name {
            return Ok(Some(unescaped(&attribute.value).into_owned()));
        }
    }
    Ok(None)
}

/// The value with its references resolved, or as it is if one is unknown.
pub(crate) fn unescaped(value: &str) -> Cow<'_, str> {
    quick_xml::escape::unescape(value).unwrap_or(Cow::Borrowed(value))
}

/// Gives `take` what `&…;` stands for. Entities of a document type are never expanded: like a character
/// that does not exist, they stay as they are written.
pub(crate) fn resolve(reference: &BytesRef<'_>, mut take: impl FnMut(&str)) {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        take(c.encode_utf8(&mut [0; 4]));
    } else if let Some(text) = resolve_xml_entity(reference) {
        take(text);
    } else {
        take("&");
        take(reference);
        take(";");
    }
}

/// The message of the XML parser, which quotes names from the file: made fit to be shown.
pub(crate) fn reason(error: &dyn Error) -> String {
    const LONGEST: usize = 200;
    let message = error.to_string();
    let shown = message.chars().filter(|c| !c.is_control());
    shown.take(LONGEST).collect()
}
