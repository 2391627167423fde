//! What an extension's author writes in `dllift.toml` (TRANSLATION §12).
//!
//! [`Config`] is the model, and [`Config::parse`] reads it with errors that say where and suggest what
//! was meant. A [`Pattern`] names members, a [`Name`] is one that OutSystems takes. What the choices do
//! is the business of the other modules here: `left_out` takes members out of the surface before they
//! are translated, `given_names` decides names together with the lock file, `apply` changes finished
//! actions, and `findings` tells what had no effect.

pub(super) mod apply;
mod error;
pub(super) mod findings;
pub(super) mod given_names;
pub(super) mod left_out;
mod model;
mod name;
mod nearest;
mod pattern;
mod patterns;
mod template;
pub(super) mod types;

pub use error::TomlError;
pub(super) use error::read;
pub use model::{Config, MemberChoices, TypeArguments, TypeChoice};
pub use name::Name;
pub(crate) use nearest::nearest;
pub use pattern::Pattern;
pub use template::template;

/// Name of the configuration file beside an input.
pub const CONFIG: &str = "dllift.toml";
