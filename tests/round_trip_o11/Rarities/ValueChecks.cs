using System;
using System.Collections.Generic;
using Rarities;

/// <summary>Values and the lack of them.</summary>
static class ValueChecks
{
    public static void Run()
    {
        foreach (Bits bits in new[] { Bits.None, Bits.Low | Bits.High, Bits.High, (Bits) ulong.MaxValue, (Bits) 2 })
        {
            Check.Same("Bits " + bits, Values.OfBits(bits), Platform.Call("OfBits", bits));
            Check.Same("nullable Bits " + bits, Values.OfNullableBits(bits), Platform.Call("OfNullableBits", bits));
        }
        Check.Same("Bits, list", new List<Bits> { Bits.High, Bits.None }, Platform.Call("OfBitsList", new List<Bits> { Bits.High, Bits.None }));
        Check.Same("Bits, default", Values.ShowBits(), Platform.Call("ShowBits"));

        // No date is the platform's null date, and an old one is what it is.
        Check.Same("no date", new DateTime(1900, 1, 1), Platform.Call("NoDate"));
        Check.Same("no date with an offset", new DateTime(1900, 1, 1), Platform.Call("NoOffset"));
        Check.Same("an old date", Values.OldDate(), Platform.Call("OldDate"));
        Check.Same("no date in a structure", new { First = new DateTime(1900, 1, 1), Days = 0 }, Platform.Call("NoPeriod"));

        // An empty record stands for null where null is legal.
        var address = new Address { Street = "a", Number = 1 };
        Check.Same("an address", Values.ShowAddress(address), Platform.Call("ShowAddress", address));
        Check.Same("an address left out", Values.ShowAddress(), Platform.Call("ShowAddress"));
        Check.Same("an empty address", Values.ShowAddress(), Platform.Call("ShowAddress", new Address { Street = "" }));
        Check.Same("a place", Values.ShowPlace(address), Platform.Call("ShowPlace", address));
        Check.Same("an empty place", Values.ShowPlace(new Address { Street = "" }), Platform.Call("ShowPlace", new Address { Street = "" }));
        Check.Same("a period", Values.ShowPeriod(new Period { Days = 3 }), Platform.Call("ShowPeriod", new Period { Days = 3, First = new DateTime(1900, 1, 1) }));
        Check.Same("no period", Values.ShowPeriod(null), Platform.Call("ShowPeriod", new Period { First = new DateTime(1900, 1, 1) }));

        foreach (int value in new[] { 4, 5 })
        {
            var numbers = new[] { 5, 6 };
            Check.Same("Find " + value, Values.Find(numbers, value), Platform.Call("Find", numbers, value));
            Check.Same("Find later " + value, Values.FindAsync(numbers, value).Result, Platform.Call("FindAsync", numbers, value));
        }
        Check.Same("a period found", Values.FindPeriod(2), Platform.Call("FindPeriod", 2));
        Check.Same("no period found", Values.FindPeriod(0), Platform.Call("FindPeriod", 0));
        foreach (int? last in new[] { 3, 0, (int?) null })
        {
            Platform.Outputs("ValuesLastSet", last ?? 0);
            Check.Same("Last " + last, last == 0 ? null : last, Values.Last);
            Check.Same("Last, read, " + last, Values.Last, Platform.Call("ValuesLastGet"));
            Values.Day = last == null ? (DateTime?) null : new DateTime(2024, 2, 29);
            Check.Same("Day " + last, Values.Day, Platform.Call("ValuesDayGet"));
            Platform.Outputs("ValuesDaySet", new DateTime(1900, 1, 1));
            Check.Same("no Day " + last, false, Values.Day.HasValue);
        }
        Moneys();
    }

    // What only looks gives no changed value back: its last output is the answer.
    static void Moneys()
    {
        var one = new Money { Amount = 1.5m };
        var two = new Money { Amount = 2 };
        Check.Same("compared", one.CompareTo(two), Platform.Call("CompareTo", one, two));
        Check.Same("text", one.ToString(), Platform.Call("ToString", one));
        Check.Same("equal", one.Equals(one), Platform.Call("Equals", one, one));
        Check.Same("hash", one.GetHashCode(), Platform.Call("GetHashCode", one));
        one.Double();
        Check.Same("doubled", one, Platform.Call("Double", new Money { Amount = 1.5m }));
        var members = new List<string> { "CompareTo", "ToString", "Equals", "GetHashCode" };
#if !ODC // It takes an Object.
        members.Add("Equals_Object");
#endif
        foreach (string looks in members)
            Check.Same(looks + " has one output", 1, Platform.Outputs(looks, looks.StartsWith("E") || looks.StartsWith("C") ? new object[] { one, two } : new object[] { one }).Length);
    }
}
