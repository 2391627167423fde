namespace Modern;

using System;
using System.Threading.Tasks;

/// <summary>Members that write into what they are given.</summary>
public static class Writing
{
    /// <summary>Sets all bytes.</summary>
    public static void Paint(Span<byte> buffer, byte value) => buffer.Fill(value);

    /// <summary>Sorts the numbers.</summary>
    public static void Arrange(Span<int> numbers) => numbers.Sort();

    /// <summary>Sets all bytes, in a while.</summary>
    public static async Task SprayAsync(Memory<byte> buffer, byte value)
    {
        await Task.Yield();
        buffer.Span.Fill(value);
    }

    /// <summary>Sets all letters.</summary>
    public static void Blacken(Span<char> text) => text.Fill('█');

    /// <summary>Clears all bytes at once, though one has to wait for it.</summary>
    public static Task Rub(Span<byte> buffer)
    {
        buffer.Clear();
        return Task.CompletedTask;
    }

    /// <summary>Clears all bytes, and tells how many they were.</summary>
    public static int Clean(Span<byte> buffer)
    {
        buffer.Clear();
        return buffer.Length;
    }

    /// <summary>Renames the point of a list, which is a copy.</summary>
    public static void Shift(Point[] points) => points[0] = points[0] with { X = 9 };
}
