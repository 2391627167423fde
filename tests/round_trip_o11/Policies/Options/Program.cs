using System;
using Microsoft.FSharp.Core;
using Trade;

/// <summary>Options of F# with a Boolean beside each that says whether there is a value.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new OutSystems.NssFSharp.CssFSharp();
        foreach (int number in new[] { 0, 3 })
        {
            FSharpOption<int> some = FSharpOption<int>.Some(number);
            Check.Same("Some " + number, Options.orZero(some), Platform.Call("orZero", number, true));
            Check.Same("None " + number, Options.orZero(null), Platform.Call("orZero", number, false));
            FSharpValueOption<decimal> value = FSharpValueOption<decimal>.NewValueSome(number);
            Check.Same("ValueSome " + number, Options.valueOr(value, 5m), Platform.Call("valueOr", (decimal) number, true, 5m));
            Check.Same("ValueNone " + number, Options.valueOr(FSharpValueOption<decimal>.ValueNone, 5m), Platform.Call("valueOr", (decimal) number, false, 5m));
            FSharpOption<int> half = Options.tryHalf(number);
            Check.Same("tryHalf " + number, new object[] { half != null, half == null ? 0 : half.Value }, Platform.Outputs("tryHalf", number));
        }
        foreach (string text in new[] { "", "x" })
        {
            Check.Same("Some '" + text + "'", Options.length(FSharpOption<string>.Some(text)), Platform.Call("length", text, true));
            Check.Same("None '" + text + "'", Options.length(null), Platform.Call("length", text, false));
            Check.Same("tryFirst '" + text + "'", new object[] { text != "", text }, Platform.Outputs("tryFirst", text));
        }
        Check.Same("left out", "7", Platform.Call("ToText", 7));
        Check.Same("given", "  7", Platform.Call("ToText", 7, 3, true));
        var customer = new Customer("Zoë", 17, FSharpOption<string>.Some(""));
        object changed = Platform.Call("birthday", customer);
        Check.Same("an empty text in a record", true, Platform.Get(changed, "HasEmail"));
        changed = Platform.Call("birthday", new Customer("Max", 40, null));
        Check.Same("no text in a record", false, Platform.Get(changed, "HasEmail"));
        return Check.Finish();
    }
}
