//! Rows for types that become basic OutSystems types.

use super::Code::{Body, Checked, Expression, None as Same, Parsed};
use super::helpers::{Helper, READ_TO_END, STREAM_OF};
use super::{Code, Scalar};
use crate::extension::DataType;

/// A struct that C# converts with the given code.
const fn value(
    net: &'static str,
    name: &'static str,
    data_type: DataType,
    to_net: Code,
    from_net: Code,
) -> Scalar {
    Scalar {
        net,
        name,
        data_type,
        to_net,
        from_net,
        is_value_type: true,
        lossy: None,
    }
}

/// A struct of whose values a part is lost, as the diagnostic `lossy` says.
const fn lossy(
    net: &'static str,
    name: &'static str,
    data_type: DataType,
    to_net: Code,
    from_net: Code,
    lossy: &'static str,
) -> Scalar {
    Scalar {
        net,
        name,
        data_type,
        to_net,
        from_net,
        is_value_type: true,
        lossy: Some(lossy),
    }
}

/// A class; an empty value stands for null.
pub(super) const fn class(
    net: &'static str,
    name: &'static str,
    data_type: DataType,
    to_net: Code,
    from_net: Code,
) -> Scalar {
    Scalar {
        net,
        name,
        data_type,
        to_net,
        from_net,
        is_value_type: false,
        lossy: None,
    }
}

/// A class that travels as Text.
const fn text(
    net: &'static str,
    name: &'static str,
    to_net: &'static str,
    from_net: &'static str,
) -> Scalar {
    class(net, name, DataType::Text, Parsed(to_net), Body(from_net))
}

/// A stream, whose bytes come back by `from_net`.
pub(super) const fn stream(
    net: &'static str,
    name: &'static str,
    from_net: &'static Helper,
) -> Scalar {
    class(
        net,
        name,
        DataType::BinaryData,
        Code::Helper(&STREAM_OF),
        Code::Helper(from_net),
    )
}

/// A struct that travels as Text.
const fn value_text(
    net: &'static str,
    name: &'static str,
    to_net: &'static str,
    from_net: Code,
) -> Scalar {
    value(net, name, DataType::Text, Parsed(to_net), from_net)
}

/// A number that C# converts by itself on the way back, and checked on the way in.
const fn number(
    net: &'static str,
    name: &'static str,
    data_type: DataType,
    to_net: &'static str,
) -> Scalar {
    value(net, name, data_type, Checked(to_net), Same)
}

