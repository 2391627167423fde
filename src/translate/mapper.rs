//! From .NET types to OutSystems types (TRANSLATION §4 to §6), with the structures and enums that they need.

use super::catalogue::diagnostic;
use super::csharp::{escape, is_identifier, type_code};
use super::docs::{self, Docs};
use super::nameable::Nameable;
use super::plan::{AttributePlan, Conversion, EnumPlan, Mapping, StructurePlan};
use super::surface::Member;
use super::transparency::{Transparent, is_by_ref_like, is_mutable, transparent};
use super::type_map::{self, ARRAY, BYTES, CHARS, Collection, Scalar};
use super::type_names::{type_identifier, unique, with_values};
use super::{Names, identifier, pascal_case};
use crate::clr::{AssemblySet, DocId, NamedType, Type, TypeKind, TypeUse};
use crate::extension::{Attribute, DataType, Diagnostic, Structure};
use crate::metadata::signature::ElementType;
use crate::metadata::{Id, table};
use std::collections::{HashMap, HashSet};

/// The most characters of a name (O11.md §1.6).
pub(super) const NAME: usize = 50;

/// A type definition: ordinal of its assembly and row number.
pub(super) type TypeKey = (usize, u32);

pub(super) fn key(ty: Type<'_>) -> TypeKey {
    (ty.assembly().ordinal(), ty.id().row())
}

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

/// What a type definition turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A structure: its position.
    Structure(usize),
    Opaque,
}

/// Maps types and collects what the mappings refer to.
pub(super) struct Mapper<'m> {
    pub(super) set: &'m AssemblySet<'m>,
    docs: &'m Docs<'m>,
    classes: HashMap<TypeKey, Class>,
    /// Types found transparent, or not, before their attributes are mapped.
    candidates: HashMap<TypeKey, Option<Transparent<'m>>>,
    /// Candidates that contain themselves, and all others that were looked at.
    pub(super) recursive: HashMap<TypeKey, bool>,
    names: Names,
    pub(super) structures: Vec<Structure>,
    pub(super) plans: Vec<StructurePlan>,
    pub(super) enums: Vec<EnumPlan>,
    enum_positions: HashMap<TypeKey, usize>,
    enum_names: Names,
    pub(super) nameable: Nameable<'m>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Delegates of the framework, by the start of their full names, for when the framework is not at hand.
