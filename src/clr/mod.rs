//! What surrounds the metadata of an assembly: its documentation file and its target framework.

mod framework;
mod xml_docs;

pub use framework::{FrameworkId, TargetFramework, is_framework_assembly};
pub use xml_docs::{Exception, MemberDocs, NamedText, XmlDocs, XmlDocsError, simple_name};