/// Rows of the type map, by full .NET name.
pub const SCALARS: &[Scalar] = &[
    class(
        "System.String",
        "String",
        DataType::Text,
        Same,
        Expression("{} ?? \"\""),
    ),
    value("System.Boolean", "Boolean", DataType::Boolean, Same, Same),
    value("System.Int32", "Int32", DataType::Integer, Same, Same),
    value("System.Int64", "Int64", DataType::LongInteger, Same, Same),
    lossy(
        "System.Decimal",
        "Decimal",
        DataType::Decimal,
        Same,
        Same,
        "DL2001",
    ),
    value(
        "System.DateTime",
        "DateTime",
        DataType::DateTime,
        Same,
        Body(FROM_DATE_TIME),
    ),
    number(
        "System.SByte",
        "SByte",
        DataType::Integer,
        "return checked((sbyte) value);",
    ),
    number(
        "System.Byte",
        "Byte",
        DataType::Integer,
        "return checked((byte) value);",
    ),
    number(
        "System.Int16",
        "Int16",
        DataType::Integer,
        "return checked((short) value);",
    ),
    number(
        "System.UInt16",
        "UInt16",
        DataType::Integer,
        "return checked((ushort) value);",
    ),
    number(
        "System.UInt32",
        "UInt32",
        DataType::LongInteger,
        "return checked((uint) value);",
    ),
    number(
        "System.UInt64",
        "UInt64",
        DataType::Decimal,
        "return (ulong) value;",
    ),
    value(
        "System.IntPtr",
        "IntPtr",
        DataType::LongInteger,
        Expression("new System.IntPtr({})"),
        Expression("{}.ToInt64()"),
    ),
    value(
        "System.UIntPtr",
        "UIntPtr",
        DataType::Decimal,
        Checked("return new System.UIntPtr((ulong) value);"),
        Expression("{}.ToUInt64()"),
    ),
    lossy(
        "System.Single",
        "Single",
        DataType::Decimal,
        Expression("(float) {}"),
        Body(FROM_SINGLE),
        "DL2002",
    ),
    lossy(
        "System.Double",
        "Double",
        DataType::Decimal,
        Expression("(double) {}"),
        Body(FROM_DOUBLE),
        "DL2002",
    ),
    value(
        "System.Char",
        "Char",
        DataType::Text,
        Parsed(TO_CHAR),
        Body(FROM_CHAR),
    ),
    value_text(
        "System.Guid",
        "Guid",
        "return new System.Guid(value);",
        Expression("{}.ToString()"),
    ),
    lossy(
        "System.DateTimeOffset",
        "DateTimeOffset",
        DataType::DateTime,
        Expression(
            "new System.DateTimeOffset(System.DateTime.SpecifyKind({}, System.DateTimeKind.Utc))",
        ),
        Body(FROM_DATE_TIME_OFFSET),
        "DL2003",
    ),
    value(
        "System.TimeSpan",
        "TimeSpan",
        DataType::Decimal,
        Checked(
            "return new System.TimeSpan(decimal.ToInt64(value * System.TimeSpan.TicksPerSecond));",
        ),
        Expression("(decimal) {}.Ticks / System.TimeSpan.TicksPerSecond"),
    ),
    value_text(
        "System.Numerics.BigInteger",
        "BigInteger",
        "return System.Numerics.BigInteger.Parse(value, System.Globalization.CultureInfo.InvariantCulture);",
        Expression(TO_INVARIANT),
    ),
    value_text(
        "System.Int128",
        "Int128",
        "return System.Int128.Parse(value, System.Globalization.CultureInfo.InvariantCulture);",
        Expression(TO_INVARIANT),
    ),
    value_text(
        "System.UInt128",
        "UInt128",
        "return System.UInt128.Parse(value, System.Globalization.CultureInfo.InvariantCulture);",
        Expression(TO_INVARIANT),
    ),
    value_text(
        "System.Numerics.Complex",
        "Complex",
        TO_COMPLEX,
        Body(FROM_COMPLEX),
    ),
    lossy(
        "System.Half",
        "Half",
        DataType::Decimal,
        Expression("(System.Half) (float) {}"),
        Body(FROM_HALF),
        "DL2002",
    ),
    value(
        "System.DateOnly",
        "DateOnly",
        DataType::Date,
        Expression("System.DateOnly.FromDateTime({})"),
        Body(FROM_DATE_ONLY),
    ),
    value(
        "System.TimeOnly",
        "TimeOnly",
        DataType::Time,
        Expression("System.TimeOnly.FromDateTime({})"),
        Expression("new System.DateTime(1900, 1, 1).Add({}.ToTimeSpan())"),
    ),
    text("System.Uri", "Uri", TO_URI, FROM_URI),
    text("System.Version", "Version", TO_VERSION, TO_STRING),
    class(
        "System.Text.StringBuilder",
        "StringBuilder",
        DataType::Text,
        Expression("new System.Text.StringBuilder({})"),
        Body(TO_STRING),
    ),
    text(
        "System.Globalization.CultureInfo",
        "CultureInfo",
        TO_CULTURE,
        FROM_CULTURE,
    ),
    text(
        "System.Text.Encoding",
        "Encoding",
        TO_ENCODING,
        FROM_ENCODING,
    ),
    text(
        "System.Net.IPAddress",
        "IPAddress",
        TO_IP_ADDRESS,
        TO_STRING,
    ),
    text(
        "System.Xml.XmlDocument",
        "XmlDocument",
        TO_XML_DOCUMENT,
        FROM_XML_DOCUMENT,
    ),
    text(
        "System.Xml.Linq.XElement",
        "XElement",
        TO_X_ELEMENT,
        TO_STRING,
    ),
    text(
        "System.Xml.Linq.XDocument",
        "XDocument",
        TO_X_DOCUMENT,
        TO_STRING,
    ),
    text(
        "System.Text.Json.JsonDocument",
        "JsonDocument",
        "return System.Text.Json.JsonDocument.Parse(value);",
        "return value == null ? \"\" : value.RootElement.GetRawText();",
    ),
    value_text(
        "System.Text.Json.JsonElement",
        "JsonElement",
        "return System.Text.Json.JsonDocument.Parse(value).RootElement;",
        Body(FROM_JSON_ELEMENT),
    ),
    text(
        "System.Text.Json.Nodes.JsonNode",
        "JsonNode",
        "return System.Text.Json.Nodes.JsonNode.Parse(value);",
        "return value == null ? \"\" : value.ToJsonString();",
    ),
    class(
        "System.IO.TextReader",
        "TextReader",
        DataType::Text,
        Expression("new System.IO.StringReader({} ?? \"\")"),
        Body(FROM_TEXT_READER),
    ),
    stream("System.IO.Stream", "Stream", &READ_TO_END),
    stream("System.IO.MemoryStream", "MemoryStream", &READ_TO_END),
];

