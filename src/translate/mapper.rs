//! From .NET types to OutSystems types (TRANSLATION §4 to §6), with the enums that they need.

use super::Names;
use super::catalogue::diagnostic;
use super::config::given_names::GivenNames;
use super::config::types::TypeChoices;
use super::csharp::{is_identifier, type_code};
use super::derivation::Derivation;
use super::docs::Docs;
use super::nameable::Nameable;
use super::plan::{Conversion, EnumPlan, Mapping, StructurePlan};
use super::policy::{NullPolicy, Policies};
use super::structures::{Class, Cut};
use super::surface::Member;
use super::transparency::{Transparent, is_by_ref_like};
use super::type_map::{
    self, ARRAY, BYTES, CHARS, CUBE, Collection, DERIVED, MATRIX, Optional, SLICED, Scalar,
};
use super::unions;
use crate::clr::{AssemblySet, NamedType, Type, TypeKey, TypeKind, TypeUse};
use crate::extension::{DataType, Diagnostic, Structure, Target};
use crate::limits;
use crate::metadata::signature::ElementType;
use crate::metadata::{Id, table};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The most characters of a name (O11.md §1.6).
pub(super) const NAME: usize = 50;

/// A type definition and its type arguments.
pub(super) type ClosedKey<'m> = (TypeKey, Vec<TypeUse<'m>>);

/// Why a type cannot cross: a code of the catalogue and the detail of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Skip {
    pub(super) code: &'static str,
    pub(super) detail: String,
}

impl Skip {
    pub(super) fn new(code: &'static str, detail: impl ToString) -> Self {
        Self {
            code,
            detail: detail.to_string(),
        }
    }
}

/// Maps types and collects what the mappings refer to.
pub(super) struct Mapper<'m> {
    pub(super) set: &'m AssemblySet<'m>,
    pub(super) policies: Policies,
    /// Whose C# builds the objects.
    pub(super) target: Target,
    pub(super) docs: &'m Docs<'m>,
    pub(super) classes: HashMap<ClosedKey<'m>, Class>,
    /// Types found transparent, or not, before their attributes are mapped.
    pub(super) candidates: HashMap<ClosedKey<'m>, Option<Rc<Transparent<'m>>>>,
    /// The collections whose items are being mapped: one can hold itself.
    deriving: Vec<ClosedKey<'m>>,
    /// Classes found to be collections, or not.
    pub(super) derivations: HashMap<ClosedKey<'m>, Option<Rc<Derivation<'m>>>>,
    /// The data members that would make a type contain itself, of all types that were looked at.
    pub(super) cuts: HashMap<ClosedKey<'m>, Rc<[Cut]>>,
    /// Structures of pairs and tuples, by the C# of their types and the names of their members.
    pub(super) products: HashMap<(String, Vec<String>), usize>,
    /// How deep the structures nest that are being mapped.
    pub(super) depth: usize,
    /// Names that are given, and those of the structures so far.
    pub(super) given: GivenNames,
    pub(super) structures: Vec<Structure>,
    pub(super) plans: Vec<StructurePlan>,
    /// Types of the values that travel as JSON; their mappings follow when all structures are known.
    pub(super) json: Vec<TypeUse<'m>>,
    /// What became of the members of generic types: names of attributes by documentation id.
    pub(super) closed_members: BTreeMap<String, Vec<String>>,
    pub(super) enums: Vec<EnumPlan>,
    pub(super) enum_positions: HashMap<TypeKey, usize>,
    /// Whether there can be unions: most libraries have none, and need not be asked for each type.
    pub(super) has_unions: bool,
    /// Value types whose definition is not at hand.
    unknown: HashSet<String>,
    pub(super) enum_names: Names,
    pub(super) nameable: Nameable<'m>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Delegates of the framework, by the start of their full names, for when the framework is not at hand, and what
/// F# has for them.
const DELEGATES: &[&str] = &[
    "Microsoft.FSharp.Control.FSharpHandler`1",
    "Microsoft.FSharp.Core.FSharpFunc`2",
    "Microsoft.FSharp.Core.FSharpTypeFunc",
    "System.Action",
    "System.AsyncCallback",
    "System.Comparison`1",
    "System.Converter`2",
    "System.Delegate",
    "System.EventHandler",
    "System.Func`",
    "System.MulticastDelegate",
    "System.Predicate`1",
    "System.ResolveEventHandler",
    "System.Threading.ParameterizedThreadStart",
    "System.Threading.SendOrPostCallback",
    "System.Threading.ThreadStart",
    "System.Threading.TimerCallback",
    "System.Threading.WaitCallback",
];

/// Types of the framework that live on the stack only.
const BY_REF_LIKE: &[&str] = &["System.ArgIterator", "System.RuntimeArgumentHandle"];

