//! The C# project of an external library for OutSystems Developer Cloud.
//!
//! The platform reads the compiled assembly: an interface with `[OSInterface]`, whose methods are the actions,
//! and structs with `[OSStructure]`. Its names are the elements' names. [`library_files`] writes them, the class
//! that calls the wrapped library, the mappers between its types and the structs, a program that tests the
//! mappers, and what builds the package.
//!
//! ODC knows lists of everything but lists: an inner list is a structure of its own, as in
//! [`o11`](crate::emit::o11).

mod attribute;
mod by_hand;
mod class;
mod code;
mod files;
mod interface;
mod logger;
mod mapper_tests;
mod names;
mod platform;
mod project;
mod signature;
mod structures;

pub use by_hand::{by_hand_list, migration_report};
pub use files::library_files;
