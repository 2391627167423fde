// Every kind of value that a custom attribute can hold.
using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

public enum Small : byte { X = 200 }

public enum Large : long { Y = -5 }

public class Outer<T>
{
    public enum Inner : short { Z = 3 }

    public class Nested { }
}

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public class ValueAttribute : Attribute
{
    public object O;
    public Small[] Smalls;
    public int I;
    public string S;
    public DayOfWeek Day;
    public DayOfWeek[] Days;

    public ValueAttribute(params object[] values) { }
    public ValueAttribute(Type type, Small small, Large large) { }
    public ValueAttribute(Small[] smalls, Type[] types, string[] strings) { }
    public ValueAttribute(Outer<int>.Inner inner) { }
    public ValueAttribute(char c, float f, double d, sbyte s, ushort u, ulong ul) { }

    public Type T { get; set; }
    public object[] Objects { get; set; }
    public Large Large { get; set; }
    public object N { get; set; }
}

[Value(1, "x\u00e9\U0001f600", null, typeof(int), Small.X, Large.Y, new[] { 1, 2 }, new object[] { 'c', 1.5f, null, new[] { Small.X } }, DayOfWeek.Friday)]
[Value(typeof(Dictionary<string, List<int[]>>), Small.X, Large.Y)]
[Value(typeof(Outer<int>.Nested), Small.X, Large.Y)]
[Value(typeof(Outer<>.Nested), Small.X, Large.Y)]
[Value(typeof(int*), Small.X, Large.Y)]
[Value(typeof(int[,]), Small.X, Large.Y)]
[Value((Type)null, Small.X, Large.Y)]
[Value(typeof(void), Small.X, Large.Y)]
[Value(typeof(KeyValuePair<Small, Target>), Small.X, Large.Y)]
[Value(new Small[0], null, new[] { null, "", @"q\" })]
[Value((Small[])null, new[] { typeof(string), null, typeof(Target), typeof(Outer<Target>), typeof(Target[][]) }, null)]
[Value((object[])null)]
[Value(new object[0])]
[Value((object)null)]
[Value(O = Small.X, Smalls = new[] { Small.X }, T = typeof(Target), Objects = new object[] { Large.Y, typeof(Large), null }, I = -1, S = null, Large = Large.Y, Day = DayOfWeek.Monday, Days = new[] { DayOfWeek.Sunday }, N = null)]
[Value('\uffff', float.NaN, double.NegativeInfinity, -1, 65535, ulong.MaxValue)]
[Value(Outer<int>.Inner.Z)]
[Value(O = Outer<int>.Inner.Z)]
[Value(O = new[] { Outer<string>.Inner.Z })]
[Value(O = typeof(List<>))]
[Value(O = typeof(Regex), T = typeof(List<Regex>))]
[Value(O = RegexOptions.Compiled)]
public struct Target
{
    public const string Lone = "\udc00x\0";
    public const decimal Decimal = 1.5m;

    [Value]
    public void M([Value(1)] ref int x, [Value(2)] params int[] y) { }

    [return: Value(3)]
    public int R<[Value(4)] T>() where T : class, IDisposable, new() { return 0; }
}
