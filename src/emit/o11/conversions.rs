//! The conversions between platform types and .NET types that actions call: one method for each, written
//! once, below the actions.

use super::lower::Lowered;
use super::types::{CSharpType, parameter_name, record_list_name, record_name};
use super::writer::CodeWriter;
use crate::extension::DataType;
use crate::translate::type_map::{Code, Collection};
use crate::translate::{Conversion, Mapping, Translation};
use std::collections::{BTreeMap, HashMap, HashSet};

/// The most enum names that the message about a wrong one lists.
const LISTED_NAMES: usize = 30;

/// Writes conversion expressions, and remembers the methods that they call.
pub(super) struct Conversions<'t> {
    translation: &'t Translation,
    lowered: &'t Lowered,
    /// What a conversion is about: its identity, and its name in method names.
    subjects: HashMap<String, String>,
    names: HashSet<String>,
    /// Methods by subject and direction.
    methods: BTreeMap<(String, Direction), String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    ToNet,
    FromNet,
}

impl Direction {
    fn method(self, subject: &str) -> String {
        match self {
            Self::ToNet => format!("To{subject}"),
            Self::FromNet => format!("From{subject}"),
        }
    }
}

impl<'t> Conversions<'t> {
    pub(super) fn new(translation: &'t Translation, lowered: &'t Lowered) -> Self {
        Self {
            translation,
            lowered,
            subjects: HashMap::new(),
            names: HashSet::new(),
            methods: BTreeMap::new(),
        }
    }

    /// The methods that the expressions written so far call, directly or not.
    pub(super) fn methods(&self) -> impl Iterator<Item = &str> {
        self.methods.values().map(String::as_str)
    }

    /// C# that makes a .NET value of `value`, an expression of the platform's type that can be repeated.
    pub(super) fn net_value(&mut self, mapping: &Mapping, value: &str) -> String {
        match &mapping.conversion {
            Conversion::Scalar(row) => match row.to_net {
                Code::None => value.to_owned(),
                Code::Expression(template) => template.replace("{}", value),
                Code::Body(body) => self.scalar_method(mapping, Direction::ToNet, body, value),
            },
            Conversion::Handle if mapping.net == "object" => value.to_owned(),
            Conversion::Handle => format!("({}) {value}", mapping.net),
            Conversion::Enum(position) => self.call(mapping, Direction::ToNet, value, |this| {
                this.write_to_enum(*position, mapping)
            }),
            Conversion::Nullable(inner) => self.call(mapping, Direction::ToNet, value, |this| {
                this.write_to_nullable(mapping, inner)
            }),
            Conversion::Structure(position) => {
                self.call(mapping, Direction::ToNet, value, |this| {
                    this.write_to_structure(*position, mapping)
                })
            }
            Conversion::List(collection, element) => {
                let list = self.call(mapping, Direction::ToNet, value, |this| {
                    this.write_to_list(mapping, element)
                });
                from_list(collection, element, &list)
            }
        }
    }

    /// As [`Self::net_value`], of exactly the mapped type, so that the right overload is called.
    pub(super) fn exact_net_value(&mut self, mapping: &Mapping, value: &str) -> String {
        let expression = self.net_value(mapping, value);
        match &mapping.conversion {
            Conversion::List(..) => format!("({}) {expression}", mapping.net),
            _ => expression,
        }
    }

    /// C# that makes a platform value of `value`, an expression of the .NET type.
    pub(super) fn platform_value(&mut self, mapping: &Mapping, value: &str) -> String {
        match &mapping.conversion {
            Conversion::Scalar(row) => match row.from_net {
                Code::None => value.to_owned(),
                Code::Expression(template) => template.replacen("{}", value, 1),
                Code::Body(body) => self.scalar_method(mapping, Direction::FromNet, body, value),
            },
            Conversion::Handle => value.to_owned(),
            Conversion::Enum(_) => format!("{value}.ToString()"),
            Conversion::Nullable(inner) => self.call(mapping, Direction::FromNet, value, |this| {
                this.write_from_nullable(mapping, inner)
            }),
            Conversion::Structure(position) => {
                self.call(mapping, Direction::FromNet, value, |this| {
                    this.write_from_structure(*position, mapping)
                })
            }
            Conversion::List(_, element) => self.call(mapping, Direction::FromNet, value, |this| {
                this.write_from_enumerable(mapping, element)
            }),
        }
    }

