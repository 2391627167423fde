==== everything_is_fine: DL7105
//resource Vendor.icon.png
//resource Vendor.send.png
[OSInterface(Name = "Vendor", Description = "All that is allowed", IconResourceName = "Vendor.icon.png")]
public interface IVendor
{
    [OSAction(Description = "Sends", IconResourceName = "Vendor.send.png", ReturnName = "Receipt")]
    string Send([OSParameter(DataType = OSDataType.Email)] string to, string text = "hello", int priority = 1);
    void Nothing();
    Order? Find(long id, out bool found, Order? similar = null, byte[] picture = null, List<Line> lines = null);
    decimal Sum(IEnumerable<Line> lines, decimal start = 1.5m, double factor = 2, float part = 1.5f, bool round = true);
    [OSAction(ReturnType = OSDataType.Currency)] decimal Price(int? count = null, DateTime? day = null, long big = 7);
    [OSAction(ReturnType = OSDataType.Date)] DateTime Day([OSParameter(DataType = OSDataType.Time)] DateTime time);
    HashSet<string> Words(ICollection<string> texts, IReadOnlyList<int> numbers, List<DateTime> days);
}
[OSStructure(Description = "An order")]
public struct Order
{
    [OSStructureField(DataType = OSDataType.LongInteger, IsMandatory = true)] public long Id;
    [OSStructureField(Length = 200, DefaultValue = "x")] public string Text { get; set; }
    [OSStructureField(Decimals = 2)] public decimal Total { get; private set; }
    [OSStructureField(DataType = OSDataType.BinaryData)] public byte[] Picture;
    public List<Line> Lines;
    public Line First;
    public DateTime? Sent;
    [OSIgnore] public Guid Key;
    public static int Count => 1;
    public const int Most = 3;
    private int hidden;
    public int this[int index] => hidden + index;
}
[OSStructure] public struct Line { public int Number; public float Weight; public double Length; public bool IsLast; }
public class Vendor : IVendor
{
    static readonly object Lock = new();
    const int One = 1;
    public string Send(string to, string text, int priority) => to;
    public void Nothing() { }
    public Order? Find(long id, out bool found, Order? similar, byte[] picture, List<Line> lines) { found = false; return null; }
    public decimal Sum(IEnumerable<Line> lines, decimal start, double factor, float part, bool round) => start;
    public decimal Price(int? count, DateTime? day, long big) => One;
    public DateTime Day(DateTime time) => time;
    public HashSet<string> Words(ICollection<string> texts, IReadOnlyList<int> numbers, List<DateTime> days) => new(texts);
}

==== logger_alone:
---- Microsoft.Extensions.Logging.Abstractions
namespace Microsoft.Extensions.Logging { public interface ILogger { } }
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor
{
    readonly object logger;
    public Vendor(Microsoft.Extensions.Logging.ILogger logger) { this.logger = logger; }
    public int Count() => logger is null ? 0 : 1;
}

==== structures_of_another_assembly:
---- Shared
[OSStructure] public struct Order { public int Id; }
---- Vendor
[OSInterface] public interface IVendor { Order Find(int id); }
public class Vendor : IVendor { public Order Find(int id) => default; }

==== inherited_implementation:
[OSInterface] public interface IVendor { int Count(); }
public abstract class Base : IVendor { public int Count() => 1; }
public class Vendor : Base { }

