using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Rules
{
    /// <summary>A list of customers by another name.</summary>
    public class CustomerList : List<Customer>
    {
        /// <summary>Counts the loans of all.</summary>
        public int CountLoans()
        {
            return this.Sum(customer => customer.Loans == null ? 0 : customer.Loans.Count);
        }
    }

    /// <summary>Words that are there only once.</summary>
    public sealed class Words : HashSet<string>
    {
    }

    /// <summary>A collection that refuses some items.</summary>
    public class Evens : Collection<int>
    {
        /// <summary>Inserts an even number.</summary>
        protected override void InsertItem(int index, int item)
        {
            if (item % 2 != 0)
                throw new ArgumentException(item + " is odd.");
            base.InsertItem(index, item);
        }
    }

    /// <summary>A generic collection that is written by hand.</summary>
    public class Bag<T> : ICollection<T>
    {
        readonly List<T> items = new List<T>();

        /// <summary>Gets the number of items.</summary>
        public int Count { get { return items.Count; } }

        /// <summary>False.</summary>
        public bool IsReadOnly { get { return false; } }

        /// <summary>Adds an item.</summary>
        public void Add(T item) { items.Add(item); }

        /// <summary>Removes all items.</summary>
        public void Clear() { items.Clear(); }

        /// <summary>Looks for an item.</summary>
        public bool Contains(T item) { return items.Contains(item); }

        /// <summary>Copies the items.</summary>
        public void CopyTo(T[] array, int index) { items.CopyTo(array, index); }

        /// <summary>Removes an item.</summary>
        public bool Remove(T item) { return items.Remove(item); }

        /// <summary>Enumerates the items.</summary>
        public IEnumerator<T> GetEnumerator() { return items.GetEnumerator(); }

        IEnumerator IEnumerable.GetEnumerator() { return items.GetEnumerator(); }
    }

    /// <summary>Lists in lists, tables, and classes that are lists.</summary>
    public static class Lists
    {
        public static List<List<int>> OfLists(List<List<int>> values) { return values; }
        public static int[][] OfArrays(int[][] values) { return values; }
        public static List<List<List<string>>> OfDeepLists(List<List<List<string>>> values) { return values; }
        public static IEnumerable<Dictionary<string, int>> OfDictionaries(IEnumerable<Dictionary<string, int>> values) { return values; }
        public static Stack<Loan> OfStack(Stack<Loan> values) { return values; }
        public static Queue<Stack<int>> OfStacks(Queue<Stack<int>> values) { return values; }
        public static ConcurrentStack<string> OfConcurrentStack(ConcurrentStack<string> values) { return values; }
        public static HashSet<Guid> OfGuidSet(HashSet<Guid> values) { return values; }
        public static SortedSet<char> OfCharSet(SortedSet<char> values) { return values; }
        public static LinkedList<decimal?> OfLinkedList(LinkedList<decimal?> values) { return values; }
        public static List<Status> OfStatusList(List<Status> values) { return values; }
        public static List<byte[]> OfByteArrays(List<byte[]> values) { return values; }
        public static ArraySegment<string> OfSegment(ArraySegment<string> values) { return values; }
        public static double[,] OfMatrix(double[,] values) { return values; }
        public static byte[,] OfByteMatrix(byte[,] values) { return values; }
        public static char[,] OfCharMatrix(char[,] values) { return values; }
        public static Loan[,] OfLoanMatrix(Loan[,] values) { return values; }
        public static string[,,] OfCube(string[,,] values) { return values; }
        public static byte[,,] OfByteCube(byte[,,] values) { return values; }
        public static List<int[,]> OfMatrices(List<int[,]> values) { return values; }
        public static CustomerList OfCustomerList(CustomerList values) { return values; }
        public static Words OfWords(Words values) { return values; }
        public static Evens OfEvens(Evens values) { return values; }
        public static Bag<string> OfBag(Bag<string> values) { return values; }
        public static Bag<Loan> OfLoanBag(Bag<Loan> values) { return values; }

        /// <summary>Exchanges the rows and the columns.</summary>
        public static int[,] Transpose(int[,] values)
        {
            var result = new int[values.GetLength(1), values.GetLength(0)];
            for (int i = 0; i < values.GetLength(0); i++)
                for (int j = 0; j < values.GetLength(1); j++)
                    result[j, i] = values[i, j];
            return result;
        }

        /// <summary>Gives a table whose rows and columns are counted from one.</summary>
        public static int[,] FromOne()
        {
            var values = (int[,]) Array.CreateInstance(typeof(int), new[] { 2, 2 }, new[] { 1, 1 });
            values[1, 1] = 11;
            values[1, 2] = 12;
            values[2, 1] = 21;
            values[2, 2] = 22;
            return values;
        }

        /// <summary>Gives a segment of no array.</summary>
        public static ArraySegment<string> NoSegment()
        {
            return default(ArraySegment<string>);
        }

        /// <summary>Gives nothing where there could be tables.</summary>
        public static void NoTables(out int[,] matrix, out string[,,] cube, out CustomerList customers)
        {
            matrix = null;
            cube = null;
            customers = null;
        }

        /// <summary>Gives everything in <paramref name="values"/>, and counts how often that was asked for.</summary>
        public static IEnumerable<int> Once(IEnumerable<int> values)
        {
            Enumerations++;
            foreach (int value in values)
                yield return value;
        }

        /// <summary>How often the result of <see cref="Once"/> was enumerated.</summary>
        public static int Enumerations;
    }
}
