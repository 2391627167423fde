using System;
using System.Globalization;
using Odc.Loans;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var loans = new Loans();
Console.WriteLine(loans.PaymentOf(100000m, 30, 6m));
Console.WriteLine(loans.PaymentOf(100000m));
Console.WriteLine(loans.IsWeekend(new DateTime(2024, 6, 1)));
Console.WriteLine(loans.CalculatorPayment(200000m, 5m, 30));
bool possible = loans.CalculatorIsPossible("", out string reason);
Console.WriteLine(possible + " " + reason);
try
{
    loans.Reminder(new Loan());
}
catch (NotSupportedException error)
{
    Console.WriteLine(error.Message);
}
