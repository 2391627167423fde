//! The bodies of conversion methods.

use super::conversions::{Conversions, Direction, INPUT};
use super::json::write_new;
use super::writer::CodeWriter;
use crate::extension::DataType;
use crate::translate::csharp::escape;
use crate::translate::type_map::{Code, Optional};
use crate::translate::{AttributePlan, Conversion, EnumShape, Mapping};

/// The most enum names that the message about a wrong one lists.
const LISTED_NAMES: usize = 30;

impl Conversions<'_> {
    pub(super) fn write_to_scalar(&mut self, mapping: &Mapping, code: &Code) -> String {
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        match code {
            Code::Parsed(body) => {
                w.open("if (string.IsNullOrEmpty(value)) {");
                w.line(format_args!("return default({});", mapping.net));
                w.close("}");
                write_checked(&mut w, body, &mapping.net);
            }
            Code::Checked(body) => write_checked(&mut w, body, &mapping.net),
            Code::Body(body) => w.lines(body),
            Code::None | Code::Expression(_) | Code::Helper(_) => {}
        }
        w.close("}");
        w.finish()
    }

    pub(super) fn write_from_scalar(&mut self, mapping: &Mapping, body: &str) -> String {
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        w.lines(body);
        w.close("}");
        w.finish()
    }

    pub(super) fn write_to_enum(&mut self, mapping: &Mapping) -> String {
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        let net = &mapping.net;
        if mapping.data_type != DataType::Text {
            write_checked(&mut w, &format!("return checked(({net}) value);"), net);
            w.close("}");
            return w.finish();
        }
        w.open("if (string.IsNullOrEmpty(value)) {");
        w.line(format_args!("return default({net});"));
        w.close("}");
        w.line(format_args!("{net} result;"));
        w.open("if (!System.Enum.TryParse(value, true, out result)) {");
        let plan = self.enum_plan(mapping);
        write_wrong_name(&mut w, plan.map_or(&[], |plan| &plan.members));
        w.close("}");
        w.line("return result;");
        w.close("}");
        w.finish()
    }

    /// The value of an empty text is the first one, as the default of an enum is.
    pub(super) fn write_to_union(&mut self, mapping: &Mapping) -> String {
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        let plan = self.enum_plan(mapping);
        let members: &[String] = plan.map_or(&[], |plan| &plan.members);
        let mut empty = "string.IsNullOrEmpty(value) || ";
        for name in members {
            w.open(format_args!(
                "if ({empty}string.Equals(value, \"{name}\", System.StringComparison.OrdinalIgnoreCase)) {{"
            ));
            w.line(format_args!("return {}.{};", mapping.net, escape(name)));
            w.close("}");
            empty = "";
        }
        write_wrong_name(&mut w, members);
        w.close("}");
        w.finish()
    }

    pub(super) fn write_from_union(&mut self, mapping: &Mapping) -> String {
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        let plan = self.enum_plan(mapping);
        if plan.is_some_and(|plan| plan.shape == EnumShape::Union { is_class: true }) {
            w.open("if ((object) value == null) {");
            w.line("return \"\";");
            w.close("}");
        }
        let names = plan.into_iter().flat_map(|plan| &plan.members);
        let names: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
        w.line(format_args!(
            "return new string[] {{ {} }}[value.Tag];",
            names.join(", ")
        ));
        w.close("}");
        w.finish()
    }

    pub(super) fn write_to_nullable(
        &mut self,
        mapping: &Mapping,
        optional: &Optional,
        inner: &Mapping,
    ) -> String {
        let value = self.net_value(inner, "value", INPUT);
        let value = optional.holding(&mapping.net, value);
        let mut w = self.begin(mapping, Direction::ToNet, "value");
        let test = self.empty_test(&inner.data_type, "value");
        w.open(format_args!("if ({test}) {{"));
        w.line(format_args!("return {};", optional.empty(&mapping.net)));
        w.close("}");
        w.line(format_args!("return {value};"));
        w.close("}");
        w.finish()
    }

    pub(super) fn write_from_nullable(
        &mut self,
        mapping: &Mapping,
        optional: &Optional,
        inner: &Mapping,
    ) -> String {
        let value = self.platform_value(inner, "value.Value");
        let initial = self.platform.initial(&mapping.data_type);
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        w.open(format_args!("if ({}) {{", optional.lack("value")));
        w.line(format_args!("return {initial};"));
        w.close("}");
        w.line(format_args!("return {value};"));
        w.close("}");
        w.finish()
    }

    pub(super) fn write_to_structure(&mut self, position: usize, mapping: &Mapping) -> String {
        let (translation, platform) = (self.translation, self.platform);
        let mut w = self.begin(mapping, Direction::ToNet, "record");
        let structure = translation.extension.structures.get(position);
        let plan = translation.structures.get(position);
        if let (Some(structure), Some(plan)) = (structure, plan) {
            let attribute = |at: usize| {
                structure.attributes.get(at).map_or_else(String::new, |a| {
                    let place = platform.attribute("record", &structure.name, &a.name);
                    platform.held(&a.data_type, place)
                })
            };
            let mut arguments = Vec::new();
            for at in plan.constructor.iter().flatten() {
                if let Some(part) = plan.attributes.get(*at) {
                    arguments.push(self.part_value(part, &attribute, *at));
                }
            }
            let mut assignments = Vec::new();
            for (at, part) in plan
                .attributes
                .iter()
                .enumerate()
                .filter(|(_, part)| part.is_set)
            {
                let value = self.part_value(part, &attribute, at);
                assignments.push(format!("{} = {value}", part.member));
            }
            write_new(&mut w, plan, &arguments, &assignments);
        }
        w.close("}");
        w.finish()
    }

    /// C# that makes the value of the attribute at `at`.
    fn part_value(
        &mut self,
        part: &AttributePlan,
        attribute: &dyn Fn(usize) -> String,
        at: usize,
    ) -> String {
        let name = attribute(at);
        let value = self.net_value(&part.mapping, &name, INPUT);
        let null = || format!("default({})", part.mapping.net);
        if let Some(companion) = part.companion {
            return format!("{} ? {value} : {}", attribute(companion), null());
        }
        // A Nullable<T> looks by itself.
        let looks = matches!(part.mapping.conversion, Conversion::Nullable { .. });
        if !part.empty_is_null || looks {
            return value;
        }
        let test = self.empty_test(&part.mapping.data_type, &name);
        format!("{test} ? {} : {value}", null())
    }

    pub(super) fn write_from_structure(&mut self, position: usize, mapping: &Mapping) -> String {
        let (translation, platform) = (self.translation, self.platform);
        let mut w = self.begin(mapping, Direction::FromNet, "value");
        let structure = translation.extension.structures.get(position);
        let plan = translation.structures.get(position);
        if let (Some(structure), Some(plan)) = (structure, plan) {
            let record = platform.type_of(&mapping.data_type);
            let initial = platform.initial(&mapping.data_type);
            w.line(format_args!("{record} record = {initial};"));
            if plan.is_class {
                w.open("if ((object) value == null) {");
                w.line("return record;");
                w.close("}");
            }
            let mut before = None;
            for (attribute, part) in structure.attributes.iter().zip(&plan.attributes) {
                let member = part.of("value");
                let value = match before.filter(|_| part.is_companion) {
                    Some(mapping) => Mapping::present(mapping, &member),
                    None => self.platform_value(&part.mapping, &member),
                };
                before = Some(&part.mapping);
                let place = platform.attribute("record", &structure.name, &attribute.name);
                w.line(format_args!("{place} = {value};"));
            }
            w.line("return record;");
        }
        w.close("}");
        w.finish()
    }

    pub(super) fn write_to_list(&mut self, mapping: &Mapping, element: &Mapping) -> String {
        let platform = self.platform;
        let item = platform.item(&element.data_type);
        let value = match platform.wrapper(&element.data_type) {
            Some(wrapper) => {
                let place = platform.attribute("item", &wrapper.structure, wrapper.attribute);
                self.net_value(element, &platform.held(&element.data_type, place), INPUT)
            }
            None => self.net_value(element, "item", INPUT),
        };
        let list = format!("System.Collections.Generic.List<{}>", element.net);
        let as_list = Mapping {
            net: list.clone(),
            ..mapping.clone()
        };
        let mut w = self.begin(&as_list, Direction::ToNet, "list");
        w.line(format_args!("{list} values = new {list}();"));
        let items = platform.items("list");
        w.open(format_args!("foreach ({item} item in {items}) {{"));
        w.line(format_args!("values.Add({value});"));
        w.close("}");
        w.line("return values;");
        w.close("}");
        w.finish()
    }

    pub(super) fn write_from_enumerable(&mut self, mapping: &Mapping, element: &Mapping) -> String {
        let platform = self.platform;
        let value = self.platform_value(element, "value");
        let as_enumerable = Mapping {
            net: format!("System.Collections.Generic.IEnumerable<{}>", element.net),
            ..mapping.clone()
        };
        let list = platform.type_of(&mapping.data_type);
        let append = platform.append();
        let mut w = self.begin(&as_enumerable, Direction::FromNet, "values");
        w.line(format_args!("{list} list = new {list}();"));
        w.open("if (values == null) {");
        w.line("return list;");
        w.close("}");
        w.open(format_args!("foreach ({} value in values) {{", element.net));
        match platform.wrapper(&element.data_type) {
            None => w.line(format_args!("list.{append}({value});")),
            Some(wrapper) => {
                let item = platform.item(&element.data_type);
                let initial = platform.initial(&DataType::structure(&wrapper.structure));
                let place = platform.attribute("item", &wrapper.structure, wrapper.attribute);
                w.line(format_args!("{item} item = {initial};"));
                w.line(format_args!("{place} = {value};"));
                w.line(format_args!("list.{append}(item);"));
            }
        }
        w.close("}");
        w.line("return list;");
        w.close("}");
        w.finish()
    }
}

/// What is thrown for a text that is none of the names.
fn write_wrong_name(w: &mut CodeWriter, members: &[String]) {
    let names = members.iter().map(String::as_str);
    let mut names: Vec<&str> = names.take(LISTED_NAMES).collect();
    if members.len() > names.len() {
        names.push("…");
    }
    w.line(format_args!(
        "throw new System.ArgumentException({INPUT} + \": \\\"\" + value + \"\\\" is none of {}.\");",
        names.join(", ")
    ));
}

/// The body of a conversion that throws, with the input's name in the exception.
fn write_checked(w: &mut CodeWriter, body: &str, net: &str) {
    w.open("try {");
    w.lines(body);
    w.close("}");
    w.open("catch (System.Exception error) {");
    w.line(format_args!(
        "throw new System.ArgumentException({INPUT} + \": \\\"\" + value + \"\\\" is no {}.\", error);",
        net.replace("global::", "")
    ));
    w.close("}");
}