    /// A call of the method for `mapping` in `direction`, which `write` writes at the first call.
    fn call(
        &mut self,
        mapping: &Mapping,
        direction: Direction,
        value: &str,
        write: impl FnOnce(&mut Self) -> String,
    ) -> String {
        let subject = self.subject(mapping);
        let name = direction.method(&subject);
        let key = (subject, direction);
        if !self.methods.contains_key(&key) {
            // Methods call each other, but never in a circle: structures are not recursive.
            let method = write(self);
            self.methods.insert(key, method);
        }
        format!("{name}({value})")
    }

    /// The name of what `mapping` converts, unique among conversions.
    fn subject(&mut self, mapping: &Mapping) -> String {
        let (identity, name) = self.identify(mapping);
        if let Some(name) = self.subjects.get(&identity) {
            return name.clone();
        }
        let mut unique = name.clone();
        let mut number = 2;
        while !self.names.insert(unique.clone()) {
            unique = format!("{name}{number}");
            number += 1;
        }
        self.subjects.insert(identity, unique.clone());
        unique
    }

    fn identify(&mut self, mapping: &Mapping) -> (String, String) {
        match &mapping.conversion {
            Conversion::Scalar(row) => (format!("scalar {}", row.net), row.name.to_owned()),
            Conversion::Handle => {
                let name = crate::translate::identifier(&mapping.net);
                (format!("handle {}", mapping.net), name)
            }
            Conversion::Enum(position) => {
                let plan = self.translation.enums.get(*position);
                let name = plan.map(|plan| plan.name.clone());
                (format!("enum {position}"), name.unwrap_or_default())
            }
            Conversion::Structure(position) => {
                let name = self.structure_name(*position).to_owned();
                (format!("structure {position}"), name)
            }
            Conversion::Nullable(inner) => {
                let (identity, _) = self.identify(inner);
                (
                    format!("nullable {identity}"),
                    format!("Nullable{}", self.subject(inner)),
                )
            }
            Conversion::List(_, element) => {
                let (identity, _) = self.identify(element);
                (
                    format!("list {} {identity}", element.net),
                    format!("{}List", self.subject(element)),
                )
            }
        }
    }

