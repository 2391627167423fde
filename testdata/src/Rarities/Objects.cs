using System;
using System.Collections.Generic;
using System.Linq;

namespace Rarities
{
    /// <summary>Holds something that it does not show.</summary>
    public sealed class Secret
    {
        readonly string text;

        /// <summary>Hides a text.</summary>
        public Secret(string text) { this.text = text; }

        /// <summary>Whether both hide the same.</summary>
        public bool Matches(Secret other) { return other != null && other.text == text; }
    }

    /// <summary>Has secrets.</summary>
    public class Keeper
    {
        /// <summary>Gets or sets his name.</summary>
        public string Name { get; set; }

        /// <summary>Gets or sets his secret.</summary>
        public Secret Secret { get; set; }
    }

    /// <summary>What is done with secrets.</summary>
    public static class Secrets
    {
        /// <summary>Counts the secrets that are there.</summary>
        public static int Count(List<Secret> secrets) { return secrets.Count(secret => secret != null); }

        /// <summary>Whether a keeper has a secret.</summary>
        public static bool Has(Keeper keeper) { return keeper.Secret != null; }

        /// <summary>Whether a stopwatch and a span of time are there.</summary>
        public static bool Are(System.Diagnostics.Stopwatch watch, System.Threading.LockCookie cookie) { return watch != null; }

        /// <summary>Exchanges secrets.</summary>
        public static void Exchange(ref Secret secret, Secret other) { secret = other; }
    }

    /// <summary>Can be built of what it shows, but for what it remembers.</summary>
    public class Query
    {
        int calls;

        /// <summary>Gets or sets what is looked for.</summary>
        public string Text { get; set; }

        /// <summary>Gets or sets how much of it.</summary>
        public int Limit { get; set; }

        /// <summary>What is done with each result.</summary>
        public Action<string> Found;

        /// <summary>Writes the query, and how often that was done.</summary>
        public string Write() { calls++; return Text + " " + Limit + " " + calls; }
    }

    /// <summary>Shows more than what it is made of.</summary>
    public class Session
    {
        readonly DateTime started;

        internal Session(DateTime started) { this.started = started; }

        /// <summary>Gets the year.</summary>
        public int Year { get { return started.Year; } }

        /// <summary>Gets the day.</summary>
        public int Day { get { return started.DayOfYear; } }

        /// <summary>Adds days.</summary>
        public Session Later(int days) { return new Session(started.AddDays(days)); }
    }

    /// <summary>Has a name and a size.</summary>
    public interface IShape
    {
        /// <summary>Gets the name.</summary>
        string Name { get; }

        /// <summary>Gets the area.</summary>
        double Area { get; }
    }

    /// <summary>A node of a tree with a private part.</summary>
    public class Branch
    {
        object cache;

        /// <summary>Gets or sets the name.</summary>
        public string Name { get; set; }

        /// <summary>Gets or sets what grows on it.</summary>
        public List<Branch> Branches { get; set; }

        /// <summary>Counts the branches.</summary>
        public int CountBranches()
        {
            cache = cache ?? (object) (1 + (Branches == null ? 0 : Branches.Sum(branch => branch.CountBranches())));
            return (int) cache;
        }
    }

    /// <summary>Makes things that cannot be made otherwise.</summary>
    public static class Factory
    {
        sealed class Square : IShape
        {
            public string Name { get { return "square"; } }
            public double Area { get { return 4; } }
        }

        /// <summary>Begins a session.</summary>
        public static Session Begin(DateTime started) { return new Session(started); }

        /// <summary>Gives a shape.</summary>
        public static IShape Shape() { return new Square(); }

        /// <summary>Whether the shape is there.</summary>
        public static bool IsShape(IShape shape) { return shape != null; }

        /// <summary>Writes a query.</summary>
        public static string Ask(Query query) { return query == null ? "nothing" : query.Write(); }

        /// <summary>Gives back a query.</summary>
        public static Query Repeat(Query query) { return query; }

        /// <summary>Grows a branch on another.</summary>
        public static Branch Grow(Branch branch, string name)
        {
            return new Branch { Name = name, Branches = new List<Branch> { branch } };
        }

        /// <summary>Counts branches.</summary>
        public static int CountAll(List<Branch> branches) { return branches.Sum(branch => branch.CountBranches()); }
    }
}
