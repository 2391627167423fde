using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Rules;

/// <summary><c>ref</c>, <c>out</c> and optional parameters.</summary>
static class ParameterChecks
{
    public static void Run()
    {
        var loan = new Loan { Name = "House", Amount = 1 };
        var loans = new List<Loan> { loan, new Loan { Name = "Car" } };
        var vector = new Vector { X = 3, Y = 4 };
        int[,] table = { { 1, 2 }, { 3, 4 } };
        char letter = 'a';
        Guid id = Guid.Empty;
        object[] outputs = Platform.Outputs("ChangeAll", loan, loans, vector, table, letter, "");
        Parameters.ChangeAll(ref loan, ref loans, ref vector, ref table, ref letter, ref id);
        Check.Same("ChangeAll, loan", loan, outputs[0]);
        Check.Same("ChangeAll, loans", loans, outputs[1]);
        Check.Same("ChangeAll, vector", vector, outputs[2]);
        Check.Same("ChangeAll, table", table, outputs[3]);
        Check.Same("ChangeAll, letter", letter, outputs[4]);
        Check.Same("ChangeAll, id", id, outputs[5]);
        Check.Refuses<ArgumentException>("ChangeAll of a wrong letter", () => Platform.Outputs("ChangeAll", loan, loans, vector, table, "ab", ""), "ChangeAll: In_Letter", "ab");

        foreach (string name in new[] { "Car", "Boat" })
        {
            Loan found;
            int place;
            bool success = Parameters.TryFind(loans, name, out found, out place);
            outputs = Platform.Outputs("TryFind", loans, name);
            Check.Same("TryFind " + name + ", loan", found, outputs[0]);
            Check.Same("TryFind " + name + ", place", place, outputs[1]);
            Check.Same("TryFind " + name, success, outputs[2]);
        }
        int next;
        bool isEven = Parameters.Trying(4, out next);
        Check.Same("Trying", isEven, Platform.Call("Trying", 4));
        Check.Same("Trying, next", next, Platform.Outputs("Trying", 4)[0]);

        Check.Same("Describe by default", Parameters.Describe("x"), Platform.Call("Describe", "x"));
#if !ODC // It takes an Object.
        Check.Same("Describe", Parameters.Describe("x", Status.Open, Grade.A, Rights.None, 'z', "", 0, 0, 0, false, loan, vector, new[] { 1 }, "o", "p", "q"),
            Platform.Call("Describe", "x", Status.Open, Grade.A, Rights.None, 'z', "", 0, 0, 0, false, loan, vector, new[] { 1 }, "o", new[] { "p", "q" }));
#endif
    }
}
