//! The semantic model: assemblies, types and members, with names instead of row numbers.
mod assembly;
mod custom_attribute;
mod display;
mod doc_id;
mod error;
mod member;
mod parameter;
mod set;
mod type_name;
mod type_use;
mod types;

pub use assembly::{Assembly, AssemblyReference, Version};
pub use custom_attribute::CustomAttribute;
pub use doc_id::DocId;
pub use error::{Error, Unresolved};
pub use member::{Access, Event, Field, Method, Property, PropertySignature, Signature};
pub use parameter::{DefaultValue, Parameter, ParameterDirection};
pub use set::AssemblySet;
pub use type_name::{TypeName, split_arity};
pub use type_use::{NamedType, TypeUse};
pub use types::{Type, TypeKind};
