//! Values that travel as JSON, since their types contain themselves (TRANSLATION §5): the methods that write
//! and read it. The platform has JSON as XML (`JsonReaderWriterFactory`), so an element tree is what the methods
//! make and take.

use super::conversions::{Conversions, Direction, INPUT};
use super::writer::CodeWriter;
use crate::extension::DataType;
use crate::translate::type_map::Helper;
use crate::translate::{AttributePlan, Conversion, Mapping, StructurePlan};

const ELEMENT: &str = "System.Xml.Linq.XElement";

/// C# of the name of an element that a method of this module gets.
const NAME: &str = "name";

const JSON_TEXT: Helper = Helper {
    name: "JsonText",
    code: "\
private static string JsonText(System.Xml.Linq.XElement root) {
	using (System.IO.MemoryStream stream = new System.IO.MemoryStream()) {
		using (System.Xml.XmlDictionaryWriter writer = System.Runtime.Serialization.Json.JsonReaderWriterFactory.CreateJsonWriter(stream, System.Text.Encoding.UTF8, false)) {
			root.WriteTo(writer);
		}
		return System.Text.Encoding.UTF8.GetString(stream.ToArray());
	}
}",
};

// The depth is limited, since a stack that overflows would end the server's process.
const JSON_ROOT: Helper = Helper {
    name: "JsonRoot",
    code: "\
private static System.Xml.Linq.XElement JsonRoot(string text) {
	System.Xml.XmlDictionaryReaderQuotas quotas = new System.Xml.XmlDictionaryReaderQuotas();
	System.Xml.XmlDictionaryReaderQuotas.Max.CopyTo(quotas);
	quotas.MaxDepth = 256;
	using (System.Xml.XmlDictionaryReader reader = System.Runtime.Serialization.Json.JsonReaderWriterFactory.CreateJsonReader(System.Text.Encoding.UTF8.GetBytes(text), quotas)) {
		return System.Xml.Linq.XElement.Load(reader);
	}
}",
};

