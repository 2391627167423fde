//! How values cross between OutSystems and .NET: what a back end needs beside the definition.

use super::odc::Library;
use super::type_map::{Awaited, Collection, Optional, Scalar};
use crate::clr::{FacadePackage, Parameter, ParameterDirection};
use crate::extension::{DataType, Extension, MemberKind};
use std::collections::BTreeSet;

/// An extension and how each of its actions is carried out.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    /// The definition.
    pub extension: Extension,
    /// How each action calls its member; parallel to `extension.actions`.
    pub calls: Vec<Call>,
    /// What names each action in the lock file; parallel to `extension.actions`.
    pub keys: Vec<String>,
    /// How each structure is made of an object and back; parallel to `extension.structures`.
    pub structures: Vec<StructurePlan>,
    /// The enums that conversions name.
    pub enums: Vec<EnumPlan>,
    /// The values that travel as JSON.
    pub json: Vec<Mapping>,
    /// Where each resource is; parallel to `extension.resources`.
    pub files: Vec<ResourceFile>,
    /// What has to be there besides the resources in ODC.
    pub packages: Vec<&'static FacadePackage>,
    /// The compiler's warnings about what is obsolete or experimental in the inputs: `CS0612`, `CS0618`, and those that
    /// attributes name.
    pub warnings: BTreeSet<String>,
    /// What ODC can carry of it, where that was asked for.
    pub odc: Option<Box<Library>>,
}

/// The file that a resource is a copy of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResourceFile {
    /// Whether it is in the library of ODC's builds, rather than in that of the inputs.
    pub is_of_odc: bool,
    /// Ordinal of the assembly in its library.
    pub ordinal: usize,
}

/// A value on its way across.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// Its OutSystems type.
    pub data_type: DataType,
    /// Its .NET type, as C# code names it.
    pub net: String,
    /// What happens to it on the way.
    pub conversion: Conversion,
}

impl Mapping {
    /// C# that tests whether `value`, an expression of the .NET type, is one.
    pub fn present(&self, value: &str) -> String {
        match &self.conversion {
            Conversion::Nullable { optional, .. } => optional.test(value),
            _ => format!("{value} != null"),
        }
    }
}

/// What happens to a value on its way across (TRANSLATION §4).
#[derive(Clone, Debug, PartialEq)]
pub enum Conversion {
    /// It travels as an `Object`.
    Handle,
    /// By a row of the type map.
    Scalar(&'static Scalar),
    /// A value of an enum, as the Text of its name or as its number: position in [`Translation::enums`].
    Enum(usize),
    /// A value or none: a `Nullable<T>`, or an option of F#.
    Nullable {
        /// Which of them.
        optional: &'static Optional,
        /// The value.
        inner: Box<Mapping>,
        /// Whether the empty value of the OutSystems type stands for null coming in; it does going out.
        empty_is_null: bool,
    },
    /// A record: position in [`Translation::structures`].
    Structure(usize),
    /// A list, element by element.
    List(&'static Collection, Box<Mapping>),
    /// A value that would make its structure contain itself, as Text that holds JSON: position in
    /// [`Translation::json`].
    Json(usize),
}

/// What the values of an enum are in .NET.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumShape {
    /// Constants.
    Enum,
    /// Static properties of a union of F# whose cases hold nothing, with a tag each.
    Union {
        /// Whether a value can be null.
        is_class: bool,
    },
}

/// An enum whose values travel as names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnumPlan {
    /// Name for the conversion methods, unique among enums.
    pub name: String,
    /// The enum, as C# code names it.
    pub net: String,
    /// What its values are.
    pub shape: EnumShape,
    /// Names of its values, in declaration order.
    pub members: Vec<String>,
    /// The least type that holds its numbers: Integer, Long Integer or Decimal.
    pub number: DataType,
    /// Whether its numbers are exactly those of that type.
    pub is_exact: bool,
}

/// How a record is made of an object and back (TRANSLATION §5).
#[derive(Clone, Debug, PartialEq)]
pub struct StructurePlan {
    /// The .NET type, as C# code names it.
    pub net: String,
    /// Whether a value can be null.
    pub is_class: bool,
    /// How each attribute is read; parallel to the structure's attributes.
    pub attributes: Vec<AttributePlan>,
    /// The attributes that the constructor takes, in its order; `None` where the type cannot be built.
    pub constructor: Option<Vec<usize>>,
    /// The tuples that a long tuple nests, as C# code names them, the outer first: what is beyond the seventh of
    /// the constructor's arguments makes the first of them.
    pub rests: Vec<String>,
}

