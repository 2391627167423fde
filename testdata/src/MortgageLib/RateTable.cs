using System;
using System.Collections.Generic;

namespace MortgageLib
{
    /// <summary>The interest rates of one bank: the longer the term, the higher the rate may be.</summary>
    public class RateTable
    {
        readonly SortedDictionary<int, double> rates = new SortedDictionary<int, double>();

        /// <summary>The yearly rate in percent for terms shorter than any in the table.</summary>
        public double BaseRate;

        /// <summary>Creates a table that knows only a base rate.</summary>
        /// <param name="bank">The name of the bank.</param>
        /// <param name="baseRate">The yearly rate in percent when no other applies.</param>
        public RateTable(string bank, double baseRate = 3.5)
        {
            Bank = bank;
            BaseRate = baseRate;
        }

        /// <summary>Gets or sets the name of the bank.</summary>
        public string Bank { get; set; }

        /// <summary>Gets how many rates the table holds besides <see cref="BaseRate"/>.</summary>
        public int Count
        {
            get { return rates.Count; }
        }

        /// <summary>Sets the rate for terms of <paramref name="fromYears"/> and longer.</summary>
        /// <param name="fromYears">The shortest term in years to which the rate applies.</param>
        /// <param name="rate">The yearly rate in percent.</param>
        public void SetRate(int fromYears, double rate)
        {
            if (fromYears < 1)
                throw new ArgumentOutOfRangeException(nameof(fromYears));
            rates[fromYears] = rate;
        }

        /// <summary>Finds the rate for a term.</summary>
        /// <param name="years">The term in years.</param>
        /// <returns>The yearly rate in percent.</returns>
        public double RateFor(int years)
        {
            double found = BaseRate;
            foreach (var entry in rates)
                if (entry.Key <= years)
                    found = entry.Value;
            return found;
        }

        /// <summary>Calculates the monthly payment at the rate of this table.</summary>
        /// <param name="loanAmount">The borrowed amount.</param>
        /// <param name="years">The term in years.</param>
        /// <returns>The monthly payment.</returns>
        /// <seealso cref="MortgageCalculator.CalculateMortgage(double, double, int)"/>
        public double MonthlyPayment(double loanAmount, int years)
        {
            return MortgageCalculator.CalculateMortgage(loanAmount, RateFor(years), years);
        }
    }
}
