using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Numerics;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Rules;

/// <summary>Types that travel as basic types, and what they refuse.</summary>
static class ScalarChecks
{
    public static void Run()
    {
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        Numbers();
        Documents();
        Bytes();
        Enums();
        Refused();
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    static void Numbers()
    {
        foreach (BigInteger value in new[] { BigInteger.Zero, BigInteger.MinusOne, BigInteger.Pow(10, 100), -BigInteger.Pow(2, 200) })
        {
            Check.Same("BigInteger " + value, Scalars.OfBigInteger(value), Platform.Call("OfBigInteger", value));
            Check.Same("nullable BigInteger " + value, Scalars.OfNullableBigInteger(value), Platform.Call("OfNullableBigInteger", value));
        }
        Check.Same("nullable BigInteger, null", "", Platform.Call("OfNullableBigInteger", ""));
        Check.Same("no BigInteger is zero", BigInteger.Zero, Platform.Call("OfBigInteger", ""));
        foreach (Complex value in new[] { Complex.Zero, new Complex(0.1, -1e300), new Complex(double.Epsilon, double.MaxValue), new Complex(double.NaN, double.PositiveInfinity) })
            Check.Same("Complex " + value, Scalars.OfComplex(value), Platform.Call("OfComplex", value));
        Check.Same("no Complex is zero", Complex.Zero, Platform.Call("OfComplex", ""));
        Check.Refuses<OverflowException>("TooLarge", () => Platform.Call("TooLarge", 1), "E+308");
        Check.Refuses<OverflowException>("TooLarge, infinite", () => Platform.Call("TooLarge", 2), "Infinity");
    }

    static void Documents()
    {
        const string xml = "<a b=\"1 &amp; 2\"><c>Grüße &lt;日&gt;</c><d /></a>";
        var document = new XmlDocument();
        document.LoadXml(xml);
        Check.Same("XmlDocument", Scalars.OfXmlDocument(document), Platform.Call("OfXmlDocument", xml));
        Check.Same("no XmlDocument", Scalars.OfXmlDocument(null), Platform.Call("OfXmlDocument", ""));
        Check.Same("XElement", Scalars.OfXElement(XElement.Parse(xml)), Platform.Call("OfXElement", xml));
        Check.Same("no XElement", Scalars.OfXElement(null), Platform.Call("OfXElement", ""));
        Check.Same("XDocument", Scalars.OfXDocument(XDocument.Parse(xml)), Platform.Call("OfXDocument", xml));
        Check.Same("no XDocument", Scalars.OfXDocument(null), Platform.Call("OfXDocument", ""));
        foreach (string action in new[] { "OfXmlDocument", "OfXElement", "OfXDocument" })
            Check.Same(action + " reads no file", false, Read(action, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>").Contains("root:"));
    }

    static string Read(string action, string xml)
    {
        try
        {
            return (string) Platform.Call(action, xml);
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    static void Bytes()
    {
        foreach (byte[] value in new[] { new byte[0], new byte[] { 1 }, new byte[] { 0, 1, 254, 255 }, new byte[100000] })
        {
            string name = " of " + value.Length;
            Check.Same("ArraySegment" + name, Scalars.OfByteSegment(new ArraySegment<byte>(value)), Platform.Call("OfByteSegment", value));
            ArraySegment<byte> middle = Scalars.Middle(value);
            Check.Same("Middle" + name, middle.Array == null ? new byte[0] : middle.ToArray(), Platform.Call("Middle", value));
        }
        Check.Same("a stream is read from where it is", Scalars.OpenStream(new byte[] { 1, 2, 3 }), Platform.Call("OpenStream", new byte[] { 1, 2, 3 }));
        Check.Same("a stream is disposed of", true, Platform.Call("WasDisposed"));
    }

    static void Enums()
    {
        foreach (Rights value in new[] { Rights.None, Rights.Read | Rights.Audit, (Rights) (1L << 50) })
            Check.Same("Rights " + value, Scalars.OfRights(value), Platform.Call("OfRights", value));
        foreach (Status value in new[] { Status.Open, Status.Lost, (Status) (-99) })
            Check.Same("Status " + value, Scalars.OfStatus(value), Platform.Call("OfStatus", value));
        Check.Same("Status in other letters", Status.Closed, Platform.Call("OfStatus", "cLOSED"));
        Check.Same("Grade by number", Grade.Z, Platform.Call("OfGrade", "255"));
        Check.Same("no Grade", (Grade) 0, Platform.Call("OfGrade", ""));
        Check.Same("nullable Grade, null", Scalars.OfNullableGrade(null), Platform.Call("OfNullableGrade", ""));
        Check.Same("nullable Grade", Scalars.OfNullableGrade(Grade.B), Platform.Call("OfNullableGrade", Grade.B));
        Check.Refuses<ArgumentException>("Grade beyond a byte", () => Platform.Call("OfGrade", "256"), "OfGrade: Value", "A, B, Z");
        Check.Refuses<ArgumentException>("nullable Grade beyond a byte", () => Platform.Call("OfNullableGrade", "Q"), "OfNullableGrade: Value", "A, B, Z");
    }

    /// <summary>Every type that refuses some of its inputs says which input that was.</summary>
    static void Refused()
    {
        string[] names =
        {
            "Tiny", "Small", "Low", "Word", "Wide", "Giant", "Pointer", "Span", "Letter", "Id", "Status", "Big", "Complex", "Version", "Culture",
            "Encoding", "Address", "Document", "Element", "Tree", "Maybe"
        };
        object[] good =
        {
            sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, uint.MaxValue, (decimal) ulong.MaxValue, 1m, 0.0000001m, "é", "00112233-4455-6677-8899-aabbccddeeff", "Lost",
            "12345678901234567890", "1;-0.5", "1.2", "de-DE", "utf-8", "::1", "<a />", "<b />", "<c />", 0
        };
        object[][] bad =
        {
            new object[] { -129, 128 }, new object[] { -1, 256 }, new object[] { -32769, 32768 }, new object[] { -1, 65536 }, new object[] { -1L, 1L << 32 },
            new object[] { -1m, 18446744073709551616m }, new object[] { -1m }, new object[] { 922337203686m, -922337203686m, decimal.MaxValue }, new object[] { "ab", "😀" },
            new object[] { "0011", "{}" }, new object[] { "Away", "99999999999" }, new object[] { "1.5", "x" }, new object[] { "1", "1;x", "1;2;3", "1,5;x" }, new object[] { "1", "a.b", "-1.0" },
            new object[] { "no such culture!" }, new object[] { "no such encoding" }, new object[] { "1.2.3.4.5", "x" }, new object[] { "<a>", "text" }, new object[] { "<a>", "<a/><b/>" },
            new object[] { "<a>", "" + '\u0001' }, new object[] { 256, -1 }
        };
        var document = new XmlDocument();
        document.LoadXml("<a />");
        string expected = Scalars.Everything(sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, uint.MaxValue, ulong.MaxValue, new UIntPtr(1), new TimeSpan(1), 'é',
            new Guid((string) good[9]), Status.Lost, BigInteger.Parse((string) good[11]), new Complex(1, -0.5), new Version(1, 2), new CultureInfo("de-DE"), Encoding.UTF8,
            IPAddress.Parse("::1"), document, XElement.Parse("<b />"), XDocument.Parse("<c />"), null);
        Check.Same("Everything", expected, Platform.Call("Everything", good));
        for (int i = 0; i < names.Length; i++)
            foreach (object wrong in bad[i])
            {
                var inputs = (object[]) good.Clone();
                inputs[i] = wrong;
                Check.Refuses<ArgumentException>(names[i] + " " + wrong, () => Platform.Call("Everything", inputs), "Everything: " + names[i], Convert.ToString(wrong));
            }
    }
}
