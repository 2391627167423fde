using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Dates and times.</summary>
static class DateChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        var nullDate = new DateTime(1900, 1, 1);
        DateTime[] dates =
        {
            nullDate,
            new DateTime(1900, 1, 1, 0, 0, 1),
            new DateTime(2024, 2, 29, 23, 59, 59, 999),
            new DateTime(2026, 3, 29, 2, 30, 0).AddTicks(1),
            new DateTime(3000, 12, 31, 23, 59, 59),
            DateTime.MaxValue
        };
        foreach (DateTime value in dates)
        {
            Extension.MssOfDateTime(value, out var result);
            Check.Same("DateTime " + View.Of(value), Echo.OfDateTime(value), result);
            Extension.MssOfNullableDateTime(value, out result);
            Check.Same("nullable DateTime " + View.Of(value), Echo.OfNullableDateTime(value == nullDate ? (DateTime?) null : value), result);
            Extension.MssOfDateTimeOffset(value, out result);
            Check.Same("DateTimeOffset " + View.Of(value), Echo.OfDateTimeOffset(new DateTimeOffset(value, TimeSpan.Zero)), result);
            Extension.MssYesterday(value, out result);
            Check.Same("Yesterday of " + View.Of(value), Scalars.Yesterday(value), result);
        }
        // A time of the server's zone and a universal one, are both taken as they read.
        foreach (DateTimeKind kind in new[] { DateTimeKind.Local, DateTimeKind.Utc })
        {
            var value = DateTime.SpecifyKind(dates[2], kind);
            Extension.MssOfDateTime(value, out var result);
            Check.Same("DateTime, " + kind, Echo.OfDateTime(value), result);
            Extension.MssOfDateTimeOffset(value, out result);
            Check.Same("DateTimeOffset, " + kind, Echo.OfDateTimeOffset(new DateTimeOffset(dates[2], TimeSpan.Zero)), result);
        }
        DateTime start = dates[2], end = dates[3];
        Extension.MssBetween(start, end, out var seconds);
        Check.Same("Between", Scalars.Between(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero)), seconds);
    }
}
