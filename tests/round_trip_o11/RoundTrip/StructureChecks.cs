using System;
using System.Collections.Generic;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Structures in and out, and their own methods.</summary>
static class StructureChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        Classes();
        Values();
        Immutable();
        Lists();
    }

    static void Classes()
    {
        Extension.MssAge(Give.Person("Ann", "Bonn"), out var person);
        Check.Same("Age", Structures.Age(Take.Person("Ann", "Bonn")), person);
        Extension.MssNobody(out person);
        Check.Same("nobody", Structures.Nobody(), person);
        Check.Same("nobody is a new record", new RCPersonRecord(null), person);

        Extension.MssMakeAddress("Main \"Street\"", "Köln", short.MaxValue, out var address);
        Check.Same("MakeAddress", Structures.MakeAddress("Main \"Street\"", "Köln", short.MaxValue), address);
        Extension.MssFormat(address, out var line);
        Check.Same("Format", Structures.Format(Structures.MakeAddress("Main \"Street\"", "Köln", short.MaxValue)), line);
        Check.Refuses<ArgumentException>("Format of a number that is too large", () => Extension.MssFormat(Give.Address("", "", 32768), out line), "Format: Address", "32768");
    }

    static void Values()
    {
        Extension.MssTurn(Give.Point(3, -4), out var point);
        Check.Same("Turn", Structures.Turn(new Point { X = 3, Y = -4 }), point);

        var moved = new Point { X = 3, Y = -4 };
        moved.Move(10, 20);
        var before = Give.Point(3, -4);
        Extension.MssMove(before, 10, 20, out var after);
        Check.Same("Move", moved, after);
        Check.Same("Move leaves what came in", Give.Point(3, -4), before);
        Extension.MssDistance(after, out var same, out var distance);
        Check.Same("Distance", moved.Distance(), distance);
        Check.Same("Distance changes nothing", after, same);

        Point corner = new Point { X = 1, Y = 2 }, opposite = new Point { X = 4, Y = 6 };
        Extension.MssBoxOf(Give.Point(1, 2), Give.Point(4, 6), out var box);
        Check.Same("BoxOf", Structures.BoxOf(corner, opposite), box);
        Extension.MssArea(box, out var area);
        Check.Same("Area", Structures.Area(Structures.BoxOf(corner, opposite)), area);
    }

    static void Immutable()
    {
        Extension.MssSpan(Give.Interval(1, 3), Give.Interval(-2, 2), out var span);
        Check.Same("Span", Structures.Span(new Interval(1, 3), new Interval(-2, 2)), span);
        foreach (int number in new[] { 0, 1, 3, 4 })
        {
            Extension.MssContains(Give.Interval(1, 3), number, out var contains);
            Check.Same("Contains " + number, new Interval(1, 3).Contains(number), contains);
        }
        Check.SameFailure("an interval that ends early", () => new Interval(3, 1), () => Extension.MssSpan(Give.Interval(3, 1), Give.Interval(0, 0), out span));

        var fraction = new RCFractionRecord(null);
        fraction.ssSTFraction.ssNumerator = 3;
        fraction.ssSTFraction.ssDenominator = long.MaxValue;
        Extension.MssInvert(fraction, out var inverted);
        Check.Same("Invert", new Fraction(3, long.MaxValue).Invert(), inverted);
    }

    static void Lists()
    {
        var labels = new Dictionary<string, string> { { "size", "XL" } };
        Extension.MssReverseLines(Give.Order(labels), out var order);
        Check.Same("ReverseLines", Structures.ReverseLines(Take.Order(labels)), order);

        Order net = Take.Order(labels);
        net.Add("Spoons", 2, 0.99m);
        RCOrderRecord given = Give.Order(labels);
        Extension.MssOrderAdd(given, "Spoons", 2, 0.99m, out var added);
        Check.Same("Add", net, added);
        Check.Same("Add leaves what came in", Give.Order(labels), given);
        Extension.MssOrderTotal(added, out order, out var total);
        Check.Same("Total", net.Total(), total);
        Check.Same("Total changes nothing", net, order);

        net = new Order { Labels = labels };
        net.Add("Tea", 1, 1);
        given = new RCOrderRecord(null);
        given.ssSTOrder.ssLabels = Give.Labels(labels);
        Extension.MssOrderAdd(given, "Tea", 1, 1, out added);
        Check.Same("Add to a new order", net, added);
    }
}
