using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace RoundTrip
{
    /// <summary>Gives back what it gets, once for every kind of collection.</summary>
    public static class Collections
    {
        public static string[] OfArray(string[] values) { return values; }
        public static List<string> OfList(List<string> values) { return values; }
        public static IEnumerable<string> OfEnumerable(IEnumerable<string> values) { return values; }
        public static ICollection<string> OfCollectionInterface(ICollection<string> values) { return values; }
        public static IList<string> OfListInterface(IList<string> values) { return values; }
        public static IReadOnlyCollection<string> OfReadOnlyCollectionInterface(IReadOnlyCollection<string> values) { return values; }
        public static IReadOnlyList<string> OfReadOnlyList(IReadOnlyList<string> values) { return values; }
        public static Collection<string> OfCollection(Collection<string> values) { return values; }
        public static ReadOnlyCollection<string> OfReadOnlyCollection(ReadOnlyCollection<string> values) { return values; }
        public static ObservableCollection<string> OfObservableCollection(ObservableCollection<string> values) { return values; }
        public static HashSet<string> OfHashSet(HashSet<string> values) { return values; }
        public static SortedSet<string> OfSortedSet(SortedSet<string> values) { return values; }
        public static ISet<string> OfSet(ISet<string> values) { return values; }
        public static Queue<string> OfQueue(Queue<string> values) { return values; }
        public static Stack<string> OfStack(Stack<string> values) { return values; }
        public static LinkedList<string> OfLinkedList(LinkedList<string> values) { return values; }
        public static ConcurrentBag<string> OfConcurrentBag(ConcurrentBag<string> values) { return values; }
        public static ConcurrentQueue<string> OfConcurrentQueue(ConcurrentQueue<string> values) { return values; }

        /// <summary>Gives back a list of every basic type.</summary>
        public static List<Basics> OfBasics(IEnumerable<Basics> values)
        {
            return values.ToList();
        }

        /// <summary>Turns each of the inner lists around.</summary>
        public static List<List<string>> ReverseEach(IEnumerable<string[]> lists)
        {
            return lists.Select(list => list.Reverse().ToList()).ToList();
        }

        /// <summary>Groups points by their distance to the origin, near ones first.</summary>
        public static Point[][] Rings(List<Point> points)
        {
            return points.GroupBy(point => point.Distance()).OrderBy(ring => ring.Key).Select(ring => ring.ToArray()).ToArray();
        }

        /// <summary>Gives lists in which something is missing.</summary>
        public static List<List<Person>> Holes()
        {
            return new List<List<Person>> { null, new List<Person> { null, new Person { Name = "Eve" } } };
        }

        /// <summary>Gives a structure that holds lists of lists.</summary>
        public static Grid GridOf(IEnumerable<Point[]> rows, string title)
        {
            return new Grid { Rows = rows.ToList(), Titles = new[] { new[] { title }, new string[0] } };
        }

        /// <summary>Counts the points of a grid.</summary>
        public static int Cells(Grid grid)
        {
            return grid.Rows.Sum(row => row.Length);
        }
    }

    /// <summary>A structure of lists of lists.</summary>
    public class Grid
    {
        public List<Point[]> Rows { get; set; }
        public string[][] Titles { get; set; }
    }
}
