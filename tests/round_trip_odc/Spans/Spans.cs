using System;

// Spans that are given out beside what is passed by reference: what is given out may lead to it.
namespace Spans
{
    public static class Splitting
    {
        public static void Halve(ref ReadOnlySpan<byte> taken, out ReadOnlySpan<byte> rest)
        {
            rest = taken[(taken.Length / 2)..];
            taken = taken[..(taken.Length / 2)];
        }

        public static bool TryRest(out ReadOnlySpan<char> rest, in ReadOnlySpan<char> taken)
        {
            rest = taken[taken.Length..];
            return true;
        }

        public static void Sort(ref Span<int> taken, ref int first, out Span<int> given, out ReadOnlySpan<int> seen)
        {
            taken.Sort();
            first = taken[0];
            given = taken[1..];
            seen = taken;
        }

        public static void Twice(ref int number, out ReadOnlySpan<int> given)
        {
            number *= 2;
            given = new ReadOnlySpan<int>(ref number);
        }
    }
}
