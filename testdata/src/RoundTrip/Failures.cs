using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace RoundTrip
{
    /// <summary>Functions that fail, each in its own way.</summary>
    public static class Failures
    {
        /// <summary>Refuses its argument.</summary>
        /// <exception cref="ArgumentException">Always.</exception>
        public static int Refuse(int number)
        {
            throw new ArgumentException("The number " + number + " is refused.", nameof(number));
        }

        /// <summary>Fails half-way through a list.</summary>
        public static IEnumerable<int> Break(int after)
        {
            for (int number = 1; number <= after; number++)
                yield return number;
            throw new InvalidOperationException("Broken after " + after + ".");
        }

        /// <summary>Fails later: the caller must see this exception, not one that wraps it.</summary>
        public static async Task<string> RefuseAsync(string text)
        {
            await Task.Yield();
            throw new ArgumentException("'" + text + "' is refused.");
        }
    }
}