    fn structure_name(&self, position: usize) -> &'t str {
        let structure = self.translation.extension.structures.get(position);
        structure.map_or("", |structure| structure.name.as_str())
    }

    /// The platform's C# type of a mapped value.
    pub(super) fn platform_type(&self, mapping: &Mapping) -> CSharpType {
        CSharpType::of(&self.lowered.lowered_type(&mapping.data_type))
    }

    /// Begins a method that takes one parameter.
    fn begin(&mut self, mapping: &Mapping, direction: Direction, parameter: &str) -> CodeWriter {
        let platform = self.platform_type(mapping);
        let name = direction.method(&self.subject(mapping));
        let (result, argument) = match direction {
            Direction::ToNet => (mapping.net.clone(), platform.to_string()),
            Direction::FromNet => (platform.to_string(), mapping.net.clone()),
        };
        let mut w = CodeWriter::new();
        w.open(format_args!(
            "private static {result} {name}({argument} {parameter}) {{"
        ));
        w
    }

    fn scalar_method(
        &mut self,
        mapping: &Mapping,
        direction: Direction,
        body: &str,
        value: &str,
    ) -> String {
        self.call(mapping, direction, value, |this| {
            let mut w = this.begin(mapping, direction, "value");
            w.lines(body);
            w.close("}");
            w.finish()
        })
    }

    fn write_to_enum(&mut self, position: usize, mapping: &Mapping) -> String {
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        let net = &mapping.net;
        w.open("if (string.IsNullOrEmpty(value)) {");
        w.line(format_args!("return default({net});"));
        w.close("}");
        w.line(format_args!("{net} result;"));
        w.open("if (!System.Enum.TryParse(value, true, out result)) {");
        let plan = self.translation.enums.get(position);
        let members = plan.map_or(&[][..], |plan| plan.members.as_slice());
        let mut names: Vec<&str> = members
            .iter()
            .map(String::as_str)
            .take(LISTED_NAMES)
            .collect();
        if members.len() > names.len() {
            names.push("…");
        }
        w.line(format_args!(
            "throw new System.ArgumentException(\"\\\"\" + value + \"\\\" is none of {}.\");",
            names.join(", ")
        ));
        w.close("}");
        w.line("return result;");
        w.close("}");
        w.finish()
    }

    fn write_to_nullable(&mut self, mapping: &Mapping, inner: &Mapping) -> String {
        let value = self.net_value(inner, "value");
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        if let Some(test) = empty_test(&inner.data_type, "value") {
            w.open(format_args!("if ({test}) {{"));
            w.line("return null;");
            w.close("}");
        }
        w.line(format_args!("return {value};"));
        w.close("}");
        w.finish()
    }

    fn write_from_nullable(&mut self, mapping: &Mapping, inner: &Mapping) -> String {
        let value = self.platform_value(inner, "value.Value");
        let initial = self.platform_type(mapping).initial();
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        w.open("if (!value.HasValue) {");
        w.line(format_args!("return {initial};"));
        w.close("}");
        w.line(format_args!("return {value};"));
        w.close("}");
        w.finish()
    }

    fn write_to_structure(&mut self, position: usize, mapping: &Mapping) -> String {
        let translation = self.translation;
        let mut w = self.begin(mapping, Direction::ToNet, "record");
        let structure = translation.extension.structures.get(position);
        let plan = translation.structures.get(position);
        if let (Some(structure), Some(plan)) = (structure, plan) {
            let attribute = |at: usize| {
                let name = structure.attributes.get(at).map_or("", |a| a.name.as_str());
                format!("record.ssST{}.{}", structure.name, parameter_name(name))
            };
            let mut arguments = Vec::new();
            for at in plan.constructor.iter().flatten() {
                if let Some(part) = plan.attributes.get(*at) {
                    arguments.push(self.net_value(&part.mapping, &attribute(*at)));
                }
            }
            let mut assignments = Vec::new();
            for (at, part) in plan
                .attributes
                .iter()
                .enumerate()
                .filter(|(_, part)| part.is_set)
            {
                let value = self.net_value(&part.mapping, &attribute(at));
                assignments.push(format!("{} = {value}", part.member));
            }
            let arguments = arguments.join(", ");
            if assignments.is_empty() {
                w.line(format_args!("return new {}({arguments});", plan.net));
            } else {
                w.open(format_args!("return new {}({arguments}) {{", plan.net));
                let last = assignments.len().saturating_sub(1);
                for (at, assignment) in assignments.iter().enumerate() {
                    let comma = if at < last { "," } else { "" };
                    w.line(format_args!("{assignment}{comma}"));
                }
                w.close("};");
            }
        }
        w.close("}");
        w.finish()
    }

    fn write_from_structure(&mut self, position: usize, mapping: &Mapping) -> String {
        let translation = self.translation;
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        let structure = translation.extension.structures.get(position);
        let plan = translation.structures.get(position);
        if let (Some(structure), Some(plan)) = (structure, plan) {
            let record = record_name(&structure.name);
            w.line(format_args!("{record} record = new {record}(null);"));
            if plan.is_class {
                w.open("if ((object) value == null) {");
                w.line("return record;");
                w.close("}");
            }
            for (attribute, part) in structure.attributes.iter().zip(&plan.attributes) {
                let value = self.platform_value(&part.mapping, &format!("value.{}", part.member));
                let name = parameter_name(&attribute.name);
                w.line(format_args!(
                    "record.ssST{}.{name} = {value};",
                    structure.name
                ));
            }
            w.line("return record;");
        }
        w.close("}");
        w.finish()
    }

    /// The record of a list of `element`, and where in it an element is.
    fn item(&self, element: &Mapping) -> (String, Option<String>) {
        match self.lowered.wrapper(&element.data_type) {
            Some(wrapper) => {
                let path = format!(
                    "ssST{}.{}",
                    wrapper.structure,
                    parameter_name(wrapper.attribute)
                );
                (wrapper.structure.clone(), Some(path))
            }
            None => {
                let name = element.data_type.structure_name().unwrap_or_default();
                (name.to_owned(), None)
            }
        }
    }

    fn write_to_list(&mut self, mapping: &Mapping, element: &Mapping) -> String {
        let (structure, path) = self.item(element);
        let item = path.map_or_else(|| "item".to_owned(), |path| format!("item.{path}"));
        let value = self.net_value(element, &item);
        let list = format!("System.Collections.Generic.List<{}>", element.net);
        let as_list = Mapping {
            net: list.clone(),
            ..mapping.clone()
        };
        let mut w = self.begin(&as_list, Direction::ToNet, "list");
        w.line(format_args!("{list} values = new {list}();"));
        w.open(format_args!(
            "foreach ({} item in list) {{",
            record_name(&structure)
        ));
        w.line(format_args!("values.Add({value});"));
        w.close("}");
        w.line("return values;");
        w.close("}");
        w.finish()
    }

    fn write_from_enumerable(&mut self, mapping: &Mapping, element: &Mapping) -> String {
        let (structure, path) = self.item(element);
        let value = self.platform_value(element, "value");
        let as_enumerable = Mapping {
            net: format!("System.Collections.Generic.IEnumerable<{}>", element.net),
            ..mapping.clone()
        };
        let list = record_list_name(&structure);
        let mut w = self.begin(&as_enumerable, Direction::FromNet, "values");
        w.line(format_args!("{list} list = new {list}();"));
        w.open("if (values == null) {");
        w.line("return list;");
        w.close("}");
        w.open(format_args!("foreach ({} value in values) {{", element.net));
        match path {
            None => w.line(format_args!("list.Append({value});")),
            Some(path) => {
                let record = record_name(&structure);
                w.line(format_args!("{record} item = new {record}(null);"));
                w.line(format_args!("item.{path} = {value};"));
                w.line("list.Append(item);");
            }
        }
        w.close("}");
        w.line("return list;");
        w.close("}");
        w.finish()
    }
}

/// C# that makes the collection of `list`, an expression of type `List<T>`.
fn from_list(collection: &Collection, element: &Mapping, list: &str) -> String {
    match collection.to_net {
        Some(template) => template.replace("{T}", &element.net).replace("{}", list),
        None => list.to_owned(),
    }
}

/// C# that tests whether `value` is the empty value that stands for null; `None` for a record.
pub(super) fn empty_test(data_type: &DataType, value: &str) -> Option<String> {
    Some(match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => {
            format!("string.IsNullOrEmpty({value})")
        }
        DataType::Integer | DataType::LongInteger | DataType::Decimal | DataType::Currency => {
            format!("{value} == 0")
        }
        DataType::Boolean => format!("!{value}"),
        DataType::DateTime | DataType::Date | DataType::Time => {
            format!("{value} == new DateTime(1900, 1, 1, 0, 0, 0)")
        }
        DataType::BinaryData => format!("{value} == null || {value}.Length == 0"),
        DataType::Object => format!("{value} == null"),
        DataType::List { .. } => format!("{value}.Length == 0"),
        DataType::Structure { .. } => return None,
    })
}
