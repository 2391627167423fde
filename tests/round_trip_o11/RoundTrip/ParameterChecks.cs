using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary><c>out</c>, <c>ref</c>, and defaults.</summary>
static class ParameterChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        Outs();
        Refs();
        Defaults();
    }

    static void Outs()
    {
        int quotient = Parameters.Divide(17, 5, out var remainder);
        Extension.MssParametersDivide(17, 5, out var ssRemainder, out var ssQuotient);
        Check.Same("Divide", quotient, ssQuotient);
        Check.Same("Divide, remainder", remainder, ssRemainder);
        Check.SameFailure("Divide by zero", () => Parameters.Divide(1, 0, out remainder), () => Extension.MssParametersDivide(1, 0, out ssRemainder, out ssQuotient));

        foreach (string text in new[] { "42", "many" })
        {
            bool success = Parameters.TryParse(text, out var number);
            Extension.MssTryParse(text, out var ssNumber, out var ssSuccess);
            Check.Same("TryParse " + text + ", success", success, ssSuccess);
            Check.Same("TryParse " + text + ", number", number, ssNumber);
        }

        Parameters.Today(out var year, out var name, out var origin);
        Extension.MssToday(out var ssYear, out var ssName, out var ssOrigin);
        Check.Same("Today, year", year, ssYear);
        Check.Same("Today, name", name, ssName);
        Check.Same("Today, origin", origin, ssOrigin);

        foreach (bool nothing in new[] { true, false })
        {
            string which = nothing ? "Give nothing, " : "Give, ";
            Parameters.Give(nothing, out var letter, out var bytes, out var color, out var number, out var link, out var numbers, out var person, out var ratio);
            Extension.MssGive(nothing, out var ssLetter, out var ssBytes, out var ssColor, out var ssNumber, out var ssLink, out var ssNumbers, out var ssPerson, out var ssRatio);
            Check.Same(which + "letter", letter, ssLetter);
            Check.Same(which + "bytes", bytes, ssBytes);
            Check.Same(which + "color", color, ssColor);
            Check.Same(which + "number", number, ssNumber);
            Check.Same(which + "link", link, ssLink);
            Check.Same(which + "numbers", numbers, ssNumbers);
            Check.Same(which + "person", person, ssPerson);
            Check.Same(which + "ratio", ratio, ssRatio);
        }
    }

    static void Refs()
    {
        string a = "first", b = "";
        Parameters.Swap(ref a, ref b);
        Extension.MssSwap("first", "", out var ssA, out var ssB);
        Check.Same("Swap, a", a, ssA);
        Check.Same("Swap, b", b, ssB);

        var point = new Point { X = 2, Y = -3 };
        Parameters.Double(ref point);
        Extension.MssDouble(Give.Point(2, -3), out var ssPoint);
        Check.Same("Double", point, ssPoint);

        foreach (int given in new[] { 0, 9 })
        {
            byte small = 254;
            char letter = 'a';
            Color color = Color.Blue;
            int? number = given == 0 ? (int?) null : given;
            string[] texts = { "x", "y" };
            Person person = Take.Person("Ann", "Bonn");
            Parameters.Change(ref small, ref letter, ref color, ref number, ref texts, ref person);
            Extension.MssChange(254, "a", "Blue", given, Give.Texts(new[] { "x", "y" }), Give.Person("Ann", "Bonn"),
                out var ssSmall, out var ssLetter, out var ssColor, out var ssNumber, out var ssTexts, out var ssPerson);
            Check.Same("Change, small", small, ssSmall);
            Check.Same("Change, letter", letter, ssLetter);
            Check.Same("Change, color", color, ssColor);
            Check.Same("Change, number", number, ssNumber);
            Check.Same("Change, texts", texts, ssTexts);
            Check.Same("Change, person", person, ssPerson);
        }
    }

    static void Defaults()
    {
        Extension.MssOptional(Default.Optional_Text, Default.Optional_Number, Default.Optional_Big, Default.Optional_Flag, Default.Optional_Price,
            Default.Optional_Ratio, Default.Optional_Letter, Default.Optional_Color, Default.Optional_Days, Default.Optional_Maybe,
            Default.Optional_When, Default.Optional_Nothing, out var shown);
        Check.Same("Optional", Parameters.Optional(), shown);
        Extension.MssExtremes(Default.Extremes_Tiny, Default.Extremes_Giant, Default.Extremes_Least, Default.Extremes_Rough, Default.Extremes_Real,
            Default.Extremes_Exact, Default.Extremes_Quote, Default.Extremes_Lines, Default.Extremes_Size, Default.Extremes_Unnamed,
            Default.Extremes_Maybe, Default.Extremes_Span, Default.Extremes_Id, out shown);
        Check.Same("Extremes", Parameters.Extremes(), shown);
        Extension.MssTicks(Default.Ticks_When, out var ticks);
        // mcs itself would pass another date: it does not know this kind of default.
        Check.Same("Ticks", Parameters.Ticks(new DateTime(638422560000000000L)), ticks);
    }
}
