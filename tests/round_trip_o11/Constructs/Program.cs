using System;
using System.Globalization;
using Constructs;
using OutSystems.NssConstructs;

/// <summary>Leaving out an argument is the same as giving the default that the extension declares.</summary>
static class Program
{
    static readonly CssConstructs Extension = new CssConstructs();

    static int Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string shown;
        Extension.MssOfBoolean(Default.OfBoolean_Value, out shown);
        Check.Same("Boolean", Optionals.OfBoolean(), shown);
        Extension.MssOfChar(Default.OfChar_Value, out shown);
        Check.Same("Char", Optionals.OfChar(), shown);
        Extension.MssOfSByte(Default.OfSByte_Value, out shown);
        Check.Same("SByte", Optionals.OfSByte(), shown);
        Extension.MssOfByte(Default.OfByte_Value, out shown);
        Check.Same("Byte", Optionals.OfByte(), shown);
        Extension.MssOfInt16(Default.OfInt16_Value, out shown);
        Check.Same("Int16", Optionals.OfInt16(), shown);
        Extension.MssOfUInt16(Default.OfUInt16_Value, out shown);
        Check.Same("UInt16", Optionals.OfUInt16(), shown);
        Extension.MssOfInt32(Default.OfInt32_Value, out shown);
        Check.Same("Int32", Optionals.OfInt32(), shown);
        Extension.MssOfUInt32(Default.OfUInt32_Value, out shown);
        Check.Same("UInt32", Optionals.OfUInt32(), shown);
        Extension.MssOfInt64(Default.OfInt64_Value, out shown);
        Check.Same("Int64", Optionals.OfInt64(), shown);
        Extension.MssOfUInt64(Default.OfUInt64_Value, out shown);
        Check.Same("UInt64", Optionals.OfUInt64(), shown);
        Extension.MssOfSingle(Default.OfSingle_Value, out shown);
        Check.Same("Single", Optionals.OfSingle(), shown);
        Extension.MssOfDecimal(Default.OfDecimal_Value, out shown);
        Check.Same("Decimal", Optionals.OfDecimal(), shown);
        Extension.MssOfString(Default.OfString_Value, out shown);
        Check.Same("String", Optionals.OfString(), shown);
        Extension.MssOfNullString(Default.OfNullString_Value, out shown);
        Check.Same("String, null", Optionals.OfNullString(), shown);
        Extension.MssOfEnum(Default.OfEnum_Value, out shown);
        Check.Same("enum", Optionals.OfEnum(), shown);
        Extension.MssOfUnnamedEnum(Default.OfUnnamedEnum_Value, out shown);
        Check.Same("enum without a name", Optionals.OfUnnamedEnum(), shown);
        Extension.MssOfNullableInt(Default.OfNullableInt_Value, out shown);
        Check.Same("nullable Int32", Optionals.OfNullableInt(), shown);
        Extension.MssOfZeroNullable(Default.OfZeroNullable_Value, out shown);
        Check.Same("nullable Int32, zero", Optionals.OfZeroNullable(), shown);
        Extension.MssOfRoundedDouble(Default.OfRoundedDouble_Value, out shown);
        Check.Same("Double with more decimals", "3.14159265", shown);
        Extension.MssOfNullNullable(Default.OfNullNullable_Value, out shown);
        Check.Same("nullable Int32, null", Optionals.OfNullNullable(), shown);
        Extension.MssOfNullableEnum(Default.OfNullableEnum_Value, out shown);
        // mcs knows neither the default of a nullable enum nor that of a date.
        Check.Same("nullable enum", Optionals.OfNullableEnum(Permissions.Read), shown);
        Extension.MssOfDefaultDate(Default.OfDefaultDate_Value, out shown);
        Check.Same("DateTime, default", Optionals.OfDefaultDate(), shown);
        Extension.MssOfDefaultGuid(Default.OfDefaultGuid_Value, out shown);
        Check.Same("Guid, default", Optionals.OfDefaultGuid(), shown);
        Extension.MssOfObject(Default.OfObject_Value, out shown);
        Check.Same("object, null", Optionals.OfObject(), shown);
        Extension.MssOfDate(Default.OfDate_Value, out shown);
        Check.Same("DateTime of Visual Basic", Optionals.OfDate(new DateTime(630822816000000000L)), shown);
        Extension.MssWithoutDefault(Default.WithoutDefault_Value, out shown);
        Check.Same("optional without a default", Optionals.WithoutDefault(0), shown);

        // Records and lists have no literals: OutSystems leaves them as they are made.
        Extension.MssOfClass(new RCNodeRecord(null), out shown);
        Check.Same("class, null", Optionals.OfClass(), shown);
        Extension.MssOfDefaultStruct(new RCAccumulatorRecord(null), out shown);
        Check.Same("struct, default", Optionals.OfDefaultStruct(), shown);
        Extension.MssOfArray(new RLIntegerItemRecordList(), out shown);
        Check.Same("array, null", Optionals.OfArray(), shown);
        return Check.Finish();
    }
}
