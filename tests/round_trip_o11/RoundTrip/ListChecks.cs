using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using OutSystems.NssRoundTrip;
using RoundTrip;

/// <summary>Lists of every kind of collection, of structures, and of lists.</summary>
static class ListChecks
{
    static readonly CssRoundTrip Extension = Program.Extension;

    static readonly string[][] Samples =
    {
        new string[0],
        new[] { "b", "a", "b", "", "日" },
        Enumerable.Range(0, 10000).Select(i => "text " + i % 7000).ToArray()
    };

    public static void Run()
    {
        foreach (string[] sample in Samples)
        {
            Kinds(sample);
            Functions(sample);
        }
        Structures();
        Inner();
        Objects();
    }

    static void Kinds(string[] sample)
    {
        string name = " of " + sample.Length;
        RLTextItemRecordList texts = Give.Texts(sample), result;
        Extension.MssOfArray(texts, out result);
        Check.Same("Array" + name, Collections.OfArray(sample), result);
        Extension.MssOfList(texts, out result);
        Check.Same("List" + name, Collections.OfList(sample.ToList()), result);
        Extension.MssOfEnumerable(texts, out result);
        Check.Same("IEnumerable" + name, Collections.OfEnumerable(sample), result);
        Extension.MssOfCollectionInterface(texts, out result);
        Check.Same("ICollection" + name, Collections.OfCollectionInterface(sample), result);
        Extension.MssOfListInterface(texts, out result);
        Check.Same("IList" + name, Collections.OfListInterface(sample), result);
        Extension.MssOfReadOnlyCollectionInterface(texts, out result);
        Check.Same("IReadOnlyCollection" + name, Collections.OfReadOnlyCollectionInterface(sample), result);
        Extension.MssOfReadOnlyList(texts, out result);
        Check.Same("IReadOnlyList" + name, Collections.OfReadOnlyList(sample), result);
        Extension.MssOfCollection(texts, out result);
        Check.Same("Collection" + name, Collections.OfCollection(new Collection<string>(sample)), result);
        Extension.MssOfReadOnlyCollection(texts, out result);
        Check.Same("ReadOnlyCollection" + name, Collections.OfReadOnlyCollection(new ReadOnlyCollection<string>(sample)), result);
        Extension.MssOfObservableCollection(texts, out result);
        Check.Same("ObservableCollection" + name, Collections.OfObservableCollection(new ObservableCollection<string>(sample)), result);
        Extension.MssOfHashSet(texts, out result);
        Check.Same("HashSet" + name, Collections.OfHashSet(new HashSet<string>(sample)), result);
        Extension.MssOfSortedSet(texts, out result);
        Check.Same("SortedSet" + name, Collections.OfSortedSet(new SortedSet<string>(sample)), result);
        Extension.MssOfSet(texts, out result);
        Check.Same("ISet" + name, Collections.OfSet(new HashSet<string>(sample)), result);
        Extension.MssOfQueue(texts, out result);
        Check.Same("Queue" + name, Collections.OfQueue(new Queue<string>(sample)), result);
        Extension.MssOfStack(texts, out result);
        Check.Same("Stack" + name, Collections.OfStack(new Stack<string>(sample.Reverse())), result);
        Extension.MssOfLinkedList(texts, out result);
        Check.Same("LinkedList" + name, Collections.OfLinkedList(new LinkedList<string>(sample)), result);
        Extension.MssOfConcurrentBag(texts, out result);
        Check.Same("ConcurrentBag" + name, Collections.OfConcurrentBag(new ConcurrentBag<string>(sample)), result);
        Extension.MssOfConcurrentQueue(texts, out result);
        Check.Same("ConcurrentQueue" + name, Collections.OfConcurrentQueue(new ConcurrentQueue<string>(sample)), result);
    }

    static void Functions(string[] sample)
    {
        string name = " of " + sample.Length;
        int[] numbers = sample.Select(text => text.Length).ToArray();
        Extension.MssListsJoin(Give.Texts(sample), ";", out var joined);
        Check.Same("Join" + name, Lists.Join(sample, ";"), joined);
        Extension.MssListsJoin(Give.Texts(sample), Default.ListsJoin_Separator, out joined);
        Check.Same("Join by default" + name, Lists.Join(sample), joined);
        Extension.MssWords(joined, out var words);
        Check.Same("Words" + name, Lists.Words(joined), words);
        Extension.MssSum(Give.Integers(numbers), out var sum);
        Check.Same("Sum" + name, Lists.Sum(numbers), sum);
        Extension.MssSumAll(Give.Integers(numbers), out sum);
        Check.Same("SumAll" + name, Lists.SumAll(numbers), sum);
        Extension.MssSort(Give.Texts(sample), out words);
        Check.Same("Sort" + name, Lists.Sort(sample.ToList()), words);
        Extension.MssCommon(Give.Texts(sample), Give.Texts(Samples[1]), out words);
        Check.Same("Common" + name, Lists.Common(new HashSet<string>(sample), new HashSet<string>(Samples[1])), words);
        Extension.MssDistinct(Give.Integers(numbers), out var distinct);
        Check.Same("Distinct" + name, Lists.Distinct(numbers), distinct);
        Extension.MssBackwards(Give.Integers(numbers), out var backwards);
        Check.Same("Backwards" + name, Lists.Backwards(numbers.ToList()), backwards);
        Extension.MssCountTo(sample.Length, out var counted);
        Check.Same("CountTo" + name, Lists.CountTo(sample.Length), counted);
    }

