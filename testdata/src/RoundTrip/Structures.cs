using System;
using System.Collections.Generic;
using System.Linq;

namespace RoundTrip
{
    /// <summary>A class of automatic properties that holds another structure.</summary>
    public class Person
    {
        public string Name { get; set; }
        public DateTime Born { get; set; }
        public decimal? Income { get; set; }
        public Color Favorite { get; set; }
        public Guid Id { get; set; }
        public byte[] Picture { get; set; }
        public Address Home { get; set; }
    }

    /// <summary>A class of public fields.</summary>
    public class Address
    {
        public string Street;
        public string City;
        public short Number;
    }

    /// <summary>A structure that can be changed.</summary>
    public struct Point
    {
        public int X;
        public int Y;

        /// <summary>Moves this very point.</summary>
        public void Move(int x, int y)
        {
            X += x;
            Y += y;
        }

        /// <summary>Measures the way to the origin along the axes.</summary>
        public int Distance()
        {
            return Math.Abs(X) + Math.Abs(Y);
        }
    }

    /// <summary>A class that only its constructor can fill.</summary>
    public class Interval
    {
        /// <summary>Creates an interval.</summary>
        /// <exception cref="ArgumentException">It would end before it starts.</exception>
        public Interval(int start, int end)
        {
            if (end < start)
                throw new ArgumentException("An interval cannot end before it starts.");
            Start = start;
            End = end;
        }

        public int Start { get; }

        public int End { get; }

        /// <summary>Says whether a number lies within.</summary>
        public bool Contains(int number)
        {
            return Start <= number && number <= End;
        }
    }

    /// <summary>A structure of structures.</summary>
    public struct Box
    {
        public Point Corner { get; set; }
        public Point Opposite { get; set; }
    }

    /// <summary>A structure that holds lists.</summary>
    public class Order
    {
        public string Customer { get; set; }
        public List<OrderLine> Lines { get; set; }
        public string[] Remarks { get; set; }
        public Dictionary<string, string> Labels { get; set; }

        /// <summary>Adds a line to this very order.</summary>
        public void Add(string article, int quantity, decimal price)
        {
            if (Lines == null)
                Lines = new List<OrderLine>();
            Lines.Add(new OrderLine { Article = article, Quantity = quantity, Price = price });
        }

        /// <summary>Adds up the lines.</summary>
        public decimal Total()
        {
            return Lines == null ? 0 : Lines.Sum(line => line.Quantity * line.Price);
        }
    }

    /// <summary>What is ordered.</summary>
    public class OrderLine
    {
        public string Article { get; set; }
        public int Quantity { get; set; }
        public decimal Price { get; set; }
    }

    /// <summary>Functions that take and give structures.</summary>
    public static class Structures
    {
        /// <summary>Gives back a person, a year older.</summary>
        public static Person Age(Person person)
        {
            person.Born = person.Born.AddYears(-1);
            return person;
        }

        /// <summary>Creates an address.</summary>
        public static Address MakeAddress(string street, string city, short number)
        {
            return new Address { Street = street, City = city, Number = number };
        }

        /// <summary>Writes an address on one line.</summary>
        public static string Format(Address address)
        {
            return address.Street + " " + address.Number + ", " + address.City;
        }

        /// <summary>Turns a point by a quarter.</summary>
        public static Point Turn(Point point)
        {
            return new Point { X = -point.Y, Y = point.X };
        }

        /// <summary>Gives the smallest interval that holds both.</summary>
        public static Interval Span(Interval first, Interval second)
        {
            return new Interval(Math.Min(first.Start, second.Start), Math.Max(first.End, second.End));
        }

        /// <summary>Counts the unit squares of a box.</summary>
        public static int Area(Box box)
        {
            return Math.Abs((box.Opposite.X - box.Corner.X) * (box.Opposite.Y - box.Corner.Y));
        }

        /// <summary>Gives the box with two corners.</summary>
        public static Box BoxOf(Point corner, Point opposite)
        {
            return new Box { Corner = corner, Opposite = opposite };
        }

        /// <summary>Gives back an order with its lines turned around.</summary>
        public static Order ReverseLines(Order order)
        {
            order.Lines.Reverse();
            return order;
        }

        /// <summary>Gives no person at all.</summary>
        public static Person Nobody()
        {
            return null;
        }
    }
}
