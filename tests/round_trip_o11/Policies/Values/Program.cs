using System;
using System.Collections.Generic;
using OutSystems.NssRules;
using Rules;

/// <summary>Nothing that comes in is null: an empty value is a value.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRules();
        var nullDate = new DateTime(1900, 1, 1);
        Check.Same("ShowAll of nothing", Nulls.ShowAll("", "", 0, nullDate, false, Status.Open, Guid.Empty, new byte[0], new byte[0], new List<int>()),
            Platform.Call("ShowAll", "", "", 0, nullDate, false, "", "", new byte[0], new byte[0], new int[0]));
        Check.Same("ShowAll", Nulls.ShowAll("a", "b", 1, new DateTime(2024, 2, 29), true, Status.Lost, new Guid(1, 2, 3, new byte[8]), new byte[1], new byte[2], new List<int> { 1, 2, 3 }),
            Platform.Call("ShowAll", "a", "b", 1, new DateTime(2024, 2, 29), true, Status.Lost, new Guid(1, 2, 3, new byte[8]), new byte[1], new byte[2], new[] { 1, 2, 3 }));
        // What is left out is what the method says.
        Check.Same("ShowOptional", Nulls.ShowOptional(), Platform.Call("ShowOptional"));
        Check.Same("ShowOptional of zero", Nulls.ShowOptional("a", 1, 0, ""), Platform.Call("ShowOptional", "a", 1, 0, ""));

        int? number = 0;
        Status? status = Status.Open;
        DateTime? when;
        decimal? nothing;
        object[] outputs = Platform.Outputs("Exchange", 0, "");
        Nulls.Exchange(ref number, ref status, out when, out nothing);
        Check.Same("Exchange, number", number, outputs[0]);
        Check.Same("Exchange, status", status, outputs[1]);
        Check.Same("Exchange, date", when, outputs[2]);
        Check.Same("Exchange, nothing", nothing, outputs[3]);
        Check.Same("Twice zero", Nulls.Twice(0), Platform.Call("Twice", 0));

        var contact = new Contact { Name = "", Phone = "", Age = 0, Born = nullDate, IsPrivate = false, Status = Status.Open };
        Check.Same("ShowContact", contact.ShowContact(), Platform.Call("ShowContact", new RCContactRecord(null)));
        Platform.Outputs("NullsLastSet", "");
        Check.Same("an empty text that was set", true, Nulls.Last != null);
        Platform.Outputs("NullsLastNumberSet", 0);
        Check.Same("a zero that was set", true, Nulls.LastNumber.HasValue);
        var guids = new Dictionary<Guid, decimal?> { { new Guid(1, 2, 3, new byte[8]), 0 } };
        Check.Same("a zero in a dictionary", Dictionaries.OfGuids(guids), Platform.Call("OfGuids", guids));
        return Check.Finish();
    }
}