impl<'m> Mapper<'m> {
    /// For the inputs with these ordinals.
    pub(super) fn new(
        set: &'m AssemblySet<'m>,
        inputs: &HashSet<usize>,
        docs: &'m Docs<'m>,
        policies: Policies,
        given: GivenNames,
        types: TypeChoices,
        target: Target,
    ) -> Self {
        Self {
            set,
            policies,
            target,
            docs,
            classes: HashMap::default(),
            candidates: HashMap::default(),
            deriving: Vec::new(),
            derivations: HashMap::default(),
            cuts: HashMap::default(),
            products: HashMap::default(),
            depth: 0,
            given,
            structures: Vec::new(),
            plans: Vec::new(),
            json: Vec::new(),
            closed_members: BTreeMap::new(),
            enums: Vec::new(),
            enum_positions: HashMap::default(),
            has_unions: set.assemblies().iter().any(unions::can_be_in),
            unknown: HashSet::default(),
            enum_names: Names::new(),
            nameable: Nameable::new(set, inputs, types),
            diagnostics: Vec::new(),
        }
    }

    /// How a value of type `ty` crosses. As an input (`into` .NET) a structure must be buildable, else it
    /// travels as a handle.
    pub(super) fn map(&mut self, ty: &TypeUse<'m>, into: bool) -> Result<Mapping, Skip> {
        match ty {
            TypeUse::Primitive(ElementType::Object) => self.handle(ty),
            TypeUse::Primitive(ElementType::TypedByRef) => Err(Skip::new("DL1003", ty)),
            TypeUse::Primitive(element) => {
                let row = type_map::primitive(*element);
                let row = row.ok_or_else(|| Skip::new("DL1002", ty))?;
                Ok(scalar(row, element.csharp().to_owned()))
            }
            TypeUse::Array(element) => match **element {
                TypeUse::Primitive(ElementType::U1) => Ok(scalar(BYTES, "byte[]".to_owned())),
                TypeUse::Primitive(ElementType::Char) => Ok(scalar(CHARS, "char[]".to_owned())),
                _ => self.list(ARRAY, element, ty, into),
            },
            TypeUse::MultiArray(element, rank) => self.table(element, *rank, ty, into),
            TypeUse::Named(named) => self.named(named, ty, into),
            TypeUse::Var(..) => Err(Skip::new("DL1005", ty)),
            TypeUse::MVar(..) => Err(Skip::new("DL1004", ty)),
            TypeUse::Pointer(_) | TypeUse::FunctionPointer(_) => Err(Skip::new("DL1002", ty)),
            TypeUse::ByRef(_) => Err(Skip::new("DL1003", ty)),
        }
    }

    fn named(
        &mut self,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        if type_map::knows(named.name.namespace) {
            let full = named.name.to_string();
            if let Some(row) = type_map::scalar(&full) {
                return Ok(scalar(row, code(ty)?));
            }
            let mapping = match named.arguments.is_empty() {
                true => self.texts(&full, ty, into)?,
                false => self.generic(&full, named, ty, into)?,
            };
            if let Some(mapping) = mapping {
                return Ok(mapping);
            }
            if BY_REF_LIKE.contains(&full.as_str()) {
                return Err(Skip::new("DL1003", ty));
            }
            if DELEGATES.iter().any(|start| full.starts_with(start)) {
                return Err(Skip::new("DL1001", ty));
            }
        }
        // What cannot be named in the arguments cannot be named here either.
        for argument in &named.arguments {
            self.map(argument, false)?;
        }
        let Some(definition) = self.nameable.definition(named) else {
            self.say_unknown(named);
            return self.handle(ty);
        };
        if definition.kind() == TypeKind::Delegate {
            return Err(Skip::new("DL1001", ty));
        }
        self.nameable.check(definition)?;
        match definition.kind() {
            TypeKind::Enum => self.enumeration(definition, ty),
            _ if self.is_union_of_names(definition) => self.enumeration(definition, ty),
            _ if is_by_ref_like(definition) => Err(Skip::new("DL1003", ty)),
            _ if self.nameable.types.is_text(definition) => self.text(definition, named, ty, into),
            _ => match self.structure(definition, &named.arguments) {
                Some(position) => self.record(position, ty, into),
                None => self.derived_collection(definition, named, ty, into),
            },
        }
    }

    /// Says once that a value type is an Object only for want of its definition.
    fn say_unknown(&mut self, named: &NamedType<'m>) {
        if !named.is_value_type {
            return;
        }
        let what = format!("{}, {}", named.name, named.name.assembly);
        if !self.unknown.contains(&what) {
            let said = diagnostic("DL2011", String::new(), &what);
            self.diagnostics.push(said);
            self.unknown.insert(what);
        }
    }

