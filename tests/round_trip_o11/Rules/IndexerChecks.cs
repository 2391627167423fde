using System;
using Rules;

/// <summary>Indexers: one, several, by name, of structures.</summary>
static class IndexerChecks
{
    public static void Run()
    {
        var net = new Shelf();
        object shelf = Platform.Call("ShelfCreate");
        net["Tea"] = 2.5m;
        Platform.Outputs("ShelfItemSet", shelf, "Tea", 2.5m);
        net["Tea", Status.Lost] = 255;
        Platform.Outputs("ShelfItemSet_Status_Byte", shelf, "Tea", Status.Lost, 255);
        Check.Same("by name", net["Tea"], Platform.Call("ShelfItemGet_String", shelf, "Tea"));
        Check.Same("by name and status", net["Tea Lost"], Platform.Call("ShelfItemGet_String", shelf, "Tea Lost"));
        Check.Same("by place", net[1], Platform.Call("ShelfItemGet", shelf, 1));
        decimal price;
        Check.SameFailure("by a name that is not there", () => price = net["Cups"], () => Platform.Call("ShelfItemGet_String", shelf, "Cups"));
        Check.SameFailure("by a place that is not there", () => net[9].ToString(), () => Platform.Call("ShelfItemGet", shelf, 9));
        Check.Refuses<ArgumentException>("a wrong index", () => Platform.Outputs("ShelfItemSet_Status_Byte", shelf, "Tea", "Away", 1), "ShelfItemSet_Status_Byte: Status", "Away");
        Check.Refuses<ArgumentException>("a wrong value", () => Platform.Outputs("ShelfItemSet_Status_Byte", shelf, "Tea", Status.Open, 256), "ShelfItemSet_Status_Byte: Value", "256");
        Check.Refuses<ArgumentException>("an index of nothing", () => Platform.Call("ShelfItemGet", null, 0), "ShelfItemGet: This_Shelf", "null");

        var board = new Board();
        object platform = Platform.Call("BoardCreate");
        Check.Same("an empty field", board[0, 0], Platform.Call("BoardFieldGet", platform, 0, 0));
        board[1, 2] = 'é';
        Platform.Outputs("BoardFieldSet", platform, 1, 2, "é");
        Check.Same("a field that was set", board[1, 2], Platform.Call("BoardFieldGet", platform, 1, 2));
        Check.SameFailure("a field that is not there", () => board[3, 0].ToString(), () => Platform.Call("BoardFieldGet", platform, 3, 0));

        var vector = new Vector { X = 1, Y = 2 };
        Check.Same("coordinate", vector[1], Platform.Call("VectorItemGet", vector, 1));
        Check.Same("coordinate, the vector", vector, Platform.Outputs("VectorItemGet", vector, 1)[0]);
        object changed = Platform.Call("VectorItemSet", vector, 0, -5);
        vector[0] = -5;
        Check.Same("coordinate that was set", vector, changed);
    }
}
