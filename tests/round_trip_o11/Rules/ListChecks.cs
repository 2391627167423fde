using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Rules;

/// <summary>Lists in lists, tables, and classes that are lists.</summary>
static class ListChecks
{
    public static void Run()
    {
        Nested();
        Tables();
        Derived();
    }

    static void Nested()
    {
        var lists = new List<List<int>> { new List<int> { 1, 2 }, new List<int>(), new List<int> { int.MinValue } };
        Check.Same("list of lists", Lists.OfLists(lists), Platform.Call("OfLists", lists));
        var arrays = lists.Select(list => list.ToArray()).ToArray();
        Check.Same("array of arrays", Lists.OfArrays(arrays), Platform.Call("OfArrays", (object) arrays));
        var deep = new List<List<List<string>>> { new List<List<string>> { new List<string> { "a", "" }, new List<string>() }, new List<List<string>>() };
        Check.Same("list of lists of lists", Lists.OfDeepLists(deep), Platform.Call("OfDeepLists", deep));
        var dictionaries = new[] { new Dictionary<string, int> { { "a", 1 } }, new Dictionary<string, int>() };
        Check.Same("list of dictionaries", Lists.OfDictionaries(dictionaries), Platform.Call("OfDictionaries", (object) dictionaries));

        var loans = Enumerable.Range(1, 3).Select(number => new Loan { Name = "Loan " + number, Amount = number }).ToList();
        // The list has the order in which the stack is read.
        Check.Same("Stack", Lists.OfStack(new Stack<Loan>(Enumerable.Reverse(loans))), Platform.Call("OfStack", loans));
        var stacks = new Queue<Stack<int>>(new[] { new Stack<int>(new[] { 1, 2, 3 }), new Stack<int>() });
        Check.Same("Queue of Stacks", Lists.OfStacks(stacks), Platform.Call("OfStacks", stacks));
        var words = new[] { "b", "a", "" };
        Check.Same("ConcurrentStack", Lists.OfConcurrentStack(new ConcurrentStack<string>(words.Reverse())), Platform.Call("OfConcurrentStack", (object) words));
        var guids = new HashSet<Guid> { new Guid(1, 2, 3, new byte[8]), new Guid(4, 5, 6, new byte[8]) };
        Check.Same("HashSet", Lists.OfGuidSet(guids), Platform.Call("OfGuidSet", guids.Concat(guids)));
        Check.Same("SortedSet", Lists.OfCharSet(new SortedSet<char>("zebra")), Platform.Call("OfCharSet", "zebra".ToCharArray().Cast<object>()));
        var numbers = new LinkedList<decimal?>(new decimal?[] { 1.5m, null, -2 });
        Check.Same("LinkedList", Lists.OfLinkedList(numbers), Platform.Call("OfLinkedList", numbers));
        var statuses = new List<Status> { Status.Lost, Status.Open, (Status) 99 };
        Check.Same("list of enums", Lists.OfStatusList(statuses), Platform.Call("OfStatusList", statuses));
        var bytes = new List<byte[]> { new byte[] { 1 }, new byte[0], new byte[20] };
        Check.Same("list of Binary Data", Lists.OfByteArrays(bytes), Platform.Call("OfByteArrays", bytes));
        var segment = new ArraySegment<string>(words, 1, 2);
        Check.Same("ArraySegment", Lists.OfSegment(segment), Platform.Call("OfSegment", segment));

        Check.Same("ArraySegment of nothing", new string[0], Platform.Call("NoSegment"));

        int before = Lists.Enumerations;
        Check.Same("Once", Lists.Once(new[] { 1, 2, 3 }).ToList(), Platform.Call("Once", new[] { 1, 2, 3 }));
        Check.Same("Once is enumerated once by each", before + 2, Platform.Call("ListsEnumerationsGet"));
        Platform.Outputs("ListsEnumerationsSet", -1);
        Check.Same("a field that was set", -1, Lists.Enumerations);
        Check.Refuses<ArgumentException>("a wrong Guid in a list", () => Platform.Call("OfGuidSet", (object) new[] { "wrong" }), "OfGuidSet: Values", "wrong");
    }

