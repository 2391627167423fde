using System;
using System.Collections.Generic;
using System.Linq;
using Banking.Contracts;

namespace Banking
{
    /// <summary>A bank that keeps its accounts in memory.</summary>
    public class Bank : ILedger
    {
        readonly Dictionary<string, Account> accounts = new Dictionary<string, Account>();
        readonly string currency;
        long lastId;

        /// <summary>Creates a bank without accounts.</summary>
        /// <param name="currency">The one currency of all its accounts.</param>
        public Bank(string currency)
        {
            this.currency = currency;
        }

        /// <summary>Opens an account.</summary>
        /// <param name="iban">The number of the new account.</param>
        /// <param name="kind">The kind of the new account.</param>
        /// <returns>The account, with nothing on it.</returns>
        public Account Open(string iban, AccountKind kind = AccountKind.Savings)
        {
            var account = new Account
            {
                Id = ++lastId,
                Created = new DateTime(2024, 1, 31),
                Iban = iban,
                Kind = kind,
                Balance = new Money(0, currency),
                Bookings = new List<Booking>()
            };
            accounts.Add(iban, account);
            return account;
        }

        /// <summary>Finds an account.</summary>
        /// <param name="iban">The number of the account.</param>
        /// <param name="account">The account, or null.</param>
        /// <returns><c>true</c> if there is such an account.</returns>
        public bool TryFind(string iban, out Account account)
        {
            return accounts.TryGetValue(iban, out account);
        }

        /// <summary>Books an amount.</summary>
        /// <param name="iban">The number of the account.</param>
        /// <param name="value">The amount; negative to take it from the account.</param>
        /// <param name="purpose">What it is for.</param>
        /// <returns>The booking.</returns>
        /// <exception cref="InsufficientFundsException">The balance would be negative.</exception>
        public Booking Book(string iban, Money value, string purpose = "")
        {
            Account account = accounts[iban];
            decimal balance = account.Balance.Amount + value.Amount;
            if (balance < 0)
                throw new InsufficientFundsException(new Money(-balance, currency));
            var booking = new Booking { Id = ++lastId, Created = account.Created, Value = value, Purpose = purpose };
            account.Bookings.Add(booking);
            account.Balance = new Money(balance, currency);
            return booking;
        }

        /// <inheritdoc/>
        public IEnumerable<Booking> Bookings(string iban)
        {
            return accounts[iban].Bookings;
        }

        /// <summary>Adds up amounts.</summary>
        /// <param name="amounts">The amounts, all in one currency.</param>
        /// <returns>The sum; of no amounts, nothing in no currency.</returns>
        public static Money Sum(params Money[] amounts)
        {
            return new Money(amounts.Sum(amount => amount.Amount), amounts.Select(amount => amount.Currency).FirstOrDefault() ?? "");
        }
    }
}
