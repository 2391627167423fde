using System;
using System.Collections.Generic;
using OutSystems.NssRarities;
using Rarities;

/// <summary>Objects of wrong types, wherever they come in.</summary>
static class ObjectChecks
{
    public static void Run()
    {
        object secret = Platform.Call("SecretCreate", "a"), other = Platform.Call("SecretCreate", "b");
        Check.Same("matches", true, Platform.Call("Matches", secret, Platform.Call("SecretCreate", "a")));
        Check.Same("does not match", false, Platform.Call("Matches", secret, other));
        Check.Same("does not match null", false, Platform.Call("Matches", secret, null));
        Check.Refuses<ArgumentException>("a wrong argument", () => Platform.Call("Matches", secret, "text"), "Matches: Other", "System.String", "Rarities.Secret");
        Check.Refuses<ArgumentException>("a wrong instance", () => Platform.Call("Matches", "text", secret), "Matches: This_Secret", "System.String");
        Check.Refuses<ArgumentException>("no instance", () => Platform.Call("Matches", null, secret), "Matches: This_Secret", "null");

        Check.Same("a list of secrets", 2, Platform.Call("Count", new List<object> { secret, null, other }));
        Check.Refuses<ArgumentException>("a wrong item", () => Platform.Call("Count", new List<object> { secret, 5 }), "Count: Secrets", "System.Int32");
        Check.Same("a secret in a structure", true, Platform.Call("Has", new { Name = "a", Secret = secret }));
        Check.Same("no secret in a structure", false, Platform.Call("Has", new { Name = "a", Secret = (object) null }));
        Check.Refuses<ArgumentException>("a wrong part", () => Platform.Call("Has", new { Name = "a", Secret = (object) 5 }), "Has: Keeper", "System.Int32");
        Check.Same("by reference", other, Platform.Outputs("Exchange", secret, other)[0]);
        Check.Refuses<ArgumentException>("wrong by reference", () => Platform.Call("Exchange", 5, other), "Exchange: In_Secret", "System.Int32");
        // A struct cannot be null.
        Check.Refuses<ArgumentException>("no struct", () => Platform.Call("Are", null, null), "Are: Cookie", "null");
        Check.Same("a struct", false, Platform.Call("Are", null, new System.Threading.LockCookie()));

        object session = Platform.Call("Begin", new DateTime(2024, 2, 29));
        Check.Same("year", 2024, Platform.Call("SessionYearGet", session));
        Check.Same("day", 61, Platform.Call("SessionDayGet", Platform.Call("Later", session, 1)));
        object shape = Platform.Call("Shape");
        Check.Same("a shape", true, Platform.Call("IsShape", shape));
        Check.Same("name", "square", Platform.Call("IShapeNameGet", shape));
        Check.Same("area", 4.0, Platform.Call("IShapeAreaGet", shape));
        object query = Platform.Call("QueryCreate");
        Platform.Outputs("QueryTextSet", query, "x");
        Platform.Outputs("QueryLimitSet", query, 3);
        Check.Same("asked", "x 3 1", Platform.Call("Ask", query));
        Check.Same("asked again", "x 3 2", Platform.Call("Write", query));
        Check.Same("limit", 3, Platform.Call("QueryLimitGet", Platform.Call("Repeat", query)));
        Check.Same("text", "x", Platform.Call("QueryTextGet", query));
        object branch = Platform.Call("BranchCreate");
        Platform.Outputs("BranchNameSet", branch, "leaf");
        object tree = Platform.Call("Grow", branch, "tree");
        Check.Same("branches", 2, Platform.Call("CountBranches", tree));
        Check.Same("all branches", 3, Platform.Call("CountAll", new List<object> { tree, branch }));
        Check.Same("name of a branch", "tree", Platform.Call("BranchNameGet", tree));
        Check.Same("branches of a branch", new List<object> { branch }, Platform.Call("BranchBranchesGet", tree));
        Platform.Outputs("BranchBranchesSet", tree, new List<object>());
        Check.Same("no branches of a branch", new List<object>(), Platform.Call("BranchBranchesGet", tree));
    }
}
