using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Control;
using Microsoft.FSharp.Core;
using Trade;

/// <summary>What F# has of its own, in and out.</summary>
static class Program
{
    static readonly Customer Zoe = new Customer("Zoë", 17, FSharpOption<string>.Some("z@example.org")), Max = new Customer("Max", 40, null);

    static int Main()
    {
        Platform.Extension = new OutSystems.NssFSharp.CssFSharp();
        Functions();
        OptionsOfValues();
        OptionsOfTexts();
        Lists();
        ResultsAndAsync();
        Records();
        Unions();
        Classes();
        return Check.Finish();
    }

    static FSharpOption<T> Some<T>(T value)
    {
        return FSharpOption<T>.Some(value);
    }

    static FSharpList<T> List<T>(params T[] items)
    {
        return ListModule.OfSeq(items);
    }

    static void Functions()
    {
        Check.Same("curried", Calculation.add(3, 4), Platform.Call("add", 3, 4));
        Check.Same("a tuple of parameters", Calculation.multiply(3, 4), Platform.Call("multiply", 3, 4));
        Check.Same("a name of its own", Calculation.Half(5), Platform.Call("Half", 5.0));
        Check.Same("a unit of measure", Calculation.addTax(100m, 0.2m), Platform.Call("addTax", 100m, 0.2m));
        Check.Same("an active pattern in use", Calculation.parity(3), Platform.Call("parity", 3));
        Check.Same("a literal", Calculation.Limit, Platform.Call("CalculationLimitGet"));
        Check.Same("a value", Calculation.sides, Platform.Call("CalculationSidesGet"));
        Check.Same("a list", Calculation.primes, Platform.Call("CalculationPrimesGet"));
        Check.Same("nested modules", Calculation.Percentages.Deep.answer, Platform.Call("DeepAnswerGet"));
        Platform.Outputs("CalculationCounterSet", 7);
        Check.Same("a mutable value", 7, Calculation.counter);
        Check.Same("no parameters", 8, Platform.Call("count"));
        Check.Same("nothing in, nothing out", 0, Platform.Outputs("reset").Length);
        Check.Same("reset", 0, Calculation.counter);
        foreach (int by in new[] { 2, 0 })
        {
            Action net = () => Calculation.divide(6, by), platform = () => Platform.Call("divide", 6, by);
            if (by == 0)
                Check.SameFailure("divided by nothing", net, platform);
            else
                Check.Same("divided", Calculation.divide(6, by), Platform.Call("divide", 6, by));
        }
    }

    static void OptionsOfValues()
    {
        foreach (int number in new[] { 4, 5, -2 })
            Check.Same("tryHalf " + number, Options.tryHalf(number), Platform.Call("tryHalf", number));
        Check.Same("orZero", Options.orZero(Some(3)), Platform.Call("orZero", 3));
        Check.Same("no number", Options.orZero(null), Platform.Call("orZero", 0));
        Check.Same("a date", Options.later(Some(new DateTime(2024, 2, 28))), Platform.Call("later", new DateTime(2024, 2, 28)));
        Check.Same("no date", new DateTime(1900, 1, 1), Platform.Call("later", new DateTime(1900, 1, 1)));
        Check.Same("a flag", Options.flag(Some(true)), Platform.Call("flag", true));
        Check.Same("no flag", Options.flag(null), Platform.Call("flag", false));
        Check.Same("a value option", Options.valueOr(FSharpValueOption<decimal>.NewValueSome(2.5m), 1m), Platform.Call("valueOr", 2.5m, 1m));
        Check.Same("no value option", Options.valueOr(FSharpValueOption<decimal>.ValueNone, 1m), Platform.Call("valueOr", 0m, 1m));
        foreach (string text in new[] { "", "é!" })
            Check.Same("first of '" + text + "'", Options.tryFirst(text), Platform.Call("tryFirst", text));
        Check.Same("options in a list", Options.choose(List(Some(1), null, Some(3))), Platform.Call("choose", new[] { 1, 0, 3 }));
        Check.Same("a list of options", Options.split(List(1, -1, 3)), Platform.Call("split", new[] { 1, -1, 3 }));
        Check.Same("an option in an option", Options.nested(Some(Some(3))), Platform.Call("nested", 3));
        Check.Same("no option in an option", Options.nested(null), Platform.Call("nested", 0));
    }

