using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Required;

/// <summary>A record with a method, and with what has to be set and what need not be.</summary>
public record Customer
{
    public required string Name { get; init; }
    public int Age { get; init; } = 18;

    public string Greet(string word) => word + ", " + Name + " (" + Age + ")";
}

/// <summary>A struct with a field and a property that have to be set.</summary>
public struct Line
{
    public required string Product;
    public required decimal Price { get; set; }
}

/// <summary>A struct whose own constructor leaves what is required to others.</summary>
public struct Stamp
{
    public Stamp() => Count = 1;

    public required string Text { get; set; }
    public int Count { get; set; }
}

/// <summary>Holds others, and changes.</summary>
public class Order
{
    public required Customer Buyer { get; set; }
    public required List<Line> Lines { get; set; }
    public string? Note { get; set; }

    public void Add(Line line) => Lines.Add(line);

    public decimal Total() => Lines.Sum(line => line.Price);
}

/// <summary>Has nothing to set itself, but holds what does.</summary>
public class Basket
{
    public Order? Order { get; set; }
    public int Count { get; set; }
}

/// <summary>Its constructor sets all.</summary>
public class Ticket
{
    [SetsRequiredMembers]
    public Ticket(string code) => Code = code;

    public required string Code { get; init; }
}

/// <summary>Its constructor takes one, and leaves two.</summary>
public class Invoice(string number)
{
    DateTime due;

    public required string Number { get; init; } = number;
    public required DateTime Due { get => due; init => due = value; }
}

/// <summary>Is closed for texts.</summary>
public class Page<T>
{
    public required List<T> Items { get; init; }
}

/// <summary>Contains itself.</summary>
public class Category
{
    public required string Name { get; set; }
    public required List<Category> Children { get; set; }
}

/// <summary>Cannot be made: nobody but its author may.</summary>
public class Sealed
{
    [Obsolete("Use Desk.Seal.", true)]
    public Sealed() { }

    public required string Text { get; init; }
}

public static class Desk
{
    public static string Of(Customer customer, int times = 2) => string.Concat(Enumerable.Repeat(customer.Name, times));

    public static Customer Older(Customer customer) => customer with { Age = customer.Age + 1 };

    public static string All(IEnumerable<Customer> customers) => string.Join(";", customers.Select(customer => customer.Greet("Hi")));

    public static string Named(Dictionary<string, Customer> customers) => string.Join(";", customers.OrderBy(of => of.Key).Select(of => of.Key + of.Value.Name));

    public static string Maybe(Customer? customer = null) => customer == null ? "nobody" : customer.Name;

    public static string Priced(Line line, Line? other = null) => line.Product + line.Price + other?.Product;

    public static int Replace(ref Order order, Customer buyer)
    {
        order = new Order { Buyer = buyer, Lines = order.Lines };
        return order.Lines.Count;
    }

    public static string Carry(Basket basket) => basket.Count + basket.Order?.Buyer.Name;

    public static Ticket Punch(Ticket ticket) => new(ticket.Code + "!");

    public static string Pay(Invoice invoice) => invoice.Number + invoice.Due.ToString("yyyyMMdd");

    public static int Size(Page<string> page) => page.Items.Count;

    public static Category Tree(string name, int children) =>
        new() { Name = name, Children = [.. Enumerable.Range(0, children).Select(number => Tree(name + number, number))] };

    public static string Show(Category category) => category.Name + "(" + string.Join(",", category.Children.Select(Show)) + ")";

    public static string Press(Stamp stamp) => string.Concat(Enumerable.Repeat(stamp.Text, stamp.Count % 5));

    public static string Unseal(Sealed text) => text.Text;
}
