using System;
using System.Collections.Generic;
using System.Linq;

namespace Rules
{
    /// <summary>A part of a longer list.</summary>
    public class Page<T>
    {
        public List<T> Items { get; set; }
        public T First { get; set; }
        public int Number { get; set; }
    }

    /// <summary>From here to there.</summary>
    public struct Range<T>
    {
        public T Start;
        public T End;
    }

    /// <summary>Holds closed generic types.</summary>
    public class Report
    {
        public string Title { get; set; }
        public Page<Loan> Page { get; set; }
        public Range<int> Lines { get; set; }
        public Range<DateTime>? Period { get; set; }
    }

    /// <summary>Closed generic types.</summary>
    public static class Generics
    {
        public static Page<Page<string>> OfPages(Page<Page<string>> value) { return value; }
        public static Range<DateTime> OfPeriod(Range<DateTime> value) { return value; }
        public static Report OfReport(Report value) { return value; }

        /// <summary>Finds a page of customers.</summary>
        public static Page<Customer> FindPage(IEnumerable<Customer> customers, int number)
        {
            List<Customer> items = customers.Skip(number * 2).Take(2).ToList();
            return new Page<Customer> { Items = items, First = items.FirstOrDefault(), Number = number };
        }

        /// <summary>Writes the names of customers on a page.</summary>
        public static Page<string> NamesOf(Page<Customer> page)
        {
            return new Page<string> { Items = page.Items.Select(item => item.Name).ToList(), First = page.First == null ? null : page.First.Name, Number = page.Number };
        }

        /// <summary>Counts the numbers in a range.</summary>
        public static int Extent(Range<int> range)
        {
            return range.End - range.Start + 1;
        }
    }
}