==== old_framework: 05001
[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v8.0")]
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== older_framework: 05001
[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v7.0")]
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== other_framework: 05001
[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.7.2")]
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== unknown_framework: 05001
// TargetFramework: none
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== no_interface: 05002
public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== two_interfaces: 05003
[OSInterface] public interface IVendor { int Count(); }
[OSInterface] public interface IOther { int Number(); }
public class Vendor : IVendor { public int Count() => 1; }
public class Other : IOther { public int Number() => 1; }

==== two_interfaces_in_two_assemblies: 05003
---- Other
[OSInterface] public interface IOther { int Number(); }
public class Other : IOther { public int Number() => 1; }
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => new Other().Number(); }

==== internal_interface: 05004
[OSInterface] interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== nested_in_internal: 05004
class Outer { [OSInterface] public interface IVendor { int Count(); } }
public class Vendor : Outer.IVendor { public int Count() => 1; }

==== constructor_with_parameters: 05005
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public Vendor(string url) { } public int Count() => 1; }

==== internal_constructor: 05005
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { internal Vendor() { } public int Count() => 1; }

==== nobody_implements: 05006
[OSInterface] public interface IVendor { int Count(); }
public class Vendor { public int Count() => 1; }
public struct Value : IVendor { public int Count() => 1; }
public abstract class Base : IVendor { public abstract int Count(); }
public class Of<T> : IVendor { public int Count() => 1; }

==== no_methods: 05007
public interface IBase { int Count(); }
[OSInterface] public interface IVendor : IBase { }
public class Vendor : IVendor { public int Count() => 1; }

==== two_classes: 05008
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }
public class Derived : Vendor { }

==== missing_icons: 05009 05009
//resource Vendor.icon.png
[OSInterface(IconResourceName = "icon.png")]
public interface IVendor { [OSAction(IconResourceName = "Vendor.Icon.png")] int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== internal_structure: 05010
[OSInterface] public interface IVendor { int Count(); }
[OSStructure] struct Order { public int Id; }
public class Vendor : IVendor { public int Count() => 1; }

==== private_members: 05011 05011 05012 05012
[OSInterface] public interface IVendor { Order Find(); }
[OSStructure] public struct Order
{
    public int Id;
    [OSStructureField] internal int Number;
    [OSStructureField] string Text { get; set; }
    [OSIgnore] int cache;
    [field: OSIgnore] public int Size { get; set; }
}
public class Vendor : IVendor { public Order Find() => default; }

==== empty_structure: 05013 05013
[OSInterface] public interface IVendor { int Count(); }
[OSStructure] public struct Order { int id; }
[OSStructure] public struct Ignoring { [OSIgnore] public int Id; public static int Number => 1; }
public class Vendor : IVendor { public int Count() => 1; }

==== unsupported_types: 05015 05015 05015 05015 05015 05015 05015 05015 05015 05015 05015 05015 05015
[OSInterface] public interface IVendor
{
    Order Find(Guid id);
    object Any(Customer customer);
    Dictionary<string, int> Map(int[,] table, short number, IDisposable disposable);
    Action Call(char letter, List<Guid> keys);
    System.Collections.IEnumerable Things(Guid? key);
}
public class Customer { }
[OSStructure] public struct Order { public uint Number; }
public class Vendor : IVendor
{
    public Order Find(Guid id) => default;
    public object Any(Customer customer) => customer;
    public Dictionary<string, int> Map(int[,] table, short number, IDisposable disposable) => null;
    public Action Call(char letter, List<Guid> keys) => null;
    public System.Collections.IEnumerable Things(Guid? key) => null;
}

==== asynchronous: 05015 05015 DL7101 DL7101
[OSInterface] public interface IVendor { Task<int> Count(); Task Wait(); }
public class Vendor : IVendor { public async Task<int> Count() => await Task.FromResult(1); public Task Wait() => Task.CompletedTask; }

==== enums: 05015 05015 05015 DL7102 DL7102
public enum Frequency { Monthly, Weekly }
[OSInterface] public interface IVendor { int Count(Frequency frequency, List<Frequency> all, DayOfWeek day); }
public class Vendor : IVendor { public int Count(Frequency frequency, List<Frequency> all, DayOfWeek day) => 1; }

==== by_reference: 05016 05016
[OSInterface] public interface IVendor { void Next(ref int counter, in long by, out int last); }
public class Vendor : IVendor { public void Next(ref int counter, in long by, out int last) { last = 1; } }

==== data_types: 05017 05017 05017 05017 05017
[OSInterface] public interface IVendor
{
    [OSAction(ReturnType = OSDataType.Text)] int Count([OSParameter(DataType = OSDataType.Decimal)] double number);
    Order Find([OSParameter(DataType = OSDataType.Date)] string day);
}
[OSStructure] public struct Order
{
    [OSStructureField(DataType = OSDataType.Currency)] public string Price;
    [OSStructureField(DataType = OSDataType.Currency)] public decimal Total;
    [OSStructureField(DataType = (OSDataType)77)] public int Odd;
}
public class Vendor : IVendor { public int Count(double number) => 1; public Order Find(string day) => default; }

==== internal_class: 05018
[OSInterface] public interface IVendor { int Count(); }
class Vendor : IVendor { public int Count() => 1; }

==== long_names: 05019 05019 05019
[OSInterface] public interface IVendor { Order FindTheCustomerWithTheGivenNumberInTheGivenCountries(int id); }
[OSStructure] public struct Order { public int TheNumberOfTheOrderAsTheCustomerWroteItOnTheLetter1; }
[OSStructure] public struct TheOrderAsTheCustomerWroteItOnTheLetterThatCameToday { public int Id; }
public class Vendor : IVendor { public Order FindTheCustomerWithTheGivenNumberInTheGivenCountries(int id) => default; }

==== names_with_exactly_50_characters:
[OSInterface] public interface IVendor { int FindTheCustomerWithTheGivenNumberInTheGivenCountry(int id); }
public class Vendor : IVendor { public int FindTheCustomerWithTheGivenNumberInTheGivenCountry(int id) => id; }

==== digits: 05020 05020
[OSInterface(Name = "3DPrinter")] public interface IVendor { [OSAction(ReturnName = "1st")] int First(); }
public class Vendor : IVendor { public int First() => 1; }

==== characters: 05021 05021 05021
[OSInterface(Name = "Vendor API (new)")] public interface IVendor { int Größe(); [OSAction(ReturnName = "the sum")] int Sum(); }
public class Vendor : IVendor { public int Größe() => 1; public int Sum() => 1; }

==== underscores: 05022 DL7110 DL7110
[OSInterface] public interface IVendor { int _Count(int _from); Order Find(); }
[OSStructure] public struct Order { public int _id; }
public class Vendor : IVendor { public int _Count(int _from) => 1; public Order Find() => default; }

==== underscored_interface: 05022
[OSInterface] public interface _Vendor { int Count(); }
public class Vendor : _Vendor { public int Count() => 1; }

==== missing_assembly: 05023
---- Helper!
public class Helper { public static int One => 1; }
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => Helper.One; }

