//! Generic C# methods that conversions share: each is written once, where something calls it.

/// A method of the generated class.
#[derive(Debug, PartialEq)]
pub struct Helper {
    /// Its name.
    pub name: &'static str,
    /// Its C#.
    pub code: &'static str,
}

/// How the result of an asynchronous member is waited for.
#[derive(Debug, PartialEq)]
pub struct Awaited {
    /// Full name of what the member returns.
    pub net: &'static str,
    /// C# that waits for the call `{}` and gives its result.
    pub wait: &'static str,
    /// What that calls.
    pub helper: &'static Helper,
}

/// Types whose results have to be waited for.
pub(super) const AWAITED: &[Awaited] = &[
    Awaited {
        net: "System.Threading.Tasks.Task",
        wait: "Wait(() => {})",
        helper: &WAIT,
    },
    Awaited {
        net: "System.Threading.Tasks.Task`1",
        wait: "WaitFor(() => {})",
        helper: &WAIT_FOR,
    },
    Awaited {
        net: "System.Threading.Tasks.ValueTask",
        wait: "Wait(() => {}.AsTask())",
        helper: &WAIT,
    },
    Awaited {
        net: "System.Threading.Tasks.ValueTask`1",
        wait: "WaitFor(() => {}.AsTask())",
        helper: &WAIT_FOR,
    },
    Awaited {
        net: "Microsoft.FSharp.Control.FSharpAsync`1",
        wait: "WaitFor(() => global::Microsoft.FSharp.Control.FSharpAsync.StartAsTask({}, null, null))",
        helper: &WAIT_FOR,
    },
];

// On a thread of the pool: the caller's thread can be the one that the task wants to continue on.
const WAIT: Helper = Helper {
    name: "Wait",
    code: "\
private static void Wait(System.Func<System.Threading.Tasks.Task> start) {
	System.Threading.Tasks.Task.Run(start).GetAwaiter().GetResult();
}",
};

/// One that is made of the bytes could not grow.
pub(super) const STREAM_OF: Helper = Helper {
    name: "StreamOf",
    code: "\
private static System.IO.MemoryStream StreamOf(byte[] bytes) {
	System.IO.MemoryStream stream = new System.IO.MemoryStream();
	if (bytes != null) {
		stream.Write(bytes, 0, bytes.Length);
		stream.Position = 0;
	}
	return stream;
}",
};

pub(super) const READ_TO_END: Helper = Helper {
    name: "ReadToEnd",
    code: "\
private static byte[] ReadToEnd(System.IO.Stream stream) {
	if (stream == null) {
		return new byte[] {};
	}
	using (stream) {
		System.IO.MemoryStream copy = new System.IO.MemoryStream();
		stream.CopyTo(copy);
		return copy.ToArray();
	}
}",
};

/// The whole, wherever it stands, and also when it is closed.
pub(super) const BYTES_OF: Helper = Helper {
    name: "BytesOf",
    code: "\
private static byte[] BytesOf(System.IO.Stream stream) {
	System.IO.MemoryStream memory = stream as System.IO.MemoryStream;
	return memory == null ? new byte[] {} : memory.ToArray();
}",
};

const WAIT_FOR: Helper = Helper {
    name: "WaitFor",
    code: "\
private static T WaitFor<T>(System.Func<System.Threading.Tasks.Task<T>> start) {
	return System.Threading.Tasks.Task.Run(start).GetAwaiter().GetResult();
}",
};

/// What an Object holds, which can be null where `T` can.
pub const HANDLE: Helper = Helper {
    name: "Handle",
    code: "\
private static T Handle<T>(object value, string input) {
	if (value == null && default(T) == null) {
		return default(T);
	}
	if (!(value is T)) {
		throw new System.ArgumentException(input + \" is \" + (value == null ? \"null\" : \"a \" + value.GetType()) + \", not a \" + typeof(T) + \".\");
	}
	return (T) value;
}",
};

/// The object that a member is called on. It calls [`HANDLE`].
pub const INSTANCE: Helper = Helper {
    name: "Instance",
    code: "\
private static T Instance<T>(object value, string input) {
	if (value == null) {
		throw new System.ArgumentException(input + \" is null, not a \" + typeof(T) + \".\");
	}
	return Handle<T>(value, input);
}",
};

pub(super) const DICTIONARY_OF: Helper = Helper {
    name: "DictionaryOf",
    code: "\
private static System.Collections.Generic.Dictionary<K, V> DictionaryOf<K, V>(System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<K, V>> pairs, string input) {
	System.Collections.Generic.Dictionary<K, V> dictionary = new System.Collections.Generic.Dictionary<K, V>();
	foreach (System.Collections.Generic.KeyValuePair<K, V> pair in pairs) {
		if (dictionary.ContainsKey(pair.Key)) {
			throw new System.ArgumentException(input + \": The key \\\"\" + pair.Key + \"\\\" is in the list twice.\");
		}
		dictionary.Add(pair.Key, pair.Value);
	}
	return dictionary;
}",
};

