using System.Linq;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Exceptions pass through as they are.</summary>
static class FailureChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        int number;
        RLIntegerItemRecordList numbers;
        Check.SameFailure("Refuse", () => Failures.Refuse(7), () => Extension.MssRefuse(7, out number));
        string text;
        Check.SameFailure("RefuseAsync", () => Failures.RefuseAsync("x").GetAwaiter().GetResult(), () => Extension.MssRefuseAsync("x", out text));
        Check.SameFailure("Break", () => Failures.Break(3).ToList(), () => Extension.MssBreak(3, out numbers));
    }
}
