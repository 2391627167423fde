// Public surfaces that are legal and make it hard to write code that calls them.

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;

namespace Awkward
{
    // Names that mean something else where they are used.
    public class @class
    {
        object state;

        public object @object() { return state; }
        public int @new(int @int, string @event, bool @params) { return @int; }
        public int @for { get; set; }
    }

    public class Enum { public static int TryParse(int DateTime) { return DateTime; } }

    public class String { public string Value; public static String Of(string Decimal) { return null; } }

    public class Object { public int X; public static Object Make(object value) { return null; } }

    public class Variables
    {
        public int value;
        public int record;
        public int item;
        public List<int> list;

        public static Variables Echo(Variables instance, int result, int copy, out int net) { net = 1; return instance; }
    }

    public class Clashes
    {
        public int a;
        public int A;
        public int _a;
        public int m_a { get; set; }

        public static void Parameters(int a, int A, int _a, Clashes m_a) { }
        public static int Results(int result, out int returnValue, ref int returned) { return returnValue = 1; }
    }

    public class Größe { public int Länge { get; set; } public static int 計算(Größe 値, int 直) { return 直; } }

    // Members that hide others.
    public class Hiding
    {
        object state;

        public object State() { return state; }
        public int Item() { return 1; }
        public string Name { get; set; }
        public int Field;
    }

    public class Hides : Hiding
    {
        public new class Item { public int Q; }
        public new int Name { get; set; }
        private new string Field() { return base.Name; }
        public string Own() { return Field(); }
    }

    public class HiddenState { public int V { get; set; } }
    public class HidesState : HiddenState { public new string V { get; set; } }
    public class HidesByMethod : HiddenState { public new int V() { return 1; } }
    public class HidesByType : HiddenState { public new class V { public int Q; } }

    public class HidingUses
    {
        public static HidesState State(HidesState x) { return x; }
        public static HidesByMethod Method(HidesByMethod x) { return x; }
        public static HidesByType Type(HidesByType x) { return x; }
        public static HidesByType.V Nested(HidesByType.V x) { return x; }
    }

    // Accessors of different kinds.
    public class Accessors
    {
        object state;

        public object State() { return state; }
        public int GetOnly { get; private set; }
        public int SetOnly { private get; set; }
        public int Inherited { get; protected set; }
        public int Assembly { protected get; set; }
        public virtual int Virtual { get; set; }
        public static int Static { get; private set; }
    }

    public class OverridesGetter : Accessors { public override int Virtual { get { return 1; } } }
    public class OverridesSetter : Accessors { public override int Virtual { set { } } }

    // What the compiler refuses.
    [Obsolete("gone", true)] public class Gone { public int X; }

    [Obsolete("going")] public class Going { public int X { get; set; } }

    public class Obsolescence
    {
        object state;

        public object State() { return state; }
        [Obsolete("gone", true)] public int Method() { return 1; }
        [Obsolete("going")] public Going Use(Going x) { return x; }
        public int Overloaded(int x) { return x; }
        [Obsolete("gone", true)] public int Overloaded(long x) { return 1; }
    }

    public struct GonePart { public int A; [Obsolete("gone", true)] public int B; }
    public class GoneConstructor { public int A { get; set; } [Obsolete("gone", true)] public GoneConstructor() { } }

    public class ObsolescenceUses
    {
        public static GonePart Part(GonePart x) { return x; }
        public static GoneConstructor Constructor(GoneConstructor x) { return x; }
    }

    // Overloads that take what looks alike to a caller.
    public class Overloads
    {
        object state;

        public object State() { return state; }
        public int M(int x) { return 1; }
        public int M(short x) { return 1; }
        public int M(ulong x) { return 1; }
        public int M(int? x) { return 1; }
        public int M(double x) { return 1; }
        public int M(decimal x) { return 1; }
        public int M(char x) { return 1; }
        public int M(string x) { return 1; }
        public int M(char[] x) { return 1; }
        public int M(byte[] x) { return 1; }
        public int M(Stream x) { return 1; }
        public int M(Uri x) { return 1; }
        public int M(object x) { return 1; }
        public int M(DayOfWeek x) { return 1; }
        public int M(DayOfWeek? x) { return 1; }
        public int M(IEnumerable<int> x) { return 1; }
        public int M(List<int> x) { return 1; }
        public int M(params int[] x) { return 1; }
        public int M(ref int x) { return 1; }
        public int M(out long x) { x = 1; return 1; }

        public int OptionalDelegate(Action x = null) { return 1; }
        public int OptionalDelegate(string x = null) { return 1; }
        public int OnlyOptional(int a, Action b = null, int c = 5, DayOfWeek d = (DayOfWeek) 77) { return 1; }
    }

    // Structs and enums at their limits.
    public struct Handle
    {
        int state;

        public int Get() { return state; }
        public int Property { get { return state * 2; } set { state = value / 2; } }
    }

    public enum Wide : ulong { Most = ulong.MaxValue, None = 0 }
    [Flags] public enum Narrow : sbyte { None, A = 1, a = 2 }
    public enum Empty { }

    public class Holds
    {
        object state;

        public object State() { return state; }
        public Handle Field;
        public Handle Property { get; set; }
        public readonly Handle ReadOnly;
        public static Handle Static;
        public Handle? Nullable(Handle? a, Handle b = default(Handle)) { return a; }
        public Narrow?[] Enums(Wide a, Narrow? b, List<Empty> c) { return null; }
    }

    public class Node { public Node Next { get; set; } public List<Node> Kids { get; set; } }
    public class OutputOnly { public int A { get; private set; } }

    public class Nesting
    {
        public static List<List<List<string>>> Lists(string[][] a, byte[][] b, int[,] c, Node[] d) { return null; }
        public static List<OutputOnly> Outputs(OutputOnly a, List<OutputOnly> b) { return b; }
        public static Dictionary<string, List<Handle>> Generic(Lazy<int> a, KeyValuePair<string, int> b) { return null; }
    }

    // Bases that are elsewhere, or generic.
    public class Derived : Dependency.Base
    {
        public int Overloaded(long x) { return 2; }
        public new class Hidden { public int Q; }
    }

    public class Closed : Dependency.GenericBase<int> { public override int Echo(int value) { return 2; } }
    public class Implements : Dependency.IContract { public int Method(int x) { return x; } }
    public class Generic<T> { object state; public object State() { return state; } public T Echo(T x) { return x; } }
    public class ClosedGeneric : Generic<List<int>> { }

    public class DependencyUses
    {
        object state;

        public object State() { return state; }
        public Dependency.Data Data(Dependency.Data a, Dependency.GenericBase<string> b) { return a; }
        public int Overloaded(int x) { return x; }
        public int Overloaded(Dependency.Data x) { return 1; }
    }
}

// Namespaces that the platform has, too, and names that generated code starts with.
namespace RuntimePublic { public class A { public int X; public static A Echo(A a) { return a; } } }
namespace value { public class B { public int X; public static B Echo(B b, List<B> l) { return b; } } }
namespace ToFrom { public class To { public int X; public static To From(To to) { return to; } } }

public class NoNamespace { public int A; public static NoNamespace Echo(NoNamespace n, En e) { return n; } public enum En { A } }
public class Convert { public static double ToDouble(double x) { return x; } }
public class ArgumentException { }
