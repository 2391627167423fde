//! The source tree of an OutSystems 11 extension, as Integration Studio writes it.
//!
//! O11 knows basic types, records and record lists of structures, nothing else. So an extension is
//! first [lowered](lower()): a list of anything but a structure becomes a list of a structure made for
//! it. [`project_files`] then writes the files that Integration Studio regenerates on every change:
//! the interface, structures, records, record lists and entities, and the project around them. The
//! action bodies are not among them; what they must agree on with the interface is [`signature`] and
//! [`xml_doc`].
//!
//! The output is a function of the definition: no time, path or random value is in it, and the keys
//! are name-based ([`Keys`]).
//!
//! ```
//! use dllift::emit::o11::{lower, project_files};
//! use dllift::extension::Extension;
//!
//! let extension = Extension { name: "Loans".into(), ..Extension::default() };
//! let files = project_files(&lower(&extension))?;
//! assert!(files.iter().any(|file| file.path == "Source/NET/Interface.cs"));
//! # Ok::<(), dllift::emit::o11::O11Error>(())
//! ```

mod actions;
mod debugger;
mod entities;
mod entity_record;
mod error;
mod files;
mod import_details;
mod interface;
mod keys;
mod literal;
mod platform;
mod project;
mod record_lists;
mod record_type;
mod records;
mod structures;
mod types;

pub use super::lower::{Lowered, Wrapper, lower};
pub use error::O11Error;
pub use files::{extension_files, project_files};
pub use import_details::import_details;
pub use interface::{signature, xml_doc};
pub use keys::Keys;
pub use types::{
    Basic, CSharpType, entity_record_name, namespace, parameter_name, record_list_name,
    record_name, structure_name,
};
