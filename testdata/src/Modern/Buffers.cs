namespace Modern;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Blocks of memory.</summary>
public static class Buffers
{
    public static Memory<byte> OfByteMemory(Memory<byte> value) => value;
    public static ReadOnlyMemory<byte> OfReadOnlyByteMemory(ReadOnlyMemory<byte> value) => value;
    public static Span<byte> OfByteSpan(Span<byte> value) => value;
    public static ReadOnlySpan<byte> OfReadOnlyByteSpan(ReadOnlySpan<byte> value) => value;
    public static Memory<char> OfCharMemory(Memory<char> value) => value;
    public static ReadOnlyMemory<char> OfReadOnlyCharMemory(ReadOnlyMemory<char> value) => value;
    public static Span<char> OfCharSpan(Span<char> value) => value;
    public static ReadOnlySpan<char> OfReadOnlyCharSpan(ReadOnlySpan<char> value) => value;
    public static Memory<int> OfMemory(Memory<int> value) => value;
    public static ReadOnlyMemory<int> OfReadOnlyMemory(ReadOnlyMemory<int> value) => value;
    public static Span<int> OfSpan(Span<int> value) => value;
    public static ReadOnlySpan<string> OfReadOnlySpan(ReadOnlySpan<string> value) => value;
    public static ArraySegment<byte> OfSegment(ArraySegment<byte> value) => value;

    /// <summary>Adds up.</summary>
    public static int AddUp(ReadOnlySpan<int> values)
    {
        int sum = 0;
        foreach (int value in values)
            sum += value;
        return sum;
    }
}

/// <summary>Collections that cannot be changed.</summary>
public static class Immutables
{
    public static ImmutableArray<string> OfArray(ImmutableArray<string> values) => values;
    public static ImmutableList<Point> OfList(ImmutableList<Point> values) => values;
    public static IImmutableList<int> OfListInterface(IImmutableList<int> values) => values;
    public static ImmutableHashSet<int> OfHashSet(ImmutableHashSet<int> values) => values;
    public static ImmutableDictionary<string, Point> OfDictionary(ImmutableDictionary<string, Point> values) => values;
    public static IImmutableDictionary<string, int> OfDictionaryInterface(IImmutableDictionary<string, int> values) => values;
    public static ImmutableSortedDictionary<string, int> OfSortedDictionary(ImmutableSortedDictionary<string, int> values) => values;
    public static IReadOnlySet<string> OfReadOnlySet(IReadOnlySet<string> values) => values;

    /// <summary>Gives an array that was never made.</summary>
    public static ImmutableArray<string> NoArray() => default;
}

/// <summary>Holds tuples.</summary>
public class Reading
{
    public (double Value, string Unit) Measured { get; set; }
    public (int, int) Plain { get; set; }
    public Dictionary<string, (int Low, int High)>? Limits { get; set; }
}

/// <summary>Tuples with names, wherever they are.</summary>
public static class Tuples
{
    /// <summary>Finds the best offer.</summary>
    public static (decimal Rate, int Years) FindBest(List<(string Bank, decimal Rate, int Years)> offers) => offers.OrderBy(offer => offer.Rate).Select(offer => (offer.Rate, offer.Years)).First();

    /// <summary>Divides with a remainder.</summary>
    public static void DivideBoth(int a, int b, out (int Quotient, int Remainder) result) => result = (a / b, a % b);

    /// <summary>Exchanges the two.</summary>
    public static void Exchange(ref (int Left, int Right) pair) => pair = (pair.Right, pair.Left);

    /// <summary>Gives back what it got.</summary>
    public static Reading OfReading(Reading value) => value;

    /// <summary>Names points.</summary>
    public static Dictionary<string, (int X, (string Text, bool Flag) Inner)[]> Nest((int X, (string Text, bool Flag) Inner)[] values, string key) => new() { [key] = values };

    /// <summary>Gives back ten items, which are three tuples.</summary>
    public static (int A, string B, int C, int D, int E, int F, (int X, int Y) G, string H, int I, decimal J) OfTen((int A, string B, int C, int D, int E, int F, (int X, int Y) G, string H, int I, decimal J) value) => value;

    /// <summary>Gives a tuple, or none.</summary>
    public static (int A, int B)? Maybe(bool some) => some ? (1, 2) : null;
}

/// <summary>What takes a while.</summary>
public static class Asynchronous
{
    /// <summary>Counts, one after the other.</summary>
    public static async IAsyncEnumerable<int> CountAsync(int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Delay(1, cancel);
            yield return i;
        }
    }

    /// <summary>Fails on the way.</summary>
    public static async IAsyncEnumerable<Point> BreakAsync()
    {
        yield return new(1, 2);
        await Task.Yield();
        throw new InvalidOperationException("Broken.");
    }

    /// <summary>Doubles.</summary>
    public static async ValueTask<long> TwiceAsync(int number)
    {
        await Task.Yield();
        return 2L * number;
    }

    /// <summary>Does nothing, later.</summary>
    public static async ValueTask PauseAsync(IProgress<int>? progress, int milliseconds, CancellationToken cancel = default)
    {
        await Task.Delay(milliseconds, cancel);
        progress?.Report(milliseconds);
    }

    /// <summary>Fails later.</summary>
    public static async ValueTask<int> FailAsync(string text)
    {
        await Task.Yield();
        throw new FormatException(text);
    }
}
