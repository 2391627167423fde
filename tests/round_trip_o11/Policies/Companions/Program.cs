using System;
using System.Collections.Generic;
using System.Linq;
using OutSystems.NssRules;
using Rules;

/// <summary>A Boolean beside each value that can be null says whether it is there.</summary>
static class Program
{
    static readonly DateTime when = new DateTime(2024, 2, 29);
    static readonly Guid id = new Guid(1, 2, 3, new byte[8]);

    static int Main()
    {
        Platform.Extension = new CssRules();
        Parameters();
        Attributes();
        return Check.Finish();
    }

    static void Parameters()
    {
        var empty = new object[] { "", "", false, 0, false, null, false, false, false, "", false, "", false, new byte[0], new byte[0], false, new int[0], false };
        Check.Same("ShowAll of nothing", Nulls.ShowAll("", null, null, null, null, null, null, new byte[0], null, null), Platform.Call("ShowAll", empty));
        object[] there = empty.ToArray();
        foreach (int has in new[] { 2, 4, 6, 8, 10, 12, 15, 17 })
            there[has] = true;
        Check.Same("ShowAll of empty values", Nulls.ShowAll("", "", 0, new DateTime(1900, 1, 1), false, Status.Open, Guid.Empty, new byte[0], new byte[0], new List<int>()), Platform.Call("ShowAll", there));
        Check.Same("ShowAll", Nulls.ShowAll("a", "b", -1, when, true, Status.Lost, id, new byte[1], new byte[2], new List<int> { 1, 2, 3 }),
            Platform.Call("ShowAll", "a", "b", true, -1, true, when, true, true, true, Status.Lost, true, id, true, new byte[1], new byte[2], true, new[] { 1, 2, 3 }, true));

        Check.Same("ShowOptional", Nulls.ShowOptional(), Platform.Call("ShowOptional"));
        Check.Same("ShowOptional, given", Nulls.ShowOptional("", 0, null, "", when), Platform.Call("ShowOptional", "", true, 0, true, 5, false, "", when, true));

        foreach (bool has in new[] { false, true })
        {
            int? number = has ? 0 : (int?) null;
            Status? status = has ? Status.Open : (Status?) null;
            DateTime? date;
            decimal? nothing;
            object[] outputs = Platform.Outputs("Exchange", 0, has, "", has);
            Nulls.Exchange(ref number, ref status, out date, out nothing);
            string name = "Exchange " + has + ", ";
            Check.Same(name + "number", number, outputs[0]);
            Check.Same(name + "has number", number.HasValue, outputs[1]);
            Check.Same(name + "status", status, outputs[2]);
            Check.Same(name + "has status", status.HasValue, outputs[3]);
            Check.Same(name + "date", date, outputs[4]);
            Check.Same(name + "has date", date.HasValue, outputs[5]);
            Check.Same(name + "nothing", nothing, outputs[6]);
            Check.Same(name + "has nothing", nothing.HasValue, outputs[7]);
        }
        Platform.Outputs("NullsLastSet", "", true);
        Check.Same("an empty text that was set", true, Nulls.Last != null);
        Platform.Outputs("NullsLastSet", "a", false);
        Check.Same("no text that was set", true, Nulls.Last == null);
        Platform.Outputs("NullsLastNumberSet", 0, true);
        Check.Same("a zero that was set", true, Nulls.LastNumber.HasValue);
        Platform.Outputs("NullsLastNumberSet", 5, false);
        Check.Same("no number that was set", false, Nulls.LastNumber.HasValue);
        Check.Same("Twice zero", Nulls.Twice(0), Platform.Call("Twice", 0, true));
        Check.Same("Twice nothing", Nulls.Twice(null), Platform.Call("Twice", 5, false));
    }

    static void Attributes()
    {
        var none = new Contact { Name = "none" };
        var zero = new Contact { Name = "zero", Phone = "", Age = 0, Born = new DateTime(1900, 1, 1), IsPrivate = false, Status = Status.Open };
        var all = new Contact { Name = "all", Phone = "1", Age = -3, Born = when, IsPrivate = true, Status = Status.Lost, Home = new Uri("https://example.org/") };
        foreach (Contact contact in new[] { none, zero, all })
        {
            var record = (RCContactRecord) Platform.Call("OfContact", contact);
            Check.Same("ShowContact " + contact.Name, contact.ShowContact(), Platform.Call("ShowContact", record));
            Check.Same("contact " + contact.Name,
                new
                {
                    contact.Name, contact.Phone, HasPhone = contact.Phone != null, contact.Age, HasAge = contact.Age != null, contact.Born, HasBorn = contact.Born != null,
                    contact.IsPrivate, HasIsPrivate = contact.IsPrivate != null, contact.Status, HasStatus = contact.Status != null, contact.Home, HasHome = contact.Home != null
                },
                record);
        }
        // What is not there does not count.
        var hidden = new RCContactRecord(null);
        hidden.ssSTContact.ssName = "hidden";
        hidden.ssSTContact.ssAge = 5;
        hidden.ssSTContact.ssPhone = "1";
        Check.Same("a value without its companion", new Contact { Name = "hidden" }.ShowContact(), Platform.Call("ShowContact", hidden));
        var report = new Report { Title = "a", Page = new Page<Loan> { First = new Loan() }, Period = null };
        Check.Same("a structure that is null", false, ((RCReportRecord) Platform.Call("OfReport", report)).ssSTReport.ssHasPeriod);
        report.Period = new Range<DateTime> { Start = when };
        Check.Same("a structure that is not null", true, ((RCReportRecord) Platform.Call("OfReport", report)).ssSTReport.ssHasPeriod);
        Check.Same("JSON", Recursion.WriteChain(Recursion.MakeChain(3, "x")), Platform.Call("WriteChain", Platform.Call("MakeChain", 3, "x")));
    }
}