    static void Tables()
    {
        var matrix = new[,] { { 1.5, -2 }, { 0, 1e15 }, { 0.1, 3 } };
        Check.Same("matrix", Lists.OfMatrix(matrix), Platform.Call("OfMatrix", matrix));
        Check.Same("matrix of nothing", new double[0, 0], Platform.Call("OfMatrix", new double[0, 0]));
        Check.Same("matrix of empty rows", new double[2, 0], Platform.Call("OfMatrix", new double[2, 0]));
        var bytes = new byte[,] { { 0, 255 }, { 1, 2 } };
        Check.Same("matrix of bytes", Lists.OfByteMatrix(bytes), Platform.Call("OfByteMatrix", bytes));
        var letters = new[,] { { 'a', 'é' }, { '日', 'z' } };
        Check.Same("matrix of characters", Lists.OfCharMatrix(letters), Platform.Call("OfCharMatrix", letters));
        var loans = new[,] { { new Loan { Name = "a" }, new Loan { Name = "b", Status = Status.Closed } } };
        Check.Same("matrix of structures", Lists.OfLoanMatrix(loans), Platform.Call("OfLoanMatrix", loans));
        var cube = new[, ,] { { { "a", "b", "c" }, { "d", "e", "f" } }, { { "g", "h", "" }, { "j", "k", "l" } } };
        Check.Same("cube", Lists.OfCube(cube), Platform.Call("OfCube", cube));
        var byteCube = new byte[,,] { { { 1, 2 } }, { { 3, 255 } } };
        Check.Same("cube of bytes", Lists.OfByteCube(byteCube), Platform.Call("OfByteCube", byteCube));
        var numbers = new[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        var matrices = new List<int[,]> { numbers, new[,] { { 7 } } };
        Check.Same("list of matrices", Lists.OfMatrices(matrices), Platform.Call("OfMatrices", matrices));
        Check.Same("Transpose", Lists.Transpose(numbers), Platform.Call("Transpose", numbers));
        Check.Same("a table that is counted from one", Lists.FromOne(), Platform.Call("FromOne"));

        int[,] noMatrix;
        string[,,] noCube;
        CustomerList noCustomers;
        Lists.NoTables(out noMatrix, out noCube, out noCustomers);
        object[] nothing = Platform.Outputs("NoTables");
        Check.Same("no matrix", noMatrix, nothing[0]);
        Check.Same("no cube", noCube, nothing[1]);
        Check.Same("no CustomerList", noCustomers, nothing[2]);

        var ragged = new[] { new[] { 1, 2 }, new[] { 3 } };
        Check.Refuses<ArgumentException>("rows that differ", () => Platform.Call("Transpose", (object) ragged), "Transpose: Values", "rows");
        var raggedCube = new[] { new byte[1, 2], new byte[2, 1] };
        Check.Refuses<ArgumentException>("tables that differ", () => Platform.Call("OfByteCube", (object) raggedCube), "OfByteCube: Values", "tables");
        Check.Refuses<ArgumentException>("a byte in a table that is none", () => Platform.Call("OfByteMatrix", new[,] { { 256 } }), "OfByteMatrix: Values", "256");
    }

    static void Derived()
    {
        var customers = new CustomerList
        {
            new Customer { Name = "Ann", Loans = new List<Loan> { new Loan { Name = "House" }, new Loan() }, Labels = new Dictionary<string, string> { { "kind", "good" } } },
            new Customer { Name = "Bob" }
        };
        Check.Same("CustomerList", Lists.OfCustomerList(customers), Platform.Call("OfCustomerList", customers));
        Check.Same("CountLoans", customers.CountLoans(), Platform.Call("CountLoans", customers));
        Check.Same("CountLoans changes nothing", customers, Platform.Outputs("CountLoans", customers)[0]);
        Check.Same("CustomerListCreate", new CustomerList(), Platform.Call("CustomerListCreate"));
        Check.Same("WordsCreate", new Words(), Platform.Call("WordsCreate"));
        Check.Same("EvensCreate", new Evens(), Platform.Call("EvensCreate"));
        Check.Same("Words", Lists.OfWords(new Words { "a", "b", "a" }), Platform.Call("OfWords", (object) new[] { "a", "b", "a" }));
        Check.Same("Evens", Lists.OfEvens(new Evens { 2, 4 }), Platform.Call("OfEvens", new[] { 2, 4 }));
        Check.SameFailure("Evens with an odd one", () => Lists.OfEvens(new Evens { 2, 3 }), () => Platform.Call("OfEvens", new[] { 2, 3 }));
        Check.Same("Bag", Lists.OfBag(new Bag<string> { "x", "y", "x" }), Platform.Call("OfBag", (object) new[] { "x", "y", "x" }));
        Check.Same("Bag of loans", Lists.OfLoanBag(new Bag<Loan> { new Loan { Name = "a" } }), Platform.Call("OfLoanBag", (object) new[] { new Loan { Name = "a" } }));
    }
}
