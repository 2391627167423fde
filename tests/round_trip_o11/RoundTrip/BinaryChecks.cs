using System.IO;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Bytes and streams.</summary>
static class BinaryChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    public static void Run()
    {
        var large = new byte[1 << 20];
        for (int i = 0; i < large.Length; i++)
            large[i] = (byte) (i * 31);
        foreach (byte[] value in new[] { new byte[0], new byte[] { 0, 127, 255 }, large })
        {
            string name = value.Length + " bytes";
            Extension.MssOfBytes(value, out var result);
            Check.Same(name, Echo.OfBytes(value), result);
            Extension.MssOfStream(value, out result);
            Check.Same("Stream of " + name, Echo.OfStream(new MemoryStream(value)), result);
            Extension.MssOfMemoryStream(value, out result);
            Check.Same("MemoryStream of " + name, Echo.OfMemoryStream(new MemoryStream(value)), result);
            Extension.MssReverse(value, out result);
            Check.Same("Reverse " + name, Scalars.Reverse(value), result);
            Extension.MssCount(value, out var count);
            Check.Same("Count " + name, Scalars.Count(new MemoryStream(value)), count);
        }
        Extension.MssEncode("Grüße", out var encoded);
        Check.Same("Encode", Scalars.Encode("Grüße"), encoded);
    }
}
