using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Constructs
{
    /// <summary>Methods that take or give what only .NET knows.</summary>
    public static class Unusual
    {
        public static int Apply(Transform transform, int value)
        {
            return transform(value);
        }

        public static void Run(Action action, Func<int, string> format = null)
        {
            action();
        }

        public static T Identity<T>(T value)
        {
            return value;
        }

        public static T Make<T>()
            where T : class, new()
        {
            return new T();
        }

        public static unsafe int Dereference(int* pointer)
        {
            return *pointer;
        }

        public static unsafe void* Nowhere()
        {
            return null;
        }

        public static IntPtr Handle(UIntPtr handle)
        {
            return (IntPtr) (long) handle;
        }

        public static Type TypeOf(TypedReference reference)
        {
            return __reftype(reference);
        }

        public static int CountArguments(__arglist)
        {
            return new ArgIterator(__arglist).GetRemainingCount();
        }

        public static string Concatenate(string separator, params object[] parts)
        {
            return string.Join(separator, parts);
        }

        public static object Anything(object value)
        {
            return value;
        }

        public static dynamic Whatever(dynamic value)
        {
            return value;
        }

        public static Type WellKnown(Exception exception)
        {
            return exception.GetType();
        }

        [DllImport("native", EntryPoint = "answer")]
        public static extern int NativeAnswer(int question);
    }

    /// <summary>Members that are not methods.</summary>
    public class Members
    {
        readonly Dictionary<string, int> numbers = new Dictionary<string, int>();

        public event EventHandler Changed;

        public event Transform Transforming
        {
            add { }
            remove { }
        }

        public static event EventHandler<UnhandledExceptionEventArgs> Failed;

        public int this[string name]
        {
            get
            {
                return numbers[name];
            }
            set
            {
                numbers[name] = value;
                Changed?.Invoke(this, EventArgs.Empty);
            }
        }

        public string this[int row, int column]
        {
            get { return row + ":" + column; }
        }

        public int ReadOnly
        {
            get { return numbers.Count; }
        }

        public int WriteOnly
        {
            set { numbers[""] = value; }
        }

        public int PrivateSetter { get; private set; }

        public int ProtectedGetter { protected get; set; }

        public int Field;

        public readonly int ReadOnlyField = 1;

        public static int StaticField;

        public static readonly int StaticReadOnlyField = 2;

        public volatile int VolatileField;

        public static int StaticProperty { get; set; }

        protected int ProtectedField;

        protected int ProtectedMethod()
        {
            return ProtectedField;
        }

        protected internal int ProtectedInternalMethod()
        {
            return ProtectedField;
        }

        internal int InternalMethod()
        {
            PrivateSetter = ProtectedGetter;
            Failed?.Invoke(this, null);
            return PrivateSetter;
        }

        public virtual int Virtual()
        {
            return 1;
        }

        public override bool Equals(object other)
        {
            return ReferenceEquals(this, other);
        }

        public override int GetHashCode()
        {
            return 0;
        }

        /// <summary>Overridden, and documented: it is meant to be called.</summary>
        public override string ToString()
        {
            return "members";
        }

        ~Members()
        {
            numbers.Clear();
        }
    }

    /// <summary>Overrides and hides.</summary>
    public class DerivedMembers : Members
    {
        public override int Virtual()
        {
            return 2;
        }

        public new string Field;

        public override string ToString()
        {
            return "derived " + Field;
        }
    }

    /// <summary>Operators and conversions.</summary>
    public struct Vector
    {
        public double X;
        public double Y;

        public static Vector operator +(Vector a, Vector b)
        {
            return new Vector { X = a.X + b.X, Y = a.Y + b.Y };
        }

        public static Vector operator -(Vector a)
        {
            return new Vector { X = -a.X, Y = -a.Y };
        }

        public static bool operator ==(Vector a, Vector b)
        {
            return a.X == b.X && a.Y == b.Y;
        }

        public static bool operator !=(Vector a, Vector b)
        {
            return !(a == b);
        }

        public static bool operator true(Vector a)
        {
            return a.X != 0 || a.Y != 0;
        }

        public static bool operator false(Vector a)
        {
            return a.X == 0 && a.Y == 0;
        }

        public static implicit operator Vector(double x)
        {
            return new Vector { X = x };
        }

        public static explicit operator double(Vector a)
        {
            return a.X;
        }

        public override bool Equals(object other)
        {
            return other is Vector && this == (Vector) other;
        }

        public override int GetHashCode()
        {
            return X.GetHashCode() ^ Y.GetHashCode();
        }
    }

    /// <summary>Implements interfaces so that only they show it.</summary>
    public class ExplicitlyImplemented : IShape, IDisposable, IStore<string>
    {
        double IShape.Area
        {
            get { return 1; }
        }

        void IShape.Scale(double factor)
        {
        }

        void IDisposable.Dispose()
        {
        }

        string IStore<string>.Load(int id)
        {
            return "";
        }

        void IStore<string>.Save(int id, string item)
        {
        }
    }

    /// <summary>Members that ask not to be called.</summary>
    public static class Discouraged
    {
        /// <summary>Adds one.</summary>
        [Obsolete]
        public static int Old(int value)
        {
            return value + 1;
        }

        /// <summary>Adds two.</summary>
        [Obsolete("Call Unusual.Anything instead.")]
        public static int Older(int value)
        {
            return value + 2;
        }

        /// <summary>Adds three.</summary>
        [Obsolete("It was never right.", true)]
        public static int Oldest(int value)
        {
            return value + 3;
        }

        /// <summary>Adds four.</summary>
        [EditorBrowsable(EditorBrowsableState.Never)]
        public static int Unseen(int value)
        {
            return value + 4;
        }

        /// <summary>Adds five.</summary>
        [EditorBrowsable(EditorBrowsableState.Advanced)]
        public static int Advanced(int value)
        {
            return value + 5;
        }

        [Description("Adds six. Described by an attribute.")]
        public static int Described(int value)
        {
            return value + 6;
        }
    }

    /// <summary>An obsolete class.</summary>
    [Obsolete("Use Node.", true)]
    public class ObsoleteClass
    {
        public int Value { get; set; }
    }

    /// <summary>Extension methods.</summary>
    public static class Extensions
    {
        public static string Shout(this string text)
        {
            return text.ToUpperInvariant() + "!";
        }

        public static int Depth(this Node node)
        {
            return node.Parent == null ? 0 : 1 + node.Parent.Depth();
        }
    }

    /// <summary>One name, many signatures.</summary>
    public static class Overloads
    {
        public static string Show(int value)
        {
            return "int";
        }

        public static string Show(string value)
        {
            return "string";
        }

        public static string Show(decimal value)
        {
            return "decimal";
        }

        public static string Show(int value, string format)
        {
            return "int, string";
        }

        public static string Show(int[] value)
        {
            return "int[]";
        }

        public static string Show(int? value)
        {
            return "int?";
        }

        public static string Show(ref int value)
        {
            return "ref int";
        }
    }

    /// <summary>Several constructors, one of them static.</summary>
    public class Constructors
    {
        static Constructors()
        {
            Created = 0;
        }

        public static int Created { get; private set; }

        readonly string made;

        public Constructors()
            : this("nothing")
        {
        }

        public Constructors(int number)
            : this(number.ToString())
        {
        }

        public Constructors(string text)
        {
            made = "from " + text;
            Created++;
        }

        protected Constructors(bool flag)
            : this(flag.ToString())
        {
        }

        public string Made()
        {
            return made;
        }
    }
}
