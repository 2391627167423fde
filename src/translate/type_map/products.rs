//! Generic types of the framework that are their public members: pairs and tuples. They are known by name,
//! since the framework need not be at hand.

/// A generic type whose members take its type arguments in order, and so does its constructor.
#[derive(Debug, PartialEq)]
pub struct Product {
    /// Full name, with its arity suffix.
    pub net: &'static str,
    /// The members.
    pub members: &'static [&'static str],
    /// Whether a value can be null.
    pub is_class: bool,
    /// Whether source code can give the members names of its own (`TupleElementNamesAttribute`).
    pub is_tuple: bool,
}

const ITEMS: [&str; 7] = [
    "Item1", "Item2", "Item3", "Item4", "Item5", "Item6", "Item7",
];

const fn class(net: &'static str, members: &'static [&'static str]) -> Product {
    Product {
        net,
        members,
        is_class: true,
        is_tuple: false,
    }
}

const fn tuple(net: &'static str, members: &'static [&'static str]) -> Product {
    Product {
        net,
        members,
        is_class: false,
        is_tuple: true,
    }
}

/// The first `count` of [`ITEMS`].
const fn items(count: usize) -> &'static [&'static str] {
    const ALL: &[&str] = &ITEMS;
    ALL.split_at(count).0
}

/// Pairs and tuples, by full .NET name. A tuple of more than seven nests the rest in an eighth argument; it
/// is a handle.
pub const PRODUCTS: &[Product] = &[
    Product {
        net: "System.Collections.Generic.KeyValuePair`2",
        members: &["Key", "Value"],
        is_class: false,
        is_tuple: false,
    },
    tuple("System.ValueTuple`1", items(1)),
    tuple("System.ValueTuple`2", items(2)),
    tuple("System.ValueTuple`3", items(3)),
    tuple("System.ValueTuple`4", items(4)),
    tuple("System.ValueTuple`5", items(5)),
    tuple("System.ValueTuple`6", items(6)),
    tuple("System.ValueTuple`7", items(7)),
    class("System.Tuple`1", items(1)),
    class("System.Tuple`2", items(2)),
    class("System.Tuple`3", items(3)),
    class("System.Tuple`4", items(4)),
    class("System.Tuple`5", items(5)),
    class("System.Tuple`6", items(6)),
    class("System.Tuple`7", items(7)),
];