/// Buffers of bytes and characters, by full name with the element's. Those that can be written to are of their own:
/// what OutSystems passes stays as it is.
pub const BUFFERS: &[Scalar] = &[
    value(
        "System.ArraySegment`1[System.Byte]",
        "ByteSegment",
        DataType::BinaryData,
        Expression("new System.ArraySegment<byte>((byte[]) ({} ?? new byte[] {}).Clone())"),
        Body(FROM_BYTE_SEGMENT),
    ),
    value(
        "System.Memory`1[System.Byte]",
        "ByteMemory",
        DataType::BinaryData,
        Expression("new System.Memory<byte>((byte[]) ({} ?? new byte[] {}).Clone())"),
        Expression("{}.ToArray()"),
    ),
    value(
        "System.ReadOnlyMemory`1[System.Byte]",
        "ReadOnlyByteMemory",
        DataType::BinaryData,
        Expression("new System.ReadOnlyMemory<byte>({})"),
        Expression("{}.ToArray()"),
    ),
    value(
        "System.Span`1[System.Byte]",
        "ByteSpan",
        DataType::BinaryData,
        Expression("new System.Span<byte>((byte[]) ({} ?? new byte[] {}).Clone())"),
        Expression("{}.ToArray()"),
    ),
    value(
        "System.ReadOnlySpan`1[System.Byte]",
        "ReadOnlyByteSpan",
        DataType::BinaryData,
        Expression("new System.ReadOnlySpan<byte>({})"),
        Expression("{}.ToArray()"),
    ),
    value(
        "System.Memory`1[System.Char]",
        "CharMemory",
        DataType::Text,
        Expression("new System.Memory<char>({}.ToCharArray())"),
        Expression("{}.ToString()"),
    ),
    value(
        "System.ReadOnlyMemory`1[System.Char]",
        "ReadOnlyCharMemory",
        DataType::Text,
        Expression("System.MemoryExtensions.AsMemory({})"),
        Expression("{}.ToString()"),
    ),
    value(
        "System.Span`1[System.Char]",
        "CharSpan",
        DataType::Text,
        Expression("new System.Span<char>({}.ToCharArray())"),
        Expression("{}.ToString()"),
    ),
    value(
        "System.ReadOnlySpan`1[System.Char]",
        "ReadOnlyCharSpan",
        DataType::Text,
        Expression("System.MemoryExtensions.AsSpan({})"),
        Expression("{}.ToString()"),
    ),
];

/// `byte[]`, which is Binary Data rather than a list.
pub const BYTES: &Scalar = &class(
    "System.Byte[]",
    "Bytes",
    DataType::BinaryData,
    Same,
    Expression("{} ?? new byte[] {}"),
);

/// `char[]`, which is Text rather than a list.
pub const CHARS: &Scalar = &class(
    "System.Char[]",
    "Chars",
    DataType::Text,
    Expression("{}.ToCharArray()"),
    Expression("new string({})"),
);

