using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RoundTrip
{
    /// <summary>Every way to pass a parameter.</summary>
    public static class Parameters
    {
        /// <summary>Divides with a remainder.</summary>
        public static int Divide(int a, int b, out int remainder)
        {
            return Math.DivRem(a, b, out remainder);
        }

        /// <summary>Reads a number.</summary>
        public static bool TryParse(string text, out int number)
        {
            return int.TryParse(text, out number);
        }

        /// <summary>Exchanges two texts.</summary>
        public static void Swap(ref string a, ref string b)
        {
            string other = a;
            a = b;
            b = other;
        }

        /// <summary>Doubles a structure in place.</summary>
        public static void Double(ref Point point)
        {
            point.X *= 2;
            point.Y *= 2;
        }

        /// <summary>Gives everything by <c>out</c>.</summary>
        public static void Today(out int year, out string name, out Point origin)
        {
            year = 2024;
            name = "leap";
            origin = new Point { X = 1, Y = 2 };
        }

        /// <summary>Gives a value of every kind by <c>out</c>, or nothing of each.</summary>
        public static void Give(bool nothing, out char letter, out byte[] bytes, out Color color, out int? number,
            out Uri link, out List<int> numbers, out Person person, out double ratio)
        {
            letter = nothing ? '\0' : 'z';
            bytes = nothing ? null : new byte[] { 1, 2, 3 };
            color = nothing ? Color.Red : Color.Green;
            number = nothing ? (int?) null : 7;
            link = nothing ? null : new Uri("https://example.org/a b");
            numbers = nothing ? null : new List<int> { 4, 5 };
            person = nothing ? null : new Person { Name = "Ann", Home = new Address { City = "Bonn" } };
            ratio = nothing ? 0 : 1.5;
        }

        /// <summary>Changes a value of every kind by <c>ref</c>.</summary>
        public static void Change(ref byte small, ref char letter, ref Color color, ref int? number, ref string[] texts, ref Person person)
        {
            small++;
            letter++;
            color = (Color) (((int) color + 1) % 3);
            number = number.HasValue ? (int?) null : 1;
            texts = texts.Reverse().ToArray();
            person = new Person { Name = person.Name + "!", Home = person.Home };
        }

        /// <summary>Shows optional parameters at the ends of their types.</summary>
        public static string Extremes(
            sbyte tiny = sbyte.MinValue,
            ulong giant = ulong.MaxValue,
            long least = long.MinValue,
            float rough = 0.1f,
            double real = 1e15,
            decimal exact = -79228162514264337593543950335m,
            char quote = '"',
            string lines = "one\r\ntwo \"\u20AC\"",
            Size size = Size.Large,
            Size unnamed = (Size) 7,
            int? maybe = 5,
            TimeSpan span = default(TimeSpan),
            Guid id = default(Guid))
        {
            return string.Join("|", tiny, giant, least, rough.ToString("R", CultureInfo.InvariantCulture),
                real.ToString("R", CultureInfo.InvariantCulture), exact, quote, lines, size, unnamed, maybe,
                span, id);
        }

        /// <summary>Shows a date that is optional in the way of Visual Basic.</summary>
        public static long Ticks([Optional, DateTimeConstant(638422560000000000L)] DateTime when)
        {
            return when.Ticks;
        }

        /// <summary>Shows what an optional parameter is when nobody gives it.</summary>
        public static string Optional(
            string text = "a \"quoted\" text",
            int number = -5,
            long big = 5000000000,
            bool flag = true,
            decimal price = 9.95m,
            double ratio = 0.25,
            char letter = 'x',
            Color color = Color.Blue,
            Weekdays days = Weekdays.Monday | Weekdays.Friday,
            int? maybe = null,
            DateTime when = default(DateTime),
            string nothing = null)
        {
            return string.Join("|", text, number, big, flag ? "yes" : "no",
                price.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ratio.ToString(System.Globalization.CultureInfo.InvariantCulture),
                letter, color, days, maybe.HasValue ? "some" : "none",
                when.Year <= 1900 ? "never" : "once", string.IsNullOrEmpty(nothing) ? "empty" : nothing);
        }
    }
}
