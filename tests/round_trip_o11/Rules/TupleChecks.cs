using System;
using System.Collections.Generic;
using Rules;

/// <summary>Tuples: their elements have the names that the source code gave them.</summary>
static class TupleChecks
{
    public static void Run()
    {
        Check.Same("Tuple", Tuples.OfTuple(Tuple.Create(5, "five")), Platform.Call("OfTuple", Tuple.Create(5, "five")));
        Check.Same("no Tuple", Tuples.NoTuple(), Platform.Call("NoTuple"));
        Check.Same("ValueTuple", Tuples.OfValueTuple(ValueTuple.Create(5, "")), Platform.Call("OfValueTuple", ValueTuple.Create(5, "")));
        Check.Same("Tuple of one", Tuples.OfSingle(Tuple.Create("alone")), Platform.Call("OfSingle", Tuple.Create("alone")));
        var seven = Tuples.OfSeven((1, 2, 3, 4, 5, 6, 7));
        Check.Same("Tuple of seven", new { A = seven.Item1, B = seven.Item2, C = seven.Item3, D = seven.Item4, E = seven.Item5, F = seven.Item6, G = seven.Item7 },
            Platform.Call("OfSeven", new { A = 1, B = 2, C = 3, D = 4, E = 5, F = 6, G = 7 }));
        var loan = new Loan { Name = "House" };
        Check.Same("Tuple of structures", Tuples.OfLoans(Tuple.Create(loan, new List<Loan> { loan, loan })), Platform.Call("OfLoans", Tuple.Create(loan, new List<Loan> { loan, loan })));
        Check.Same("attributes that are Tuples", new { Reading = new { Value = 1.25, Unit = "m" }, Place = Tuple.Create(1, "here") },
            Platform.Call("OfMeasurement", new { Reading = new { Value = 1.25, Unit = "m" }, Place = Tuple.Create(1, "here") }));

        // mcs gives names of its own order to elements in a list: they are left out.
        var offers = new List<ValueTuple<string, decimal, int>> { ValueTuple.Create("A", 2.5m, 10), ValueTuple.Create("B", 1.5m, 5) };
#if !ODC // Only mono's compiler can call it.
        var best = Tuples.FindBest(offers);
        Check.Same("FindBest", new { Rate = best.Item1, Years = best.Item2 }, Platform.Call("FindBest", offers));
#endif
        var both = Tuples.DivideBoth(17, 5);
        Check.Same("DivideBoth", new { Quotient = both.Item1, Remainder = both.Item2 }, Platform.Call("DivideBoth", 17, 5));
        Check.SameFailure("DivideBoth by zero", () => Tuples.DivideBoth(1, 0), () => Platform.Call("DivideBoth", 1, 0));
        var named = Tuples.NamePoint((1, 2), "here");
        Check.Same("NamePoint", new { Name = named.Item1, Point = new { X = named.Item2.Item1, Y = named.Item2.Item2 } }, Platform.Call("NamePoint", new { X = 1, Y = 2 }, "here"));
    }
}
