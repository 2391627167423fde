//! Generic types of the framework that are their public members: pairs, tuples and groups, and what F# has for a
//! result. They are known by name, since the framework need not be at hand.

/// A generic type whose members take its type arguments in order, and so does its constructor.
#[derive(Debug, PartialEq)]
pub struct Product {
    /// Full name, with its arity suffix.
    pub net: &'static str,
    /// How names of structures begin.
    pub name: &'static str,
    /// The members.
    pub members: &'static [&'static str],
    /// What the type argument after those of the members is, where there is one.
    pub last: Last,
    /// A Boolean member that says whether it is the first of the members that has a value, rather than the second.
    /// Such a value can only be read.
    pub told_by: Option<&'static str>,
    /// Whether a value can be null.
    pub is_class: bool,
    /// Whether source code can give the members names of its own (`TupleElementNamesAttribute`).
    pub is_tuple: bool,
}

impl Product {
    /// Whether a value can be made of its members.
    pub fn is_made(&self) -> bool {
        self.last != Last::Items && self.told_by.is_none()
    }
}

/// What the last type argument of a [`Product`] is, if it is not the type of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// There is none.
    None,
    /// A tuple whose items follow those of this one (`TRest`).
    Rest,
    /// The type of the values that a value enumerates. It cannot be built.
    Items,
}

const ITEMS: [&str; 7] = [
    "Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7",
];

/// A tuple of `count` items, seven at the most.
const fn tuple(net: &'static str, count: usize, is_class: bool) -> Product {
    const ALL: &[&str] = &ITEMS;
    Product {
        net,
        name: "Tuple",
        members: ALL.split_at(count).0,
        last: Last::None,
        told_by: None,
        is_class,
        is_tuple: !is_class,
    }
}

/// Name of what the entries of a dictionary are.
pub(super) const PAIR: &str = "System.Collections.Generic.KeyValuePair`2";

/// Name of what the entries of a lookup are.
pub(super) const GROUP: &str = "System.Linq.IGrouping`2";

/// Pairs, results, groups and tuples, by full .NET name.
pub const PRODUCTS: &[Product] = &[
    Product {
        net: PAIR,
        name: "KeyValuePair",
        members: &["Key", "Value"],
        last: Last::None,
        told_by: None,
        is_class: false,
        is_tuple: false,
    },
    Product {
        net: "Microsoft.FSharp.Core.FSharpResult`2",
        name: "Result",
        members: &["ResultValue", "ErrorValue"],
        last: Last::None,
        told_by: Some("IsOk"),
        is_class: false,
        is_tuple: false,
    },
    Product {
        net: GROUP,
        name: "Group",
        members: &["Key"],
        last: Last::Items,
        told_by: None,
        is_class: true,
        is_tuple: false,
    },
    tuple("System.ValueTuple`1", 1, false),
    tuple("System.ValueTuple`2", 2, false),
    tuple("System.ValueTuple`3", 3, false),
    tuple("System.ValueTuple`4", 4, false),
    tuple("System.ValueTuple`5", 5, false),
    tuple("System.ValueTuple`6", 6, false),
    tuple("System.ValueTuple`7", 7, false),
    Product {
        last: Last::Rest,
        ..tuple("System.ValueTuple`8", 7, false)
    },
    tuple("System.Tuple`1", 1, true),
    tuple("System.Tuple`2", 2, true),
    tuple("System.Tuple`3", 3, true),
    tuple("System.Tuple`4", 4, true),
    tuple("System.Tuple`5", 5, true),
    tuple("System.Tuple`6", 6, true),
    tuple("System.Tuple`7", 7, true),
    Product {
        last: Last::Rest,
        ..tuple("System.Tuple`8", 7, true)
    },
];
