using OutSystems.NssRarities;

/// <summary>What libraries rarely do.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRarities();
        CollectionChecks.Run();
        ObjectChecks.Run();
        TupleChecks.Run();
        ValueChecks.Run();
        return Check.Finish();
    }
}
