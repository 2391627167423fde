using System;
using System.Collections.Generic;
using VisualBasic;

/// <summary>What Visual Basic has of its own, as far as mono runs it without the library of the language.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new OutSystems.NssVisualBasic.CssVisualBasic();
        Procedures();
        Parameters();
        Structures();
        Classes();
        return Check.Finish();
    }

    static void Procedures()
    {
        int a = 3, b = 4;
        object[] swapped = Platform.Outputs("Swap", a, b);
        Tools.Swap(ref a, ref b);
        Check.Same("ByRef", new object[] { a, b }, swapped);
        int length;
        Tools.Parse("abc", out length);
        Check.Same("out", length, Platform.Call("Parse", "abc"));
        foreach (int to in new[] { 0, 3 })
            Check.Same("Iterator " + to, Tools.Count(to), Platform.Call("Count", to));
        Check.Same("a query", Tools.Evens(new[] { 2, 3, 4 }), Platform.Call("Evens", new[] { 2, 3, 4 }));
        Check.Same("a table", Tools.Grid(2, 3), Platform.Call("Grid", 2, 3));
        Check.Same("an extension", Tools.Doubled("é"), Platform.Call("Doubled", "é"));
        Check.SameFailure("divided by nothing", () => Tools.Divide(1, 0), () => Platform.Call("Divide", 1, 0));
        Check.Same("a constant", Tools.Limit, Platform.Call("ToolsLimitGet"));
        Check.Same("a constant date", Tools.Founded, Platform.Call("ToolsFoundedGet"));
        Check.Same("a constant Decimal", Tools.Fee, Platform.Call("ToolsFeeGet"));
        Platform.Outputs("ToolsNameSet", "new");
        Check.Same("a field", Tools.Name, Platform.Call("ToolsNameGet"));
        Platform.Outputs("ToolsCounterSet", 7);
        Check.Same("a property", Tools.Counter, Platform.Call("ToolsCounterGet"));
    }

    static void Parameters()
    {
        // This compiler does not know how a date is a default.
        var day = new DateTime(2024, 1, 2);
        Check.Same("defaults", Tools.Total(5, "x", day), Platform.Call("Total"));
        Check.Same("some defaults", Tools.Total(1, "y", day), Platform.Call("Total", 1, "y"));
        Check.Same("no defaults", Tools.Total(1, "y", new DateTime(2000, 1, 1), "z"), Platform.Call("Total", 1, "y", new DateTime(2000, 1, 1), "z"));
        Check.Same("ParamArray", Tools.Merge("-", "a", "b"), Platform.Call("Merge", "-", new[] { "a", "b" }));
        Check.Same("ParamArray, empty", Tools.Merge("-"), Platform.Call("Merge", "-"));
        int count = 3;
        Tools.Fill(ref count);
        Check.Same("Optional ByRef", count, Platform.Call("Fill"));
        Check.Same("a number", Tools.Half(8), Platform.Call("Half", 8));
        Check.Same("no number", Tools.Half(null), Platform.Call("Half", 0));
    }

    static void Structures()
    {
        var rates = new Dictionary<string, decimal> { { "a", 2m }, { "b", 1m } };
        Check.Same("a tuple", new { Name = "b", Rate = 1m }, Platform.Call("Best", rates));
        Check.Same("a tuple as an input", Tools.Describe((1, 2)), Platform.Call("ToolsDescribe", new { Item1 = 1, Item2 = 2 }));
        var place = new Place(3, 4);
        Check.Same("a structure", place.Sum(), Platform.Call("Sum", place));
        place.Move(2);
        Check.Same("a changed structure", place, Platform.Call("Move", new Place(3, 4), 2));
        var person = new Person { Name = "Zoë", Age = 3, Friends = new List<string> { "a", "b" } };
        Check.Same("a person", Tools.Introduce(person), Platform.Call("Introduce", person));
    }

    static void Classes()
    {
        object account = Platform.Call("AccountCreate_String", "Zoë");
        var net = new Account("Zoë");
        Check.Same("paid", net.Pay(2.5m), Platform.Call("AccountPay", account, 2.5m));
        Check.Same("an overload", net.Interest(0.5m), Platform.Call("Interest", account, 0.5m));
        Check.Same("another overload", net.Interest(0.5m, 2), Platform.Call("Interest_Int32", account, 0.5m, 2));
        net[3] = "c";
        Platform.Outputs("AccountItemSet", account, 3, "c");
        Check.Same("the default property", net[3], Platform.Call("AccountItemGet", account, 3));
        Check.Same("a property with parameters", net.get_Length("abc", 1), Platform.Call("AccountLengthGet", account, "abc"));
        Check.Same("an interface", net.Welcome("Hi"), Platform.Call("Greet", account, "Hi"));
        object saver = Platform.Call("SavingsAccountCreate");
        Platform.Outputs("SavingsAccountOtherSet", saver, account);
        Platform.Outputs("AccountPay", account, 1m);
        Check.Same("Handles", 1, Platform.Call("SavingsAccountChangesOfOtherGet", saver));
        Check.Same("MyBase", new SavingsAccount().Describe(), Platform.Call("AccountDescribe", saver));
        Check.Same("MyClass", new SavingsAccount().DescribeMine(), Platform.Call("DescribeMine", saver));
        Check.Same("Shadows", "2.5", Platform.Call("SavingsAccountPay", saver, 2.5m));
    }
}
