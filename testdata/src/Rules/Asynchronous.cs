using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Rules
{
    /// <summary>Work that takes a while.</summary>
    public class Worker
    {
        int done;

        /// <summary>Creates a worker.</summary>
        public Worker(string name)
        {
            Name = name;
        }

        public string Name { get; }

        /// <summary>Gets a text, later.</summary>
        public Task<string> Greeting
        {
            get { return LaterAsync("Hello from " + Name); }
        }

        /// <summary>Works, and counts.</summary>
        public async Task WorkAsync(int times, CancellationToken cancel = default(CancellationToken))
        {
            for (int i = 0; i < times; i++)
            {
                await Task.Yield();
                cancel.ThrowIfCancellationRequested();
                done++;
            }
        }

        /// <summary>Says how much is done.</summary>
        public int Done()
        {
            return done;
        }

        static async Task<string> LaterAsync(string text)
        {
            // It continues where it was called, which must not be waiting.
            await Task.Delay(1);
            return text;
        }
    }

    /// <summary>Asynchronous methods.</summary>
    public static class Asynchronous
    {
        /// <summary>Adds up, and reports on the way.</summary>
        public static async Task<int> SumAsync(IEnumerable<int> values, IProgress<int> progress, string label, CancellationToken cancel)
        {
            int sum = label.Length;
            foreach (int value in values)
            {
                await Task.Delay(1, cancel);
                sum += value;
                if (progress != null)
                    progress.Report(sum);
            }
            return sum;
        }

        /// <summary>Says whether anybody could cancel it.</summary>
        public static bool CanBeCanceled(CancellationToken cancel, int number)
        {
            return cancel.CanBeCanceled;
        }

        /// <summary>Finds loans, later.</summary>
        public static async Task<List<Loan>> FindLoansAsync(int count)
        {
            await Task.Yield();
            return Enumerable.Range(0, count).Select(at => new Loan { Name = "Loan " + at, Amount = at }).ToList();
        }

        /// <summary>Fails before there is a task.</summary>
        public static Task<int> FailAtOnceAsync(string text)
        {
            throw new BankException(text);
        }

        /// <summary>Fails in the task.</summary>
        public static async Task<int> FailLaterAsync(string text)
        {
            await Task.Yield();
            throw new BankException(text);
        }

        /// <summary>Fails without a result.</summary>
        public static async Task FailSilentlyAsync(string text)
        {
            await Task.Yield();
            throw new BankException(text);
        }

        /// <summary>Gives a task that somebody has cancelled.</summary>
        public static Task<int> CancelAsync()
        {
            var source = new TaskCompletionSource<int>();
            source.SetCanceled();
            return source.Task;
        }

        /// <summary>Looks for a number, and gives its name at once.</summary>
        public static Task<int> LookUpAsync(int number, out string name, ref Status status)
        {
            name = "number " + number;
            status = status == Status.Open ? Status.Lost : Status.Open;
            return Task.FromResult(number * 2);
        }

        /// <summary>Has a namesake that does not wait.</summary>
        public static Task<string> NameAsync(int number)
        {
            return Task.FromResult("later " + number);
        }

        /// <summary>Has a namesake that waits.</summary>
        public static string Name(int number)
        {
            return "now " + number;
        }
    }
}
