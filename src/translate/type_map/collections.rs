//! Rows for types that become lists (TRANSLATION §6).

use super::helpers::{
    ARRAY_ITEMS, ARRAY_OF, CUBE_OF, DICTIONARY_OF, FILL, FILL_ARRAY, Helper, LIST_OF, MAP_OF,
    MATRIX_OF, NAME_VALUES, NAME_VALUES_OF, PLANES_OF, ROWS_OF, SEGMENT_ITEMS, SLICES_OF,
};
use super::products::{GROUP, PAIR};

/// A .NET type that becomes a list.
#[derive(Debug, PartialEq)]
pub struct Collection {
    /// Full name of the type, with its arity suffix; empty for what has no name of its own. A type without
    /// arguments holds texts.
    pub net: &'static str,
    /// Full name of the [`Product`](super::Product) of key and value that its elements are, where they are one.
    pub entry: Option<&'static str>,
    /// C# that makes one of a `List<T>`, `{}`; `{T}` is the element type, `{K, V}` are the two of a pair, and
    /// `{C}` is the collection. `{input}` says where a wrong value is, if the list can be one. `None` where that
    /// cannot be done.
    pub to_net: Option<&'static str>,
    /// C# that enumerates one; `{T}` is the element type.
    pub from_net: &'static str,
    /// What the two call.
    pub helpers: &'static [&'static Helper],
    /// Whether values live on the stack only, so that no list can hold them.
    pub is_by_ref_like: bool,
    /// Whether what is in one can change.
    pub is_mutable: bool,
}

impl Collection {
    /// Whether null is none of its values: the collections of F# have none, and their functions fail on it.
    pub fn is_never_null(&self) -> bool {
        self.net.starts_with("Microsoft.FSharp.")
    }

    /// Whether a list can be wrong for it.
    pub fn is_fallible(&self) -> bool {
        self.to_net.is_some_and(|code| code.contains("{input}"))
    }
}

/// A collection that a `List<T>` is or implements.
const fn list(net: &'static str) -> Collection {
    made(net, "{}")
}

/// The same collection, where nobody can change it.
const fn fixed(collection: Collection) -> Collection {
    Collection {
        is_mutable: false,
        ..collection
    }
}

/// A collection that is made of a `List<T>`.
const fn made(net: &'static str, to_net: &'static str) -> Collection {
    Collection {
        net,
        entry: None,
        to_net: Some(to_net),
        from_net: "{}",
        helpers: &[],
        is_by_ref_like: false,
        is_mutable: true,
    }
}

/// A block of memory, which is made of an array.
const fn memory(net: &'static str, to_net: &'static str, is_by_ref_like: bool) -> Collection {
    Collection {
        from_net: "{}.ToArray()",
        is_by_ref_like,
        ..made(net, to_net)
    }
}

/// A collection that is only there to be read.
const fn read(net: &'static str) -> Collection {
    Collection {
        to_net: None,
        ..list(net)
    }
}

/// A dictionary, which is made of pairs.
const fn dictionary(net: &'static str, to_net: &'static str) -> Collection {
    Collection {
        entry: Some(PAIR),
        helpers: &[&DICTIONARY_OF],
        ..made(net, to_net)
    }
}

/// `T[]`.
pub const ARRAY: &Collection = &made("", "{}.ToArray()");

/// `T[,]`, whose elements are its rows.
pub const MATRIX: &Collection = &Collection {
    from_net: "RowsOf({})",
    helpers: &[&ROWS_OF, &MATRIX_OF],
    ..made("", "MatrixOf({}, {input})")
};

/// `T[,,]`, whose elements are of type `T[,]`.
pub const CUBE: &Collection = &Collection {
    from_net: "PlanesOf({})",
    helpers: &[&PLANES_OF, &CUBE_OF],
    ..made("", "CubeOf({}, {input})")
};

