using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Modern;

/// <summary>Blocks of memory, and collections that cannot be changed.</summary>
static class BufferChecks
{
    public static void Run()
    {
        foreach (byte[] bytes in new[] { [], [0, 255], new byte[10000] })
            foreach (string action in new[] { "OfByteMemory", "OfReadOnlyByteMemory", "OfByteSpan", "OfReadOnlyByteSpan", "OfSegment" })
                Check.Same(action + " of " + bytes.Length, bytes, Platform.Call(action, bytes));
        foreach (string text in new[] { "", "Grüße 日本 😀" })
            foreach (string action in new[] { "OfCharMemory", "OfReadOnlyCharMemory", "OfCharSpan", "OfReadOnlyCharSpan" })
                Check.Same(action + " of " + text, text, Platform.Call(action, text));
        foreach (int[] numbers in new[] { [], [1, int.MinValue], Enumerable.Range(0, 10000).ToArray() })
        {
            foreach (string action in new[] { "OfMemory", "OfReadOnlyMemory", "OfSpan" })
                Check.Same(action + " of " + numbers.Length, numbers, Platform.Call(action, numbers));
            Check.Same("AddUp " + numbers.Length, Buffers.AddUp(numbers), Platform.Call("AddUp", numbers));
            Check.Same("IImmutableList of " + numbers.Length, Immutables.OfListInterface(ImmutableList.Create(numbers)), Platform.Call("OfListInterface", numbers));
        }
        string[] texts = ["b", "", "a"];
        Check.Same("OfReadOnlySpan", Buffers.OfReadOnlySpan(texts).ToArray(), Platform.Call("OfReadOnlySpan", (object) texts));
        Check.Same("ImmutableArray", Immutables.OfArray([.. texts]).ToList(), Platform.Call("OfArray", (object) texts));
        Check.Same("ImmutableArray that was never made", new string[0], Platform.Call("NoArray"));
        Point[] points = [new(1, 2), new(3, 4)];
        Check.Same("ImmutableList", Immutables.OfList([.. points]), Platform.Call("OfList", (object) points));
        Check.Same("ImmutableHashSet", Immutables.OfHashSet([3, 1, 3]).Select(View.Of).Order(), ((System.Collections.IEnumerable) Platform.Call("OfHashSet", new[] { 3, 1, 3 })).Cast<object>().Select(View.Of).Order());
        Check.Same("IReadOnlySet", Immutables.OfReadOnlySet(new HashSet<string>(texts)), Platform.Call("OfReadOnlySet", (object) texts));
        var byName = new Dictionary<string, Point> { ["p"] = points[0] };
        Check.Same("ImmutableDictionary", Immutables.OfDictionary(byName.ToImmutableDictionary()), Platform.Call("OfDictionary", byName));
        var numbered = new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 };
        Check.Same("ImmutableSortedDictionary", Immutables.OfSortedDictionary(numbered.ToImmutableSortedDictionary()), Platform.Call("OfSortedDictionary", numbered));
        var single = new Dictionary<string, int> { ["a"] = 2 };
        Check.Same("IImmutableDictionary", Immutables.OfDictionaryInterface(single.ToImmutableDictionary()), Platform.Call("OfDictionaryInterface", single));
        byte[] white = [1, 2, 3];
        Check.Same("Paint", new byte[] { 7, 7, 7 }, Platform.Call("Paint", white, 7));
        Check.Same("Spray", new byte[] { 8, 8, 8 }, Platform.Call("Spray", white, 8));
        Check.Same("Blacken", "██", Platform.Call("Blacken", "ab"));
        Check.Same("Arrange", new[] { -1, 2, 3 }, Platform.Call("Arrange", new[] { 3, -1, 2 }));
        Check.Same("Rub", 0, Platform.Outputs("Rub", white).Length);
        Check.Same("Clean", 3, Platform.Call("Clean", white));
        Check.Same("What is given", new byte[] { 1, 2, 3 }, white);
        Check.Same("Shift", new Point[] { new(9, 2), new(3, 4) }, Platform.Call("Shift", (object) points));
        KeyValuePair<string, int>[] twice = [new("a", 1), new("a", 2)];
        Check.Refuses<ArgumentException>("a key twice", () => Platform.Call("OfSortedDictionary", twice), "OfSortedDictionary: Values", "\"a\"");
    }
}
