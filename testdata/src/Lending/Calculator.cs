using System;

namespace Lending
{
    /// <summary>What the extension Loans imports and calls.</summary>
    public static class Calculator
    {
        /// <summary>The payment of each month, rounded to two decimals.</summary>
        public static decimal Payment(decimal amount, decimal rate, int years)
        {
            decimal monthly = rate / 1200;
            if (monthly == 0)
                return Math.Round(amount / (12 * years), 2);
            decimal discount = 1;
            for (int i = 0; i < 12 * years; i++)
                discount /= 1 + monthly;
            return Math.Round(amount * monthly / (1 - discount), 2);
        }

        /// <summary>Whether somebody can have a loan.</summary>
        public static bool IsPossible(string borrower, out string reason)
        {
            reason = borrower.Length == 0 ? "Nobody asked." : "";
            return reason.Length == 0;
        }
    }
}
