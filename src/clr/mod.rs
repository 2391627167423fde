//! The semantic model: assemblies, types and members, with names instead of row numbers.
//!
//! [`Assembly::parse`] takes the bytes of a file. [`Type`], [`Method`], [`Field`], [`Property`] and
//! [`Event`] are `Copy` views of rows: asking for a name reads one column, asking for a signature
//! decodes one blob. A signature comes back as [`TypeUse`]s, which `Display` writes as C# and [`DocId`]
//! as documentation ids. An [`AssemblySet`] resolves references between assemblies; a [`FileStore`]
//! and its [`Library`] make one from paths.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let bytes = std::fs::read("Some.dll")?;
//! let assembly = dllift::clr::Assembly::parse(&bytes)?;
//! for ty in assembly.types().filter(|ty| ty.is_public()) {
//!     for method in ty.methods() {
//!         let method = method?;
//!         if method.is_public() {
//!             println!("{}: {method}", ty.full_name()?);
//!         }
//!     }
//! }
//! # Ok(()) }
//! ```

mod annotations;
mod archive;
mod assembly;
mod custom_attribute;
mod deps;
mod display;
mod doc_id;
mod error;
mod framework;
mod library;
mod literal;
mod member;
mod native;
mod parameter;
mod public_key;
mod reach;
mod reflection_name;
mod resources;
mod set;
mod symbols;
mod type_name;
mod type_use;
mod types;
mod xml_docs;

pub use annotations::Nullability;
pub use archive::{
    AppHost, Archive, ArchiveEntry, ArchiveError, ArchiveKind, Package, PackageDependency,
};
pub(crate) use archive::{ZipFile, is_assembly_name};
pub use assembly::{Assembly, AssemblyReference, Version};
pub use custom_attribute::CustomAttribute;
pub use deps::{Dependencies, DependencyLibrary, RuntimeConfig, RuntimeFramework};
pub(crate) use display::Declaration;
pub use doc_id::DocId;
pub use error::{Error, Unresolved};
pub use framework::{
    Behind, FacadePackage, FrameworkId, Nearness, TargetFramework, behind_facade, facade_package,
    is_core_assembly, is_framework_assembly,
};
pub(crate) use framework::{Lost, assemblies_of_bases, is_disposable_class, is_facade};
pub use library::{FileProblem, FileProblemKind, FileStore, Found, Library, LibraryFile};
pub(crate) use literal::Quoted;
pub use member::{Access, Event, Field, Method, Property, PropertySignature, Signature};
pub use parameter::{DefaultValue, Parameter, ParameterDirection};
pub use public_key::PublicKeyToken;
pub use reach::Reach;
pub use reflection_name::{ReflectionName, Suffix};
pub use resources::{
    ManifestResource, ResourceEntry, ResourceLocation, ResourceSet, ResourceValue,
};
pub use set::AssemblySet;
pub use symbols::{PdbId, Symbols, SymbolsError};
pub use type_name::{TypeName, split_arity};
pub use type_use::{NamedType, TypeUse};
pub(crate) use types::TypeKey;
pub use types::{Type, TypeKind};
pub use xml_docs::{Exception, MemberDocs, NamedText, XmlDocs, XmlDocsError, simple_name};
