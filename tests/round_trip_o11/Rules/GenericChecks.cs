using System;
using System.Collections.Generic;
using System.Linq;
using Rules;

/// <summary>Closed generic types are structures.</summary>
static class GenericChecks
{
    public static void Run()
    {
        var customers = Enumerable.Range(0, 5).Select(number => new Customer { Name = "Customer " + number, Loans = new List<Loan> { new Loan { Amount = number } } }).ToList();
        foreach (int number in new[] { 0, 2, 7 })
        {
            Page<Customer> page = Generics.FindPage(customers, number);
            Check.Same("FindPage " + number, page, Platform.Call("FindPage", customers, number));
            Check.Same("NamesOf page " + number, Generics.NamesOf(new Page<Customer> { Items = page.Items, First = page.First ?? new Customer(), Number = number }), Platform.Call("NamesOf", page));
        }
        var pages = new Page<Page<string>> { Items = new List<Page<string>> { new Page<string> { Items = new List<string> { "a", "b" }, First = "a", Number = 1 } }, Number = 2 };
        Check.Same("page of pages", Generics.OfPages(pages), Platform.Call("OfPages", pages));
        var period = new Range<DateTime> { Start = new DateTime(2024, 1, 1), End = new DateTime(2024, 2, 29, 1, 2, 3) };
        Check.Same("Range<DateTime>", Generics.OfPeriod(period), Platform.Call("OfPeriod", period));
        Check.Same("Extent", Generics.Extent(new Range<int> { Start = -1, End = 3 }), Platform.Call("Extent", new Range<int> { Start = -1, End = 3 }));
        var report = new Report { Title = "All", Page = new Page<Loan> { First = new Loan(), Items = new List<Loan> { new Loan { Name = "x" } } }, Lines = new Range<int> { End = 3 }, Period = period };
        Check.Same("Report", Generics.OfReport(report), Platform.Call("OfReport", report));
    }
}
