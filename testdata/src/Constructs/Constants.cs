using System;
using System.Runtime.CompilerServices;

namespace Constructs
{
    /// <summary>Nothing but constants, one of every type.</summary>
    public static class Constants
    {
        public const bool Boolean = true;
        public const char Char = '\u20AC';
        public const sbyte SByte = sbyte.MinValue;
        public const byte Byte = byte.MaxValue;
        public const short Int16 = short.MinValue;
        public const ushort UInt16 = ushort.MaxValue;
        public const int Int32 = int.MinValue;
        public const uint UInt32 = uint.MaxValue;
        public const long Int64 = long.MinValue;
        public const ulong UInt64 = ulong.MaxValue;
        public const float Single = 1.5f;
        public const double Double = 0.1;
        public const double NotANumber = double.NaN;
        public const double Infinity = double.PositiveInfinity;
        public const decimal Decimal = -79228162514264337593543950335m;
        public const decimal SmallDecimal = 0.0000000000000000000000000001m;
        public const string String = "quotes \" and lines\r\nand \u65E5\u672C";
        public const string EmptyString = "";
        public const string Null = null;
        public const object NullObject = null;
        public const Permissions Enum = Permissions.ReadWrite;
        public const Tiny ByteEnum = Tiny.Most;

        // What Visual Basic makes of a constant date.
        [DateTimeConstant(630822816000000000L)]
        public static readonly DateTime DateTime = new DateTime(630822816000000000L);
    }

    /// <summary>Optional parameters, one of every type.</summary>
    public static class Optionals
    {
        public static string OfBoolean(bool value = true) { return value.ToString(); }
        public static string OfChar(char value = '\'') { return value.ToString(); }
        public static string OfSByte(sbyte value = -1) { return value.ToString(); }
        public static string OfByte(byte value = 1) { return value.ToString(); }
        public static string OfInt16(short value = -2) { return value.ToString(); }
        public static string OfUInt16(ushort value = 2) { return value.ToString(); }
        public static string OfInt32(int value = -3) { return value.ToString(); }
        public static string OfUInt32(uint value = 4294967295) { return value.ToString(); }
        public static string OfInt64(long value = -9223372036854775808) { return value.ToString(); }
        public static string OfUInt64(ulong value = 18446744073709551615) { return value.ToString(); }
        public static string OfSingle(float value = 1.5f) { return value.ToString(); }
        public static string OfDouble(double value = 1e300) { return value.ToString(); }
        public static string OfNaN(double value = double.NaN) { return value.ToString(); }
        public static string OfDecimal(decimal value = 19.99m) { return value.ToString(); }
        public static string OfString(string value = "say \"hi\"") { return value; }
        public static string OfNullString(string value = null) { return value; }
        public static string OfEnum(Permissions value = Permissions.ReadWrite) { return value.ToString(); }
        public static string OfUnnamedEnum(Permissions value = (Permissions) 64) { return value.ToString(); }
        public static string OfNullableInt(int? value = 5) { return value.ToString(); }
        public static string OfZeroNullable(int? value = 0) { return value.HasValue ? value.ToString() : "null"; }
        public static string OfTinyDouble(double value = 1e-9) { return value.ToString(); }
        public static string OfRoundedDouble(double value = 3.14159265358979) { return value.ToString(); }
        public static string OfTinyDecimal(decimal value = 0.000000001m) { return value.ToString(); }
        public static string OfHalfACharacter(string value = "\uD800") { return value; }
        public static string OfNullNullable(int? value = null) { return value.ToString(); }
        public static string OfNullableEnum(Permissions? value = Permissions.Read) { return value.ToString(); }
        public static string OfDefaultDate(DateTime value = default(DateTime)) { return value.ToString(); }
        public static string OfDefaultGuid(Guid value = default(Guid)) { return value.ToString(); }
        public static string OfDefaultStruct(Accumulator value = default(Accumulator)) { return value.Count.ToString(); }
        public static string OfClass(Node value = null) { return value == null ? "" : value.Name; }
        public static string OfArray(int[] value = null) { return value == null ? "" : value.Length.ToString(); }
        public static string OfObject(object value = null) { return "" + value; }

        public static string OfDate(
            [System.Runtime.InteropServices.Optional, DateTimeConstant(630822816000000000L)] DateTime value)
        {
            return value.ToString();
        }

        /// <summary>Optional by its attribute, without a default.</summary>
        public static string WithoutDefault([System.Runtime.InteropServices.Optional] int value)
        {
            return value.ToString();
        }

        public static string WithCaller(string text, [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0)
        {
            return text + caller + line;
        }
    }
}
