using System;
using System.Collections.Generic;
using Rules;

/// <summary>Where null is legal, an empty value means null; elsewhere it stays empty.</summary>
static class NullChecks
{
    static readonly Guid id = new Guid(1, 2, 3, new byte[8]);
    static readonly DateTime when = new DateTime(2024, 2, 29);

    public static void Run()
    {
        Check.Same("ShowAll of nothing", Nulls.ShowAll("", null, null, null, null, null, null, new byte[0], null, null), Platform.Call("ShowAll", "", "", 0, null, false, "", "", new byte[0], new byte[0], new int[0]));
        Check.Same("ShowAll", Nulls.ShowAll("a", "b", -1, when, true, Status.Open, id, new byte[] { 1 }, new byte[] { 1, 2 }, new List<int> { 0 }),
            Platform.Call("ShowAll", "a", "b", -1, when, true, Status.Open, id, new byte[] { 1 }, new byte[] { 1, 2 }, new[] { 0 }));
        Check.Same("ShowOptional", Nulls.ShowOptional(), Platform.Call("ShowOptional"));
        Check.Same("ShowOptional, all given", Nulls.ShowOptional("a", 1, 2, "b", when, new Uri("x", UriKind.Relative)), Platform.Call("ShowOptional", "a", 1, 2, "b", when, "x"));
        Check.Same("ShowOptional, empty", Nulls.ShowOptional(null, null, null, "", null, null), Platform.Call("ShowOptional", "", 0, 0, "", null, ""));

        foreach (int given in new[] { 0, 5 })
        {
            int? number = given == 0 ? (int?) null : given;
            Status? status = given == 0 ? (Status?) null : Status.Open;
            object[] outputs = Platform.Outputs("Exchange", given, given == 0 ? "" : "Open");
            DateTime? date;
            decimal? nothing;
            Nulls.Exchange(ref number, ref status, out date, out nothing);
            Check.Same("Exchange " + given + ", number", number, outputs[0]);
            Check.Same("Exchange " + given + ", status", status, outputs[1]);
            Check.Same("Exchange " + given + ", date", date, outputs[2]);
            Check.Same("Exchange " + given + ", nothing", nothing, outputs[3]);
        }
        Check.Same("Twice", Nulls.Twice(4), Platform.Call("Twice", 4));
        Check.Same("Twice nothing", Nulls.Twice(null), Platform.Call("Twice", 0));

        var none = new Contact { Name = "" };
        var all = new Contact { Name = "Ann", Phone = "1", Age = 3, Born = when, IsPrivate = true, Status = Status.Lost, Home = new Uri("https://example.org/") };
        foreach (Contact contact in new[] { none, all })
        {
            Check.Same("contact " + contact.Name, Nulls.OfContact(contact), Platform.Call("OfContact", contact));
            Check.Same("ShowContact " + contact.Name, contact.ShowContact(), Platform.Call("ShowContact", contact));
        }

        Platform.Outputs("NullsLastSet", "a");
        Check.Same("a text that was set", "a", Nulls.Last);
        Platform.Outputs("NullsLastSet", "");
        Check.Same("a text that can be null", true, Nulls.Last == null);
        Check.Same("a text that is null", Nulls.Last, Platform.Call("NullsLastGet"));
        Platform.Outputs("NullsLastNumberSet", 5);
        Check.Same("a number that was set", 5, Nulls.LastNumber);
        Platform.Outputs("NullsLastNumberSet", 0);
        Check.Same("a number that can be null", false, Nulls.LastNumber.HasValue);
        Check.Same("a number that is null", Nulls.LastNumber, Platform.Call("NullsLastNumberGet"));
    }
}
