namespace MortgageLib
{
    /// <summary>How often a loan is paid back. The value is the number of payments in a year.</summary>
    public enum PaymentFrequency
    {
        /// <summary>One payment a year.</summary>
        Yearly = 1,

        /// <summary>Four payments a year.</summary>
        Quarterly = 4,

        /// <summary>Twelve payments a year.</summary>
        Monthly = 12,

        /// <summary>Twenty-six payments a year.</summary>
        Fortnightly = 26
    }
}
