//! The conversions between platform types and .NET types that actions call: one method for each, written
//! once.

use super::platform::Platform;
use super::writer::CodeWriter;
use crate::extension::DataType;
use crate::translate::type_map::{Awaited, Code, Collection, HANDLE, Helper};
use crate::translate::{Conversion, EnumPlan, EnumShape, Mapping, Translation};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

/// The parameter of conversion methods that says which input a wrong value is in.
pub(super) const INPUT: &str = "input";

/// Writes conversion expressions, and remembers the methods that they call.
pub(in crate::emit) struct Conversions<'t> {
    pub(super) translation: &'t Translation,
    pub(super) platform: &'t dyn Platform,
    /// What goes before the name of a method where code outside of the class with the methods calls it.
    qualifier: String,
    /// What a conversion is about: its identity, and its name in method names.
    subjects: HashMap<String, String>,
    names: HashSet<String>,
    /// Methods by subject and direction.
    methods: BTreeMap<(String, Direction), String>,
    helpers: BTreeMap<&'static str, &'static str>,
    /// Whether a record of a structure can hold a wrong value, by the structure's position.
    fallible: HashMap<usize, bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    ToNet,
    FromNet,
    /// From JSON to .NET.
    Read,
    /// From .NET to JSON.
    Write,
}

impl Direction {
    fn method(self, subject: &str) -> String {
        match self {
            Self::ToNet => format!("To{subject}"),
            Self::FromNet => format!("From{subject}"),
            Self::Read => format!("Read{subject}"),
            Self::Write => format!("Write{subject}"),
        }
    }
}

impl<'t> Conversions<'t> {
    /// For code in the class that has the methods.
    pub(in crate::emit) fn new(translation: &'t Translation, platform: &'t dyn Platform) -> Self {
        Self::called(translation, platform, String::new())
    }

    /// For code in another class, where the methods are called `<qualifier><name>`.
    pub(in crate::emit) fn called(
        translation: &'t Translation,
        platform: &'t dyn Platform,
        qualifier: String,
    ) -> Self {
        Self {
            translation,
            platform,
            qualifier,
            subjects: HashMap::default(),
            names: HashSet::default(),
            methods: BTreeMap::new(),
            helpers: BTreeMap::new(),
            fallible: HashMap::default(),
        }
    }

    /// The methods that the expressions written so far call, directly or not: name and C#.
    pub(in crate::emit) fn methods(&self) -> impl Iterator<Item = (String, &str)> {
        let own = self.methods.iter();
        let own = own.map(|((subject, direction), code)| (direction.method(subject), &**code));
        let helpers = self.helpers.iter();
        own.chain(helpers.map(|(name, code)| ((*name).to_owned(), *code)))
    }

    /// Takes note that generated code calls `helper`.
    pub(super) fn need(&mut self, helper: &'static Helper) {
        self.helpers.insert(helper.name, helper.code);
    }

    /// The name under which generated code calls `helper`.
    pub(in crate::emit) fn helper(&mut self, helper: &'static Helper) -> String {
        self.need(helper);
        format!("{}{}", self.qualifier, helper.name)
    }