==== missing_closure: DL7010
---- Deep!
public class Deep { public static int One => 1; }
---- Helper
public class Helper { public static int One => Deep.One; }
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => Helper.One; }

==== undecorated: 05024 05024 05024
---- Shared
public struct Inner { public int Id; }
---- Vendor
[OSInterface] public interface IVendor { Order Find(List<Inner> inner); }
public struct Order { public int Id; }
[OSStructure] public struct Line { public Inner Inner; }
public class Vendor : IVendor { public Order Find(List<Inner> inner) => default; }

==== overloads: 05025
[OSInterface] public interface IVendor { int Count(); int Count(int from); }
public class Vendor : IVendor { public int Count() => 1; public int Count(int from) => 1; }

==== structures_of_one_name: 05025
[OSInterface] public interface IVendor { int Count(); }
namespace One { [OSStructure] public struct Order { public int Id; } }
namespace Two { [OSStructure] public struct Order { public int Id; } }
public class Vendor : IVendor { public int Count() => 1; }

==== defaults: 05026 05026 05026 05026
[OSInterface] public interface IVendor
{
    int Count(Order order = default, double number = double.NaN);
    int Sum([System.Runtime.InteropServices.Optional] int number, DateTime day = default);
}
[OSStructure] public struct Order { public int Id; }
public class Vendor : IVendor { public int Count(Order order, double number) => 1; public int Sum(int number, DateTime day) => 1; }

