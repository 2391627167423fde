using System;
using System.Collections.Generic;
using OutSystems.NssRarities;
using Rarities;

/// <summary>Types that are not what they look like, because the configuration says so.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRarities();
        Structures();
        Texts();
        return Check.Finish();
    }

    static void Structures()
    {
        Check.Same("a session", new { Year = 2024, Day = 60 }, Platform.Call("Begin", new DateTime(2024, 2, 29)));
        Check.Same("a later session", new { Year = 2024, Day = 61 }, Platform.Call("Later", Factory.Begin(new DateTime(2024, 2, 29)), 1));
        Check.Same("a shape", new { Name = "square", Area = 4.0 }, Platform.Call("Shape"));
        // What only can be read comes in as an Object.
        Check.Same("a shape coming in", true, Platform.Call("IsShape", Factory.Shape()));
        Check.Refuses<ArgumentException>("no shape", () => Platform.Call("IsShape", "square"), "IsShape: Shape", "System.String");

        // The delegate stays behind.
        var query = new { Text = "x", Limit = 3 };
        Check.Same("a query", "x 3 1", Platform.Call("Ask", query));
        Check.Same("a query, again", "x 3 1", Platform.Call("Ask", query));
        Check.Same("a query back", query, Platform.Call("Repeat", query));
        Check.Same("a method of the query", "x 3 1", Platform.Outputs("Write", query)[1]);
    }

    static void Texts()
    {
        object leaf = Platform.Call("Grow", "", "é");
        Check.Same("a branch of nothing", "{\"Name\":\"é\",\"Branches\":[null]}", leaf);
        object branch = Platform.Call("Grow", "{\"Name\":\"leaf\"}", "branch");
        Check.Same("a branch", "{\"Name\":\"branch\",\"Branches\":[{\"Name\":\"leaf\",\"Branches\":[]}]}", branch);
        Check.Same("its branches", 2, Platform.Call("CountBranches", branch));
        Check.Same("a list", 3, Platform.Call("CountAll", new List<object> { branch, "{}" }));
        Check.Refuses<ArgumentException>("no JSON", () => Platform.Call("CountBranches", "{"), "CountBranches: This_Branch", "JSON");
        Check.Same("an enum", "High", Platform.Call("OfBits", "high"));
        Check.Same("the default of an enum", Values.ShowBits(), Platform.Call("ShowBits"));
        Check.Same("a nullable enum", "Low, High", Platform.Call("OfNullableBits", "High, Low"));
    }
}