    /// A piece of C# that calls `helpers`, with their names as they are here.
    fn template(&mut self, code: &str, helpers: &[&'static Helper]) -> String {
        helpers.iter().fold(code.to_owned(), |code, helper| {
            let qualified = self.helper(helper);
            ["(", "<"].iter().fold(code, |code, open| {
                code.replace(
                    &format!("{}{open}", helper.name),
                    &format!("{qualified}{open}"),
                )
            })
        })
    }

    /// C# that enumerates `value`, a collection of `element`.
    pub(super) fn enumerated(
        &mut self,
        collection: &'static Collection,
        element: &Mapping,
        value: &str,
    ) -> String {
        let values = self.template(collection.from_net, collection.helpers);
        values.replace("{T}", &element.net).replacen("{}", value, 1)
    }

    /// C# that waits for `call` and gives its result.
    pub(in crate::emit) fn waited(&mut self, awaited: &'static Awaited, call: &str) -> String {
        let wait = self.template(awaited.wait, &[awaited.helper]);
        wait.replace("{}", call)
    }

    /// C# that makes a .NET value of `value`, an expression of the platform's type that can be repeated. `input`
    /// is C# of the text that says where a wrong value is.
    pub(in crate::emit) fn net_value(
        &mut self,
        mapping: &Mapping,
        value: &str,
        input: &str,
    ) -> String {
        let call = |this: &mut Self, write: &dyn Fn(&mut Self) -> String| {
            let call = this.call(mapping, Direction::ToNet, write);
            match this.takes_input(mapping) {
                true => format!("{call}({}, {input})", bare(value)),
                false => format!("{call}({})", bare(value)),
            }
        };
        match &mapping.conversion {
            Conversion::Scalar(row) => match &row.to_net {
                Code::None => bare(value).to_owned(),
                Code::Expression(template) => template.replacen("{}", value, 1),
                Code::Helper(helper) => format!("{}({})", self.helper(helper), bare(value)),
                code => call(self, &|this| this.write_to_scalar(mapping, code)),
            },
            Conversion::Handle if mapping.net == "object" => value.to_owned(),
            Conversion::Handle => {
                let handle = self.helper(&HANDLE);
                format!("{handle}<{}>({value}, {input})", mapping.net)
            }
            Conversion::Enum(_) if !self.is_fallible(mapping) => {
                format!("({}) {value}", mapping.net)
            }
            Conversion::Enum(_) if self.is_union(mapping) => {
                call(self, &|this| this.write_to_union(mapping))
            }
            Conversion::Enum(_) => call(self, &|this| this.write_to_enum(mapping)),
            Conversion::Nullable {
                optional,
                inner,
                empty_is_null,
            } => {
                if *empty_is_null {
                    call(self, &|this| {
                        this.write_to_nullable(mapping, optional, inner)
                    })
                } else {
                    let value = self.net_value(inner, value, input);
                    let cast = optional.some.is_none();
                    let cast = cast.then(|| format!("({}) ", mapping.net));
                    cast.unwrap_or_default() + &optional.holding(&mapping.net, value)
                }
            }
            Conversion::Structure(position) => {
                call(self, &|this| this.write_to_structure(*position, mapping))
            }
            Conversion::List(collection, element) => {
                let list = call(self, &|this| this.write_to_list(mapping, element));
                self.collection_of(collection, mapping, element, &list, input)
            }
            Conversion::Json(position) => {
                call(self, &|this| this.write_to_json(*position, mapping))
            }
        }
    }

    /// C# that makes a .NET value that needs none of the platform's.
    pub(in crate::emit) fn made(&mut self, mapping: &Mapping) -> String {
        self.net_value(mapping, "", "")
    }

    /// As [`Self::net_value`], of exactly the mapped type, so that the right overload is called.
    pub(in crate::emit) fn exact_net_value(
        &mut self,
        mapping: &Mapping,
        value: &str,
        input: &str,
    ) -> String {
        let expression = self.net_value(mapping, value, input);
        let cast = format!("({}) ", mapping.net);
        let is_exact = match &mapping.conversion {
            Conversion::List(..) => false,
            Conversion::Scalar(row) => !matches!(row.to_net, Code::Expression(_) | Code::Helper(_)),
            _ => true,
        };
        match is_exact || expression.starts_with(&cast) {
            true => expression,
            false => cast + &expression,
        }
    }

    /// C# that makes a platform value of `value`, an expression of the .NET type.
    pub(in crate::emit) fn platform_value(&mut self, mapping: &Mapping, value: &str) -> String {
        let call = |this: &mut Self, write: &dyn Fn(&mut Self) -> String| {
            let call = this.call(mapping, Direction::FromNet, write);
            format!("{call}({value})")
        };
        match &mapping.conversion {
            Conversion::Scalar(row) => match self.platform.code_from_net(row) {
                Code::None => value.to_owned(),
                Code::Expression(template) => template.replacen("{}", value, 1),
                Code::Helper(helper) => format!("{}({value})", self.helper(helper)),
                Code::Body(body) | Code::Checked(body) | Code::Parsed(body) => {
                    call(self, &|this| this.write_from_scalar(mapping, body))
                }
            },
            Conversion::Handle => value.to_owned(),
            Conversion::Enum(_) => match mapping.data_type {
                DataType::Text if self.is_union(mapping) => {
                    call(self, &|this| this.write_from_union(mapping))
                }
                DataType::Text => format!("{value}.ToString()"),
                DataType::LongInteger => format!("(long) {value}"),
                DataType::Decimal => format!("(decimal) {value}"),
                _ => format!("(int) {value}"),
            },
            Conversion::Nullable {
                optional, inner, ..
            } => call(self, &|this| {
                this.write_from_nullable(mapping, optional, inner)
            }),
            Conversion::Structure(position) => {
                call(self, &|this| this.write_from_structure(*position, mapping))
            }
            Conversion::List(collection, element) => {
                let name = self.call(mapping, Direction::FromNet, &|this| {
                    this.write_from_enumerable(mapping, element)
                });
                let values = self.enumerated(collection, element, value);
                format!("{name}({values})")
            }
            Conversion::Json(position) => {
                call(self, &|this| this.write_from_json(*position, mapping))
            }
        }
    }

    /// The plan of the enum that `mapping` is about.
    pub(super) fn enum_plan(&self, mapping: &Mapping) -> Option<&'t EnumPlan> {
        match mapping.conversion {
            Conversion::Enum(position) => self.translation.enums.get(position),
            _ => None,
        }
    }

