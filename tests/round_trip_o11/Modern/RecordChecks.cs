using System;
using System.Linq;
using Modern;

/// <summary>Records, and what else is new in types.</summary>
static class RecordChecks
{
    public static void Run()
    {
        foreach (Person person in new[] { new Person("Ann", new DateOnly(2000, 2, 29)), new Person("日本", new DateOnly(1999, 12, 31), "Jo") })
        {
            Check.Same("Age " + person.Name, Records.Age(person), Platform.Call("Age", person));
            Check.Same("Describe " + person.Name, person.Describe(), Platform.Call("Describe", person));
            Check.Same("Hire " + person.Name, Records.Hire(person, 1.5m), Platform.Call("Hire", person, 1.5m));
        }
        Check.Same("Nobody", Records.Nobody(), Platform.Call("Nobody"));

        var point = new Point(3, -4);
        Check.Same("PointCreate", point, Platform.Call("PointCreate", 3, -4));
        Check.Same("Turn", Records.Turn(point), Platform.Call("Turn", point));
        Check.Same("Distance", point.Distance(), Platform.Call("Distance", point));
        Point[] points = [new(5, 5), new(1, 0), new(0, -2)];
        Check.Same("Sort", Records.Sort(points), Platform.Call("Sort", (object) points));

        var counter = new Counter(5);
        Check.Same("CounterCreate", counter, Platform.Call("CounterCreate", 5));
        Check.Same("Peek", counter.Peek(), Platform.Call("Peek", counter));
        object stepped = Platform.Call("Step", counter);
        counter.Step();
        Check.Same("Step", counter, stepped);

        // An older compiler cannot make an object with required members: it travels as it is, and comes back as a structure.
        var settings = new Settings { Host = "localhost", Tags = ["a"] };
        Check.Same("Move", Records.Move(settings, 8080), Platform.Call("Move", settings, 8080));

        object greeter = Platform.Call("GreeterCreate", "Hello");
        Check.Same("Greet", new Greeter("Hello").Greet("Zoë"), Platform.Call("Greet", greeter, "Zoë"));
        IShape shape = Records.MakeShape(2);
        object platform = Platform.Call("MakeShape", 2);
        Check.Same("Area of a shape", shape.Area(), Platform.Call("IShapeArea", platform));
        Check.Same("Title, of the interface", shape.Title(), Platform.Call("Title", platform));
        object circle = Platform.Call("CircleCreate", 2);
        Check.Same("Area of a circle", new Circle(2).Area(), Platform.Call("CircleArea", circle));
        Check.Refuses<ArgumentException>("Area of a greeter", () => Platform.Call("CircleArea", greeter), "CircleArea: This_Circle", "Modern.Greeter", "Modern.Circle");
        Check.Same("Number", Facade.Number(), Platform.Call("Number"));
    }
}
