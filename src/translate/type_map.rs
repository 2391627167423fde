//! The type map (TRANSLATION §4 and §6) as data: a row says which OutSystems type a .NET type becomes and
//! how C# converts it. A new row needs no new code.

use crate::extension::DataType;

/// A .NET type that becomes a basic OutSystems type.
#[derive(Debug, PartialEq)]
pub struct Scalar {
    /// Full name of the .NET type.
    pub net: &'static str,
    /// Its name in the names of conversion methods.
    pub name: &'static str,
    /// What it becomes.
    pub data_type: DataType,
    /// From OutSystems.
    pub to_net: Code,
    /// Back to OutSystems.
    pub from_net: Code,
    /// Whether it is a struct.
    pub is_value_type: bool,
    /// A diagnostic that every use of the row deserves.
    pub lossy: Option<&'static str>,
}

/// C# of a conversion.
#[derive(Debug, PartialEq)]
pub enum Code {
    /// No code: the value already has the type.
    None,
    /// An expression, with `{}` for the value, once.
    Expression(&'static str),
    /// The body of a method with a parameter `value`.
    Body(&'static str),
}

use Code::{Body, Expression, None as Same};

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
const fn class(
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
    class(net, name, DataType::Text, Body(to_net), Body(from_net))
}

/// A class that travels as Binary Data.
const fn binary(
    net: &'static str,
    name: &'static str,
    to_net: &'static str,
    from_net: &'static str,
) -> Scalar {
    class(
        net,
        name,
        DataType::BinaryData,
        Body(to_net),
        Body(from_net),
    )
}

/// A number that C# converts by itself on the way back, and checked on the way in.
const fn number(
    net: &'static str,
    name: &'static str,
    data_type: DataType,
    to_net: &'static str,
) -> Scalar {
    value(net, name, data_type, Expression(to_net), Same)
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
        Same,
    ),
    number(
        "System.SByte",
        "SByte",
        DataType::Integer,
        "checked((sbyte) {})",
    ),
    number(
        "System.Byte",
        "Byte",
        DataType::Integer,
        "checked((byte) {})",
    ),
    number(
        "System.Int16",
        "Int16",
        DataType::Integer,
        "checked((short) {})",
    ),
    number(
        "System.UInt16",
        "UInt16",
        DataType::Integer,
        "checked((ushort) {})",
    ),
    number(
        "System.UInt32",
        "UInt32",
        DataType::LongInteger,
        "checked((uint) {})",
    ),
    number("System.UInt64", "UInt64", DataType::Decimal, "(ulong) {}"),
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
        Expression("new System.UIntPtr((ulong) {})"),
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
        Body(TO_CHAR),
        Body(FROM_CHAR),
    ),
    value(
        "System.Guid",
        "Guid",
        DataType::Text,
        Body(TO_GUID),
        Expression("{}.ToString()"),
    ),
    lossy(
        "System.DateTimeOffset",
        "DateTimeOffset",
        DataType::DateTime,
        Expression(
            "new System.DateTimeOffset(System.DateTime.SpecifyKind({}, System.DateTimeKind.Utc))",
        ),
        Expression("{}.UtcDateTime"),
        "DL2003",
    ),
    value(
        "System.TimeSpan",
        "TimeSpan",
        DataType::Decimal,
        Expression("new System.TimeSpan(decimal.ToInt64({} * System.TimeSpan.TicksPerSecond))"),
        Expression("(decimal) {}.Ticks / System.TimeSpan.TicksPerSecond"),
    ),
    value(
        "System.Numerics.BigInteger",
        "BigInteger",
        DataType::Text,
        Body(TO_BIG_INTEGER),
        Body(FROM_BIG_INTEGER),
    ),
    text("System.Uri", "Uri", TO_URI, FROM_URI),
    text("System.Version", "Version", TO_VERSION, TO_STRING),
    text(
        "System.Text.StringBuilder",
        "StringBuilder",
        TO_STRING_BUILDER,
        TO_STRING,
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
        "System.IO.TextReader",
        "TextReader",
        TO_TEXT_READER,
        FROM_TEXT_READER,
    ),
    binary("System.IO.Stream", "Stream", TO_STREAM, FROM_STREAM),
    binary(
        "System.IO.MemoryStream",
        "MemoryStream",
        TO_STREAM,
        FROM_STREAM,
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
const TO_CHAR: &str = "\
if (string.IsNullOrEmpty(value)) {
	return '\\0';
}
if (value.Length != 1) {
	throw new System.ArgumentException(\"\\\"\" + value + \"\\\" is not one character.\");
}
return value[0];";
const FROM_CHAR: &str = "return value == '\\0' ? \"\" : value.ToString();";
const TO_GUID: &str = "\
return string.IsNullOrEmpty(value) ? System.Guid.Empty : new System.Guid(value);";
const TO_STRING: &str = "return value == null ? \"\" : value.ToString();";
const TO_URI: &str = "\
return string.IsNullOrEmpty(value) ? null : new System.Uri(value, System.UriKind.RelativeOrAbsolute);";
const FROM_URI: &str = "return value == null ? \"\" : value.OriginalString;";
const TO_VERSION: &str = "return string.IsNullOrEmpty(value) ? null : new System.Version(value);";
const TO_STRING_BUILDER: &str = "return new System.Text.StringBuilder(value);";
const TO_CULTURE: &str =
    "return string.IsNullOrEmpty(value) ? null : new System.Globalization.CultureInfo(value);";
const FROM_CULTURE: &str = "return value == null ? \"\" : value.Name;";
const TO_ENCODING: &str =
    "return string.IsNullOrEmpty(value) ? null : System.Text.Encoding.GetEncoding(value);";
const FROM_ENCODING: &str = "return value == null ? \"\" : value.WebName;";
const TO_BIG_INTEGER: &str = "\
if (string.IsNullOrEmpty(value)) {
	return System.Numerics.BigInteger.Zero;
}
return System.Numerics.BigInteger.Parse(value, System.Globalization.CultureInfo.InvariantCulture);";
const FROM_BIG_INTEGER: &str =
    "return value.ToString(System.Globalization.CultureInfo.InvariantCulture);";
const TO_IP_ADDRESS: &str =
    "return string.IsNullOrEmpty(value) ? null : System.Net.IPAddress.Parse(value);";
const TO_XML_DOCUMENT: &str = "\
if (string.IsNullOrEmpty(value)) {
	return null;
}
System.Xml.XmlDocument document = new System.Xml.XmlDocument();
document.XmlResolver = null;
document.LoadXml(value);
return document;";
const FROM_XML_DOCUMENT: &str = "return value == null ? \"\" : value.OuterXml;";
const TO_X_ELEMENT: &str =
    "return string.IsNullOrEmpty(value) ? null : System.Xml.Linq.XElement.Parse(value);";
