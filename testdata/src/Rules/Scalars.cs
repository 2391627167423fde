using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Numerics;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Rules
{
    /// <summary>Types that travel as basic types.</summary>
    public static class Scalars
    {
        public static BigInteger OfBigInteger(BigInteger value) { return value; }
        public static BigInteger? OfNullableBigInteger(BigInteger? value) { return value; }
        public static Complex OfComplex(Complex value) { return value; }
        public static XmlDocument OfXmlDocument(XmlDocument value) { return value; }
        public static XElement OfXElement(XElement value) { return value; }
        public static XDocument OfXDocument(XDocument value) { return value; }
        public static ArraySegment<byte> OfByteSegment(ArraySegment<byte> value) { return value; }
        public static Rights OfRights(Rights value) { return value; }
        public static Grade OfGrade(Grade value) { return value; }
        public static Grade? OfNullableGrade(Grade? value) { return value; }
        public static Status OfStatus(Status value) { return value; }

        /// <summary>Gives the bytes in the middle.</summary>
        public static ArraySegment<byte> Middle(byte[] bytes)
        {
            return bytes.Length < 2 ? default(ArraySegment<byte>) : new ArraySegment<byte>(bytes, 1, bytes.Length - 2);
        }

        /// <summary>Writes one value of every type down that refuses some of its inputs.</summary>
        public static string Everything(sbyte tiny, byte small, short low, ushort word, uint wide, ulong giant, UIntPtr pointer, TimeSpan span,
            char letter, Guid id, Status status, BigInteger big, Complex complex, Version version, CultureInfo culture, Encoding encoding,
            IPAddress address, XmlDocument document, XElement element, XDocument tree, byte? maybe)
        {
            return string.Join("|", tiny, small, low, word, wide, giant, pointer, span, letter, id, status, big, complex, version, culture,
                encoding.WebName, address, document.OuterXml, element, tree, maybe);
        }

        /// <summary>Gives a number that no Decimal can hold.</summary>
        public static double TooLarge(float factor)
        {
            return double.MaxValue * factor;
        }

        /// <summary>Says whether the stream was closed behind the reader.</summary>
        public static bool WasDisposed()
        {
            return last != null && !last.CanRead;
        }

        /// <summary>Opens a stream that is not at its beginning any more.</summary>
        public static Stream OpenStream(byte[] bytes)
        {
            last = new MemoryStream(bytes);
            last.ReadByte();
            return last;
        }

        static MemoryStream last;
    }
}
