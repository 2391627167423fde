//! An example for each diagnostic: what causes it, and what to do then.

use super::Entry;

impl Entry {
    /// A fragment of C#, of the configuration or of a command line that causes it, then one that does not.
    pub fn example(&self) -> &'static str {
        let example = EXAMPLES.iter().find(|(code, _)| *code == self.code);
        example.map_or("", |(_, example)| example)
    }
}

/// Code and example, sorted by code.
const EXAMPLES: &[(&str, &str)] = &[
    (
        "DL1001",
        "\
public static List<Order> Filter(List<Order> orders, Func<Order, bool> keep);

// Instead, with the function that you need:
public static List<Order> FilterOpen(List<Order> orders) => Filter(orders, o => o.IsOpen);",
    ),
    (
        "DL1002",
        "\
public static unsafe int Checksum(byte* data, int length);

// Instead:
public static unsafe int Checksum(byte[] data)
{
    fixed (byte* first = data) { return Checksum(first, data.Length); }
}",
    ),
    (
        "DL1003",
        "\
public static ref int Largest(int[] values);

// Instead, the value and not its place:
public static int LargestValue(int[] values) => Largest(values);",
    ),
    (
        "DL1004",
        "\
public static T Parse<T>(string json);

# dllift.toml: an Action for each
[instantiate]
\"M:Vendor.Json.Parse``1(System.String)\" = [[\"Vendor.Order\"], [\"Vendor.Customer\"]]",
    ),
    (
        "DL1005",
        "\
public class Repository<T> { public T Find(int id); }

# dllift.toml
[instantiate]
\"T:Vendor.Repository`1\" = [[\"Vendor.Order\"]]

// Or, in C#:
public class OrderRepository : Repository<Order> { }",
    ),
    (
        "DL1007",
        "\
public class Scanner { public event EventHandler<Page> Scanned; public void Start(); }

// Instead, wait for it:
public static Page ScanOne(Scanner scanner)
{
    var source = new TaskCompletionSource<Page>();
    scanner.Scanned += (_, page) => source.TrySetResult(page);
    scanner.Start();
    return source.Task.GetAwaiter().GetResult();
}",
    ),
    (
        "DL1008",
        "\
public static Money operator +(Money a, Money b);

# dllift.toml
[policies]
operators = \"translate\"",
    ),
    (
        "DL1009",
        "\
public static string Format(string format, __arglist);

// Instead:
public static string Format(string format, params string[] arguments);",
    ),
    (
        "DL1011",
        "\
[Obsolete(\"Use Send.\", true)]
public void Post(string text);

// Instead, use what the message names:
public void Send(string text);",
    ),
    (
        "DL1012",
        "\
[EditorBrowsable(EditorBrowsableState.Never)]
public void InternalReset();

// Where it has to be an Action, call it from a method that is not hidden:
public static void Reset(Client client) => client.InternalReset();",
    ),
    (
        "DL1013",
        "\
// A member whose signature points outside of the file, as some obfuscators write it.
// Ask the vendor for the assembly before it was obfuscated, or see what is damaged:
dllift dump Vendor.dll",
    ),
    (
        "DL1014",
        "\
// Orders.dll and Invoices.dll both have a public class Common.Address.

// Instead, two extensions:
dllift translate Orders.dll --out orders
dllift translate Invoices.dll --out invoices",
    ),
    (
        "DL1015",
        "\
public enum Color { Red, Green }    // no public member takes or returns a Color

// The values would have a use in:
public static void Paint(Color color);",
    ),
    (
        "DL1016",
        "\
public class Login { public string User { get; set; } public string Password { set; } }

// Instead:
public static Login WithPassword(Login login, string password);",
    ),
    (
        "DL1017",
        "\
// In F#, a name that C# cannot write:
let ``rate in %`` = 3.5

// Instead:
let rateInPercent = 3.5",
    ),
    (
        "DL1018",
        "\
public abstract class Shape { public Shape(string name); }
public class Circle : Shape { public Circle(string name, double radius); }

// Use the Action CircleCreate.",
    ),
    (
        "DL1019",
        "\
public const int MaximumYears = 40;

# dllift.toml: an Action that returns 40
[policies]
constants = \"translate\"",
    ),
    (
        "DL1020",
        "\
// Only other languages than C# can declare both:
int Total(Order order);
decimal Total(Order order);

// Instead, in that language:
int TotalInCents(Order order);",
    ),
    (
        "DL1021",
        "\
public interface IParser { static IParser Create() => new Parser(); }

// Instead:
public static class Parsers { public static IParser Create() => IParser.Create(); }",
    ),
    (
        "DL1022",
        "\
public class Client { public Client(Transport transport); }
internal class Transport { }

// Instead, in the same assembly:
public static Client Connect(string address) => new Client(new Transport(address));",
    ),
    (
        "DL1023",
        "\
internal class Base { public int Size(); }
public class Derived : Base { public new string Size(); }    // hides Base.Size

// Instead, in the same assembly:
public int SizeInBytes() => ((Base)this).Size();",
    ),
    (
        "DL1024",
        "\
# dllift.toml
exclude = [\"Vendor.Internal.**\", \"[Obsolete]\"]

# Vendor.Internal.Cache.Clear becomes an Action with:
exclude = [\"[Obsolete]\"]",
    ),
    (
        "DL1025",
        "\
# dllift.toml
[type]
\"T:Vendor.Session\" = \"skip\"

# Members that use Vendor.Session become Actions with:
[type]
\"T:Vendor.Session\" = \"handle\"",
    ),
    (
        "DL1026",
        "\
public class Client { public Client(Uri address) { } public required string Token { get; init; } }

// In the class:
[SetsRequiredMembers]
public Client(Uri address, string token) { Token = token; }",
    ),
    (
        "DL1030",
        "\
public struct Money { public decimal Amount; }

# Instead, as a Structure:
dllift translate Vendor.dll --profile structured --out vendor",
    ),
    (
        "DL1031",
        "\
public enum Color { Red, Green }

# Instead, as the Text \"Red\":
dllift translate Vendor.dll --profile structured --out vendor",
    ),
    (
        "DL1032",
        "\
public string this[int row] { get; set; }

// Instead:
public string GetRow(int row) => this[row];",
    ),
    (
        "DL1033",
        "\
public abstract class Shape { public double Area(); }
public class Square : Shape { }

// Instead, the Action SquareArea, which has the member of the base class.",
    ),
    (
        "DL1034",
        "\
public interface IStore { string Load(int id); }
public class FileStore : IStore { public string Load(int id); }

// Instead, the Action FileStoreLoad.",
    ),
    (
        "DL1035",
        "\
public class Base { public int Code; }
public class Derived : Base { public new string Code; }

// DerivedCodeGet gives the text; instead, for the number: BaseCodeGet.",
    ),
    (
        "DL1036",
        "\
public class Client : Vendor.Core.ClientBase { }

# Vendor.Core.dll is elsewhere. Instead:
dllift translate Client.dll --profile wizard --ref-dir vendor/bin --out client",
    ),
    (
        "DL1037",
        "\
public static Vector operator +(Vector a, Vector b);

// Instead:
public static Vector Add(Vector a, Vector b) => a + b;",
    ),
    (
        "DL1038",
        "\
public string Name { init; }

// Instead:
public Customer(string name) => Name = name;",
    ),
    (
        "DL1040",
        "\
public static DataTable LoadOrders(string customer);

// Instead:
public static List<Order> LoadOrderList(string customer) => OrdersOf(LoadOrders(customer));",
    ),
    (
        "DL1041",
        "\
public class Client { public static Client Connect(string url); public string Send(string text); }

# dllift.toml
[member.\"T:Vendor.Client\"]
constructor = \"M:Vendor.Client.Connect(System.String)\"

// Or, in C#:
public static string Send(string url, string text) => Client.Connect(url).Send(text);",
    ),
    (
        "DL1042",
        "\
public class Client { public string Region { get; set; } public string Send(string text); }

// Instead:
public static string SendFrom(string region, string text) => new Client { Region = region }.Send(text);",
    ),
    (
        "DL1043",
        "\
public sealed class Receipt { internal Receipt(int number); public int Number { get; } }
public static void Print(Receipt receipt);

// Instead:
public static void PrintReceipt(int number) => Print(new Receipt(number));",
    ),
    (
        "DL1044",
        "\
[Table(\"Customers\")] public class Customer { [Key] public int Id { get; set; } }

// Where ODC needs the rows, an action that reads them:
public static List<Customer> AllCustomers(string connectionString);",
    ),
    (
        "DL1045",
        "\
public class Client : IDisposable { public string Send(string text); public void Dispose(); }

// The action Send makes a Client and disposes of it:
using (var client = new Client()) client.Send(text);",
    ),
    (
        "DL1046",
        "\
// EntityRef is a struct of System.Data.Linq:
public class Invoice { EntityRef<Account> account; public int Number { get; set; } }

// Instead, a type for ODC with the data alone:
public class InvoiceData { public int Number { get; set; } }",
    ),
    (
        "DL2001",
        "\
public static decimal Convert(decimal amount);    // 1.0123456789 comes back as 1.01234568

// Where every decimal matters, as Text:
public static string ConvertExactly(string amount);",
    ),
    (
        "DL2002",
        "\
public static double Divide(double a, double b);    // 1 / 0 is infinity: an exception in OutSystems

// Instead, say what should come of it:
public static bool TryDivide(double a, double b, out double quotient);",
    ),
    (
        "DL2003",
        "\
public static void Schedule(DateTimeOffset at);    // gets the time that you pass as UTC

// Instead:
public static void Schedule(DateTime at, int offsetInMinutes);",
    ),
    (
        "DL2004",
        "\
public class Category { public string Name; public Category Parent; }
// Parent is {\"Name\":\"Books\",\"Parent\":null}, which JSON Deserialize reads.

# dllift.toml: without Parent
[policies]
cycles = \"omit\"",
    ),
    (
        "DL2005",
        "\
[Obsolete(\"Use Send.\")]
public void Post(string text);    // becomes an Action whose description begins with Deprecated:

# To leave such members out, in dllift.toml:
exclude = [\"[Obsolete]\"]",
    ),
    (
        "DL2006",
        "\
public static string Render(Report report, Func<string, string> translate = null);

// The Action has no input for it. To pass one, instead:
public static string RenderIn(Report report, string language);",
    ),
    (
        "DL2007",
        "\
public Task<Order> LoadAsync(int id, CancellationToken cancel);

// The Action Load has the input Id only, and cannot be cancelled. To limit its time, instead:
public Task<Order> LoadWithin(int id, int milliseconds);",
    ),
    (
        "DL2008",
        "\
public class Category { public string Name; public Category Parent; }

# dllift.toml: Parent as Text
[policies]
cycles = \"json\"",
    ),
    (
        "DL2009",
        "\
public class Customer { public required string Name { get; init; } }

// In the class:
public Customer() { }
[SetsRequiredMembers]
public Customer(string name) { Name = name; }",
    ),
    (
        "DL2010",
        "\
public void Import(string path, ILogger<Importer> logger);

// The Action Import has the one input Path.",
    ),
    (
        "DL2011",
        "\
public bool IsOpen(DayOfWeek day);    // System.DayOfWeek is in mscorlib

dllift translate Vendor.dll --ref-dir /usr/lib/mono/4.5 --out out",
    ),
    (
        "DL2012",
        "\
public class Order { public string Id { get; set; } public List<Line> Lines { get; } }
public static Order Load(string id);    // a structure
public static void Submit(Order order);    // an Object

# dllift.toml:
[type]
\"T:Vendor.Order\" = \"handle\"",
    ),
    (
        "DL2013",
        "\
public int Export(Stream target);    // one output: the number
public void Save(Stream target);    // the content of the stream is an output

# dllift.toml:
[member.\"M:Vendor.Report.Export(System.IO.Stream)\"]
returns-arguments = true    # both",
    ),
    (
        "DL2014",
        "\
public decimal Round(decimal value, double step = double.NaN);    // Step is mandatory

// Instead, or beside it:
public decimal Round(decimal value);",
    ),
    (
        "DL2030",
        "\
public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } }

// Instead of the name Orders, which a mapping in code could change:
[Table(\"t_Order\", Schema = \"sales\")]
public class Order { }",
    ),
    (
        "DL2031",
        "\
public class OrderLine
{
    [Key, Column(Order = 0)] public int OrderId { get; set; }
    [Key, Column(Order = 1)] public int Line { get; set; }
}

// Instead, if another table refers to it:
public class OrderLine { [Key] public int Id { get; set; } }",
    ),
    (
        "DL2032",
        "\
[Timestamp] public byte[] Version { get; set; }

// Instead, if the value matters, an Action that asks the database for it.
public static byte[] VersionOf(int orderId);",
    ),
    (
        "DL2033",
        "\
public Customer Customer { get; set; }

// Instead, with the column:
public int CustomerId { get; set; }
public Customer Customer { get; set; }",
    ),
    (
        "DL2034",
        "\
public class Order { public Address Destination { get; set; } }

// Instead:
public class Order { [Column(\"Destination_City\")] public string City { get; set; } }",
    ),
    (
        "DL2040",
        "\
public static string Render(string template, object model = null);

// Where ODC needs it, with data:
public static string RenderJson(string template, string modelAsJson);",
    ),
    (
        "DL2041",
        "\
public class Message { public string Text { get; set; } public object Tag { get; set; } }

// Instead, where the object is a text anyway:
public class Message { public string Text { get; set; } public string Tag { get; set; } }",
    ),
    (
        "DL3001",
        "\
public static void CalculateMonthlyPaymentIncludingInsuranceAndTaxes(Loan loan);

# dllift.toml
[rename]
\"M:Vendor.Loans.CalculateMonthlyPaymentIncludingInsuranceAndTaxes(Vendor.Loan)\" = \"FullPayment\"",
    ),
    (
        "DL3002",
        "\
# dllift.toml
[rename]
\"M:Vendor.Loans.Pay(System.Int32)\" = \"Pay\"
\"M:Vendor.Bills.Pay(System.Int32)\" = \"pay\"

# Instead:
\"M:Vendor.Bills.Pay(System.Int32)\" = \"PayBill\"",
    ),
    (
        "DL3003",
        "\
# dllift.lock
\"M:Vendor.Loans.Pay(System.Int32)\" = \"Pay\"

# dllift.toml: the name goes to another action, and modules that use the first one lose it
[rename]
\"M:Vendor.Bills.Pay(System.Int32)\" = \"Pay\"",
    ),
    (
        "DL3030",
        "\
public int NumberOfPiecesInTheWarehouses { get; set; }

// Instead, with 28 characters at most:
[Column(\"NumberOfPiecesInTheWarehouses\")] public int PiecesInWarehouses { get; set; }",
    ),
    (
        "DL3040",
        "\
public class Status { public string Code { get; set; } }
public static Status Status();

# dllift.toml: an action and a structure cannot both be Status in ODC
[rename]
\"M:Vendor.Api.Status\" = \"GetStatus\"",
    ),
    (
        "DL4001",
        "\
dllift translate Vendor.dll --out out    # Vendor.dll references Vendor.Core.dll, which is elsewhere

# Instead:
dllift translate Vendor.dll --ref-dir lib/vendor --out out",
    ),
    (
        "DL4002",
        "\
<TargetFramework>net8.0</TargetFramework>

<!-- Instead, so that .NET Framework and newer .NET both load it: -->
<TargetFramework>netstandard2.0</TargetFramework>",
    ),
    (
        "DL4003",
        "\
dllift translate OutSystems.NssVendor.dll --name Vendor --out out

# Instead:
dllift translate OutSystems.NssVendor.dll --name VendorApi --out out",
    ),
    (
        "DL4004",
        "\
dllift translate Vendor.dll --out vendor                    # made for .NET Framework 4.8

# Instead, where the vendor has one for .NET:
dllift translate Vendor.nupkg --framework net10.0 --target odc --out vendor",
    ),
    (
        "DL4005",
        "\
dllift translate Vendor.dll --target odc --out vendor       # made for .NET 11

# Instead, with <TargetFramework>net10.0</TargetFramework> in the project of Vendor.dll:
dllift translate net10.0/Vendor.dll --target odc --out vendor",
    ),
    (
        "DL4006",
        "\
dllift translate Vendor.nupkg --out vendor    # lib/net8.0/Vendor.dll lacks what lib/net48/Vendor.dll has

# Instead, an extension and a library of their own:
dllift translate Vendor.nupkg --target o11 --out o11
dllift translate Vendor.nupkg --target odc --out odc",
    ),
    (
        "DL4010",
        "\
dllift deps Vendor.dll Other.dll    # Vendor wants Newtonsoft.Json 9.0.0.0, Other wants 13.0.0.0

# Instead, a build of Vendor that was made with 13.0.0.0:
dllift deps vendor-2.0/Vendor.dll Other.dll",
    ),
    (
        "DL4011",
        "\
dllift deps Vendor.dll --ref-dir packages    # wants log4net 2.0.12.0; packages/log4net.dll is 2.0.15.0

# Instead:
dllift deps Vendor.dll --ref-dir packages/log4net-2.0.12",
    ),
    (
        "DL4012",
        "\
dllift translate old/Vendor.dll new/Vendor.dll --out out

# Instead:
dllift translate new/Vendor.dll --out out",
    ),
    (
        "DL4013",
        "\
dllift deps A.dll    # A references B, and B references A

# Nothing is wrong; keep A.dll and B.dll together.",
    ),
    (
        "DL4014",
        "\
dllift translate bin/ --out out    # bin/ holds netstandard.dll

# Instead, only what is yours; the rest is found beside it where it is needed:
dllift translate bin/Vendor.dll --out out",
    ),
    (
        "DL4015",
        "\
csc -platform:x86 Vendor.cs -target:library

# Instead:
csc -platform:anycpu Vendor.cs -target:library",
    ),
    (
        "DL4016",
        "\
dllift translate VendorBridge.dll --out out    # compiled with /clr

# Install the Visual C++ redistributable on every front-end server, or get a build with IL only.",
    ),
    (
        "DL4017",
        "\
[DllImport(\"vendor_native\")] static extern int Compute(int value);

// Add vendor_native.dll to the extension's resources in Integration Studio.",
    ),
    (
        "DL4018",
        "\
dllift deps Vendor.dll --target odc    # Vendor uses System.Runtime.Caching, a part of .NET Framework

# Instead, with the assembly for .NET from the package System.Runtime.Caching in lib/:
dllift deps Vendor.dll --target odc --ref-dir lib",
    ),
    (
        "DL4019",
        "\
dllift translate VendorBridge.dll --target odc --out out    # compiled with /clr

# Instead, what can be done on Windows only:
dllift translate VendorBridge.dll --target o11 --out out",
    ),
    (
        "DL4020",
        "\
dllift translate ref/net48/Vendor.dll --out out

# Instead:
dllift translate lib/net48/Vendor.dll --out out",
    ),
    (
        "DL4021",
        "\
dllift translate bin/ --out out    # bin/ holds System.Net.Http.dll

# Instead, only what is yours; the rest is found beside it where it is needed:
dllift translate bin/Vendor.dll --out out",
    ),
    (
        "DL4022",
        "\
dllift translate Vendor.dll --target odc --out out    # Vendor has a ConfigurationSection

# The project refers to the package System.Configuration.ConfigurationManager, and `dotnet publish` adds it.",
    ),
    (
        "DL5001",
        "\
<member name=\"M:Vendor.Client.Send\">    <!-- Vendor.xml ends here -->

<!-- In the project of Vendor.dll: -->
<GenerateDocumentationFile>true</GenerateDocumentationFile>",
    ),
    (
        "DL6001",
        "\
# dllift.toml
[rename]
\"M:Vendor.Client.Send\" = \"SendText\"

# The method has a parameter, which is part of its id. Instead:
\"M:Vendor.Client.Send(System.String)\" = \"SendText\"",
    ),
    (
        "DL6002",
        "\
# dllift.toml: Vendor.Session keeps state that is not public, so that it is no structure
[type]
\"T:Vendor.Session\" = \"structure\"

# Instead, write a class that has public properties only, and methods that take it.",
    ),
];

#[cfg(test)]
mod tests {
    use super::EXAMPLES;
    use crate::translate::CATALOGUE;

    #[test]
    fn every_diagnostic_has_an_example() {
        let codes = CATALOGUE.iter().map(|entry| entry.code);
        assert!(codes.eq(EXAMPLES.iter().map(|(code, _)| *code)));
        for (code, example) in EXAMPLES {
            assert!(example.lines().count() > 2, "{code}");
            assert!(example.lines().all(|line| line.len() <= 110), "{code}");
        }
    }
}