// None is a key like others, and null to .NET, which no Dictionary takes.
pub(super) const MAP_OF: Helper = Helper {
    name: "MapOf",
    code: "\
private static global::Microsoft.FSharp.Collections.FSharpMap<K, V> MapOf<K, V>(System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<K, V>> pairs, string input) {
	global::Microsoft.FSharp.Collections.FSharpMap<K, V> map = new global::Microsoft.FSharp.Collections.FSharpMap<K, V>(new System.Tuple<K, V>[0]);
	foreach (System.Collections.Generic.KeyValuePair<K, V> pair in pairs) {
		if (map.ContainsKey(pair.Key)) {
			throw new System.ArgumentException(input + \": The key \\\"\" + pair.Key + \"\\\" is in the list twice.\");
		}
		map = map.Add(pair.Key, pair.Value);
	}
	return map;
}",
};

pub(super) const FILL: Helper = Helper {
    name: "Fill",
    code: "\
private static C Fill<C, T>(C collection, System.Collections.Generic.List<T> items) where C: System.Collections.Generic.ICollection<T> {
	foreach (T item in items) {
		collection.Add(item);
	}
	return collection;
}",
};

pub(super) const ARRAY_ITEMS: Helper = Helper {
    name: "ArrayItems",
    code: "\
private static System.Collections.Generic.IEnumerable<T> ArrayItems<T>(System.Collections.Immutable.ImmutableArray<T> array) {
	return array.IsDefault ? null : (System.Collections.Generic.IEnumerable<T>) array;
}",
};

pub(super) const SEGMENT_ITEMS: Helper = Helper {
    name: "SegmentItems",
    code: "\
private static System.Collections.Generic.IEnumerable<T> SegmentItems<T>(System.ArraySegment<T> segment) {
	return segment.Array == null ? null : (System.Collections.Generic.IEnumerable<T>) segment;
}",
};

pub(super) const ROWS_OF: Helper = Helper {
    name: "RowsOf",
    code: "\
private static System.Collections.Generic.List<T[]> RowsOf<T>(T[,] matrix) {
	System.Collections.Generic.List<T[]> rows = new System.Collections.Generic.List<T[]>();
	for (int i = 0; matrix != null && i < matrix.GetLength(0); i++) {
		T[] row = new T[matrix.GetLength(1)];
		for (int j = 0; j < row.Length; j++) {
			row[j] = matrix[i + matrix.GetLowerBound(0), j + matrix.GetLowerBound(1)];
		}
		rows.Add(row);
	}
	return rows;
}",
};

pub(super) const MATRIX_OF: Helper = Helper {
    name: "MatrixOf",
    code: "\
private static T[,] MatrixOf<T>(System.Collections.Generic.List<T[]> rows, string input) {
	T[,] matrix = new T[rows.Count, rows.Count == 0 ? 0 : rows[0].Length];
	for (int i = 0; i < rows.Count; i++) {
		if (rows[i].Length != matrix.GetLength(1)) {
			throw new System.ArgumentException(input + \": The rows of the table differ in length.\");
		}
		for (int j = 0; j < rows[i].Length; j++) {
			matrix[i, j] = rows[i][j];
		}
	}
	return matrix;
}",
};

pub(super) const PLANES_OF: Helper = Helper {
    name: "PlanesOf",
    code: "\
private static System.Collections.Generic.List<T[,]> PlanesOf<T>(T[,,] cube) {
	System.Collections.Generic.List<T[,]> planes = new System.Collections.Generic.List<T[,]>();
	for (int i = 0; cube != null && i < cube.GetLength(0); i++) {
		T[,] plane = new T[cube.GetLength(1), cube.GetLength(2)];
		for (int j = 0; j < plane.GetLength(0); j++) {
			for (int k = 0; k < plane.GetLength(1); k++) {
				plane[j, k] = cube[i + cube.GetLowerBound(0), j + cube.GetLowerBound(1), k + cube.GetLowerBound(2)];
			}
		}
		planes.Add(plane);
	}
	return planes;
}",
};

