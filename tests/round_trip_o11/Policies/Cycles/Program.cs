using System;
using System.Linq;
using OutSystems.NssRules;
using Rules;

/// <summary>What would make a structure contain itself is not in it.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRules();
        Recursively();
        return Check.Finish();
    }

    static void Recursively()
    {
        Link first = Recursion.MakeChain(3, "x");
        object chain = Platform.Call("MakeChain", 3, "x");
        Check.Same("a link alone", new { first.Name, first.Number, first.Weight, first.Status, first.Data, first.When }, chain);
        first.Next = null;
        Check.Same("WriteChain", Recursion.WriteChain(first), Platform.Call("WriteChain", chain));
        Check.Same("OfLink", new { first.Name, first.Number, first.Weight, first.Status, first.Data, first.When }, Platform.Call("OfLink", chain));

        object tree = Platform.Call("MakeTree", "t", 3);
        Check.Same("a tree alone", new { Name = "t" }, tree);
        Check.Same("WriteTree", Recursion.WriteTree(new Tree { Name = "t" }), Platform.Call("WriteTree", tree));

        Department sales = Recursion.MakeDepartment("Sales", "Ann", "Bob");
        object department = Platform.Call("MakeDepartment", "Sales", new[] { "Ann", "Bob" });
        Check.Same("a department", new { Name = "Sales", Head = new { Name = "Ann" }, Staff = sales.Staff.Select(employee => new { employee.Name }) }, department);
        Check.Same("WriteDepartment", Recursion.WriteDepartment(sales), Platform.Call("WriteDepartment", department));
        Check.Same("EmployeesOf", sales.Staff.Select(employee => new { employee.Name }), Platform.Call("EmployeesOf", department));

        Check.Same("a catalog alone", new { Articles = 2 }, Platform.Call("MakeCatalog", 2));
        Check.Same("WriteCatalog", Recursion.WriteCatalog(new Catalog { Articles = 2 }), Platform.Call("WriteCatalog", Platform.Call("MakeCatalog", 2)));
    }
}
