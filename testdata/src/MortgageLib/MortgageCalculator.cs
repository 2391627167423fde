using System;
using System.Collections.Generic;

namespace MortgageLib
{
    /// <summary>Calculates what a mortgage costs.</summary>
    /// <remarks>All payments are annuities: every one is of the same amount.</remarks>
    public static class MortgageCalculator
    {
        /// <summary>The longest term, in years, for which a payment is calculated.</summary>
        public const int MaximumYears = 50;

        /// <summary>Calculates the monthly payment of a mortgage.</summary>
        /// <param name="loanAmount">The borrowed amount.</param>
        /// <param name="interestRate">The yearly interest rate in percent; <c>4.5</c> stands for 4.5 %.</param>
        /// <param name="years">The term in years, at most <see cref="MaximumYears"/>.</param>
        /// <returns>The monthly payment, rounded to two decimals.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// <paramref name="loanAmount"/> or <paramref name="interestRate"/> is negative, or
        /// <paramref name="years"/> is not between 1 and <see cref="MaximumYears"/>.
        /// </exception>
        public static double CalculateMortgage(double loanAmount, double interestRate, int years)
        {
            return Math.Round(Annuity(loanAmount, interestRate, years, PaymentFrequency.Monthly), 2, MidpointRounding.AwayFromZero);
        }

        /// <summary>Calculates the payment of a mortgage at any frequency, without binary rounding errors.</summary>
        /// <param name="loanAmount">The borrowed amount.</param>
        /// <param name="interestRate">The yearly interest rate in percent.</param>
        /// <param name="years">The term in years, at most <see cref="MaximumYears"/>.</param>
        /// <param name="frequency">How often the borrower pays.</param>
        /// <returns>Each payment, rounded to two decimals.</returns>
        /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the term is out of range.</exception>
        public static decimal CalculateMortgage(decimal loanAmount, decimal interestRate, int years, PaymentFrequency frequency)
        {
            if (loanAmount < 0)
                throw new ArgumentOutOfRangeException(nameof(loanAmount), "A loan cannot be negative.");
            if (interestRate < 0)
                throw new ArgumentOutOfRangeException(nameof(interestRate), "An interest rate cannot be negative.");
            if (years < 1 || years > MaximumYears)
                throw new ArgumentOutOfRangeException(nameof(years), "A term is between one and " + MaximumYears + " years.");

            int perYear = (int) frequency;
            int payments = years * perYear;
            decimal rate = interestRate / 100 / perYear;
            if (rate == 0)
                return Math.Round(loanAmount / payments, 2, MidpointRounding.AwayFromZero);
            decimal discount = 1;
            for (int i = 0; i < payments; i++)
                discount /= 1 + rate;
            return Math.Round(loanAmount * rate / (1 - discount), 2, MidpointRounding.AwayFromZero);
        }

        /// <summary>Calculates the total interest that is paid until the mortgage ends.</summary>
        /// <param name="loanAmount">The borrowed amount.</param>
        /// <param name="interestRate">The yearly interest rate in percent.</param>
        /// <param name="years">The term in years.</param>
        /// <param name="frequency">
        /// How often the borrower pays: <see cref="PaymentFrequency.Monthly"/> unless told otherwise.
        /// </param>
        /// <returns>The sum of all payments less the borrowed amount, rounded to two decimals.</returns>
        public static double TotalInterest(double loanAmount, double interestRate, int years, PaymentFrequency frequency = PaymentFrequency.Monthly)
        {
            double paid = Annuity(loanAmount, interestRate, years, frequency) * years * (int) frequency;
            return Math.Round(paid - loanAmount, 2, MidpointRounding.AwayFromZero);
        }

        /// <summary>Lists every payment of <paramref name="loan"/> until nothing is owed.</summary>
        /// <param name="loan">The loan to pay back.</param>
        /// <returns>The schedule, one <see cref="AmortizationEntry"/> for each payment.</returns>
        /// <exception cref="ArgumentNullException"><paramref name="loan"/> is null.</exception>
        public static List<AmortizationEntry> Amortize(Loan loan)
        {
            if (loan == null)
                throw new ArgumentNullException(nameof(loan));
            int perYear = (int) loan.Frequency;
            decimal payment = Math.Round((decimal) Annuity((double) loan.Principal, loan.InterestRate, loan.Years, loan.Frequency), 2);
            decimal rate = (decimal) loan.InterestRate / 100 / perYear;

            var schedule = new List<AmortizationEntry>();
            decimal balance = loan.Principal;
            int payments = loan.Years * perYear;
            for (int number = 1; number <= payments; number++)
            {
                decimal interest = Math.Round(balance * rate, 2);
                // The last payment absorbs what rounding left over.
                decimal principal = number == payments ? balance : payment - interest;
                balance -= principal;
                schedule.Add(new AmortizationEntry
                {
                    Number = number,
                    DueDate = DueDate(loan, number),
                    Interest = interest,
                    Principal = principal,
                    Balance = balance
                });
            }
            return schedule;
        }

        /// <summary>Calculates the payment of <paramref name="loan"/> and says why when that is impossible.</summary>
        /// <param name="loan">The loan to pay back.</param>
        /// <param name="payment">The payment at the loan's own frequency, or 0.</param>
        /// <param name="error">The reason why there is no payment, or an empty text.</param>
        /// <returns><c>true</c> if there is a payment.</returns>
        public static bool TryCalculate(Loan loan, out double payment, out string error)
        {
            payment = 0;
            error = "";
            if (loan == null)
            {
                error = "There is no loan.";
                return false;
            }
            try
            {
                payment = Math.Round(Annuity((double) loan.Principal, loan.InterestRate, loan.Years, loan.Frequency), 2, MidpointRounding.AwayFromZero);
                return true;
            }
            catch (ArgumentOutOfRangeException e)
            {
                error = e.Message;
                return false;
            }
        }

        // The negated comparisons refuse NaN as well.
        static double Annuity(double loanAmount, double interestRate, int years, PaymentFrequency frequency)
        {
            if (!(loanAmount >= 0))
                throw new ArgumentOutOfRangeException(nameof(loanAmount), "A loan cannot be negative.");
            if (!(interestRate >= 0))
                throw new ArgumentOutOfRangeException(nameof(interestRate), "An interest rate cannot be negative.");
            if (years < 1 || years > MaximumYears)
                throw new ArgumentOutOfRangeException(nameof(years), "A term is between 1 and " + MaximumYears + " years.");
            if (!Enum.IsDefined(typeof(PaymentFrequency), frequency))
                throw new ArgumentOutOfRangeException(nameof(frequency), "There is no such payment frequency.");

            double rate = interestRate / 100 / (int) frequency;
            int payments = years * (int) frequency;
            return rate == 0 ? loanAmount / payments : loanAmount * rate / (1 - Math.Pow(1 + rate, -payments));
        }

        static DateTime DueDate(Loan loan, int number)
        {
            return loan.Frequency == PaymentFrequency.Fortnightly
                ? loan.StartDate.AddDays(14 * number)
                : loan.StartDate.AddMonths(12 / (int) loan.Frequency * number);
        }
    }
}
