using System;
using System.Linq;
using System.Threading;
using Rules;

/// <summary>Asynchronous members: waited for, without their wrappers.</summary>
static class AsynchronousChecks
{
    public static void Run()
    {
        Members();
        // As on a web server: what waits here is what the task wants to continue on.
        SynchronizationContext before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Stuck());
        try
        {
            Check.Same("Sum where nothing can continue", 10, Platform.Call("Sum", new[] { 1, 2, 3 }, "four"));
            Check.Same("FindLoans where nothing can continue", 3, Platform.Call("FindLoans", 3) is OutSystems.NssRules.RLLoanRecordList ? 3 : 0);
            object worker = Platform.Call("WorkerCreate", "Ann");
            Platform.Outputs("Work", worker, 5);
            Check.Same("Work where nothing can continue", 5, Platform.Call("Done", worker));
            Check.Same("Greeting where nothing can continue", "Hello from Ann", Platform.Call("WorkerGreetingGet", worker));
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    static void Members()
    {
        Check.Same("Sum", Asynchronous.SumAsync(new[] { 1, 2, 3 }, null, "abc", CancellationToken.None).Result, Platform.Call("Sum", new[] { 1, 2, 3 }, "abc"));
        Check.Same("CanBeCanceled", Asynchronous.CanBeCanceled(CancellationToken.None, 1), Platform.Call("CanBeCanceled", 1));
        Check.Same("FindLoans", Asynchronous.FindLoansAsync(10000).Result, Platform.Call("FindLoans", 10000));
        Check.Same("Name", Asynchronous.Name(1), Platform.Call("Name", 1));
        Check.Same("NameAsync", Asynchronous.NameAsync(1).Result, Platform.Call("NameAsync", 1));

        foreach (Status given in new[] { Status.Open, Status.Closed })
        {
            string name;
            Status status = given;
            int result = Asynchronous.LookUpAsync(21, out name, ref status).Result;
            object[] outputs = Platform.Outputs("LookUp", 21, given);
            Check.Same("LookUp " + given + ", name", name, outputs[0]);
            Check.Same("LookUp " + given + ", status", status, outputs[1]);
            Check.Same("LookUp " + given, result, outputs[2]);
        }

        Check.SameFailure("FailAtOnce", () => Asynchronous.FailAtOnceAsync("Ä").GetAwaiter().GetResult(), () => Platform.Call("FailAtOnce", "Ä"));
        Check.SameFailure("FailLater", () => Asynchronous.FailLaterAsync("Ä").GetAwaiter().GetResult(), () => Platform.Call("FailLater", "Ä"));
        Check.SameFailure("FailSilently", () => Asynchronous.FailSilentlyAsync("Ä").GetAwaiter().GetResult(), () => Platform.Outputs("FailSilently", "Ä"));
        Check.SameFailure("Cancel", () => Asynchronous.CancelAsync().GetAwaiter().GetResult(), () => Platform.Call("Cancel"));

        var net = new Worker("Ann");
        object worker = Platform.Call("WorkerCreate", "Ann");
        net.WorkAsync(3).Wait();
        Platform.Outputs("Work", worker, 3);
        Check.Same("Done", net.Done(), Platform.Call("Done", worker));
        Check.Same("Worker's name", net.Name, Platform.Call("WorkerNameGet", worker));
        Check.Same("Greeting", net.Greeting.Result, Platform.Call("WorkerGreetingGet", worker));
        Check.Refuses<ArgumentException>("Work of nobody", () => Platform.Outputs("Work", null, 1), "Work: This_Worker", "null");
        Check.Refuses<ArgumentException>("Greeting of a text", () => Platform.Call("WorkerGreetingGet", "text"), "WorkerGreetingGet: This_Worker", "System.String", "Rules.Worker");
    }

    /// <summary>Never gets to what it is asked to do.</summary>
    sealed class Stuck : SynchronizationContext
    {
        public override void Post(SendOrPostCallback callback, object state)
        {
        }
    }
}