==== old_dependencies: DL7012 DL7012 DL7011
---- Six
[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v6.0")]
public class Six { }
---- Classic
[assembly: System.Runtime.Versioning.TargetFramework(".NETFramework,Version=v4.7.2")]
public class Classic { }
---- Future
[assembly: System.Runtime.Versioning.TargetFramework(".NETCoreApp,Version=v11.0")]
public class Future { }
---- Standard
[assembly: System.Runtime.Versioning.TargetFramework(".NETStandard,Version=v2.0")]
public class Standard { }
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public int Count() => 1; }

==== doubtful_lists: DL7103 DL7103 DL7103 DL7105
public class Names : List<string> { }
[OSInterface] public interface IVendor { string[] Lines(List<List<int>> table, Names names); }
public class Vendor : IVendor { public string[] Lines(List<List<int>> table, Names names) => null; }

==== no_actions: 05015 DL7104 DL7104 DL7104 DL7104
[OSInterface] public interface IVendor
{
    int Size { get; }
    event EventHandler Changed;
    static int Number() => 1;
    void Add<T>(T value);
    int Count();
}
public class Vendor : IVendor
{
    public int Size => 1;
    public event EventHandler Changed { add { } remove { } }
    public void Add<T>(T value) { }
    public int Count() => 1;
}

==== payload_in_a_structure: DL7105
[OSInterface] public interface IVendor { Outer Find(); int Count(); }
[OSStructure] public struct Outer { public Inner Inner; }
[OSStructure] public struct Inner { public byte[] File; }
public class Vendor : IVendor { public Outer Find() => default; public int Count() => 1; }

==== constructors: DL7106
[OSInterface] public interface IVendor { int Count(); }
public class Vendor : IVendor { public Vendor() { } public Vendor(string url) { } public int Count() => 1; }

==== statics: DL7107 DL7107 DL7107
[OSInterface] public interface IVendor { int Count(); }
static class Cache { internal static int Hits; internal static List<int> Numbers { get; set; } = new(); internal static int Fixed { get; } = 1; }
public class Vendor : IVendor
{
    [ThreadStatic] static string last;
    static readonly Func<int, int> Twice = number => number * 2;
    public int Count() => Twice(++Cache.Hits) + (last ??= "").Length + new List<int>().FindIndex(number => number > 1);
}

==== case: DL7108 DL7108 DL7108 DL7108
[OSInterface] public interface IVendor { int Count(); void COUNT(); Order Find(int id, int ID); int Sum(int sum); }
[OSStructure] public struct Order { public int Id; public int ID; }
public class Vendor : IVendor { public int Count() => 1; public void COUNT() { } public Order Find(int id, int ID) => default; public int Sum(int sum) => 1; }

==== words: DL7109 DL7109
[OSInterface] public interface IVendor { Order Find(int and); }
[OSStructure] public struct Order { public bool True; }
public class Vendor : IVendor { public Order Find(int and) => default; }

==== given_names: 05014
---- OutSystems.ExternalLibraries.SDK
// As the pages of OutSystems show it, and early versions may have had it.
namespace OutSystems.ExternalLibraries.SDK
{
    public class OSInterfaceAttribute : Attribute { }
    public class OSStructureAttribute : Attribute { public string Name { get; set; } }
}
---- Vendor
[OSInterface] public interface IVendor { int Count(); }
[OSStructure(Name = "Order")] public struct OrderIn { public int Id; }
[OSStructure(Name = "Order")] public struct OrderOut { public int Id; }
public class Vendor : IVendor { public int Count() => 1; }

==== lists_of_themselves: 05015 05015 05015
public class Node : List<Node> { }
public class Twice<T> : List<Twice<(T, T)>> { }
public class Deep<T> : List<Deep<List<(T, T, T)>>> { }
[OSInterface] public interface IVendor { Node Root(Twice<int> twice, Deep<string> deep); }
public class Vendor : IVendor { public Node Root(Twice<int> twice, Deep<string> deep) => null; }
