using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace RoundTrip
{
    /// <summary>Functions over basic types that really compute something.</summary>
    public static class Scalars
    {
        /// <summary>Joins two texts.</summary>
        public static string Join(string first, string second)
        {
            return first + second;
        }

        /// <summary>Counts the characters of a text; -1 where there is no text.</summary>
        public static int Length(string text)
        {
            return text == null ? -1 : text.Length;
        }

        /// <summary>Gives the letter after <paramref name="letter"/>.</summary>
        public static char Next(char letter)
        {
            return (char) (letter + 1);
        }

        /// <summary>Turns true to false and false to true.</summary>
        public static bool Not(bool value)
        {
            return !value;
        }

        /// <summary>Adds two whole numbers and refuses to overflow.</summary>
        public static int Add(int a, int b)
        {
            return checked(a + b);
        }

        /// <summary>Adds two exact numbers.</summary>
        public static decimal Add(decimal a, decimal b)
        {
            return a + b;
        }

        /// <summary>Divides: by zero gives infinity or NaN, which no OutSystems type can hold.</summary>
        public static double Divide(double a, double b)
        {
            return a / b;
        }

        /// <summary>Gives the day before.</summary>
        public static DateTime Yesterday(DateTime today)
        {
            return today.AddDays(-1);
        }

        /// <summary>Gives the time between two moments.</summary>
        public static TimeSpan Between(DateTimeOffset start, DateTimeOffset end)
        {
            return end - start;
        }

        /// <summary>Gives the host of an address.</summary>
        public static string Host(Uri address)
        {
            return address == null ? "" : address.Host;
        }

        /// <summary>Gives the version after <paramref name="version"/>.</summary>
        public static Version NextMinor(Version version)
        {
            return new Version(version.Major, version.Minor + 1);
        }

        /// <summary>Says whether an identifier is the empty one.</summary>
        public static bool IsEmpty(Guid id)
        {
            return id == Guid.Empty;
        }

        /// <summary>Says what came in: a number, or nothing.</summary>
        public static string Describe(int? number)
        {
            return number.HasValue ? "number " + number.Value : "nothing";
        }

        /// <summary>Turns bytes around.</summary>
        public static byte[] Reverse(byte[] bytes)
        {
            return bytes.Reverse().ToArray();
        }

        /// <summary>Counts the bytes of a stream.</summary>
        public static long Count(Stream stream)
        {
            return stream.Length;
        }

        /// <summary>Writes a text as UTF-8 into a stream, which the caller has to dispose of.</summary>
        public static Stream Encode(string text)
        {
            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }

        /// <summary>Gives the colour after <paramref name="color"/>.</summary>
        public static Color Next(Color color)
        {
            return (Color) (((int) color + 1) % 3);
        }

        /// <summary>Adds a day to a set of days.</summary>
        public static Weekdays With(Weekdays days, Weekdays day)
        {
            return days | day;
        }

        /// <summary>Adds two numbers after other work has had a chance to run.</summary>
        public static async Task<int> AddAsync(int a, int b)
        {
            await Task.Yield();
            return a + b;
        }

        /// <summary>Does nothing, later.</summary>
        public static async Task WaitAsync()
        {
            await Task.Yield();
        }
    }
}
