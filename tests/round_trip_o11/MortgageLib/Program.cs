using System;
using MortgageLib;
using OutSystems.NssMortgageLib;

static class Program
{
    static readonly CssMortgageLib Extension = new CssMortgageLib();

    static int Main()
    {
        Payments();
        Loans();
        Rates();
        return Check.Finish();
    }

    static void Payments()
    {
        Extension.MssCalculateMortgage(200000, 4.5m, 30, out var payment);
        Check.Same("CalculateMortgage is 1013.37", 1013.37m, payment);
        Check.Same("CalculateMortgage", MortgageCalculator.CalculateMortgage(200000, 4.5, 30), payment);
        Extension.MssCalculateMortgage(0.1m, 0, 1, out payment);
        Check.Same("CalculateMortgage without interest", MortgageCalculator.CalculateMortgage(0.1, 0, 1), payment);
        Check.SameFailure("CalculateMortgage of a negative amount",
            () => MortgageCalculator.CalculateMortgage(-1.0, 4.5, 30),
            () => Extension.MssCalculateMortgage(-1, 4.5m, 30, out payment));
        Check.SameFailure("CalculateMortgage over no years",
            () => MortgageCalculator.CalculateMortgage(1.0, 4.5, 0),
            () => Extension.MssCalculateMortgage(1, 4.5m, 0, out payment));

        foreach (PaymentFrequency frequency in Enum.GetValues(typeof(PaymentFrequency)))
        {
            Extension.MssCalculateMortgage_Decimal_Decimal_PaymentFrequency(200000, 4.5m, 30, frequency.ToString(), out payment);
            Check.Same("CalculateMortgage " + frequency, MortgageCalculator.CalculateMortgage(200000m, 4.5m, 30, frequency), payment);
            Extension.MssTotalInterest(200000, 4.5m, 30, frequency.ToString(), out var interest);
            Check.Same("TotalInterest " + frequency, MortgageCalculator.TotalInterest(200000, 4.5, 30, frequency), interest);
        }
        Extension.MssTotalInterest(200000, 4.5m, 30, Default.TotalInterest_Frequency, out var total);
        Check.Same("TotalInterest by default", MortgageCalculator.TotalInterest(200000, 4.5, 30), total);
        Check.Refuses<ArgumentException>("TotalInterest at no frequency",
            () => Extension.MssTotalInterest(1, 1, 1, "Hourly", out total), "Hourly", "Yearly, Quarterly, Monthly, Fortnightly");

        Extension.MssMortgageCalculatorMaximumYearsGet(out var years);
        Check.Same("MaximumYears", MortgageCalculator.MaximumYears, years);
    }

    static void Loans()
    {
        var loan = new Loan
        {
            Reference = new Guid("00112233-4455-6677-8899-aabbccddeeff"),
            Borrower = "Zoë \"Z\" O'Neill",
            Principal = 200000.01m,
            InterestRate = 4.5,
            Years = 30,
            Frequency = PaymentFrequency.Monthly,
            StartDate = new DateTime(2024, 1, 31),
            RateReviewDate = null,
            IsFixedRate = true,
            Notes = new byte[] { 0, 255 }
        };
        var record = new RCLoanRecord(null);
        record.ssSTLoan.ssReference = "{00112233-4455-6677-8899-AABBCCDDEEFF}";
        record.ssSTLoan.ssBorrower = "Zoë \"Z\" O'Neill";
        record.ssSTLoan.ssPrincipal = 200000.01m;
        record.ssSTLoan.ssInterestRate = 4.5m;
        record.ssSTLoan.ssYears = 30;
        record.ssSTLoan.ssFrequency = "monthly";
        record.ssSTLoan.ssStartDate = new DateTime(2024, 1, 31);
        record.ssSTLoan.ssIsFixedRate = true;
        record.ssSTLoan.ssNotes = new byte[] { 0, 255 };

        Extension.MssAmortize(record, out var schedule);
        Check.Same("Amortize", MortgageCalculator.Amortize(loan), schedule);
        Check.Same("Amortize, number of payments", 360, schedule.Length);

        bool success = MortgageCalculator.TryCalculate(loan, out var payment, out var error);
        Extension.MssTryCalculate(record, out var ssPayment, out var ssError, out var ssSuccess);
        Check.Same("TryCalculate, success", success, ssSuccess);
        Check.Same("TryCalculate, payment", payment, ssPayment);
        Check.Same("TryCalculate, no error", error, ssError);

        loan.Years = record.ssSTLoan.ssYears = 51;
        success = MortgageCalculator.TryCalculate(loan, out payment, out error);
        Extension.MssTryCalculate(record, out ssPayment, out ssError, out ssSuccess);
        Check.Same("TryCalculate, no success", success, ssSuccess);
        Check.Same("TryCalculate, no payment", payment, ssPayment);
        Check.Same("TryCalculate, error", error, ssError);
        Check.SameFailure("Amortize over 51 years", () => MortgageCalculator.Amortize(loan), () => Extension.MssAmortize(record, out schedule));
    }

    static void Rates()
    {
        var table = new RateTable("Bank");
        Extension.MssRateTableCreate("Bank", Default.RateTableCreate_BaseRate, out var handle);
        Compare("new", table, handle);

        table.SetRate(10, 4.25);
        Extension.MssSetRate(handle, 10, 4.25m);
        table.Bank = "Other bank";
        Extension.MssRateTableBankSet(handle, "Other bank");
        table.BaseRate = 0.1;
        Extension.MssRateTableBaseRateSet(handle, 0.1m);
        Compare("changed", table, handle);

        Check.SameFailure("SetRate from no year", () => table.SetRate(0, 1), () => Extension.MssSetRate(handle, 0, 1));
        Check.Refuses<ArgumentException>("SetRate of something else", () => Extension.MssSetRate("text", 1, 1), "SetRate: This_RateTable", "System.String");
    }

    static void Compare(string state, RateTable table, object handle)
    {
        Extension.MssRateTableBankGet(handle, out var bank);
        Check.Same("RateTable, " + state + ", bank", table.Bank, bank);
        Extension.MssRateTableBaseRateGet(handle, out var rate);
        Check.Same("RateTable, " + state + ", base rate", table.BaseRate, rate);
        Extension.MssRateTableCountGet(handle, out var count);
        Check.Same("RateTable, " + state + ", count", table.Count, count);
        foreach (int years in new[] { 1, 10, 50 })
        {
            Extension.MssRateFor(handle, years, out rate);
            Check.Same("RateTable, " + state + ", rate for " + years, table.RateFor(years), rate);
            Extension.MssMonthlyPayment(handle, 200000, years, out var payment);
            Check.Same("RateTable, " + state + ", payment for " + years, table.MonthlyPayment(200000, years), payment);
        }
    }
}
