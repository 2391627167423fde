using System;
using System.Collections.Generic;
using OutSystems.NssRoundTrip;

/// <summary>Makes OutSystems values, as an application would.</summary>
static class Give
{
    public static RLTextItemRecordList Texts(IEnumerable<string> texts)
    {
        var list = new RLTextItemRecordList();
        foreach (string text in texts)
        {
            var item = new RCTextItemRecord(null);
            item.ssSTTextItem.ssValue = text;
            list.Append(item);
        }
        return list;
    }

    public static RLIntegerItemRecordList Integers(IEnumerable<int> numbers)
    {
        var list = new RLIntegerItemRecordList();
        foreach (int number in numbers)
        {
            var item = new RCIntegerItemRecord(null);
            item.ssSTIntegerItem.ssValue = number;
            list.Append(item);
        }
        return list;
    }

    public static RCPointRecord Point(int x, int y)
    {
        var record = new RCPointRecord(null);
        record.ssSTPoint.ssX = x;
        record.ssSTPoint.ssY = y;
        return record;
    }

    public static RLPointRecordList Points(IEnumerable<RoundTrip.Point> points)
    {
        var list = new RLPointRecordList();
        foreach (RoundTrip.Point point in points)
            list.Append(Point(point.X, point.Y));
        return list;
    }

    public static RLPointListRecordList Points(IEnumerable<RoundTrip.Point[]> lists)
    {
        var list = new RLPointListRecordList();
        foreach (RoundTrip.Point[] points in lists)
        {
            var item = new RCPointListRecord(null);
            item.ssSTPointList.ssItems = Points(points);
            list.Append(item);
        }
        return list;
    }

    public static RCIntervalRecord Interval(int start, int end)
    {
        var record = new RCIntervalRecord(null);
        record.ssSTInterval.ssStart = start;
        record.ssSTInterval.ssEnd = end;
        return record;
    }

    public static RCAddressRecord Address(string street, string city, int number)
    {
        var record = new RCAddressRecord(null);
        record.ssSTAddress.ssStreet = street;
        record.ssSTAddress.ssCity = city;
        record.ssSTAddress.ssNumber = number;
        return record;
    }

    /// <summary>The record that stands for <see cref="Take.Person"/>.</summary>
    public static RCPersonRecord Person(string name, string city)
    {
        var record = new RCPersonRecord(null);
        record.ssSTPerson.ssName = name;
        record.ssSTPerson.ssBorn = new DateTime(1990, 5, 17);
        record.ssSTPerson.ssIncome = 1234.56m;
        record.ssSTPerson.ssFavorite = "blue";
        record.ssSTPerson.ssId = "00112233445566778899aabbccddeeff";
        record.ssSTPerson.ssPicture = new byte[] { 1, 2, 3 };
        record.ssSTPerson.ssHome = Address("Main Street", city, 5);
        return record;
    }

    public static RLKeyValuePairOfStringAndStringRecordList Labels(IDictionary<string, string> labels)
    {
        var list = new RLKeyValuePairOfStringAndStringRecordList();
        foreach (KeyValuePair<string, string> label in labels)
        {
            var pair = new RCKeyValuePairOfStringAndStringRecord(null);
            pair.ssSTKeyValuePairOfStringAndString.ssKey = label.Key;
            pair.ssSTKeyValuePairOfStringAndString.ssValue = label.Value;
            list.Append(pair);
        }
        return list;
    }

    /// <summary>The record that stands for <see cref="Take.Order"/>.</summary>
    public static RCOrderRecord Order(IDictionary<string, string> labels)
    {
        var line = new RCOrderLineRecord(null);
        line.ssSTOrderLine.ssArticle = "Tea";
        line.ssSTOrderLine.ssQuantity = 3;
        line.ssSTOrderLine.ssPrice = 2.75m;
        var record = new RCOrderRecord(null);
        record.ssSTOrder.ssCustomer = "Ann";
        record.ssSTOrder.ssLines.Append(line);
        line.ssSTOrderLine.ssArticle = "Cups";
        record.ssSTOrder.ssLines.Append(line);
        record.ssSTOrder.ssRemarks = Texts(new[] { "fragile", "" });
        record.ssSTOrder.ssLabels = Labels(labels);
        return record;
    }

    /// <summary>The record that stands for <see cref="Take.Basics"/>.</summary>
    public static RCBasicsRecord Basics()
    {
        var record = new RCBasicsRecord(null);
        record.ssSTBasics.ssText = "é\"日";
        record.ssSTBasics.ssLetter = "x";
        record.ssSTBasics.ssFlag = true;
        record.ssSTBasics.ssTiny = sbyte.MinValue;
        record.ssSTBasics.ssOctet = byte.MaxValue;
        record.ssSTBasics.ssShort = short.MinValue;
        record.ssSTBasics.ssWord = ushort.MaxValue;
        record.ssSTBasics.ssNumber = int.MinValue;
        record.ssSTBasics.ssUnsigned = uint.MaxValue;
        record.ssSTBasics.ssLong = long.MinValue;
        record.ssSTBasics.ssGiant = ulong.MaxValue;
        record.ssSTBasics.ssExact = decimal.MaxValue;
        record.ssSTBasics.ssRough = 0.1m;
        record.ssSTBasics.ssReal = 1e15m;
        record.ssSTBasics.ssWhen = new DateTime(2024, 2, 29, 12, 30, 0);
        record.ssSTBasics.ssMoment = new DateTime(2024, 2, 29, 11, 30, 0);
        record.ssSTBasics.ssSpan = 0.0000001m;
        record.ssSTBasics.ssId = "00112233-4455-6677-8899-aabbccddeeff";
        record.ssSTBasics.ssLink = "https://example.org/";
        record.ssSTBasics.ssVersion = "1.2.3";
        record.ssSTBasics.ssCulture = "de-DE";
        record.ssSTBasics.ssBytes = new byte[] { 255 };
        record.ssSTBasics.ssColor = "Blue";
        record.ssSTBasics.ssDays = "Monday, Sunday";
        record.ssSTBasics.ssSize = "Large";
        record.ssSTBasics.ssMaybeFlag = true;
        record.ssSTBasics.ssMaybeNumber = -1;
        record.ssSTBasics.ssMaybeReal = 0.1m;
        record.ssSTBasics.ssMaybeLetter = "y";
        record.ssSTBasics.ssMaybeWhen = new DateTime(2024, 1, 1);
        record.ssSTBasics.ssMaybeSpan = -1;
        record.ssSTBasics.ssMaybeId = "00112233-4455-6677-8899-aabbccddeeff";
        record.ssSTBasics.ssMaybeColor = "Red";
        record.ssSTBasics.ssMaybePoint = Point(1, 2);
        return record;
    }
}
