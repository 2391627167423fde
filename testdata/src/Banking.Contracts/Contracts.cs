using System;
using System.Collections.Generic;

namespace Banking.Contracts
{
    /// <summary>What kind of account it is.</summary>
    public enum AccountKind
    {
        /// <summary>For everyday payments.</summary>
        Current,

        /// <summary>Pays interest.</summary>
        Savings,

        /// <summary>Holds securities.</summary>
        Custody
    }

    /// <summary>An amount in a currency.</summary>
    public struct Money
    {
        /// <summary>The amount.</summary>
        public decimal Amount;

        /// <summary>The currency as in ISO 4217.</summary>
        public string Currency;

        /// <summary>Creates an amount.</summary>
        public Money(decimal amount, string currency)
        {
            Amount = amount;
            Currency = currency;
        }
    }

    /// <summary>What every record of the bank has.</summary>
    public abstract class Entry
    {
        /// <summary>Gets or sets the number of the record.</summary>
        public long Id { get; set; }

        /// <summary>Gets or sets when the record was made.</summary>
        public DateTime Created { get; set; }

        /// <summary>Says how old the record is.</summary>
        /// <param name="today">The day to count from.</param>
        /// <returns>The age in whole days.</returns>
        public int AgeInDays(DateTime today)
        {
            return (today.Date - Created.Date).Days;
        }
    }

    /// <summary>One booking of an account.</summary>
    public class Booking : Entry
    {
        /// <summary>Gets or sets what was booked; negative where it left the account.</summary>
        public Money Value { get; set; }

        /// <summary>Gets or sets what it was for.</summary>
        public string Purpose { get; set; }
    }

    /// <summary>Where money can be taken from and put to.</summary>
    public interface ILedger
    {
        /// <summary>Gets the bookings of an account, the oldest first.</summary>
        IEnumerable<Booking> Bookings(string iban);
    }

    /// <summary>There is less money on an account than asked for.</summary>
    public class InsufficientFundsException : Exception
    {
        /// <summary>Creates the exception.</summary>
        /// <param name="missing">How much more would be needed.</param>
        public InsufficientFundsException(Money missing)
            : base(missing.Amount + " " + missing.Currency + " are missing.")
        {
            Missing = missing;
        }

        /// <summary>Gets how much more would be needed.</summary>
        public Money Missing { get; }
    }
}
