//! The program that tests the mappers: it sends a value of each structure to .NET and back.

use super::attribute::literal;
use super::class::{USINGS, silence};
use super::names::CodeNames;
use super::platform::Structs;
use crate::emit::csharp::{CodeWriter, Conversions, Platform};
use crate::extension::DataType;
use crate::translate::csharp::escape;
use crate::translate::odc::Library;
use crate::translate::{Conversion, Mapping, StructurePlan};
use std::cell::Cell;
use std::collections::BTreeSet;

/// Texts that the rows of the type map take, by the rows' names.
const TEXTS: &[(&str, &str)] = &[
    ("BigInteger", "12345678901234567890"),
    ("Char", "x"),
    ("Complex", "1;2"),
    ("CultureInfo", ""),
    ("Encoding", "utf-8"),
    ("Guid", "00112233-4455-6677-8899-aabbccddeeff"),
    ("IPAddress", "127.0.0.1"),
    ("Int128", "12345678901234567890"),
    ("JsonDocument", "{\"a\":1}"),
    ("JsonElement", "{\"a\":1}"),
    ("JsonNode", "{\"a\":1}"),
    ("UInt128", "12345678901234567890"),
    ("Uri", "https://example.org/"),
    ("Version", "1.2.3"),
    ("XDocument", "<a />"),
    ("XElement", "<a />"),
    ("XmlDocument", "<a />"),
];

/// `Program.cs` of the tests. It needs the mappers of every structure in both directions.
pub(super) fn mapper_tests(
    library: &Library,
    names: &CodeNames,
    structs: &Structs,
    conversions: &mut Conversions<'_>,
) -> String {
    let tester = Tester { library, structs };
    let mut w = CodeWriter::new();
    w.lines(USINGS);
    w.blank();
    silence(&mut w, library);
    w.line(format_args!("namespace {}.Tests;", names.namespace));
    w.blank();
    w.open("internal static class Program {");
    w.line("private static int failures;");
    w.blank();
    w.open("private static int Main() {");
    for position in &library.used {
        let Some((plan, name, mapping)) = tester.structure(*position) else {
            continue;
        };
        let sample = tester.record(*position);
        let there = conversions.net_value(&mapping, "before", &literal(name));
        let back = conversions.platform_value(&mapping, &there);
        let ty = structs.type_of(&mapping.data_type);
        w.open(format_args!("Test({}, () => {{", literal(name)));
        w.line(format_args!("{ty} before = {sample};"));
        w.line(format_args!("{ty} after = {back};"));
        for name in tester.carried(plan, *position) {
            let field = escape(name);
            w.line(format_args!(
                "Same({}, before.{field}, after.{field});",
                literal(name)
            ));
        }
        w.close("});");
    }
    w.line("return failures;");
    w.close("}");
    w.blank();
    let computed = tester.computed();
    let mut part = SHOW_PART.to_owned();
    if !computed.is_empty() {
        w.line("// .NET makes them of other attributes.");
        w.line(format_args!(
            "private static readonly string[] Computed = {{ {} }};",
            computed.join(", ")
        ));
        w.blank();
        part = format!(
            "if (Array.IndexOf(Computed, field.DeclaringType.Name + \".\" + field.Name) < 0) {{\n\t\t\t\t{part}\n\t\t\t}}"
        );
    }
    w.lines(&TESTING.replace(SHOW_PART, &part));
    w.close("}");
    w.finish()
}

// Reflection, so that structures in structures and lists are compared by what they hold.
const TESTING: &str = r#"private static void Test(string name, Action test) {
	try {
		test();
		Console.WriteLine("ok " + name);
	}
	catch (Exception error) {
		failures++;
		Console.WriteLine("FAIL " + name + ": " + error.Message);
	}
}

private static void Same(string name, object before, object after) {
	if (Show(before) != Show(after)) {
		throw new Exception(name + " was " + Show(before) + " and is " + Show(after) + ".");
	}
}

private static string Show(object value) {
	if (value is byte[] bytes) {
		return Convert.ToHexString(bytes);
	}
	if (value is DateTime time) {
		return time.ToString("yyyy-MM-dd HH:mm:ss.fffffff");
	}
	if (value is string || value is decimal || value.GetType().IsPrimitive) {
		return Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
	}
	List<string> parts = new List<string>();
	if (value is System.Collections.IEnumerable items) {
		foreach (object item in items) {
			parts.Add(Show(item));
		}
	} else {
		foreach (System.Reflection.FieldInfo field in value.GetType().GetFields()) {
			parts.Add(field.Name + ": " + Show(field.GetValue(value)));
		}
	}
	return "{" + string.Join(", ", parts) + "}";
}
"#;

/// The line of [`TESTING`] that compares an attribute.
const SHOW_PART: &str = r#"parts.Add(field.Name + ": " + Show(field.GetValue(value)));"#;

/// The most records in one value: structures that hold structures of which each holds several grow by powers.
const RECORDS: usize = 100;

struct Tester<'a> {
    library: &'a Library,
    structs: &'a Structs,
}

