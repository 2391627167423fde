namespace Modern;

using System;
using System.Collections.Generic;
using System.Threading.Tasks;

/// <summary>What can be null says so.</summary>
public class Contact
{
    public string Name { get; set; } = "";
    public string? Phone { get; set; }
    public Uri? Home { get; set; }

    /// <summary>Writes down what is null.</summary>
    public string ShowContact() => Nulls.Show(Name) + Nulls.Show(Phone) + Nulls.Show(Home);
}

/// <summary>Parts that need not be there.</summary>
public class Household
{
    public Contact Head { get; set; } = new();
    public Contact? Partner { get; set; }
    public List<int>? Ages { get; set; }

    /// <summary>Writes down what is null.</summary>
    public string ShowHousehold() => Nulls.Show(Head?.Name) + Nulls.Show(Partner?.Name) + Nulls.Show(Ages?.Count);
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

    /// <summary>Finds a contact, or none.</summary>
    public static Contact? FindContact(string name) => name == "" ? null : new() { Name = name };

    /// <summary>Finds a text, or none.</summary>
    public static async Task<string?> FindTextAsync(bool there)
    {
        await Task.Yield();
        return there ? "there" : null;
    }

    /// <summary>Gives a text.</summary>
    public static async Task<string> GiveTextAsync()
    {
        await Task.Yield();
        return "given";
    }

#nullable disable
    /// <summary>Knows nothing of null.</summary>
    public static string ShowOblivious(string text, Uri link) => Show(text) + Show(link);
#nullable restore
}
