using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Rules
{
    /// <summary>Attributes that can be null.</summary>
    public class Contact
    {
        public string Name { get; set; }

        [Nullable(2)]
        public string Phone { get; set; }

        public int? Age { get; set; }
        public DateTime? Born { get; set; }
        public bool? IsPrivate { get; set; }
        public Status? Status { get; set; }

        [Nullable(2)]
        public Uri Home { get; set; }

        /// <summary>Writes down what is null, and what only is empty.</summary>
        public string ShowContact()
        {
            return string.Join("|", Name ?? "null", Phone ?? "null", Nulls.Show(Age), Nulls.Show(Born), Nulls.Show(IsPrivate), Nulls.Show(Status), Home == null ? "null" : Home.OriginalString);
        }
    }

    /// <summary>Null, and what looks like it.</summary>
    public static class Nulls
    {
        internal static string Show<T>(T? value) where T : struct
        {
            return value.HasValue ? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture) : "null";
        }

        /// <summary>Writes down what is null.</summary>
        public static string ShowAll(string plain, [Nullable(2)] string annotated, int? number, DateTime? when, bool? flag, Status? status, Guid? id, byte[] bytes, [Nullable(2)] byte[] data,
            [Nullable(2)] List<int> numbers)
        {
            return string.Join("|", plain ?? "null", annotated ?? "null", Show(number), Show(when), Show(flag), Show(status), Show(id),
                bytes == null ? "null" : bytes.Length + "", data == null ? "null" : data.Length + "", numbers == null ? "null" : numbers.Count + "");
        }

        /// <summary>Writes down what is null when nobody gives it.</summary>
        public static string ShowOptional(string text = null, int? number = null, int? seven = 7, string word = "word", DateTime? when = null, Uri link = null)
        {
            return string.Join("|", text ?? "null", Show(number), Show(seven), word ?? "null", Show(when), link == null ? "null" : link.OriginalString);
        }

        /// <summary>Exchanges null and a value.</summary>
        public static void Exchange(ref int? number, ref Status? status, out DateTime? when, out decimal? nothing)
        {
            number = number.HasValue ? (int?) null : 9;
            status = status.HasValue ? (Status?) null : Status.Lost;
            when = number.HasValue ? new DateTime(2024, 2, 29) : (DateTime?) null;
            nothing = null;
        }

        /// <summary>Gives back the contact.</summary>
        public static Contact OfContact(Contact contact)
        {
            return contact;
        }

        /// <summary>Doubles a number, if there is one.</summary>
        public static int? Twice(int? number)
        {
            return number * 2;
        }

        /// <summary>What was set last.</summary>
        [Nullable(2)]
        public static string Last { get; set; }

        /// <summary>A number, or none.</summary>
        public static int? LastNumber { get; set; }
    }

    /// <summary>Every way to pass structures and lists.</summary>
    public static class Parameters
    {
        /// <summary>Changes everything by <c>ref</c>.</summary>
        public static void ChangeAll(ref Loan loan, ref List<Loan> loans, ref Vector vector, ref int[,] table, ref char letter, ref Guid id)
        {
            loan = new Loan { Name = loan.Name + "!", Amount = loan.Amount + 1 };
            loans = loans.Concat(new[] { loan }).ToList();
            vector.X = -vector.X;
            table = new[,] { { table.Length } };
            letter++;
            id = id == Guid.Empty ? new Guid(1, 2, 3, new byte[8]) : Guid.Empty;
        }

        /// <summary>Looks for a loan.</summary>
        public static bool TryFind(IEnumerable<Loan> loans, string name, out Loan loan, out int place)
        {
            List<Loan> all = loans.ToList();
            place = all.FindIndex(one => one.Name == name);
            loan = place < 0 ? null : all[place];
            return place >= 0;
        }

        /// <summary>Does not try, but says yes or no.</summary>
        public static bool Trying(int number, out int next)
        {
            next = number + 1;
            return number % 2 == 0;
        }

        /// <summary>Has an optional parameter of each kind.</summary>
        public static string Describe(string name, Status status = Status.Lost, Grade grade = Grade.Z, Rights rights = Rights.Read | Rights.Audit, char letter = 'é', string text = "日本 \"\u20AC\"",
            decimal amount = 0.5m, double ratio = 1e-7, long big = long.MaxValue, bool flag = true, Loan loan = null, Vector vector = default(Vector), int[] numbers = null, object other = null,
            params string[] rest)
        {
            return string.Join("|", name, status, grade, rights, letter, text, amount.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ratio.ToString("R", System.Globalization.CultureInfo.InvariantCulture), big, flag, loan == null ? "" : loan.Name, vector.X + vector.Y, numbers == null ? 0 : numbers.Length, other,
                rest.Length);
        }
    }
}
