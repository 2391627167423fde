using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Constructs
{
    /// <summary>Collections of every kind.</summary>
    public static class Collections
    {
        public static int[][] Jagged(int[][] value) { return value; }
        public static int[,] Square(int[,] value) { return value; }
        public static string[][,] Mixed(string[][,] value) { return value; }
        public static List<List<int>> Nested(List<List<int>> value) { return value; }
        public static Dictionary<string, int> Dictionary(Dictionary<string, int> value) { return value; }
        public static IReadOnlyDictionary<Guid, List<Node>> DeepDictionary() { return new Dictionary<Guid, List<Node>>(); }
        public static KeyValuePair<int, string> KeyValue(KeyValuePair<int, string> value) { return value; }
        public static Tuple<int, string> Tuple(Tuple<int, string, bool> value) { return System.Tuple.Create(value.Item1, value.Item2); }
        public static int? Nullable(int? value) { return value; }
        public static List<int?> Nullables(decimal?[] value) { return value.Select(item => (int?) item).ToList(); }
        public static IEnumerable<string> Lazy(int count) { return Enumerable.Repeat("x", count); }
        public static IEnumerable Untyped(ArrayList value) { return value; }
        public static IEnumerator<int> Enumerator() { return new List<int>().GetEnumerator(); }
        public static IQueryable<int> Query(IEnumerable<int> value) { return value.AsQueryable(); }
        public static ILookup<int, string> Lookup(IEnumerable<string> value) { return value.ToLookup(text => text.Length); }
        public static ReadOnlyCollection<int> ReadOnly(IList<int> value) { return new ReadOnlyCollection<int>(value); }
        public static IReadOnlyList<int> ReadOnlyList(IReadOnlyCollection<int> value) { return value.ToArray(); }
        public static Queue<int> Queue(Stack<int> value) { return new Queue<int>(value); }
        public static LinkedList<int> Linked(SortedSet<int> value) { return new LinkedList<int>(value); }
        public static ISet<int> Set(HashSet<int> value) { return value; }
        public static ArraySegment<byte> Segment(byte[] value) { return new ArraySegment<byte>(value); }
        public static char[] Chars(char[] value) { return value; }
        public static byte[][] Blobs(List<byte[]> value) { return value.ToArray(); }
        public static NodeCollection Named(NodeCollection value) { return value; }
        public static StringBuilder Builder(TextReader value) { return new StringBuilder(value.ReadToEnd()); }
        public static Lazy<int> LazyValue() { return new Lazy<int>(() => 1); }
        public static WeakReference<Node> Weak(Node value) { return new WeakReference<Node>(value); }
    }

    /// <summary>Methods that end later.</summary>
    public static class Later
    {
        public static Task Wait(int milliseconds, CancellationToken cancellation = default(CancellationToken))
        {
            return Task.Delay(milliseconds, cancellation);
        }

        public static async Task<string> LoadAsync(string name, CancellationToken cancellation)
        {
            await Task.Delay(0, cancellation);
            return name;
        }

        public static Task<List<Node>> NodesAsync(IProgress<int> progress)
        {
            progress?.Report(100);
            return Task.FromResult(new List<Node>());
        }

        /// <summary>Nobody can wait for it.</summary>
        public static async void Forget()
        {
            await Task.Delay(0);
        }

        /// <summary>Has a twin that ends at once: the name without "Async" is not free.</summary>
        public static Task<int> CountAsync()
        {
            return Task.FromResult(Count());
        }

        public static int Count()
        {
            return 1;
        }
    }
}
