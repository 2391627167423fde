using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Text;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Texts, and the types that travel as Text.</summary>
static class TextChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        foreach (string value in new[] { "", " ", "\"quoted\" \\ 'too'", "line\r\nbreak\ttab", "Grüße, 日本語, \U0001F600", new string('x', 100000) })
        {
            string name = value.Length > 20 ? value.Length + " characters" : value.Replace("\r\n", "|");
            Extension.MssOfString(value, out var text);
            Check.Same("String " + name, Echo.OfString(value), text);
            Extension.MssOfChars(value, out text);
            Check.Same("Chars " + name, Echo.OfChars(value.ToCharArray()), text);
            Extension.MssOfStringBuilder(value, out text);
            Check.Same("StringBuilder " + name, Echo.OfStringBuilder(new StringBuilder(value)), text);
            Extension.MssOfTextReader(value, out text);
            Check.Same("TextReader " + name, Echo.OfTextReader(new StringReader(value)), text);
            Extension.MssLength(value, out var length);
            Check.Same("Length of " + name, Scalars.Length(value), length);
        }
        Extension.MssScalarsJoin("a", "", out var joined);
        Check.Same("Join", Scalars.Join("a", ""), joined);
        Chars();
        Identifiers();
    }

    static void Chars()
    {
        string text;
        foreach (char value in "a\"é日\uFFFF")
        {
            Extension.MssOfChar(value.ToString(), out text);
            Check.Same("Char " + (int) value, Echo.OfChar(value), text);
            Extension.MssOfNullableChar(value.ToString(), out text);
            Check.Same("nullable Char " + (int) value, Echo.OfNullableChar(value), text);
        }
        Extension.MssOfChar("", out text);
        Check.Same("no Char", Echo.OfChar('\0'), text);
        Extension.MssOfNullableChar("", out text);
        Check.Same("nullable Char, null", Echo.OfNullableChar(null), text);
        Extension.MssNext_Char("a", out text);
        Check.Same("Next", Scalars.Next('a'), text);
        Check.Refuses<ArgumentException>("Char of two letters", () => Extension.MssOfChar("ab", out text), "\"ab\"");
        Check.Refuses<ArgumentException>("Char outside of the basic plane", () => Extension.MssOfChar("\U0001F600", out text), "\U0001F600");
    }

    static void Identifiers()
    {
        string text;
        bool isEmpty;
        var id = new Guid("00112233-4455-6677-8899-aabbccddeeff");
        foreach (string format in new[] { "D", "N", "B" })
        {
            Extension.MssOfGuid(id.ToString(format), out text);
            Check.Same("Guid as " + format, Echo.OfGuid(id), text);
        }
        Extension.MssOfGuid("", out text);
        Check.Same("no Guid", Echo.OfGuid(Guid.Empty), text);
        Extension.MssIsEmpty("", out isEmpty);
        Check.Same("no Guid is empty", Scalars.IsEmpty(Guid.Empty), isEmpty);
        Extension.MssIsEmpty(id.ToString(), out isEmpty);
        Check.Same("a Guid is not empty", Scalars.IsEmpty(id), isEmpty);
        Extension.MssOfNullableGuid(id.ToString(), out text);
        Check.Same("nullable Guid", Echo.OfNullableGuid(id), text);
        Extension.MssOfNullableGuid("", out text);
        Check.Same("nullable Guid, null", Echo.OfNullableGuid(null), text);
        Check.Refuses<ArgumentException>("Guid of a wrong text", () => Extension.MssOfGuid("wrong", out text), "OfGuid: Value", "\"wrong\"");

        foreach (string address in new[] { "https://example.org/a%20b?q=ü#x", "../relative/path", "mailto:a@example.org" })
        {
            Extension.MssOfUri(address, out text);
            Check.Same("Uri " + address, Echo.OfUri(new Uri(address, UriKind.RelativeOrAbsolute)), text);
        }
        Extension.MssOfUri("", out text);
        Check.Same("Uri, null", Echo.OfUri(null), text);
        Extension.MssHost("https://example.org:8080/", out text);
        Check.Same("Host", Scalars.Host(new Uri("https://example.org:8080/")), text);
        Extension.MssHost("", out text);
        Check.Same("Host of nothing", Scalars.Host(null), text);

        foreach (string version in new[] { "1.2", "1.2.3", "1.2.3.65535" })
        {
            Extension.MssOfVersion(version, out text);
            Check.Same("Version " + version, Echo.OfVersion(new Version(version)), text);
        }
        Extension.MssOfVersion("", out text);
        Check.Same("Version, null", Echo.OfVersion(null), text);
        Extension.MssNextMinor("1.9", out text);
        Check.Same("NextMinor", Scalars.NextMinor(new Version(1, 9)), text);

        Extension.MssOfCultureInfo("de-DE", out text);
        Check.Same("CultureInfo", Echo.OfCultureInfo(new CultureInfo("de-DE")), text);
        Extension.MssOfCultureInfo("", out text);
        Check.Same("CultureInfo, null", Echo.OfCultureInfo(null), text);
        Extension.MssOfEncoding("utf-8", out text);
        Check.Same("Encoding", Echo.OfEncoding(Encoding.UTF8), text);
        Extension.MssOfEncoding("", out text);
        Check.Same("Encoding, null", Echo.OfEncoding(null), text);
        foreach (string address in new[] { "127.0.0.1", "::1" })
        {
            Extension.MssOfIPAddress(address, out text);
            Check.Same("IPAddress " + address, Echo.OfIPAddress(IPAddress.Parse(address)), text);
        }
        Extension.MssOfIPAddress("", out text);
        Check.Same("IPAddress, null", Echo.OfIPAddress(null), text);
    }
}
