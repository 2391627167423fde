using System;
using System.Collections.Generic;
using System.Linq;

namespace Rules
{
    /// <summary>How a loan stands.</summary>
    public enum Status
    {
        /// <summary>Nothing was paid back yet.</summary>
        Open,

        /// <summary>All was paid back.</summary>
        Closed = 5,

        /// <summary>Nothing will be paid back.</summary>
        Lost = -1
    }

    /// <summary>Rights in an enumeration that is wider than an Integer.</summary>
    [Flags]
    public enum Rights : long
    {
        None = 0,
        Read = 1,
        Write = 2,
        Audit = 1L << 40
    }

    /// <summary>An enumeration of bytes.</summary>
    public enum Grade : byte
    {
        A = 1,
        B,
        Z = 255
    }

    /// <summary>A loan that its own methods change.</summary>
    public class Loan
    {
        public string Name { get; set; }
        public decimal Amount { get; set; }
        public Status Status { get; set; }
        public DateTime? Due { get; set; }

        /// <summary>Adds interest to this very loan.</summary>
        public void Grow(decimal percent)
        {
            Amount += Amount * percent / 100;
        }

        /// <summary>Pays back, and says what is left.</summary>
        public decimal Pay(decimal amount, out Status status)
        {
            Amount -= amount;
            status = Status = Amount <= 0 ? Status.Closed : Status.Open;
            return Amount;
        }
    }

    /// <summary>Somebody with loans.</summary>
    public class Customer
    {
        public string Name { get; set; }
        public List<Loan> Loans { get; set; }
        public Dictionary<string, string> Labels { get; set; }
    }

    /// <summary>Methods that look like those of a loan.</summary>
    public static class LoanExtensions
    {
        /// <summary>Calculates the interest of a year.</summary>
        public static decimal YearlyInterest(this Loan loan, decimal percent)
        {
            return loan.Amount * percent / 100;
        }

        /// <summary>Names all of them.</summary>
        public static string Names(this IEnumerable<Loan> loans)
        {
            return string.Join(", ", loans.Select(loan => loan.Name));
        }
    }

    /// <summary>An offer that nobody can change.</summary>
    public sealed class Offer
    {
        /// <summary>Makes an offer.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
        public Offer(string bank, decimal rate, IReadOnlyList<int> years, Grade grade)
        {
            if (rate < 0)
                throw new ArgumentOutOfRangeException(nameof(rate));
            Bank = bank;
            Rate = rate;
            Years = years;
            Grade = grade;
        }

        public string Bank { get; }
        public decimal Rate { get; }
        public IReadOnlyList<int> Years { get; }
        public Grade Grade { get; }

        /// <summary>Makes a better one.</summary>
        public Offer Better(decimal by)
        {
            return new Offer(Bank, Rate - by, Years, Grade);
        }
    }

    /// <summary>What the bank alone can write.</summary>
    public sealed class Receipt
    {
        internal Receipt(int number, Loan loan)
        {
            Number = number;
            Loan = loan;
        }

        public int Number { get; }
        public Loan Loan { get; }
    }

    /// <summary>An error of the bank.</summary>
    [Serializable]
    public class BankException : Exception
    {
        internal BankException(string message)
            : base(message)
        {
        }
    }

    /// <summary>What can be done with loans.</summary>
    public static class Bank
    {
        /// <summary>Writes a receipt.</summary>
        public static Receipt WriteReceipt(int number, Loan loan)
        {
            return new Receipt(number, loan);
        }

        /// <summary>Writes one receipt for each.</summary>
        public static List<Receipt> WriteReceipts(params Loan[] loans)
        {
            return loans.Select((loan, at) => new Receipt(at, loan)).ToList();
        }

        /// <summary>Fails with an exception of its own.</summary>
        public static void Rob()
        {
            throw new BankException("Hands up – 手を挙げろ!");
        }

        /// <summary>Gives back many loans, the last first.</summary>
        public static List<Loan> TurnAround(List<Loan> loans)
        {
            loans.Reverse();
            return loans;
        }

        /// <summary>Gives back the customer.</summary>
        public static Customer OfCustomer(Customer customer)
        {
            return customer;
        }
    }
}
