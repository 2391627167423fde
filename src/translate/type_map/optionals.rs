//! Rows for types whose values hold a value or none: what crosses is the value in them.

/// A generic type that holds a value of its type argument, or none.
#[derive(Debug, PartialEq)]
pub struct Optional {
    /// Full name, with its arity suffix.
    pub net: &'static str,
    /// How names of conversion methods begin.
    pub name: &'static str,
    /// C# that makes one of `{}`; `{C}` is the type. `None` where C# converts by itself.
    pub some: Option<&'static str>,
    /// C# of the one that holds none.
    pub none: &'static str,
    /// C# that tests whether `{}` holds a value.
    pub has: &'static str,
    /// C# that tests whether it holds none.
    pub lacks: &'static str,
    /// Whether an Object can be the value: .NET boxes what `Nullable<T>` holds, and nothing else.
    pub holds_objects: bool,
}

impl Optional {
    /// C# that can stand where one of the type `net` is expected, and holds `value`.
    pub fn holding(&self, net: &str, value: String) -> String {
        match self.some {
            Some(code) => code.replace("{C}", net).replacen("{}", &value, 1),
            None => value,
        }
    }

    /// C# of the one of the type `net` that holds none.
    pub fn empty(&self, net: &str) -> String {
        self.none.replace("{C}", net)
    }

    /// C# that tests whether `value` holds one.
    pub fn test(&self, value: &str) -> String {
        self.has.replacen("{}", value, 1)
    }

    /// C# that tests whether `value` holds none.
    pub fn lack(&self, value: &str) -> String {
        self.lacks.replacen("{}", value, 1)
    }
}

/// The options of F# beside what .NET itself has.
pub const OPTIONALS: &[Optional] = &[
    Optional {
        net: "System.Nullable`1",
        name: "Nullable",
        some: None,
        none: "null",
        has: "{}.HasValue",
        lacks: "!{}.HasValue",
        holds_objects: false,
    },
    Optional {
        net: "Microsoft.FSharp.Core.FSharpOption`1",
        name: "Option",
        some: Some("{C}.Some({})"),
        none: "null",
        has: "{} != null",
        lacks: "{} == null",
        holds_objects: true,
    },
    Optional {
        net: "Microsoft.FSharp.Core.FSharpValueOption`1",
        name: "ValueOption",
        some: Some("{C}.NewValueSome({})"),
        none: "default({C})",
        has: "{}.IsSome",
        lacks: "{}.IsNone",
        holds_objects: true,
    },
];
