//! The type map (TRANSLATION §4 and §6) as data: a row says which OutSystems type a .NET type becomes and
//! how C# converts it. A new row needs no new code.

mod changed;
mod collections;
mod helpers;
mod optionals;
mod products;
mod scalars;

pub use changed::{changed, growing, is_read_once};
pub use collections::{ARRAY, COLLECTIONS, CUBE, Collection, DERIVED, MATRIX, SLICED};
pub use helpers::{Awaited, HANDLE, Helper, INSTANCE};
pub use optionals::{OPTIONALS, Optional};
pub use products::{Last, PRODUCTS, Product};
pub use scalars::{BUFFERS, BYTES, CHARS, SCALARS};

use crate::extension::DataType;
use crate::metadata::signature::ElementType;
use foldhash::HashMap;
use helpers::AWAITED;
use std::sync::LazyLock;

/// A .NET type that becomes a basic OutSystems type.
#[derive(Debug, PartialEq)]
pub struct Scalar {
    /// Full name of the .NET type.
    pub net: &'static str,
    /// Its name in the names of conversion methods.
    pub name: &'static str,
    /// What it becomes.
    pub data_type: DataType,
    /// From OutSystems.
    pub to_net: Code,
    /// Back to OutSystems.
    pub from_net: Code,
    /// Whether it is a struct.
    pub is_value_type: bool,
    /// A diagnostic that every use of the row deserves.
    pub lossy: Option<&'static str>,
}

/// C# of a conversion.
#[derive(Debug, PartialEq)]
pub enum Code {
    /// No code: the value already has the type.
    None,
    /// An expression, with `{}` for the value, once.
    Expression(&'static str),
    /// A call of a method that other rows call, too.
    Helper(&'static Helper),
    /// The body of a method with a parameter `value`.
    Body(&'static str),
    /// As [`Code::Body`]; what it throws becomes an exception that names the input.
    Checked(&'static str),
    /// As [`Code::Checked`]; of an empty value it makes null, or the default of a struct.
    Parsed(&'static str),
}

impl Code {
    /// Whether it makes something of a value, rather than of nothing.
    pub fn takes_value(&self) -> bool {
        !matches!(self, Self::Expression(template) if !template.contains("{}"))
    }

    /// Whether a value can be wrong for it.
    pub fn is_fallible(&self) -> bool {
        matches!(self, Self::Checked(_) | Self::Parsed(_))
    }
}

/// The type of F# that has one value, which says nothing.
pub const NOTHING: &str = "Microsoft.FSharp.Core.Unit";

/// The type of F# for events that are no events of .NET.
pub const EVENT: &str = "Microsoft.FSharp.Control.IEvent`2";

/// The logger that logs nothing: code that logs cannot do without one.
const NULL_LOGGER: &str = "global::Microsoft.Extensions.Logging.Abstractions.NullLogger{}.Instance";

/// The type of parameters that are no parameters of an Action.
#[derive(Debug, PartialEq)]
pub struct Omitted {
    /// Its full name.
    pub net: &'static str,
    /// C# of what is passed; `{}` stands for the type's arguments.
    pub passed: &'static str,
    /// The diagnostic that says so.
    pub code: &'static str,
}

/// Every such type.
pub const OMITTED: &[Omitted] = &[
    Omitted {
        net: "System.Threading.CancellationToken",
        passed: "System.Threading.CancellationToken.None",
        code: "DL2007",
    },
    Omitted {
        net: "System.IProgress`1",
        passed: "null",
        code: "DL2007",
    },
    Omitted {
        net: "Microsoft.Extensions.Logging.ILogger",
        passed: NULL_LOGGER,
        code: "DL2010",
    },
    Omitted {
        net: "Microsoft.Extensions.Logging.ILogger`1",
        passed: NULL_LOGGER,
        code: "DL2010",
    },
];

/// The row for a type that C# has a keyword for.
pub fn primitive(element: ElementType) -> Option<&'static Scalar> {
    static ROWS: LazyLock<HashMap<&str, &Scalar>> = LazyLock::new(|| {
        let simple = |row: &'static Scalar| Some((row.net.strip_prefix("System.")?, row));
        SCALARS.iter().filter_map(simple).collect()
    });
    ROWS.get(element.system_name()).copied()
}

/// The row for the type with this full name.
pub fn scalar(net: &str) -> Option<&'static Scalar> {
    static ROWS: LazyLock<HashMap<&str, &Scalar>> = LazyLock::new(|| {
        let rows = SCALARS.iter().chain(BUFFERS);
        rows.map(|row| (row.net, row)).collect()
    });
    ROWS.get(net).copied()
}

/// The row for the type with this full name.
pub fn collection(net: &str) -> Option<&'static Collection> {
    static ROWS: LazyLock<HashMap<&str, &Collection>> =
        LazyLock::new(|| COLLECTIONS.iter().map(|row| (row.net, row)).collect());
    ROWS.get(net).copied()
}

/// The row for the generic type with this full name.
pub fn optional(net: &str) -> Option<&'static Optional> {
    OPTIONALS.iter().find(|row| row.net == net)
}

/// How the result of a call is waited for that returns the type with this full name.
pub fn awaited(net: &str) -> Option<&'static Awaited> {
    AWAITED.iter().find(|row| row.net == net)
}

/// The row for the generic type with this full name.
pub fn product(net: &str) -> Option<&'static Product> {
    PRODUCTS.iter().find(|row| row.net == net)
}

/// Whether the tables know types of the namespace: only of such types a full name is worth making.
pub fn knows(namespace: &str) -> bool {
    namespace.starts_with("System") || namespace.starts_with("Microsoft.FSharp.")
}

/// The row for the type with this full name.
pub fn omitted(net: &str) -> Option<&'static Omitted> {
    OMITTED.iter().find(|row| row.net == net)
}
