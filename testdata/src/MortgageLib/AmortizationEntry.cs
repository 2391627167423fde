using System;

namespace MortgageLib
{
    /// <summary>One line of an amortization schedule.</summary>
    /// <seealso cref="MortgageCalculator.Amortize(Loan)"/>
    public struct AmortizationEntry
    {
        /// <summary>Gets or sets the number of the payment; the first one is 1.</summary>
        public int Number { get; set; }

        /// <summary>Gets or sets the day on which the payment is due.</summary>
        public DateTime DueDate { get; set; }

        /// <summary>Gets or sets the part of the payment that is interest.</summary>
        public decimal Interest { get; set; }

        /// <summary>Gets or sets the part of the payment that reduces the debt.</summary>
        public decimal Principal { get; set; }

        /// <summary>Gets or sets the debt that is left after the payment.</summary>
        public decimal Balance { get; set; }
    }
}
