using System;
using System.Linq;
using Banking;
using Banking.Contracts;
using OutSystems.NssBanking;

static class Program
{
    static readonly CssBanking Extension = new CssBanking();

    static int Main()
    {
        var bank = new Bank("EUR");
        Extension.MssBankCreate("EUR", out var handle);

        Extension.MssOpen(handle, "DE1", Default.Open_Kind, out var opened);
        Check.Same("Open by default", bank.Open("DE1"), opened);
        Extension.MssOpen(handle, "DE2", "CUSTODY", out opened);
        Check.Same("Open", bank.Open("DE2", AccountKind.Custody), opened);
        Check.SameFailure("Open again", () => bank.Open("DE1"), () => Extension.MssOpen(handle, "DE1", "Savings", out opened));

        Extension.MssBook(handle, "DE1", Amount(100.5m, "EUR"), Default.Book_Purpose, out var booked);
        Check.Same("Book by default", bank.Book("DE1", new Money(100.5m, "EUR")), booked);
        Extension.MssBook(handle, "DE1", Amount(-0.01m, "EUR"), "fée", out booked);
        Check.Same("Book", bank.Book("DE1", new Money(-0.01m, "EUR"), "fée"), booked);
        Check.SameFailure("Book more than there is",
            () => bank.Book("DE1", new Money(-1000, "EUR")),
            () => Extension.MssBook(handle, "DE1", Amount(-1000, "EUR"), "", out booked));

        Extension.MssBookings(handle, "DE1", out var bookings);
        Check.Same("Bookings", bank.Bookings("DE1"), bookings);
        Extension.MssBookings(handle, "DE2", out bookings);
        Check.Same("Bookings of an empty account", bank.Bookings("DE2"), bookings);

        foreach (string iban in new[] { "DE1", "DE3" })
        {
            bool success = bank.TryFind(iban, out var account);
            Extension.MssTryFind(handle, iban, out var ssAccount, out var ssSuccess);
            Check.Same("TryFind " + iban + ", success", success, ssSuccess);
            Check.Same("TryFind " + iban + ", account", account, ssAccount);
        }

        bank.TryFind("DE1", out var first);
        Extension.MssTryFind(handle, "DE1", out var ssFirst, out _);
        var day = new DateTime(2024, 3, 1, 23, 59, 59);
        Extension.MssAgeInDays(ssFirst, day, out var after, out var age);
        Check.Same("AgeInDays", first.AgeInDays(day), age);
        Check.Same("AgeInDays, account after", first, after);

        foreach (int count in new[] { 0, 1, 10000 })
        {
            Money[] amounts = Enumerable.Range(1, count).Select(i => new Money(i / 100m, "EUR")).ToArray();
            var list = new RLMoneyRecordList();
            foreach (Money amount in amounts)
                list.Append(Amount(amount.Amount, amount.Currency));
            Extension.MssSum(list, out var sum);
            Check.Same("Sum of " + count, Bank.Sum(amounts), sum);
        }
        return Check.Finish();
    }

    static RCMoneyRecord Amount(decimal amount, string currency)
    {
        var record = new RCMoneyRecord(null);
        record.ssSTMoney.ssAmount = amount;
        record.ssSTMoney.ssCurrency = currency;
        return record;
    }
}