    /// The mapping of a generic type that a table knows.
    fn generic(
        &mut self,
        full: &str,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Option<Mapping>, Skip> {
        if let [argument] = named.arguments.as_slice() {
            if let Some(optional) = type_map::optional(full) {
                return self.optional(optional, argument, ty, into).map(Some);
            }
            if let TypeUse::Primitive(element) = argument
                && let Some(row) =
                    type_map::scalar(&format!("{full}[System.{}]", element.system_name()))
            {
                return Ok(Some(scalar(row, code(ty)?)));
            }
        }
        if let Some(row) = type_map::product(full) {
            return match self.product(row, named, ty)? {
                Some(position) => self.record(position, ty, into).map(Some),
                None => self.handle(ty).map(Some),
            };
        }
        let Some(row) = type_map::collection(full) else {
            return Ok(None);
        };
        if row.to_net.is_none() && into {
            return self.handle(ty).map(Some);
        }
        let mapping = match named.arguments.as_slice() {
            [element] => self.list(row, element, ty, into),
            [key, value] => self.entries(row, key, value, ty, into),
            _ => return Ok(None),
        };
        mapping.map(Some)
    }

    /// The mapping of a collection of texts that is not generic.
    fn texts(&mut self, full: &str, ty: &TypeUse<'m>, into: bool) -> Result<Option<Mapping>, Skip> {
        const TEXT: &TypeUse<'_> = &TypeUse::Primitive(ElementType::String);
        match type_map::collection(full) {
            Some(row) => self.entries(row, TEXT, TEXT, ty, into).map(Some),
            None => Ok(None),
        }
    }

    fn optional(
        &mut self,
        optional: &'static Optional,
        argument: &TypeUse<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        let inner = self.map(argument, into)?;
        if inner.conversion == Conversion::Handle && !optional.holds_objects {
            return self.handle(ty);
        }
        Ok(Mapping {
            data_type: inner.data_type.clone(),
            net: code(ty)?,
            conversion: Conversion::Nullable {
                optional,
                empty_is_null: self.policies.nulls == NullPolicy::EmptyIsNull,
                inner: Box::new(inner),
            },
        })
    }

    pub(super) fn handle(&self, ty: &TypeUse<'m>) -> Result<Mapping, Skip> {
        Ok(Mapping {
            data_type: DataType::Object,
            net: code(ty)?,
            conversion: Conversion::Handle,
        })
    }

    fn list(
        &mut self,
        collection: &'static Collection,
        element: &TypeUse<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        let element = self.map(element, into)?;
        Ok(list_of(collection, element, code(ty)?))
    }

    /// A list of entries: of a dictionary or a lookup.
    fn entries(
        &mut self,
        collection: &'static Collection,
        key: &TypeUse<'m>,
        value: &TypeUse<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        let entry = collection.entry.and_then(type_map::product);
        let entry = entry.ok_or_else(|| Skip::new("DL1005", collection.net))?;
        let position = self.entry(entry, key, value)?;
        let net = self.plans.get(position).map(|plan| plan.net.clone());
        match self.record_named(position, net.unwrap_or_default(), into) {
            Some(entry) => Ok(list_of(collection, entry, code(ty)?)),
            None => self.handle(ty),
        }
    }

    /// An array of more than one dimension as a list of its rows, planes and so on.
    fn table(
        &mut self,
        element: &TypeUse<'m>,
        rank: u32,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        match rank {
            2 => {
                let row = self.map_row(element, into)?;
                Ok(list_of(MATRIX, row, code(ty)?))
            }
            // A vector with bounds of its own, which C# cannot name.
            0 | 1 => {
                self.map(element, into)?;
                self.handle(ty)
            }
            3 => {
                let plane = TypeUse::MultiArray(Box::new(element.clone()), 2);
                self.list(CUBE, &plane, ty, into)
            }
            _ => {
                let slice = TypeUse::MultiArray(Box::new(element.clone()), rank.saturating_sub(1));
                self.list(SLICED, &slice, ty, into)
            }
        }
    }

    /// A row of a table; of bytes or characters, too, it is a list.
    fn map_row(&mut self, element: &TypeUse<'m>, into: bool) -> Result<Mapping, Skip> {
        let row = TypeUse::Array(Box::new(element.clone()));
        self.list(ARRAY, element, &row, into)
    }

    /// A class that is a collection (TRANSLATION §6), or a handle. A closed generic one always is: none of its
    /// members is an Action of its own, so a handle of it would be of no use.
    fn derived_collection(
        &mut self,
        definition: Type<'m>,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        let found = self.derivation(definition, &named.arguments);
        let Some(found) = found.filter(|found| found.can_be_made || !into) else {
            return self.handle(ty);
        };
        let key = (definition.key(), named.arguments.clone());
        if self.deriving.contains(&key) || self.deriving.len() >= limits::STRUCTURE_DEPTH {
            return self.handle(ty);
        }
        self.deriving.push(key);
        let element = self.map(&found.element, into);
        self.deriving.pop();
        match element {
            Ok(element) => Ok(list_of(DERIVED, element, code(ty)?)),
            Err(_) => self.handle(ty),
        }
    }

    /// A value of a type that is to travel as Text, or a handle where nothing of it can be read, or, as an input,
    /// it cannot be built of what is.
    fn text(
        &mut self,
        definition: Type<'m>,
        named: &NamedType<'m>,
        ty: &TypeUse<'m>,
        into: bool,
    ) -> Result<Mapping, Skip> {
        let closed = (definition.key(), named.arguments.clone());
        let is_part_of_itself = self.classes.get(&closed) == Some(&Class::Pending);
        let position = self.structure(definition, &named.arguments);
        let plan = position.and_then(|position| self.plans.get(position));
        let can_cross = match plan {
            Some(plan) => plan.constructor.is_some() || !into,
            None => is_part_of_itself,
        };
        match can_cross {
            true => Ok(self.json_text(ty, code(ty)?)),
            false => self.handle(ty),
        }
    }

    /// The mapping of values of `ty` that travel as Text that holds JSON.
    pub(super) fn json_text(&mut self, ty: &TypeUse<'m>, net: String) -> Mapping {
        let known = self.json.iter().position(|known| known == ty);
        let position = known.unwrap_or(self.json.len());
        if known.is_none() {
            self.json.push(ty.clone());
        }
        Mapping {
            data_type: DataType::Text,
            net,
            conversion: Conversion::Json(position),
        }
    }

    fn record(&self, position: usize, ty: &TypeUse<'m>, into: bool) -> Result<Mapping, Skip> {
        match self.record_named(position, code(ty)?, into) {
            Some(mapping) => Ok(mapping),
            None => self.handle(ty),
        }
    }

    fn record_named(&self, position: usize, net: String, into: bool) -> Option<Mapping> {
        let plan = self.plans.get(position)?;
        let structure = self.structures.get(position)?;
        (plan.constructor.is_some() || !into).then(|| Mapping {
            data_type: DataType::structure(&structure.name),
            net,
            conversion: Conversion::Structure(position),
        })
    }

    /// Whether the C# of another target could build types that this one cannot.
    pub(super) fn is_narrow(&self) -> bool {
        let mut candidates = self.candidates.values().flatten();
        candidates.any(|candidate| candidate.is_built_elsewhere)
    }

    /// The constructor that builds values of a transparent type.
    pub(super) fn builder(&mut self, ty: Type<'m>) -> Option<Id<table::MethodDef>> {
        let candidate = self.candidate(ty, &[])?;
        let method = candidate.constructor.as_ref()?.method?;
        Some(method.row().id())
    }

    /// The JSON mappings, in the order of [`Conversion::Json`]'s positions.
    pub(super) fn json_mappings(&mut self) -> Vec<Mapping> {
        let mut mappings = Vec::new();
        // Mapping one can meet another.
        while let Some(ty) = self.json.get(mappings.len()).cloned() {
            let mapping = match self.text_structure(&ty) {
                Some(position) => self.record(position, &ty, false),
                None => self.map(&ty, false).or_else(|_| self.handle(&ty)),
            };
            mappings.push(mapping.unwrap_or_else(|_| scalar(CHARS, String::new())));
        }
        mappings
    }

    /// The structure that is in the JSON of a type that is to travel as Text.
    fn text_structure(&mut self, ty: &TypeUse<'m>) -> Option<usize> {
        let named = ty.as_named()?;
        let definition = self.set.definition(named).ok()?;
        let is_text = self.nameable.types.is_text(definition);
        is_text.then(|| self.structure(definition, &named.arguments))?
    }
}

pub(super) fn list_of(collection: &'static Collection, element: Mapping, net: String) -> Mapping {
    Mapping {
        data_type: element.data_type.clone().into_list(),
        net,
        conversion: Conversion::List(collection, Box::new(element)),
    }
}

fn scalar(row: &'static Scalar, net: String) -> Mapping {
    Mapping {
        data_type: row.data_type.clone(),
        net,
        conversion: Conversion::Scalar(row),
    }
}

pub(super) fn code(ty: &TypeUse<'_>) -> Result<String, Skip> {
    type_code(ty).ok_or_else(|| Skip::new("DL1017", ty))
}

impl Member<'_> {
    /// Whether C# source can name the member.
    pub(super) fn is_speakable(self) -> bool {
        match self {
            Self::Constructor(_) => true,
            other => other.name().is_ok_and(is_identifier),
        }
    }
}
