using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using Rarities;

/// <summary>Collections that are not lists.</summary>
static class CollectionChecks
{
    public static void Run()
    {
        Arrays();
        Groups();
        Names();
        foreach (int[] values in new[] { new int[0], new[] { 3, 1, 2 } })
            Check.Same("query of " + values.Length, Collections.OfQuery(values.AsQueryable()).ToArray(), Platform.Call("OfQuery", values));
        string[] words = { "b", "a", "", "é" };
        Check.Same("sorted", Collections.Sort(words).ToArray(), Platform.Call("Sort", new object[] { words }));
        object[] nothing = Platform.Outputs("Nothing");
        Check.Same("nothing: hypercube", new int[0], nothing[0]);
        Check.Same("nothing: lookup", new int[0], nothing[1]);
        Check.Same("nothing: names", new int[0], nothing[2]);
        Check.Same("nothing: group", new { Key = 0, Items = new string[0] }, nothing[3]);
    }

    static void Arrays()
    {
        var numbers = new int[2, 3, 1, 2];
        var bytes = new byte[1, 2, 2, 2];
        var words = new string[1, 1, 2, 1, 2];
        Fill(numbers, at => at - 5);
        Fill(bytes, at => (byte) (250 + at));
        Fill(words, at => at == 3 ? "" : "é" + at);
        Check.Same("rank 4", Collections.OfHypercube(numbers), Platform.Call("OfHypercube", numbers));
        Check.Same("rank 4, bytes", Collections.OfByteHypercube(bytes), Platform.Call("OfByteHypercube", bytes));
        Check.Same("rank 5", Collections.OfRankFive(words), Platform.Call("OfRankFive", words));
        Check.Same("rank 4, empty", new int[0], Platform.Call("OfHypercube", new int[0, 1, 1, 1]));
        Check.Same("rank 4, empty within", new[] { new int[0], new int[0] }, Platform.Call("OfHypercube", new int[2, 0, 1, 1]));
        var fromOne = (int[,,,]) Array.CreateInstance(typeof(int), new[] { 1, 2, 1, 2 }, new[] { 1, 2, 3, 4 });
        fromOne[1, 3, 3, 5] = 7;
        var zeroBased = new int[1, 2, 1, 2];
        zeroBased[0, 1, 0, 1] = 7;
        Check.Same("rank 4, other bounds", zeroBased, Platform.Call("OfHypercube", fromOne));
        var cubes = View.Slices(numbers);
        cubes.Add(new int[1, 1, 1]);
        Check.Refuses<ArgumentException>("rank 4, uneven", () => Platform.Call("OfHypercube", cubes), "OfHypercube: Values", "size");
    }

    static void Fill<T>(Array array, Func<int, T> value)
    {
        var place = new int[array.Rank];
        for (int count = 0; count < array.Length; count++)
        {
            array.SetValue(value(count), place);
            for (int i = array.Rank - 1; i >= 0 && ++place[i] == array.GetLength(i); i--)
                place[i] = 0;
        }
    }

    static object Group<K, V>(IGrouping<K, V> group)
    {
        return new { group.Key, Items = group.ToArray() };
    }

    static void Groups()
    {
        foreach (string[] words in new[] { new[] { "a", "bb", "c", "", "dd", "é" }, new string[0] })
        {
            Check.Same("lookup of " + words.Length, Collections.ByLength(words).Select(Group).ToArray(), Platform.Call("ByLength", new object[] { words }));
            var largest = Collections.Largest(words);
            Check.Same("group of " + words.Length, largest == null ? new { Key = 0, Items = new string[0] } : Group(largest), Platform.Call("Largest", new object[] { words }));
        }
        var items = new List<Item> { new Item { Owner = "a", Worth = 1 }, new Item { Owner = "b" }, new Item { Owner = "a", Worth = 2.5m } };
        Check.Same("groups of structures", Collections.ByOwner(items).Select(Group).ToArray(), Platform.Call("ByOwner", items));
#if !ODC // A lookup cannot be made of records, so one comes in as an Object.
        var lookup = new[] { "a", "bb" }.ToLookup(word => word.Length);
        Check.Same("a lookup coming in", Collections.CountWords(lookup), Platform.Call("CountWords", lookup));
#endif
    }

    static void Names()
    {
        var names = new NameValueCollection { { "a", "1" }, { "b", "" }, { "a", "2" }, { "é", null } };
        var pairs = new[] { "a 1", "a 2", "b ", "é " }.Select(pair => pair.Split(' ')).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])).ToArray();
        Check.Same("names and values", pairs, Platform.Call("OfNames", pairs));
        Check.Same("no names", new int[0], Platform.Call("OfNames", new object[] { pairs.Take(0) }));
        Check.Same("names as they are", pairs, names.AllKeys.SelectMany(key => names.GetValues(key) ?? new[] { "" }, (key, value) => new KeyValuePair<string, string>(key, value)).ToArray());
    }
}