impl<'a> Tester<'a> {
    /// A structure that can be made and read.
    fn structure(&self, position: usize) -> Option<(&'a StructurePlan, &'a str, Mapping)> {
        let translation = &self.library.translation;
        let structure = translation.extension.structures.get(position)?;
        let plan = translation.structures.get(position)?;
        plan.constructor.as_ref()?;
        let mapping = Mapping {
            data_type: DataType::structure(&structure.name),
            net: plan.net.clone(),
            conversion: Conversion::Structure(position),
        };
        Some((plan, &structure.name, mapping))
    }

    /// C# of the names of the attributes that are not carried, each with its structure.
    fn computed(&self) -> Vec<String> {
        let used = self.library.used.iter();
        let structures = used.filter_map(|at| Some((*at, self.structure(*at)?)));
        let mut computed = Vec::new();
        for (position, (plan, structure, _)) in structures {
            let carried = self.carried(plan, position);
            let all = &self.library.translation.extension.structures;
            let attributes = all.get(position).map(|of| &of.attributes);
            let names = attributes.into_iter().flatten().map(|of| of.name.as_str());
            let others = names.filter(|name| !carried.contains(name));
            computed.extend(others.map(|name| literal(&format!("{structure}.{name}"))));
        }
        computed
    }

    /// The attributes whose values go to .NET and come back.
    fn carried(&self, plan: &StructurePlan, position: usize) -> Vec<&'a str> {
        let structures = &self.library.translation.extension.structures;
        let attributes = structures
            .get(position)
            .map(|structure| &structure.attributes);
        let attributes = attributes.into_iter().flatten().enumerate();
        let taken: BTreeSet<usize> = plan.constructor.iter().flatten().copied().collect();
        attributes
            .filter(|(at, _)| {
                let part = plan.attributes.get(*at);
                part.is_some_and(|part| part.is_set || part.is_companion || taken.contains(at))
            })
            .map(|(_, attribute)| attribute.name.as_str())
            .collect()
    }

    /// C# of a record in which no attribute is empty, as far as it has at most [`RECORDS`] records in it.
    fn record(&self, position: usize) -> String {
        self.filled(position, &Cell::new(RECORDS))
    }

    fn filled(&self, position: usize, left: &Cell<usize>) -> String {
        let translation = &self.library.translation;
        let structure = translation.extension.structures.get(position);
        let plan = translation.structures.get(position);
        let (Some(structure), Some(plan)) = (structure, plan) else {
            return "default".to_owned();
        };
        let ty = self.structs.type_of(&DataType::structure(&structure.name));
        let Some(less) = left.get().checked_sub(1) else {
            return format!("new {ty}()");
        };
        left.set(less);
        let parts = structure.attributes.iter().zip(&plan.attributes);
        let parts: Vec<String> = parts
            .map(|(attribute, part)| {
                format!(
                    "{} = {}",
                    escape(&attribute.name),
                    self.sample(&part.mapping, left)
                )
            })
            .collect();
        format!("new {ty}() {{ {} }}", parts.join(", "))
    }

    /// C# of a value that is not empty.
    fn sample(&self, mapping: &Mapping, left: &Cell<usize>) -> String {
        match &mapping.conversion {
            Conversion::Structure(position) => self.filled(*position, left),
            Conversion::Nullable { inner, .. } => self.sample(inner, left),
            Conversion::List(_, element) => {
                let item = self.sample(element, left);
                let item = match self.structs.wrapper(&element.data_type) {
                    Some(wrapper) => {
                        let ty = self.structs.item(&element.data_type);
                        format!("new {ty}() {{ {} = {item} }}", wrapper.attribute)
                    }
                    None => item,
                };
                let ty = self.structs.type_of(&mapping.data_type);
                format!("new {ty}() {{ {item} }}")
            }
            Conversion::Enum(position) if mapping.data_type == DataType::Text => {
                let plan = self.library.translation.enums.get(*position);
                let first = plan.and_then(|plan| plan.members.first());
                literal(first.map_or("0", String::as_str))
            }
            Conversion::Scalar(row) if mapping.data_type == DataType::Text => {
                let text = TEXTS.iter().find(|(name, _)| *name == row.name);
                literal(text.map_or("text", |(_, text)| text))
            }
            // Nothing of what it would hold, or null.
            Conversion::Json(position) => match self.library.translation.json.get(*position) {
                Some(Mapping {
                    conversion: Conversion::List(of, _),
                    ..
                }) if of.is_never_null() => "\"[]\"".to_owned(),
                _ => "\"\"".to_owned(),
            },
            _ => basic(&mapping.data_type).to_owned(),
        }
    }
}

/// C# of a value of a basic type.
fn basic(data_type: &DataType) -> &'static str {
    match data_type {
        DataType::Integer | DataType::LongInteger => "7",
        DataType::Decimal | DataType::Currency => "1m",
        DataType::Boolean => "true",
        DataType::DateTime => "new DateTime(2024, 2, 29, 12, 30, 15)",
        DataType::Date => "new DateTime(2024, 2, 29)",
        DataType::Time => "new DateTime(1900, 1, 1, 12, 30, 15)",
        DataType::BinaryData => "new byte[] { 0, 255 }",
        _ => "\"text\"",
    }
}
