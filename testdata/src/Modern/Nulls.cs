namespace Modern;

using System;
using System.Collections.Generic;

/// <summary>What can be null says so.</summary>
public class Contact
{
    public string Name { get; set; } = "";
    public string? Phone { get; set; }
    public Uri? Home { get; set; }

    /// <summary>Writes down what is null.</summary>
    public string ShowContact() => Nulls.Show(Name) + Nulls.Show(Phone) + Nulls.Show(Home);
}

/// <summary>Null, where it is legal and where not.</summary>
public static class Nulls
{
    internal static string Show(object? value) => value is null ? "[null]" : $"[{value}]";

    /// <summary>Writes down what is null.</summary>
    public static string ShowAll(string never, string? maybe, byte[]? bytes, byte[] always, List<int>? numbers, int? number) =>
        Show(never) + Show(maybe) + Show(bytes?.Length) + Show(always.Length) + Show(numbers?.Count) + Show(number);

    /// <summary>Gives back what it got.</summary>
    public static string? OfText(string? value) => value;

    /// <summary>Gives back what it got.</summary>
    public static Contact OfContact(Contact value) => value;

#nullable disable
    /// <summary>Knows nothing of null.</summary>
    public static string ShowOblivious(string text, Uri link) => Show(text) + Show(link);
#nullable restore
}
