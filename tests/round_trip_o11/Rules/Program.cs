using OutSystems.NssRules;

static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRules();
        DictionaryChecks.Run();
        ListChecks.Run();
        TupleChecks.Run();
        GenericChecks.Run();
        RecursionChecks.Run();
        AsynchronousChecks.Run();
        IndexerChecks.Run();
        ScalarChecks.Run();
        NullChecks.Run();
        ParameterChecks.Run();
        ArgumentChecks.Run();
        StructureChecks.Run();
        return Check.Finish();
    }
}