// By its digits: C#'s own conversion keeps 15 of them, and 7 of a `float`.
const FROM_DOUBLE: &str = "\
if (double.IsNaN(value) || value <= (double) decimal.MinValue || value >= (double) decimal.MaxValue) {
	throw new System.OverflowException(\"The value \" + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + \" is not a Decimal.\");
}
return decimal.Parse(value.ToString(\"R\", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);";
const FROM_SINGLE: &str = "\
if (float.IsNaN(value) || value <= (float) decimal.MinValue || value >= (float) decimal.MaxValue) {
	throw new System.OverflowException(\"The value \" + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + \" is not a Decimal.\");
}
return decimal.Parse(value.ToString(\"R\", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);";
// The default means that there is no date, for which OutSystems has one of its own. Any other date stays what it
// is, even before 1900: a variable of OutSystems 11 holds it, though a database need not.
const FROM_DATE_TIME: &str = "\
return value == default(System.DateTime) ? new System.DateTime(1900, 1, 1) : value;";
const FROM_DATE_TIME_OFFSET: &str = "\
return value == default(System.DateTimeOffset) ? new System.DateTime(1900, 1, 1) : value.UtcDateTime;";
const FROM_DATE_ONLY: &str = "\
return value == default(System.DateOnly) ? new System.DateTime(1900, 1, 1) : value.ToDateTime(System.TimeOnly.MinValue);";
const TO_CHAR: &str = "return char.Parse(value);";
const FROM_HALF: &str = "\
if (!System.Half.IsFinite(value)) {
	throw new System.OverflowException(\"The value \" + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + \" is not a Decimal.\");
}
return (decimal) (float) value;";
const FROM_CHAR: &str = "return value == '\\0' ? \"\" : value.ToString();";
const TO_STRING: &str = "return value == null ? \"\" : value.ToString();";
const TO_URI: &str = "return new System.Uri(value, System.UriKind.RelativeOrAbsolute);";
const FROM_URI: &str = "return value == null ? \"\" : value.OriginalString;";
const TO_VERSION: &str = "return new System.Version(value);";
const TO_CULTURE: &str = "return new System.Globalization.CultureInfo(value);";
const FROM_CULTURE: &str = "return value == null ? \"\" : value.Name;";
const TO_ENCODING: &str = "return System.Text.Encoding.GetEncoding(value);";
const FROM_ENCODING: &str = "return value == null ? \"\" : value.WebName;";
const TO_INVARIANT: &str = "{}.ToString(System.Globalization.CultureInfo.InvariantCulture)";
const TO_COMPLEX: &str = "\
string[] parts = value.Split(';');
if (parts.Length != 2) {
	throw new System.FormatException();
}
return new System.Numerics.Complex(
	double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
	double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));";
const FROM_COMPLEX: &str = "\
return value.Real.ToString(\"R\", System.Globalization.CultureInfo.InvariantCulture) + \";\"
	+ value.Imaginary.ToString(\"R\", System.Globalization.CultureInfo.InvariantCulture);";
const FROM_JSON_ELEMENT: &str = "\
return value.ValueKind == System.Text.Json.JsonValueKind.Undefined ? \"\" : value.GetRawText();";
const TO_IP_ADDRESS: &str = "return System.Net.IPAddress.Parse(value);";
const TO_XML_DOCUMENT: &str = "\
System.Xml.XmlDocument document = new System.Xml.XmlDocument();
document.XmlResolver = null;
document.LoadXml(value);
return document;";
const FROM_XML_DOCUMENT: &str = "return value == null ? \"\" : value.OuterXml;";
const TO_X_ELEMENT: &str = "return System.Xml.Linq.XElement.Parse(value);";
const TO_X_DOCUMENT: &str = "return System.Xml.Linq.XDocument.Parse(value);";
const FROM_TEXT_READER: &str = "\
if (value == null) {
	return \"\";
}
using (value) {
	return value.ReadToEnd();
}";
const FROM_BYTE_SEGMENT: &str = "\
byte[] bytes = new byte[value.Count];
if (value.Count > 0) {
	System.Buffer.BlockCopy(value.Array, value.Offset, bytes, 0, value.Count);
}
return bytes;";
