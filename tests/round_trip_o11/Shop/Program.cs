using System;
using System.Data;
using OutSystems.HubEdition.RuntimePlatform.Db;
using OutSystems.NssShop;

/// <summary>Reads, changes and copies rows of the entities that the extension has.</summary>
static class Program
{
    static int Main()
    {
        Names();
        Rows();
        Changes();
        Lists();
        References();
        return Check.Finish();
    }

    static void Names()
    {
        Check.Same("the table", "[sales].[Customers]", ENCustomersEntity.ViewName(null, ""));
        Check.Same("a table in the form of LINQ to SQL", "[dbo].[Old Invoices]", ENOld_InvoicesEntity.LocalViewName(1, "en"));
        Check.Same("a column", "e_mail", ENCustomersEntity.AttributeDatabaseName("email"));
        Check.Same("no column", "", ENCustomersEntity.AttributeDatabaseName("greeting"));
        Check.Same("columns", 10, ENCustomersEntity.AttributesToDatabaseNamesMap().Count);
    }

    static IDataReader Database()
    {
        var table = new DataTable();
        foreach (Type type in new[] { typeof(string), typeof(string), typeof(int), typeof(string) })
            table.Columns.Add().DataType = type;
        table.Rows.Add("A1", "1.5", 7, DBNull.Value);
        IDataReader reader = table.CreateDataReader();
        reader.Read();
        return reader;
    }

    static void Rows()
    {
        var row = new ENProductEntityEntityRecord(null);
        Check.Same("a new row", true, row.IsDefault());
        Check.Same("of a new row all attributes are written", true, row.ChangedAttributes[0] && row.ChangedAttributes[3]);
        row.ReadDB(Database());
        Check.Same("Text", "A1", row.ssCode);
        Check.Same("Text of a number", "1.5", row.ssWeight);
        Check.Same("null", "", row.ssDetails);
        Check.Same("of a row that was read nothing is written", false, row.ChangedAttributes[0] || row.ChangedAttributes[3]);
        Check.Same("a row is not a new one", false, row.IsDefault());
    }

    static void Changes()
    {
        var row = new ENProductEntityEntityRecord(null);
        row.ReadDB(Database());
        row.ssWeight = "1.5";
        Check.Same("the same value is no change", false, row.ChangedAttributes[1]);
        row.ssWeight = "2";
        Check.Same("another value is a change", true, row.ChangedAttributes[1]);
        ENProductEntityEntityRecord copy = row.Duplicate();
        copy.ssCode = "B2";
        Check.Same("a copy has changes of its own", false, row.ChangedAttributes[0]);
        Check.Same("a copy keeps the changes", true, copy.ChangedAttributes[1]);
        Check.Same("rows are compared by value", false, copy == row);
        var other = new ENProductEntityEntityRecord(null);
        other.FillFromOther(row);
        Check.Same("a row filled from another", true, other == row);
        Check.Same("and its changes", true, !other.ChangedAttributes[0] && other.ChangedAttributes[1]);
    }

    static void Lists()
    {
        var row = new ENProductEntityEntityRecord(null);
        row.ReadDB(Database());
        RCProductEntityRecord record = row;
        Check.Same("a record of a row", "A1", record.ssENProductEntity.ssCode);
        record.ChangedAttributes = new System.Collections.BitArray(4, true);
        Check.Same("changes of a record", true, record.ssENProductEntity.ChangedAttributes[0]);
        Check.Same("attributes to read", 4, record.GetDefaultOptimizedValues()[0].Length);
        record.AllOptimizedAttributes = null;
        var list = new RLProductEntityRecordList();
        list.Append(record);
        list.Append(row);
        Check.Same("a list", 2, list.Duplicate().Length);
    }

    static void References()
    {
        var order = new ENOrdersEntityRecord(null) { ssCustomerNumber = 7, ssId = 5000000000L };
        IRecord record = order;
        Check.Same("a reference", 7, order.ssCustomerNumber);
        Check.Same("an identifier", 5000000000L, record.Duplicate() is ENOrdersEntityRecord ? order.ssId : 0);
        var document = new System.Xml.XmlDocument();
        System.Xml.XmlElement element = document.CreateElement("debugger");
        order.ToXml(null, element, "Order", 1);
        Check.Same("what the debugger shows", "Entity 7",
            element.FirstChild.Name + " " + ((System.Xml.XmlElement) element.FirstChild).GetAttribute("CustomerNumber"));
    }
}
