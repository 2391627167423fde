//! From the public surface of assemblies to the definition of an extension: the rules.
//!
//! [`translate`] looks at every public member of the inputs and leaves each in exactly one state:
//! *translated* into actions, *absorbed* by a structure, an enum's text or another action, or *skipped*
//! with a diagnostic of the [`CATALOGUE`]. The result is a [`Translation`]: the definition, and beside it
//! the plan of each call and conversion, from which a back end writes code.
//!
//! Facts are tables: the type map and the collections ([`type_map`]), the diagnostics ([`catalogue`]).

mod access;
mod accounting;
mod action_names;
mod argument;
mod balance;
pub mod catalogue;
mod changed;
pub mod config;
pub(crate) mod csharp;
mod defaults;
mod dependencies;
mod derivation;
mod describe;
mod docs;
mod draft;
mod entities;
mod enums;
mod estimate;
mod instantiate;
mod job;
pub mod literal;
mod lock;
mod mapper;
mod nameable;
mod names;
pub mod odc;
mod operators;
mod owner;
mod plan;
pub mod policy;
mod products;
mod recursion;
mod shipment;
mod structures;
mod surface;
mod translation;
mod transliteration;
mod transparency;
pub mod type_map;
mod type_names;
mod unions;
mod unmade;
mod warnings;
mod wizard;

pub use catalogue::CATALOGUE;
pub use config::Config;
pub use dependencies::dependencies;
pub use describe::describe;
pub use estimate::{Estimate, estimate};
pub use lock::{LOCK, Lock};
pub use names::{Names, fit, identifier, pascal_case};
pub use plan::{
    Argument, AttributePlan, Call, Conversion, EnumPlan, EnumShape, Instance, Mapping, Passing,
    ResourceFile, StructurePlan, Syntax, Translation,
};
pub use policy::Policies;
pub use translation::{Options, Targets, translate, translate_builds};
