using System;
using System.Linq;
using Modern;

/// <summary>What takes a while is waited for.</summary>
static class AsynchronousChecks
{
    public static void Run()
    {
        foreach (int to in new[] { 0, 3 })
            Check.Same("Count to " + to, Enumerable.Range(1, to), Platform.Call("CountAsync", to));
        Check.Refuses<InvalidOperationException>("Break", () => Platform.Call("BreakAsync"), "Broken.");
        Check.Same("Twice", Asynchronous.TwiceAsync(int.MaxValue).AsTask().Result, Platform.Call("Twice", int.MaxValue));
        // It has nothing to give: to come back is all.
        Platform.Outputs("Pause", 1);
        Check.SameFailure("Fail", () => Asynchronous.FailAsync("Ä").AsTask().GetAwaiter().GetResult(), () => Platform.Call("Fail", "Ä"));
    }
}
