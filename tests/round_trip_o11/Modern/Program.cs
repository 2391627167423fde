using OutSystems.NssModern;

static class Program
{
    static int Main()
    {
        Platform.Extension = new CssModern();
        RecordChecks.Run();
        ScalarChecks.Run();
        BufferChecks.Run();
        TupleChecks.Run();
        AsynchronousChecks.Run();
        NullChecks.Run();
        return Check.Finish();
    }
}
