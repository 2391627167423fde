using System;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;

namespace Rarities
{
    /// <summary>Collections that are not lists.</summary>
    public static class Collections
    {
        public static int[,,,] OfHypercube(int[,,,] values) { return values; }
        public static byte[,,,] OfByteHypercube(byte[,,,] values) { return values; }
        public static string[,,,,] OfRankFive(string[,,,,] values) { return values; }
        public static IQueryable<int> OfQuery(IQueryable<int> values) { return values; }
        public static NameValueCollection OfNames(NameValueCollection values) { return values; }

        /// <summary>Groups words by their lengths.</summary>
        public static ILookup<int, string> ByLength(string[] words)
        {
            return words.ToLookup(word => word.Length);
        }

        /// <summary>Finds the largest group.</summary>
        public static IGrouping<int, string> Largest(string[] words)
        {
            return words.GroupBy(word => word.Length).OrderByDescending(group => group.Count()).FirstOrDefault();
        }

        /// <summary>Groups items by their owners.</summary>
        public static IEnumerable<IGrouping<string, Item>> ByOwner(List<Item> items)
        {
            return items.GroupBy(item => item.Owner);
        }

        /// <summary>Counts the words of a lookup.</summary>
        public static int CountWords(ILookup<int, string> lookup)
        {
            return lookup.Sum(group => group.Count());
        }

        /// <summary>Sorts.</summary>
        public static IOrderedEnumerable<string> Sort(string[] words)
        {
            return words.OrderBy(word => word, StringComparer.Ordinal);
        }

        /// <summary>Gives nothing.</summary>
        public static void Nothing(out int[,,,] hypercube, out ILookup<int, string> lookup, out NameValueCollection names, out IGrouping<int, string> group)
        {
            hypercube = null;
            lookup = null;
            names = null;
            group = null;
        }
    }

    /// <summary>A thing that belongs to somebody.</summary>
    public class Item
    {
        /// <summary>Gets or sets whose it is.</summary>
        public string Owner { get; set; }

        /// <summary>Gets or sets what it is worth.</summary>
        public decimal Worth { get; set; }
    }
}
