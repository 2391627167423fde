using Microsoft.FSharp.Core;
using Trade;

/// <summary>Options of F# where an empty value is a value, but for what was left out.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new OutSystems.NssFSharp.CssFSharp();
        Check.Same("zero", Options.orZero(FSharpOption<int>.Some(0)), Platform.Call("orZero", 0));
        Check.Same("an empty text", Options.length(FSharpOption<string>.Some("")), Platform.Call("length", ""));
        Check.Same("false", Options.flag(FSharpOption<bool>.Some(false)), Platform.Call("flag", false));
        Check.Same("zero as a value option", Options.valueOr(FSharpValueOption<decimal>.NewValueSome(0), 5m), Platform.Call("valueOr", 0m, 5m));
        Check.Same("left out", Converter.ToText(7, null), Platform.Call("ToText", 7));
        Check.Same("given", Converter.ToText(7, FSharpOption<int>.Some(3)), Platform.Call("ToText", 7, 3));
        return Check.Finish();
    }
}
