using System;
using OutSystems.NssRarities;
using Rarities;

/// <summary>Enums travel as numbers, and a Boolean beside each value that can be null says whether it is there.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRarities();
        View.EnumsAreNumbers = true;
        Numbers();
        Companions();
        return Check.Finish();
    }

    static void Numbers()
    {
        foreach (Bits bits in new[] { Bits.None, Bits.Low, Bits.High, (Bits) ulong.MaxValue })
        {
            Check.Same("Bits " + bits, Values.OfBits(bits), Platform.Call("OfBits", bits));
            Check.Same("nullable Bits " + bits, Values.OfNullableBits(bits), Platform.Call("OfNullableBits", bits, true));
        }
        Check.Same("a Decimal", true, Platform.Call("OfBits", Bits.High) is decimal);
        Check.Same("Bits, default", Values.ShowBits(), Platform.Call("ShowBits"));
        foreach (decimal wrong in new[] { -1, 18446744073709551616m })
            Check.Refuses<ArgumentException>("Bits " + wrong, () => Platform.Call("OfBits", wrong), "OfBits: Value", wrong.ToString());
    }

    // The Boolean comes before the value, which is the last output.
    static void Companions()
    {
        foreach (int value in new[] { 4, 5 })
        {
            var numbers = new[] { 5, 6 };
            int? found = Values.Find(numbers, value);
            foreach (string action in new[] { "Find", "FindAsync" })
            {
                object[] outputs = Platform.Outputs(action, numbers, value);
                Check.Same(action + " " + value + ", there", found.HasValue, outputs[0]);
                Check.Same(action + " " + value, found, outputs[1]);
            }
            object[] period = Platform.Outputs("FindPeriod", value - 4);
            Check.Same("a period, there " + value, Values.FindPeriod(value - 4).HasValue, period[0]);
            Check.Same("a period " + value, Values.FindPeriod(value - 4), period[1]);
        }
        foreach (int? last in new[] { 0, 3, (int?) null })
        {
            Platform.Outputs("ValuesLastSet", last ?? 7, last.HasValue);
            Check.Same("Last " + last, last, Values.Last);
            object[] outputs = Platform.Outputs("ValuesLastGet");
            Check.Same("Last, there " + last, last.HasValue, outputs[0]);
            Check.Same("Last, read " + last, last, outputs[1]);
            Values.Day = last == null ? (DateTime?) null : new DateTime(2024, 2, 29);
            outputs = Platform.Outputs("ValuesDayGet");
            Check.Same("Day, there " + last, last.HasValue, outputs[0]);
            Check.Same("Day, read " + last, Values.Day, outputs[1]);
        }
        var address = new Address { Street = "a", Number = 1 };
        Check.Same("an address", Values.ShowAddress(address), Platform.Call("ShowAddress", address, true));
        Check.Same("no address", Values.ShowAddress(null), Platform.Call("ShowAddress", address, false));
        Check.Same("an address left out", Values.ShowAddress(), Platform.Call("ShowAddress"));
        Check.Same("an empty address", Values.ShowAddress(new Address { Street = "" }), Platform.Call("ShowAddress", new Address { Street = "" }, true));
    }
}
