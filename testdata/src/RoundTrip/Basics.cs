using System;
using System.Globalization;

namespace RoundTrip
{
    /// <summary>One attribute of every basic type.</summary>
    public class Basics
    {
        public string Text { get; set; }
        public char Letter { get; set; }
        public bool Flag { get; set; }
        public sbyte Tiny { get; set; }
        public byte Octet { get; set; }
        public short Short { get; set; }
        public ushort Word { get; set; }
        public int Number { get; set; }
        public uint Unsigned { get; set; }
        public long Long { get; set; }
        public ulong Giant { get; set; }
        public decimal Exact { get; set; }
        public float Rough { get; set; }
        public double Real { get; set; }
        public DateTime When { get; set; }
        public DateTimeOffset Moment { get; set; }
        public TimeSpan Span { get; set; }
        public Guid Id { get; set; }
        public Uri Link { get; set; }
        public Version Version { get; set; }
        public CultureInfo Culture { get; set; }
        public byte[] Bytes { get; set; }
        public Color Color { get; set; }
        public Weekdays Days { get; set; }
        public Size Size { get; set; }
        public bool? MaybeFlag { get; set; }
        public int? MaybeNumber { get; set; }
        public double? MaybeReal { get; set; }
        public char? MaybeLetter { get; set; }
        public DateTime? MaybeWhen { get; set; }
        public TimeSpan? MaybeSpan { get; set; }
        public Guid? MaybeId { get; set; }
        public Color? MaybeColor { get; set; }
        public Point? MaybePoint { get; set; }
    }

    /// <summary>A structure that nobody can change, and that its constructor fills.</summary>
    public struct Fraction
    {
        /// <summary>Creates a fraction.</summary>
        public Fraction(long numerator, long denominator)
        {
            Numerator = numerator;
            Denominator = denominator;
        }

        public long Numerator { get; }

        public long Denominator { get; }

        /// <summary>Gives the fraction upside down.</summary>
        public Fraction Invert()
        {
            return new Fraction(Denominator, Numerator);
        }
    }
}
