using System.Collections.Generic;
using VisualBasic;

/// <summary>Tuples, in and out.</summary>
static class TupleChecks
{
    public static void Run()
    {
        var rates = new Dictionary<string, decimal> { { "a", 2m }, { "b", 1m } };
        Check.Same("a tuple", new { Name = "b", Rate = 1m }, Platform.Call("Best", rates));
        Check.Same("a tuple as an input", Tools.Describe((1, 2)), Platform.Call("ToolsDescribe", new { Item1 = 1, Item2 = 2 }));
    }
}
