using System;
using System.Collections.Generic;
using System.Linq;
using Rules;

/// <summary>What would contain itself travels as JSON: out, in again, and with the text that people would write.</summary>
static class RecursionChecks
{
    public static void Run()
    {
        Chains();
        Trees();
        Departments();
        Catalogs();
    }

    static void Chains()
    {
        foreach (string name in new[] { "x", "", "Ünï \"日\" \\ / \u0001 \u007f \t\r\n 😀 </script> &amp;" })
            foreach (int length in new[] { 1, 2, 100 })
            {
                string title = "chain " + length + " of names of " + name.Length;
                Check.Same(title, Recursion.WriteChain(Recursion.MakeChain(length, name)), Platform.Call("WriteChain", Platform.Call("MakeChain", length, name)));
                Check.Same(title + ", back", Recursion.WriteChain(Recursion.OfLink(Recursion.MakeChain(length, name))), Platform.Call("WriteChain", Platform.Call("OfLink", Platform.Call("MakeChain", length, name))));
            }
        Check.Same("chain without a name", Recursion.WriteChain(Recursion.MakeChain(3, null)).Replace("//", "/"), ((string) Platform.Call("WriteChain", Platform.Call("MakeChain", 3, null))).Replace("//", "/"));
        object first = Platform.Call("MakeChain", 2, "x");
        Check.Same("the JSON of a link",
            "{\"Name\":\"x\",\"Number\":2,\"Weight\":null,\"Status\":\"Closed\",\"Data\":\"Af8=\",\"When\":\"2024-02-29T23:59:59\",\"Next\":null}", Platform.Get(first, "Next"));
        Check.Same("the end of a chain", "", Platform.Get(Platform.Call("MakeChain", 1, "x"), "Next"));

        // What is not said is as in a new object, and what nobody knows does not matter.
        var short1 = new Link { Name = "a", Next = new Link { Name = "b", Next = new Link { Number = 7 } } };
        Check.Same("JSON by hand", Recursion.WriteChain(short1).Replace("//", "/"), Written("a", " { \"Unknown\" : [1, {}], \"Name\":\"b\", \"Next\": { \"Number\": 7 } } "));
        Check.Same("JSON null", Recursion.WriteChain(new Link { Name = "a", Next = null }).Replace("//", "/"), Written("a", "null"));
        foreach (string wrong in new[] { "{", "{\"Number\": \"many\"}", "{\"Number\": 1e20}", "{\"Number\": 7.5}", "{\"Number\": 99999999999}", "{\"Weight\": 1e99}", "{\"Data\": \"?\"}", "{\"When\": \"yesterday\"}", "no" })
            Check.Refuses<ArgumentException>("wrong JSON " + wrong, () => Written("a", wrong), "WriteChain: Link");
        Check.Refuses<ArgumentException>("wrong enum in JSON", () => Written("a", "{\"Status\": \"Away\"}"), "WriteChain: Link", "Away", "Open, Closed, Lost");
        Check.Refuses<InvalidOperationException>("a chain that is too long", () => Platform.Call("MakeChain", 300, "x"), "250");
        string deep = string.Concat(Enumerable.Repeat("{\"Next\":", 300)) + "null" + new string('}', 300);
        Check.Refuses<ArgumentException>("JSON that is too deep", () => Written("a", deep), "WriteChain: Link");
        string endless = string.Concat(Enumerable.Repeat("{\"Next\":", 100000));
        Check.Refuses<ArgumentException>("JSON without end", () => Written("a", endless), "WriteChain: Link");
    }

    static string Written(string name, string next)
    {
        object record = Platform.With(Platform.With(Platform.New("Link"), "Name", name), "Next", next);
        // OutSystems has no text that is null: empty names look the same.
        string written = ((string) Platform.Call("WriteChain", record)).Replace("//", "/");
        return written.Replace("1900-01-01T00:00:00", "0001-01-01T00:00:00").Replace("a/0/-/Open/0/", "a/0/-/Open/-1/");
    }

    static void Trees()
    {
        Tree net = Recursion.MakeTree("t", 3);
        object platform = Platform.Call("MakeTree", "t", 3);
        Check.Same("tree", Recursion.WriteTree(net), Platform.Call("WriteTree", platform));
        string parent = "{\"Name\":\"t\",\"Parent\":null,\"Children\":null}";
        string children = string.Join(",", Enumerable.Range(0, 3).Select(number => "{\"Name\":\"t" + number + "\",\"Parent\":" + parent + ",\"Children\":null}"));
        Check.Same("a list inside of itself is null", "[" + children + "]", Platform.Get(platform, "Children"));
        Check.Same("a tree without a parent", "", Platform.Get(platform, "Parent"));
        Check.Same("a tree of nothing", Recursion.WriteTree(new Tree()), Platform.Call("WriteTree", Platform.New("Tree")));
        Check.Same("wide tree", Recursion.WriteTree(Recursion.MakeTree("w", 10000)), Platform.Call("WriteTree", Platform.Call("MakeTree", "w", 10000)));
    }

    static void Departments()
    {
        Department net = Recursion.MakeDepartment("Sales", "Ann", "Zoë");
        object platform = Platform.Call("MakeDepartment", "Sales", new[] { "Ann", "Zoë" });
        Check.Same("department", Recursion.WriteDepartment(net), Platform.Call("WriteDepartment", platform));
        Check.Same("employees", Recursion.EmployeesOf(net).Select(employee => employee.Name), ((System.Collections.IEnumerable) Platform.Call("EmployeesOf", platform)).Cast<object>().Select(employee => Platform.Get(employee, "Name")));
        var none = new Department { Name = "None", Head = new Employee { Name = "" }, Staff = new Employee[0] };
        Check.Same("department of nobody", Recursion.WriteDepartment(none), Platform.Call("WriteDepartment", Platform.Call("MakeDepartment", "None")));
        Check.Same("employees of nobody", Recursion.EmployeesOf(none), Platform.Call("EmployeesOf", Platform.Call("MakeDepartment", "None")));
    }

    static void Catalogs()
    {
        foreach (int depth in new[] { 0, 1, 4 })
            Check.Same("catalog " + depth, Recursion.WriteCatalog(Recursion.MakeCatalog(depth)).Replace("[]", ""), ((string) Platform.Call("WriteCatalog", Platform.Call("MakeCatalog", depth))).Replace("[]", ""));
        object record = Platform.With(Platform.New("Catalog"), "Sections", "[{\"Key\": \"a\", \"Value\": {}}, {\"Key\": \"a\", \"Value\": {}}]");
        Check.Refuses<ArgumentException>("JSON with a key twice", () => Platform.Call("WriteCatalog", record), "WriteCatalog: Catalog", "twice");
    }
}
