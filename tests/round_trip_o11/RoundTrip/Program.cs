using OutSystems.NssRoundTrip;

static class Program
{
    public static readonly CssRoundTrip Extension = new CssRoundTrip();

    static int Main()
    {
        NumberChecks.Run();
        TextChecks.Run();
        DateChecks.Run();
        BinaryChecks.Run();
        EnumChecks.Run();
        ListChecks.Run();
        StructureChecks.Run();
        ParameterChecks.Run();
        ObjectChecks.Run();
        FailureChecks.Run();
        return Check.Finish();
    }
}
