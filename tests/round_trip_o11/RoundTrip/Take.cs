using System;
using System.Collections.Generic;
using System.Globalization;
using RoundTrip;

/// <summary>Makes the .NET values that the records of <see cref="Give"/> stand for.</summary>
static class Take
{
    public static Person Person(string name, string city)
    {
        return new Person
        {
            Name = name,
            Born = new DateTime(1990, 5, 17),
            Income = 1234.56m,
            Favorite = Color.Blue,
            Id = new Guid("00112233-4455-6677-8899-aabbccddeeff"),
            Picture = new byte[] { 1, 2, 3 },
            Home = new Address { Street = "Main Street", City = city, Number = 5 }
        };
    }

    public static Order Order(Dictionary<string, string> labels)
    {
        return new Order
        {
            Customer = "Ann",
            Lines = new List<OrderLine>
            {
                new OrderLine { Article = "Tea", Quantity = 3, Price = 2.75m },
                new OrderLine { Article = "Cups", Quantity = 3, Price = 2.75m }
            },
            Remarks = new[] { "fragile", "" },
            Labels = labels
        };
    }

    public static Basics Basics()
    {
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        return new Basics
        {
            Text = "é\"日",
            Letter = 'x',
            Flag = true,
            Tiny = sbyte.MinValue,
            Octet = byte.MaxValue,
            Short = short.MinValue,
            Word = ushort.MaxValue,
            Number = int.MinValue,
            Unsigned = uint.MaxValue,
            Long = long.MinValue,
            Giant = ulong.MaxValue,
            Exact = decimal.MaxValue,
            Rough = 0.1f,
            Real = 1e15,
            When = new DateTime(2024, 2, 29, 12, 30, 0),
            Moment = new DateTimeOffset(2024, 2, 29, 12, 30, 0, TimeSpan.FromHours(1)),
            Span = new TimeSpan(1),
            Id = id,
            Link = new Uri("https://example.org/"),
            Version = new Version(1, 2, 3),
            Culture = new CultureInfo("de-DE"),
            Bytes = new byte[] { 255 },
            Color = Color.Blue,
            Days = Weekdays.Monday | Weekdays.Sunday,
            Size = Size.Large,
            MaybeFlag = true,
            MaybeNumber = -1,
            MaybeReal = 0.1,
            MaybeLetter = 'y',
            MaybeWhen = new DateTime(2024, 1, 1),
            MaybeSpan = TimeSpan.FromSeconds(-1),
            MaybeId = id,
            MaybeColor = Color.Red,
            MaybePoint = new Point { X = 1, Y = 2 }
        };
    }
}