pub(super) const CUBE_OF: Helper = Helper {
    name: "CubeOf",
    code: "\
private static T[,,] CubeOf<T>(System.Collections.Generic.List<T[,]> planes, string input) {
	int rows = planes.Count == 0 ? 0 : planes[0].GetLength(0);
	T[,,] cube = new T[planes.Count, rows, planes.Count == 0 ? 0 : planes[0].GetLength(1)];
	for (int i = 0; i < planes.Count; i++) {
		if (planes[i].GetLength(0) != cube.GetLength(1) || planes[i].GetLength(1) != cube.GetLength(2)) {
			throw new System.ArgumentException(input + \": The tables differ in size.\");
		}
		for (int j = 0; j < cube.GetLength(1); j++) {
			for (int k = 0; k < cube.GetLength(2); k++) {
				cube[i, j, k] = planes[i][j, k];
			}
		}
	}
	return cube;
}",
};

// A loop over an array of any rank goes through its values in the order of their places.
pub(super) const FILL_ARRAY: Helper = Helper {
    name: "FillArray",
    code: "\
private static void FillArray(System.Array array, System.Collections.IEnumerator values) {
	int[] place = new int[array.Rank];
	for (int count = 0; count < array.Length; count++) {
		values.MoveNext();
		array.SetValue(values.Current, place);
		for (int i = place.Length - 1; i >= 0; i--) {
			place[i]++;
			if (place[i] < array.GetLength(i)) {
				break;
			}
			place[i] = 0;
		}
	}
}",
};

pub(super) const SLICES_OF: Helper = Helper {
    name: "SlicesOf",
    code: "\
private static System.Collections.Generic.List<T> SlicesOf<T>(System.Array array) {
	System.Collections.Generic.List<T> slices = new System.Collections.Generic.List<T>();
	if (array == null) {
		return slices;
	}
	int[] lengths = new int[array.Rank - 1];
	for (int i = 0; i < lengths.Length; i++) {
		lengths[i] = array.GetLength(i + 1);
	}
	System.Collections.IEnumerator values = array.GetEnumerator();
	for (int i = 0; i < array.GetLength(0); i++) {
		System.Array slice = System.Array.CreateInstance(typeof(T).GetElementType(), lengths);
		FillArray(slice, values);
		slices.Add((T) (object) slice);
	}
	return slices;
}",
};

pub(super) const ARRAY_OF: Helper = Helper {
    name: "ArrayOf",
    code: "\
private static C ArrayOf<C, T>(System.Collections.Generic.List<T> slices, string input) where T: System.Collections.IEnumerable {
	int[] lengths = new int[typeof(C).GetArrayRank()];
	lengths[0] = slices.Count;
	for (int i = 1; i < lengths.Length && slices.Count > 0; i++) {
		lengths[i] = ((System.Array) (object) slices[0]).GetLength(i - 1);
		foreach (T slice in slices) {
			if (((System.Array) (object) slice).GetLength(i - 1) != lengths[i]) {
				throw new System.ArgumentException(input + \": The tables differ in size.\");
			}
		}
	}
	System.Array array = System.Array.CreateInstance(typeof(C).GetElementType(), lengths);
	FillArray(array, System.Linq.Enumerable.SelectMany(slices, slice => System.Linq.Enumerable.Cast<object>(slice)).GetEnumerator());
	return (C) (object) array;
}",
};

pub(super) const NAME_VALUES: Helper = Helper {
    name: "NameValues",
    code: "\
private static System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>> NameValues(System.Collections.Specialized.NameValueCollection values) {
	System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>> pairs = new System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>>();
	for (int i = 0; values != null && i < values.Count; i++) {
		foreach (string value in values.GetValues(i) ?? new string[] { null }) {
			pairs.Add(new System.Collections.Generic.KeyValuePair<string, string>(values.GetKey(i), value));
		}
	}
	return pairs;
}",
};

pub(super) const NAME_VALUES_OF: Helper = Helper {
    name: "NameValuesOf",
    code: "\
private static System.Collections.Specialized.NameValueCollection NameValuesOf(System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<string, string>> pairs) {
	System.Collections.Specialized.NameValueCollection values = new System.Collections.Specialized.NameValueCollection();
	foreach (System.Collections.Generic.KeyValuePair<string, string> pair in pairs) {
		values.Add(pair.Key, pair.Value);
	}
	return values;
}",
};

pub(super) const LIST_OF: Helper = Helper {
    name: "ListOf",
    code: "\
private static System.Collections.Generic.List<T> ListOf<T>(System.Collections.Generic.IAsyncEnumerable<T> values) {
	System.Collections.Generic.List<T> list = new System.Collections.Generic.List<T>();
	if (values == null) {
		return list;
	}
	System.Threading.Tasks.Task.Run(async () => {
		System.Collections.Generic.IAsyncEnumerator<T> enumerator = values.GetAsyncEnumerator();
		try {
			while (await enumerator.MoveNextAsync()) {
				list.Add(enumerator.Current);
			}
		}
		finally {
			await enumerator.DisposeAsync();
		}
	}).GetAwaiter().GetResult();
	return list;
}",
};
