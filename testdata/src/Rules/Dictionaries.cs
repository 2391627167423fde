using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Rules
{
    /// <summary>Gives back what it gets, once for every kind of dictionary, and then some.</summary>
    public static class Dictionaries
    {
        public static Dictionary<string, int> OfDictionary(Dictionary<string, int> values) { return values; }
        public static IDictionary<string, int> OfDictionaryInterface(IDictionary<string, int> values) { return values; }
        public static IReadOnlyDictionary<string, int> OfReadOnlyInterface(IReadOnlyDictionary<string, int> values) { return values; }
        public static SortedDictionary<string, int> OfSortedDictionary(SortedDictionary<string, int> values) { return values; }
        public static SortedList<string, int> OfSortedList(SortedList<string, int> values) { return values; }
        public static ReadOnlyDictionary<string, int> OfReadOnlyDictionary(ReadOnlyDictionary<string, int> values) { return values; }
        public static ConcurrentDictionary<string, int> OfConcurrentDictionary(ConcurrentDictionary<string, int> values) { return values; }
        public static Dictionary<Guid, decimal?> OfGuids(Dictionary<Guid, decimal?> values) { return values; }
        public static Dictionary<Status, byte[]> OfStatuses(Dictionary<Status, byte[]> values) { return values; }
        public static Dictionary<string, object> OfObjects(Dictionary<string, object> values) { return values; }
        public static KeyValuePair<string, Loan> OfPair(KeyValuePair<string, Loan> value) { return value; }
        public static List<KeyValuePair<string, Loan>> OfPairs(List<KeyValuePair<string, Loan>> values) { return values; }

        /// <summary>Gives no dictionary at all.</summary>
        public static Dictionary<string, int> NoDictionary()
        {
            return null;
        }

        /// <summary>Groups loans by their names.</summary>
        public static Dictionary<string, List<Loan>> GroupByName(IEnumerable<Loan> loans)
        {
            return loans.GroupBy(loan => loan.Name).ToDictionary(group => group.Key, group => group.ToList());
        }

        /// <summary>Adds up the loans of each group.</summary>
        public static SortedDictionary<string, decimal> AddUp(Dictionary<string, List<Loan>> groups)
        {
            return new SortedDictionary<string, decimal>(groups.ToDictionary(group => group.Key, group => group.Value.Sum(loan => loan.Amount)));
        }

        /// <summary>Exchanges the keys of the two levels.</summary>
        public static Dictionary<int, Dictionary<string, bool>> ExchangeKeys(Dictionary<string, Dictionary<int, bool>> values)
        {
            var pairs = values.SelectMany(outer => outer.Value, (outer, inner) => new { outer, inner });
            return pairs.GroupBy(pair => pair.inner.Key).ToDictionary(group => group.Key, group => group.ToDictionary(pair => pair.outer.Key, pair => pair.inner.Value));
        }

        /// <summary>Changes a dictionary by <c>ref</c>, and gives another by <c>out</c>.</summary>
        public static void MoveEven(ref Dictionary<string, int> odd, out SortedList<string, int> even)
        {
            even = new SortedList<string, int>(odd.Where(pair => pair.Value % 2 == 0).ToDictionary(pair => pair.Key, pair => pair.Value));
            odd = odd.Where(pair => pair.Value % 2 != 0).ToDictionary(pair => pair.Key, pair => pair.Value);
        }
    }
}
