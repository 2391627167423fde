using System;
using System.Collections.Generic;

namespace Constructs
{
    /// <summary>A delegate.</summary>
    public delegate int Transform(int value);

    /// <summary>A generic delegate.</summary>
    public delegate TResult Transform<in T, out TResult>(T value);

    /// <summary>An interface.</summary>
    public interface IShape
    {
        /// <summary>Gets the area.</summary>
        double Area { get; }

        /// <summary>Makes the shape larger.</summary>
        void Scale(double factor);
    }

    /// <summary>A generic interface.</summary>
    public interface IStore<T>
    {
        T Load(int id);
        void Save(int id, T item);
    }

    /// <summary>An abstract class.</summary>
    public abstract class Shape : IShape
    {
        public abstract double Area { get; }
        public abstract void Scale(double factor);

        /// <summary>A static member of an abstract class.</summary>
        public static Shape Unit()
        {
            return new Square(1);
        }

        /// <summary>An instance member of an abstract class that is not abstract.</summary>
        public bool IsLargerThan(Shape other)
        {
            return Area > other.Area;
        }
    }

    /// <summary>A class that inherits.</summary>
    public sealed class Square : Shape
    {
        double side;

        public Square(double side)
        {
            this.side = side;
        }

        public override double Area
        {
            get { return side * side; }
        }

        public override void Scale(double factor)
        {
            side *= factor;
        }
    }

    /// <summary>A generic class.</summary>
    public class Page<T>
    {
        public int Number { get; set; }
        public List<T> Items { get; set; }

        public T First()
        {
            return Items[0];
        }

        /// <summary>A class within a generic class.</summary>
        public class Cursor
        {
            public int Position { get; set; }
        }
    }

    /// <summary>A generic structure with two parameters and a constraint.</summary>
    public struct Pair<TFirst, TSecond>
        where TSecond : struct
    {
        public TFirst First;
        public TSecond Second;
    }

    /// <summary>Closed generic types in signatures.</summary>
    public static class ClosedGenerics
    {
        public static Page<Node> Nodes(int number)
        {
            return new Page<Node> { Number = number, Items = new List<Node>() };
        }

        public static Pair<string, int> PairOf(string first, int second)
        {
            return new Pair<string, int> { First = first, Second = second };
        }

        public static int PositionOf(Page<string>.Cursor cursor)
        {
            return cursor.Position;
        }

        public static string LoadFrom(IStore<string> store, int id)
        {
            return store.Load(id);
        }
    }

    /// <summary>A class with types inside.</summary>
    public class Outer
    {
        /// <summary>Reachable.</summary>
        public class Inner
        {
            public int Depth { get; set; }

            /// <summary>Reachable, too.</summary>
            public enum Level
            {
                Low,
                High
            }
        }

        internal class Hidden
        {
            /// <summary>Public in a type that is not: out of reach.</summary>
            public class Unreachable
            {
                public int Depth { get; set; }
            }
        }

        /// <summary>For derived classes only.</summary>
        protected class Inherited
        {
            public int Depth { get; set; }
        }

        public Inner.Level LevelOf(Inner inner)
        {
            return inner.Depth > 10 ? Inner.Level.High : Inner.Level.Low;
        }
    }

    /// <summary>Refers to itself.</summary>
    public class Node
    {
        public string Name { get; set; }
        public Node Parent { get; set; }
        public List<Node> Children { get; set; }
    }

    /// <summary>Refers to <see cref="Employee"/>, which refers back.</summary>
    public class Department
    {
        public string Name { get; set; }
        public Employee Head { get; set; }
        public Employee[] Staff { get; set; }
    }

    /// <summary>Refers to <see cref="Department"/>, which refers back.</summary>
    public class Employee
    {
        public string Name { get; set; }
        public Department Department { get; set; }
    }

    /// <summary>Functions over types that refer to themselves.</summary>
    public static class Graphs
    {
        public static int Count(Node root)
        {
            int count = 1;
            if (root.Children != null)
                foreach (Node child in root.Children)
                    count += Count(child);
            return count;
        }

        public static Department DepartmentOf(Employee employee)
        {
            return employee.Department;
        }
    }

    /// <summary>A class without any member.</summary>
    public class Empty
    {
    }

    /// <summary>A structure without any member.</summary>
    public struct EmptyStruct
    {
    }

    /// <summary>A class with static members only that is not marked static.</summary>
    public class OnlyStatics
    {
        public static int Shared;

        public static string Version { get; set; }

        public static int Twice(int number)
        {
            return 2 * number;
        }
    }

    /// <summary>Cannot be created from outside.</summary>
    public sealed class Singleton
    {
        Singleton()
        {
        }

        /// <summary>A field that cannot be set, of the type that declares it.</summary>
        public static readonly Singleton Instance = new Singleton();

        public int Answer()
        {
            return 42;
        }
    }

    /// <summary>A structure that its own methods change.</summary>
    public struct Accumulator
    {
        public decimal Sum;
        public int Count;

        public void Add(decimal value)
        {
            Sum += value;
            Count++;
        }

        public decimal Average()
        {
            return Sum / Count;
        }
    }

    /// <summary>A structure whose state nobody sees.</summary>
    public struct Secret
    {
        readonly string text;

        public Secret(string text)
        {
            this.text = text;
        }

        public bool Matches(string other)
        {
            return text == other;
        }
    }

    /// <summary>A class of fields that only its constructor sets.</summary>
    public class ReadOnlyFields
    {
        public readonly int Width;
        public readonly int Height;

        public ReadOnlyFields(int width, int height)
        {
            Width = width;
            Height = height;
        }
    }

    /// <summary>A class that can be read but not built: its constructor tells nothing.</summary>
    public class OutputOnly
    {
        internal OutputOnly(int total)
        {
            Total = total;
        }

        public int Total { get; private set; }

        public static OutputOnly Of(int total)
        {
            return new OutputOnly(total);
        }
    }

    /// <summary>An exception.</summary>
    [Serializable]
    public class ConstructException : Exception
    {
        public ConstructException(string message, int code)
            : base(message)
        {
            Code = code;
        }

        public int Code { get; }
    }

    /// <summary>An attribute.</summary>
    [AttributeUsage(AttributeTargets.All)]
    public sealed class MarkAttribute : Attribute
    {
        public MarkAttribute(string text)
        {
            Text = text;
        }

        public string Text { get; }
    }

    /// <summary>A collection with a name: a list and a structure at once.</summary>
    public class NodeCollection : List<Node>
    {
        public string Title { get; set; }
    }
}
