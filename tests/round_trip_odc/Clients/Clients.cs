using System;

// As the package declares it.
namespace Microsoft.Extensions.DependencyInjection
{
    [AttributeUsage(AttributeTargets.Constructor)]
    public class ActivatorUtilitiesConstructorAttribute : Attribute
    {
    }
}

namespace Clients
{
    public class Options
    {
        public string Url { get; set; }
        public int Retries { get; set; }
    }

    /// <summary>Is made of a structure, and disposed of.</summary>
    public sealed class Client : IDisposable
    {
        readonly Options options;
        readonly string name;
        bool isOpen = true;

        public Client(Options options, string name = "client", object tag = null)
        {
            this.options = options;
            this.name = name;
        }

        public Client(Options options, Client parent)
        {
            this.options = options;
            name = "child of " + parent.name;
        }

        public string Send(string text, string name)
        {
            return string.Join("|", isOpen, options.Url, options.Retries, this.name, text, name);
        }

        public void Dispose()
        {
            isOpen = false;
        }
    }

    /// <summary>Has parameters that are called like the namespace.</summary>
    public static class Systems
    {
        public static string Name(string system, System.Threading.CancellationToken cancel)
        {
            return system + cancel.CanBeCanceled;
        }

        public static void Write(string system, System.IO.TextWriter writer, System.Collections.Generic.Stack<int> numbers)
        {
            writer.Write(system + numbers.Count);
        }
    }

    /// <summary>Says which constructor to use.</summary>
    public class Chooser
    {
        readonly string used;

        public Chooser()
        {
            used = "none";
        }

        [Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]
        public Chooser(int number)
        {
            used = "number " + number;
        }

        public string Used()
        {
            return used;
        }
    }

    /// <summary>Changes what it is given, and what it is called on.</summary>
    public struct Meter
    {
        readonly int[] counts;

        public Meter(int start)
        {
            counts = new[] { start };
        }

        public int Count(ref int step, out int before)
        {
            before = counts[0];
            counts[0] += step;
            step = -step;
            return counts[0];
        }
    }
}
