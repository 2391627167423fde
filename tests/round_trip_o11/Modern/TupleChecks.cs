using System.Collections.Generic;
using Modern;

/// <summary>The elements of tuples have the names that the source code gave them.</summary>
static class TupleChecks
{
    public static void Run()
    {
        var offers = new List<(string Bank, decimal Rate, int Years)> { ("A", 2.5m, 10), ("B", 1.5m, 5) };
        var best = Tuples.FindBest(offers);
        Check.Same("FindBest", new { best.Rate, best.Years }, Platform.Call("FindBest", (object) new[] { new { Bank = "A", Rate = 2.5m, Years = 10 }, new { Bank = "B", Rate = 1.5m, Years = 5 } }));
        Tuples.DivideBoth(17, 5, out var both);
        Check.Same("DivideBoth", new { both.Quotient, both.Remainder }, Platform.Call("DivideBoth", 17, 5));
        Check.SameFailure("DivideBoth by zero", () => Tuples.DivideBoth(1, 0, out _), () => Platform.Call("DivideBoth", 1, 0));
        (int Left, int Right) pair = (1, 2);
        Tuples.Exchange(ref pair);
        Check.Same("Exchange", new { pair.Left, pair.Right }, Platform.Call("Exchange", new { Left = 1, Right = 2 }));
        var some = Tuples.Maybe(true).Value;
        Check.Same("Maybe", new { some.A, some.B }, Platform.Call("Maybe", true));
        Check.Same("Maybe not", new { A = 0, B = 0 }, Platform.Call("Maybe", false));

        var ten = new { A = 1, B = "b", C = 3, D = 4, E = 5, F = 6, G = new { X = 7, Y = 8 }, H = "é", I = 9, J = 10.5m };
        Check.Same("ten items", ten, Platform.Call("OfTen", ten));

        var reading = new { Measured = new { Value = 1.25, Unit = "m" }, Plain = (1, 2), Limits = new[] { new { Key = "a", Value = new { Low = 1, High = 2 } } } };
        Check.Same("Reading", reading, Platform.Call("OfReading", reading));
        var values = new[] { new { X = 1, Inner = new { Text = "a", Flag = true } }, new { X = 2, Inner = new { Text = "", Flag = false } } };
        Check.Same("Nest", new[] { new { Key = "key", Value = values } }, Platform.Call("Nest", values, "key"));
    }
}