const TO_X_DOCUMENT: &str =
    "return string.IsNullOrEmpty(value) ? null : System.Xml.Linq.XDocument.Parse(value);";
const TO_TEXT_READER: &str = "return new System.IO.StringReader(value);";
const FROM_TEXT_READER: &str = "\
if (value == null) {
	return \"\";
}
using (value) {
	return value.ReadToEnd();
}";
const TO_STREAM: &str = "return new System.IO.MemoryStream(value);";
const FROM_STREAM: &str = "\
if (value == null) {
	return new byte[] {};
}
using (value) {
	System.IO.MemoryStream copy = new System.IO.MemoryStream();
	value.CopyTo(copy);
	return copy.ToArray();
}";

/// A .NET type that becomes a list (TRANSLATION §6).
#[derive(Debug, PartialEq)]
pub struct Collection {
    /// Full name of the generic type, with its arity suffix; empty for an array.
    pub net: &'static str,
    /// C# that makes one of a `List<T>`, `{}`; `{T}` is the element type. `None` where a `List<T>` is one.
    pub to_net: Option<&'static str>,
}

/// A collection that a `List<T>` is or implements.
const fn list(net: &'static str) -> Collection {
    Collection { net, to_net: None }
}

/// A collection that is made of a `List<T>`.
const fn made(net: &'static str, to_net: &'static str) -> Collection {
    Collection {
        net,
        to_net: Some(to_net),
    }
}

/// `T[]`.
pub const ARRAY: &Collection = &made("", "{}.ToArray()");

const HASH_SET: &str = "new System.Collections.Generic.HashSet<{T}>({})";

/// Collections of the table in TRANSLATION §6, by full .NET name.
pub const COLLECTIONS: &[Collection] = &[
    list("System.Collections.Generic.List`1"),
    list("System.Collections.Generic.IEnumerable`1"),
    list("System.Collections.Generic.ICollection`1"),
    list("System.Collections.Generic.IList`1"),
    list("System.Collections.Generic.IReadOnlyCollection`1"),
    list("System.Collections.Generic.IReadOnlyList`1"),
    made("System.Collections.Generic.HashSet`1", HASH_SET),
    made("System.Collections.Generic.ISet`1", HASH_SET),
    made(
        "System.Collections.Generic.SortedSet`1",
        "new System.Collections.Generic.SortedSet<{T}>({})",
    ),
    made(
        "System.Collections.Generic.Queue`1",
        "new System.Collections.Generic.Queue<{T}>({})",
    ),
    made(
        "System.Collections.Generic.Stack`1",
        "new System.Collections.Generic.Stack<{T}>({})",
    ),
    made(
        "System.Collections.Generic.LinkedList`1",
        "new System.Collections.Generic.LinkedList<{T}>({})",
    ),
    made(
        "System.Collections.ObjectModel.Collection`1",
        "new System.Collections.ObjectModel.Collection<{T}>({})",
    ),
    made(
        "System.Collections.ObjectModel.ReadOnlyCollection`1",
        "{}.AsReadOnly()",
    ),
    made(
        "System.Collections.ObjectModel.ObservableCollection`1",
        "new System.Collections.ObjectModel.ObservableCollection<{T}>({})",
    ),
    made(
        "System.Collections.Concurrent.ConcurrentBag`1",
        "new System.Collections.Concurrent.ConcurrentBag<{T}>({})",
    ),
    made(
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "new System.Collections.Concurrent.ConcurrentQueue<{T}>({})",
    ),
];

/// The row for the type with this full name.
pub fn scalar(net: &str) -> Option<&'static Scalar> {
    SCALARS.iter().find(|row| row.net == net)
}

/// The row for the generic type with this full name.
pub fn collection(net: &str) -> Option<&'static Collection> {
    COLLECTIONS.iter().find(|row| row.net == net)
}