const DELEGATES: &[&str] = &[
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
pub(super) const BY_REF_LIKE: &[&str] = &[
    "System.ArgIterator",
    "System.ReadOnlySpan`1",
    "System.RuntimeArgumentHandle",
    "System.Span`1",
];

/// Types whose results have to be waited for.
const ASYNCHRONOUS: &[&str] = &[
    "System.Collections.Generic.IAsyncEnumerable`1",
    "System.Threading.Tasks.Task",
    "System.Threading.Tasks.Task`1",
    "System.Threading.Tasks.ValueTask",
    "System.Threading.Tasks.ValueTask`1",
];

impl<'m> Mapper<'m> {
    /// For the inputs with these ordinals.
    pub(super) fn new(
        set: &'m AssemblySet<'m>,
        inputs: &HashSet<usize>,
        docs: &'m Docs<'m>,
    ) -> Self {
        Self {
            set,
            docs,
            classes: HashMap::new(),
            candidates: HashMap::new(),
            recursive: HashMap::new(),
            names: Names::new(),
            structures: Vec::new(),
            plans: Vec::new(),
            enums: Vec::new(),
            enum_positions: HashMap::new(),
            enum_names: Names::new(),
            nameable: Nameable::new(set, inputs),
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
                let row = type_map::scalar(&format!("System.{}", element.system_name()));
                let row = row.ok_or_else(|| Skip::new("DL1002", ty))?;
                Ok(self.scalar(row, element.csharp().to_owned()))
            }
            TypeUse::Array(element) => match **element {
                TypeUse::Primitive(ElementType::U1) => Ok(self.scalar(BYTES, "byte[]".to_owned())),
                TypeUse::Primitive(ElementType::Char) => {
                    Ok(self.scalar(CHARS, "char[]".to_owned()))
                }
                _ => self.list(ARRAY, element, ty, into),
            },
            TypeUse::MultiArray(element, _) => {
                self.map(element, into)?;
                self.handle(ty)
            }
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
        let full = named.name.to_string();
        if let Some(row) = type_map::scalar(&full) {
            return Ok(self.scalar(row, code(ty)?));
        }
        if let [argument] = named.arguments.as_slice() {
            if full == "System.Nullable`1" {
                let inner = self.map(argument, into)?;
                if inner.conversion == Conversion::Handle {
                    return self.handle(ty);
                }
                return Ok(Mapping {
                    data_type: inner.data_type.clone(),
                    net: code(ty)?,
                    conversion: Conversion::Nullable(Box::new(inner)),
                });
            }
            if let Some(collection) = type_map::collection(&full) {
                return self.list(collection, argument, ty, into);
            }
        }
        if BY_REF_LIKE.contains(&full.as_str()) {
            return Err(Skip::new("DL1003", ty));
        }
        if ASYNCHRONOUS.contains(&full.as_str()) {
            return Err(Skip::new("DL1010", ty));
        }
        if DELEGATES.iter().any(|start| full.starts_with(start)) {
            return Err(Skip::new("DL1001", ty));
        }
        for argument in &named.arguments {
            self.map(argument, into)?;
        }
        let Some(definition) = self.nameable.definition(named) else {
            return self.handle(ty);
        };
        if definition.kind() == TypeKind::Delegate {
            return Err(Skip::new("DL1001", ty));
        }
        self.nameable.check(definition)?;
        match definition.kind() {
            TypeKind::Enum => self.enumeration(definition, ty),
            _ if is_by_ref_like(definition) => Err(Skip::new("DL1003", ty)),
            _ if named.arguments.is_empty() => match self.structure(definition) {
                Some(position) => self.record(position, ty, into),
                None => self.handle(ty),
            },
            _ => self.handle(ty),
        }
    }

    fn scalar(&self, row: &'static Scalar, net: String) -> Mapping {
        Mapping {
            data_type: row.data_type.clone(),
            net,
            conversion: Conversion::Scalar(row),
        }
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
        Ok(Mapping {
            data_type: element.data_type.clone().into_list(),
            net: code(ty)?,
            conversion: Conversion::List(collection, Box::new(element)),
        })
    }

    fn record(&self, position: usize, ty: &TypeUse<'m>, into: bool) -> Result<Mapping, Skip> {
        let plan = self.plans.get(position);
        let structure = self.structures.get(position);
        match (plan, structure) {
            (Some(plan), Some(structure)) if plan.constructor.is_some() || !into => Ok(Mapping {
                data_type: DataType::structure(&structure.name),
                net: code(ty)?,
                conversion: Conversion::Structure(position),
            }),
            _ => self.handle(ty),
        }
    }

    fn enumeration(&mut self, definition: Type<'m>, ty: &TypeUse<'m>) -> Result<Mapping, Skip> {
        let net = code(ty)?;
        let key = key(definition);
        let position = match self.enum_positions.get(&key) {
            Some(position) => *position,
            None => {
                let position = self.enums.len();
                let name = type_identifier(definition, &self.enum_names);
                self.enum_names.take(&name);
                let fields = definition.fields().filter_map(Result::ok);
                let members = fields.filter(|field| field.is_literal());
                let members = members.filter_map(|field| field.name().ok());
                self.enums.push(EnumPlan {
                    name,
                    net: net.clone(),
                    members: members.map(str::to_owned).collect(),
                });
                self.enum_positions.insert(key, position);
                position
            }
        };
        Ok(Mapping {
            data_type: DataType::Text,
            net,
            conversion: Conversion::Enum(position),
        })
    }

    /// Whether a translated member uses the enum.
    pub(super) fn uses_enum(&self, definition: Type<'m>) -> bool {
        self.enum_positions.contains_key(&key(definition))
    }

    /// The position of the structure that the type is, or `None` where it is opaque.
    pub(super) fn structure(&mut self, ty: Type<'m>) -> Option<usize> {
        let key = key(ty);
        let class = match self.classes.get(&key) {
            Some(class) => *class,
            None => {
                let class = self.classify(ty);
                self.classes.insert(key, class);
                class
            }
        };
        match class {
            Class::Structure(position) => Some(position),
            Class::Opaque => None,
        }
    }

    fn classify(&mut self, ty: Type<'m>) -> Class {
        let Some(candidate) = self.candidate(ty).cloned() else {
            return Class::Opaque;
        };
        if self.is_recursive(ty) {
            let id = DocId(&ty).to_string();
            self.diagnostics.push(diagnostic("DL2004", id, ""));
            return Class::Opaque;
        }
        // What only can be read and has methods of its own is better held: an output alone would leave
        // its methods without an instance.
        if candidate.constructor.is_none() && has_own_methods(ty) {
            return Class::Opaque;
        }
        let Ok(used) = TypeUse::of_definition(ty) else {
            return Class::Opaque;
        };
        let Some(net) = type_code(&used) else {
            return Class::Opaque;
        };
        let mut mappings = Vec::with_capacity(candidate.data.len());
        for member in &candidate.data {
            let is_named = is_identifier(member.name);
            match self.map(&member.ty, false) {
                Ok(mapping) if is_named => mappings.push(mapping),
                _ => return Class::Opaque,
            }
        }
        let position = self.structures.len();
        self.add_structure(ty, net, candidate, mappings);
        Class::Structure(position)
    }

    fn add_structure(
        &mut self,
        ty: Type<'m>,
        net: String,
        candidate: Transparent<'m>,
        mappings: Vec<Mapping>,
    ) {
        let name = type_identifier(ty, &self.names);
        self.names.take(&name);
        let id = DocId(&ty).to_string();
        let ordinal = ty.assembly().ordinal();
        let docs = self.docs.get(ordinal, &id);
        let mut constructor = candidate.constructor.as_ref();
        let mut attribute_names = Names::new();
        let mut attributes = Vec::new();
        let mut plans = Vec::new();
        for ((at, member), mapping) in candidate.data.iter().enumerate().zip(mappings) {
            let attribute = unique(
                &mut attribute_names,
                &identifier(&pascal_case(member.name)),
                &member.id,
            );
            let member_docs = self.docs.get(ordinal, &member.id);
            attributes.push(Attribute {
                name: attribute,
                data_type: mapping.data_type.clone(),
                mandatory: false,
                default: None,
                length: None,
                decimals: None,
                description: with_values(
                    docs::description(member_docs, member.member.custom_attributes()),
                    self.enum_of(&mapping),
                ),
                member: member.id.clone(),
            });
            let taken = constructor.is_some_and(|builder| builder.parameters.contains(&at));
            if member.is_state && (taken || member.is_settable) && !self.is_buildable(&mapping) {
                constructor = None;
            }
            plans.push(AttributePlan {
                member: escape(member.name),
                mapping,
                is_set: member.is_state && member.is_settable && !taken,
            });
        }
        self.structures.push(Structure {
            name,
            description: docs::description(docs, ty.custom_attributes()),
            attributes,
            type_id: id,
        });
        self.plans.push(StructurePlan {
            net,
            is_class: !ty.is_value_type(),
            attributes: plans,
            constructor: constructor.map(|builder| builder.parameters.clone()),
        });
    }

    fn is_buildable(&self, mapping: &Mapping) -> bool {
        match &mapping.conversion {
            Conversion::Structure(position) => self
                .plans
                .get(*position)
                .is_some_and(|plan| plan.constructor.is_some()),
            Conversion::Nullable(inner) | Conversion::List(_, inner) => self.is_buildable(inner),
            _ => true,
        }
    }

    /// The enum behind a mapping, for its description.
    pub(super) fn enum_of(&self, mapping: &Mapping) -> Option<&EnumPlan> {
        match &mapping.conversion {
            Conversion::Enum(position) => self.enums.get(*position),
            Conversion::Nullable(inner) | Conversion::List(_, inner) => self.enum_of(inner),
            _ => None,
        }
    }

    /// The definition of the enum that `ty` is, or is the nullable form of.
    pub(super) fn enum_definition(&self, ty: &TypeUse<'m>) -> Option<Type<'m>> {
        let named = ty.as_named()?;
        if let [argument] = named.arguments.as_slice() {
            let is_nullable = named.name.is("System", "Nullable`1");
            return is_nullable.then(|| self.enum_definition(argument))?;
        }
        let definition = self.set.definition(named).ok()?;
        (definition.kind() == TypeKind::Enum).then_some(definition)
    }

    /// The constructor that builds values of a transparent type.
    pub(super) fn builder(&mut self, ty: Type<'m>) -> Option<Id<table::MethodDef>> {
        let method = self.candidate(ty)?.constructor.as_ref()?.method?;
        Some(method.row().id())
    }

    /// Whether values of a transparent type can change after they are built.
    pub(super) fn is_mutable(&mut self, ty: Type<'m>) -> bool {
        self.candidate(ty)
            .is_some_and(|candidate| is_mutable(&candidate.data))
    }

    /// What the type shows of itself, if it is transparent.
    pub(super) fn candidate(&mut self, ty: Type<'m>) -> Option<&Transparent<'m>> {
        let set = self.set;
        let candidate = self.candidates.entry(key(ty));
        candidate.or_insert_with(|| transparent(set, ty)).as_ref()
    }
}

fn code(ty: &TypeUse<'_>) -> Result<String, Skip> {
    type_code(ty).ok_or_else(|| Skip::new("DL1017", ty))
}

/// Whether the type has public instance methods that are more than data.
fn has_own_methods(ty: Type<'_>) -> bool {
    let mut methods = ty.methods().filter_map(Result::ok);
    methods.any(|method| {
        method.is_public()
            && !method.is_static()
            && !method.is_constructor()
            && !method.is_special_name()
            && (!method.is_virtual() || method.is_new_slot())
    })
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
