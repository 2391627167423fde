using System;
using System.Collections.Generic;
using System.Linq;
using OutSystems.NssRules;
using Rules;

/// <summary>Enums travel as their numbers.</summary>
static class Program
{
    static int Main()
    {
        Platform.Extension = new CssRules();
        View.EnumsAreNumbers = true;
        foreach (Status value in new[] { Status.Open, Status.Closed, Status.Lost, (Status) int.MinValue, (Status) 7 })
            Check.Same("Status " + value, Scalars.OfStatus(value), Platform.Call("OfStatus", value));
        foreach (Rights value in new[] { Rights.None, Rights.Read | Rights.Audit, (Rights) long.MinValue })
            Check.Same("Rights " + value, Scalars.OfRights(value), Platform.Call("OfRights", value));
        foreach (Grade value in new[] { Grade.A, Grade.Z, (Grade) 7 })
        {
            Check.Same("Grade " + value, Scalars.OfGrade(value), Platform.Call("OfGrade", value));
            Check.Same("nullable Grade " + value, Scalars.OfNullableGrade(value), Platform.Call("OfNullableGrade", value));
        }
        Check.Same("a Long Integer", true, Platform.Call("OfRights", 1L) is long);
        Check.Same("an Integer", true, Platform.Call("OfGrade", 1) is int);
        Check.Same("nullable Grade, null", Scalars.OfNullableGrade(null), Platform.Call("OfNullableGrade", 0));
        foreach (int wrong in new[] { -1, 256 })
        {
            Check.Refuses<ArgumentException>("Grade " + wrong, () => Platform.Call("OfGrade", wrong), "OfGrade: Value", wrong.ToString());
            Check.Refuses<ArgumentException>("nullable Grade " + wrong, () => Platform.Call("OfNullableGrade", wrong), "OfNullableGrade: Value", wrong.ToString());
        }

        var statuses = new List<Status> { Status.Lost, Status.Open };
        Check.Same("list of enums", Lists.OfStatusList(statuses), Platform.Call("OfStatusList", statuses));
        var byStatus = new Dictionary<Status, byte[]> { { Status.Lost, new byte[] { 1 } }, { Status.Open, new byte[0] } };
        Check.Same("dictionary by enum", Dictionaries.OfStatuses(byStatus), Platform.Call("OfStatuses", byStatus));
        var offer = new Offer("Bank", 1, new[] { 5 }, Grade.Z);
        Check.Same("attribute of a structure", offer.Better(0), Platform.Call("Better", offer, 0));
        Check.Same("defaults", Parameters.Describe("x"), Platform.Call("Describe", "x"));

        // JSON has what the attribute would have.
        var record = (RCLinkRecord) Platform.Call("MakeChain", 2, "x");
        Check.Same("number in JSON", true, record.ssSTLink.ssNext.Contains("\"Status\":5"));
        Check.Same("JSON", Recursion.WriteChain(Recursion.MakeChain(3, "x")), Platform.Call("WriteChain", Platform.Call("MakeChain", 3, "x")));

        int? number = 1;
        Status? status = Status.Lost;
        DateTime? when;
        decimal? nothing;
        object[] outputs = Platform.Outputs("Exchange", number, status);
        Nulls.Exchange(ref number, ref status, out when, out nothing);
        Check.Same("null by ref", status, outputs[1]);
        var shelf = new Shelf();
        object handle = Platform.Call("ShelfCreate");
        shelf["a", Status.Closed] = 1;
        Platform.Outputs("ShelfItemSet_Status_Byte", handle, "a", Status.Closed, 1);
        Check.Same("index", shelf["a Closed"], Platform.Call("ShelfItemGet_String", handle, "a Closed"));
        return Check.Finish();
    }
}
