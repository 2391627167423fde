using System;
using System.Collections.Generic;
using System.Linq;
using Rules;

/// <summary>Structures: changed by their own methods, built by constructors, only read.</summary>
static class StructureChecks
{
    public static void Run()
    {
        var loan = new Loan { Name = "House", Amount = 1000, Due = new DateTime(2050, 1, 1) };
        object record = Platform.Call("Grow", loan, 4.5m);
        Check.Same("Loan before", "1000", Platform.Call("YearlyInterest", loan, 100).ToString());
        Check.Same("YearlyInterest", loan.YearlyInterest(3), Platform.Call("YearlyInterest", loan, 3));
        loan.Grow(4.5m);
        Check.Same("Grow", loan, record);
        object[] outputs = Platform.Outputs("Pay", record, 1045);
        Status status;
        decimal left = loan.Pay(1045, out status);
        Check.Same("Pay, status", status, outputs[0]);
        Check.Same("Pay, the loan", loan, outputs[1]);
        Check.Same("Pay", left, outputs[2]);
        Check.Same("Names", new[] { loan, new Loan { Name = "日本" } }.Names(), Platform.Call("Names", (object) new[] { loan, new Loan { Name = "日本" } }));
        Check.Refuses<ArgumentException>("a loan in a wrong status", () => Platform.Call("Grow", new { Name = "", Amount = 0, Status = "Away", Due = (DateTime?) null }, 1), "Grow: This_Loan", "Away");

        var offer = new Offer("Bank", 1.5m, new[] { 5, 10 }, Grade.B);
        Check.Same("Better", offer.Better(0.5m), Platform.Call("Better", offer, 0.5m));
        Check.SameFailure("Better than nothing", () => offer.Better(2), () => Platform.Call("Better", offer, 2));

        Check.Same("WriteReceipt", Bank.WriteReceipt(7, loan), Platform.Call("WriteReceipt", 7, loan));
        Check.Same("WriteReceipts", Bank.WriteReceipts(loan, loan), Platform.Call("WriteReceipts", (object) new[] { loan, loan }));
        Check.Same("WriteReceipts of nothing", Bank.WriteReceipts(), Platform.Call("WriteReceipts"));
        Check.SameFailure("Rob", Bank.Rob, () => Platform.Outputs("Rob"));
        var many = Enumerable.Range(0, 10000).Select(number => new Loan { Name = "Loan " + number, Amount = number / 8m, Status = Status.Lost }).ToList();
        object turned = Platform.Call("TurnAround", many);
        Check.Same("TurnAround", Bank.TurnAround(many), turned);
        var customer = new Customer { Name = "Ann", Loans = new List<Loan> { loan }, Labels = new Dictionary<string, string> { { "a", "" }, { "", "b" } } };
        Check.Same("Customer", Bank.OfCustomer(customer), Platform.Call("OfCustomer", customer));

        var money = new Money(500);
        Check.Same("MoneyCreate", money, Platform.Call("MoneyCreate", 500));
        Check.Same("Equals", money.Equals(new Money(500)), Platform.Call("Equals", money, new Money(500)));
        Check.Same("Equals nothing", money.Equals(null), Platform.Call("Equals", money, null));
        Check.Same("GetHashCode", money.GetHashCode(), Platform.Call("GetHashCode", money));
    }
}