    static void OptionsOfTexts()
    {
        Check.Same("a text", Options.length(Some("日本")), Platform.Call("length", "日本"));
        Check.Same("no text", Options.length(null), Platform.Call("length", ""));
        foreach (int age in new[] { 3, -1 })
            Check.Same("tryName " + age, Options.tryName(age), Platform.Call("tryName", age));
        foreach (string name in new[] { "Zoë", "" })
            Check.Same("tryCustomer '" + name + "'", Options.tryCustomer(name), Platform.Call("tryCustomer", name));
        Check.Same("a record", Options.nameOf(Some(Zoe)), Platform.Call("nameOf", Zoe));
        Check.Same("no record", Options.nameOf(null), Platform.Call("nameOf", Platform.New("Customer")));
        Check.Same("a list", Options.sum(Some(List(1, 2, 3))), Platform.Call("sum", new[] { 1, 2, 3 }));
        Check.Same("no list", Options.sum(null), Platform.Call("sum", new int[0]));
    }

    static void Lists()
    {
        foreach (string[] texts in new[] { new string[0], new[] { "a" }, new[] { "b", "a", "b" }, Enumerable.Range(0, 2000).Select(i => "é" + i).ToArray() })
        {
            Check.Same("reverse " + texts.Length, Collections.reverse(List(texts)), Platform.Call("reverse", List(texts)));
            Check.Same("distinct " + texts.Length, Collections.distinct(new FSharpSet<string>(texts)), Platform.Call("distinct", List(texts)));
            Check.Same("pairs " + texts.Length, Collections.pairs(List(texts)), Platform.Call("pairs", List(texts)));
        }
        Check.Same("a sequence", Collections.total(new[] { 1, 2 }), Platform.Call("total", new[] { 1, 2 }));
        Check.Same("an array", Collections.squares(new[] { 1, 2 }), Platform.Call("squares", new[] { 1, 2 }));
        Check.Same("a lazy sequence", Collections.upTo(5), Platform.Call("upTo", 5));
        Check.Same("characters", Collections.letters("hello"), Platform.Call("letters", "hello"));
        Check.Same("groups", Collections.groups(List(1, 2, 3, 4)), Platform.Call("groups", new[] { 1, 2, 3, 4 }));
        Check.Same("lists of lists", Collections.matrix(List(List(1, 2), List<int>())), Platform.Call("matrix", List(List(1, 2), List<int>())));
        Check.Same("a table", Collections.table(), Platform.Call("table"));
        Check.Same("a tuple", Collections.swap(1, "a"), Platform.Call("swap", 1, "a"));
        Check.Same("a struct tuple", Collections.minMax(List(3, 1)), Platform.Call("minMax", List(3, 1)));
        Check.Same("a resizable list", Collections.grow(new List<int> { 4 }), Platform.Call("grow", new List<int> { 4 }));
        var prices = new Dictionary<string, decimal> { { "b", 3m }, { "a", 1m } };
        FSharpMap<string, decimal> map = MapModule.OfSeq(prices.Select(price => Tuple.Create(price.Key, price.Value)));
        Check.Same("a map", Collections.cheaper(map), Platform.Call("cheaper", prices));
        Check.Same("an empty map", Collections.cheaper(MapModule.Empty<string, decimal>()), Platform.Call("cheaper", new Dictionary<string, decimal>()));
        Check.Same("a map of records", Collections.ages(List(Zoe, Max)), Platform.Call("ages", List(Zoe, Max)));
        var twice = new[] { new KeyValuePair<string, decimal>("a", 1m), new KeyValuePair<string, decimal>("a", 2m) };
        Check.Refuses<ArgumentException>("a key twice", () => Platform.Call("cheaper", new object[] { twice }), "cheaper: Prices", "\"a\"");
    }

    static void ResultsAndAsync()
    {
        foreach (string text in new[] { "12", "x" })
        {
            FSharpResult<int, string> parsed = Results.parse(text);
            Check.Same("parse " + text, new { parsed.IsOk, parsed.ResultValue, parsed.ErrorValue }, Platform.Call("parse", text));
        }
        foreach (Customer customer in new[] { Zoe, Max })
        {
            FSharpResult<Customer, FSharpList<string>> result = Results.check(customer);
            Check.Same("check " + customer.Name, new { result.IsOk, result.ResultValue, result.ErrorValue }, Platform.Call("check", customer));
        }
        foreach (string name in new[] { "", "x" })
            Check.Same("validate '" + name + "'", new { Results.validate(name).IsOk, Results.validate(name).ErrorValue }, Platform.Call("validate", name));
        Check.Same("fetch", FSharpAsync.RunSynchronously(Results.fetch(4), null, null), Platform.Call("fetch", 4));
        Check.Same("find", FSharpAsync.RunSynchronously(Results.find("Zoë"), null, null), Platform.Call("find", "Zoë"));
        Check.Same("nothing found", FSharpAsync.RunSynchronously(Results.find(""), null, null), Platform.Call("find", ""));
        Check.Same("saved", 0, Platform.Outputs("save", "good").Length);
        Check.SameFailure("not saved", () => FSharpAsync.RunSynchronously(Results.save("bad"), null, null), () => Platform.Outputs("save", "bad"));
        Check.Same("a task", Results.load(4).Result, Platform.Call("load", 4));
        Check.Same("a task of nothing", 0, Platform.Outputs("finish").Length);
        Check.Same("in stock", Results.order("x", 2), Platform.Call("order", "x", 2));
        Check.SameFailure("out of stock", () => Results.order("x", 4), () => Platform.Call("order", "x", 4));
    }