const JSON_ELEMENT: Helper = Helper {
    name: "JsonElement",
    code: "\
private static System.Xml.Linq.XElement JsonElement(string name, string type, string text) {
	return new System.Xml.Linq.XElement(name, new System.Xml.Linq.XAttribute(\"type\", type), text);
}",
};

const JSON_CONTAINER: Helper = Helper {
    name: "JsonContainer",
    code: "\
private static System.Xml.Linq.XElement JsonContainer(string name, string type) {
	return new System.Xml.Linq.XElement(name, new System.Xml.Linq.XAttribute(\"type\", type));
}",
};

// An object inside of itself, as a parent that knows its children and they it, is written as null.
const IS_JSON_END: Helper = Helper {
    name: "IsJsonEnd",
    code: "\
private static bool IsJsonEnd(object value, System.Collections.Generic.List<object> path) {
	if (path.Count > 250) {
		throw new System.InvalidOperationException(\"The objects nest deeper than 250 levels.\");
	}
	return value == null || path.Exists(known => object.ReferenceEquals(known, value));
}",
};

const IS_JSON_NULL: Helper = Helper {
    name: "IsJsonNull",
    code: "\
private static bool IsJsonNull(System.Xml.Linq.XElement element) {
	return element == null || (string) element.Attribute(\"type\") == \"null\";
}",
};

/// How a basic type is written: the JSON type, C# that makes its text of `{}`, and C# that makes it of the
/// text `{}` again.
fn basic(data_type: &DataType) -> Option<(&'static str, &'static str, &'static str)> {
    const NUMBER: &str = "System.Xml.XmlConvert.ToString({})";
    Some(match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => ("string", "{}", "{}"),
        DataType::Integer => ("number", NUMBER, "System.Xml.XmlConvert.ToInt32({})"),
        DataType::LongInteger => ("number", NUMBER, "System.Xml.XmlConvert.ToInt64({})"),
        DataType::Decimal | DataType::Currency => (
            "number",
            NUMBER,
            "decimal.Parse({}, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture)",
        ),
        DataType::Boolean => ("boolean", NUMBER, "System.Xml.XmlConvert.ToBoolean({})"),
        DataType::DateTime | DataType::Date | DataType::Time => (
            "string",
            "System.Xml.XmlConvert.ToString({}, System.Xml.XmlDateTimeSerializationMode.RoundtripKind)",
            "System.Xml.XmlConvert.ToDateTime({}, System.Xml.XmlDateTimeSerializationMode.RoundtripKind)",
        ),
        DataType::BinaryData => (
            "string",
            "System.Convert.ToBase64String({})",
            "System.Convert.FromBase64String({})",
        ),
        DataType::Object | DataType::Structure { .. } | DataType::List { .. } => return None,
    })
}

impl<'t> Conversions<'t> {
    fn json_mapping(&self, position: usize) -> Option<&'t Mapping> {
        self.translation.json.get(position)
    }

    pub(super) fn write_from_json(&mut self, position: usize, mapping: &Mapping) -> String {
        let Some(inner) = self.json_mapping(position) else {
            return String::new();
        };
        let value = self.written(
            inner,
            "value",
            "\"root\"",
            "new System.Collections.Generic.List<object>()",
        );
        self.need(&JSON_TEXT);
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        w.open("if ((object) value == null) {");
        w.line("return \"\";");
        w.close("}");
        w.line(format_args!("return JsonText({value});"));
        w.close("}");
        w.finish()
    }

    pub(super) fn write_to_json(&mut self, position: usize, mapping: &Mapping) -> String {
        let Some(inner) = self.json_mapping(position) else {
            return String::new();
        };
        let value = self.read(inner, "JsonRoot(value)");
        let nothing = self.nothing(inner);
        self.need(&JSON_ROOT);
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        w.open("if (string.IsNullOrEmpty(value)) {");
        w.line(format_args!("return {nothing};"));
        w.close("}");
        w.open("try {");
        w.line(format_args!("return {value};"));
        w.close("}");
        for error in ["FormatException", "OverflowException", "Xml.XmlException"] {
            w.open(format_args!("catch (System.{error} error) {{"));
            w.line(format_args!(
                "throw new System.ArgumentException({INPUT} + \": the JSON cannot be read: \" + error.Message, error);"
            ));
            w.close("}");
        }
        w.close("}");
        w.finish()
    }

    /// C# of the value for no JSON: null, or what is nearest to it where F# has no null.
    fn nothing(&mut self, mapping: &Mapping) -> String {
        match &mapping.conversion {
            Conversion::List(collection, item) if collection.is_never_null() => {
                let list = format!("new System.Collections.Generic.List<{}>()", item.net);
                self.collection_of(collection, mapping, item, &list, INPUT)
            }
            Conversion::Enum(_) if self.is_union(mapping) => self.net_value(mapping, "\"\"", INPUT),
            _ => format!("default({})", mapping.net),
        }
    }

    /// C# that makes an element called `name` of `value`.
    fn written(&mut self, mapping: &Mapping, value: &str, name: &str, path: &str) -> String {
        let null = format!("JsonElement({name}, \"null\", null)");
        self.need(&JSON_ELEMENT);
        match &mapping.conversion {
            Conversion::Structure(position) => {
                let plan = self.translation.structures.get(*position);
                let method = self.call(mapping, Direction::Write, &|this| {
                    plan.map_or_else(String::new, |plan| this.write_structure(plan, mapping))
                });
                format!("{method}({value}, {name}, {path})")
            }
            Conversion::List(collection, element) => {
                let method = self.call(mapping, Direction::Write, &|this| {
                    this.write_list(mapping, element)
                });
                let values = self.enumerated(collection, element, value);
                format!("{method}({values}, {name}, {path})")
            }
            Conversion::Json(position) => match self.json_mapping(*position) {
                Some(inner) => self.written(inner, value, name, path),
                None => null,
            },
            Conversion::Nullable {
                optional, inner, ..
            } => {
                let inner = self.written(inner, &format!("{value}.Value"), name, path);
                format!("{} ? {inner} : {null}", optional.test(value))
            }
            Conversion::Handle => null,
            Conversion::Scalar(_) | Conversion::Enum(_) => {
                let Some((kind, text, _)) = basic(&mapping.data_type) else {
                    return null;
                };
                let platform = self.platform_value(mapping, value);
                let text = text.replacen("{}", &platform, 1);
                let element = format!("JsonElement({name}, \"{kind}\", {text})");
                match &mapping.conversion {
                    Conversion::Scalar(row) if !row.is_value_type => {
                        format!("{value} == null ? {null} : {element}")
                    }
                    _ => element,
                }
            }
        }
    }

    fn begin_writer(&mut self, mapping: &Mapping, net: &str) -> CodeWriter {
        self.need(&JSON_CONTAINER);
        self.need(&IS_JSON_END);
        let subject = self.subject(mapping);
        let mut w = CodeWriter::new();
        w.open(format_args!(
            "private static {ELEMENT} Write{subject}({net} value, string {NAME}, System.Collections.Generic.List<object> path) {{"
        ));
        w
    }

    fn write_structure(&mut self, plan: &StructurePlan, mapping: &Mapping) -> String {
        let parts = plan.attributes.iter().filter(|part| !part.is_companion);
        let elements: Vec<String> = parts
            .map(|part| {
                let name = format!("\"{}\"", key(part));
                self.written(&part.mapping, &part.of("value"), &name, "path")
            })
            .collect();
        let mut w = self.begin_writer(mapping, &plan.net);
        write_start(&mut w, "object");
        for element in elements {
            w.line(format_args!("element.Add({element});"));
        }
        write_end(&mut w);
        w.close("}");
        w.finish()
    }

    fn write_list(&mut self, mapping: &Mapping, element: &Mapping) -> String {
        let item = self.written(element, "item", "\"item\"", "path");
        let net = format!("System.Collections.Generic.IEnumerable<{}>", element.net);
        let mut w = self.begin_writer(mapping, &net);
        write_start(&mut w, "array");
        w.open(format_args!("foreach ({} item in value) {{", element.net));
        w.line(format_args!("element.Add({item});"));
        w.close("}");
        write_end(&mut w);
        w.close("}");
        w.finish()
    }

    /// C# that makes a value of `element`, an expression of an element or null.
    fn read(&mut self, mapping: &Mapping, element: &str) -> String {
        let null = format!("default({})", mapping.net);
        match &mapping.conversion {
            Conversion::Structure(position) => {
                let plan = self.translation.structures.get(*position);
                let Some(plan) = plan.filter(|plan| plan.constructor.is_some()) else {
                    return null;
                };
                let method = self.call(mapping, Direction::Read, &|this| {
                    this.read_structure(plan, mapping)
                });
                format!("{method}({element}, {INPUT})")
            }
            Conversion::List(collection, item) => {
                let method = self.call(mapping, Direction::Read, &|this| {
                    this.read_list(mapping, item)
                });
                let list = format!("{method}({element}, {INPUT})");
                self.collection_of(collection, mapping, item, &list, INPUT)
            }
            Conversion::Json(position) => match self.json_mapping(*position) {
                Some(inner) => self.read(inner, element),
                None => null,
            },
            Conversion::Nullable {
                optional, inner, ..
            } => {
                self.need(&IS_JSON_NULL);
                let value = self.read(inner, element);
                let value = optional.holding(&mapping.net, value);
                format!("IsJsonNull({element}) ? {null} : {value}")
            }
            Conversion::Handle => null,
            Conversion::Scalar(_) | Conversion::Enum(_) => {
                let Some((_, _, parse)) = basic(&mapping.data_type) else {
                    return null;
                };
                self.need(&IS_JSON_NULL);
                let platform = parse.replacen("{}", &format!("{element}.Value"), 1);
                let value = self.net_value(mapping, &platform, INPUT);
                let nothing = self.nothing(mapping);
                format!("IsJsonNull({element}) ? {nothing} : {value}")
            }
        }
    }

    fn begin_reader(&mut self, mapping: &Mapping, net: &str) -> CodeWriter {
        self.need(&IS_JSON_NULL);
        let subject = self.subject(mapping);
        let mut w = CodeWriter::new();
        w.open(format_args!(
            "private static {net} Read{subject}({ELEMENT} element, string {INPUT}) {{"
        ));
        w
    }

    fn read_structure(&mut self, plan: &StructurePlan, mapping: &Mapping) -> String {
        let value = |this: &mut Self, at: usize| {
            let part = plan.attributes.get(at)?;
            let element = format!("element.Element(\"{}\")", key(part));
            Some(this.read(&part.mapping, &element))
        };
        let places = plan.constructor.iter().flatten();
        let arguments: Vec<String> = places.filter_map(|at| value(self, *at)).collect();
        let mut assignments = Vec::new();
        for (at, part) in plan.attributes.iter().enumerate() {
            if part.is_set
                && let Some(value) = value(self, at)
            {
                assignments.push(format!("{} = {value}", part.member));
            }
        }
        let mut w = self.begin_reader(mapping, &plan.net);
        w.open("if (IsJsonNull(element)) {");
        w.line(format_args!("return default({});", plan.net));
        w.close("}");
        write_new(&mut w, plan, &arguments, &assignments);
        w.close("}");
        w.finish()
    }

    fn read_list(&mut self, mapping: &Mapping, item: &Mapping) -> String {
        let value = self.read(item, "item");
        let list = format!("System.Collections.Generic.List<{}>", item.net);
        let mut w = self.begin_reader(mapping, &list);
        w.line(format_args!("{list} values = new {list}();"));
        w.open("if (IsJsonNull(element)) {");
        w.line("return values;");
        w.close("}");
        w.open(format_args!(
            "foreach ({ELEMENT} item in element.Elements()) {{"
        ));
        w.line(format_args!("values.Add({value});"));
        w.close("}");
        w.line("return values;");
        w.close("}");
        w.finish()
    }
}

