using System;
using System.Collections.Generic;
using System.Linq;

namespace RoundTrip
{
    /// <summary>Functions over lists.</summary>
    public static class Lists
    {
        /// <summary>Splits a text at spaces.</summary>
        public static string[] Words(string text)
        {
            return text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
        }

        /// <summary>Joins texts with a separator.</summary>
        public static string Join(IEnumerable<string> texts, string separator = ", ")
        {
            return string.Join(separator, texts);
        }

        /// <summary>Adds up numbers.</summary>
        public static int Sum(int[] numbers)
        {
            return numbers.Sum();
        }

        /// <summary>Adds up any count of numbers.</summary>
        public static int SumAll(params int[] numbers)
        {
            return numbers.Sum();
        }

        /// <summary>Sorts texts by their character codes.</summary>
        public static List<string> Sort(List<string> texts)
        {
            return texts.OrderBy(text => text, StringComparer.Ordinal).ToList();
        }

        /// <summary>Counts up from 1, one number at a time.</summary>
        public static IEnumerable<int> CountTo(int last)
        {
            for (int number = 1; number <= last; number++)
                yield return number;
        }

        /// <summary>Gives what is in both sets.</summary>
        public static HashSet<string> Common(HashSet<string> first, HashSet<string> second)
        {
            return new HashSet<string>(first.Where(second.Contains));
        }

        /// <summary>Leaves every number once.</summary>
        public static HashSet<int> Distinct(IEnumerable<int> numbers)
        {
            return new HashSet<int>(numbers);
        }

        /// <summary>Moves every point.</summary>
        public static List<Point> MoveAll(List<Point> points, int x, int y)
        {
            return points.Select(point => new Point { X = point.X + x, Y = point.Y + y }).ToList();
        }

        /// <summary>Leaves every point once.</summary>
        public static HashSet<Point> DistinctPoints(IEnumerable<Point> points)
        {
            return new HashSet<Point>(points);
        }

        /// <summary>Turns numbers around.</summary>
        public static List<int> Backwards(List<int> numbers)
        {
            return Enumerable.Reverse(numbers).ToList();
        }

        /// <summary>Finds the persons with a name.</summary>
        public static Person[] Named(Person[] people, string name)
        {
            return people.Where(person => person.Name == name).ToArray();
        }

        /// <summary>Gives the different cities of persons.</summary>
        public static HashSet<string> Cities(IEnumerable<Person> people)
        {
            return new HashSet<string>(people.Select(person => person.Home.City));
        }

        /// <summary>Counts how often each word occurs.</summary>
        public static Dictionary<string, int> Frequencies(IEnumerable<string> words)
        {
            return words.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        }

        /// <summary>Adds up the values of a dictionary.</summary>
        public static int Total(IDictionary<string, int> counts)
        {
            return counts.Values.Sum();
        }

        /// <summary>Finds the smallest and the largest number.</summary>
        public static KeyValuePair<int, int> Extent(IList<int> numbers)
        {
            return new KeyValuePair<int, int>(numbers.Min(), numbers.Max());
        }

        /// <summary>Gives no list at all.</summary>
        public static List<string> Nothing()
        {
            return null;
        }
    }
}
