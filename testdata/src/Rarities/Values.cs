using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Rarities
{
    /// <summary>An enum with numbers that only few types hold.</summary>
    [Flags]
    public enum Bits : ulong
    {
        None = 0,
        Low = 1,
        High = 0x8000000000000000
    }

    /// <summary>Where somebody lives.</summary>
    public class Address
    {
        /// <summary>Gets or sets the street.</summary>
        public string Street { get; set; }

        /// <summary>Gets or sets the number.</summary>
        public int Number { get; set; }
    }

    /// <summary>From a day to another.</summary>
    public struct Period
    {
        /// <summary>The first day.</summary>
        public DateTime First;

        /// <summary>How many days.</summary>
        public int Days;
    }

    /// <summary>Can be compared.</summary>
    public class Money : IComparable<Money>, IEquatable<Money>
    {
        /// <summary>Gets or sets how much.</summary>
        public decimal Amount { get; set; }

        /// <summary>Compares the amounts.</summary>
        public int CompareTo(Money other) { return other == null ? 1 : Amount.CompareTo(other.Amount); }

        /// <summary>Compares the amounts.</summary>
        public bool Equals(Money other) { return other != null && Amount == other.Amount; }

        /// <summary>Compares the amounts.</summary>
        public override bool Equals(object other) { return Equals(other as Money); }

        /// <summary>Gives a number for the amount.</summary>
        public override int GetHashCode() { return Amount.GetHashCode(); }

        /// <summary>Writes the amount.</summary>
        public override string ToString() { return Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture); }

        /// <summary>Doubles the amount.</summary>
        public void Double() { Amount *= 2; }
    }

    /// <summary>Values and the lack of them.</summary>
    public static class Values
    {
        public static Bits OfBits(Bits value) { return value; }
        public static List<Bits> OfBitsList(List<Bits> values) { return values; }
        public static Bits? OfNullableBits(Bits? value) { return value; }

        /// <summary>Writes a number that has a default.</summary>
        public static string ShowBits(Bits bits = Bits.High) { return ((ulong) bits).ToString(); }

        /// <summary>Gives the date that is none.</summary>
        public static DateTime NoDate() { return default(DateTime); }

        /// <summary>Gives the date with an offset that is none.</summary>
        public static DateTimeOffset NoOffset() { return default(DateTimeOffset); }

        /// <summary>Gives a date that databases of OutSystems do not know.</summary>
        public static DateTime OldDate() { return new DateTime(1753, 1, 2, 3, 4, 5); }

        /// <summary>Gives a period that is none.</summary>
        public static Period NoPeriod() { return default(Period); }

        /// <summary>Writes an address that can be left out.</summary>
        public static string ShowAddress(Address address = null) { return address == null ? "nowhere" : address.Street + " " + address.Number; }

        /// <summary>Writes an address that cannot.</summary>
        public static string ShowPlace(Address address) { return address == null ? "nowhere" : address.Street + " " + address.Number; }

        /// <summary>Writes a period that can be null.</summary>
        public static string ShowPeriod(Period? period) { return period == null ? "never" : period.Value.Days + " days"; }

        /// <summary>Finds a number among others.</summary>
        public static int? Find(int[] values, int value)
        {
            int index = Array.IndexOf(values, value);
            return index < 0 ? (int?) null : index;
        }

        /// <summary>Finds it later.</summary>
        public static async Task<int?> FindAsync(int[] values, int value)
        {
            await Task.Yield();
            return Find(values, value);
        }

        /// <summary>Finds a period.</summary>
        public static Period? FindPeriod(int days) { return days == 0 ? (Period?) null : new Period { Days = days }; }

        /// <summary>A number that need not be there.</summary>
        public static int? Last;

        /// <summary>Gets or sets a day that need not be there.</summary>
        public static DateTime? Day { get; set; }
    }
}
