// The second version of Old.cs.
using System;

namespace Versions
{
    public class Kept
    {
        public int Same(int value) { return value; }
        public string Name { get; set; }
    }

    public class TypeAdded { }
    public struct TypeKind { }
    public sealed class TypeSealed { public int Value(int x) { return x; } }
    public class TypeUnsealed { public int Value(int x) { return x; } }
    public abstract class TypeAbstract { public static int One() { return 1; } }
    public class TypeConcrete { public static int One() { return 1; } }
    public class BaseA { }
    public class BaseB { }
    public class TypeBase : BaseB { }
    public class InterfaceLost { public void Dispose() { } }
    public class InterfaceGained : IDisposable { public void Dispose() { } }
    [Obsolete] public class TypeObsolete { }

    public enum Underlying : long { A }
    public enum Colours { Red, Green = 5, Violet = 6 }

    public interface IGrowing { void Old(); void Added(); }
    public abstract class Growing { public abstract void Old(); public abstract void Added(); }

    public class Methods
    {
        public static int Added() { return 0; }
        public static long Returns() { return 0; }
        public int Static() { return 0; }
        public static int Instance() { return 0; }
        public int VirtualLost() { return 0; }
        public virtual int VirtualGained() { return 0; }
        public static int ParameterName(int after) { return after; }
        public static int Direction(out int value) { return value = 1; }
        public static int NowOptional(int value = 1) { return value; }
        public static int NowMandatory(int value) { return value; }
        public static int Default(int value = 2) { return value; }
        public static int DecimalDefault(decimal value = -0.05m) { return (int) value; }
        public static int ParamsLost(int[] values) { return values.Length; }
        public static int ParamsGained(params int[] values) { return values.Length; }
        [Obsolete] public static int Obsolete() { return 0; }
        public static int ParameterType(long value) { return (int) value; }
    }

    public class Properties
    {
        public long Type { get; set; }
        public int GetterLost { set { } }
        public int GetterGained { get; set; }
        public int SetterLost { get { return 1; } }
        public int SetterGained { get; set; }
        public int Static { get { return 1; } }
        public int Added { get { return 1; } }
    }

    public class Fields
    {
        public long Type;
        public readonly int ReadOnly;
        public int Writable;
        public int Added;
        public const int Constant = 2;
        private int hidden;
        public int Hidden() { return hidden; }
    }

    public class Events
    {
        public event EventHandler<EventArgs> Type { add { } remove { } }
        public event EventHandler Added { add { } remove { } }
        public static event EventHandler Static { add { } remove { } }
    }

    public class Record
    {
        public long Number { get; set; }
        public string Added { get; set; }
    }

    public static class Actions
    {
        public static Record Read(Record record) { return record; }
    }
}
