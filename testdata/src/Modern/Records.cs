namespace Modern;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>A record with positional members.</summary>
public record Person(string Name, DateOnly Born, string? Nickname = null)
{
    /// <summary>Says who it is.</summary>
    public string Describe() => $"{Name} ({Nickname ?? "-"}) {Born:yyyy-MM-dd}";
}

/// <summary>A record that derives from another.</summary>
public record Employee(string Name, DateOnly Born, decimal Salary) : Person(Name, Born);

/// <summary>A record that is a struct.</summary>
public readonly record struct Point(int X, int Y)
{
    /// <summary>Measures the way to the origin along the axes.</summary>
    public int Distance() => Math.Abs(X) + Math.Abs(Y);
}

/// <summary>A record struct that can be changed.</summary>
public record struct Counter(int Value)
{
    /// <summary>Goes one step.</summary>
    public void Step() => Value++;

    /// <summary>Leaves everything as it is.</summary>
    public readonly int Peek() => Value;
}

/// <summary>Set once, when it is made.</summary>
public class Settings
{
    public required string Host { get; init; }
    public int Port { get; init; } = 80;
    public required IReadOnlyList<string> Tags { get; init; }
}

/// <summary>A class with a primary constructor.</summary>
public class Greeter(string greeting)
{
    /// <summary>Greets somebody.</summary>
    public string Greet(string name) => $"{greeting}, {name}!";
}

/// <summary>Has a member with a body.</summary>
public interface IShape
{
    /// <summary>Measures it.</summary>
    double Area();

    /// <summary>Names it.</summary>
    string Title() => "A shape of " + Area().ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A shape.</summary>
public sealed class Circle : IShape
{
    readonly double radius;

    /// <summary>Makes a circle.</summary>
    public Circle(double radius) => this.radius = radius;

    /// <summary>Measures it.</summary>
    public double Area() => 3 * radius * radius;
}

/// <summary>Records in and out.</summary>
public static class Records
{
    /// <summary>Makes somebody a year older.</summary>
    public static Person Age(Person person) => person with { Born = person.Born.AddYears(-1) };

    /// <summary>Hires somebody.</summary>
    public static Employee Hire(Person person, decimal salary) => new(person.Name, person.Born, salary);

    /// <summary>Turns a point by a quarter.</summary>
    public static Point Turn(Point point) => new(-point.Y, point.X);

    /// <summary>Moves to another port.</summary>
    public static Settings Move(Settings settings, int port) => new() { Host = settings.Host, Port = port, Tags = [.. settings.Tags, "moved"] };

    /// <summary>Finds nobody.</summary>
    public static Person? Nobody() => null;

    /// <summary>Sorts points.</summary>
    public static Point[] Sort(params Point[] points) => [.. points.OrderBy(point => point.Distance())];

    /// <summary>Makes a circle.</summary>
    public static IShape MakeShape(double radius) => new Circle(radius);

    /// <summary>Is generic over numbers: nothing for OutSystems.</summary>
    public static T Sum<T>(IEnumerable<T> values) where T : System.Numerics.INumber<T> => values.Aggregate(T.Zero, (a, b) => a + b);
}

/// <summary>Has static members that only its implementations have.</summary>
public interface IMeasure<TSelf> where TSelf : IMeasure<TSelf>
{
    /// <summary>Makes one.</summary>
    static abstract TSelf Make(double value);

    /// <summary>Adds two.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);
}

/// <summary>Lives on the stack.</summary>
public ref struct Window
{
    /// <summary>What is seen.</summary>
    public ReadOnlySpan<int> Items;
}

// Nobody outside of the file can see it.
file class Hidden
{
    public int Number { get; set; }
}

/// <summary>Uses what nobody can see.</summary>
public static class Facade
{
    /// <summary>Gives a number.</summary>
    public static int Number() => new Hidden { Number = 42 }.Number;

    /// <summary>Looks through a window: nothing for OutSystems.</summary>
    public static int First(Window window) => window.Items[0];
}