    static void Records()
    {
        foreach (Customer customer in new[] { Zoe, Max })
        {
            Check.Same("birthday of " + customer.Name, Domain.birthday(customer), Platform.Call("birthday", customer));
            Check.Same("age of " + customer.Name, customer.IsOlderThan(20), Platform.Call("IsOlderThan", customer, 20));
            var order = new Order(5, customer, List("a"), customer == Zoe ? Some(1.5m) : null);
            Check.Same("tagged " + customer.Name, Domain.withTag("b", order), Platform.Call("withTag", "b", order));
            Check.Same("discount of " + customer.Name, Domain.discounted(order), Platform.Call("discounted", order));
        }
        Check.Same("nobody", Customer.Nobody, Platform.Call("CustomerNobodyGet"));
        Check.Same("moved", Domain.move(new Point(1, 2), new Point(0.5, -2)), Platform.Call("move", new Point(1, 2), new Point(0.5, -2)));
        foreach (FSharpValueOption<DateTime> valid in new[] { FSharpValueOption<DateTime>.ValueNone, FSharpValueOption<DateTime>.NewValueSome(new DateTime(2024, 2, 29)) })
        {
            var quote = new Quote(2.5m, valid, (1, 5), List(Tuple.Create(1, "one")));
            Check.Same("a quote " + valid.IsSome, Domain.widen(quote), Platform.Call("widen", quote));
        }
        // What is a list of F# is never null, not even as the Text that nobody has set.
        Check.Same("a large number", "10000000000000000000000", Platform.Call("square", "100000000000"));
        int chapters;
        var extension = (OutSystems.NssFSharp.CssFSharp) Platform.Extension;
        var chapter = new OutSystems.NssFSharp.RCChapterRecord(null);
        extension.MsscountChapters(chapter, out chapters);
        Check.Same("no chapters", 1, chapters);
        chapter.ssSTChapter.ssChapters = "[{\"Heading\":\"a\",\"Shade\":\"Blue\"},{\"Heading\":\"b\"}]";
        extension.MsscountChapters(chapter, out chapters);
        Check.Same("chapters", 3, chapters);
        Check.Same("the first case for none", "Blue Red", Shades(extension, chapter));
        OutSystems.NssFSharp.RCAttemptRecord attempt;
        extension.Mssretry(3, out attempt);
        Check.Same("an attempt", 3, attempt.ssSTAttempt.ssNumber);
        Check.Same("its next one", "{\"IsOk\":true,\"ResultValue\":{\"Number\":4,\"Next\":{\"IsOk\":false,\"ResultValue\":null,\"ErrorValue\":\"no more\"}},\"ErrorValue\":null}", attempt.ssSTAttempt.ssNext);
        foreach (int[] numbers in new[] { new int[0], new[] { 1, 2, 3 } })
        {
            var some = numbers.Length == 0 ? null : numbers;
            Check.Same("a sequence or none", Domain.sumOfSome(some == null ? null : Some((IEnumerable<int>) some)), Platform.Call("sumOfSome", numbers));
            Check.Same("an array or none", Domain.lengthOfSome(some == null ? null : Some(some)), Platform.Call("lengthOfSome", numbers));
        }
        Check.Same("a page", Domain.firstPage(List("a", "b", "c")), Platform.Call("firstPage", List("a", "b", "c")));
        Check.Same("a short page", Domain.firstPage(List("a")), Platform.Call("firstPage", List("a")));
    }

    static string Shades(OutSystems.NssFSharp.CssFSharp extension, OutSystems.NssFSharp.RCChapterRecord chapter)
    {
        OutSystems.NssFSharp.RLTextItemRecordList shades;
        extension.Mssshades(chapter, out shades);
        return string.Join(" ", shades.Cast<OutSystems.NssFSharp.RCTextItemRecord>().Select(item => item.ssSTTextItem.ssValue));
    }

