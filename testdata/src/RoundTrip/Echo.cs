using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;

namespace RoundTrip
{
    /// <summary>Gives back what it gets, once for every basic type.</summary>
    public static class Echo
    {
        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static string OfString(string value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static char OfChar(char value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static bool OfBoolean(bool value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static sbyte OfSByte(sbyte value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static byte OfByte(byte value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static short OfInt16(short value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static ushort OfUInt16(ushort value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static int OfInt32(int value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static uint OfUInt32(uint value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static long OfInt64(long value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static ulong OfUInt64(ulong value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static decimal OfDecimal(decimal value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static float OfSingle(float value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static double OfDouble(double value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static DateTime OfDateTime(DateTime value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static DateTimeOffset OfDateTimeOffset(DateTimeOffset value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static TimeSpan OfTimeSpan(TimeSpan value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Guid OfGuid(Guid value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Uri OfUri(Uri value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Version OfVersion(Version value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static byte[] OfBytes(byte[] value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Color OfColor(Color value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Weekdays OfWeekdays(Weekdays value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Size OfSize(Size value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static bool? OfNullableBoolean(bool? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static int? OfNullableInt32(int? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static decimal? OfNullableDecimal(decimal? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static DateTime? OfNullableDateTime(DateTime? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Color? OfNullableColor(Color? value)
        {
            return value;
        }

        /// <summary>Gives back the bytes of <paramref name="value"/> as another stream.</summary>
        public static Stream OfStream(Stream value)
        {
            var copy = new MemoryStream();
            value.CopyTo(copy);
            copy.Position = 0;
            return copy;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static IntPtr OfIntPtr(IntPtr value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static UIntPtr OfUIntPtr(UIntPtr value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static char[] OfChars(char[] value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static StringBuilder OfStringBuilder(StringBuilder value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static CultureInfo OfCultureInfo(CultureInfo value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Encoding OfEncoding(Encoding value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static IPAddress OfIPAddress(IPAddress value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static TextReader OfTextReader(TextReader value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static MemoryStream OfMemoryStream(MemoryStream value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static char? OfNullableChar(char? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static Guid? OfNullableGuid(Guid? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static TimeSpan? OfNullableTimeSpan(TimeSpan? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static double? OfNullableDouble(double? value)
        {
            return value;
        }

        /// <summary>Gives back <paramref name="value"/>.</summary>
        public static byte? OfNullableByte(byte? value)
        {
            return value;
        }
    }
}
