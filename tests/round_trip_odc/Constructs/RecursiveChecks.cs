using System;
using System.Collections.Generic;
using System.Linq;
using Constructs;

/// <summary>Values that contain themselves, which travel as JSON, and groups.</summary>
static class RecursiveChecks
{
    const string Parent = "{\"Name\": \"parent\", \"Parent\": {\"Name\": \"grandparent\"}}";
    const string Children = "[{\"Name\": \"a\"}, {\"Name\": \"b\", \"Children\": [{\"Name\": \"c\"}]}]";

    public static void Run()
    {
        var net = new Node
        {
            Name = "root",
            Parent = new Node { Name = "parent", Parent = new Node { Name = "grandparent" } },
            Children = new List<Node> { new Node { Name = "a" }, new Node { Name = "b", Children = new List<Node> { new Node { Name = "c" } } } }
        };
        object node = Platform.With(Platform.With(Platform.With(Platform.New("Node"), "Name", "root"), "Parent", Parent), "Children", Children);
        Check.Same("depth", net.Depth(), Platform.Call("Depth", node));
        Check.Same("count", Graphs.Count(net), Platform.Call("GraphsCount", node));
        Check.Same("a class that is optional", Optionals.OfClass(net), Platform.Call("OfClass", node));
        Check.Same("a class that is left out", Optionals.OfClass(), Platform.Call("OfClass"));
        Check.Same("a page without nodes", ClosedGenerics.Nodes(3).Number, Platform.Get(Platform.Call("Nodes", 3), "Number"));
        Check.Same("its list", new List<Node>(), Platform.Get(Platform.Call("Nodes", 3), "Items"));
        Check.Same("no nodes, later", new List<Node>(), Platform.Call("NodesAsync"));
        Check.Same("no entries", new List<Node>(), Platform.Call("DeepDictionary"));
        object employee = Platform.With(Platform.With(Platform.New("Employee"), "Name", "Ann"), "Department", "{\"Name\": \"Sales\", \"Head\": {\"Name\": \"Zoë\"}}");
        object department = Platform.Call("DepartmentOf", employee);
        Check.Same("department", "Sales", Platform.Get(department, "Name"));
        var groups = ((System.Collections.IEnumerable) Platform.Call("Lookup", new List<string> { "a", "bb", "cc" })).Cast<object>();
        var expected = Collections.Lookup(new[] { "a", "bb", "cc" }).Select(group => group.Key + ":" + string.Join(",", group));
        Check.Same("groups", expected, groups.Select(group => Platform.Get(group, "Key") + ":" + string.Join(",", (IEnumerable<string>) Platform.Get(group, "Items"))));
    }
}
