using Required;

/// <summary>What has members that are required and contains itself travels as JSON.</summary>
static class TreeChecks
{
    public static void Run()
    {
        foreach (int children in new[] { 0, 1, 3 })
        {
            object tree = Platform.Call("Tree", "t", children);
            Check.Same("tree of " + children, Desk.Show(Desk.Tree("t", children)), Platform.Call("Show", tree));
        }
        object leaf = Platform.With(Platform.New("Category"), "Name", "leaf");
        Check.Same("a leaf of an application", "leaf(one())", Platform.Call("Show", Platform.With(leaf, "Children", "[{\"Name\": \"one\", \"Children\": []}]")));
    }
}
