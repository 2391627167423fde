using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Numbers of every type, at the ends of their ranges and beyond.</summary>
static class NumberChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        Whole();
        Beyond();
        Fractions();
        Nullables();
        Calculations();
    }

    static void Whole()
    {
        foreach (sbyte value in new sbyte[] { sbyte.MinValue, -1, 0, 1, sbyte.MaxValue })
        {
            Extension.MssOfSByte(value, out var result);
            Check.Same("SByte " + value, Echo.OfSByte(value), result);
        }
        foreach (byte value in new byte[] { 0, 1, byte.MaxValue })
        {
            Extension.MssOfByte(value, out var result);
            Check.Same("Byte " + value, Echo.OfByte(value), result);
        }
        foreach (short value in new short[] { short.MinValue, -1, 0, short.MaxValue })
        {
            Extension.MssOfInt16(value, out var result);
            Check.Same("Int16 " + value, Echo.OfInt16(value), result);
        }
        foreach (ushort value in new ushort[] { 0, 1, ushort.MaxValue })
        {
            Extension.MssOfUInt16(value, out var result);
            Check.Same("UInt16 " + value, Echo.OfUInt16(value), result);
        }
        foreach (int value in new[] { int.MinValue, -1, 0, int.MaxValue })
        {
            Extension.MssOfInt32(value, out var result);
            Check.Same("Int32 " + value, Echo.OfInt32(value), result);
        }
        foreach (uint value in new[] { 0u, 1u, uint.MaxValue })
        {
            Extension.MssOfUInt32(value, out var result);
            Check.Same("UInt32 " + value, Echo.OfUInt32(value), result);
        }
        foreach (long value in new[] { long.MinValue, -1, 0, long.MaxValue })
        {
            Extension.MssOfInt64(value, out var result);
            Check.Same("Int64 " + value, Echo.OfInt64(value), result);
            Extension.MssOfIntPtr(value, out var pointer);
            Check.Same("IntPtr " + value, Echo.OfIntPtr(new IntPtr(value)).ToInt64(), pointer);
        }
        foreach (ulong value in new[] { 0ul, 1ul, ulong.MaxValue })
        {
            Extension.MssOfUInt64(value, out var result);
            Check.Same("UInt64 " + value, Echo.OfUInt64(value), result);
            Extension.MssOfUIntPtr(value, out var pointer);
            Check.Same("UIntPtr " + value, Echo.OfUIntPtr(new UIntPtr(value)).ToUInt64(), pointer);
        }
    }

    static void Beyond()
    {
        int number;
        long large;
        decimal exact;
        foreach (int value in new[] { -129, 128, int.MaxValue })
            Check.Refuses<ArgumentException>("SByte beyond " + value, () => Extension.MssOfSByte(value, out number), "OfSByte: Value");
        foreach (int value in new[] { -1, 256, int.MinValue })
            Check.Refuses<ArgumentException>("Byte beyond " + value, () => Extension.MssOfByte(value, out number), "OfByte: Value");
        foreach (int value in new[] { -32769, 32768 })
            Check.Refuses<ArgumentException>("Int16 beyond " + value, () => Extension.MssOfInt16(value, out number), "OfInt16: Value");
        foreach (int value in new[] { -1, 65536 })
            Check.Refuses<ArgumentException>("UInt16 beyond " + value, () => Extension.MssOfUInt16(value, out number), "OfUInt16: Value");
        foreach (long value in new[] { -1L, 4294967296L })
            Check.Refuses<ArgumentException>("UInt32 beyond " + value, () => Extension.MssOfUInt32(value, out large), "OfUInt32: Value");
        foreach (decimal value in new[] { -1m, 18446744073709551616m })
        {
            Check.Refuses<ArgumentException>("UInt64 beyond " + value, () => Extension.MssOfUInt64(value, out exact), "OfUInt64: Value");
            Check.Refuses<ArgumentException>("UIntPtr beyond " + value, () => Extension.MssOfUIntPtr(value, out exact), "OfUIntPtr: Value");
        }
        Check.Refuses<ArgumentException>("TimeSpan beyond", () => Extension.MssOfTimeSpan(922337203686m, out exact), "OfTimeSpan: Value");
        Check.Refuses<ArgumentException>("nullable Byte beyond", () => Extension.MssOfNullableByte(256, out number), "OfNullableByte: Value");
    }

    static void Fractions()
    {
        decimal[] exact = { decimal.MinValue, -1, 0, 0.00000001m, 4.5m, 1013.37m, decimal.MaxValue };
        foreach (decimal value in exact)
        {
            Extension.MssOfDecimal(value, out var result);
            Check.Same("Decimal " + value, Echo.OfDecimal(value), result);
        }
        // The last four need 15, 16 and 17 digits.
        decimal[] real = { -1, 0, 0.1m, 4.5m, 1e15m, -0.00000001m, 123456789.012345m, 9007199254740991m, 123456789012.34567m, 0.30000000000000004m };
        foreach (decimal value in real)
        {
            Extension.MssOfDouble(value, out var result);
            Check.Same("Double " + value, value, result);
            Check.Same("Double " + value + " by the DLL", Echo.OfDouble((double) value), result);
        }
        // The last three need 7, 8 and 9 digits.
        foreach (decimal value in new[] { -1, 0, 0.1m, 4.5m, 1e15m, 1234.567m, 16777215m, 0.100000024m })
        {
            Extension.MssOfSingle(value, out var result);
            Check.Same("Single " + value, Echo.OfSingle((float) value), result);
        }
        // From the shortest span to the longest, one tick each.
        foreach (long ticks in new[] { long.MinValue, -1, 0, 1, 10000001, long.MaxValue })
        {
            Extension.MssOfTimeSpan(ticks / 10000000m, out var result);
            Check.Same("TimeSpan of " + ticks + " ticks", Echo.OfTimeSpan(new TimeSpan(ticks)), result);
        }
    }

    static void Nullables()
    {
        foreach (int value in new[] { int.MinValue, -1, 0, 1 })
        {
            int? number = value == 0 ? (int?) null : value;
            Extension.MssOfNullableInt32(value, out var result);
            Check.Same("nullable Int32 " + value, Echo.OfNullableInt32(number), result);
            Extension.MssDescribe(value, out var description);
            Check.Same("nullable Int32 " + value + " seen by the DLL", Scalars.Describe(number), description);
        }
        foreach (decimal value in new[] { 0m, -0.5m, decimal.MaxValue })
        {
            Extension.MssOfNullableDecimal(value, out var result);
            Check.Same("nullable Decimal " + value, Echo.OfNullableDecimal(value == 0 ? (decimal?) null : value), result);
        }
        foreach (decimal value in new[] { 0m, -0.5m, 1e15m })
        {
            Extension.MssOfNullableDouble(value, out var result);
            Check.Same("nullable Double " + value, Echo.OfNullableDouble(value == 0 ? (double?) null : (double) value), result);
            Extension.MssOfNullableTimeSpan(value / 1000000, out var span);
            Check.Same("nullable TimeSpan " + value, Echo.OfNullableTimeSpan(value == 0 ? (TimeSpan?) null : new TimeSpan((long) (value * 10))), span);
        }
        foreach (byte value in new byte[] { 0, 255 })
        {
            Extension.MssOfNullableByte(value, out var result);
            Check.Same("nullable Byte " + value, Echo.OfNullableByte(value == 0 ? (byte?) null : value), result);
        }
        foreach (bool value in new[] { false, true })
        {
            Extension.MssOfNullableBoolean(value, out var result);
            Check.Same("nullable Boolean " + value, Echo.OfNullableBoolean(value ? (bool?) true : null), result);
            Extension.MssOfBoolean(value, out result);
            Check.Same("Boolean " + value, Echo.OfBoolean(value), result);
            Extension.MssNot(value, out result);
            Check.Same("Not " + value, Scalars.Not(value), result);
        }
    }

    static void Calculations()
    {
        Extension.MssScalarsAdd_Int32_Int32(2, 3, out var sum);
        Check.Same("Add of Int32", Scalars.Add(2, 3), sum);
        Check.SameFailure("Add of Int32 that overflows", () => Scalars.Add(int.MaxValue, 1), () => Extension.MssScalarsAdd_Int32_Int32(int.MaxValue, 1, out sum));
        Extension.MssScalarsAdd(0.1m, 0.2m, out var exact);
        Check.Same("Add of Decimal", Scalars.Add(0.1m, 0.2m), exact);
        Check.SameFailure("Add of Decimal that overflows", () => Scalars.Add(decimal.MaxValue, 1m), () => Extension.MssScalarsAdd(decimal.MaxValue, 1, out exact));

        Extension.MssScalarsDivide(1, 8, out var quotient);
        Check.Same("Divide", Scalars.Divide(1, 8), quotient);
        Extension.MssAddAsync(2, -5, out var later);
        Check.Same("AddAsync", Scalars.AddAsync(2, -5).Result, later);
        // It has nothing to give: to come back is all.
        Extension.MssWait();
        Check.Refuses<OverflowException>("Divide to infinity", () => Extension.MssScalarsDivide(1, 0, out quotient), "Infinity");
        Check.Refuses<OverflowException>("Divide to no number", () => Extension.MssScalarsDivide(0, 0, out quotient), "NaN");
        Check.Refuses<OverflowException>("Divide to more than a Decimal", () => Extension.MssScalarsDivide(decimal.MaxValue, 0.1m, out quotient));
    }
}
