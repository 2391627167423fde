/// <summary>Spans in all directions.</summary>
static class SpanChecks
{
    public static void Run()
    {
        Check.Same("Halve", new object[] { new byte[] { 1, 2 }, new byte[] { 3, 4, 5 } }, Platform.Outputs("Halve", new byte[] { 1, 2, 3, 4, 5 }));
        Check.Same("TryRest", new object[] { "", true }, Platform.Outputs("TryRest", "rest"));
        Check.Same("Sort", new object[] { new[] { 1, 2, 3 }, 1, new[] { 2, 3 }, new[] { 1, 2, 3 } }, Platform.Outputs("Sort", new[] { 3, 1, 2 }, 0));
        Check.Same("Twice", new object[] { 42, new[] { 42 } }, Platform.Outputs("Twice", 21));
    }
}
