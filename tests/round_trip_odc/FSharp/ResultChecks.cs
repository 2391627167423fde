using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;
using Trade;

/// <summary>Results, struct tuples, and values of their own type.</summary>
static class ResultChecks
{
    public static void Run()
    {
        foreach (string text in new[] { "12", "x" })
        {
            FSharpResult<int, string> parsed = Results.parse(text);
            Check.Same("parse " + text, new { parsed.IsOk, parsed.ResultValue, parsed.ErrorValue }, Platform.Call("parse", text));
        }
        foreach (int age in new[] { 17, 40 })
        {
            var customer = new Customer("Zoë", age, FSharpOption<string>.Some("z@example.org"));
            FSharpResult<Customer, FSharpList<string>> result = Results.check(customer);
            Check.Same("check " + age, new { result.IsOk, result.ResultValue, result.ErrorValue }, Platform.Call("check", customer));
        }
        foreach (string name in new[] { "", "x" })
            Check.Same("validate '" + name + "'", new { Results.validate(name).IsOk, Results.validate(name).ErrorValue }, Platform.Call("validate", name));
        Check.Same("a struct tuple", Collections.minMax(ListModule.OfSeq(new[] { 3, 1 })), Platform.Call("minMax", new[] { 3, 1 }));
        foreach (FSharpValueOption<DateTime> valid in new[] { FSharpValueOption<DateTime>.ValueNone, FSharpValueOption<DateTime>.NewValueSome(new DateTime(2024, 2, 29)) })
        {
            var quote = new Quote(2.5m, valid, (1, 5), ListModule.OfSeq(new[] { Tuple.Create(1, "one") }));
            Check.Same("a quote " + valid.IsSome, Domain.widen(quote), Platform.Call("widen", quote));
        }
        object chapter = Platform.New("Chapter");
        Check.Same("no chapters", 1, Platform.Call("countChapters", chapter));
        chapter = Platform.With(chapter, "Chapters", "[{\"Heading\":\"a\",\"Shade\":\"Blue\"},{\"Heading\":\"b\"}]");
        Check.Same("chapters", 3, Platform.Call("countChapters", chapter));
        Check.Same("the first case for none", "Blue Red", string.Join(" ", (IEnumerable<string>) Platform.Call("shades", chapter)));
        object attempt = Platform.Call("retry", 3);
        Check.Same("an attempt", 3, Platform.Get(attempt, "Number"));
        string next = (string) Platform.Get(attempt, "Next");
        Check.Same("its next one", "{\"IsOk\":true,\"ResultValue\":{\"Number\":4,\"Next\":{\"IsOk\":false,\"ResultValue\":null,\"ErrorValue\":\"no more\"}},\"ErrorValue\":null}", next);
    }
}
