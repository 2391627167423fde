using System;
using Rarities;

/// <summary>Tuples of more items than one tuple has.</summary>
static class TupleChecks
{
    public static void Run()
    {
        var eight = new { Item1 = 1, Item2 = -2, Item3 = 3, Item4 = 4, Item5 = 5, Item6 = 6, Item7 = 7, Item8 = "é" };
        Check.Same("eight items", eight, Platform.Call("OfEight", eight));
        var sixteen = new
        {
            Item1 = 1, Item2 = "b", Item3 = true, Item4 = 4, Item5 = 5, Item6 = 6, Item7 = 7, Item8 = 8.5m, Item9 = 9, Item10 = 10, Item11 = 11,
            Item12 = 12, Item13 = 13, Item14 = 14, Item15 = (byte) 15, Item16 = new Item { Owner = "p", Worth = 16 }
        };
        Check.Same("sixteen items", sixteen, Platform.Call("OfSixteen", sixteen));
        Check.Refuses<ArgumentException>("a wrong item", () => Platform.Call("OfSixteen", new
        {
            sixteen.Item1, sixteen.Item2, sixteen.Item3, sixteen.Item4, sixteen.Item5, sixteen.Item6, sixteen.Item7, sixteen.Item8, sixteen.Item9, sixteen.Item10,
            sixteen.Item11, sixteen.Item12, sixteen.Item13, sixteen.Item14, Item15 = 256, sixteen.Item16
        }), "OfSixteen: Value", "256");
        var nested = new { Item1 = 1, Item2 = 2, Item3 = 3, Item4 = 4, Item5 = 5, Item6 = 6, Item7 = 7, Item8 = Tuple.Create(8, 9) };
        Check.Same("a tuple in a tuple", nested, Platform.Call("OfNested", nested));
#if !ODC // It gives an Object.
        Check.Same("no tuple at all", (object) Tuples.NoTuple(), Platform.Call("NoTuple"));
#endif
    }
}
