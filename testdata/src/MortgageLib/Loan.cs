using System;

namespace MortgageLib
{
    /// <summary>A loan as the bank and the borrower agreed on it.</summary>
    /// <remarks>Every property can be read and set; a loan has no other state.</remarks>
    public class Loan
    {
        /// <summary>Gets or sets the bank's reference of this loan.</summary>
        public Guid Reference { get; set; }

        /// <summary>Gets or sets the name of the borrower.</summary>
        public string Borrower { get; set; }

        /// <summary>Gets or sets the borrowed amount.</summary>
        public decimal Principal { get; set; }

        /// <summary>Gets or sets the yearly interest rate in percent.</summary>
        /// <value>4.5 stands for 4.5 %.</value>
        public double InterestRate { get; set; }

        /// <summary>Gets or sets the term in years.</summary>
        public int Years { get; set; }

        /// <summary>Gets or sets how often the borrower pays.</summary>
        public PaymentFrequency Frequency { get; set; }

        /// <summary>Gets or sets the day on which the loan is paid out.</summary>
        public DateTime StartDate { get; set; }

        /// <summary>Gets or sets the day on which the rate may change, if it may.</summary>
        public DateTime? RateReviewDate { get; set; }

        /// <summary>Gets or sets whether the rate is fixed over the whole term.</summary>
        public bool IsFixedRate { get; set; }

        /// <summary>Gets or sets the scanned notes of the adviser.</summary>
        public byte[] Notes { get; set; }
    }
}
