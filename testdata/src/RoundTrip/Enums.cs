using System;

namespace RoundTrip
{
    /// <summary>A plain enumeration.</summary>
    public enum Color
    {
        /// <summary>The zero member.</summary>
        Red,
        Green,
        Blue
    }

    /// <summary>An enumeration of flags.</summary>
    [Flags]
    public enum Weekdays
    {
        None = 0,
        Monday = 1,
        Tuesday = 2,
        Wednesday = 4,
        Thursday = 8,
        Friday = 16,
        Workweek = Monday | Tuesday | Wednesday | Thursday | Friday,
        Saturday = 32,
        Sunday = 64
    }

    /// <summary>An enumeration of bytes, without a zero member.</summary>
    public enum Size : byte
    {
        Small = 10,
        Medium = 20,
        Large = 255
    }
}