    static void Unions()
    {
        foreach (Color color in new[] { Color.Red, Color.Green, Color.Blue })
        {
            Check.Same("next " + color, Domain.next(color), Platform.Call("next", color));
            Check.Same("isWarm " + color, Domain.isWarm(Some(color)), Platform.Call("isWarm", color));
        }
        Check.Same("any case", Color.Green, Platform.Call("next", "rED"));
        Check.Same("an empty text is the first", Color.Green, Platform.Call("next", ""));
        Check.Same("no color", Domain.isWarm(null), Platform.Call("isWarm", ""));
        Check.Refuses<ArgumentException>("a wrong name", () => Platform.Call("next", "Pink"), "next: Color", "\"Pink\"", "Red, Green, Blue");
        Check.Same("a member of a name", Color.Red.IsBefore(Color.Blue), Platform.Call("IsBefore", Color.Red, Color.Blue));
        Check.Same("a static member", Color.Favourite, Platform.Call("ColorFavouriteGet"));
        Check.Same("a property of a name", Weather.Rainy.Rain, Platform.Call("WeatherRainGet", Weather.Rainy));
        Check.Same("a list of names", Domain.colors(), Platform.Call("colors"));
        Check.Same("two classes", Domain.turn(Side.Left), Platform.Call("turn", Side.Left));
        Check.Same("a struct", Domain.change(Weather.Rainy), Platform.Call("change", Weather.Rainy));
        Check.Same("an empty text for a struct", Weather.Rainy, Platform.Call("change", ""));
        var colors = new Dictionary<string, Color> { { "wall", Color.Blue }, { "door", Color.Red } };
        Check.Same("names in a map", List(Color.Red, Color.Blue), Platform.Call("paint", colors));
        Check.Same("an enum", Domain.raise(Priority.Low), Platform.Call("raise", Priority.Low));
        Check.Same("flags", Domain.combine(Access.Read, Access.Write), Platform.Call("combine", Access.Read, Access.Write));

        object circle = Platform.Call("NewCircle", 2.0);
        Check.Same("a case", true, Platform.Call("ShapeIsCircleGet", circle));
        Check.Same("what a case holds", 2.0, Platform.Call("CircleRadiusGet", circle));
        Check.Same("area", Domain.area(Shape.NewCircle(2)), Platform.Call("area", circle));
        Check.Same("a case without fields", Domain.area(Shape.Nothing), Platform.Call("area", Platform.Call("ShapeNothingGet")));
        Check.Same("an option of an Object", true, Platform.Call("ShapeIsRectangleGet", Platform.Call("tryShape", 3.0)));
        Check.Same("no Object", true, Platform.Call("tryShape", -1.0) == null);
        Check.Same("a single case", 7, Platform.Call("number", Platform.Call("identify", 7)));
        object tree = Platform.Call("NewNode", Platform.Call("TreeLeafGet"), 1, Platform.Call("TreeLeafGet"));
        Check.Same("a tree", 1, Platform.Call("depth", tree));
    }

    static void Classes()
    {
        object account = Platform.Call("AccountCreate_Decimal", "Zoë", 10m);
        var net = new Account("Zoë", 10m);
        Check.Same("a parameter that is left out", net.Deposit(1m, null), Platform.Call("Deposit", account, 1m));
        Check.Same("a parameter that is not", net.Deposit(2m, Some("cash")), Platform.Call("Deposit", account, 2m, "cash"));
        Check.Same("as C# leaves it out", net.Withdraw(1m, "cash"), Platform.Call("Withdraw", account, 1m));
        Check.Same("the balance", net.Balance, Platform.Call("AccountBalanceGet", account));
        Check.Same("an indexer", net[2], Platform.Call("AccountItemGet", account, 2));
        Check.Same("curried", net.Curried(1, 2), Platform.Call("Curried", account, 1, 2));
        Check.Same("an interface", 3m, Platform.Call("Price", account, "abc"));
        Check.Same("out", new object[] { 3, true }, Platform.Outputs("TryGet", account, "abc"));
        Check.Same("a dog", new Dog("Rex").Sound(), Platform.Call("Sound", Platform.Call("DogCreate", "Rex")));
        Check.Same("a static member", Converter.ToText(7, Some(3)), Platform.Call("ToText", 7, 3));
        Check.Same("a static member, left out", Converter.ToText(7, null), Platform.Call("ToText", 7));
        Check.Same("an array of parameters", Converter.Join("a", "b"), Platform.Call("Join", List("a", "b")));
        Check.Same("an extension", Texts.Initial("abc"), Platform.Call("Initial", "abc"));
    }
}
