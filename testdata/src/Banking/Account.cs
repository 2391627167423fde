using System.Collections.Generic;
using Banking.Contracts;

namespace Banking
{
    /// <summary>An account and its bookings: its base class is of another assembly.</summary>
    public class Account : Entry
    {
        /// <summary>Gets or sets the international number of the account.</summary>
        public string Iban { get; set; }

        /// <summary>Gets or sets the kind of the account.</summary>
        public AccountKind Kind { get; set; }

        /// <summary>Gets or sets what is on the account.</summary>
        public Money Balance { get; set; }

        /// <summary>Gets or sets the bookings, the oldest first.</summary>
        public List<Booking> Bookings { get; set; }
    }
}
