using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Rules;

/// <summary>What members make of arguments that they get by value.</summary>
static class ArgumentChecks
{
    public static void Run()
    {
        foreach (byte[] before in new[] { new byte[0], new byte[] { 65, 0, 255 }, new byte[100000] })
        {
            string size = " of " + before.Length;
            byte[] given = (byte[]) before.Clone();
            MemoryStream stream = Grown(before);
            Arguments.Append(stream, "Zoë");
            Check.Same("Append" + size, stream.ToArray(), Platform.Call("Append", given, "Zoë"));
            stream = Grown(before);
            Arguments.SaveAsync(stream, 5).Wait();
            Check.Same("Save" + size, stream.ToArray(), Platform.Call("Save", given, 5));
            Check.Same("Export" + size, 1, Platform.Call("Export", given));
            byte[] inverted = (byte[]) before.Clone();
            Arguments.Invert(inverted);
            Check.Same("Invert" + size, inverted, Platform.Call("Invert", given));
            byte[] marked = (byte[]) before.Clone();
            Arguments.Mark(new ArraySegment<byte>(marked), 7);
            Check.Same("Mark" + size, marked, Platform.Call("Mark", given, 7));
            Check.Same("What is given" + size, before, given);
        }
        var empty = new MemoryStream();
        Arguments.Append(empty, "x");
        Check.Same("Append to nothing", empty.ToArray(), Platform.Call("Append", Type.Missing, "x"));

        System.Globalization.CultureInfo culture = System.Threading.Thread.CurrentThread.CurrentCulture;
        var other = (System.Globalization.CultureInfo) System.Globalization.CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        System.Threading.Thread.CurrentThread.CurrentCulture = other;
        Check.Same("Render", "1.5" + Environment.NewLine + "Ä", Platform.Call("Render", 1.5));
        System.Threading.Thread.CurrentThread.CurrentCulture = culture;
        Check.Same("Spell", "n12", Platform.Call("Spell", "n", 12));
        Check.Same("Spell nothing", "12", Platform.Call("Spell", Type.Missing, 12));

        int[] numbers = { 3, -1, 2 };
        Check.Same("Sort", new[] { -1, 2, 3 }, Platform.Call("Sort", numbers));
        Check.Same("Sort nothing", new int[0], Platform.Call("Sort", new int[0]));
        int[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        object crossed = Platform.Call("Cross", table);
        Arguments.Cross(table);
        Check.Same("Cross", table, crossed);
        var loans = new List<Loan> { new Loan { Name = "House", Amount = 1 } };
        object filled = Platform.Call("Fill", loans, 3);
        Arguments.Fill(loans, 3);
        Check.Same("Fill", loans, filled);
        var counts = new Dictionary<string, int> { { "a", 1 } };
        object counted = Platform.Call("Count", Platform.Call("Count", counts, "b"), "a");
        Check.Same("Count", new Dictionary<string, int> { { "a", 2 }, { "b", 1 } }, counted);
        Check.Same("Rename", new Loan { Name = "Zoë", Amount = 2 }, Platform.Call("Rename", new Loan { Name = "Car", Amount = 2 }, "Zoë"));
        loans.Add(new Loan { Name = "Boat" });
        object renamed = Platform.Call("RenameAll", loans, "Zoë");
        Arguments.RenameAll(loans, "Zoë");
        Check.Same("RenameAll", loans, renamed);
        Check.Same("Tag", new Tagged(1, new List<string> { "a", "b" }), Platform.Call("Tag", new Tagged(1, new List<string> { "a" }), "b"));
        Check.Same("Stamp", new[] { 1, 2 }, Platform.Call("Stamp", new[] { 3, 2 }));
        Check.Same("Send", 0, Platform.Outputs("Send", new Letter { Text = "x", Enclosure = new MemoryStream(new byte[] { 65 }) }).Length);
        Check.Same("Dot", "a.", Platform.Call("Dot", "a"));
        Check.Same("Measure", 3, Platform.Call("Measure", new byte[3]));
        object[] read = Platform.Outputs("Read", "abc", 2);
        Check.Same("Read, buffer", "**c", read[0]);
        Check.Same("Read", 2, read[1]);
        Check.Same("Look", 0, Platform.Outputs("Look", numbers, new Vector { X = 1 }, "", numbers).Length);

#if !ODC // There, a printer begins anew with each call.
        object printer = Platform.Call("PrinterCreate", 2);
        Check.Same("Print", Encoding.ASCII.GetBytes("page 3"), Platform.Call("Print", printer, new byte[0]));
        Check.Same("PrintText", "page 4", Platform.Call("PrintText", printer));
        Check.Same("CopyTo", new[] { 3, 4, 2 }, Platform.Call("CopyTo", printer, new[] { 3, -1, 2 }, 1));
        Check.Same("Take", 0, Platform.Outputs("Take", printer, new[] { "x" }).Length);
        Check.Same("PrintText again", "page 6", Platform.Call("PrintText", printer));
#else
        Check.Same("Print", Encoding.ASCII.GetBytes("page 3"), Platform.Call("Print", 2));
        Check.Same("PrintText", "page 3", Platform.Call("PrintText", 2));
#endif
    }

    static MemoryStream Grown(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes, 0, bytes.Length);
        stream.Position = 0;
        return stream;
    }
}
