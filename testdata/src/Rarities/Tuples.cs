using System;

namespace Rarities
{
    /// <summary>Tuples of more items than one tuple has.</summary>
    public static class Tuples
    {
        public static Tuple<int, int, int, int, int, int, int, Tuple<string>> OfEight(Tuple<int, int, int, int, int, int, int, Tuple<string>> value) { return value; }

        public static Tuple<int, string, bool, int, int, int, int, Tuple<decimal, int, int, int, int, int, int, Tuple<byte, Item>>> OfSixteen(
            Tuple<int, string, bool, int, int, int, int, Tuple<decimal, int, int, int, int, int, int, Tuple<byte, Item>>> value) { return value; }

        public static Tuple<int, int, int, int, int, int, int, Tuple<Tuple<int, int>>> OfNested(Tuple<int, int, int, int, int, int, int, Tuple<Tuple<int, int>>> value) { return value; }

        /// <summary>Gives what no constructor makes.</summary>
        public static Tuple<int, int, int, int, int, int, int, string> NoTuple() { return null; }
    }
}
