//! XML documentation files: what compilers write for `/doc` beside an assembly.
//!
//! The format is that of ECMA-334 annex D: `<doc><members><member name="ID">…`, where `ID` is a
//! documentation id such as `M:Ns.Type.Method(System.Int32)`. Every section is flattened to plain
//! text, since an OutSystems description knows no markup:
//!
//! ```
//! use dllift::clr::XmlDocs;
//!
//! let docs = XmlDocs::parse(
//!     br#"<doc><members><member name="M:Loan.Rate(System.Int32)">
//!           <summary>The rate of a <see cref="T:Bank.Loan"/>,
//!             or <see langword="null"/>.</summary>
//!         </member></members></doc>"#,
//! )?;
//! let rate = docs.get("M:Loan.Rate(System.Int32)").and_then(|docs| docs.summary.as_deref());
//! assert_eq!(rate, Some("The rate of a Loan, or null."));
//! # Ok::<(), dllift::clr::XmlDocsError>(())
//! ```
//!
//! Documentation files come from anywhere, so the reader treats them as hostile: it keeps no tree,
//! does not recurse, bounds the nesting of elements and expands no entity but the five that XML
//! predefines.

mod cref;
mod docs;
mod encoding;
mod error;
mod flatten;
mod reader;
#[cfg(test)]
mod tests;

pub use cref::simple_name;
pub use docs::{Exception, MemberDocs, NamedText, XmlDocs};
pub use error::XmlDocsError;
