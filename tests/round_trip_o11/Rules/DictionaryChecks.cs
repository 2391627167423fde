using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Rules;

/// <summary>Dictionaries of every kind.</summary>
static class DictionaryChecks
{
    public static void Run()
    {
        var none = new Dictionary<string, int>();
        var some = new Dictionary<string, int> { { "b", 2 }, { "", -1 }, { "Ünïcode 日", int.MaxValue } };
        var many = Enumerable.Range(0, 10000).ToDictionary(number => "key " + number, number => number);
        foreach (Dictionary<string, int> values in new[] { none, some, many })
        {
            string name = " of " + values.Count;
            Check.Same("Dictionary" + name, Dictionaries.OfDictionary(values), Platform.Call("OfDictionary", values));
            Check.Same("IDictionary" + name, Dictionaries.OfDictionaryInterface(values), Platform.Call("OfDictionaryInterface", values));
            Check.Same("IReadOnlyDictionary" + name, Dictionaries.OfReadOnlyInterface(values), Platform.Call("OfReadOnlyInterface", values));
            Check.Same("SortedDictionary" + name, Dictionaries.OfSortedDictionary(new SortedDictionary<string, int>(values)), Platform.Call("OfSortedDictionary", values));
            Check.Same("SortedList" + name, Dictionaries.OfSortedList(new SortedList<string, int>(values)), Platform.Call("OfSortedList", values));
            Check.Same("ReadOnlyDictionary" + name, Dictionaries.OfReadOnlyDictionary(new ReadOnlyDictionary<string, int>(values)), Platform.Call("OfReadOnlyDictionary", values));
            Check.Same("ConcurrentDictionary" + name, Dictionaries.OfConcurrentDictionary(new ConcurrentDictionary<string, int>(values)), Platform.Call("OfConcurrentDictionary", values));
        }
        Check.Same("no Dictionary", Dictionaries.NoDictionary(), Platform.Call("NoDictionary"));

        var guids = new Dictionary<Guid, decimal?> { { Guid.Empty, null }, { new Guid(1, 2, 3, new byte[8]), 0.5m } };
        Check.Same("Dictionary of Guids", Dictionaries.OfGuids(guids).ToDictionary(pair => pair.Key == Guid.Empty ? Guid.Empty.ToString() : pair.Key.ToString(), pair => pair.Value), Platform.Call("OfGuids", guids));
        var statuses = new Dictionary<Status, byte[]> { { Status.Lost, new byte[] { 1, 2 } }, { Status.Open, null } };
        Check.Same("Dictionary of enums", Dictionaries.OfStatuses(statuses), Platform.Call("OfStatuses", statuses));
        var objects = new Dictionary<string, object> { { "text", "a" }, { "null", null }, { "number", 5 }, { "list", new[] { 1, 2 } } };
#if !ODC // Its values are Objects.
        Check.Same("Dictionary of objects", Dictionaries.OfObjects(objects), Platform.Call("OfObjects", objects));
#endif

        var loan = new Loan { Name = "House", Amount = 200000.01m, Status = Status.Lost, Due = new DateTime(2050, 1, 1) };
        var pair1 = new KeyValuePair<string, Loan>("first", loan);
        Check.Same("KeyValuePair", Dictionaries.OfPair(pair1), Platform.Call("OfPair", pair1));
        var pairs = new List<KeyValuePair<string, Loan>> { pair1, pair1, new KeyValuePair<string, Loan>("none", new Loan()) };
        Check.Same("list of KeyValuePairs", Dictionaries.OfPairs(pairs), Platform.Call("OfPairs", pairs));
        Check.Same("KeyValuePair of nothing", Dictionaries.OfPair(default(KeyValuePair<string, Loan>)), Platform.New("KeyValuePairOfStringAndLoan"));

        var loans = new[] { loan, new Loan { Name = "Car", Amount = 1 }, new Loan { Name = "House", Amount = -3 } };
        Check.Same("GroupByName", Dictionaries.GroupByName(loans), Platform.Call("GroupByName", (object) loans));
        Check.Same("AddUp", Dictionaries.AddUp(Dictionaries.GroupByName(loans)), Platform.Call("AddUp", Dictionaries.GroupByName(loans)));
        Check.Same("AddUp what GroupByName gave", Dictionaries.AddUp(Dictionaries.GroupByName(loans)), Platform.Call("AddUp", Platform.Call("GroupByName", (object) loans)));
        var nested = new Dictionary<string, Dictionary<int, bool>> { { "a", new Dictionary<int, bool> { { 1, true }, { 2, false } } }, { "b", new Dictionary<int, bool> { { 2, true } } }, { "c", new Dictionary<int, bool>() } };
        Check.Same("ExchangeKeys", Dictionaries.ExchangeKeys(nested), Platform.Call("ExchangeKeys", nested));

        SortedList<string, int> even;
        var odd = new Dictionary<string, int>(some);
        Dictionaries.MoveEven(ref odd, out even);
        object[] moved = Platform.Outputs("MoveEven", some);
        Check.Same("MoveEven, what stays", odd, moved[0]);
        Check.Same("MoveEven, what goes", even, moved[1]);

        var twice = new[] { new KeyValuePair<string, int>("same", 1), new KeyValuePair<string, int>("same", 2) };
        foreach (string action in new[] { "OfDictionary", "OfSortedList", "OfConcurrentDictionary", "OfReadOnlyInterface" })
            Check.Refuses<ArgumentException>(action + " with a key twice", () => Platform.Call(action, twice), action + ": Values", "\"same\"", "twice");
        var wrong = new[] { new KeyValuePair<string, byte[]>("Nowhere", null) };
        Check.Refuses<ArgumentException>("Dictionary with a wrong enum", () => Platform.Call("OfStatuses", wrong), "OfStatuses: Values", "Nowhere", "Open, Closed, Lost");
    }
}