    static void Structures()
    {
        foreach (int count in new[] { 0, 3, 10000 })
        {
            Point[] points = Enumerable.Range(0, count).Select(i => new Point { X = i % 100, Y = -1 }).ToArray();
            Extension.MssMoveAll(Give.Points(points), 2, 3, out var moved);
            Check.Same("MoveAll of " + count, Lists.MoveAll(points.ToList(), 2, 3), moved);
            Extension.MssDistinctPoints(Give.Points(points), out moved);
            Check.Same("DistinctPoints of " + count, Lists.DistinctPoints(points), moved);
            Extension.MssRings(Give.Points(points), out var rings);
            Check.Same("Rings of " + count, Collections.Rings(points.ToList()), rings);
        }

        Person[] people = { Take.Person("Ann", "Bonn"), Take.Person("Bob", "Rome"), Take.Person("Ann", "Rome") };
        var list = new RLPersonRecordList();
        list.Append(Give.Person("Ann", "Bonn"));
        list.Append(Give.Person("Bob", "Rome"));
        list.Append(Give.Person("Ann", "Rome"));
        Extension.MssNamed(list, "Ann", out var named);
        Check.Same("Named", Lists.Named(people, "Ann"), named);
        Extension.MssCities(list, out var cities);
        Check.Same("Cities", Lists.Cities(people), cities);

        var basics = new RLBasicsRecordList();
        basics.Append(Give.Basics());
        Extension.MssOfBasics(basics, out var result);
        Check.Same("every basic type", Collections.OfBasics(new[] { Take.Basics() }), result);
        basics = new RLBasicsRecordList();
        basics.Append(new RCBasicsRecord(null));
        Extension.MssOfBasics(basics, out result);
        Check.Same("a record of OutSystems' own", 1, result.Length);
    }

    static void Inner()
    {
        string[][] lists = { new[] { "a", "b" }, new string[0], new[] { "c" } };
        var given = new RLTextItemListRecordList();
        foreach (string[] texts in lists)
        {
            var item = new RCTextItemListRecord(null);
            item.ssSTTextItemList.ssItems = Give.Texts(texts);
            given.Append(item);
        }
        Extension.MssReverseEach(given, out var reversed);
        Check.Same("ReverseEach", Collections.ReverseEach(lists), reversed);
        Extension.MssReverseEach(new RLTextItemListRecordList(), out reversed);
        Check.Same("ReverseEach of nothing", Collections.ReverseEach(new string[0][]), reversed);

        Extension.MssHoles(out var holes);
        Check.Same("Holes", 2, holes.Length);
        Check.Same("Holes, view", View.Of(Collections.Holes()).Replace("0001-01-01", "1900-01-01"), View.Of(holes).Replace("0001-01-01", "1900-01-01"));

        Point[][] rows = { new[] { new Point { X = 1, Y = 2 }, new Point { X = 3 } }, new Point[0] };
        Extension.MssGridOf(Give.Points(rows), "title", out var grid);
        Check.Same("GridOf", Collections.GridOf(rows, "title"), grid);
        Extension.MssCells(grid, out var cells);
        Check.Same("Cells", Collections.Cells(Collections.GridOf(rows, "title")), cells);

        Extension.MssNothing(out var nothing);
        Check.Same("no list", Lists.Nothing(), nothing);
    }

    static void Objects()
    {
        Extension.MssFrequencies(Give.Texts(Samples[1]), out var frequencies);
        Check.Same("Frequencies", Lists.Frequencies(Samples[1]), frequencies);
        Extension.MssListsTotal(frequencies, out var total);
        Check.Same("Total", Lists.Total(Lists.Frequencies(Samples[1])), total);
        Extension.MssExtent(Give.Integers(new[] { 3, -1, 2 }), out var extent);
        Check.Same("Extent", Lists.Extent(new[] { 3, -1, 2 }), extent);
        Check.SameFailure("Extent of nothing", () => Lists.Extent(new int[0]), () => Extension.MssExtent(new RLIntegerItemRecordList(), out extent));
    }
}
