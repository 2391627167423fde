//! Which framework an assembly was built for, and which assemblies belong to that framework.

mod assemblies;
mod bases;
mod core;
mod disposable;
mod facades;
mod moniker;
mod packages;
mod target;

pub use assemblies::is_framework_assembly;
pub(crate) use bases::assemblies_of_bases;
pub use core::is_core_assembly;
pub(crate) use disposable::is_disposable_class;
pub use facades::{Behind, behind_facade};
pub(crate) use facades::{Lost, is_facade};
pub use moniker::Nearness;
pub use packages::{FacadePackage, facade_package};
pub use target::{FrameworkId, TargetFramework};