    pub(super) fn is_union(&self, mapping: &Mapping) -> bool {
        let plan = self.enum_plan(mapping);
        plan.is_some_and(|plan| plan.shape != EnumShape::Enum)
    }

    /// The name of the method for `mapping` in `direction`, which `write` writes at the first call.
    pub(super) fn call(
        &mut self,
        mapping: &Mapping,
        direction: Direction,
        write: &dyn Fn(&mut Self) -> String,
    ) -> String {
        let subject = self.subject(mapping);
        let name = direction.method(&subject);
        let key = (subject, direction);
        if !self.methods.contains_key(&key) {
            // The methods for JSON call each other in a circle, so the place is taken first.
            self.methods.insert(key.clone(), String::new());
            let qualifier = std::mem::take(&mut self.qualifier);
            let method = write(self);
            self.qualifier = qualifier;
            self.methods.insert(key, method);
        }
        format!("{}{name}", self.qualifier)
    }

    /// Whether a value of the platform can be wrong for the .NET type.
    pub(super) fn is_fallible(&mut self, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::Scalar(row) => row.to_net.is_fallible(),
            Conversion::Enum(position) => {
                let plan = self.translation.enums.get(*position);
                mapping.data_type == DataType::Text || !plan.is_some_and(|plan| plan.is_exact)
            }
            Conversion::Nullable { inner, .. } => self.is_fallible(inner),
            Conversion::List(collection, inner) => {
                collection.is_fallible() || self.is_fallible(inner)
            }
            Conversion::Handle => mapping.net != "object",
            Conversion::Json(_) => true,
            Conversion::Structure(position) => {
                if let Some(known) = self.fallible.get(position) {
                    return *known;
                }
                let plan = self.translation.structures.get(*position);
                let mut attributes = plan.into_iter().flat_map(|plan| &plan.attributes);
                let found = attributes.any(|attribute| self.is_fallible(&attribute.mapping));
                self.fallible.insert(*position, found);
                found
            }
        }
    }

    /// Whether the method that converts to .NET gets the name of the input. That for a list is shared by all
    /// collections of its elements.
    fn takes_input(&mut self, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::List(_, element) => self.is_fallible(element),
            _ => self.is_fallible(mapping),
        }
    }

    /// C# that makes the collection of `list`, an expression of type `List<T>`.
    pub(super) fn collection_of(
        &mut self,
        collection: &'static Collection,
        mapping: &Mapping,
        element: &Mapping,
        list: &str,
        input: &str,
    ) -> String {
        let pair = element.net.split_once('<').map_or("", |(_, pair)| pair);
        let template = self.template(collection.to_net.unwrap_or("{}"), collection.helpers);
        template
            .replace("{T}", &element.net)
            .replace("{K, V}", pair.strip_suffix('>').unwrap_or(pair))
            .replace("{C}", &mapping.net)
            .replace("{input}", input)
            .replace("{}", list)
    }

    /// The name of what `mapping` converts, unique among conversions.
    pub(super) fn subject(&mut self, mapping: &Mapping) -> String {
        let identity = self.identity(mapping);
        if let Some(name) = self.subjects.get(&identity) {
            return name.clone();
        }
        let name = self.name(mapping);
        let mut unique = name.clone();
        let mut number = 2;
        while !self.names.insert(unique.clone()) {
            unique = format!("{name}{number}");
            number += 1;
        }
        self.subjects.insert(identity, unique.clone());
        unique
    }

    /// What tells the mapping from others. It names nothing: a name for each level of nested lists would
    /// double the work at each of them.
    fn identity(&self, mapping: &Mapping) -> String {
        match &mapping.conversion {
            Conversion::Scalar(row) => format!("scalar {}", row.name),
            Conversion::Handle => format!("handle {}", mapping.net),
            Conversion::Enum(position) => format!("enum {position}"),
            Conversion::Structure(position) => format!("structure {position}"),
            // Collections of the same items share their methods, but what holds one is a type of its own.
            Conversion::Nullable {
                optional, inner, ..
            } => format!("{} {} {}", optional.name, inner.net, self.identity(inner)),
            Conversion::List(_, element) => {
                format!("list {} {}", element.net, self.identity(element))
            }
            Conversion::Json(position) => {
                let inner = self.translation.json.get(*position);
                let identity = inner.map(|inner| self.identity(inner));
                format!("json {} {}", mapping.net, identity.unwrap_or_default())
            }
        }
    }

    fn name(&mut self, mapping: &Mapping) -> String {
        match &mapping.conversion {
            Conversion::Scalar(row) => row.name.to_owned(),
            Conversion::Handle => crate::translate::identifier(&mapping.net),
            Conversion::Enum(position) => {
                let plan = self.translation.enums.get(*position);
                plan.map(|plan| plan.name.clone()).unwrap_or_default()
            }
            Conversion::Structure(position) => self.structure_name(*position).to_owned(),
            Conversion::Nullable {
                optional, inner, ..
            } => format!("{}{}", optional.name, self.subject(inner)),
            Conversion::List(_, element) => format!("{}List", self.subject(element)),
            Conversion::Json(position) => {
                let inner = self.translation.json.get(*position);
                let name = inner.map(|inner| self.subject(inner));
                format!("{}Json", name.unwrap_or_default())
            }
        }
    }

    pub(super) fn structure_name(&self, position: usize) -> &'t str {
        let structure = self.translation.extension.structures.get(position);
        structure.map_or("", |structure| structure.name.as_str())
    }

    /// Begins a method that takes a value, and the name of the input where that can be wrong.
    pub(super) fn begin(
        &mut self,
        mapping: &Mapping,
        direction: Direction,
        parameter: &str,
    ) -> CodeWriter {
        let platform = self.platform.type_of(&mapping.data_type);
        let modifiers = self.platform.modifiers();
        let name = direction.method(&self.subject(mapping));
        let (result, mut argument) = match direction {
            Direction::ToNet | Direction::Read => (mapping.net.clone(), platform),
            Direction::FromNet | Direction::Write => (platform, mapping.net.clone()),
        };
        argument = format!("{argument} {parameter}");
        if direction == Direction::ToNet && self.takes_input(mapping) {
            argument.push_str(&format!(", string {INPUT}"));
        }
        let mut w = CodeWriter::new();
        w.open(format_args!("{modifiers} {result} {name}({argument}) {{"));
        w
    }

    /// C# that tests whether `value` is the empty value that stands for null.
    pub(in crate::emit) fn empty_test(&mut self, data_type: &DataType, value: &str) -> String {
        match data_type {
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
            DataType::List { .. } => format!("{value}.{} == 0", self.platform.count()),
            DataType::Structure { .. } => {
                let (test, helpers) = self.platform.empty_record();
                self.template(test, helpers).replace("{}", value)
            }
        }
    }
}

/// `expression` without the parentheses around all of it.
fn bare(expression: &str) -> &str {
    let inner = expression.strip_prefix('(');
    let inner = inner.and_then(|rest| rest.strip_suffix(')'));
    // Another pair in it could be what the outer ones belong to.
    inner
        .filter(|inner| !inner.contains(['(', ')']))
        .unwrap_or(expression)
}
