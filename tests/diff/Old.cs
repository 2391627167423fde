// The first version. The second, New.cs, has one change for each member whose name says it.
using System;

namespace Versions
{
    public class Kept
    {
        public int Same(int value) { return value; }
        public string Name { get; set; }
    }

    public class TypeRemoved { }
    public class TypeKind { }
    public class TypeSealed { public int Value(int x) { return x; } }
    public sealed class TypeUnsealed { public int Value(int x) { return x; } }
    public class TypeAbstract { public static int One() { return 1; } }
    public abstract class TypeConcrete { public static int One() { return 1; } }
    public class BaseA { }
    public class BaseB { }
    public class TypeBase : BaseA { }
    public class InterfaceLost : IDisposable { public void Dispose() { } }
    public class InterfaceGained { public void Dispose() { } }
    public class TypeObsolete { }

    public enum Underlying { A }
    public enum Colours { Red, Green, Blue }

    public interface IGrowing { void Old(); }
    public abstract class Growing { public abstract void Old(); }

    public class Methods
    {
        public static int Removed() { return 0; }
        public static int Returns() { return 0; }
        public static int Static() { return 0; }
        public int Instance() { return 0; }
        public virtual int VirtualLost() { return 0; }
        public int VirtualGained() { return 0; }
        public static int ParameterName(int before) { return before; }
        public static int Direction(ref int value) { return value; }
        public static int NowOptional(int value) { return value; }
        public static int NowMandatory(int value = 1) { return value; }
        public static int Default(int value = 1) { return value; }
        public static int DecimalDefault(decimal value = 1.50m) { return (int) value; }
        public static int ParamsLost(params int[] values) { return values.Length; }
        public static int ParamsGained(int[] values) { return values.Length; }
        public static int Obsolete() { return 0; }
        public static int ParameterType(int value) { return value; }
    }

    public class Properties
    {
        public int Type { get; set; }
        public int GetterLost { get; set; }
        public int GetterGained { set { } }
        public int SetterLost { get; set; }
        public int SetterGained { get { return 1; } }
        public static int Static { get { return 1; } }
        public int Removed { get { return 1; } }
    }

    public class Fields
    {
        public int Type;
        public int ReadOnly;
        public readonly int Writable;
        public int Removed;
        public const int Constant = 1;
        private int hidden;
        public int Hidden() { return hidden; }
    }

    public class Events
    {
        public event EventHandler Type { add { } remove { } }
        public event EventHandler Removed { add { } remove { } }
        public event EventHandler Static { add { } remove { } }
    }

    public class Record
    {
        public int Number { get; set; }
        public string Removed { get; set; }
    }

    public static class Actions
    {
        public static Record Read(Record record) { return record; }
    }
}
