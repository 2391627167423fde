using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Calls the extension that the profile wizard makes of RoundTrip.dll.</summary>
static class Program
{
    static readonly CssRoundTrip Extension = new CssRoundTrip();

    static int Main()
    {
        Instances();
        Basics();
        Objects();
        References();
        Inherited();
        return Check.Finish();
    }

    static void Instances()
    {
        var net = new Counter(5) { Step = 3, Prefix = "n" };
        Extension.MssCounterCreate(out var fresh);
        Extension.MssCounterValueGet(fresh, out var value);
        Check.Same("the first constructor", 0, value);
        Extension.MssCounterCreate1(5, out var counter);
        Extension.MssCounterStepSet(counter, 3);
        Extension.MssCounterStepGet(counter, out var step);
        Check.Same("a field", net.Step, step);
        Extension.MssCounterPrefixSet(counter, "n");
        Extension.MssCounterAdvance(counter, out var advanced);
        Check.Same("a method", net.Advance(), advanced);
        Extension.MssCounterValueGet(counter, out value);
        Check.Same("a property", net.Value, value);
        Extension.MssCounterCallsGet(counter, out var calls);
        Check.Same("a property without a setter", net.Calls, calls);
        Extension.MssCounterToString(counter, out var text);
        Check.Same("an override", net.ToString(), text);
        Extension.MssCounterFork(counter, out var fork);
        Extension.MssCounterCopyFrom(fresh, fork);
        Extension.MssCounterValueGet(fresh, out value);
        Check.Same("an object as an argument", net.Value, value);
        Extension.MssCounterReset(counter);
        net.Reset();
        Extension.MssCounterValueSet(fresh, 9);
        Extension.MssCounterValueGet(counter, out value);
        Check.Same("a method without a result", net.Value, value);
        Extension.MssSettingsLimitGet(out var limit);
        Check.Same("a field that is read only", Settings.Limit, limit);
        Extension.MssSettingsProductGet(out var product);
        Check.Same("a constant", Settings.Product, product);
        Extension.MssSettingsGreetingSet("Hi");
        Extension.MssSettingsGreet("Ann", out var greeting);
        Check.Same("a static field", Settings.Greet("Ann"), greeting);
        Check.Refuses<ArgumentException>("an object that is none",
            () => Extension.MssCounterAdvance(null, out advanced), "This_Counter");
    }

    static void Basics()
    {
        Extension.MssEchoOfString("é", out var text);
        Check.Same("Text", "é", text);
        Extension.MssEchoOfInt32(int.MinValue, out var integer);
        Check.Same("Integer", int.MinValue, integer);
        Extension.MssEchoOfInt64(long.MaxValue, out var longInteger);
        Check.Same("Long Integer", long.MaxValue, longInteger);
        Extension.MssEchoOfBoolean(true, out var boolean);
        Check.Same("Boolean", true, boolean);
        Extension.MssEchoOfDecimal(0.00000001m, out var number);
        Check.Same("Decimal", 0.00000001m, number);
        Extension.MssEchoOfDateTime(new DateTime(2024, 2, 29), out var date);
        Check.Same("Date Time", new DateTime(2024, 2, 29), date);
        Extension.MssEchoOfBytes(new byte[] { 0, 255 }, out var bytes);
        Check.Same("Binary Data", new byte[] { 0, 255 }, bytes);
    }

    static void Objects()
    {
        Extension.MssEchoOfDouble(1.5, out var ratio);
        Check.Same("a double", 1.5, ratio);
        Extension.MssEchoOfColor(Color.Blue, out var color);
        Check.Same("an enum", Color.Blue, color);
        Extension.MssEchoOfNullableInt32(null, out var nothing);
        Check.Same<object, object>("null", null, nothing);
        Extension.MssEchoOfNullableInt32(7, out var some);
        Check.Same("a value that may be null", 7, some);
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        Extension.MssEchoOfGuid(id, out var echoed);
        Check.Same("a struct", id, echoed);
        Extension.MssStructuresTurn(new Point { X = 1, Y = 2 }, out var turned);
        Check.Same("a struct of the library", Structures.Turn(new Point { X = 1, Y = 2 }), turned);
        Check.Refuses<ArgumentException>("an Object of another type", () => Extension.MssEchoOfDouble(1, out ratio), "EchoOfDouble: value", "System.Int32");
    }

    static void References()
    {
        Extension.MssParametersDivide(17, 5, out var remainder, out var quotient);
        Check.Same("out", Parameters.Divide(17, 5, out var netRemainder), quotient);
        Check.Same("what comes out", netRemainder, remainder);
        Extension.MssParametersSwap("a", "b", out var a, out var b);
        Check.Same("ref", "b a", a + " " + b);
        Extension.MssParametersDouble(new Point { X = 1, Y = 2 }, out var point);
        Check.Same("a struct by ref", new Point { X = 2, Y = 4 }, point);
    }

    static void Inherited()
    {
        Extension.MssCounterCreate(out var counter);
        Extension.MssCounterEquals(counter, counter, out var same);
        Check.Same("Equals", true, same);
        Extension.MssCounterGetHashCode(counter, out var hash);
        Check.Same("GetHashCode", counter.GetHashCode(), hash);
        Extension.MssCounterGetType(counter, out var type);
        Check.Same("GetType", typeof(Counter).FullName, ((Type) type).FullName);
    }
}
