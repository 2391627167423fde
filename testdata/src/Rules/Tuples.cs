using System;
using System.Collections.Generic;
using System.Linq;

namespace Rules
{
    /// <summary>Holds a tuple.</summary>
    public class Measurement
    {
        // A field: mcs cannot read a property of such a type from a DLL of its own.
        public (double Value, string Unit) Reading;
        public Tuple<int, string> Place;
    }

    /// <summary>Tuples, with names and without.</summary>
    public static class Tuples
    {
        public static Tuple<int, string> OfTuple(Tuple<int, string> value) { return value; }
        public static ValueTuple<int, string> OfValueTuple(ValueTuple<int, string> value) { return value; }
        public static Tuple<string> OfSingle(Tuple<string> value) { return value; }
        public static (int A, int B, int C, int D, int E, int F, int G) OfSeven((int A, int B, int C, int D, int E, int F, int G) value) { return value; }
        public static Measurement OfMeasurement(Measurement value) { return value; }
        public static Tuple<Loan, List<Loan>> OfLoans(Tuple<Loan, List<Loan>> value) { return value; }
        public static Tuple<int, string> NoTuple() { return null; }

        // Finds the best offer. Not for the documentation: mcs writes wrong ids for parameters that are tuples.
        public static (decimal Rate, int Years) FindBest(List<(string Bank, decimal Rate, int Years)> offers)
        {
            return offers.OrderBy(offer => offer.Rate).Select(offer => (offer.Rate, offer.Years)).First();
        }

        /// <summary>Divides with a remainder.</summary>
        public static (int Quotient, int Remainder) DivideBoth(int a, int b)
        {
            return (a / b, a % b);
        }

        // Names a point.
        public static (string Name, (int X, int Y) Point) NamePoint((int X, int Y) point, string name)
        {
            return (name, point);
        }
    }
}