/// The field or property behind an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributePlan {
    /// What C# puts behind the object and a dot; empty where the object itself is enumerated.
    pub member: String,
    /// How its value crosses.
    pub mapping: Mapping,
    /// Whether the initialiser sets it when an object is built.
    pub is_set: bool,
    /// Whether C# makes no object without it (`required`).
    pub is_required: bool,
    /// Whether an empty value coming in stands for null.
    pub empty_is_null: bool,
    /// The attribute that says whether it has a value.
    pub companion: Option<usize>,
    /// Whether it is such an attribute: of the one before it.
    pub is_companion: bool,
}

impl AttributePlan {
    /// C# that reads it from `value`.
    pub fn of(&self, value: &str) -> String {
        match self.member.as_str() {
            "" => value.to_owned(),
            member => format!("{value}.{member}"),
        }
    }
}

/// How an action calls its member.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// What is called.
    pub kind: MemberKind,
    /// How C# writes the call.
    pub syntax: Syntax,
    /// The declaring type, as C# code names it.
    pub declaring: String,
    /// The member's name in C#; empty for a constructor.
    pub member: String,
    /// The instance, which is the action's first input; `None` for a static member.
    pub instance: Option<Instance>,
    /// The arguments that are passed, in order; a setter has one.
    pub arguments: Vec<Argument>,
    /// The returned value, which is the action's last output.
    pub result: Option<Mapping>,
    /// The output that says whether there is a returned value.
    pub result_companion: Option<usize>,
    /// Whether other overloads exist, so that every argument must have the parameter's exact type.
    pub is_overloaded: bool,
    /// How the result is waited for, where the member is asynchronous.
    pub awaited: Option<&'static Awaited>,
    /// Whether it is the one that makes the instances of its class where several could.
    pub is_preferred: bool,
}

/// How C# writes the use of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// By its name.
    Member,
    /// As an indexer: `x[a]`.
    Index,
    /// As an operator, with `{0}` and `{1}` for the operands and `{T}` for the type of the result.
    Operator(&'static str),
}

/// The instance that a member is called on.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// How it crosses.
    pub mapping: Mapping,
    /// Whether it must be held in a variable: it is a value type, or made from a record.
    pub is_value: bool,
    /// The output that takes the instance after the call, where the call may change it.
    pub changed: Option<usize>,
    /// Whether it is to be disposed of after use.
    pub is_disposable: bool,
    /// Whether that is all that the call does.
    pub is_disposed: bool,
}

/// How an argument is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passing {
    /// By value, or `in`.
    Value,
    /// By value; what the member makes of it comes back.
    Changed,
    /// `ref readonly`.
    ReadOnly,
    /// `ref`.
    Ref,
    /// `out`.
    Out,
}

impl Passing {
    /// How a parameter is passed that a member does not change unseen.
    pub(super) fn of(parameter: &Parameter<'_>) -> Self {
        match parameter.direction() {
            ParameterDirection::Out => Self::Out,
            ParameterDirection::Ref => Self::Ref,
            ParameterDirection::In if parameter.requires_variable() => Self::ReadOnly,
            ParameterDirection::Value | ParameterDirection::In => Self::Value,
        }
    }

    /// Whether the action has an output for the argument.
    pub(super) fn comes_back(self) -> bool {
        !matches!(self, Self::Value | Self::ReadOnly)
    }
}

/// An argument of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// The parameter's name in C#.
    pub name: String,
    /// Whether it must be passed by name, because a parameter before it is left out.
    pub is_named: bool,
    /// How it is passed.
    pub passing: Passing,
    /// How its value crosses.
    pub mapping: Mapping,
    /// Whether an empty value coming in stands for null, or for the default of a struct.
    pub empty_is_null: bool,
    /// The input that gives its value.
    pub input: Option<usize>,
    /// The output that takes its value.
    pub output: Option<usize>,
    /// The input that says whether there is a value.
    pub companion_input: Option<usize>,
    /// The output that says whether there is one.
    pub companion_output: Option<usize>,
    /// C# that is passed where the Action has no parameter for it; `{}` stands for the arguments of its type.
    pub fixed: Option<&'static str>,
    /// C# of the default of an optional parameter.
    pub default: Option<String>,
}
