//! Which framework an assembly was built for, and which assemblies belong to that framework.

mod assemblies;
mod moniker;
mod shared;
mod target;

pub use assemblies::is_framework_assembly;
pub use moniker::Nearness;
pub use shared::is_shared_framework_assembly;
pub use target::{FrameworkId, TargetFramework};
