//! Rows for arguments that a member changes, and whose content comes back (TRANSLATION §7).

use super::Code::Expression;
use super::helpers::BYTES_OF;
use super::scalars::{CHARS, class, stream};
use super::{Scalar, scalar};
use crate::extension::DataType;

/// The row for an argument whose type has this full name, with the element's for a buffer; `None` where a member
/// cannot change it.
pub fn changed(net: &str) -> Option<&'static Scalar> {
    let row = CHANGED.iter().chain([CHARS]).find(|row| row.net == net);
    row.or_else(|| scalar(OWN.iter().find(|own| **own == net)?))
}

/// C# of an empty value of the type with this full name, which grows when it is written to.
pub fn growing(net: &str) -> Option<&'static str> {
    let row = GROWING.iter().find(|(name, _)| *name == net);
    row.map(|(_, code)| *code)
}

/// Whether reading a value of the type with this full name uses it up.
pub fn is_read_once(net: &str) -> bool {
    [
        "System.IO.Stream",
        "System.IO.MemoryStream",
        "System.IO.TextReader",
    ]
    .contains(&net)
}

const GROWING: &[(&str, &str)] = &[
    ("System.IO.Stream", "new System.IO.MemoryStream()"),
    ("System.IO.MemoryStream", "new System.IO.MemoryStream()"),
    (
        "System.Text.StringBuilder",
        "new System.Text.StringBuilder()",
    ),
];

/// Types of which the ordinary row already makes a value that belongs to nobody else.
const OWN: &[&str] = &[
    "System.ArraySegment`1[System.Byte]",
    "System.Memory`1[System.Byte]",
    "System.Span`1[System.Byte]",
    "System.Text.StringBuilder",
    "System.Memory`1[System.Char]",
    "System.Span`1[System.Char]",
];

/// Types that need a row of their own for it.
const CHANGED: &[Scalar] = &[
    stream("System.IO.Stream", "ChangedStream", &BYTES_OF),
    stream("System.IO.MemoryStream", "ChangedMemoryStream", &BYTES_OF),
    writer("System.IO.TextWriter", "TextWriter"),
    writer("System.IO.StringWriter", "StringWriter"),
    class(
        "System.Byte[]",
        "ChangedBytes",
        DataType::BinaryData,
        Expression("(byte[]) ({} ?? new byte[] {}).Clone()"),
        Expression("{} ?? new byte[] {}"),
    ),
];

/// A writer, which is made without a value.
const fn writer(net: &'static str, name: &'static str) -> Scalar {
    class(
        net,
        name,
        DataType::Text,
        Expression("new System.IO.StringWriter(System.Globalization.CultureInfo.InvariantCulture)"),
        Expression("{}.ToString()"),
    )
}