/// An array of more than three dimensions, whose elements are arrays with one dimension less.
pub const SLICED: &Collection = &Collection {
    from_net: "SlicesOf<{T}>({})",
    helpers: &[&SLICES_OF, &ARRAY_OF, &FILL_ARRAY],
    ..made("", "ArrayOf<{C}, {T}>({}, {input})")
};

/// A class that is a collection.
pub const DERIVED: &Collection = &Collection {
    helpers: &[&FILL],
    ..made("", "Fill(new {C}(), {})")
};

const HASH_SET: &str = "new System.Collections.Generic.HashSet<{T}>({})";
const DICTIONARY: &str = "DictionaryOf({}, {input})";
const IMMUTABLE_LIST: &str = "System.Collections.Immutable.ImmutableList.CreateRange({})";
const IMMUTABLE_DICTIONARY: &str =
    "System.Collections.Immutable.ImmutableDictionary.CreateRange(DictionaryOf({}, {input}))";

/// Collections of the table in TRANSLATION §6, by full .NET name.
pub const COLLECTIONS: &[Collection] = &[
    list("System.Collections.Generic.List`1"),
    fixed(list("System.Collections.Generic.IEnumerable`1")),
    list("System.Collections.Generic.ICollection`1"),
    list("System.Collections.Generic.IList`1"),
    fixed(list("System.Collections.Generic.IReadOnlyCollection`1")),
    fixed(list("System.Collections.Generic.IReadOnlyList`1")),
    made("System.Collections.Generic.HashSet`1", HASH_SET),
    made("System.Collections.Generic.ISet`1", HASH_SET),
    fixed(made("System.Collections.Generic.IReadOnlySet`1", HASH_SET)),
    made(
        "System.Collections.Generic.SortedSet`1",
        "new System.Collections.Generic.SortedSet<{T}>({})",
    ),
    made(
        "System.Collections.Generic.Queue`1",
        "new System.Collections.Generic.Queue<{T}>({})",
    ),
    // A stack enumerates its last element first.
    made(
        "System.Collections.Generic.Stack`1",
        "new System.Collections.Generic.Stack<{T}>(System.Linq.Enumerable.Reverse({}))",
    ),
    made(
        "System.Collections.Generic.LinkedList`1",
        "new System.Collections.Generic.LinkedList<{T}>({})",
    ),
    made(
        "System.Collections.ObjectModel.Collection`1",
        "new System.Collections.ObjectModel.Collection<{T}>({})",
    ),
    fixed(made(
        "System.Collections.ObjectModel.ReadOnlyCollection`1",
        "{}.AsReadOnly()",
    )),
    made(
        "System.Collections.ObjectModel.ObservableCollection`1",
        "new System.Collections.ObjectModel.ObservableCollection<{T}>({})",
    ),
    made(
        "System.Collections.Concurrent.ConcurrentBag`1",
        "new System.Collections.Concurrent.ConcurrentBag<{T}>({})",
    ),
    made(
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "new System.Collections.Concurrent.ConcurrentQueue<{T}>({})",
    ),
    made(
        "System.Collections.Concurrent.ConcurrentStack`1",
        "new System.Collections.Concurrent.ConcurrentStack<{T}>(System.Linq.Enumerable.Reverse({}))",
    ),
    // The default of the two structs has no items, and cannot be enumerated.
    Collection {
        from_net: "ArrayItems({})",
        helpers: &[&ARRAY_ITEMS],
        ..fixed(made(
            "System.Collections.Immutable.ImmutableArray`1",
            "System.Collections.Immutable.ImmutableArray.CreateRange({})",
        ))
    },
    Collection {
        from_net: "SegmentItems({})",
        helpers: &[&SEGMENT_ITEMS],
        ..made(
            "System.ArraySegment`1",
            "new System.ArraySegment<{T}>({}.ToArray())",
        )
    },
    fixed(made(
        "System.Collections.Immutable.ImmutableList`1",
        IMMUTABLE_LIST,
    )),
    fixed(made(
        "System.Collections.Immutable.IImmutableList`1",
        IMMUTABLE_LIST,
    )),
    fixed(made(
        "System.Collections.Immutable.ImmutableHashSet`1",
        "System.Collections.Immutable.ImmutableHashSet.CreateRange({})",
    )),
    Collection {
        from_net: "ListOf({})",
        helpers: &[&LIST_OF],
        ..read("System.Collections.Generic.IAsyncEnumerable`1")
    },
    fixed(made(
        "System.Linq.IQueryable`1",
        "System.Linq.Queryable.AsQueryable({})",
    )),
    read("System.Linq.IOrderedEnumerable`1"),
    read("System.Linq.IOrderedQueryable`1"),
    Collection {
        entry: Some(GROUP),
        ..read("System.Linq.ILookup`2")
    },
    Collection {
        entry: Some(PAIR),
        from_net: "NameValues({})",
        helpers: &[&NAME_VALUES, &NAME_VALUES_OF],
        ..made(
            "System.Collections.Specialized.NameValueCollection",
            "NameValuesOf({})",
        )
    },
    memory(
        "System.Memory`1",
        "new System.Memory<{T}>({}.ToArray())",
        false,
    ),
    fixed(memory(
        "System.ReadOnlyMemory`1",
        "new System.ReadOnlyMemory<{T}>({}.ToArray())",
        false,
    )),
    memory("System.Span`1", "new System.Span<{T}>({}.ToArray())", true),
    fixed(memory(
        "System.ReadOnlySpan`1",
        "new System.ReadOnlySpan<{T}>({}.ToArray())",
        true,
    )),
    dictionary("System.Collections.Generic.Dictionary`2", DICTIONARY),
    dictionary("System.Collections.Generic.IDictionary`2", DICTIONARY),
    fixed(dictionary(
        "System.Collections.Generic.IReadOnlyDictionary`2",
        DICTIONARY,
    )),
    dictionary(
        "System.Collections.Generic.SortedDictionary`2",
        "new System.Collections.Generic.SortedDictionary<{K, V}>(DictionaryOf({}, {input}))",
    ),
    dictionary(
        "System.Collections.Generic.SortedList`2",
        "new System.Collections.Generic.SortedList<{K, V}>(DictionaryOf({}, {input}))",
    ),
    fixed(dictionary(
        "System.Collections.ObjectModel.ReadOnlyDictionary`2",
        "new System.Collections.ObjectModel.ReadOnlyDictionary<{K, V}>(DictionaryOf({}, {input}))",
    )),
    dictionary(
        "System.Collections.Concurrent.ConcurrentDictionary`2",
        "new System.Collections.Concurrent.ConcurrentDictionary<{K, V}>(DictionaryOf({}, {input}))",
    ),
    fixed(dictionary(
        "System.Collections.Immutable.ImmutableDictionary`2",
        IMMUTABLE_DICTIONARY,
    )),
    fixed(dictionary(
        "System.Collections.Immutable.IImmutableDictionary`2",
        IMMUTABLE_DICTIONARY,
    )),
    fixed(made(
        "Microsoft.FSharp.Collections.FSharpList`1",
        "global::Microsoft.FSharp.Collections.ListModule.OfSeq({})",
    )),
    fixed(made(
        "Microsoft.FSharp.Collections.FSharpSet`1",
        "new global::Microsoft.FSharp.Collections.FSharpSet<{T}>({})",
    )),
    fixed(Collection {
        helpers: &[&MAP_OF],
        ..dictionary(
            "Microsoft.FSharp.Collections.FSharpMap`2",
            "MapOf({}, {input})",
        )
    }),
    fixed(dictionary(
        "System.Collections.Immutable.ImmutableSortedDictionary`2",
        "System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(DictionaryOf({}, {input}))",
    )),
];
