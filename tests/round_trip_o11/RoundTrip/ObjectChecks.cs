using System;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Objects with a state of their own, and the state of the process.</summary>
static class ObjectChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        var counter = new Counter();
        Extension.MssCounterCreate(out var handle);
        Compare("new", counter, handle);
        counter = new Counter(40);
        Extension.MssCounterCreate_Int32(40, out handle);
        Compare("new at 40", counter, handle);

        counter.Step = 2;
        Extension.MssCounterStepSet(handle, 2);
        Extension.MssAdvance(handle, out var advanced);
        Check.Same("Advance", counter.Advance(), advanced);
        counter.Prefix = "n = ";
        Extension.MssCounterPrefixSet(handle, "n = ");
        Compare("advanced", counter, handle);

        var fork = counter.Fork();
        Extension.MssFork(handle, out var forked);
        Compare("forked", fork, forked);
        counter.Value = -1;
        Extension.MssCounterValueSet(handle, -1);
        Compare("changed", counter, handle);
        Compare("forked before", fork, forked);
        fork.CopyFrom(counter);
        Extension.MssCopyFrom(forked, handle);
        Compare("copied", fork, forked);
        counter.Reset();
        Extension.MssReset(handle);
        Compare("reset", counter, handle);

        Check.SameFailure("CopyFrom nothing", () => counter.CopyFrom(null), () => Extension.MssCopyFrom(handle, null));
        Check.Refuses<ArgumentException>("Advance nothing", () => Extension.MssAdvance(null, out advanced), "Advance: This_Counter", "null");
        Check.Refuses<ArgumentException>("Advance something else", () => Extension.MssAdvance("text", out advanced), "Advance: This_Counter", "System.String");
        Statics();
    }

    static void Compare(string state, Counter counter, object handle)
    {
        Extension.MssCounterValueGet(handle, out var value);
        Check.Same("Counter, " + state + ", value", counter.Value, value);
        Extension.MssCounterCallsGet(handle, out var calls);
        Check.Same("Counter, " + state + ", calls", counter.Calls, calls);
        Extension.MssCounterStepGet(handle, out var step);
        Check.Same("Counter, " + state + ", step", counter.Step, step);
        Extension.MssToString(handle, out var text);
        Check.Same("Counter, " + state + ", text", counter.ToString(), text);
    }

    // The extension and the DLL have one state: what one sets, the other gets.
    static void Statics()
    {
        Extension.MssSettingsGreetingGet(out var greeting);
        Check.Same("Greeting", Settings.Greeting, greeting);
        Extension.MssSettingsMarkGet(out var mark);
        Check.Same("Mark", Settings.Mark, mark);
        Extension.MssSettingsGreetingSet("Hallo");
        Extension.MssSettingsMarkSet("?");
        Check.Same("Greeting that was set", Settings.Greeting, "Hallo");
        Check.Same("Mark that was set", Settings.Mark, "?");
        Extension.MssGreet("Ann", out greeting);
        Check.Same("Greet", Settings.Greet("Ann"), greeting);
        Settings.Greeting = null;
        Extension.MssSettingsGreetingGet(out greeting);
        Check.Same("no Greeting", Settings.Greeting, greeting);
        Extension.MssSettingsLimitGet(out var limit);
        Check.Same("Limit", Settings.Limit, limit);
        Extension.MssSettingsProductGet(out var product);
        Check.Same("Product", Settings.Product, product);
    }
}
