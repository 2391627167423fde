using System;

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
