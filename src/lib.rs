//! Turns .NET assemblies into OutSystems extensions, and reads .NET metadata in pure Rust.
//!
//! A DLL goes through the modules in one direction, and each can be used without those after it:
//!
//! | module | is |
//! |---|---|
//! | [`pe`] | bytes → image: headers, sections, the RVA map |
//! | [`metadata`] | image → rows: tables, heaps, signatures, attribute values (ECMA-335, partition II) |
//! | [`clr`] | rows → types: names, members, documentation ids, references between assemblies |
//! | [`graph`] | assemblies and types as petgraph graphs |
//! | [`closure`] | what assemblies need to run on a platform |
//! | [`translate`] | types → [`extension`]: the rules of the translation |
//! | [`diff`] | two versions → what changed, and whom it breaks |
//! | [`check`] | package → findings: what OutSystems Developer Cloud would refuse |
//! | [`emit`] | extension → files: JSON, report, C# |
//! | `publish` | package → the portal of OutSystems Developer Cloud; with the feature `cli` |
//! | [`xif`] | bytes → extension: what Integration Studio saved |
//!
//! Nothing here runs or loads an assembly, and no input can make it panic: damage is an error value that
//! says where it is.
//!
//! # Types
//!
//! ```
//! use dllift::clr::{Assembly, DocId};
//!
//! let bytes = std::fs::read("testdata/MortgageLib.dll")?;
//! let assembly = Assembly::parse(&bytes)?;
//! let calculator = assembly.find_type("MortgageLib", "MortgageCalculator").unwrap();
//! let method = calculator.methods().next().unwrap()?;
//! assert_eq!(
//!     method.to_string(),
//!     "static double CalculateMortgage(double loanAmount, double interestRate, int years)",
//! );
//! assert!(DocId(&method).to_string().starts_with("M:MortgageLib.MortgageCalculator.Calc"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rows
//!
//! ```
//! use dllift::metadata::{Metadata, table};
//! use dllift::pe::Image;
//!
//! let bytes = std::fs::read("testdata/MortgageLib.dll")?;
//! let (offset, bytes) = Image::parse(&bytes)?.metadata()?;
//! let metadata = Metadata::parse(bytes, offset)?;
//! let references: Result<Vec<&str>, _> =
//!     metadata.rows::<table::AssemblyRef>().map(|row| row.name()).collect();
//! assert!(references?.contains(&"mscorlib"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Extensions
//!
//! ```
//! use dllift::clr::{FileStore, Library};
//! use dllift::translate::{Options, translate};
//!
//! let store = FileStore::open(&["testdata/MortgageLib.dll".into()], &[]);
//! let translation = translate(&Library::new(&store), &Options::default());
//! let action = &translation.extension.actions[0];
//! assert_eq!(action.name, "CalculateMortgage");
//! assert_eq!(action.outputs[0].data_type.to_string(), "Decimal");
//! ```

mod base64;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod closure;
pub mod clr;
pub mod diff;
pub mod emit;
pub mod extension;
pub mod graph;
mod hash;
pub mod limits;
pub mod metadata;
pub mod pe;
#[cfg(feature = "cli")]
pub mod publish;
mod threads;
pub mod translate;
pub mod xif;
mod xml;