fn write_start(w: &mut CodeWriter, kind: &str) {
    w.open("if (IsJsonEnd(value, path)) {");
    w.line(format_args!("return JsonElement({NAME}, \"null\", null);"));
    w.close("}");
    w.line("path.Add(value);");
    w.line(format_args!(
        "{ELEMENT} element = JsonContainer({NAME}, \"{kind}\");"
    ));
}

fn write_end(w: &mut CodeWriter) {
    w.line("path.RemoveAt(path.Count - 1);");
    w.line("return element;");
}

/// `return new T(…) { … };`
pub(super) fn write_new(
    w: &mut CodeWriter,
    plan: &StructurePlan,
    arguments: &[String],
    assignments: &[String],
) {
    let net = &plan.net;
    let arguments = nested(arguments, &plan.rests);
    let Some((last, others)) = assignments.split_last() else {
        w.line(format_args!("return new {net}({arguments});"));
        return;
    };
    w.open(format_args!("return new {net}({arguments}) {{"));
    for assignment in others {
        w.line(format_args!("{assignment},"));
    }
    w.line(last);
    w.close("};");
}

/// How many items of a tuple are no items of a tuple that it nests.
const TUPLE: usize = 7;

/// C# of the arguments of a constructor, of which each seven but the first make a tuple of their own.
fn nested(arguments: &[String], rests: &[String]) -> String {
    match (arguments.split_at_checked(TUPLE), rests.split_first()) {
        (Some((own, others)), Some((rest, deeper))) => {
            format!("{}, new {rest}({})", own.join(", "), nested(others, deeper))
        }
        _ => arguments.join(", "),
    }
}

/// The name of an attribute in JSON: that of the member.
fn key(part: &AttributePlan) -> &str {
    match part.member.trim_start_matches('@') {
        "" => "Items",
        member => member,
    }
}
