using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Enums, which travel as the names of their members.</summary>
static class EnumChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        string text;
        foreach (Color color in Enum.GetValues(typeof(Color)))
        {
            foreach (string name in new[] { color.ToString(), color.ToString().ToUpper(), color.ToString().ToLower(), color.ToString("D") })
            {
                Extension.MssOfColor(name, out text);
                Check.Same("Color by " + name, Echo.OfColor(color), text);
            }
            Extension.MssOfNullableColor(color.ToString(), out text);
            Check.Same("nullable Color " + color, Echo.OfNullableColor(color), text);
            Extension.MssNext(color.ToString(), out text);
            Check.Same("Next of " + color, Scalars.Next(color), text);
        }
        Extension.MssOfColor("", out text);
        Check.Same("no Color", Echo.OfColor(Color.Red), text);
        Extension.MssOfNullableColor("", out text);
        Check.Same("nullable Color, null", Echo.OfNullableColor(null), text);
        Extension.MssOfColor("7", out text);
        Check.Same("Color without a name", Echo.OfColor((Color) 7), text);
        Extension.MssOfColor("-1", out text);
        Check.Same("Color below zero", Echo.OfColor((Color) (-1)), text);
        foreach (string wrong in new[] { "Pink", "Red Green", "1.5", "99999999999" })
            Check.Refuses<ArgumentException>("Color " + wrong, () => Extension.MssOfColor(wrong, out text), "\"" + wrong + "\"", "Red, Green, Blue");

        foreach (Weekdays days in new[] { Weekdays.None, Weekdays.Sunday, Weekdays.Workweek, Weekdays.Monday | Weekdays.Saturday, (Weekdays) 128 })
        {
            Extension.MssOfWeekdays(days.ToString(), out text);
            Check.Same("Weekdays " + days, Echo.OfWeekdays(days), text);
            Extension.MssOfWeekdays(days.ToString("D"), out text);
            Check.Same("Weekdays by number, " + days, Echo.OfWeekdays(days), text);
            Extension.MssWith(days.ToString(), "tuesday", out text);
            Check.Same("Weekdays " + days + " with Tuesday", Scalars.With(days, Weekdays.Tuesday), text);
        }
        Extension.MssOfWeekdays("", out text);
        Check.Same("no Weekdays", Echo.OfWeekdays(Weekdays.None), text);
        Check.Refuses<ArgumentException>("Weekdays, one wrong", () => Extension.MssOfWeekdays("Monday, Someday", out text), "Monday, Someday", "Workweek");

        foreach (Size size in new[] { Size.Small, Size.Large, (Size) 7 })
        {
            Extension.MssOfSize(size.ToString(), out text);
            Check.Same("Size " + size, Echo.OfSize(size), text);
        }
        Extension.MssOfSize("", out text);
        Check.Same("no Size", Echo.OfSize(default(Size)), text);
        Check.Refuses<ArgumentException>("Size beyond a byte", () => Extension.MssOfSize("256", out text), "256", "Small, Medium, Large");
    }
}
